// Whether a rate's formula means something on a year's values: it may use keys, numbers, operators, logic, number
// functions, aggregates of plain values, lags of whole years, yoy, cagr and ttm. Anything else stands in the way.

import { unreachable } from '#base/assert.ts'
import type { Span } from '#base/span.ts'
import { functionNamed } from './functionTable.ts'
import type { Call, Tree } from './tree.ts'

export type YearObstacle = { readonly span: Span; readonly sentence: string }

const yearlyTimeFunctions: ReadonlySet<string> = new Set(['yoy', 'cagr', 'ttm'])

const inCall = (call: Call): YearObstacle | null => {
  if (call.window !== null) return { span: call.span, sentence: 'a window of quarters has no meaning in a year' }
  if (functionNamed(call.name)?.group === 'time' && !yearlyTimeFunctions.has(call.name))
    return { span: call.span, sentence: `${call.name} has no meaning in a year` }
  return firstOf(call.expressions)
}

const firstOf = (trees: readonly Tree[]): YearObstacle | null => {
  for (const tree of trees) {
    const obstacle = yearObstacle(tree)
    if (obstacle !== null) return obstacle
  }
  return null
}

/** The first thing in a formula that keeps its line from having a year, or null. */
export const yearObstacle = (tree: Tree): YearObstacle | null => {
  switch (tree.kind) {
    case 'number':
    case 'line':
      return null
    case 'calendar':
      return { span: tree.span, sentence: `${tree.name} has no meaning in a year` }
    case 'negate':
    case 'not':
      return yearObstacle(tree.of)
    case 'chain':
    case 'comparison':
      return firstOf([tree.first, ...tree.rest.map(({ operand }) => operand)])
    case 'power':
      return firstOf([tree.base, tree.exponent])
    case 'and':
    case 'or':
      return firstOf(tree.operands)
    case 'choice':
      return firstOf([tree.condition, tree.yes, tree.no])
    case 'lag':
      if (tree.quarters % 4 === 0) return yearObstacle(tree.of)
      return {
        span: tree.span,
        sentence: `it looks ${Math.abs(tree.quarters)} quarter${Math.abs(tree.quarters) === 1 ? '' : 's'} ${tree.quarters < 0 ? 'back' : 'ahead'}; a year can look whole years back or ahead only`,
      }
    case 'at':
      return { span: tree.span, sentence: 'a quarter by name has no meaning in a year' }
    case 'call':
      return inCall(tree)
    default:
      return unreachable(tree)
  }
}
