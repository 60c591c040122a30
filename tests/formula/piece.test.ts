import { expect, test } from 'vitest'
import fc from 'fast-check'
import { piecesOf } from '#formula/piece.ts'

const keys = new Set(['revenue', 'cloud_revenue', 'capex', 'growth'])

/** `kind text`, without blanks. */
const pieces = (text: string): readonly string[] =>
  piecesOf(text, keys)
    .filter(({ kind }) => kind !== 'blank')
    .map(({ kind, text: piece }) => `${kind} ${piece}`)

test('[FB1] each part of a formula is told by what it is in the language', () => {
  expect(pieces('ttm(capex) / revenue[-4] + 2.5% * actual')).toEqual([
    'function ttm',
    'bracket (',
    'key capex',
    'bracket )',
    'operator /',
    'key revenue',
    'bracket [',
    'operator -',
    'number 4',
    'bracket ]',
    'operator +',
    'number 2.5%',
    'operator *',
    'calendar actual',
  ])
  expect(pieces('not growth and capex["FY26 Q2"]')).toEqual([
    'operator not',
    'key growth',
    'operator and',
    'key capex',
    'bracket [',
    'quarter "FY26 Q2"',
    'bracket ]',
  ])
})

test('[FB1] names of nothing and what is in no formula stand out, and reading goes on behind them', () => {
  expect(pieces('growht + revenue')).toEqual(['unknown growht', 'operator +', 'key revenue'])
  expect(pieces('revenue && capex # 2')).toEqual(['key revenue', 'stray &&', 'key capex', 'stray #', 'number 2'])
  expect(pieces('Umsatz√ + capex')).toEqual(['unknown Umsatz', 'stray √', 'operator +', 'key capex'])
})

test('[FB1] a quarter’s name half typed is one already; the sign typed first is none of the formula', () => {
  expect(pieces('capex["FY26')).toEqual(['key capex', 'bracket [', 'quarter "FY26'])
  expect(pieces('=+capex')).toEqual(['operator =+', 'key capex'])
  expect(pieces('= capex')).toEqual(['operator =', 'key capex'])
})

test('[FB1] the pieces of any text are the text', () => {
  const part = fc.constantFrom(
    'revenue',
    ' ',
    '\n',
    '"FY26 Q2"',
    '"',
    '1.5e3%',
    '5.',
    '=',
    '+',
    '(',
    ']',
    '&&',
    '√',
    'ttm',
    '😀',
    '%',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(part).map((parts) => parts.join('')),
        fc.string(),
      ),
      (text) => {
        expect(
          piecesOf(text, keys)
            .map(({ text: piece }) => piece)
            .join(''),
        ).toBe(text)
      },
    ),
    { numRuns: 2000 },
  )
})
