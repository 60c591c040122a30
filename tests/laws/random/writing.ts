// A Writing is a piece of formula text with its rank: how tightly it binds. A piece that binds too loosely for where it
// goes is put in parentheses; now and then one that need not be is too.

import type { Chance } from '../../support/chance.ts'
import type { LineSketch, Sketch } from './sketch.ts'

export const ranks = {
  choice: 0,
  or: 1,
  and: 2,
  not: 3,
  comparison: 4,
  sum: 5,
  product: 6,
  negate: 7,
  power: 8,
  /** A number or a calendar name, which no bracket may follow. */
  word: 9,
  /** A key, a call, a group or something in brackets, which a bracket may follow. */
  whole: 10,
} as const

export type Rank = (typeof ranks)[keyof typeof ranks]

export type Writing = { readonly text: string; readonly rank: Rank }

/**
 * Where an expression is looked at, seen from the row's own quarter. `latest` is the latest quarter that it may mean
 * (−Infinity for one by name); `isFixed` where a quarter by name is among its ends.
 */
export type Reach = { readonly latest: number; readonly isFixed: boolean }

export const here: Reach = { latest: 0, isFixed: false }

export const later = ({ latest, isFixed }: Reach, quarters: number): Reach => ({ latest: latest + quarters, isFixed })

export const fixed: Reach = { latest: -Infinity, isFixed: true }

/** Who writes: whose formula it is and how it is to look. */
export type Writer = {
  readonly sketch: Sketch
  readonly chance: Chance
  readonly line: LineSketch
  readonly free: readonly string[]
  readonly group: readonly LineSketch[]
  /** How often a reference is to the line's own group. */
  readonly loopShare: number
  /** Only what a year column can be made of. */
  readonly isYearly: boolean
}

const needlessShare = 0.04 // parentheses nobody asked for, as people write them

export const atLeast = ({ chance }: Writer, { text, rank }: Writing, least: Rank): string =>
  rank < least || chance.happens(needlessShare) ? `(${text})` : text

const someBlanks = ['', '', ' ', ' ', ' ', '  '] as const

/** An operator, sometimes closed up. */
export const spaced = ({ chance }: Writer, operator: string): string => {
  const blank = chance.pick(someBlanks)
  return `${blank}${operator}${blank}`
}
