// What a formula is a sum of, with signs, and the parts of it that look at one line.

import { partsOf, type Tree } from '#formula/tree.ts'
import type { LineId } from '#model/lineItem.ts'

export type Term = { readonly sign: 1 | -1; readonly tree: Tree }

const turned = (sign: 1 | -1): 1 | -1 => (sign === 1 ? -1 : 1)

/** The terms of a sum, parentheses and signs opened; a tree that is no sum is its one term. */
export const termsOf = (tree: Tree, sign: 1 | -1 = 1): readonly Term[] => {
  if (tree.kind === 'negate') return termsOf(tree.of, turned(sign))
  if (tree.kind !== 'chain' || !tree.rest.some(({ operator }) => operator === '+' || operator === '-'))
    return [{ sign, tree }]
  return [
    ...termsOf(tree.first, sign),
    ...tree.rest.flatMap(({ operator, operand }) => termsOf(operand, operator === '-' ? turned(sign) : sign)),
  ]
}

/** A line looked at in one quarter: `revenue`, `revenue[-4]`. */
export type Look = { readonly line: LineId; readonly lag: number }

/** The line a tree is, bare or with a lag; null for anything else. */
export const lookOf = (tree: Tree): Look | null => {
  if (tree.kind === 'line') return { line: tree.line, lag: 0 }
  return tree.kind === 'lag' && tree.of.kind === 'line' ? { line: tree.of.line, lag: tree.quarters } : null
}

/** Every part of a tree, itself first. */
export const allParts = (tree: Tree): readonly Tree[] => [tree, ...partsOf(tree).flatMap(allParts)]

/** The parts of a product, with what divides on its own; a tree that is none is its one factor. */
export const factorsOf = (tree: Tree): readonly { readonly tree: Tree; readonly divides: boolean }[] => {
  if (tree.kind !== 'chain' || !tree.rest.every(({ operator }) => operator === '*' || operator === '/'))
    return [{ tree, divides: false }]
  return [
    ...factorsOf(tree.first),
    ...tree.rest.flatMap(({ operator, operand }) =>
      factorsOf(operand).map((each) => ({ tree: each.tree, divides: (operator === '/') !== each.divides })),
    ),
  ]
}
