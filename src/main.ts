// Builds the app and starts it. Clock, chance, network and files enter here and nowhere else.

import { mount } from 'svelte'
import { isProblem, type Problem } from '#model/problem.ts'
import { complaint } from '#session/message.ts'
import { Workbench, type FileText } from '#session/workbench.svelte.ts'
import { openStore } from '#store/store.ts'
import App from '#ui/App.svelte'
import CannotStore from '#ui/part/CannotStore.svelte'
import { Offline } from '#ui/offline.svelte.ts'
import '#ui/theme.css'
import '#ui/base.css'
import '#ui/figures.css'
import '#ui/overlay.css'

const modelAddress = /^#\/model\/(.+)$/

/** A tab keeps its id over a reload, so that its own edits stay its own. */
const tabId = (): string => {
  const id = sessionStorage.getItem('tab') ?? crypto.randomUUID()
  sessionStorage.setItem('tab', id)
  return id
}

const giveFile = ({ name, type, text }: FileText): void => {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

const start = async (target: HTMLElement): Promise<void> => {
  let onStoreProblem: (problem: Problem) => void = () => undefined
  const store = await openStore('paceline', (problem) => {
    onStoreProblem(problem)
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
    readExample: async () => (await fetch('/examples/alibaba.json')).text(),
    giveFile,
    nameInAddress: (id) => {
      history.replaceState(null, '', id === null ? '#/' : `#/model/${id}`)
    },
  })
  onStoreProblem = (problem) => {
    workbench.say(complaint(problem.sentence))
  }
  const report = (fault: unknown): void => {
    workbench.say(
      complaint(
        `Something went wrong: ${fault instanceof Error ? fault.message : String(fault)} What was saved is safe.`,
      ),
    )
  }
  addEventListener('error', ({ error }) => {
    report(error)
  })
  addEventListener('unhandledrejection', ({ reason }) => {
    report(reason)
  })
  const offline = new Offline(async () => {
    await workbench.open?.ledger.whenIdle()
  })
  mount(App, { target, props: { workbench, offline } })
  await workbench.start(modelAddress.exec(location.hash)?.[1] ?? null)
  if (import.meta.env.PROD) await offline.register()
}

const target = document.getElementById('app')
if (target === null) throw new Error('Fault in Paceline: the page has no #app')
void start(target)
