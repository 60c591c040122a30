// What the rewriting of a formula offers to that of a call in it, and what the rewritings of calls share.

import { present } from '#base/assert.ts'
import type { Quarter } from '#model/quarter.ts'
import { binary, noValue, type Column, type Helper, type Value } from './ir.ts'
import type { Call, Tree } from './tree.ts'

/** What the rewriting of a call asks of that of the formula around it. */
export type Rewriting = {
  readonly length: number
  readonly placeOf: (quarter: Quarter) => number
  readonly value: (tree: Tree) => Value
  /** What an expression comes to at every place, to be read at others. */
  readonly column: (tree: Tree) => Column
  /** The same in quarters, also where a year is computed. */
  readonly quarters: (tree: Tree) => Column
  readonly read: (column: Column, lag: number) => Value
  readonly helper: (valueOf: (itself: Helper) => Value) => Helper
}

/** A function that checking turns into other nodes is not met here. */
export type Lowering = (call: Call, formula: Rewriting) => Value

export const plus = (left: Value, right: Value): Value => binary(left, '+', right)

export const sumOf = (values: readonly Value[]): Value => values.slice(1).reduce(plus, values[0] ?? noValue)

export const only = ({ expressions }: Call): Tree => present(expressions[0], 'an expression')
