// Calendar years: the same yearly evaluation on the four quarters of a calendar year. Figures by hand from the reported
// quarters (shared/data/alibaba.csv, cloud as recast).

import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import type { Year } from '#model/year.ts'
import { example } from '../examples/alibaba.ts'
import { idOf, resultsOf } from '../support/modelText.ts'

// RMB m, quarters that end in March, June, September and December.
const revenue2023 = 208_200 + 234_156 + 224_790 + 260_348 // 927,494
const revenue2024 = 221_874 + 243_236 + 236_503 + 280_154 // 981,767
const cloud2023 = 24_742 + 25_065 + 27_648 + 28_066 // 105,521
const cloud2024 = 25_595 + 26_549 + 29_610 + 31_742 // 113,496
const capex2024 = 11_153 + 12_094 + 17_491 + 31_775 // 72,513

describe.each(['compiled', 'oracle'] as const)('[QT2] the example in calendar years, %s', (evaluator) => {
  const results = calculate(example, undefined, evaluator)
  const idByKey = new Map(example.lines.map(({ key, id }) => [key, id]))
  const at = (key: string, year: Year): number => results.yearOf('base', idByKey.get(key) ?? '', year)

  test.each<[string, Year, number]>([
    ['revenue', 'CY2024', revenue2024],
    ['cloud_revenue', 'CY2024', cloud2024],
    ['capex', 'CY2024', capex2024],
    // A rate is its formula on the year's values.
    ['revenue_yoy', 'CY2024', revenue2024 / revenue2023 - 1],
    ['cloud_yoy', 'CY2024', cloud2024 / cloud2023 - 1],
    ['cloud_share', 'CY2024', cloud2024 / revenue2024],
    ['capex_intensity', 'CY2024', capex2024 / revenue2024],
    // A balance takes the year's last quarter, December; and a year in dollars takes that rate.
    ['usd_rate', 'CY2024', 7.2993],
    ['capex_ttm', 'CY2024', capex2024],
    ['revenue_usd', 'CY2024', revenue2024 / 7.2993],
  ])('%s in %s', (key, year, expected) => {
    expect(at(key, year)).toBeCloseTo(expected, 9)
  })

  test('cloud grew by 7.56 % in calendar 2024, and by 10.96 % in fiscal 2025', () => {
    expect([(at('cloud_yoy', 'CY2024') * 100).toFixed(2), (at('cloud_yoy', 2025) * 100).toFixed(2)]).toEqual([
      '7.56',
      '10.96',
    ])
  })

  test('a year that the timeline does not hold whole has none, and says so', () => {
    expect(at('revenue', 'CY2022')).toBeNaN()
    expect(results.reasonOfYear('base', idByKey.get('revenue') ?? '', 'CY2022')?.sentence).toBe(
      'the timeline does not hold all of this year’s quarters',
    )
  })

  test('[TR1] a calendar year tells the quarters it adds up, and a rate the calendar years it looks at', () => {
    const explained = (key: string) => results.explainYear('base', idByKey.get(key) ?? '', 'CY2024')
    expect(explained('cloud_revenue').inputs.map(({ quarter, value }) => [quarter, value])).toEqual([
      ['2024-03', 25_595],
      ['2024-06', 26_549],
      ['2024-09', 29_610],
      ['2024-12', 31_742],
    ])
    expect(explained('cloud_yoy').inputs.map(({ year, value }) => [year, value])).toEqual([
      ['CY2023', cloud2023],
      ['CY2024', cloud2024],
    ])
  })
})

test('[QT2] what a calendar year lacks is named by its calendar year', () => {
  const results = resultsOf(`
    FY24 Q4 to FY27 Q1, actual to FY26 Q4
    sales         90 100 110 120 130 140 150 160 170 180
    gappy         1 1 . 1 1 1 1 1 1 1
    growth rate   = yoy(sales)
    of_gap rate   = gappy / sales`)
  const reason = (key: string, year: Year) => results.reasonOfYear('base', idOf(key), year)?.sentence
  // March to December 2024: 90 + 100 + 110 + 120 = 420, and 2025: 130 + 140 + 150 + 160 = 580.
  expect(results.yearOf('base', idOf('sales'), 'CY2024')).toBe(420)
  expect(results.yearOf('base', idOf('growth'), 'CY2025')).toBeCloseTo(580 / 420 - 1, 12)
  expect(reason('growth', 'CY2024')).toBe('needs sales in CY23')
  expect(reason('gappy', 'CY2024')).toBe('3 of 4 quarters: needs gappy in FY25 Q2')
  expect(reason('of_gap', 'CY2024')).toBe('needs gappy in FY25 Q2')
  expect(
    results.reasonPathOfYear('base', idOf('of_gap'), 'CY2024')?.steps.map(({ year, quarter }) => year ?? quarter),
  ).toEqual(['CY2024', 'CY2024', '2024-09'])
})
