// The Pacing screen in sentences and cards: what a stranger reads in ten seconds, then the figures one by one.

import type { Pacing } from '#analysis/pacing.ts'
import { flatVerdictOf, shortBillions, standingOf, verdictOf, type Tone, type Verdict } from '#analysis/pacingWords.ts'
import { listed } from '#base/listing.ts'
import type { Commitment, PlanShape } from '#model/commitment.ts'
import { inBillions, plainFigure, signedBillions } from '#model/figure.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import type { Model } from '#model/model.ts'
import type { PacedReading, PacedScenario } from './pacingChoice.ts'

const wordsByTone: readonly Tone[] = ['good', 'bad', 'unknown']

/** `Base and Bull are on course; Bear is short.` */
export const endsText = (model: Model, commitment: Commitment, paced: readonly PacedScenario[]): string => {
  const groups = new Map<string, { readonly tone: Tone; readonly names: string[] }>()
  for (const { scenario, pacing } of paced) {
    const { word, tone } = verdictOf(model, commitment, pacing)
    const group = groups.get(word) ?? { tone, names: [] }
    group.names.push(scenario.name)
    groups.set(word, group)
  }
  const told = [...groups].sort(([, one], [, other]) => wordsByTone.indexOf(one.tone) - wordsByTone.indexOf(other.tone))
  const clause = ([word, { names }]: (typeof told)[number]): string => {
    const verb = names.length === 1 ? 'is' : 'are'
    return word === 'no value'
      ? `${listed(names)} ${names.length === 1 ? 'has' : 'have'} no value`
      : `${listed(names)} ${verb} ${word}`
  }
  return `${told.map(clause).join('; ')}.`
}

const signedQuarters = (quarters: number): string =>
  Number.isNaN(quarters) ? '' : `${quarters > 0 ? '+' : ''}${plainFigure(quarters, 3)} quarters`

/** `At FY26 Q2 70.177 bn of 380 bn are counted, 6.844 bn and 0.216 quarters ahead of plan.` */
export const standingText = (model: Model, commitment: Commitment, pacing: Pacing): string => {
  const { unit } = commitment
  const when = fiscalName(pacing.asOf, model.fiscalCalendar)
  if (Number.isNaN(pacing.counted)) return `At ${when} what is counted has no value: something it needs is empty.`
  const counted = `At ${when} ${inBillions(pacing.counted, unit)} of ${shortBillions(pacing.amount, unit)} are ${pacing.isProjected ? 'projected' : 'counted'}`
  if (Number.isNaN(pacing.ahead)) return `${counted}; the plan has no value there.`
  if (pacing.ahead === 0) return `${counted}, on plan.`
  const time = Number.isNaN(pacing.aheadQuarters)
    ? ''
    : ` and ${plainFigure(Math.abs(pacing.aheadQuarters), 3)} quarters`
  const { word } = standingOf(commitment, pacing)
  return `${counted}, ${inBillions(Math.abs(pacing.ahead), unit)}${time} ${word.toLowerCase()}.`
}

/** `On 2 of 4 readings it is behind plan: total capex from FY25 Q4 (−0.211 bn) and …`; null where there is one reading. */
export const readingsText = (
  commitment: Commitment,
  paced: readonly PacedReading[],
): { readonly sentence: string; readonly tone: Tone } | null => {
  if (paced.length < 2) return null
  const bad = paced.filter(({ pacing }) => standingOf(commitment, pacing).tone === 'bad')
  const isCap = commitment.kind === 'cap'
  const [badly, well] = isCap ? ['over plan', 'not over plan'] : ['behind plan', 'not behind plan']
  if (bad.length === 0) return { sentence: `It is ${well} on any of the ${paced.length} readings.`, tone: 'good' }
  const named = bad.map(({ reading, pacing }) => `${reading.name} (${signedBillions(pacing.ahead, commitment.unit)})`)
  const which = bad.length === paced.length ? `all ${paced.length}` : `${bad.length} of ${paced.length}`
  return { sentence: `It is ${badly} on ${which} readings: ${listed(named)}.`, tone: 'bad' }
}

/** `on a straight plan`. */
export const planText = (plan: PlanShape | null): string =>
  plan === null ? 'on no plan that is known' : `on ${plan === 'S-curve' ? 'an' : 'a'} ${plan} plan`

export type Card = {
  readonly name: string
  readonly value: string
  /** What the figure means or comes from, under it. */
  readonly sentence: string
  readonly tone: Tone
  /** The last part of the line it is read from. */
  readonly part: string
}

const plain = (part: string, name: string, value: string, sentence = '', tone: Tone = 'unknown'): Card => ({
  part,
  name,
  value: value === '' ? 'no value' : value,
  sentence,
  tone,
})

/** Where it stands, a card for each figure. */
export const standingCards = (commitment: Commitment, pacing: Pacing): readonly Card[] => {
  const { unit } = commitment
  const money = (value: number): string => inBillions(value, unit)
  const { word, tone } = standingOf(commitment, pacing)
  const multiple = Number.isNaN(pacing.requiredMultiple)
    ? ''
    : `${plainFigure(pacing.requiredMultiple, 3)} × the last four quarters’ mean`
  const isOver = pacing.elapsed >= pacing.window.quarters
  return [
    plain(
      'counted',
      pacing.isProjected ? 'Projected' : 'Counted',
      money(pacing.counted),
      `${plainFigure(pacing.elapsed, 0)} of ${pacing.window.quarters} quarters elapsed`,
    ),
    plain('planned', 'Planned', money(pacing.planned), planText(pacing.plan)),
    plain('ahead', word, signedBillions(pacing.ahead, unit), `SPI ${plainFigure(pacing.spi, 3) || 'no value'}`, tone),
    plain(
      'ahead_quarters',
      `${word}, in time`,
      signedQuarters(pacing.aheadQuarters),
      Number.isNaN(pacing.earned)
        ? 'no earned schedule'
        : `earned schedule ${plainFigure(pacing.earned, 3)}, SPI(t) ${plainFigure(pacing.spiT, 3) || 'no value'}`,
      tone,
    ),
    plain(
      'required',
      'Required a quarter',
      isOver ? 'none is left' : money(pacing.required),
      isOver ? 'the window has ended' : pacing.required === 0 ? 'the amount is met' : multiple,
    ),
    plain('mean', 'Mean of the last four quarters', money(pacing.mean), 'a quarter'),
  ]
}

export type ProjectionCard = { readonly name: string; readonly verdict: Verdict; readonly figures: string }

/** The two projections side by side. */
export const projectionCards = (model: Model, commitment: Commitment, pacing: Pacing): readonly ProjectionCard[] => {
  const end = fiscalName(pacing.end, model.fiscalCalendar)
  const windowEnd = fiscalName(pacing.window.last, model.fiscalCalendar)
  const total = (value: number, when: string): string =>
    Number.isNaN(value) ? `no total by ${when}` : `${inBillions(value, commitment.unit)} by ${when}`
  return [
    {
      name: 'The model’s forecast',
      verdict: verdictOf(model, commitment, pacing),
      figures: total(pacing.forecast.total, end),
    },
    {
      name: 'The last four quarters’ mean, held flat',
      verdict: flatVerdictOf(model, commitment, pacing),
      figures: total(pacing.flat.total, windowEnd),
    },
  ]
}
