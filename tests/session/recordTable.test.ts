import { expect, test } from 'vitest'
import { present } from '#base/assert.ts'
import { lineOf } from '#model/model.ts'
import { recordCourse } from '#session/recordCourse.ts'
import { frozenIn, recordingOf } from '#session/recording.ts'
import { recordTable } from '#session/recordTable.ts'
import { biasText, meanText, nearnessText, recordSentence } from '#session/recordText.ts'
import { problem } from '#model/problem.ts'
import { historyOf, start } from '../analysis/rolledModel.ts'
import { idOf } from '../support/modelText.ts'

const { now, versions, reporting } = historyOf(start())
const recording = recordingOf(reporting.results, versions, { record: { line: null }, scenario: 'base' })

test('[H10] a file has a row for each forecast of each line in every scenario', () => {
  const { fields, rows } = recordTable(recording)
  const records = rows.map((row) => Object.fromEntries(fields.map((name, at) => [name, row[at]])))
  const sales = records.filter(({ line_key }) => line_key === 'sales')
  // Three scenarios, FY25 Q3 once and FY25 Q4 twice.
  expect(sales).toHaveLength(9)
  expect(sales[1]).toEqual({
    section: 'All',
    line_key: 'sales',
    label: 'sales',
    unit: 'count',
    scenario: 'Base',
    quarter_end: '2025-03-31',
    fiscal_quarter: 'FY25 Q4',
    made_at_last_actual: 'FY25 Q3',
    made_on: '2025-02-20',
    horizon_quarters: 1,
    forecast: 137.5,
    reported: 130,
    error: -7.5,
    error_percent: -7.5 / 137.5,
    error_points: null,
  })
  const growth = records.find(({ line_key }) => line_key === 'sales_growth')
  expect([growth?.['error'], growth?.['error_percent']]).toEqual([null, null])
  expect(growth?.['error_points']).toBeCloseTo(0.15, 12)
  // Costs are not reported: the forecast stands, an error does not.
  const costs = records.find(({ line_key }) => line_key === 'costs')
  expect([costs?.['forecast'], costs?.['reported'], costs?.['error']]).toEqual([110.00000000000001 / 2, NaN, null])
})

test('[H9] the line shown is the one named, else the first that is typed; a line that is gone is forgotten', () => {
  const shown = (line: string | null) =>
    recordingOf(reporting.results, versions, { record: { line }, scenario: 'base' }).line?.key
  expect([shown(idOf('profit')), shown(null), shown('gone')]).toEqual(['profit', 'sales', 'sales'])
})

test('[H9] a forecast is drawn from the last actual it was made at, and told in a sentence', () => {
  const record = recording.recordOf(lineOf(now, idOf('sales')), recording.shown)
  const course = recordCourse(recording, record, null)
  expect(course.labels).toEqual(['FY25 Q1', 'FY25 Q2', 'FY25 Q3', 'FY25 Q4'])
  expect(course.reported).toEqual([80, 100, 125, 130])
  expect(course.paths.map(({ label }) => label)).toEqual(['made at FY25 Q2', 'made at FY25 Q3'])
  const [first, second] = course.paths.map(({ values }) => values.map((value) => Math.round(value * 1e6) / 1e6))
  expect(first).toEqual([NaN, 100, 110, 121])
  expect(second).toEqual([NaN, NaN, 125, 137.5])
  // 15 of 110 are 13.6 %, −7.5 of 137.5 are −5.5 %, 9 of 121 are 7.4 %; no digit is shown of a count.
  expect(recordSentence(now, record, 'Base')).toBe(
    'sales, reported against the frozen forecasts of Base. ' +
      'FY25 Q3: 125 reported; 110 forecast at FY25 Q2: +15, +13.6 %. ' +
      'FY25 Q4: 130 reported; 138 forecast at FY25 Q3: −8, −5.5 %; 121 forecast at FY25 Q2: +9, +7.4 %.',
  )
})

test('[H6] means read in per cent of the forecasts, or in points', () => {
  const [sales, growth] = ['sales', 'sales_growth'].map((key) => lineOf(now, idOf(key)))
  const at = (line = sales) => present(recording.recordOf(present(line, 'a line'), recording.shown).errors[0], 'errors')
  // 9/220 and 21/220; 4.5 and 10.5 points with no digit.
  expect([biasText(present(sales, 'sales'), at()), nearnessText(present(sales, 'sales'), at())]).toEqual([
    '+4.1 %',
    '9.5 %',
  ])
  expect(nearnessText({ ...present(growth, 'growth'), decimals: 1 }, at(growth))).toBe('10.5 pts')
  expect(biasText({ ...present(growth, 'growth'), decimals: 1 }, at(growth))).toBe('+4.5 pts')
  expect([0, -2.5, NaN].map((value) => meanText({ ...present(sales, 'sales'), decimals: 1 }, value, null))).toEqual([
    '–',
    '(2.5)',
    '',
  ])
})

test('[H7] a snapshot that cannot be read is left out and named', async () => {
  const [first] = versions
  const kept = ['good', 'bad'].map((id) => ({
    id,
    name: `Snapshot ${id}`,
    at: '2025-01-01',
    kind: 'before roll forward' as const,
    lastActual: null,
  }))
  const frozen = await frozenIn(kept, (id) =>
    Promise.resolve(id === 'bad' ? problem('storage', { at: 'model' }, 'Damaged.') : present(first, 'one').results),
  )
  expect(frozen.versions.map(({ id }) => id)).toEqual(['good'])
  expect(frozen.unread).toEqual(['Snapshot bad'])
})
