// A what-if on a commitment has two ends of one relation: what every quarter after the last actual spends, and when the
// amount is reached. Its Ground is where both start from, in the scenario shown, and how far each slider goes.

import { windowOf, type PacingWindow } from '#analysis/pacing.ts'
import type { Results } from '#engine/results.ts'
import type { Commitment, Reading } from '#model/commitment.ts'
import { amountLineId, readingLineId } from '#model/commitmentLines.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import type { LineId } from '#model/lineItem.ts'
import { addQuarters, quartersBetween, type Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'

/** What was asked: what follows from spending so much a quarter, or what reaching the amount after so many quarters takes. */
export type Asked =
  { readonly of: 'spend'; readonly rate: number } | { readonly of: 'completion'; readonly quarters: number }

/** How far a slider goes, and its steps. */
export type Reach = { readonly least: number; readonly most: number; readonly step: number }

/** Money in the commitment's unit. */
export type Ground = {
  readonly commitment: Commitment
  readonly reading: Reading
  readonly scenario: ScenarioId
  readonly window: PacingWindow
  readonly amount: number
  /** The first quarter that the rate holds in: the one after the last actual. */
  readonly from: Quarter
  readonly counted: number
  /** Quarters of the window before `from`; more than its length once it is over. */
  readonly elapsed: number
  /** Of the last four quarters, and required of each that is left; NaN is no value. */
  readonly mean: number
  readonly required: number
  /** Quarters to completion with that mean held flat; NaN for never. */
  readonly meanCompletion: number
  readonly spend: Reach
  /** Null where the amount is reached already, so that there is nothing to choose. */
  readonly completion: Reach | null
}

/** Why nothing can be asked, and the cell to look at. */
export type NoGround = { readonly sentence: string; readonly cell: { line: LineId; quarter: Quarter | null } | null }

/** The smallest of 1, 2 and 5 times a power of ten that is no less. */
const roundStep = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(value))
  const found = [1, 2, 5].find((each) => each * power >= value) ?? 10
  return Number((found * power).toPrecision(1))
}

/** Of about twice the larger of what was spent and what is required, in some two hundred steps. */
const spendReach = (amount: number, quarters: number, rates: readonly number[]): Reach => {
  const usual = Math.max(...rates.filter((rate) => rate > 0))
  const most = 2 * (usual > 0 ? usual : amount / quarters)
  const step = roundStep(most / 400)
  return { least: 0, most: Number((Math.ceil(most / (10 * step)) * 10 * step).toPrecision(12)), step }
}

/** How many quarters past the window the completion's slider goes. */
const quartersPastWindow = 8

/** Why what is counted has no value at a quarter. */
const gapAt = (
  results: Results,
  { commitment, reading, scenario }: Pick<Ground, 'commitment' | 'reading' | 'scenario'>,
  quarter: Quarter,
): NoGround => {
  const counted = readingLineId(commitment, reading, 'counted')
  const reason = results.reasonOf(scenario, counted, quarter)
  const fault = results.problemOf(scenario, readingLineId(commitment, reading, 'counting'))
  const when = fiscalName(quarter, results.model.fiscalCalendar)
  return {
    sentence: `What is counted has no value at ${when}, so nothing can be asked from there: ${fault?.sentence ?? `${reason?.sentence ?? 'something is missing'}.`}`,
    cell: fault === null && reason !== null ? reason.root : null,
  }
}

export const groundOf = (
  results: Results,
  commitment: Commitment,
  reading: Reading,
  scenario: ScenarioId,
): Ground | NoGround => {
  const { timeline, lastActual } = results.model
  const window = windowOf(results, commitment, reading, scenario)
  const from = lastActual === null ? timeline.first : addQuarters(lastActual, 1)
  const elapsed = Math.max(quartersBetween(window.first, from), 0)
  /** At the last actual. */
  const last = (part: 'counted' | 'mean' | 'required' | 'mean_completion'): number =>
    lastActual === null ? NaN : results.valueOf(scenario, readingLineId(commitment, reading, part), lastActual)
  const counted = elapsed === 0 ? 0 : last('counted')
  if (Number.isNaN(counted)) return gapAt(results, { commitment, reading, scenario }, lastActual ?? timeline.first)
  const amount = results.constantOf(scenario, amountLineId(commitment))
  const [mean, required] = [last('mean'), last('required')]
  return {
    ...{ commitment, reading, scenario, window, amount, from, counted, elapsed, mean, required },
    meanCompletion: last('mean_completion'),
    spend: spendReach(amount, window.quarters, [mean, required]),
    completion:
      counted >= amount
        ? null
        : { least: elapsed + 1, most: Math.max(window.quarters, elapsed) + quartersPastWindow, step: 0.1 },
  }
}

export const hasGround = (ground: Ground | NoGround): ground is Ground => !('sentence' in ground)

/** Digits that a rate found for a completion is rounded up to: a kept scenario then reads `30982.3`. */
const rateDigits = 9

/** The number with so many digits that is no less, and the next one after it. */
const roundedUp = (value: number): { readonly rate: number; readonly next: number } => {
  const step = 10 ** (Math.floor(Math.log10(value)) + 1 - rateDigits)
  const near = Number(value.toPrecision(rateDigits))
  const rate = near >= value * (1 - 1e-14) ? near : Number((near + step).toPrecision(rateDigits))
  return { rate, next: Number((rate + step).toPrecision(rateDigits)) }
}

/**
 * What each quarter spends so that the amount is reached after so many quarters of the window, as the lane is to be tried
 * with: the second where rounding leaves the first a hair short.
 */
export const ratesFor = (
  { amount, counted, elapsed }: Ground,
  quarters: number,
): { readonly rate: number; readonly next: number } => roundedUp((amount - counted) / (quarters - elapsed))

/** A slider's place for a value, at its ends for one beyond them. */
export const placeOn = ({ least, most, step }: Reach, value: number): number =>
  Number.isNaN(value)
    ? least
    : Number((least + Math.round((Math.min(Math.max(value, least), most) - least) / step) * step).toPrecision(12))
