// The built-in example, calculated: what must come out by example.md, worked out there by hand.

import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { allLines } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import { example } from '../examples/alibaba.ts'

const results = calculate(example)

const idOf = (key: string): string => {
  const line = allLines(example).find((each) => each.key === key)
  if (line === undefined) throw new Error(`no line ${key}`)
  return line.id
}

const scenarios = new Map(example.scenarios.map(({ name, id }) => [name, id]))

const valueOf = (scenario: string, key: string, quarter: Quarter): number =>
  results.valueOf(scenarios.get(scenario) ?? '', idOf(key), quarter)

const yearOf = (scenario: string, key: string, year: number): number =>
  results.yearOf(scenarios.get(scenario) ?? '', idOf(key), year)

test('nothing in it is a Problem', () => {
  expect(results.problems).toEqual([])
})

describe.each([
  ['Base', 420.568, 10.938, 10.67, 31.42, -17.17, 66126],
  ['Bull', 482.877, 9.767, 13.11, 36.21, -4.2, 74934],
  ['Bear', 326.275, null, 6.96, 23.88, -29.82, 53139],
] as const)('%s', (scenario, counted, completion, revenueGrowth, cloudGrowth, freeCashFlow, cloud) => {
  test('pacing toward 380 bn', () => {
    expect(valueOf(scenario, 'ai_capex_counted', '2028-03') / 1000).toBeCloseTo(counted, 3)
    const quarters = valueOf(scenario, 'ai_capex_completion', '2028-03')
    if (completion === null) expect(quarters).toBeNaN()
    else expect(quarters).toBeCloseTo(completion, 3)
  })

  test('fiscal 2027, and cloud revenue at the end', () => {
    expect(yearOf(scenario, 'revenue_yoy', 2027) * 100).toBeCloseTo(revenueGrowth, 2)
    expect(yearOf(scenario, 'cloud_yoy', 2027) * 100).toBeCloseTo(cloudGrowth, 2)
    expect(yearOf(scenario, 'free_cash_flow', 2027) / 1000).toBeCloseTo(freeCashFlow, 2)
    expect(valueOf(scenario, 'cloud_revenue', '2028-03')).toBeCloseTo(cloud, 0)
  })
})

test.each<[string, Quarter, number, number]>([
  ['revenue_yoy', '2025-09', 0.0477, 4],
  ['revenue_yoy', '2025-06', 0.0182, 4],
  ['cloud_yoy', '2025-09', 0.34495, 5],
  ['cloud_yoy', '2025-06', 0.258, 4],
  ['cloud_acceleration', '2025-09', 0.087, 3],
  ['cloud_acceleration_streak', '2025-09', 8, 9],
  ['revenue_surprise', '2025-09', 0.0212, 4],
  ['cloud_surprise', '2025-09', 0.0508, 4],
  ['cloud_share', '2025-09', 0.1607, 4],
  ['capex_ttm', '2025-09', 126564, 9],
  ['capex_fcf_ttm', '2025-09', 125419, 9],
  ['revenue_usd', '2025-09', 34808, 0],
])('reported: %s in %s is %d', (key, quarter, expected, digits) => {
  expect(valueOf('Base', key, quarter)).toBeCloseTo(expected, digits)
})

test.each<[string, number, number]>([
  ['revenue', 996347, 9],
  ['capex', 85972, 9],
  ['revenue_yoy', 0.0586, 4],
  ['cloud_yoy', 0.1096, 4],
  ['cloud_share', 0.1185, 4],
  ['capex_intensity', 0.0863, 4],
  ['revenue_usd', 137300, 0],
])('fiscal 2025: %s is %d', (key, expected, digits) => {
  expect(yearOf('Base', key, 2025)).toBeCloseTo(expected, digits)
})

test.each<[string, number, number, number, number]>([
  ['ai_capex', 70.177, 63.333, 6.844, 30.982],
  ['ai_capex_from_fy25_q4', 94.789, 95, -0.211, 31.69],
  ['ai_capex_share_95', 66.668, 63.333, 3.335, 31.333],
  ['ai_capex_share_95_from_fy25_q4', 90.05, 95, -4.95, 32.217],
])('the commitment at the last actual, read as %s', (stem, counted, planned, ahead, required) => {
  const parts = ['counted', 'planned', 'ahead', 'required'].map(
    (part) => valueOf('Base', `${stem}_${part}`, '2025-09') / 1000,
  )
  for (const [at, expected] of [counted, planned, ahead, required].entries()) expect(parts[at]).toBeCloseTo(expected, 3)
})

test('a keystroke recalculates it well within a frame or three', () => {
  let again = calculate(example, results)
  for (let run = 0; run < 20; run += 1) again = calculate(example, again)
  const start = performance.now()
  again = calculate(example, again)
  expect(performance.now() - start).toBeLessThan(50)
  expect(again.valueOf('base', idOf('revenue'), '2025-09')).toBe(247795)
})
