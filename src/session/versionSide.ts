// One side of what differs between two versions, told: a figure with its unit, a formula, words, or nothing.

import { readConstant } from '#formula/constant.ts'
import { figureWithUnit } from '#model/figure.ts'
import type { LineItem } from '#model/lineItem.ts'
import type { Entry } from '#model/quarterRow.ts'

/** What it reads, and what it is in full. */
export type Side = {
  readonly text: string
  readonly form: 'figure' | 'code' | 'words' | 'nothing'
  readonly value: string | number | null
}

export const nothing: Side = { text: 'none', form: 'nothing', value: null }
export const words = (text: string): Side => ({ text, form: 'words', value: text })
const code = (text: string): Side =>
  text.trim() === '' ? { ...words('no value'), value: '' } : { text, form: 'code', value: text }

/** More digits than a double has make no two numbers look different. */
const mostDecimals = 17

type Typed = { readonly value: number; readonly line: LineItem }

/** Two figures with as many digits as it takes to tell them apart. */
const figures = (was: Typed | null, is: Typed | null): readonly [Side, Side] => {
  const at = (extra: number): readonly string[] =>
    [was, is].map((each) =>
      each === null ? 'none' : figureWithUnit(each.value, each.line.unit, each.line.decimals + extra),
    )
  let extra = 0
  while (was?.value !== is?.value && at(extra)[0] === at(extra)[1] && extra < mostDecimals) extra += 1
  const [before = '', after = ''] = at(extra)
  const side = (typed: Typed | null, text: string): Side =>
    typed === null ? nothing : { text, form: 'figure', value: typed.value }
  return [side(was, before), side(is, after)]
}

/** Two entries of a cell; a line may have had another unit. */
export const entrySides = (
  [was, is]: readonly [Entry | null, Entry | null],
  [before, after]: readonly [LineItem | null, LineItem | null],
): readonly [Side, Side] => {
  const typed = (entry: Entry | null, line: LineItem | null): Typed | null =>
    typeof entry === 'number' && line !== null ? { value: entry, line } : null
  const told = figures(typed(was, before), typed(is, after))
  const side = (entry: Entry | null, figure: Side): Side =>
    entry === 'release' ? { text: 'here the formula', form: 'words', value: 'release' } : figure
  return [side(was, told[0]), side(is, told[1])]
}

/** Two formulas of a line; a constant's is told as its number. */
export const formulaSides = (
  [was, is]: readonly [string | null, string | null],
  [before, after]: readonly [LineItem | null, LineItem | null],
): readonly [Side, Side] => {
  const numberOf = (text: string | null, line: LineItem | null): Typed | null => {
    const value = line?.kind !== 'constant' || text === null ? null : readConstant(text)
    return line !== null && typeof value === 'number' ? { value, line } : null
  }
  const numbers = [numberOf(was, before), numberOf(is, after)] as const
  const told = figures(...numbers)
  const side = (text: string | null, number: Typed | null, figure: Side): Side =>
    text === null ? nothing : number === null ? code(text) : figure
  return [side(was, numbers[0], told[0]), side(is, numbers[1], told[1])]
}
