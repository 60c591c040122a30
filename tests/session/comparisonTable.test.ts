import { expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { lineOf } from '#model/model.ts'
import { firstView } from '#model/view.ts'
import { comparingOf } from '#session/comparing.ts'
import { chartCourse } from '#session/chartCourse.ts'
import { chartSentence } from '#session/chartText.ts'
import { comparisonChart } from '#session/comparisonChart.ts'
import { comparisonTable, comparisonText, exportOf } from '#session/comparisonTable.ts'
import type { Table } from '#exchange/csv.ts'
import { example } from '../examples/alibaba.ts'

const results = calculate(example)
const { comparison } = firstView(example)

const fieldsIn = (table: Table, key: string, time?: string) => {
  const row = table.rows.find(
    (each) => each[1] === key && (time === undefined || each[table.fields.indexOf('time')] === time),
  )
  return (name: string): unknown => row?.[table.fields.indexOf(name)]
}

test('[J9] the file has each line’s values, differences, per cents and points at full precision', () => {
  const table = comparisonTable(results, comparingOf(results, comparison))
  expect(table.fields).toEqual([
    ...['section', 'key', 'label', 'unit', 'Base value'],
    ...['Bull value', 'Bull difference', 'Bull per cent', 'Bull points'],
    ...['Bear value', 'Bear difference', 'Bear per cent', 'Bear points'],
  ])
  // example.md: free cash flow −17.17, −4.20 and −29.82 bn in FY27
  const cash = fieldsIn(table, 'free_cash_flow')
  expect([cash('section'), cash('label'), cash('unit')]).toEqual(['Reported', 'Free cash flow', 'RMB m'])
  expect(Number(cash('Base value')) / 1000).toBeCloseTo(-17.17, 2)
  expect(Number(cash('Bull difference')) / 1000).toBeCloseTo(12.97, 2)
  expect(Number(cash('Bear difference')) / 1000).toBeCloseTo(-12.65, 2)
  expect([cash('Bull per cent'), cash('Bull points')]).toEqual([null, null])
  // revenue growth 10.67, 13.11 and 6.96 %: +2.44 and −3.71 points, as fractions
  const growth = fieldsIn(table, 'revenue_yoy')
  expect(growth('Bull points')).toBeCloseTo(0.0244, 4)
  expect(growth('Bear points')).toBeCloseTo(-0.0371, 4)
  expect([growth('Bull difference'), growth('Bull per cent')]).toEqual([null, null])
})

test('[J9] a per cent is a fraction of the reference', () => {
  const table = comparisonTable(results, comparingOf(results, comparison))
  const capex = fieldsIn(table, 'capex')
  // geometric sums of example.md's drivers: 32,000 and 2 % a quarter, 36,000 and 3 %, over FY27's four quarters
  const [base, bull] = [
    [32_000, 1.02],
    [36_000, 1.03],
  ].map(([start = 0, step = 0]) => [2, 3, 4, 5].reduce((sum, power) => sum + start * step ** power, 0))
  expect(Number(capex('Bull per cent'))).toBeCloseTo((bull ?? 0) / (base ?? 0) - 1, 12)
  expect(Number(capex('Bull difference'))).toBeCloseTo((bull ?? 0) - (base ?? 0), 6)
})

test('[J9] what is copied is the table as shown', () => {
  const view = { ...comparison, hidden: ['bear'], lines: ['free_cash_flow', 'revenue_yoy', 'capex'] }
  const text = comparisonText(results, comparingOf(results, view), 'bn').split('\r\n')
  expect(text.map((row) => row.split('\t'))).toEqual([
    ['FY27', 'Unit', 'Base', 'Bull', 'Bull − Base', 'Bull − Base, % or points'],
    // 137,220 and 159,783 m are the sums above
    ['Capital expenditure, total', 'RMB bn', '137.220', '159.783', '+22.563', '+16.4%'],
    ['Free cash flow', 'RMB bn', '(17.171)', '(4.201)', '+12.970', 'n.m.'],
    ['Revenue growth, year on year', '%', '10.7', '13.1', '', '+2.4'],
  ])
})

test('[J9] grids export every line and time of the two, charts those of the lines chosen', () => {
  const grids = exportOf(results, comparingOf(results, { ...comparison, beside: 'bear' }), 'grids')
  expect(grids.what).toBe('comparison Base Bear')
  const cash = fieldsIn(grids.table, 'free_cash_flow', 'FY27')
  expect(Number(cash('Bear difference')) / 1000).toBeCloseTo(-12.65, 2)
  expect(fieldsIn(grids.table, 'cloud_fade')('Bear points')).toBeCloseTo(0.01, 12)
  const charts = exportOf(results, comparingOf(results, { ...comparison, lines: ['capex'] }), 'charts')
  // 24 quarters and 6 years
  expect(charts.table.rows).toHaveLength(30)
  expect(exportOf(results, comparingOf(results, comparison), 'table').what).toBe('comparison FY27')
})

test('[J8] the chart of a line says where it ends in every scenario, by quarter or by year', () => {
  const { scenarios } = comparingOf(results, comparison)
  const cloud = lineOf(example, 'cloud_revenue')
  const byQuarter = comparisonChart(cloud, scenarios, 'quarter')
  const course = chartCourse(results, byQuarter, 'bull', null)
  expect(course.labels).toHaveLength(24)
  expect(course.labels[course.lastActual]).toBe('FY26 Q2')
  expect(chartSentence(byQuarter, course)).toBe(
    'Cloud revenue (recast): lines by quarter, FY23 Q1 to FY28 Q4, in Base, Bull and Bear; forecast from FY26 Q3 on. FY26 Q2: Base 39,824 RMB m, Bull 39,824 RMB m, Bear 39,824 RMB m; FY28 Q4: Base 66,126 RMB m, Bull 74,934 RMB m, Bear 53,139 RMB m.',
  )
  const byYear = chartCourse(results, comparisonChart(cloud, scenarios, 'year'), 'base', 'bn')
  expect(byYear.labels).toEqual(['FY23', 'FY24', 'FY25', 'FY26', 'FY27', 'FY28'])
  expect([byYear.lastActual, byYear.axes[0]?.unit]).toEqual([2, 'RMB bn'])
  // fiscal 2025, reported: 118,028 m
  expect(byYear.series[0]?.values[2]).toBeCloseTo(118.028, 9)
})
