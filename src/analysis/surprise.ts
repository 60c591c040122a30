// A Surprise is what was reported against what was expected. Amounts differ in per cent of the expected amount, which has a
// meaning only where that is above 0; per cents and points differ in points, margins in basis points. The verdict needs no
// per cent: it asks whether the figure lies farther from the consensus than the line tolerates, and on which side.

import type { Results } from '#engine/results.ts'
import { areAlike } from '#model/expected.ts'
import { shownValue } from '#model/figure.ts'
import type { LineItem } from '#model/lineItem.ts'
import { isFraction, type Unit } from '#model/unit.ts'
import { isMargin } from './margin.ts'

/** What differences of a line are told in. */
export type Measure = 'share' | 'points' | 'bps'

/** What has changed its sign: there is no per cent of it. */
type Turn = 'to loss' | 'to profit'

export type Change =
  /** As a fraction of what it is held against. */
  | { readonly in: 'share'; readonly by: number }
  /** As a fraction: 2.4 points are 0.024, and 240 bps too. */
  | { readonly in: 'points' | 'bps'; readonly by: number }
  /** Not meaningful. */
  | { readonly in: 'nothing'; readonly turn: Turn | null }

export type Verdict = 'beat' | 'miss' | 'in line' | 'above' | 'below'

export type Place = {
  readonly at: 'below' | 'inside' | 'above'
  /** How far along from the low end to the high one, as a fraction; null outside, and where there is only one end. */
  readonly along: number | null
}

export const measureOf = ({ model }: Pick<Results, 'model'>, line: LineItem): Measure =>
  !isFraction(line.unit) ? 'share' : isMargin(model, line) ? 'bps' : 'points'

/** What a value of another line is in a line's unit: money in its scale, the point moved. */
export const inUnitOf = (value: number, from: Unit, to: Unit): number => {
  if (!areAlike(from, to)) return NaN
  return to.kind === 'currency' ? shownValue(value, from, to.scale) : value
}

const turnOf = (value: number, reference: number): Turn | null => {
  if (reference > 0 && value < 0) return 'to loss'
  return reference < 0 && value > 0 ? 'to profit' : null
}

const change = (
  measure: Measure,
  value: number,
  reference: number,
  share: (value: number, reference: number) => number,
): Change | null => {
  if (Number.isNaN(value - reference)) return null
  if (measure !== 'share') return { in: measure, by: value - reference }
  const turn = turnOf(value, reference)
  const by = share(value, reference)
  return reference > 0 && turn === null && Number.isFinite(by) ? { in: 'share', by } : { in: 'nothing', turn }
}

/** (reported − expected) / |expected|; null where either is missing. */
export const surpriseOf = (measure: Measure, reported: number, expected: number): Change | null =>
  change(measure, reported, expected, (value, reference) => (value - reference) / Math.abs(reference))

/** What a figure has grown by, as `yoy` has it; null where either is missing. */
export const growthOf = (measure: Measure, value: number, before: number): Change | null =>
  change(measure, value, before, (now, then) => now / then - 1)

/** ±1 % of the consensus, and half a point where points are told. */
const usualTolerance = { share: 0.01, points: 0.005, bps: 0.005 } as const

export const toleranceOf = ({ expected, unit }: LineItem): number =>
  expected?.tolerance ?? usualTolerance[isFraction(unit) ? 'points' : 'share']

/** So much of the figures themselves is the noise of their last binary digits. */
const noise = 1e-12

/** Which side of its consensus a figure lies on. What lies just as far from it as is tolerated is in line. */
export const verdictOf = (line: LineItem, reported: number, consensus: number): Verdict | null => {
  const amount = reported - consensus
  if (Number.isNaN(amount)) return null
  const tolerated = toleranceOf(line) * (isFraction(line.unit) ? 1 : Math.abs(consensus))
  const slack = noise * Math.max(Math.abs(reported), Math.abs(consensus))
  if (Math.abs(amount) <= tolerated + slack) return 'in line'
  if (line.polarity === 'neutral') return amount > 0 ? 'above' : 'below'
  return amount > 0 === (line.polarity === 'moreIsBetter') ? 'beat' : 'miss'
}

/** Where a figure lies in the guidance, whose ends count as inside; null where no end is known. */
export const placeIn = (value: number, low: number, high: number): Place | null => {
  if (Number.isNaN(value) || (Number.isNaN(low) && Number.isNaN(high))) return null
  // Ends typed the other way round are still its ends.
  const [from, to] = low > high ? [high, low] : [low, high]
  if (value < from) return { at: 'below', along: null }
  if (value > to) return { at: 'above', along: null }
  return { at: 'inside', along: to > from ? (value - from) / (to - from) : null }
}
