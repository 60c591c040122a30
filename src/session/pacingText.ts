// The Pacing screen in sentences and cards: what a stranger reads in ten seconds, then the figures one by one.

import type { Pacing } from '#analysis/pacing.ts'
import { kindWords } from '#analysis/pacingKind.ts'
import { flatVerdictOf, shortBillions, standingOf, verdictOf, type Tone, type Verdict } from '#analysis/pacingWords.ts'
import { listed } from '#base/listing.ts'
import type { Commitment, PlanShape } from '#model/commitment.ts'
import { inBillions, plainFigure, signedBillions } from '#model/figure.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import type { Model } from '#model/model.ts'
import type { PacedReading, PacedScenario } from './pacingChoice.ts'

const wordsByTone: readonly Tone[] = ['good', 'bad', 'unknown']

/** What scenarios do, by the word of their verdict: for one and for several; of all other words they are it. */
const verbs: Readonly<Record<string, readonly [string, string]>> = {
  'no value': ['has no value', 'have no value'],
  met: ['has met it', 'have met it'],
  inside: ['stays inside', 'stay inside'],
  breached: ['breaches it', 'breach it'],
}

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
    const [one, several] = verbs[word] ?? [`is ${word}`, `are ${word}`]
    return `${listed(names)} ${names.length === 1 ? one : several}`
  }
  return `${told.map(clause).join('; ')}.`
}

const signedQuarters = (quarters: number): string =>
  Number.isNaN(quarters) ? '' : `${quarters > 0 ? '+' : ''}${plainFigure(quarters, 3)} quarters`

/** Whether more is counted than is planned at all: the earned schedule then tells its least. */
const isPlanUsedUp = ({ earned, window, ahead }: Pacing): boolean => earned >= window.quarters && ahead > 0

/** `0.216 quarters`, `at least 10.000 quarters`; empty where it says nothing. */
const awayInTime = (pacing: Pacing): string => {
  const { aheadQuarters } = pacing
  if (Number.isNaN(aheadQuarters) || aheadQuarters === 0) return ''
  return `${isPlanUsedUp(pacing) ? 'at least ' : ''}${plainFigure(Math.abs(aheadQuarters), 3)} quarters`
}

/** `At FY26 Q2 70.177 bn of 380 bn are counted`; once they are all, what that means. */
const countedText = (when: string, { kind, unit }: Commitment, { counted, amount, isProjected }: Pacing): string => {
  const are = isProjected ? 'are projected' : 'are counted'
  if (!(counted >= amount)) return `At ${when} ${inBillions(counted, unit)} of ${shortBillions(amount, unit)} ${are}`
  const all = kind === 'cap' ? 'the cap of' : 'all'
  const so = kind === 'cap' ? (counted > amount ? 'is exceeded' : 'is used up') : 'are met'
  return `At ${when} ${inBillions(counted, unit)} ${are}, so ${all} ${shortBillions(amount, unit)} ${so}`
}

/** `At FY26 Q2 70.177 bn of 380 bn are counted, 6.844 bn and 0.216 quarters ahead of plan.` */
export const standingText = (model: Model, commitment: Commitment, pacing: Pacing): string => {
  const { unit } = commitment
  const when = fiscalName(pacing.asOf, model.fiscalCalendar)
  if (Number.isNaN(pacing.counted)) return `At ${when} what is counted has no value: something it needs is empty.`
  if (pacing.elapsed === 0)
    return `The window has not begun at ${when}: it runs from ${fiscalName(pacing.window.first, model.fiscalCalendar)} to ${fiscalName(pacing.window.last, model.fiscalCalendar)}.`
  const counted = countedText(when, commitment, pacing)
  if (Number.isNaN(pacing.ahead)) return `${counted}; the plan has no value there.`
  if (pacing.ahead === 0) return `${counted}, on plan.`
  const time = awayInTime(pacing) === '' ? '' : ` and ${awayInTime(pacing)}`
  const { word } = standingOf(commitment, pacing)
  return `${counted}, ${inBillions(Math.abs(pacing.ahead), unit)}${time} ${word.toLowerCase()}.`
}

/**
 * `In Base it is behind plan on 2 of 4 readings: total capex from FY25 Q4 (−0.211 bn) and …`; readings whose plan or count has no
 * value are named. Null where there is one reading.
 */
export const readingsText = (
  commitment: Commitment,
  scenario: string,
  paced: readonly PacedReading[],
): { readonly sentence: string; readonly tone: Tone } | null => {
  if (paced.length < 2) return null
  const told = paced.map(({ reading, pacing }) => ({ reading, pacing, tone: standingOf(commitment, pacing).tone }))
  const [bad, unknown] = (['bad', 'unknown'] as const).map((tone) => told.filter((each) => each.tone === tone))
  const off = commitment.kind === 'cap' ? 'over plan' : 'behind plan'
  const lacking = (unknown ?? []).map(({ reading }) => reading.name)
  const also = lacking.length === 0 ? '' : ` It cannot be told of ${listed(lacking)}.`
  const known = paced.length - lacking.length
  if (known === 0) return { sentence: `In ${scenario} it cannot be told of any reading yet.`, tone: 'unknown' }
  if (bad === undefined || bad.length === 0) {
    const readings =
      lacking.length === 0
        ? `any of the ${known} readings`
        : known === 1
          ? 'the one reading told'
          : `any of ${known} readings`
    return {
      sentence: `In ${scenario} it is not ${off} on ${readings}.${also}`,
      tone: also === '' ? 'good' : 'unknown',
    }
  }
  const named = bad.map(({ reading, pacing }) => `${reading.name} (${signedBillions(pacing.ahead, commitment.unit)})`)
  const which = bad.length === paced.length ? `all ${paced.length}` : `${bad.length} of ${paced.length}`
  return { sentence: `In ${scenario} it is ${off} on ${which} readings: ${listed(named)}.${also}`, tone: 'bad' }
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
      pacing.elapsed === 0
        ? 'the window has not begun'
        : `${plainFigure(pacing.elapsed, 0)} of ${pacing.window.quarters} quarters elapsed`,
    ),
    plain('planned', 'Planned', money(pacing.planned), planText(pacing.plan)),
    plain('ahead', word, signedBillions(pacing.ahead, unit), `SPI ${plainFigure(pacing.spi, 3) || 'no value'}`, tone),
    plain(
      'ahead_quarters',
      `${word}, in time`,
      `${isPlanUsedUp(pacing) && pacing.aheadQuarters > 0 ? '≥ ' : ''}${signedQuarters(pacing.aheadQuarters)}`,
      Number.isNaN(pacing.earned)
        ? 'no earned schedule'
        : `earned schedule ${plainFigure(pacing.earned, 3)}, SPI(t) ${plainFigure(pacing.spiT, 3) || 'no value'}`,
      tone,
    ),
    plain(
      'required',
      commitment.kind === 'cap' ? 'Left for each quarter' : 'Required a quarter',
      isOver ? 'none is left' : money(pacing.required),
      isOver ? 'the window has ended' : pacing.required === 0 ? kindWords(commitment.kind).isReached : multiple,
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
