// "Results that must come out", "Reported" and the readings of example.md, typed from there: an independent script worked
// them out in doubles from the file of figures. toBeCloseTo(x, n) is within half a unit of the n-th digit.

import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { readQuarter } from '#model/fiscalCalendar.ts'
import { allLines, lineOf } from '#model/model.ts'
import { quartersOf } from '#model/timeline.ts'
import { example, figures } from './alibaba.ts'

const results = calculate(example)

const valueOf = (line: string, name: string, scenario = 'base'): number => {
  const quarter = readQuarter(name, example.fiscalCalendar)
  if (quarter === null) throw new Error(`${name} is no quarter`)
  return results.valueOf(scenario, line, quarter)
}

const yearOf = (line: string, year: number, scenario = 'base'): number => results.yearOf(scenario, line, year)

const perCent = 100
const inBn = 1 / 1000

test('no line has a problem', () => {
  expect(results.problems).toEqual([])
})

describe('results that must come out', () => {
  const table = [
    {
      scenario: 'base',
      counted: 420.568,
      revenueGrowth: 10.67,
      cloudGrowth: 31.42,
      freeCashFlow: -17.17,
      cloud: 66126,
      fade: 26,
    },
    {
      scenario: 'bull',
      counted: 482.877,
      revenueGrowth: 13.11,
      cloudGrowth: 36.21,
      freeCashFlow: -4.2,
      cloud: 74934,
      fade: 33.5,
    },
    {
      scenario: 'bear',
      counted: 326.275,
      revenueGrowth: 6.96,
      cloudGrowth: 23.88,
      freeCashFlow: -29.82,
      cloud: 53139,
      fade: 13,
    },
  ]

  test.each(table)('[P6] $scenario', ({ scenario, counted, revenueGrowth, cloudGrowth, freeCashFlow, cloud, fade }) => {
    expect(valueOf('ai_capex.counted', 'FY28 Q4', scenario) * inBn).toBeCloseTo(counted, 3)
    expect(yearOf('revenue_yoy', 2027, scenario) * perCent).toBeCloseTo(revenueGrowth, 2)
    expect(yearOf('cloud_yoy', 2027, scenario) * perCent).toBeCloseTo(cloudGrowth, 2)
    expect(yearOf('free_cash_flow', 2027, scenario) * inBn).toBeCloseTo(freeCashFlow, 2)
    expect(valueOf('cloud_revenue', 'FY28 Q4', scenario)).toBeCloseTo(cloud, 0)
    expect(valueOf('cloud_growth', 'FY28 Q4', scenario) * perCent).toBeCloseTo(fade, 9)
  })

  test('[P6] completion: Base in FY28 Q3, Bull in FY28 Q2, Bear not by FY28 Q4', () => {
    expect(valueOf('ai_capex.completion', 'FY28 Q4', 'base')).toBeCloseTo(10.938, 3)
    expect(valueOf('ai_capex.counted', 'FY28 Q2', 'base')).toBeLessThan(380000)
    expect(valueOf('ai_capex.counted', 'FY28 Q3', 'base')).toBeGreaterThan(380000)
    expect(valueOf('ai_capex.completion', 'FY28 Q4', 'bull')).toBeCloseTo(9.767, 3)
    expect(valueOf('ai_capex.counted', 'FY28 Q1', 'bull')).toBeLessThan(380000)
    expect(valueOf('ai_capex.counted', 'FY28 Q2', 'bull')).toBeGreaterThan(380000)
    expect(valueOf('ai_capex.completion', 'FY28 Q2', 'base')).toBeNaN()
    expect(valueOf('ai_capex.completion', 'FY28 Q3', 'base')).toBeCloseTo(10.938, 3)
    expect(valueOf('ai_capex.completion', 'FY26 Q1', 'base')).toBeNaN()
    expect(valueOf('ai_capex.completion', 'FY28 Q4', 'bear')).toBeNaN()
    expect(380 - valueOf('ai_capex.counted', 'FY28 Q4', 'bear') * inBn).toBeCloseTo(53.725, 3)
  })
})

describe('reported', () => {
  test.each([
    ['revenue_yoy', 'FY26 Q2', 4.77, 2],
    ['revenue_yoy', 'FY26 Q1', 1.82, 2],
    ['cloud_yoy', 'FY26 Q2', 34.495, 3],
    ['cloud_yoy', 'FY26 Q1', 25.8, 2],
    ['cloud_acceleration', 'FY26 Q2', 8.7, 1],
    ['revenue_surprise', 'FY26 Q2', 2.12, 2],
    ['cloud_surprise', 'FY26 Q2', 5.08, 2],
    ['cloud_share', 'FY26 Q2', 16.07, 2],
  ])('%s %s is %f per cent', (line, quarter, expected, digits) => {
    expect(valueOf(line, quarter) * perCent).toBeCloseTo(expected, digits)
  })

  test('sums over four quarters, US$ and the streak', () => {
    expect(valueOf('capex_ttm', 'FY26 Q2')).toBe(126564)
    expect(valueOf('capex_fcf_ttm', 'FY26 Q2')).toBe(125419)
    expect(valueOf('revenue_usd', 'FY26 Q2')).toBeCloseTo(34808, 0)
    expect(valueOf('cloud_acceleration_streak', 'FY26 Q2')).toBe(8)
  })

  test('[Y4] fiscal 2025', () => {
    expect(yearOf('revenue', 2025)).toBe(996347)
    expect(yearOf('cloud_revenue', 2025)).toBe(118028)
    expect(yearOf('capex', 2025)).toBe(85972)
    expect(yearOf('revenue_yoy', 2025) * perCent).toBeCloseTo(5.86, 2)
    expect(yearOf('cloud_yoy', 2025) * perCent).toBeCloseTo(10.96, 2)
    expect(yearOf('cloud_share', 2025) * perCent).toBeCloseTo(11.85, 2) // the mean of the quarters, 11.88, is wrong
    expect(yearOf('capex_intensity', 2025) * perCent).toBeCloseTo(8.63, 2)
    expect(yearOf('revenue_usd', 2025)).toBeCloseTo(137300, 0) // the sum of the quarters, 138,137, is wrong
  })

  test('growth quoted in whole per cents has no year of its own', () => {
    for (const line of ['revenue_yoy_quoted', 'cloud_yoy_quoted', 'revenue_like_for_like_yoy', 'revenue_usd_reported'])
      expect(yearOf(line, 2025)).toBeNaN()
  })
})

