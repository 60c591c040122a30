// The way from a cell without a value back to where its reason begins, cell by cell.

import { expect, test } from 'vitest'
import type { ReasonPath } from '#engine/results.ts'
import type { Quarter } from '#model/quarter.ts'
import { idOf, resultsOf } from '../support/modelText.ts'

const results = resultsOf(`
  FY25 Q1 to FY26 Q4
  capex                . 20 30 40 50 60 70 80
  capex_ttm balance                           = ttm(capex)
  intensity rate                              = capex_ttm / capex
  halved                                      = intensity / zero
  zero constant                               = 0
  before                                      = capex[-1] * 2
  wrong                                       = 1 +
  on_wrong                                    = wrong + capex
  grown                                       = yoy(negative)
  negative            -1 -1 -1 -1 1 1 1 1
  last                                        = hold(grown)
  out                                         = trip
  trip                                        = out + capex`)

const told = (path: ReasonPath | null): readonly string[] =>
  (path?.steps ?? []).map(({ line, quarter, year }) =>
    `${line.replace('id of ', '')} ${quarter ?? (year === null ? '' : `FY${year}`)}`.trim(),
  )

const pathOf = (key: string, quarter: Quarter) => results.reasonPath('base', idOf(key), quarter)

test('[TR7] an empty cell leads through what it is made of to the cell that is empty', () => {
  // Intensity has none, for TTM has none, for it adds FY25 Q1 of capex, which nobody typed.
  const path = pathOf('intensity', '2025-03')
  expect(told(path)).toEqual(['intensity 2025-03', 'capex_ttm 2025-03', 'capex 2024-06'])
  expect(path).toMatchObject({ kind: 'missing', isBlank: true, isOutside: false })
  expect(path?.steps[1]?.share).toBe('3 of 4 quarters')
})

test('[TR7] of a missing value and a fault the way goes to the fault', () => {
  // halved divides by zero in FY26 Q4, where intensity has a value; in FY25 Q4 intensity has none and nothing divides.
  expect(told(pathOf('halved', '2026-03'))).toEqual(['halved 2026-03'])
  expect(pathOf('halved', '2026-03')).toMatchObject({ kind: 'fault', sentence: '÷0', isBlank: false })
  expect(told(pathOf('halved', '2025-03'))).toEqual([
    'halved 2025-03',
    'intensity 2025-03',
    'capex_ttm 2025-03',
    'capex 2024-06',
  ])
})

test('[TR7] outside the timeline, a formula that cannot be read, n.m. and a loop are roots, too', () => {
  expect(told(pathOf('before', '2024-06'))).toEqual(['before 2024-06', 'capex 2024-03'])
  expect(pathOf('before', '2024-06')).toMatchObject({ isBlank: true, isOutside: true })
  expect(told(pathOf('on_wrong', '2024-09'))).toEqual(['on_wrong 2024-09', 'wrong 2024-09'])
  expect(pathOf('on_wrong', '2024-09')?.sentence).toBe('The formula ends after “+”: something is missing behind it.')
  expect(told(pathOf('last', '2025-06'))).toEqual(['last 2025-06', 'grown 2025-06'])
  expect(pathOf('last', '2025-06')?.kind).toBe('n.m.')
  expect(told(pathOf('out', '2025-06'))).toEqual(['out 2025-06'])
  expect(pathOf('out', '2025-06')?.sentence).toContain('out')
})

test('[TR7] a year leads to the quarter it lacks', () => {
  const path = results.reasonPathOfYear('base', idOf('capex'), 2025)
  expect(told(path)).toEqual(['capex FY2025', 'capex 2024-06'])
  expect(path?.steps[0]?.share).toBe('3 of 4 quarters')
  expect(results.reasonPathOfYear('base', idOf('capex'), 2026)).toBeNull()
})

test('what has a value has no way', () => {
  expect(pathOf('capex_ttm', '2025-06')).toBeNull()
})
