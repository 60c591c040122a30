// Pacing: where a scenario stands against a commitment under one reading. Every number is read from the lines the
// commitment expands into; what is added here is which quarter to look at, and the words.

import type { Results } from '#engine/results.ts'
import {
  amountLineId,
  readingLineId,
  windowEnd,
  type Commitment,
  type Reading,
  type ReadingPart,
} from '#model/commitment.ts'
import { inBillions, plainFigure } from '#model/figure.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import type { Model } from '#model/model.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'

/** Money in the commitment's unit; NaN is no value. */
export type Pacing = {
  readonly amount: number
  /** The quarter that counted, planned, ahead and required are told at: the last actual, kept inside the window. */
  readonly asOf: Quarter
  readonly counted: number
  readonly planned: number
  readonly ahead: number
  readonly required: number
  /** The window's last quarter, or the timeline's where that comes first. */
  readonly end: Quarter
  /** What is counted by `end`, reported and projected. */
  readonly total: number
  /** What is missing at `end`; negative is an excess. */
  readonly shortfall: number
  /** Quarters from the window's start until the amount is reached, and the quarter it is reached in; null if not by `end`. */
  readonly completion: { readonly quarters: number; readonly quarter: Quarter } | null
}

export const pacingOf = (results: Results, commitment: Commitment, reading: Reading, scenario: ScenarioId): Pacing => {
  const { model } = results
  const lastOfWindow = windowEnd(reading)
  const end = lastOfWindow < model.timeline.last ? lastOfWindow : model.timeline.last
  const reported = model.lastActual ?? model.timeline.first
  const asOf = reported > end ? end : reported
  const at = (part: ReadingPart, quarter: Quarter): number =>
    results.valueOf(scenario, readingLineId(commitment, reading, part), quarter)
  const amount = results.constantOf(scenario, amountLineId(commitment))
  const total = at('counted', end)
  const quarters = at('completion', end)
  return {
    amount,
    asOf,
    counted: at('counted', asOf),
    planned: at('planned', asOf),
    ahead: at('ahead', asOf),
    required: at('required', asOf),
    end,
    total,
    shortfall: amount - total,
    completion:
      total >= amount && !Number.isNaN(quarters)
        ? { quarters, quarter: addQuarters(reading.first, Math.max(Math.ceil(quarters), 1) - 1) }
        : null,
  }
}

/** How a scenario ends, in the words of the commitment's kind. */
export type Verdict = { readonly tone: 'good' | 'bad' | 'unknown'; readonly word: string; readonly sentence: string }

/** `1.062 quarters early`. */
const earliness = (pacing: Pacing, reading: Reading): string => {
  if (pacing.completion === null) return ''
  const early = reading.quarters - pacing.completion.quarters
  return early > 0 ? `${plainFigure(early, 3)} quarters early` : 'on its last day'
}

export const verdictOf = (model: Model, commitment: Commitment, reading: Reading, pacing: Pacing): Verdict => {
  const end = fiscalName(pacing.end, model.fiscalCalendar)
  const { unit } = commitment
  if (Number.isNaN(pacing.total) || Number.isNaN(pacing.amount))
    return {
      tone: 'unknown',
      word: 'no value',
      sentence: `What is counted by ${end} has no value: something it needs is empty.`,
    }
  if (pacing.completion === null)
    return commitment.kind === 'cap'
      ? { tone: 'good', word: 'inside', sentence: `Inside the cap by ${inBillions(pacing.shortfall, unit)} at ${end}.` }
      : { tone: 'bad', word: 'short', sentence: `Not by ${end}: short by ${inBillions(pacing.shortfall, unit)}.` }
  const when = fiscalName(pacing.completion.quarter, model.fiscalCalendar)
  const used = `${plainFigure(pacing.completion.quarters, 3)} of ${reading.quarters} quarters`
  return commitment.kind === 'cap'
    ? {
        tone: 'bad',
        word: 'breached',
        sentence: `Breached in ${when}, after ${used}; over by ${inBillions(-pacing.shortfall, unit)} at ${end}.`,
      }
    : {
        tone: 'good',
        word: 'on course',
        sentence: `Completes in ${when}, after ${used}: ${earliness(pacing, reading)}.`,
      }
}