describe('the commitment at the last actual, by reading', () => {
  test.each([
    ['ai_capex', 70.177, 63.333, 6.844, 30.982],
    ['ai_capex.from_fy25_q4', 94.789, 95, -0.211, 31.69],
    ['ai_capex.share_95', 66.668, 63.333, 3.335, 31.333],
    ['ai_capex.share_95_from_fy25_q4', 90.05, 95, -4.95, 32.217],
  ])('%s', (reading, counted, planned, ahead, required) => {
    expect(valueOf(`${reading}.counted`, 'FY26 Q2') * inBn).toBeCloseTo(counted, 3)
    expect(valueOf(`${reading}.planned`, 'FY26 Q2') * inBn).toBeCloseTo(planned, 3)
    expect(valueOf(`${reading}.ahead`, 'FY26 Q2') * inBn).toBeCloseTo(ahead, 3)
    expect(valueOf(`${reading}.required`, 'FY26 Q2') * inBn).toBeCloseTo(required, 3)
  })
})

describe('growth as the release quotes it', () => {
  /** Half up on the decimal text, and no code of the app's. */
  const wholePerCent = (value: number): number => Math.sign(value) * Math.round(Math.abs(value) * perCent)

  const quoted = figures.filter(({ item }) => item === 'revenue_yoy_quoted' || item === 'cloud_revenue_yoy_quoted')

  test.each(quoted)('[N7] $item $fiscalQuarter', ({ item, fiscalQuarter, value }) => {
    const isOldBasis = item === 'cloud_revenue_yoy_quoted' && fiscalQuarter === 'FY24 Q1'
    const line = item === 'revenue_yoy_quoted' ? 'revenue_yoy' : 'cloud_yoy'
    // Quoted with DingTalk: 25,123 / 24,127.
    const growth = isOldBasis ? 25123 / 24127 - 1 : valueOf(line, fiscalQuarter)
    expect(wholePerCent(growth)).toBe(wholePerCent(value))
    if (isOldBasis) {
      expect(growth * perCent).toBeCloseTo(4.13, 2)
      expect(valueOf(line, fiscalQuarter) * perCent).toBeCloseTo(2.91, 2)
    }
  })
})

describe('the checks of the example', () => {
  const checks = allLines(example).filter(({ tolerance }) => tolerance !== null)

  test('of growth are in points, not in per cent of anything', () => {
    const units = checks.filter(({ id }) => id.endsWith('yoy_check')).map(({ unit }) => unit.kind)
    expect(units).toEqual(['points', 'points'])
  })

  test.each([
    ['capex_check', ['FY23 Q4', 'FY24 Q4', 'FY25 Q4']],
    ['cloud_revenue_check', ['FY24 Q4', 'FY25 Q4']],
    [
      'revenue_yoy_check',
      ['FY24 Q1', 'FY24 Q2', 'FY24 Q3', 'FY24 Q4', 'FY25 Q1', 'FY25 Q2', 'FY25 Q3', 'FY25 Q4', 'FY26 Q1', 'FY26 Q2'],
    ],
    [
      'cloud_yoy_check',
      ['FY24 Q1', 'FY24 Q2', 'FY24 Q3', 'FY24 Q4', 'FY25 Q1', 'FY25 Q2', 'FY25 Q3', 'FY25 Q4', 'FY26 Q1', 'FY26 Q2'],
    ],
    [
      'revenue_usd_check',
      ['FY24 Q1', 'FY24 Q2', 'FY24 Q3', 'FY24 Q4', 'FY25 Q1', 'FY25 Q2', 'FY25 Q3', 'FY25 Q4', 'FY26 Q1', 'FY26 Q2'],
    ],
  ])('%s has a value where its parts are reported and nowhere else', (line, names) => {
    const expected = names.map((name) => readQuarter(name, example.fiscalCalendar))
    for (const scenario of ['base', 'bull', 'bear'])
      expect(
        quartersOf(example.timeline).filter((quarter) => !Number.isNaN(results.valueOf(scenario, line, quarter))),
      ).toEqual(expected)
  })

  test('[C1] all pass, in every scenario and quarter', () => {
    expect(checks.map(({ key }) => key)).toHaveLength(5)
    for (const { id, tolerance } of checks)
      for (const quarter of quartersOf(example.timeline))
        for (const scenario of ['base', 'bull', 'bear']) {
          const value = results.valueOf(scenario, id, quarter)
          if (!Number.isNaN(value)) expect(Math.abs(value), `${id} ${quarter}`).toBeLessThanOrEqual(tolerance ?? 0)
        }
  })

  test('the recast matters: on the old basis fiscal 2024 would not add up', () => {
    expect(lineOf(example, 'cloud_revenue_check').formula).toBe('ttm(cloud_revenue) - cloud_revenue_fiscal_year')
    expect(valueOf('cloud_revenue_check', 'FY24 Q4') + 25123 - 25065).toBe(58)
  })
})
