// An Accrual says whether an expression adds up over quarters: a flow does, a balance and a rate do not. `any` is a number
// that is the same at all times. Where a correct formula may go either way (interest is debt times a rate) it is unknown,
// and nothing is said of it.

import type { LineItem } from '#model/lineItem.ts'
import type { Tree } from './tree.ts'

export type Accrual = 'any' | 'flow' | 'balance' | 'rate' | 'unknown'

export const accrualOf = ({ unit, kind }: LineItem): Accrual => {
  // A year's per cent is never the sum of its quarters', whatever the line is declared.
  if (unit.kind === 'percent' || unit.kind === 'exchange') return 'rate'
  if (kind === 'constant') return 'any'
  // Changes of a per cent from quarter to quarter add up to its change over the year.
  if (unit.kind === 'points') return kind === 'flow' ? 'flow' : 'unknown'
  if (kind !== 'rate') return kind
  // A rate in millions is a flow converted quarter by quarter; one without a scale is a price.
  return unit.kind === 'currency' && unit.scale !== '' ? 'unknown' : 'rate'
}

export const accrualOfProduct = (left: Accrual, right: Accrual): Accrual => {
  if (left === 'any') return right === 'balance' ? 'unknown' : right
  if (right === 'any') return left === 'balance' ? 'unknown' : left
  if (left === 'unknown' || right === 'unknown') return 'unknown'
  if (left === 'flow' || right === 'flow') return 'flow'
  return left === 'rate' && right === 'rate' ? 'rate' : 'unknown'
}

export const accrualOfQuotient = (left: Accrual, right: Accrual): Accrual => {
  if (right === 'any') return left === 'balance' ? 'unknown' : left
  if (left === 'flow') return right === 'flow' ? 'rate' : right === 'rate' ? 'flow' : 'unknown'
  return (left === 'balance' || left === 'rate') && left === right ? 'rate' : 'unknown'
}

/** Of several expressions of which one is taken, or their middle. */
export const accrualOfEither = (accruals: readonly Accrual[]): Accrual => {
  const known = new Set(accruals.filter((each) => each !== 'any'))
  const [first] = known
  return first === undefined ? 'any' : known.size === 1 ? first : 'unknown'
}

/** A term of a sum. */
export type Term = { readonly tree: Tree; readonly accrual: Accrual; readonly isTaken: boolean }

const isLooked = (value: unknown): value is Extract<Tree, { kind: 'lag' | 'at' }> =>
  typeof value === 'object' && value !== null && 'kind' in value && (value.kind === 'lag' || value.kind === 'at')

/** What an expression says, whichever quarter it looks at: equal texts for `debt` and `debt[-1]`. */
const withoutQuarters = (tree: Tree): string =>
  JSON.stringify(tree, (name, value: unknown) => {
    if (name === 'span') return undefined
    let inner = value
    while (isLooked(inner)) inner = inner.of
    return inner
  })

/**
 * Of a sum. What is added here and taken away at another quarter is a change, and changes add up: `debt - debt[-1]` is a
 * flow. A balance with flows is a balance rolled forward or back.
 */
export const accrualOfSum = (terms: readonly Term[]): Accrual => {
  const standing = terms.filter(({ accrual }) => accrual === 'balance' || accrual === 'rate')
  const counts = new Map<string, number>()
  for (const { tree, isTaken } of standing) {
    const key = withoutQuarters(tree)
    counts.set(key, (counts.get(key) ?? 0) + (isTaken ? -1 : 1))
  }
  const left = standing.filter(({ tree }) => counts.get(withoutQuarters(tree)) !== 0)
  if (terms.some(({ accrual }) => accrual === 'unknown')) return 'unknown'
  if (left.some(({ accrual }) => accrual === 'balance'))
    return left.some(({ accrual }) => accrual === 'rate') ? 'unknown' : 'balance'
  const hasFlow = standing.length > left.length || terms.some(({ accrual }) => accrual === 'flow')
  if (left.length > 0) return hasFlow ? 'unknown' : 'rate'
  return hasFlow ? 'flow' : 'any'
}
