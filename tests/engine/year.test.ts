// Year columns: a second evaluation, on the values of fiscal years that lie in the timeline with all four quarters.

import { describe, expect, test } from 'vitest'
import { idOf, resultsOf, yearIn } from '../support/modelText.ts'

const results = resultsOf(`
  FY24 Q4 to FY27 Q1, actual to FY26 Q4
  sales         90 100 110 120 130 140 150 160 170 180
  cost          50 60 60 60 60 70 70 70 70 70
  gappy         1 1 . 1 1 1 1 1 1 1
  cash balance  5 6 7 8 9 10 11 . 13 14
  fx constant   = 2
  typed rate    1 1 1 1 1 1 1 1 1 1
  margin rate   9 9 9 9 9 9 9 9 9 9  = (sales - cost) / sales
  growth rate   = yoy(sales)
  growth_lag rate = sales / sales[-4] - 1
  growth_next rate = lead(sales, 4) / sales - 1
  speed rate    = cagr(sales, 1)
  trailing rate = ttm(cost) / ttm(sales)
  per_fx rate   = sales / fx
  turn rate     = sales / cash
  of_margin rate = margin * 2
  choice rate   = if(growth > 0, max(sales, cost), 0)
  fallback rate = coalesce(growth, 0) + isblank(growth)
  zero rate     = sales / (cost - cost)
  back rate     = sales[-1]
  half rate     = sales[+2]
  window rate   = sum(sales[-3:0])
  named rate    = sales["FY25 Q1"]
  calendar rate = sales * actual
  soft rate     = hold(sales)
  empty rate
  bad rate      = 1 +
  loop rate     = loop[-4] * 2`)

const reason = (key: string, year: number) => results.explainYear('base', idOf(key), year).reason

describe('values', () => {
  test.each<[string, number, number | null]>([
    ['sales', 2025, 460],
    ['sales', 2026, 620],
    ['sales', 2024, null],
    ['sales', 2027, null],
    ['gappy', 2025, null],
    ['gappy', 2026, 4],
    ['cash', 2025, 9],
    ['cash', 2026, 13],
    ['fx', 2025, 2],
    ['typed', 2025, null],
    ['margin', 2025, 220 / 460],
    ['growth', 2026, 620 / 460 - 1],
    ['growth', 2025, null],
    ['growth_lag', 2026, 620 / 460 - 1],
    ['growth_next', 2025, 620 / 460 - 1],
    ['growth_next', 2026, null],
    ['speed', 2026, 620 / 460 - 1],
    ['trailing', 2025, 240 / 460],
    ['per_fx', 2025, 230],
    ['turn', 2025, 460 / 9],
    ['of_margin', 2025, 440 / 460],
    ['choice', 2026, 620],
    ['fallback', 2025, 1],
    ['zero', 2025, null],
    ['back', 2026, null],
    ['window', 2026, null],
    ['named', 2026, null],
    ['calendar', 2026, null],
    ['soft', 2026, null],
    ['empty', 2026, null],
    ['bad', 2026, null],
    ['loop', 2026, null],
  ])('%s in FY%d', (key, year, expected) => {
    const value = yearIn(results, key, year)
    if (expected === null) expect(value).toBeNull()
    else expect(value).toBeCloseTo(expected, 12)
  })
})

describe('why a year has none', () => {
  test.each<[string, number, string, string]>([
    ['gappy', 2025, 'missing', '3 of 4 quarters: needs gappy in FY25 Q2'],
    ['sales', 2024, 'missing', 'the timeline does not hold all of this year’s quarters'],
    ['growth', 2025, 'missing', 'needs sales in FY24'],
    ['zero', 2025, 'fault', '÷0'],
    [
      'back',
      2026,
      'missing',
      'no value for a year: it looks 1 quarter back; a year can look whole years back or ahead only',
    ],
    [
      'half',
      2026,
      'missing',
      'no value for a year: it looks 2 quarters ahead; a year can look whole years back or ahead only',
    ],
    ['window', 2026, 'missing', 'no value for a year: a window of quarters has no meaning in a year'],
    ['calendar', 2026, 'missing', 'no value for a year: actual has no meaning in a year'],
    ['soft', 2026, 'missing', 'no value for a year: hold has no meaning in a year'],
    ['typed', 2025, 'missing', 'a year of a rate is its formula on the year’s values, and it has none'],
    ['bad', 2026, 'fault', 'The formula ends after “+”: something is missing behind it.'],
  ])('%s in FY%d', (key, year, kind, sentence) => {
    expect(reason(key, year)).toMatchObject({ kind, sentence })
  })

  test('a year with a value has no reason, and says what went into it', () => {
    expect(results.explainYear('base', idOf('sales'), 2025)).toMatchObject({
      reason: null,
      inputs: [{ value: 100 }, { value: 110 }, { value: 120 }, { value: 130 }],
    })
    expect(results.explainYear('base', idOf('margin'), 2025)).toMatchObject({
      formula: '(sales - cost) / sales',
      withNumbers: '(460 − 240) / 460',
    })
  })
})
