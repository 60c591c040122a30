// What the sheet copies as HTML and reads again: every number is the same double, every label the same text.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { htmlOf, type CopiedCell } from '#exchange/block.ts'
import { numberText, readNumber } from '#exchange/number.ts'
import { tableValue } from '#model/figure.ts'
import { decimalsFor, type Unit } from '#model/unit.ts'
import { readHtmlTable } from '#ui/grid/htmlTable.ts'

const rmbM: Unit = { kind: 'currency', currency: 'RMB', scale: 'm' }
const percent: Unit = { kind: 'percent' }

/** Numbers of every size that a model may hold, and any double at all. */
const anyNumber = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => value / 1000),
)

test.each([rmbM, percent])('any number copied on %o is the same double when it comes back', (unit) => {
  fc.assert(
    fc.property(anyNumber, fc.integer({ min: 0, max: 6 }), (number, more) => {
      const value = unit.kind === 'percent' ? number / 1000 : number
      const decimals = decimalsFor(unit.kind) + more
      const shown = tableValue(value, unit, decimals)
      const cell: CopiedCell = {
        typed: numberText(value, unit),
        shown,
        value,
        isPerCent: unit.kind === 'percent',
        decimals,
      }
      const [read] = readHtmlTable(htmlOf([['label', cell]]))?.[0]?.slice(1) ?? []
      expect(readNumber(read?.text ?? '', unit)).toEqual({ value: value === 0 ? 0 : value, formula: null })
    }),
    { numRuns: 500 },
  )
})

test('labels come back as they were', () => {
  const labels = ['Cloud & "AI" <b>', 'FY26 Q1', '2025-09', 'n.m.', '–']
  const texts = readHtmlTable(htmlOf([labels, labels]))?.map((cells) => cells.map(({ text }) => text))
  expect(texts).toEqual([labels, labels])
})
