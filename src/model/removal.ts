// What has to be emptied before a line, a commitment or quarters can be removed, as edits.

import type { Commitment, Reading } from './commitment.ts'
import { readingLineId } from './commitmentLines.ts'
import { readingParts } from './commitmentParts.ts'
import type { Edit } from './edit.ts'
import { partnerRemoval } from './expected.ts'
import type { LineId } from './lineItem.ts'
import { allLines, type Model } from './model.ts'
import type { Quarter } from './quarter.ts'
import type { ScenarioId } from './scenario.ts'
import { contains, type Timeline } from './timeline.ts'
import { isWaiverOf } from './waiver.ts'

/** Empties the cells of some quarters, notes included. */
const emptyingCells = (
  model: Model,
  concerns: (scenario: ScenarioId, line: LineId, quarter: Quarter) => boolean,
): readonly Edit[] => {
  const edits: Edit[] = []
  for (const [scenario, quarters] of model.rows)
    for (const [quarter, row] of quarters) {
      for (const line of row.entries.keys())
        if (concerns(scenario, line, quarter)) edits.push({ kind: 'enter', scenario, quarter, line, entry: null })
      for (const line of row.notes.keys())
        if (concerns(scenario, line, quarter)) edits.push({ kind: 'note', scenario, quarter, line, note: null })
    }
  return edits
}

/** Takes back what was waived on lines in scenarios of which one goes. */
export const waiversGone = (
  model: Model,
  concerns: (scenario: ScenarioId, line: LineId) => boolean,
): readonly Edit[] => {
  if (model.waivers.length === 0) return []
  const lines = allLines(model)
  const places = model.scenarios.flatMap(({ id: scenario }) =>
    lines.filter(({ id }) => concerns(scenario, id)).map(({ id: line }) => ({ scenario, line })),
  )
  return model.waivers.flatMap((waiver, at): readonly Edit[] =>
    places.some(({ scenario, line }) => isWaiverOf(waiver, scenario, line))
      ? [{ kind: 'waive', id: waiver.id, waiver: null, at }]
      : [],
  )
}

const emptying = (model: Model, concerns: (scenario: ScenarioId, line: LineId) => boolean): readonly Edit[] => {
  const edits: Edit[] = []
  for (const scenario of model.scenarios)
    for (const line of scenario.formulas.keys())
      if (concerns(scenario.id, line)) edits.push({ kind: 'formula', scenario: scenario.id, line, formula: null })
  return [...edits, ...emptyingCells(model, concerns), ...waiversGone(model, concerns)]
}

/** Gives a model another timeline; what is typed outside it is emptied first. */
export const movedTimeline = (model: Model, timeline: Timeline): readonly Edit[] => [
  ...emptyingCells(model, (_, __, quarter) => !contains(timeline, quarter)),
  { kind: 'change model', change: { timeline } },
]

export const lineRemoval = (model: Model, line: LineId): readonly Edit[] => [
  ...emptying(model, (_, each) => each === line),
  ...partnerRemoval(model, line),
  { kind: 'remove line', line },
]

/** Takes a commitment away with all that its lines hold. */
export const commitmentRemoval = (model: Model, commitment: Commitment): readonly Edit[] => [
  ...emptying(model, (_, line) => line.startsWith(`${commitment.id}.`)),
  { kind: 'remove commitment', commitment: commitment.id },
]

/** Takes one of a commitment's other readings away with all that its lines hold. */
export const readingRemoval = (model: Model, commitment: Commitment, reading: Reading): readonly Edit[] => {
  const lines = new Set(readingParts.map((part) => readingLineId(commitment, reading, part)))
  const otherReadings = commitment.otherReadings.filter(({ id }) => id !== reading.id)
  return [
    ...emptying(model, (_, line) => lines.has(line)),
    { kind: 'change commitment', commitment: commitment.id, change: { otherReadings } },
  ]
}
