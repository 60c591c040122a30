// A small model in which tests of the evaluator try one formula each.

import { expect } from 'vitest'
import { columnOf, resultsOf } from '../support/modelText.ts'

/** Six quarters, FY25 Q3 to FY26 Q4, the first four reported. `gap` misses the third. */
export const over = (formula: string): readonly (number | null)[] => {
  const results = resultsOf(`
    FY25 Q3 to FY26 Q4, actual to FY26 Q2
    x     10 20 30 40 50 60
    gap   1 2 . 4 5 6
    loss  -5 0 5 10 -10 20
    ytd_x 10 30 30 70 120 180
    none
    two constant = 2
    y     = ${formula}`)
  expect(results.problems).toEqual([])
  return columnOf(results, 'y')
}

/** The value of a formula that is the same in every quarter. */
export const constantly = (formula: string): number | null => {
  const [first = null, ...others] = over(formula)
  for (const other of others) expect(other).toBe(first)
  return first
}
