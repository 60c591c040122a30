// What people have typed: Base's numbers with gaps, and in each other scenario some numbers and releases of its own.

import type { LineId } from '#model/lineItem.ts'
import type { Quarter } from '#model/quarter.ts'
import type { Entry, QuarterRow, QuarterRows } from '#model/quarterRow.ts'
import type { Scenario } from '#model/scenario.ts'
import { someCharacter, someTyped } from './numbers.ts'
import type { LineSketch, Sketch } from './sketch.ts'

type Typing = Map<string, Map<Quarter, Map<LineId, Entry>>>

const type = (typing: Typing, scenario: string, quarter: Quarter, line: LineId, entry: Entry): void => {
  const ofScenario = typing.get(scenario) ?? new Map<Quarter, Map<LineId, Entry>>()
  const row = ofScenario.get(quarter) ?? new Map<LineId, Entry>()
  typing.set(scenario, ofScenario.set(quarter, row.set(line, entry)))
}

/** The share of a line's quarters that Base has typed, before and after the last actual. */
const shares = [
  [0.95, 0.04],
  [0.95, 0.04],
  [1, 1],
  [1, 0],
  [0.9, 0.8],
  [0.25, 0.15],
  [0, 0],
] as const

const typeBase = (sketch: Sketch, typing: Typing, line: LineSketch, reported: number): void => {
  const { chance, quarters } = sketch
  const character = someCharacter(chance)
  const [before, after] = chance.pick(line.driver ? shares.slice(1, 5) : shares)
  const atLeast = chance.pick([0, 1, 2, 4]) // a loop goes on from its first numbers
  for (const [at, quarter] of quarters.entries())
    if (at < atLeast || chance.happens(at < reported ? before : after))
      type(typing, 'base', quarter, line.id, someTyped(chance, character, at))
}

const releaseShare = 0.35

const typeScenario = (sketch: Sketch, typing: Typing, scenario: string, lines: readonly LineSketch[]): void => {
  const { chance, quarters } = sketch
  for (let cells = chance.pick([0, 2, 4, 8, 12]); cells > 0; cells -= 1) {
    const line = chance.pick(lines)
    const at = chance.below(quarters.length)
    const character = someCharacter(chance)
    const length = chance.pick([1, 1, 2, 4])
    for (const [offset, quarter] of quarters.slice(at, at + length).entries()) {
      const entry = chance.happens(releaseShare) ? 'release' : someTyped(chance, character, at + offset)
      type(typing, scenario, quarter, line.id, entry)
    }
  }
}

export const someRows = (sketch: Sketch, scenarios: readonly Scenario[], reported: number): QuarterRows => {
  const typing: Typing = new Map()
  const lines = sketch.lines.filter(({ kind }) => kind !== 'constant')
  for (const line of lines) typeBase(sketch, typing, line, reported)
  if (lines.length > 0)
    for (const { id, parent } of scenarios) if (parent !== null) typeScenario(sketch, typing, id, lines)
  const notes: QuarterRow['notes'] = new Map()
  return new Map(
    [...typing].map(([scenario, rows]) => [
      scenario,
      new Map([...rows].map(([quarter, entries]): [Quarter, QuarterRow] => [quarter, { entries, notes }])),
    ]),
  )
}
