import { expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import type { ChartChoice } from '#model/chartChoice.ts'
import { chartCourse, refusalOfChange, type ChartCourse } from '#session/chartCourse.ts'
import { chartTableText } from '#session/chartTable.ts'
import { cellOfPoint, chartSentence, chartTableOf, readoutAt, readoutSentence } from '#session/chartText.ts'
import { example } from '../examples/alibaba.ts'

const results = calculate(example)

const choice = (change: Partial<ChartChoice> & { readonly of?: readonly string[] } = {}): ChartChoice => ({
  id: 'chart-1',
  name: 'Chart',
  kind: 'line',
  pace: 'quarter',
  range: { kind: 'last', count: 4, withForecast: false },
  lines: (change.of ?? ['revenue']).map((key) => ({ line: key.replace('+', ''), hasGrowth: key.endsWith('+') })),
  scenarios: 'shown',
  ...change,
})

const course = (change: Parameters<typeof choice>[0] = {}, scale: 'bn' | null = null): ChartCourse =>
  chartCourse(results, choice(change), 'base', scale)

const labelsOf = (range: ChartChoice['range'], pace: ChartChoice['pace'] = 'quarter'): string => {
  const { labels } = course({ range, pace })
  return `${labels[0] ?? ''} to ${labels.at(-1) ?? ''}: ${labels.length}`
}

const rounded = (values: readonly number[] | undefined, places = 1): readonly number[] =>
  (values ?? []).map((value) => Number(value.toFixed(places)))

test('[U1] the range is the timeline, the last reported times, since a year, or between two quarters', () => {
  // Example: FY23 Q1 to FY28 Q4, 24 quarters, reported to FY26 Q2, the 14th.
  expect(labelsOf({ kind: 'all' })).toBe('FY23 Q1 to FY28 Q4: 24')
  expect(labelsOf({ kind: 'last', count: 8, withForecast: false })).toBe('FY24 Q3 to FY26 Q2: 8')
  expect(labelsOf({ kind: 'last', count: 8, withForecast: true })).toBe('FY24 Q3 to FY28 Q4: 18')
  expect(labelsOf({ kind: 'last', count: 99, withForecast: false })).toBe('FY23 Q1 to FY26 Q2: 14')
  expect(labelsOf({ kind: 'since', year: 2024 })).toBe('FY24 Q1 to FY28 Q4: 20')
  expect(labelsOf({ kind: 'between', first: '2024-12', last: '2025-12' })).toBe('FY25 Q3 to FY26 Q3: 5')
  expect(labelsOf({ kind: 'all' }, 'year')).toBe('FY23 to FY28: 6')
  expect(labelsOf({ kind: 'last', count: 2, withForecast: true }, 'year')).toBe('FY24 to FY28: 5')
  // Whole years only: FY25 begins before December 2024.
  expect(labelsOf({ kind: 'between', first: '2024-12', last: '2027-03' }, 'year')).toBe('FY26 to FY27: 2')
  expect(course({ range: { kind: 'between', first: '2031-03', last: '2032-03' } }).times).toEqual([])
})

test('[U2] figures are those of the sheet, in the scale of the view; growth is on the second axis', () => {
  const { series, axes, lastActual } = course({ of: ['revenue+', 'capex+'] })
  expect(axes.map(({ unit }) => unit)).toEqual(['RMB m', '%'])
  expect(series.map(({ name, axis }) => [name, axis])).toEqual([
    ['Revenue', 0],
    ['Capital expenditure, total', 0],
    ['Revenue, growth', 1],
    ['Capital expenditure, total, growth', 1],
  ])
  // alibaba.csv, FY25 Q3 to FY26 Q2; a year before: revenue 260,348 221,874 243,236 236,503, capex 8,857 11,153 12,094 17,491
  expect(series[0]?.values).toEqual([280_154, 236_454, 247_652, 247_795])
  expect(series[1]?.values).toEqual([31_775, 24_612, 38_676, 31_501])
  expect(rounded(series[2]?.values)).toEqual([7.6, 6.6, 1.8, 4.8])
  expect(rounded(series[3]?.values)).toEqual([258.8, 120.7, 219.8, 80.1])
  expect(lastActual).toBe(3)
  const inBn = course({ of: ['revenue'] }, 'bn')
  expect(inBn.axes.map(({ unit }) => unit)).toEqual(['RMB bn'])
  expect(inBn.series[0]?.values).toEqual([280.154, 236.454, 247.652, 247.795])
})

test('[U2] no value is a gap: of the first year nothing is known to have grown', () => {
  const { series } = course({ of: ['capex+'], range: { kind: 'between', first: '2022-06', last: '2023-06' } })
  // 6,927 against 11,843
  expect(rounded(series[1]?.values)).toEqual([NaN, NaN, NaN, NaN, -41.5])
})

test('[U1] [U4] in several scenarios a series has the colour and the shape of its own', () => {
  const { series } = course({ of: ['cloud_yoy'], scenarios: ['bear', 'bull'], range: { kind: 'all' } })
  expect(series.map(({ name, colour, shape }) => [name, colour, shape])).toEqual([
    ['Bull', 'green', 1],
    ['Bear', 'orange', 2],
  ])
  // example.md: cloud growth of FY26 Q3 is 38 % and 31 %.
  expect(series.map(({ values }) => rounded(values)[14])).toEqual([38, 31])
  const several = course({ of: ['revenue', 'capex'], scenarios: 'all' }).series
  expect(several.map(({ name }) => name)).toContain('Capital expenditure, total, Bear')
  expect(new Set(several.map(({ shape }) => shape)).size).toBe(6)
  expect(course({ scenarios: ['gone'] }).series.map(({ scenario }) => scenario.id)).toEqual(['base'])
})

test('[U1] a constant, and what is gone from the model, is left out', () => {
  expect(course({ of: ['cloud_fade', 'never_was', 'capex'] }).series.map(({ line }) => line.id)).toEqual(['capex'])
})

test('[U3] columns stand on the first axis; what has the second is a line', () => {
  const { series, isStacked } = course({ of: ['revenue+', 'ebita_margin'], kind: 'column' })
  expect(series.map(({ name, form }) => `${name}: ${form}`)).toEqual([
    'Revenue: column',
    'Adjusted EBITA margin: line',
    'Revenue, growth: line',
  ])
  expect(isStacked).toBe(false)
})

test('[U3] lines of one unit and one scenario are stacked, and a sentence tells what is not', () => {
  const { series, leftOut, isStacked } = course({
    of: ['cloud_revenue', 'rest_revenue', 'ebita_margin'],
    kind: 'stacked',
    scenarios: 'all',
  })
  expect(isStacked).toBe(true)
  expect(series.map(({ form, scenario }) => `${form} ${scenario.id}`)).toEqual([
    'column base',
    'column base',
    'line base',
  ])
  expect(leftOut).toEqual([
    'Only lines in RMB m are stacked: Adjusted EBITA margin is drawn as a line.',
    'Stacked columns show one scenario: Base.',
  ])
})

test('[U3] a third unit is refused with what to do, and not drawn where it stands already', () => {
  const before = choice({ of: ['revenue+'] })
  const refused = (of: readonly string[]) => refusalOfChange(results, { before, after: choice({ of }), scale: null })
  expect(refused(['revenue+', 'usd_rate'])).toBe(
    'RMB per US$ is in RMB per US$: a chart has two units at the most, and this one has RMB m and %. Take a line out first, or draw it in a chart of its own.',
  )
  expect(refused(['revenue+', 'ebita_margin', 'capex'])).toBeNull()
  expect(refused(['usd_rate'])).toBeNull()
  const { series, leftOut } = course({ of: ['revenue', 'ebita_margin', 'usd_rate'] })
  expect(series.map(({ line }) => line.id)).toEqual(['revenue', 'ebita_margin'])
  expect(leftOut).toEqual([
    'RMB per US$ is in RMB per US$: a chart has two units at the most, and this one has RMB m and %.',
  ])
})

test('[U3] ten lines are drawn and the others counted', () => {
  const { series, leftOut } = course({ of: ['revenue', 'capex', 'cloud_revenue', 'rest_revenue'], scenarios: 'all' })
  expect(series).toHaveLength(10)
  expect(leftOut).toEqual(['12 lines are chosen, and the first 10 are drawn: choose fewer lines or scenarios.'])
})

test('[U6] one sentence describes the chart, with its figures at the last actual and at its end', () => {
  const chart = choice({
    name: 'Capex',
    of: ['capex'],
    kind: 'column',
    range: { kind: 'last', count: 2, withForecast: true },
  })
  // example.md: 32,000 in FY26 Q3, growing by 2 % a quarter: × 1.02^9 = 38,243 in FY28 Q4
  expect(chartSentence(chart, chartCourse(results, chart, 'base', null))).toBe(
    'Capex: columns by quarter, FY26 Q1 to FY28 Q4, in Base; forecast from FY26 Q3 on. FY26 Q2: Capital expenditure, total 31,501 RMB m; FY28 Q4: Capital expenditure, total 38,243 RMB m.',
  )
})

test('[U6] the table has what is drawn, and copies at full precision', () => {
  const { columns, corner, rows } = chartTableOf(
    course({ of: ['cloud_revenue+'], range: { kind: 'between', first: '2025-09', last: '2025-12' } }),
  )
  expect([corner, ...columns]).toEqual([
    'Quarter',
    'Cloud revenue (recast), RMB m',
    'Cloud revenue (recast), growth, %',
  ])
  // 39,824 against 29,610 is 34.495 %; 35 % on the next quarter's 31,742 is 42,851.7
  expect(rows.map(({ name, isForecast, cells }) => [name, isForecast, ...cells.map(({ shown }) => shown)])).toEqual([
    ['FY26 Q2', false, '39,824', '34.5'],
    ['FY26 Q3', true, '42,852', '35.0'],
  ])
  const [, reported = ''] = chartTableText({ corner, columns, rows }).split('\r\n')
  const [name, amount, growth = ''] = reported.split('\t')
  expect([name, amount]).toEqual(['FY26 Q2', '39824'])
  expect(growth).toMatch(/^34\.49510\d+%$/)
  expect(Number.parseFloat(growth)).toBeCloseTo((39_824 / 29_610 - 1) * 100, 9)
})

test('[U5] the read-out tells quarter, figure, status and source, and why there is no value', () => {
  const drawn = course({
    of: ['revenue', 'consensus_revenue'],
    range: { kind: 'between', first: '2025-09', last: '2025-12' },
  })
  const reported = readoutAt(results, drawn, 0)
  expect([reported?.label, reported?.month]).toEqual(['FY26 Q2', 'Sep 2025'])
  expect(reported?.rows.map(({ value, status }) => [value, status])).toEqual([
    ['247,795 RMB m', 'actual'],
    ['242,650 RMB m', 'actual'],
  ])
  expect(reported?.rows[0]?.source).toMatch(
    /^Alibaba Group Announces September Quarter 2025 Results.* \(data\.alibabagroup\.com\)$/,
  )
  expect(reported?.rows[1]?.source).toBe('www.cash.ch')
  const ahead = readoutAt(results, drawn, 1)
  expect(ahead?.rows.map(({ status, source }) => [status, source])[0]).toEqual(['forecast', ''])
  expect(ahead?.rows[1]?.value).toBe('no value')
  expect(ahead?.rows[1]?.status).not.toBe('')
  expect(readoutAt(results, drawn, 2)).toBeNull()
  const only = readoutAt(
    results,
    course({ of: ['capex'], range: { kind: 'between', first: '2025-12', last: '2025-12' } }),
    0,
  )
  expect(only === null ? '' : readoutSentence(only)).toBe(
    'FY26 Q3, Dec 2025. Capital expenditure, total 32,000 RMB m, forecast.',
  )
})

test('[U5] a point leads to its cell, growth to the line that holds it', () => {
  const { series, times } = course({ of: ['revenue+', 'capex+'] })
  const cells = series.map((each) => {
    const time = times[3]
    return time === undefined ? null : cellOfPoint(results, each, time)
  })
  expect(cells).toEqual([
    { line: 'revenue', column: '2025-09' },
    { line: 'capex', column: '2025-09' },
    { line: 'revenue_yoy', column: '2025-09' },
    { line: 'capex', column: '2025-09' },
  ])
})
