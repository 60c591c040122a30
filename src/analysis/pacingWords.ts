// Pacing in words, by the commitment's kind: a floor or target is short, on course or met, and an excess is no overrun; a cap
// is inside or breached, and over plan, never ahead.

import type { Commitment, CommitmentKind } from '#model/commitment.ts'
import { bareBillions, inBillions, plainFigure } from '#model/figure.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import { isReported, type Model } from '#model/model.ts'
import type { Unit } from '#model/unit.ts'
import type { Completion, Pacing, Projection } from './pacing.ts'

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

/** How far away in time, either way: `2.232 quarters`, `1 quarter`, `less than 0.001 quarters`. */
export const quartersAway = (quarters: number): string => {
  const text = plainFigure(Math.abs(quarters), 3)
  if (text === '0.000') return 'less than 0.001 quarters'
  return text === '1.000' ? '1 quarter' : `${text} quarters`
}

/** `1.062 quarters early`, `2.232 quarters late`, `on its last day`; of a cap before or after its end. */
export const earlinessText = ({ quarters }: Completion, length: number, kind: CommitmentKind = 'floor'): string => {
  if (quarters === length) return 'on its last day'
  const [before, after] = kind === 'cap' ? ['before its end', 'after its end'] : ['early', 'late']
  return `${quartersAway(quarters - length)} ${quarters < length ? before : after}`
}

/** `after 10.938 of 12 quarters`. */
const usedText = ({ quarters }: Completion, length: number): string =>
  `after ${plainFigure(quarters, 3)} of ${length} quarters`

/** When what is not reached by the end is reached: `at its last four quarters’ mean, 2.232 quarters late`. */
const afterwardsText = ({ afterwards, window }: Pacing, model: Model): string => {
  const { by, completion } = afterwards
  if (by === 'never') return 'never at its last four quarters’ mean, which is not above 0'
  if (completion === null) return 'what comes after has no value'
  const when = fiscalName(completion.quarter, model.fiscalCalendar)
  const early = earlinessText(completion, window.quarters)
  return by === 'forecast' ? `it completes in ${when}, ${early}` : `at its last four quarters’ mean, ${early}`
}

const hasNoValue = ({ total }: Projection, amount: number): boolean => Number.isNaN(total) || Number.isNaN(amount)

const withoutValue = (end: string): Verdict => ({
  tone: 'unknown',
  word: 'no value',
  outcome: 'no value',
  sentence: `What is counted by ${end} has no value: something it needs is empty.`,
})

const notReached = (commitment: Commitment, pacing: Pacing, model: Model): Verdict => {
  const { end, window, forecast } = pacing
  const endName = fiscalName(end, model.fiscalCalendar)
  const missing = inBillions(forecast.shortfall, commitment.unit)
  const short = `short ${bareBillions(forecast.shortfall, commitment.unit)}`
  if (end < window.last) {
    const last = fiscalName(window.last, model.fiscalCalendar)
    const left = commitment.kind === 'cap' ? 'are left' : 'are missing'
    const sentence = `${missing} ${left} at ${endName}, where the timeline ends; the window runs to ${last}.`
    if (commitment.kind === 'cap') return { tone: 'unknown', word: 'open', outcome: 'inside so far', sentence }
    return {
      ...{ tone: 'unknown', word: 'open', outcome: short },
      sentence: `${sentence} ${openEndText(pacing, model)}`,
    }
  }
  if (commitment.kind === 'cap')
    return { tone: 'good', word: 'inside', outcome: 'inside', sentence: `Inside the cap by ${missing} at ${endName}.` }
  const sentence = `Not by ${endName}: short by ${missing}; ${afterwardsText(pacing, model)}.`
  return { tone: 'bad', word: 'short', outcome: short, sentence }
}

/** Where the timeline ends before the window: `It would complete in FY28 Q4 at its last four quarters’ mean, …` */
const openEndText = ({ afterwards, window }: Pacing, model: Model): string => {
  const { by, completion } = afterwards
  if (by === 'never') return 'At its last four quarters’ mean, which is not above 0, it never completes.'
  if (completion === null) return 'When it completes has no value.'
  const when = fiscalName(completion.quarter, model.fiscalCalendar)
  return `At its last four quarters’ mean it completes in ${when}, ${earlinessText(completion, window.quarters)}.`
}

