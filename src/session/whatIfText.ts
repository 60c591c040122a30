// A what-if in words: what each slider stands at, and what came of it, by the commitment's kind: a floor or target completes
// early or late and is short or more; a cap is used up, inside or over.

import type { Completion } from '#analysis/pacing.ts'
import { quartersAway, shortBillions, type Tone } from '#analysis/pacingWords.ts'
import { inBillions, plainFigure } from '#model/figure.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import { isReported, type Model } from '#model/model.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'
import type { Asked, Ground } from './whatIf.ts'
import type { Landing, Preview } from './whatIfLane.ts'

/** What rounding leaves of a rate found for a completion, in quarters: less is the same day. */
const sameDayQuarters = 1e-6

const isInTime = (quarters: number, length: number): boolean => quarters - length < sameDayQuarters

/** `0.208 quarters early`, `on its last day`; of a cap, which nobody hopes to use up, before and after the window's end. */
const earlyOrLate = ({ commitment, window }: Ground, quarters: number): string => {
  const away = quarters - window.quarters
  if (Math.abs(away) < sameDayQuarters) return 'on its last day'
  const amount = quartersAway(away)
  if (commitment.kind === 'cap') return `${amount} ${away < 0 ? 'before' : 'after'} its end`
  return `${amount} ${away < 0 ? 'early' : 'late'}`
}

const quarterAfter = ({ window }: Ground, quarters: number): Quarter =>
  addQuarters(window.first, Math.max(Math.ceil(quarters - sameDayQuarters), 1) - 1)

/** `in FY28 Q4, 0.208 quarters early`. */
export const completionPlace = (model: Model, ground: Ground, quarters: number): string =>
  `in ${fiscalName(quarterAfter(ground, quarters), model.fiscalCalendar)}, ${earlyOrLate(ground, quarters)}`

/** `after 11.792 of 12 quarters, in FY28 Q4, 0.208 quarters early`. */
export const completionText = (model: Model, ground: Ground, quarters: number): string =>
  `after ${plainFigure(quarters, 3)} of ${ground.window.quarters} quarters, ${completionPlace(model, ground, quarters)}`

/** `32.000 bn a quarter`. */
export const spendText = ({ commitment: { unit } }: Ground, rate: number): string =>
  `${inBillions(rate, unit)} a quarter`

/** `0.979 × the mean of the last four quarters, 31.641 bn`. */
export const multipleText = ({ commitment: { unit }, mean }: Ground, rate: number): string => {
  if (Number.isNaN(mean)) return 'there is no mean of the last four quarters to hold it against'
  if (mean <= 0) return 'no multiple of the mean of the last four quarters, which is not above 0'
  return `${plainFigure(rate / mean, 3)} × the mean of the last four quarters, ${inBillions(mean, unit)}`
}

/** When a lane reaches the amount, in its forecast or, past its timeline, at the rate it holds there. */
export const reachedIn = ({ pacing }: Preview): Completion | null =>
  pacing.forecast.completion ?? pacing.afterwards.completion

export type Answer = { readonly tone: Tone; readonly word: string; readonly sentence: string }

/** What of the window's end rounding may account for. */
const isNothing = (shortfall: number, amount: number): boolean => Math.abs(shortfall) <= amount * 1e-7

/** `386.587 bn by FY28 Q4, 6.587 bn more than promised`. */
const endText = (model: Model, { commitment: { kind, unit }, amount }: Ground, { pacing }: Preview): string => {
  const { total, shortfall } = pacing.forecast
  const by = `${inBillions(total, unit)} by ${fiscalName(pacing.end, model.fiscalCalendar)}`
  const away = inBillions(Math.abs(shortfall), unit)
  if (kind === 'cap') {
    if (isNothing(shortfall, amount)) return `${by}, exactly the cap`
    return shortfall < 0 ? `${by}, over plan by ${away}` : `${by}, inside the cap by ${away}`
  }
  if (isNothing(shortfall, amount)) return `${by}, just what was promised`
  return shortfall > 0 ? `${by}, short by ${away}` : `${by}, ${away} more than promised`
}

const wordOf = (ground: Ground, reached: Completion | null): Pick<Answer, 'tone' | 'word'> => {
  const isReached = reached !== null && isInTime(reached.quarters, ground.window.quarters)
  if (ground.commitment.kind === 'cap') {
    // Used up on the last day is not more than the cap.
    const isOver = reached !== null && reached.quarters - ground.window.quarters < -sameDayQuarters
    return isOver ? { tone: 'bad', word: 'Breached' } : { tone: 'good', word: 'Inside' }
  }
  if (!isReached) return { tone: 'bad', word: 'Short' }
  return { tone: 'good', word: ground.completion === null ? 'Met' : 'On course' }
}

/** What came of what was asked, in one sentence. */
export const answerOf = (model: Model, ground: Ground, asked: Asked, preview: Preview): Answer => {
  const { commitment, amount, from, completion } = ground
  if (Number.isNaN(preview.pacing.forecast.total))
    return {
      tone: 'unknown',
      word: 'No value',
      sentence: 'What is counted has no value there: something it needs is empty.',
    }
  const reached = reachedIn(preview)
  const word = wordOf(ground, reached)
  const end = endText(model, ground, preview)
  const start = fiscalName(from, model.fiscalCalendar)
  const rate = inBillions(preview.rate, commitment.unit)
  const isCap = commitment.kind === 'cap'
  if (asked.of === 'completion') {
    const when = completionText(model, ground, reached?.quarters ?? asked.quarters)
    const wish = isCap ? `The cap is used up ${when}, where` : `To complete ${when},`
    return {
      ...word,
      sentence: `${wish} every quarter from ${start} on spends ${rate}, ${multipleText(ground, preview.rate)}: ${end}.`,
    }
  }
  const pace = `At ${rate} a quarter from ${start} on`
  if (completion === null)
    return { ...word, sentence: `${shortBillions(amount, commitment.unit)} are reached already. ${pace}: ${end}.` }
  const verb = isCap ? 'the cap is used up' : 'it completes'
  const never = isCap ? 'the cap is never used up' : 'it never completes'
  const what = reached === null ? never : `${verb} ${completionText(model, ground, reached.quarters)}`
  return { ...word, sentence: `${pace} ${what}: ${end}.` }
}

/** What is to be known before anything is asked; null where nothing is out of the ordinary. */
export const remarkOn = (model: Model, ground: Ground): string | null => {
  const { window, amount, completion, commitment } = ground
  const last = fiscalName(window.last, model.fiscalCalendar)
  if (completion === null)
    return `${shortBillions(amount, commitment.unit)} are reached already, so no completion is left to choose.`
  if (isReported(model, window.last))
    return `The window ended in ${last}: what is spent from now on no longer counts by then, it only says how late the amount is reached.`
  if (model.lastActual === null) return 'Nothing is reported yet: every quarter of the timeline spends the rate.'
  return null
}

/** Where a scenario that is kept says the rate. */
export const landingText = (model: Model, ground: Ground, { line, isCounted }: Landing, rate: number): string => {
  const start = fiscalName(ground.from, model.fiscalCalendar)
  const { commitment, reading } = ground
  const holds = `is ${inBillions(rate, commitment.unit)} in every quarter from ${start} on`
  return isCounted
    ? `${line.label} ${holds}, and all that depends on it follows.`
    : `What is counted ${holds}. The lines it is computed from, ${reading.counts}, stay as they are.`
}
