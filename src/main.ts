// Builds the app and starts it. Clock, chance, network and files enter here and nowhere else.

import { mount } from 'svelte'
import { isProblem, problem, type Problem } from '#model/problem.ts'
import { complaint } from '#session/message.ts'
import type { FileText } from '#session/models/surroundings.ts'
import { Workbench } from '#session/workbench.svelte.ts'
import { openStore } from '#store/store.ts'
import App from '#ui/App.svelte'
import CannotStore from '#ui/part/CannotStore.svelte'
import { Offline } from '#ui/offline.svelte.ts'
import '#ui/theme.css'
import '#ui/base.css'
import '#ui/figures.css'
import '#ui/overlay.css'

const modelAddress = /^#\/model\/(.+)$/

/** A tab keeps its id over a reload, so that its own edits stay its own; a duplicated tab gets another. */
const tabId = (): string => {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const kept = navigation?.type === 'reload' ? sessionStorage.getItem('paceline tab') : null
  const id = kept ?? crypto.randomUUID()
  sessionStorage.setItem('paceline tab', id)
  return id
}

/** Where it is kept that this browser has had a model: whoever deleted all of them gets no example unasked. */
const visitedKey = 'paceline visited'

/** Where it is kept whose checks this machine’s are: a browser has one user, and Paceline no accounts. */
const initialsKey = 'paceline initials'

/** Long enough for any browser to have read the file before its address is taken back. */
const fileLifeInMilliseconds = 60_000

const giveFile = ({ name, type, text }: FileText): void => {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => {
    URL.revokeObjectURL(address)
  }, fileLifeInMilliseconds)
}

const readExample = async (): Promise<string | Problem> => {
  const unreachable = problem('document', { at: 'model' }, 'It could not be loaded: check the network and try again.')
  const answer = await fetch('/examples/alibaba.json').catch(() => null)
  return answer?.ok === true ? answer.text() : unreachable
}

const start = async (target: HTMLElement): Promise<void> => {
  let onStoreProblem: (problem: Problem) => void = () => undefined
  const store = await openStore('paceline', (met) => {
    onStoreProblem(met)
  })
  if (isProblem(store)) {
    mount(CannotStore, { target, props: { problem: store } })
    return
  }
  const workbench = new Workbench({
    store,
    now: () => new Date().toISOString(),
    newId: () => crypto.randomUUID(),
    tab: tabId(),
    isFirstVisit: localStorage.getItem(visitedKey) === null,
    readExample,
    giveFile,
    initials: {
      kept: localStorage.getItem(initialsKey),
      keep: (initials) => {
        localStorage.setItem(initialsKey, initials)
      },
    },
    nameInAddress: (id) => {
      history.replaceState(null, '', id === null ? '#/' : `#/model/${id}`)
    },
  })
  onStoreProblem = ({ sentence }) => {
    workbench.say(complaint(sentence))
  }
  const report = (fault: unknown): void => {
    const words = fault instanceof Error ? fault.message : String(fault)
    workbench.say(complaint(`Something went wrong: ${words.replace(/\.?$/, '.')} What was saved is safe.`))
  }
  addEventListener('error', ({ error }: ErrorEvent) => {
    // Some notices of the browser's come without an error and mean nothing to the user.
    if (error !== null && error !== undefined) report(error)
  })
  addEventListener('unhandledrejection', ({ reason }) => {
    report(reason)
  })
  const offline = new Offline(async () => (await workbench.open?.ledger.whenSaved()) ?? true)
  mount(App, { target, props: { workbench, offline } })
  addEventListener('hashchange', () => {
    const named = modelAddress.exec(location.hash)?.[1]
    if (named !== undefined && named !== workbench.open?.model.id) void workbench.openModel(named)
  })
  await workbench.start(modelAddress.exec(location.hash)?.[1] ?? null)
  if (workbench.open !== null) localStorage.setItem(visitedKey, 'yes')
  if (import.meta.env.PROD) await offline.register()
}

const target = document.getElementById('app')
if (target === null) throw new Error('Fault in Paceline: the page has no #app')
void start(target)