/** How the model's forecast ends. */
export const verdictOf = (model: Model, commitment: Commitment, pacing: Pacing): Verdict => {
  const { forecast, window } = pacing
  const end = fiscalName(pacing.end, model.fiscalCalendar)
  if (hasNoValue(forecast, pacing.amount)) return withoutValue(end)
  if (forecast.completion === null) return notReached(commitment, pacing, model)
  const { quarter } = forecast.completion
  const when = fiscalName(quarter, model.fiscalCalendar)
  const used = usedText(forecast.completion, window.quarters)
  const isPast = isReported(model, quarter)
  if (commitment.kind === 'cap') {
    // Used up to the last is not more than the cap.
    if (forecast.shortfall >= 0) {
      const sentence = `Inside the cap: used up in ${when}, ${used}, and no more by ${end}.`
      return { tone: 'good', word: 'inside', outcome: 'inside', sentence }
    }
    const over = inBillions(-forecast.shortfall, commitment.unit)
    const sentence = `Breached in ${when}, ${used}; over by ${over} at ${end}.`
    return { tone: 'bad', word: 'breached', outcome: `breached ${when}`, sentence }
  }
  const sentence = `${isPast ? 'Met' : 'Completes'} in ${when}, ${used}: ${earlinessText(forecast.completion, window.quarters)}.`
  return { tone: 'good', word: isPast ? 'met' : 'on course', outcome: when, sentence }
}

/** Why there is nothing to hold flat. */
const whyNoFlat = (model: Model, { counted, amount, asOf }: Pacing): string => {
  const when = fiscalName(asOf, model.fiscalCalendar)
  if (Number.isNaN(amount)) return 'There is no amount to go on toward.'
  return Number.isNaN(counted)
    ? `What is counted has no value at ${when}, so there is nothing to go on from.`
    : `There is no mean of the four quarters up to ${when} to go on with.`
}

/** How it ends with the mean of the last four quarters held flat, from where it stands to the window's last quarter. */
export const flatVerdictOf = (model: Model, commitment: Commitment, pacing: Pacing): Verdict => {
  const { flat, window, amount, mean, counted } = pacing
  const end = fiscalName(window.last, model.fiscalCalendar)
  if (hasNoValue(flat, amount)) return { ...withoutValue(end), sentence: whyNoFlat(model, pacing) }
  if (commitment.kind !== 'cap' && counted >= amount && flat.completion !== null) {
    const when = fiscalName(flat.completion.quarter, model.fiscalCalendar)
    const sentence = `Met already, in ${when}; at that pace ${inBillions(flat.total, commitment.unit)} by ${end}.`
    return { tone: 'good', word: 'met', outcome: when, sentence }
  }
  const pace = `At ${inBillions(mean, commitment.unit)} a quarter`
  const total = `${inBillions(flat.total, commitment.unit)} by ${end}`
  const { completion } = flat
  const isOpen = completion === null || completion.quarter > window.last
  if (commitment.kind === 'cap') {
    if (isOpen || flat.shortfall >= 0)
      return {
        ...{ tone: 'good', word: 'inside', outcome: 'inside' },
        sentence: `${pace}: ${total}, inside the cap by ${inBillions(flat.shortfall, commitment.unit)}.`,
      }
    const when = fiscalName(completion.quarter, model.fiscalCalendar)
    return {
      ...{ tone: 'bad', word: 'breached', outcome: `breached ${when}` },
      sentence: `${pace}: ${total}, ${inBillions(-flat.shortfall, commitment.unit)} over the cap, which is breached in ${when}.`,
    }
  }
  if (completion === null) {
    const sentence = `${pace}: never, since that is not above 0.`
    return { tone: 'bad', word: 'never', outcome: 'never', sentence }
  }
  const when = fiscalName(completion.quarter, model.fiscalCalendar)
  const used = `${usedText(completion, window.quarters)}, in ${when}, ${earlinessText(completion, window.quarters)}`
  return {
    tone: isOpen ? 'bad' : 'good',
    word: isOpen ? 'short' : 'on course',
    outcome: isOpen ? `short ${bareBillions(flat.shortfall, commitment.unit)}` : when,
    sentence: isOpen ? `${pace}: ${total}, and complete ${used}.` : `${pace}: ${total}, complete ${used}.`,
  }
}

/** How a scenario stands against the plan: more is good news toward a floor or target, bad news under a cap. */
export const standingOf = (
  { kind }: Commitment,
  { ahead, elapsed }: Pacing,
): { readonly tone: Tone; readonly word: string } => {
  if (Number.isNaN(ahead) || elapsed === 0) return { tone: 'unknown', word: 'Against plan' }
  if (kind === 'cap') {
    if (ahead > 0) return { tone: 'bad', word: 'Over plan' }
    return { tone: 'good', word: ahead < 0 ? 'Under plan' : 'On plan' }
  }
  if (ahead < 0) return { tone: 'bad', word: 'Behind plan' }
  return { tone: 'good', word: ahead > 0 ? 'Ahead of plan' : 'On plan' }
}
