// A LineItem is a row of the model. Everything refers to it by `id`; its `key` is its name in formulas and may change.

import type { Quarter } from './quarter.ts'
import type { Unit } from './unit.ts'

export type LineId = string

/** How a line adds up over a fiscal year, or, for a constant, that it has one number for all quarters. */
export type Kind = 'flow' | 'balance' | 'rate' | 'constant'

/** Whether more is good news, bad news or neither. */
export type Polarity = 'moreIsBetter' | 'lessIsBetter' | 'neutral'

/** What a line is held against when it is reported: other lines of the model, of which it names at least one. */
export type Expected = {
  readonly consensus: LineId | null
  /** The ends of the company's guidance; one may be alone. */
  readonly low: LineId | null
  readonly high: LineId | null
  /** How far from the consensus is still in line, as a fraction: of its amount or, where the line counts per cents or points,
   * of 1. null: what is usual. */
  readonly tolerance: number | null
}

/** A break in a line's series, such as a recast: what is reported from `quarter` on cannot be held against what stands before. */
export type SeriesBreak = { readonly quarter: Quarter; readonly reason: string }

export type LineItem = {
  readonly id: LineId
  readonly key: string
  readonly label: string
  readonly section: string
  readonly unit: Unit
  readonly kind: Kind
  /** Digits after the point on screen. */
  readonly decimals: number
  readonly polarity: Polarity
  /** An assumption to play with: what is typed on it belongs to the scenario shown, whatever the quarter. */
  readonly driver: boolean
  /** Base's formula for all quarters; null where there is none. A constant's is a number with an optional sign. */
  readonly formula: string | null
  readonly description: string
  /** A check passes in a quarter where its value is no farther from 0 than this, in the line's unit; null: not a check. */
  readonly tolerance: number | null
  readonly expected: Expected | null
  /** Where its numbers are read, in words or as an address; empty: not said. */
  readonly source: string
  /** Oldest first, one for a quarter at the most. */
  readonly breaks: readonly SeriesBreak[]
}

export const keyForm = /^[a-z][a-z0-9_]{0,63}$/
