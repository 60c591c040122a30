// Which lines a release is entered on. In the sketches a line's numbers stand from FY24 Q1 on; the ninth is FY26 Q1, the last.

import { expect, test } from 'vitest'
import type { Expected } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import { releaseLines } from '#session/releaseLines.ts'
import { example } from '../examples/alibaba.ts'
import { idOf, modelText } from '../support/modelText.ts'

const [second, fourth]: readonly [Quarter, Quarter] = ['2025-09', '2026-03']

const model = modelText(`FY24 Q1 to FY26 Q4, actual to FY26 Q1
  every                 1 2 3 4 5 6 7 8 9
  skipped               1 2 3 4 5 6 7 8 .
  yearly                . . . 4 . . . 8 .
  half_yearly           . 2 . 4 . 6 . 8 .
  begun                 . . . . . . . . 9
  lapsed                1 2 3 4 5 6 . . .
  gone                  1 2 3 . . . . . .
  computed                                 = every * 2
  assumed rate driver   1 2 3 4 5 6 7 8 9
  fixed constant                           = 5
  polled                1 2 3 4 5 6 7 8 9`)

const against = (consensus: string): Expected => ({
  consensus: idOf(consensus),
  low: null,
  high: null,
  tolerance: null,
})

const held: Model = {
  ...model,
  lines: model.lines.map((line) => (line.key === 'every' ? { ...line, expected: against('polled') } : line)),
}

const keysIn = (of: Model, quarter: Quarter, areAllShown = false, wanted = '') =>
  Object.fromEntries(
    releaseLines(of, quarter, areAllShown, (line) => line === idOf(wanted)).map(({ section, lines }) => [
      section ?? 'not due',
      lines.map(({ line }) => line.key),
    ]),
  )

test('[I1] a line is due where it was reported of late, or comes in this quarter of the year; the others stand apart', () => {
  expect(keysIn(model, second)).toEqual({
    All: ['every', 'skipped', 'half_yearly', 'begun', 'polled'],
    'not due': ['yearly', 'lapsed'],
  })
  // Three quarters on, as far as they are reported: yearly is due in the fourth; what was not reported since stands apart.
  expect(keysIn(model, fourth).All).toContain('yearly')
})

test('[I1] all lines can be shown; one with a figure typed always is; drivers, constants and checks never', () => {
  const withCheck = {
    ...model,
    lines: model.lines.map((each) => (each.key === 'gone' ? { ...each, tolerance: 1 } : each)),
  }
  expect(keysIn(model, second, true)['not due']).toEqual(['yearly', 'lapsed', 'gone', 'computed'])
  expect(keysIn(model, second, false, 'computed')['not due']).toEqual(['yearly', 'lapsed', 'computed'])
  expect(keysIn(withCheck, second, true)['not due']).toEqual(['yearly', 'lapsed', 'computed'])
})

test('[I1] what a line is held against is a column of its row', () => {
  expect(keysIn(held, second).All).toEqual(['every', 'skipped', 'half_yearly', 'begun'])
  const [row] = releaseLines(held, second, false, () => false)[0]?.lines ?? []
  expect([row?.parts.consensus?.key, row?.parts.low, row?.parts.reported?.key]).toEqual(['polled', null, 'every'])
})

test('[I1] where nothing was ever reported every line that can be is due', () => {
  expect(keysIn({ ...model, lastActual: null }, second)).toEqual({
    All: ['every', 'skipped', 'yearly', 'half_yearly', 'begun', 'lapsed', 'gone', 'computed', 'polled'],
  })
})

test('[I1] the example has fifteen lines for FY26 Q3, and two that come with the year', () => {
  const groups = releaseLines(example, '2025-12', false, () => false)
  expect(groups.map(({ section, lines }) => [section, lines.length])).toEqual([
    ['Reported', 11],
    ['Growth and mix', 1],
    ['Checks', 3],
    [null, 2],
  ])
  expect(groups.at(-1)?.lines.map(({ line }) => line.key)).toEqual(['capex_fiscal_year', 'cloud_revenue_fiscal_year'])
})
