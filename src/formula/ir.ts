// The IR: the small language that formulas are rewritten into before they are compiled. A Value is a number at every
// place of the timeline, NaN for none; a Mask is true or false there. Both are graphs: a node that is used twice is
// computed once. Looking elsewhere in time means reading a Column, so that whatever looks further than one line's own
// cells (`ttm(a - b)`, a running sum) is a Column of its own first, a Helper.

import { unreachable } from '#base/assert.ts'
import type { LineId } from '#model/lineItem.ts'
import type { CalendarName } from './reserved.ts'

/** `year end` is 1 where four quarters of the timeline end, else NaN. */
export type ScaleName = CalendarName | 'year end'

export type Column =
  /** A line's finished values; `years`: those of the years, each at its last quarter; `typed`: its typed numbers. */
  | { readonly kind: 'line'; readonly line: LineId; readonly holds: 'quarters' | 'years' | 'typed' }
  | { readonly kind: 'scale'; readonly name: ScaleName }
  | Helper

/** A hidden column: what a part of a formula comes to, infinity included. It may read itself at earlier places. */
export class Helper {
  readonly kind = 'helper'
  value: Value = noValue
}

export type UnaryOperator = 'negate' | 'absolute' | 'floor' | 'ceiling' | 'root'
/** `least` and `most` give the left one where neither is less. */
export type BinaryOperator = '+' | '-' | '*' | '/' | 'least' | 'most'
export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>='
export type HostName = 'exp' | 'log' | 'log10' | 'power'
export type WindowOperator = 'sum' | 'mean' | 'min' | 'max' | 'count' | 'median' | 'stdev'

/** One end of a window: so many places after the row's own, or a place of the timeline (-1 and its length included). */
export type WindowEnd = { readonly lag: number } | { readonly place: number }

export type Value =
  | { readonly kind: 'number'; readonly value: number }
  /** The column so many places later; fewer than the timeline has, either way. */
  | { readonly kind: 'column'; readonly column: Column; readonly lag: number }
  | { readonly kind: 'fixed'; readonly column: Column; readonly place: number }
  | { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly of: Value }
  | { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Value; readonly right: Value }
  | { readonly kind: 'select'; readonly where: Mask; readonly yes: Value; readonly no: Value }
  /** No value where the mask holds. */
  | { readonly kind: 'unless'; readonly where: Mask; readonly of: Value }
  | { readonly kind: 'host'; readonly name: HostName; readonly of: readonly Value[] }
  | { readonly kind: 'list'; readonly operator: 'median' | 'stdev'; readonly of: readonly Value[] }
  | {
      readonly kind: 'window'
      readonly operator: WindowOperator
      readonly column: Column
      readonly from: WindowEnd
      readonly to: WindowEnd
    }

export type Mask =
  /** As IEEE compares: nothing but `!=` holds of NaN. */
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly left: Value; readonly right: Value }
  | { readonly kind: 'lacks'; readonly of: Value }
  | { readonly kind: 'both' | 'either'; readonly left: Mask; readonly right: Mask }

export const number = (value: number): Value => ({ kind: 'number', value })

export const noValue = number(NaN)

export const unary = (operator: UnaryOperator, of: Value): Value => ({ kind: 'unary', operator, of })

export const binary = (left: Value, operator: BinaryOperator, right: Value): Value => ({
  kind: 'binary',
  operator,
  left,
  right,
})

export const compare = (left: Value, operator: Comparison, right: Value): Mask => ({
  kind: 'compare',
  operator,
  left,
  right,
})

export const select = (where: Mask, yes: Value, no: Value): Value => ({ kind: 'select', where, yes, no })

export const unless = (where: Mask | null, of: Value): Value => (where === null ? of : { kind: 'unless', where, of })

export const lacks = (of: Value): Mask => ({ kind: 'lacks', of })

const joined = (kind: 'both' | 'either', masks: readonly Mask[]): Mask | null =>
  masks.reduce<Mask | null>((left, right) => (left === null ? right : { kind, left, right }), null)

export const all = (masks: readonly Mask[]): Mask | null => joined('both', masks)

export const any = (masks: readonly (Mask | null)[]): Mask | null =>
  joined(
    'either',
    masks.filter((mask) => mask !== null),
  )

/** Where any of the values is missing; null where none can be. */
export const anyLacks = (values: readonly Value[]): Mask | null =>
  any(values.map((each) => (each.kind === 'number' && !Number.isNaN(each.value) ? null : lacks(each))))

const isPowerOfTwo = (value: number): boolean => 2 ** Math.round(Math.log2(Math.abs(value))) === Math.abs(value)

/** a / b; no value where b is 0. By a power of two a product is the same number, and quicker. */
export const quotient = (left: Value, right: Value): Value => {
  if (right.kind !== 'number' || right.value === 0)
    return unless(compare(right, '==', number(0)), binary(left, '/', right))
  const inverse = 1 / right.value
  return isPowerOfTwo(right.value) && Number.isFinite(inverse) && 1 / inverse === right.value
    ? binary(left, '*', number(inverse))
    : binary(left, '/', right)
}

/** The value that one is computed from first; null where it is computed from none, or from several alike. */
export const firstPartOf = (value: Value): Value | null => {
  switch (value.kind) {
    case 'unary':
    case 'unless':
      return value.of
    case 'binary':
      return value.left
    case 'select':
      return value.yes
    default:
      return null
  }
}

const addMask = (mask: Mask, parts: Value[]): void => {
  switch (mask.kind) {
    case 'compare':
      parts.push(mask.left, mask.right)
      return
    case 'lacks':
      parts.push(mask.of)
      return
    case 'both':
    case 'either':
      addMask(mask.left, parts)
      addMask(mask.right, parts)
      return
    default:
      unreachable(mask)
  }
}

/** The values that a value is computed from. */
export const partsOf = (value: Value): readonly Value[] => {
  const parts: Value[] = []
  switch (value.kind) {
    case 'number':
    case 'column':
    case 'fixed':
    case 'window':
      return parts
    case 'unary':
      return [value.of]
    case 'binary':
      return [value.left, value.right]
    case 'select':
      addMask(value.where, parts)
      return [...parts, value.yes, value.no]
    case 'unless':
      addMask(value.where, parts)
      return [...parts, value.of]
    case 'host':
    case 'list':
      return value.of
    default:
      return unreachable(value)
  }
}
