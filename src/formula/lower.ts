// Lowering rewrites a checked formula into the IR. Lags are taken one after the other, as the language says: a lag of
// anything but a line reads a Helper, which has no value outside the timeline, like every column.

import { unreachable } from '#base/assert.ts'
import type { LineId } from '#model/lineItem.ts'
import type { Quarter } from '#model/quarter.ts'
import { lowerCall } from './lowerCall.ts'
import {
  all,
  any,
  anyLacks,
  binary,
  compare,
  Helper,
  lacks,
  noValue,
  number,
  quotient,
  select,
  unary,
  unless,
  type Column,
  type Mask,
  type Value,
} from './ir.ts'
import type { Rewriting } from './rewriting.ts'
import type { Step, ComparisonOperator, Tree } from './tree.ts'

export type Lowered = {
  /** In the order to compute them: each reads earlier ones, and itself at earlier places. */
  readonly helpers: readonly Helper[]
  readonly value: Value
}

export type LoweringScope = {
  /** How many quarters the timeline has. */
  readonly length: number
  /** A quarter's place in the timeline; below 0 or beyond its length outside. */
  readonly placeOf: (quarter: Quarter) => number
}

/** Where a condition holds, and where it has no value; null: it always has one. */
type Truth = { readonly holds: Mask; readonly lacks: Mask | null }

const yearEnd: Value = { kind: 'column', column: { kind: 'scale', name: 'year end' }, lag: 0 }

/** Rewrites one formula, in quarters or in years; year columns lie at the last quarters, so a lag of 4 is a year in both. */
class Lowering implements Rewriting {
  readonly helpers: Helper[]
  readonly scope: LoweringScope
  readonly isYearly: boolean
  readonly length: number
  readonly placeOf: (quarter: Quarter) => number
  readonly #lines = new Map<LineId, Column>()
  readonly #reads = new Map<Column, Map<number, Value>>()

  constructor(scope: LoweringScope, isYearly: boolean, helpers: Helper[] = []) {
    this.scope = scope
    this.length = scope.length
    this.placeOf = scope.placeOf
    this.isYearly = isYearly
    this.helpers = helpers
  }

  readonly value = (tree: Tree): Value => {
    switch (tree.kind) {
      case 'number':
        return number(tree.value)
      case 'line':
      case 'calendar':
        return this.read(this.column(tree), 0)
      case 'negate':
        return unary('negate', this.value(tree.of))
      case 'chain':
        return tree.rest.reduce((left, { operator, operand }) => {
          const right = this.value(operand)
          return operator === '/' ? quotient(left, right) : binary(left, operator, right)
        }, this.value(tree.first))
      case 'power':
        return this.#power(this.value(tree.base), this.value(tree.exponent))
      case 'not':
      case 'comparison':
      case 'and':
      case 'or': {
        const truth = this.#truth(tree)
        return unless(truth.lacks, select(truth.holds, number(1), number(0)))
      }
      case 'choice':
        return this.#choice(tree.condition, this.value(tree.yes), this.value(tree.no))
      case 'lag':
        return tree.quarters === 0 ? this.value(tree.of) : this.read(this.column(tree.of), tree.quarters)
      case 'at': {
        const place = this.placeOf(tree.quarter)
        const isInside = place >= 0 && place < this.length
        return isInside ? { kind: 'fixed', column: this.column(tree.of), place } : noValue
      }
      case 'call':
        return lowerCall(tree, this)
      default:
        return unreachable(tree)
    }
  }

