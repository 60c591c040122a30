// Pacing: where a scenario stands against a commitment under one reading, as of a quarter, and how it ends. Every number is
// read from the lines the commitment expands into; what is added here is which quarter to look at.

import type { Results } from '#engine/results.ts'
import { planNumbered, type Commitment, type PlanShape, type Reading } from '#model/commitment.ts'
import { amountLineId, planLineId, readingLineId } from '#model/commitmentLines.ts'
import type { ReadingPart } from '#model/commitmentParts.ts'
import { isReported } from '#model/model.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { quartersOf, type Timeline } from '#model/timeline.ts'

/** The quarters a reading counts over, in one scenario. */
export type PacingWindow = { readonly first: Quarter; readonly last: Quarter; readonly quarters: number }

/** When the amount is reached: quarters from the window's start, with the fraction, and the quarter it falls in. */
export type Completion = { readonly quarters: number; readonly quarter: Quarter }

/** How the window ends, one way of going on or the other. Money in the commitment's unit. */
export type Projection = {
  /** What is counted by the end. */
  readonly total: number
  /** What is missing there; negative is an excess. */
  readonly shortfall: number
  /** Null while the amount is not reached. */
  readonly completion: Completion | null
}

/** Where it stands as of a quarter; NaN is no value. */
type Standing = {
  readonly asOf: Quarter
  /** Whether `asOf` lies after the last actual, so that what is counted is projected. */
  readonly isProjected: boolean
  readonly elapsed: number
  readonly counted: number
  readonly planned: number
  readonly ahead: number
  /** Counted over planned, and earned schedule over elapsed. */
  readonly spi: number
  readonly spiT: number
  /** In quarters: the time at which the plan stood where the count stands. */
  readonly earned: number
  readonly aheadQuarters: number
  readonly required: number
  /** Of the four quarters up to `asOf`. */
  readonly mean: number
  readonly requiredMultiple: number
}

/** In a later quarter of the timeline, or past it at the mean of its last four quarters, where that is above 0. */
type Afterwards =
  | { readonly by: 'forecast' | 'mean'; readonly completion: Completion }
  | { readonly by: 'never'; readonly completion: null }
  | { readonly by: 'no value'; readonly completion: null }

export type Pacing = Standing & {
  readonly amount: number
  readonly plan: PlanShape | null
  readonly window: PacingWindow
  /** The window's last quarter, or the timeline's where that comes first. */
  readonly end: Quarter
  /** The model's own forecast at `end`. */
  readonly forecast: Projection
  /** When the forecast reaches an amount that it does not reach by `end`. */
  readonly afterwards: Afterwards
  /** The mean of the four quarters up to `asOf` held flat from there to the window's last quarter. */
  readonly flat: Projection
}

export const windowOf = (
  results: Results,
  commitment: Commitment,
  reading: Reading,
  scenario: ScenarioId,
): PacingWindow => {
  const input = (part: 'delay' | 'quarters'): number => {
    const value = results.constantOf(scenario, readingLineId(commitment, reading, part))
    return Number.isInteger(value) ? value : reading[part]
  }
  const first = addQuarters(reading.first, input('delay'))
  const quarters = input('quarters')
  return { first, last: addQuarters(first, quarters - 1), quarters }
}

const completionAfter = ({ first }: PacingWindow, quarters: number): Completion | null =>
  Number.isNaN(quarters) ? null : { quarters, quarter: addQuarters(first, Math.max(Math.ceil(quarters), 1) - 1) }

type PartAt = (part: ReadingPart, quarter: Quarter) => number

/** The last actual, kept inside the timeline and not beyond the window. */
const standingQuarter = ({ model }: Results, { last }: PacingWindow): Quarter => {
  const end = last < model.timeline.last ? last : model.timeline.last
  const reported = model.lastActual ?? model.timeline.first
  return reported > end ? end : reported
}

const standingAt = (at: PartAt, asOf: Quarter, isProjected: boolean): Standing => ({
  asOf,
  isProjected,
  elapsed: at('elapsed', asOf),
  counted: at('counted', asOf),
  planned: at('planned', asOf),
  ahead: at('ahead', asOf),
  spi: at('spi', asOf),
  spiT: at('spi_t', asOf),
  earned: at('earned', asOf),
  aheadQuarters: at('ahead_quarters', asOf),
  required: at('required', asOf),
  mean: at('mean', asOf),
  requiredMultiple: at('required_multiple', asOf),
})

const afterwardsOf = (at: PartAt, window: PacingWindow, left: Timeline): Afterwards => {
  const reached = quartersOf(left).map((quarter) => completionAfter(window, at('completion', quarter)))
  const completion = reached.find((each) => each !== null)
  if (completion !== undefined) return { by: 'forecast', completion }
  const atMean = completionAfter(window, at('mean_completion', left.last))
  if (atMean !== null) return { by: 'mean', completion: atMean }
  return { by: at('mean', left.last) <= 0 ? 'never' : 'no value', completion: null }
}

/** Pacing as of a quarter; as of the last actual, or the window's end once that has passed, where none is given. */
export const pacingOf = (
  results: Results,
  commitment: Commitment,
  reading: Reading,
  scenario: ScenarioId,
  quarter: Quarter | null = null,
): Pacing => {
  const { model } = results
  const window = windowOf(results, commitment, reading, scenario)
  const at: PartAt = (part, each) => results.valueOf(scenario, readingLineId(commitment, reading, part), each)
  const asOf = quarter ?? standingQuarter(results, window)
  const end = window.last < model.timeline.last ? window.last : model.timeline.last
  const amount = results.constantOf(scenario, amountLineId(commitment))
  const total = at('counted', end)
  const completion = completionAfter(window, at('completion', end))
  const flatTotal = at('mean_total', asOf)
  return {
    ...standingAt(at, asOf, !isReported(model, asOf)),
    amount,
    plan: planNumbered(results.constantOf(scenario, planLineId(commitment))),
    window,
    end,
    forecast: { total, shortfall: amount - total, completion },
    afterwards: afterwardsOf(at, window, { first: end, last: model.timeline.last }),
    flat: {
      total: flatTotal,
      shortfall: amount - flatTotal,
      completion: completionAfter(window, at('mean_completion', asOf)),
    },
  }
}
