// The figures the example must show (shared example.md and the data), read off the built app, once more after an offline
// reload, and out of the CSV exported there. Every number here was worked out outside the app.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, wholeSheet, type App } from '../support/app.ts'
import { readRecords } from '../support/csv.ts'
import { readings, readingStems, reported, results } from '../support/exampleFigures.ts'

test.use({ viewport: wholeSheet })

const accounting = (text: string): number => Number(text.replaceAll(',', '').replace(/^\((.*)\)$/, '-$1'))

const showsFigures = async (app: App): Promise<void> => {
  await app.show('Base')
  await app.unfoldYears()
  for (const [line, column, text] of reported)
    await expect(app.cell(line, column), `${line} ${column}`).toHaveText(text)
  const scenarios = app.page.locator('[data-table="scenarios"] tbody tr')
  for (const [at, each] of results.entries())
    await expect(scenarios.nth(at).locator('th, td')).toHaveText([
      each.scenario,
      each.counted,
      each.completes,
      each.after,
    ])
  const rows = app.page.locator('[data-table="readings"] tbody tr')
  for (const [at, each] of readings.entries()) await expect(rows.nth(at).locator('th, td')).toHaveText([...each])
  for (const each of results) {
    await app.show(each.scenario)
    await expect(app.cell('revenue_yoy', 'FY2027')).toHaveText(each.revenueYoy)
    await expect(app.cell('cloud_yoy', 'FY2027')).toHaveText(each.cloudYoy)
    await expect(app.cell('cloud_revenue', '2028-03')).toHaveText(each.cloud)
    const freeCashFlow = accounting(await app.cell('free_cash_flow', 'FY2027').innerText())
    expect(freeCashFlow / 1000).toBeCloseTo(each.freeCashFlow, 2)
  }
  await app.show('Base')
}

/** `2025-09` → `FY26 Q2`, `FY2025` → `FY25`: the columns of the sheet as the file names them. Alibaba's year ends in March. */
const fileColumn = (column: string): string => {
  if (column.startsWith('FY')) return `FY${column.slice(4)}`
  const [year = NaN, month = NaN] = column.split('-').map(Number)
  return month === 3 ? `FY${year - 2000} Q4` : `FY${year - 1999} Q${month / 3 - 1}`
}

/** How far a figure may lie from the text it is shown as: half of its last digit. */
const halfDigit = (text: string): number => 0.5000001 * 10 ** -(text.split('.')[1]?.replace(/\D/g, '').length ?? 0)

const exportsFigures = async (app: App): Promise<void> => {
  const records = readRecords((await app.exported('All scenarios, as laid out')).text)
  const value = (scenario: string, key: string, column: string): number => {
    const row = records.find((each) => each.get('scenario') === scenario && each.get('key') === key)
    const isFraction = ['%', 'points'].includes(row?.get('unit') ?? '')
    const text = row?.get(column) ?? ''
    return text === '' ? NaN : Number(text) * (isFraction ? 100 : 1)
  }
  const holds = (what: string, actual: number, text: string): void => {
    const expected = accounting(text.replace('−', '-').replace('+', ''))
    expect(Math.abs(actual - expected), `${what}: ${actual} for ${text}`).toBeLessThanOrEqual(halfDigit(text))
  }
  for (const [line, column, text] of reported) holds(`${line} ${column}`, value('Base', line, fileColumn(column)), text)
  for (const { scenario, counted, after, revenueYoy, cloudYoy, freeCashFlow, cloud } of results) {
    holds(scenario, value(scenario, 'ai_capex_counted', 'FY28 Q4') / 1000, counted)
    if (after !== '–') holds(scenario, value(scenario, 'ai_capex_completion', 'FY28 Q4'), after)
    holds(scenario, value(scenario, 'revenue_yoy', 'FY27'), revenueYoy)
    holds(scenario, value(scenario, 'cloud_yoy', 'FY27'), cloudYoy)
    holds(scenario, value(scenario, 'cloud_revenue', 'FY28 Q4'), cloud)
    expect(value(scenario, 'free_cash_flow', 'FY27') / 1000).toBeCloseTo(freeCashFlow, 2)
  }
  for (const [at, [name, ...texts]] of readings.entries())
    for (const [index, part] of ['counted', 'planned', 'ahead', 'required'].entries())
      holds(name, value('Base', `${readingStems[at] ?? ''}_${part}`, 'FY26 Q2') / 1000, texts[index] ?? '')
}

