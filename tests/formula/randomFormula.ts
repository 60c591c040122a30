// Random formulas over a few keys, for laws that hold for all of them: every function, operator, lag, window and spelling,
// with parentheses and without.

import fc from 'fast-check'

export const randomKeys = ['a', 'b', 'c', 'd'] as const

/** `not` stands only where an expression begins. */
const asOperand = (text: string): string => (text.startsWith('not ') ? `(${text})` : text)

export const randomFormula = fc.letrec<{ formula: string; call: string }>((tie) => {
  const inner = tie('formula')
  const group = inner.map((x) => `(${x})`)
  const operand = fc.oneof({ weight: 2, arbitrary: group }, { weight: 1, arbitrary: inner.map(asOperand) })
  const quarter = fc.constantFrom('"FY25 Q2"', '"2025-06"', '"4QFY25"')
  const lag = fc.oneof(
    fc.constantFrom('[-1]', '[-1]', '[-2]', '[-4]', '[+1]', '[0]', ''),
    quarter.map((q) => `[${q}]`),
  )
  const ends = fc.constantFrom('-3:0', '-2:-1', '"FY25 Q1":-1', '0:-1', '-1:+1', '"FY25 Q2":"FY25 Q4"', '-7:0')
  const operator = fc.constantFrom('+', '-', '*', '/', '<', '<=', '>', '>=', '==', '!=', 'and', 'or', '^')
  const ofOne =
    'yoy qoq ttm ytd cumulative decumulate hold streak abs round floor ceil sqrt exp log log10 sign isblank'.split(' ')
  const aggregates = 'sum mean min max count median stdev'.split(' ')
  return {
    call: fc.oneof(
      fc.tuple(fc.constantFrom(...aggregates), group, ends).map(([name, x, each]) => `${name}(${x}[${each}])`),
      fc.tuple(fc.constantFrom(...aggregates), inner, inner).map(([name, x, y]) => `${name}(${x}, ${y})`),
      fc.tuple(fc.constantFrom('mod', 'coalesce'), inner, inner).map(([name, x, y]) => `${name}(${x}, ${y})`),
      fc
        .tuple(fc.constantFrom('if', 'clamp', 'coalesce', 'max'), inner, inner, inner)
        .map(([name, x, y, z]) => `${name}(${x}, ${y}, ${z})`),
      fc.tuple(inner, inner, inner, inner).map((given) => `earned(${given.join(', ')})`),
      fc.tuple(fc.constantFrom('lag', 'lag', 'lead', 'cagr', 'round'), inner).map(([name, x]) => `${name}(${x}, 1)`),
      inner.map((x) => `round(${x}, -2)`),
      inner.map((x) => `cumulative(${x}, "FY25 Q2")`),
      fc.tuple(inner, inner).map(([x, y]) => `ramp(${x}, ${y}, "FY25 Q2", "Mar-26")`),
      inner.map((x) => `spread(${x}, "FY25 Q3", 3)`),
    ),
    formula: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.constantFrom(
        '1',
        '0',
        '2.5',
        '10%',
        '.5',
        '1.5e3',
        'actual',
        'fiscal_quarter',
        'fiscal_year',
        'quarter_index',
      ),
      fc.tuple(fc.constantFrom(...randomKeys), lag).map(([key, at]) => key + at),
      fc.tuple(operand, operator, operand).map(([x, each, y]) => `${x} ${each} ${y}`),
      fc.tuple(operand, operator, operand, operator, operand).map((parts) => parts.join(' ')),
      fc.tuple(group, lag).map(([x, at]) => x + at),
      operand.map((x) => `-${x}`),
      inner.map((x) => `not ${x}`),
      fc.tuple(operand, inner, inner).map(([x, y, z]) => `${x} ? ${y} : ${z}`),
      fc.tuple(fc.constantFrom(...ofOne), inner).map(([name, x]) => `${name}(${x})`),
      tie('call'),
      fc.tuple(tie('call'), lag).map(([x, at]) => x + at),
    ),
  }
}).formula
