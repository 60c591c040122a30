// The figures the example must show (shared example.md and the data), read off the built app, once more after an offline
// reload, and out of the exported CSV. Every number here was worked out outside the app.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, wholeSheet, type App } from '../support/app.ts'
import { readRecords } from '../support/csv.ts'

test.use({ viewport: wholeSheet })

/** Line, column, text. Reported figures of example.md. */
const reported: readonly (readonly [string, string, string])[] = [
  ['revenue', '2025-09', '247,795'],
  ['revenue_yoy', '2025-09', '4.8'],
  ['revenue_yoy', '2025-06', '1.8'],
  ['cloud_yoy', '2025-09', '34.5'],
  ['cloud_yoy', '2025-06', '25.8'],
  ['cloud_acceleration', '2025-09', '8.7'],
  ['cloud_acceleration_streak', '2025-09', '8'],
  ['revenue_surprise', '2025-09', '2.1'],
  ['cloud_surprise', '2025-09', '5.1'],
  ['cloud_share', '2025-09', '16.1'],
  ['capex_ttm', '2025-09', '126,564'],
  ['capex_fcf_ttm', '2025-09', '125,419'],
  ['revenue_usd', '2025-09', '34,808'],
  ['free_cash_flow', '2025-09', '(21,840)'],
  ['revenue', 'FY2025', '996,347'],
  ['capex', 'FY2025', '85,972'],
  ['revenue_yoy', 'FY2025', '5.9'],
  ['cloud_yoy', 'FY2025', '11.0'],
  ['cloud_share', 'FY2025', '11.8'],
  ['capex_intensity', 'FY2025', '8.6'],
  ['revenue_usd', 'FY2025', '137,300'],
]

/** By scenario: counted by FY28 Q4 and completion in the panel; FY27 growths, free cash flow and cloud FY28 Q4 in the sheet. */
const results = [
  {
    scenario: 'Base',
    counted: '420.568',
    completes: 'FY28 Q3',
    after: '10.938',
    revenueYoy: '10.7',
    cloudYoy: '31.4',
    freeCashFlow: -17.17,
    cloud: '66,126',
  },
  {
    scenario: 'Bull',
    counted: '482.877',
    completes: 'FY28 Q2',
    after: '9.767',
    revenueYoy: '13.1',
    cloudYoy: '36.2',
    freeCashFlow: -4.2,
    cloud: '74,934',
  },
  {
    scenario: 'Bear',
    counted: '326.275',
    completes: 'short 53.725',
    after: '–',
    revenueYoy: '7.0',
    cloudYoy: '23.9',
    freeCashFlow: -29.82,
    cloud: '53,139',
  },
] as const

const readings = [
  ['Total capex from FY26 Q1', '70.177', '63.333', '+6.844', '30.982'],
  ['Total capex from FY25 Q4', '94.789', '95.000', '−0.211', '31.690'],
  ['95 % of capex from FY26 Q1', '66.668', '63.333', '+3.335', '31.333'],
  ['95 % of capex from FY25 Q4', '90.050', '95.000', '−4.950', '32.217'],
] as const

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

test('the figures show, and show again after a reload without network', async ({ app, context, page }) => {
  await app.open()
  await app.isOfflineReady()
  await showsFigures(app)
  await context.setOffline(true)
  await page.reload()
  await app.isOpen()
  await showsFigures(app)
})

test('quoted growth agrees with the sheet, rounded once to a whole per cent', async ({ app }) => {
  const rows = readFileSync(join(import.meta.dirname, '../data/alibaba.csv'), 'utf8').split('\n')
  await app.open()
  await app.unfoldYears()
  let count = 0
  for (const row of rows) {
    const [end = '', , item = '', quoted = ''] = row.split(',')
    const line =
      item === 'revenue_yoy_quoted' ? 'revenue_yoy' : item === 'cloud_revenue_yoy_quoted' ? 'cloud_yoy' : null
    if (line === null) continue
    count += 1
    const quarter = end.slice(0, 7)
    const shown = Number(await app.cell(line, quarter).innerText())
    if (line === 'cloud_yoy' && quarter === '2023-06') expect(shown).toBe(2.9)
    // One decimal settles the whole per cent but for x.5, which the tidy CSV below settles at full precision.
    else if (Math.abs(shown % 1) !== 0.5) expect(Math.round(shown), `${line} ${quarter}`).toBe(Number(quoted))
  }
  expect(count).toBe(20)
})

test('[X3] the exported files carry the same figures at full precision', async ({ app }) => {
  await app.open()
  const { name, text } = await app.exported('All scenarios, one row a cell')
  expect(name).toMatch(/^Alibaba AI and cloud \d{4}-\d\d-\d\d all scenarios tidy\.csv$/)
  expect(text.startsWith('\ufeffscenario,line_key,label,unit,quarter_end,fiscal_quarter,status,value\r\n')).toBe(true)
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