test('the figures show, and after a reload without network they show again and are exported', async ({
  app,
  context,
  page,
}) => {
  await app.open()
  await app.isOfflineReady()
  await showsFigures(app)
  await context.setOffline(true)
  await page.reload()
  await app.isOpen()
  await showsFigures(app)
  await exportsFigures(app)
})

test('quoted growth agrees with sheet and file, rounded once to a whole per cent', async ({ app }) => {
  const rows = readFileSync(join(import.meta.dirname, '../data/alibaba.csv'), 'utf8').split('\n')
  await app.open()
  await app.unfoldYears()
  const records = readRecords((await app.exported('Scenario shown, as laid out')).text)
  let count = 0
  for (const row of rows) {
    const [end = '', , item = '', quoted = ''] = row.split(',')
    const line =
      item === 'revenue_yoy_quoted' ? 'revenue_yoy' : item === 'cloud_revenue_yoy_quoted' ? 'cloud_yoy' : null
    if (line === null) continue
    count += 1
    const quarter = end.slice(0, 7)
    const exact = 100 * Number(records.find((each) => each.get('key') === line)?.get(fileColumn(quarter)))
    await expect(app.cell(line, quarter)).toHaveText(exact.toFixed(1))
    // Cloud in June 2023 was quoted on the old basis: 25,123 over 24,127.
    if (line === 'cloud_yoy' && quarter === '2023-06') expect(exact).toBeCloseTo(2.911, 3)
    else expect(Math.round(exact), `${line} ${quarter}`).toBe(Number(quoted))
  }
  expect(count).toBe(20)
  await app.select('cloud_revenue', '2023-06')
  await expect(app.page.getByRole('region', { name: 'Selected cell' })).toContainText('4.13 %')
})

test('[X3] the exported files carry the same figures at full precision', async ({ app }) => {
  await app.open()
  const { name, text } = await app.exported('All scenarios, one row a cell')
  expect(name).toMatch(/^Alibaba AI and cloud \d{4}-\d\d-\d\d all scenarios tidy\.csv$/)
  expect(
    text.startsWith('\ufeffscenario,line_key,label,unit,quarter_end,fiscal_quarter,status,value,note,source,'),
  ).toBe(true)
  const tidy = new Map(
    readRecords(text).map((row) => [
      `${row.get('scenario') ?? ''} ${row.get('line_key') ?? ''} ${row.get('fiscal_quarter') ?? ''}`,
      row,
    ]),
  )
  const value = (cell: string): number => Number(tidy.get(cell)?.get('value'))
  expect(value('Base cloud_yoy FY26 Q2')).toBeCloseTo(0.34495, 5)
  expect(value('Base ai_capex_counted FY28 Q4')).toBeCloseTo(420568, 0)
  expect(value('Bull ai_capex_counted FY28 Q4')).toBeCloseTo(482877, 0)
  expect(value('Bear ai_capex_counted FY28 Q4')).toBeCloseTo(326275, 0)
  expect(value('Base ai_capex_completion FY28 Q4')).toBeCloseTo(10.938, 3)
  expect(value('Base ai_capex_ahead FY26 Q2')).toBeCloseTo(6843.667, 3)
  expect(value('Base ai_capex_share_95_from_fy25_q4_ahead FY26 Q2')).toBeCloseTo(-4950.45, 2)
  expect(value('Base free_cash_flow FY26 Q2')).toBe(-21840)
  expect(tidy.get('Base revenue FY26 Q2')?.get('status')).toBe('actual')
  expect(tidy.get('Base revenue FY26 Q3')?.get('status')).toBe('forecast')
  expect(tidy.get('Base cloud_growth FY26 Q3')?.get('status')).toBe('assumption')
  expect(tidy.get('Base consensus_cloud FY24 Q1')?.get('value')).toBe('')

  const wide = readRecords((await app.exported('All scenarios, as laid out')).text)
  const year = (scenario: string, key: string, column: string): number =>
    Number(wide.find((row) => row.get('scenario') === scenario && row.get('key') === key)?.get(column))
  expect(year('Base', 'revenue_yoy', 'FY27')).toBeCloseTo(0.1067, 4)
  expect(year('Bull', 'cloud_yoy', 'FY27')).toBeCloseTo(0.3621, 4)
  expect(year('Bear', 'free_cash_flow', 'FY27') / 1000).toBeCloseTo(-29.82, 2)
  expect(year('Base', 'cloud_share', 'FY25')).toBeCloseTo(0.1185, 4)
  expect(year('Base', 'revenue_usd', 'FY25')).toBeCloseTo(137300, 0)
})
