// An engine's place in a contest as a child process.

import { fork } from 'node:child_process'
import type { Answer, Command, EngineName } from '../engines/stand.ts'
import type { Place } from '../measures/arena.ts'

type Reply = { readonly answer: Answer } | { readonly fault: string }

const mostHeapMegabytes = 8000 // HyperFormula on model C goes past Node's own limit

/** `program` is child.ts as built; `folders` what it is told of: the peers' and the cache. */
export const enterChild = (program: string, engine: EngineName, folders: readonly string[]): Place => {
  const child = fork(program, [engine, ...folders], {
    execArgv: ['--expose-gc', `--max-old-space-size=${mostHeapMegabytes}`],
    serialization: 'advanced',
  })
  const ask = (command: Command): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const left = (code: number | null): void =>
        reject(new Error(`${engine} ended with ${String(code)} at “${command.command}”.`))
      child.once('exit', left)
      child.once('message', (reply: Reply) => {
        child.off('exit', left)
        if ('answer' in reply) resolve(reply.answer)
        else reject(new Error(`${engine}: ${reply.fault}`))
      })
      child.send(command)
    })
  return { ask, leave: () => void child.kill() }
}
