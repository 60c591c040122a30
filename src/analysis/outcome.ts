// An Outcome is a line in one reported quarter, held against what was expected of it. The outcomes of a line are in the order
// of time, one for every reported quarter: where nothing was expected or reported there is a gap, and a streak ends there.

import { baseOf, isReported, type Model } from '#model/model.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import type { Quarter } from '#model/quarter.ts'
import { quartersOf } from '#model/timeline.ts'
import type { Reporting } from './reported.ts'
import {
  inUnitOf,
  measureOf,
  placeIn,
  surpriseOf,
  verdictOf,
  type Change,
  type Place,
  type Verdict,
} from './surprise.ts'

export type Streak = {
  readonly count: number
  /** What stands before it: another verdict, a quarter without one, or the first quarter of the timeline. */
  readonly after: 'another' | 'a gap' | 'nothing'
}

export type Outcome = {
  readonly quarter: Quarter
  /** In the line's unit; NaN where it is not reported. */
  readonly reported: number
  /** In the line's unit, as are the two below; NaN where nothing was expected. */
  readonly consensus: number
  readonly low: number
  readonly high: number
  readonly surprise: Change | null
  readonly verdict: Verdict | null
  readonly place: Place | null
  /** How many quarters in a row came out so, this one the last; null where it is in line or without a verdict. */
  readonly streak: Streak | null
}

/** The lines that name what they are held against, as listed. */
export const heldLines = (lines: readonly LineItem[]): readonly LineItem[] =>
  lines.filter(({ expected }) => expected !== null)

type Partners = Readonly<Record<'consensus' | 'low' | 'high', LineItem | undefined>>

const partnersIn = ({ lines }: Pick<Model, 'lines'>, { expected }: LineItem): Partners => {
  const named = (id: LineId | null | undefined): LineItem | undefined => lines.find((each) => each.id === id)
  return { consensus: named(expected?.consensus), low: named(expected?.low), high: named(expected?.high) }
}

const withoutStreak = (
  reporting: Reporting,
  line: LineItem,
  partners: Partners,
  quarter: Quarter,
): Omit<Outcome, 'streak'> => {
  const { results } = reporting
  const base = baseOf(results.model).id
  const expected = (partner: LineItem | undefined): number =>
    partner === undefined ? NaN : inUnitOf(results.valueOf(base, partner.id, quarter), partner.unit, line.unit)
  const reported = reporting.valueOf(line, quarter)
  const [consensus, low, high] = [expected(partners.consensus), expected(partners.low), expected(partners.high)]
  return {
    ...{ quarter, reported, consensus, low, high },
    surprise: surpriseOf(measureOf(results, line), reported, consensus),
    verdict: verdictOf(line, reported, consensus),
    place: placeIn(reported, low, high),
  }
}

const nextStreak = (
  verdict: Verdict | null,
  before: Pick<Outcome, 'verdict' | 'streak'> | undefined,
): Streak | null => {
  if (verdict === null || verdict === 'in line') return null
  if (before === undefined) return { count: 1, after: 'nothing' }
  if (before.verdict === verdict && before.streak !== null) return { ...before.streak, count: before.streak.count + 1 }
  return { count: 1, after: before.verdict === null ? 'a gap' : 'another' }
}

/** What became of a line in every reported quarter, the oldest first. */
export const outcomesOf = (reporting: Reporting, line: LineItem): readonly Outcome[] => {
  const { model } = reporting.results
  const partners = partnersIn(model, line)
  const outcomes: Outcome[] = []
  for (const quarter of quartersOf(model.timeline).filter((each) => isReported(model, each))) {
    const outcome = withoutStreak(reporting, line, partners, quarter)
    outcomes.push({ ...outcome, streak: nextStreak(outcome.verdict, outcomes.at(-1)) })
  }
  return outcomes
}
