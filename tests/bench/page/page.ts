// The bench page: the programme of `npm run bench` in a browser, every engine in a worker of its own, for models A and B.
// `#quick` asks for fewer rounds. What drives the page reads `#findings` once `#standing` says that all is done or why not.

import type { Arena, Place } from '../measures/arena.ts'
import type { Finding } from '../measures/finding.ts'
import { runProgramme } from '../measures/programme.ts'
import { remarksOn, tableOf } from '../measures/table.ts'
import type { Answer, Command, EngineName } from '../engines/stand.ts'

type Reply = { readonly answer: Answer } | { readonly fault: string }

const element = (id: string): HTMLElement => {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`The page has no #${id}.`)
  return found
}

const enterWorker = (engine: EngineName): Place => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: engine })
  const ask = (command: Command): Promise<Answer> =>
    new Promise((resolve, reject) => {
      worker.onerror = ({ message }) => reject(new Error(`${engine}: ${message}`))
      worker.onmessage = ({ data }: MessageEvent<Reply>) => {
        if ('answer' in data) resolve(data.answer)
        else reject(new Error(`${engine}: ${data.fault}`))
      }
      worker.postMessage(command)
    })
  return { ask, leave: () => worker.terminate() }
}

const say = (sentence: string): void => {
  element('standing').textContent = sentence
}

const arena: Arena = {
  enter: (engine) =>
    engine === 'numpy'
      ? Promise.reject(new Error('There is no numpy in a browser.'))
      : Promise.resolve(enterWorker(engine)),
  absence: (peer) => (peer === 'numpy' ? 'not in a browser' : null),
  models: ['A', 'B'],
  quick: location.hash === '#quick',
  timeLeft: () => Infinity,
  say,
}

const findings: Finding[] = []

const found = (finding: Finding): void => {
  findings.push(finding)
  say(`${finding.measure} ${finding.model}, ${finding.peer} …`)
  element('table').textContent = tableOf(findings)
}

try {
  await runProgramme(arena, found)
  element('findings').textContent = JSON.stringify(findings)
  say(`Done. ${remarksOn(findings)}`)
  document.body.dataset['state'] = 'done'
} catch (fault) {
  say(fault instanceof Error ? fault.message : String(fault))
  document.body.dataset['state'] = 'failed'
}
