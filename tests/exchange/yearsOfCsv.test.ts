// The years of a wide CSV are those that the sheet shows.

import { expect, test } from 'vitest'
import { wideCsv } from '#exchange/csv.ts'
import { readRfc4180 } from '../support/rfc4180.ts'
import { resultsOf } from '../support/modelText.ts'

const results = resultsOf(`
  FY24 Q4 to FY26 Q3, actual to FY26 Q3
  sales        90 100 110 120 130 140 150 160
  growth rate  = yoy(sales)`)

const read = (by: 'fiscal' | 'calendar') => readRfc4180(wideCsv(results, ['base'], by))

test('[QT8] calendar years stand behind their quarters, which keep their fiscal names', () => {
  const [header = [], sales = [], growth = []] = read('calendar')
  expect(header.slice(6)).toEqual([
    ...['FY24 Q4', 'FY25 Q1', 'FY25 Q2', 'FY25 Q3', 'CY24'],
    ...['FY25 Q4', 'FY26 Q1', 'FY26 Q2', 'FY26 Q3', 'CY25'],
  ])
  // 90 + 100 + 110 + 120 = 420; 130 + 140 + 150 + 160 = 580.
  expect([sales[10], sales[15]]).toEqual(['420', '580'])
  expect(Number(growth[15])).toBeCloseTo(580 / 420 - 1, 12)
})

test('[QT8] fiscal years as ever', () => {
  const [header = []] = read('fiscal')
  expect(header.slice(6)).toEqual([
    ...['FY24 Q4', 'FY25 Q1', 'FY25 Q2', 'FY25 Q3', 'FY25 Q4', 'FY25'],
    ...['FY26 Q1', 'FY26 Q2', 'FY26 Q3'],
  ])
})
