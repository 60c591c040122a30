// The oracle: evaluates a checked tree at a place, straight from the definitions, in plain arithmetic. NaN is no value and
// spreads; outside the timeline no expression has a value, not even a number.

import { unreachable } from '#base/assert.ts'
import type { ArithmeticOperator, Call, ComparisonOperator, Step, Tree } from '#formula/tree.ts'
import { power, quotient } from '#numeric/elementary.ts'
import type { Look } from './definition.ts'
import { definitionOf } from './definitions.ts'
import type { World } from './world.ts'

export const arithmetic = (left: number, operator: ArithmeticOperator, right: number): number => {
  switch (operator) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return quotient(left, right)
    default:
      return unreachable(operator)
  }
}

const compare = (left: number, operator: ComparisonOperator, right: number): boolean => {
  switch (operator) {
    case '==':
      return left === right
    case '!=':
      return left !== right
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    case '>=':
      return left >= right
    default:
      return unreachable(operator)
  }
}

/** `a < b <= c`: whether each pair of neighbours holds. */
const evaluateComparison = (
  first: Tree,
  rest: readonly Step<ComparisonOperator>[],
  at: number,
  world: World,
): number => {
  let left = evaluate(first, at, world)
  let holds = true
  let hasValue = !Number.isNaN(left)
  for (const { operator, operand } of rest) {
    const right = evaluate(operand, at, world)
    hasValue &&= !Number.isNaN(right)
    holds &&= compare(left, operator, right)
    left = right
  }
  return hasValue ? Number(holds) : NaN
}

const evaluateLook = ({ tree, at, world }: Look): number => evaluate(tree, at, world)

const evaluateCall = (call: Call, at: number, world: World): number => {
  const definition = definitionOf(call.name)
  if (definition.needs === 'not all') return definition.value(call, at, world, evaluateLook)
  const values: number[] = []
  for (const look of definition.looks(call, at, world)) {
    const value = evaluateLook(look)
    if (Number.isNaN(value)) return NaN
    values.push(value)
  }
  return definition.value(values, call, at, world)
}

export const evaluate = (tree: Tree, at: number, world: World): number => {
  if (!world.holds(at)) return NaN
  switch (tree.kind) {
    case 'number':
      return tree.value
    case 'line':
      return world.valueOf(tree.line, at)
    case 'calendar':
      return world.calendar(tree.name, at)
    case 'negate':
      return -evaluate(tree.of, at, world)
    case 'not': {
      const value = evaluate(tree.of, at, world)
      return Number.isNaN(value) ? NaN : Number(value === 0)
    }
    case 'chain': {
      let value = evaluate(tree.first, at, world)
      for (const { operator, operand } of tree.rest) value = arithmetic(value, operator, evaluate(operand, at, world))
      return value
    }
    case 'power':
      return power(evaluate(tree.base, at, world), evaluate(tree.exponent, at, world))
    case 'comparison':
      return evaluateComparison(tree.first, tree.rest, at, world)
    case 'and':
    case 'or': {
      const values = tree.operands.map((operand) => evaluate(operand, at, world))
      if (values.some(Number.isNaN)) return NaN
      return Number(tree.kind === 'and' ? values.every((value) => value !== 0) : values.some((value) => value !== 0))
    }
    case 'choice': {
      const condition = evaluate(tree.condition, at, world)
      if (Number.isNaN(condition)) return NaN
      return evaluate(condition !== 0 ? tree.yes : tree.no, at, world)
    }
    case 'lag':
      return evaluate(tree.of, at + tree.quarters, world)
    case 'at':
      return evaluate(tree.of, world.placeOf(tree.quarter), world)
    case 'call':
      return world.recall.value(tree, at, () => evaluateCall(tree, at, world))
    default:
      return unreachable(tree)
  }
}

/** A line's value is finite or none: infinity lives inside formulas only. */
export const finished = (value: number): number => (Number.isFinite(value) ? value : NaN)
