// A BurnUp is what the pacing chart draws and its table lists: quarter by quarter, the plan and what each scenario has
// counted, from the quarter before the first window (where all are 0) to the last window's end.

import type { Results } from '#engine/results.ts'
import type { Commitment, Reading } from '#model/commitment.ts'
import { amountLineId, readingLineId } from '#model/commitmentLines.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'
import type { Scenario, ScenarioId } from '#model/scenario.ts'
import { contains, quartersOf } from '#model/timeline.ts'
import { pacingOf, windowOf } from './pacing.ts'

type BurnUpSeries = {
  readonly scenario: Scenario
  /** Counted by the end of each quarter, in the commitment's unit; NaN where there is no value, and outside its window. */
  readonly counted: readonly number[]
  /** The index of the quarter the amount is reached in, or null. */
  readonly completesAt: number | null
}

export type BurnUp = {
  readonly quarters: readonly Quarter[]
  /** Of the scenario shown. */
  readonly planned: readonly number[]
  readonly amount: number
  /** The index of the last reported quarter; −1 where none is. */
  readonly lastActual: number
  readonly series: readonly BurnUpSeries[]
}

export const burnUpOf = (results: Results, commitment: Commitment, reading: Reading, shown: ScenarioId): BurnUp => {
  const { model } = results
  const windows = new Map(model.scenarios.map(({ id }) => [id, windowOf(results, commitment, reading, id)]))
  const firsts = [...windows.values()].map(({ first }) => first).sort()
  const lasts = [...windows.values()].map(({ last }) => last).sort()
  const start = addQuarters(firsts[0] ?? reading.first, -1)
  const quarters = quartersOf({ first: start, last: lasts.at(-1) ?? reading.first })
  const at = (scenario: ScenarioId, part: 'counted' | 'planned', quarter: Quarter): number => {
    const window = windows.get(scenario)
    if (window === undefined || quarter > window.last) return NaN
    if (quarter < window.first) return 0
    return contains(model.timeline, quarter)
      ? results.valueOf(scenario, readingLineId(commitment, reading, part), quarter)
      : NaN
  }
  return {
    quarters,
    planned: quarters.map((quarter) => at(shown, 'planned', quarter)),
    amount: results.constantOf(shown, amountLineId(commitment)),
    lastActual:
      model.lastActual === null ? -1 : quarters.findLastIndex((quarter) => quarter <= (model.lastActual ?? '')),
    series: model.scenarios.map((scenario) => {
      const { forecast } = pacingOf(results, commitment, reading, scenario.id)
      return {
        scenario,
        counted: quarters.map((quarter) => at(scenario.id, 'counted', quarter)),
        completesAt: forecast.completion === null ? null : quarters.indexOf(forecast.completion.quarter),
      }
    }),
  }
}
