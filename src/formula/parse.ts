// Parsing: mathjs reads the shape of a formula (grammar.ts) and nothing else of mathjs is used. Its tree is turned into a
// Shape, which knows tokens by number only, so that formulas alike in shape are parsed once. Long runs of operators,
// which mathjs nests to the left, become one wide node without recursion.

import { create, parseDependencies, type MathNode } from 'mathjs/number'
import { assert } from '#base/assert.ts'
import type { ArithmeticOperator, ComparisonOperator } from './tree.ts'

export type Shape =
  | { readonly kind: 'word'; readonly token: number }
  | { readonly kind: 'group'; readonly token: number; readonly of: Shape }
  | { readonly kind: 'negate' | 'not'; readonly of: Shape }
  | { readonly kind: 'chain'; readonly first: Shape; readonly rest: readonly ShapeStep<ArithmeticOperator>[] }
  | { readonly kind: 'power'; readonly base: Shape; readonly exponent: Shape }
  | { readonly kind: 'comparison'; readonly first: Shape; readonly rest: readonly ShapeStep<ComparisonOperator>[] }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Shape[] }
  | { readonly kind: 'choice'; readonly condition: Shape; readonly yes: Shape; readonly no: Shape }
  | { readonly kind: 'bracket'; readonly token: number; readonly of: Shape }
  | { readonly kind: 'call'; readonly token: number; readonly arguments: readonly Shape[] }

/** What a shape is made of, one level down. */
export const partsOf = (shape: Shape): readonly Shape[] => {
  switch (shape.kind) {
    case 'word':
      return []
    case 'group':
    case 'negate':
    case 'not':
    case 'bracket':
      return [shape.of]
    case 'chain':
    case 'comparison':
      return [shape.first, ...shape.rest.map(({ operand }) => operand)]
    case 'power':
      return [shape.base, shape.exponent]
    case 'and':
    case 'or':
      return shape.operands
    case 'choice':
      return [shape.condition, shape.yes, shape.no]
    case 'call':
      return shape.arguments
  }
}

type ShapeStep<Operator> = { readonly operator: Operator; readonly operand: Shape }

/** What is read of mathjs' nodes; each has some of it. */
type ParsedNode = {
  readonly type: string
  readonly name?: string
  readonly op?: string
  readonly args?: readonly ParsedNode[]
  readonly fn?: ParsedNode | string
  readonly content?: ParsedNode
  readonly object?: ParsedNode
  readonly index?: ParsedNode
  readonly dimensions?: readonly ParsedNode[]
  readonly condition?: ParsedNode
  readonly trueExpr?: ParsedNode
  readonly falseExpr?: ParsedNode
  readonly conditionals?: readonly string[]
  readonly params?: readonly ParsedNode[]
}

const { parse } = create({ parseDependencies: parseDependencies as never }, {}) as { parse: (text: string) => MathNode }

const comparisonNamed: ReadonlyMap<string, ComparisonOperator> = new Map([
  ['equal', '=='],
  ['unequal', '!='],
  ['smaller', '<'],
  ['smallerEq', '<='],
  ['larger', '>'],
  ['largerEq', '>='],
])

const isComparison = (operator: string): operator is ComparisonOperator =>
  [...comparisonNamed.values()].some((each) => each === operator)

/** The operators of one rank, which a chain may mix. */
const rankOf: ReadonlyMap<string, string> = new Map([
  ['+', 'sum'],
  ['-', 'sum'],
  ['*', 'product'],
  ['/', 'product'],
  ['and', 'and'],
  ['or', 'or'],
])

const found = <Value>(value: Value | undefined): Value => {
  assert(value !== undefined, 'the grammar admits only what the parser knows')
  return value
}

const tokenOf = (node: ParsedNode): number => Number(found(node.name).slice(1))

/** The operands of a run of operators of one rank, and the operators between them. */
const runOf = (
  node: ParsedNode,
): { readonly first: ParsedNode; readonly rest: readonly (readonly [string, ParsedNode])[] } => {
  const rank = rankOf.get(found(node.op))
  const rest: [string, ParsedNode][] = []
  let left = node
  while (left.type === 'OperatorNode' && left.args?.length === 2 && rankOf.get(found(left.op)) === rank) {
    rest.push([found(left.op), found(left.args[1])])
    left = found(left.args[0])
  }
  return { first: left, rest: rest.reverse() }
}

const operationShape = (node: ParsedNode): Shape => {
  const operator = found(node.op)
  const [left, right] = found(node.args)
  if (right === undefined) return { kind: operator === 'not' ? 'not' : 'negate', of: shapeFrom(found(left)) }
  if (operator === '^') return { kind: 'power', base: shapeFrom(found(left)), exponent: shapeFrom(right) }
  if (isComparison(operator))
    return { kind: 'comparison', first: shapeFrom(found(left)), rest: [{ operator, operand: shapeFrom(right) }] }
  const { first, rest } = runOf(node)
  if (operator === 'and' || operator === 'or')
    return { kind: operator, operands: [first, ...rest.map(([, operand]) => operand)].map(shapeFrom) }
  return {
    kind: 'chain',
    first: shapeFrom(first),
    rest: rest.map(([each, operand]) => ({ operator: each as ArithmeticOperator, operand: shapeFrom(operand) })),
  }
}

const shapeFrom = (node: ParsedNode): Shape => {
  switch (node.type) {
    case 'SymbolNode':
      return { kind: 'word', token: tokenOf(node) }
    case 'ParenthesisNode':
      return shapeFrom(found(node.content))
    case 'OperatorNode':
      return operationShape(node)
    case 'RelationalNode': {
      const [first, ...others] = found(node.params).map(shapeFrom)
      const operators = found(node.conditionals).map((name) => found(comparisonNamed.get(name)))
      return {
        kind: 'comparison',
        first: found(first),
        rest: others.map((operand, at) => ({ operator: found(operators[at]), operand })),
      }
    }
    case 'ConditionalNode':
      return {
        kind: 'choice',
        condition: shapeFrom(found(node.condition)),
        yes: shapeFrom(found(node.trueExpr)),
        no: shapeFrom(found(node.falseExpr)),
      }
    case 'AccessorNode':
      return { kind: 'bracket', token: tokenOf(found(node.index?.dimensions?.[0])), of: shapeFrom(found(node.object)) }
    case 'FunctionNode': {
      const callee = node.fn
      assert(typeof callee === 'object', 'a call names its function')
      const given = found(node.args).map(shapeFrom)
      return found(callee.name).startsWith('g')
        ? { kind: 'group', token: tokenOf(callee), of: found(given[0]) }
        : { kind: 'call', token: tokenOf(callee), arguments: given }
    }
    default:
      throw new Error(`Fault in Paceline: the grammar let “${node.type}” through`)
  }
}

/** Shapes by their text. Emptied when it grows beyond what any model has, so that a long session does not. */
const knownShapes = new Map<string, Shape>()
const mostKnownShapes = 5000

/** The tree of a text the grammar wrote. */
export const parseShape = (text: string): Shape => {
  const known = knownShapes.get(text)
  if (known !== undefined) return known
  const shape = shapeFrom(parse(text))
  if (knownShapes.size >= mostKnownShapes) knownShapes.clear()
  knownShapes.set(text, shape)
  return shape
}
