// `npm run bench` in Node: every engine in a process of its own, the findings as a table.

import { readFileSync, readdirSync, existsSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import type { Arena, Place } from '../measures/arena.ts'
import { Disagreement } from '../measures/contest.ts'
import type { Finding } from '../measures/finding.ts'
import { runProgramme } from '../measures/programme.ts'
import { recorded } from '../measures/record.ts'
import { jsonOf, remarksOn, tableOf } from '../measures/table.ts'
import { enterChild } from './childPlace.ts'
import { enterNumpy, findPython, type Python } from './numpyPlace.ts'

export type Folders = {
  /** Where the peers are installed. */
  readonly peers: string
  /** Where the built programs lie. */
  readonly built: string
  /** What is kept from run to run. */
  readonly cache: string
}

export type Wishes = {
  readonly quick: boolean
  /** A file to write the ratios to. */
  readonly json: string | null
  /** A document to put the table into. */
  readonly record: string | null
}

/** Tells what was found, and keeps it where that was wished for. */
export const tell = (
  place: 'Node' | 'Chromium',
  circumstances: string,
  findings: readonly Finding[],
  { json, record }: Wishes,
): void => {
  console.log(`\n${tableOf(findings)}\n\n${remarksOn(findings)}`)
  if (json !== null) writeFileSync(json, jsonOf(findings))
  if (record === null) return
  const told = [circumstances.split('\n').join(' · '), tableOf(findings), remarksOn(findings).split('\n').join(' ')]
  writeFileSync(record, recorded(readFileSync(record, 'utf8'), place, told))
}

const versionOf = ({ peers }: Folders, name: string): string => {
  const { version } = JSON.parse(readFileSync(join(peers, 'node_modules', name, 'package.json'), 'utf8')) as {
    version: string
  }
  return `${name} ${version}`
}

/** Machine and system, a line each. */
export const machine = (): readonly string[] => {
  const [first] = cpus()
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  return [
    `${first?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${gigabytes} GB`,
    `${type()} ${release()}, Node ${process.versions.node} (V8 ${process.versions.v8})`,
  ]
}

/** Machine, system and versions, a line each. */
export const circumstances = (folders: Folders, besides: string): string =>
  [...machine(), [versionOf(folders, 'hyperformula'), versionOf(folders, '@ironcalc/wasm'), besides].join(', ')].join(
    '\n',
  )

const hasFileOfC = ({ cache }: Folders): boolean =>
  existsSync(cache) && readdirSync(cache).some((name) => name.startsWith('C-') && name.endsWith('.ironcalc'))

const absenceIn =
  (folders: Folders, quick: boolean, python: Python | null): Arena['absence'] =>
  (engine, model) => {
    if (engine === 'numpy' && python === null) return 'no python3 with numpy on this machine'
    if (engine === 'ironCalc' && model === 'C' && quick && !hasFileOfC(folders))
      return 'its file takes minutes to make; a run without --quick makes and keeps it'
    return null
  }

// `--quick` is promised to end within 50 s of its start; three are for the table, children to leave, and a slow guess.
const quickLimitMilliseconds = 47_000

/** Gives the code to exit with: 1 where engines disagree. */
export const bench = async (folders: Folders, wishes: Wishes): Promise<number> => {
  const { quick } = wishes
  const python = findPython()
  const surroundings = circumstances(folders, python?.versions ?? 'no numpy')
  console.log(`${surroundings}\n`)
  const places: Place[] = []
  const arena: Arena = {
    enter: async (engine) => {
      const place =
        engine !== 'numpy'
          ? enterChild(join(folders.built, 'child.js'), engine, [folders.peers, folders.cache])
          : python === null
            ? null
            : await enterNumpy(python, folders.cache)
      if (place === null) throw new Error('There is no numpy here.')
      places.push(place)
      return place
    },
    absence: absenceIn(folders, quick, python),
    models: ['A', 'B', 'C'],
    quick,
    timeLeft: () => (quick ? quickLimitMilliseconds - performance.now() : Infinity),
    say: (sentence) => console.log(sentence),
  }
  const findings: Finding[] = []
  try {
    await runProgramme(arena, (finding) => {
      findings.push(finding)
      console.log(
        `${finding.measure} ${finding.model}, ${finding.peer}: ${'ratio' in finding ? finding.ratio.toFixed(2) : finding.skipped}`,
      )
    })
  } catch (fault) {
    if (!(fault instanceof Disagreement)) throw fault
    console.error(`The engines disagree. ${fault.message}`)
    return 1
  } finally {
    for (const place of places) place.leave()
  }
  tell('Node', surroundings, findings, wishes)
  return 0
}
