// Random formulas over a few keys, for laws that hold for all of them.

import fc from 'fast-check'

export const randomKeys = ['a', 'b', 'c', 'd'] as const

export const randomFormula = fc.letrec<{ formula: string; window: string }>((tie) => {
  const inner = tie('formula')
  const lag = fc.constantFrom('[-1]', '[-1]', '[-2]', '[-4]', '[+1]', '["FY25 Q2"]', '')
  const call = (name: string) => inner.map((x) => `${name}(${x})`)
  const operator = fc.constantFrom('+', '-', '*', '/', '<', '==', 'and', 'or', '^')
  const ends = fc.constantFrom('-3:0', '-2:-1', '"FY25 Q1":-1', '0:-1')
  return {
    window: fc
      .tuple(fc.constantFrom('sum', 'mean', 'min', 'count', 'stdev'), inner, ends)
      .map(([name, x, each]) => `${name}((${x})[${each}])`),
    formula: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.constantFrom('1', '0', '2.5', '10%', 'actual', 'quarter_index'),
      fc.tuple(fc.constantFrom(...randomKeys), lag).map(([key, at]) => key + at),
      fc.tuple(inner, operator, inner).map(([x, each, y]) => `(${x}) ${each} (${y})`),
      fc.tuple(inner, lag).map(([x, at]) => `(${x})${at}`),
      fc.constantFrom('yoy', 'qoq', 'ttm', 'ytd', 'cumulative', 'hold', 'streak', 'log', 'sqrt', 'isblank').chain(call),
      fc.tuple(inner, inner, inner).map(([x, y, z]) => `if(${x}, ${y}, ${z})`),
      fc.tuple(inner, inner).map(([x, y]) => `coalesce(${x}, ${y})`),
      tie('window'),
    ),
  }
}).formula
