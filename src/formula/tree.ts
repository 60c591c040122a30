// A Tree is a checked formula: every name is a line, a calendar name or a function that exists, every lag and quarter is
// known, every argument fits. Each node has the span of text it stands for. A run of operators of one rank is one node,
// so a long sum is wide and not deep.

import { unreachable } from '#base/assert.ts'
import type { Span } from '#base/span.ts'
import type { LineId } from '#model/lineItem.ts'
import type { Quarter } from '#model/quarter.ts'
import type { FunctionName } from './functionTable.ts'
import type { CalendarName } from './reserved.ts'

export type ArithmeticOperator = '+' | '-' | '*' | '/'

export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>='

/** One end of a window: so many quarters after the row's own, or a quarter by name. */
export type End = { readonly lag: number } | { readonly quarter: Quarter }

export type Tree = { readonly span: Span } &
  /** A per cent keeps its sign for print; its value is the fraction. */
  (
    | { readonly kind: 'number'; readonly value: number; readonly isPercent: boolean }
    | { readonly kind: 'line'; readonly line: LineId }
    | { readonly kind: 'calendar'; readonly name: CalendarName }
    | { readonly kind: 'negate' | 'not'; readonly of: Tree }
    | { readonly kind: 'chain'; readonly first: Tree; readonly rest: readonly Step<ArithmeticOperator>[] }
    | { readonly kind: 'power'; readonly base: Tree; readonly exponent: Tree }
    | { readonly kind: 'comparison'; readonly first: Tree; readonly rest: readonly Step<ComparisonOperator>[] }
    | { readonly kind: 'and' | 'or'; readonly operands: readonly Tree[] }
    | { readonly kind: 'choice'; readonly condition: Tree; readonly yes: Tree; readonly no: Tree }
    /** The expression so many quarters later; lags back are negative. */
    | { readonly kind: 'lag'; readonly of: Tree; readonly quarters: number }
    | { readonly kind: 'at'; readonly of: Tree; readonly quarter: Quarter }
    | CallShape
  )

export type Step<Operator> = { readonly operator: Operator; readonly operand: Tree }

type CallShape = {
  readonly kind: 'call'
  readonly name: FunctionName
  /** The expressions given, in order; for an aggregate over a window, the one expression. */
  readonly expressions: readonly Tree[]
  readonly window: { readonly from: End; readonly to: End } | null
  /** The quarters and the whole number given: `ramp(0, 1, "FY26 Q3", "FY28 Q4")`, `round(x, 2)`. */
  readonly quarters: readonly Quarter[]
  readonly whole: number | null
}

export type Call = Extract<Tree, { kind: 'call' }>

/** The parts of a tree one level down. */
export const partsOf = (tree: Tree): readonly Tree[] => {
  switch (tree.kind) {
    case 'number':
    case 'line':
    case 'calendar':
      return []
    case 'negate':
    case 'not':
    case 'lag':
    case 'at':
      return [tree.of]
    case 'chain':
    case 'comparison':
      return [tree.first, ...tree.rest.map(({ operand }) => operand)]
    case 'power':
      return [tree.base, tree.exponent]
    case 'and':
    case 'or':
      return tree.operands
    case 'choice':
      return [tree.condition, tree.yes, tree.no]
    case 'call':
      return tree.expressions
    default:
      return unreachable(tree)
  }
}