  #choice(condition: Tree, yes: Value, no: Value): Value {
    const truth = this.#truth(condition)
    return unless(truth.lacks, select(truth.holds, yes, no))
  }

  #truth(tree: Tree): Truth {
    switch (tree.kind) {
      case 'comparison':
        return this.#comparison(tree.first, tree.rest)
      case 'not': {
        const of = this.value(tree.of)
        return { holds: compare(of, '==', number(0)), lacks: anyLacks([of]) }
      }
      case 'and':
      case 'or': {
        const parts = tree.operands.map((operand) => this.#truth(operand))
        const join = tree.kind === 'and' ? all : any
        return {
          holds: join(parts.map(({ holds }) => holds)) ?? compare(number(0), '==', number(0)),
          lacks: any(parts.map((part) => part.lacks)),
        }
      }
      default: {
        const value = this.value(tree)
        return { holds: compare(value, '!=', number(0)), lacks: anyLacks([value]) }
      }
    }
  }

  #comparison(first: Tree, rest: readonly Step<ComparisonOperator>[]): Truth {
    const values = [first, ...rest.map(({ operand }) => operand)].map((each) => this.value(each))
    const pairs = rest.map(({ operator }, at) => compare(values[at] ?? noValue, operator, values[at + 1] ?? noValue))
    return { holds: all(pairs) ?? compare(number(0), '==', number(0)), lacks: anyLacks(values) }
  }

  #power(base: Value, exponent: Value): Value {
    if (exponent.kind === 'number' && [2, 3, 4].includes(exponent.value)) {
      let product = base
      for (let factors = 1; factors < exponent.value; factors += 1) product = binary(product, '*', base)
      return product
    }
    return { kind: 'host', name: 'power', of: [base, exponent] }
  }

  readonly column = (tree: Tree): Column => {
    switch (tree.kind) {
      case 'line': {
        const known = this.#lines.get(tree.line)
        if (known !== undefined) return known
        const column: Column = { kind: 'line', line: tree.line, holds: this.isYearly ? 'years' : 'quarters' }
        this.#lines.set(tree.line, column)
        return column
      }
      case 'calendar':
        return { kind: 'scale', name: tree.name }
      default:
        return this.helper(() => this.value(tree))
    }
  }

  /** A new helper; in years it has no value but in whole ones, whatever its formula looks past. */
  readonly helper = (valueOf: (itself: Helper) => Value): Helper => {
    const helper = new Helper()
    const value = valueOf(helper)
    helper.value = this.isYearly ? unless(lacks(yearEnd), value) : value
    this.helpers.push(helper)
    return helper
  }

  readonly read = (column: Column, lag: number): Value => {
    if (Math.abs(lag) >= this.length) return noValue
    const reads = this.#reads.get(column) ?? new Map<number, Value>()
    this.#reads.set(column, reads)
    const known = reads.get(lag)
    if (known !== undefined) return known
    const read: Value = { kind: 'column', column, lag }
    reads.set(lag, read)
    return read
  }

  /** An expression's quarters, also where a year is computed. */
  readonly quarters = (tree: Tree): Column =>
    (this.isYearly ? new Lowering(this.scope, false, this.helpers) : this).column(tree)
}

/** The formula of a line in quarters. */
export const lower = (tree: Tree, scope: LoweringScope): Lowered => {
  const lowering = new Lowering(scope, false)
  const value = lowering.value(tree)
  return { helpers: lowering.helpers, value }
}

/** The formula of a rate on the values of a year; some of its helpers hold quarters. It must have no obstacle (yearly.ts). */
export const lowerYear = (tree: Tree, scope: LoweringScope): Lowered => {
  const lowering = new Lowering(scope, true)
  const value = unless(lacks(yearEnd), lowering.value(tree))
  return { helpers: lowering.helpers, value }
}

/** A year's sum of a flow, and a balance's last quarter. */
export const lowerYearOf = (line: LineId, kind: 'flow' | 'balance', scope: LoweringScope): Lowered => {
  const lowering = new Lowering(scope, false)
  const column: Column = { kind: 'line', line, holds: 'quarters' }
  const lags = kind === 'flow' ? [-3, -2, -1, 0] : [0]
  const [first = noValue, ...rest] = lags.map((lag) => lowering.read(column, lag))
  const value = rest.reduce((left, right) => binary(left, '+', right), first)
  return { helpers: [], value: unless(lacks(yearEnd), value) }
}
