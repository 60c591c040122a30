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
import { bareBillions, inBillions, plainFigure } from '#model/figure.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import type { Model } from '#model/model.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { Unit } from '#model/unit.ts'

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
    completion: Number.isNaN(quarters)
      ? null
      : { quarters, quarter: addQuarters(reading.first, Math.max(Math.ceil(quarters), 1) - 1) },
  }
}

/** Money in billions with no more digits than it needs: `380 bn`. */
export const shortBillions = (value: number, unit: Unit): string => inBillions(value, unit).replace(/\.?0+ /, ' ')

export type Tone = 'good' | 'bad' | 'unknown'

/** How a scenario ends, in the words of the commitment's kind. `outcome` is short, for a table. */
export type Verdict = {
  readonly tone: Tone
  readonly word: string
  readonly outcome: string
  readonly sentence: string
}

/** `1.062 quarters early`. */
const earliness = (quarters: number, length: number): string =>
  quarters < length ? `${plainFigure(length - quarters, 3)} quarters early` : 'on its last day'

const notReached = (commitment: Commitment, reading: Reading, pacing: Pacing, model: Model): Verdict => {
  const end = fiscalName(pacing.end, model.fiscalCalendar)
  const missing = inBillions(pacing.shortfall, commitment.unit)
  const short = `short ${bareBillions(pacing.shortfall, commitment.unit)}`
  if (commitment.kind === 'cap')
    return { tone: 'good', word: 'inside', outcome: 'inside', sentence: `Inside the cap by ${missing} at ${end}.` }
  if (pacing.end < windowEnd(reading)) {
    const last = fiscalName(windowEnd(reading), model.fiscalCalendar)
    const sentence = `${missing} are missing at ${end}, where the timeline ends; the window runs to ${last}.`
    return { tone: 'unknown', word: 'open', outcome: short, sentence }
  }
  return { tone: 'bad', word: 'short', outcome: short, sentence: `Not by ${end}: short by ${missing}.` }
}

export const verdictOf = (model: Model, commitment: Commitment, reading: Reading, pacing: Pacing): Verdict => {
  const end = fiscalName(pacing.end, model.fiscalCalendar)
  if (Number.isNaN(pacing.total) || Number.isNaN(pacing.amount)) {
    const sentence = `What is counted by ${end} has no value: something it needs is empty.`
    return { tone: 'unknown', word: 'no value', outcome: 'no value', sentence }
  }
  if (pacing.completion === null) return notReached(commitment, reading, pacing, model)
  const { quarter, quarters } = pacing.completion
  const when = fiscalName(quarter, model.fiscalCalendar)
  const used = `${plainFigure(quarters, 3)} of ${reading.quarters} quarters`
  if (commitment.kind !== 'cap') {
    const sentence = `Completes in ${when}, after ${used}: ${earliness(quarters, reading.quarters)}.`
    return { tone: 'good', word: 'on course', outcome: when, sentence }
  }
  const over = inBillions(-pacing.shortfall, commitment.unit)
  const sentence = `Breached in ${when}, after ${used}; over by ${over} at ${end}.`
  return { tone: 'bad', word: 'breached', outcome: `breached ${when}`, sentence }
}

/** How a scenario stands against the plan: more is good news toward a floor or target, bad news under a cap. */
export const standingOf = ({ kind }: Commitment, { ahead }: Pacing): { readonly tone: Tone; readonly word: string } => {
  if (Number.isNaN(ahead)) return { tone: 'unknown', word: 'Against plan' }
  if (kind === 'cap') return ahead > 0 ? { tone: 'bad', word: 'Over plan' } : { tone: 'good', word: 'Under plan' }
  return ahead < 0 ? { tone: 'bad', word: 'Behind plan' } : { tone: 'good', word: 'Ahead of plan' }
}
