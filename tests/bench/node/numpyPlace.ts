// numpy's place in a contest: python runs byHand/company.py, commands and answers go through its pipes as lines of JSON.

import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Answer, Command } from '../engines/stand.ts'
import type { Place } from '../measures/arena.ts'
import { companyModel, drawnDrivers } from '../models/company.ts'
import { laneCount, laneDraws, lanesSideBySide } from '../models/draws.ts'

export type Python = { readonly program: string; readonly versions: string }

/** A python with numpy; null where there is none. */
export const findPython = (): Python | null => {
  const program = ['python3', 'python'].find((each) => numpyVersions(each) !== null)
  return program === undefined ? null : { program, versions: numpyVersions(program) ?? '' }
}

const numpyVersions = (program: string): string | null => {
  const script = 'import numpy, platform; print("numpy", numpy.__version__, "on Python", platform.python_version())'
  const { status, stdout } = spawnSync(program, ['-c', script], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}

type Answered = Omit<Answer, 'outcomes'> & { readonly outcomes?: readonly number[] }

export const enterNumpy = async ({ program }: Python, cacheFolder: string): Promise<Place> => {
  const child = spawn(program, [join(import.meta.dirname, '../byHand/company.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ask = async (command: unknown): Promise<Answer> => {
    child.stdin.write(`${JSON.stringify(command)}\n`)
    const line = await lines.next()
    if (line.done === true) throw new Error('numpy ended before it answered.')
    const { outcomes, ...answer } = JSON.parse(line.value) as Answered
    return outcomes === undefined ? answer : { ...answer, outcomes: Float64Array.from(outcomes) }
  }
  mkdirSync(cacheFolder, { recursive: true })
  const draws = join(cacheFolder, 'draws.f64')
  writeFileSync(draws, laneDraws(lanesSideBySide))
  const typed = Object.fromEntries(
    companyModel()
      .lines.filter(({ key }) => !drawnDrivers.includes(key))
      .map((line) => [line.key, line.typed]),
  )
  await ask({ command: 'open', typed: { ...typed, drawn: drawnDrivers }, draws, lanes: laneCount })
  return { ask: (command: Command) => ask(command), leave: () => child.kill() }
}
