// The acceptance of the modelling bench (issue 6): a company is built by keyboard alone, Alibaba's model is rebuilt, and all
// of it is undone, to the byte.

import { expect, test, wholeSheet } from '../support/app.ts'
import { formula, go, into, isBack, press, redoAll, row, run, saved, undoAll } from '../support/benchKeys.ts'

// Dozens of edits one by one, each waited for until it is on disk.
test.slow()

test.use({ viewport: { ...wholeSheet, width: 2400 } })

const past = ['2024-03', '2024-06', '2024-09', '2024-12'] as const
const coming = ['2025-03', '2025-06', '2025-09', '2025-12'] as const

test('[HS10] a five-line company is built from an empty model by keyboard alone', async ({ app, page }) => {
  await app.open()
  await run(page, 'new model')
  await expect(page.getByRole('dialog', { name: 'New model' })).toBeVisible()
  await into(page, 'Name', 'Acme')
  await into(page, 'First quarter', 'FY24 Q1')
  await into(page, 'Last reported quarter', 'FY24 Q4')
  await into(page, 'Quarters to forecast', '4')
  await into(page, 'Line 1', 'Revenue')
  await into(page, 'Line 2', 'Costs')
  await into(page, 'Line 3', 'Gross profit')
  await press(page, 'Enter')
  await expect(app.said).toContainText('Acme is there with 3 lines')
  const first = await saved(app)

  // The cursor stands where the first number goes: four quarters with Tab, and Enter comes back under the first.
  for (const numbers of [
    ['100', '110', '120', '130'],
    ['60', '66', '72', '65'],
  ]) {
    for (const [at, number] of numbers.entries()) {
      await page.keyboard.type(number)
      await press(page, at === 3 ? 'Enter' : 'Tab')
    }
  }
  await formula(app, 'Gross profit', 'revenue - costs')

  await press(page, 'Control+Alt+Enter')
  await into(page, 'Label', 'Gross margin')
  await into(page, 'Unit', 'Per cent')
  await into(page, 'Kind', 'Rate')
  await into(page, 'Formula, if it has one', 'gross_profit / revenue')
  await press(page, 'Enter')
  await isBack(page)
  await press(page, 'Control+Alt+Enter')
  await into(page, 'Label', 'Growth')
  await into(page, 'Section', 'Drivers')
  await into(page, 'Unit', 'Per cent')
  await into(page, 'Kind', 'Rate')
  await into(page, 'Formula, if it has one', 'growth[-1]')
  await press(page, 'Enter')
  await isBack(page)

  await go(page, 'growth FY25 Q1')
  await page.keyboard.type('10')
  await press(page, 'Enter')
  await go(page, 'revenue FY25 Q1')
  await formula(app, 'Revenue', 'revenue[-4] * (1 + growth)')
  await go(page, 'costs FY25 Q1')
  await formula(app, 'Costs', 'revenue * costs[-4] / revenue[-4]')

  // 10 % on each quarter a year earlier; costs keep their share of revenue: 60, 60, 60 and 50 %.
  expect(await row(page, 'Revenue', [...past, ...coming])).toEqual([
    '100',
    '110',
    '120',
    '130',
    '110',
    '121',
    '132',
    '143',
  ])
  // 66.0, 72.6, 79.2 and 71.5.
  expect(await row(page, 'Costs', [...past, ...coming])).toEqual(['60', '66', '72', '65', '66', '73', '79', '72'])
  // 44.0, 48.4, 52.8 and 71.5.
  expect(await row(page, 'Gross profit', [...past, ...coming])).toEqual([
    '40',
    '44',
    '48',
    '65',
    '44',
    '48',
    '53',
    '72',
  ])
  expect(await row(page, 'Gross margin', coming)).toEqual(['40.0', '40.0', '40.0', '50.0'])
  expect(await row(page, 'Growth', coming)).toEqual(['10.0', '10.0', '10.0', '10.0'])
  // The year: 506 of revenue, 289.3 of costs, 216.7 left, which is 42.83 % and not the mean of the quarters, 42.5.
  expect(await row(page, 'Revenue', ['FY2025'])).toEqual(['506'])
  expect(await row(page, 'Gross margin', ['FY2025'])).toEqual(['42.8'])

  // Eight numbers, a formula, two lines, a driver, two formulas.
  expect(await undoAll(app)).toBe(14)
  expect(await saved(app)).toBe(first)
})

test('[HS10] a segment is added to Alibaba, a line renamed, moved and deleted, a scenario told, and all of it undone', async ({
  app,
  page,
}) => {
  await app.open()
  await expect(app.cell('cloud_revenue', '2025-12')).toBeVisible()
  const first = await saved(app)

  await go(page, 'cloud_revenue FY26 Q3')
  await press(page, 'Alt+Shift+D')
  await into(page, 'The new one is called', 'chips')
  await page.getByRole('dialog').getByRole('combobox', { name: 'Typed numbers' }).selectOption('drivers')
  await press(page, 'Enter')
  await expect(app.said).toContainText('Chips revenue (recast) is there')
  await go(page, 'chips_revenue FY25 Q3')
  await page.keyboard.type('4000')
  await press(page, 'Enter')
  await go(page, 'chips_revenue FY26 Q3')
  // As cloud's: 35 % on 4,000.
  await expect(page.locator('.ag-cell:focus')).toHaveText('5,400')

  await press(page, 'Alt+Shift+R')
  await expect(page.getByRole('textbox', { name: 'Label' })).toBeFocused()
  await page.keyboard.type('Chips')
  await press(page, 'Enter')
  await expect(app.said).toContainText('is now called Chips')
  await press(page, 'Shift+F6')
  await go(page, 'chips_revenue FY26 Q3')
  await press(page, 'Alt+ArrowDown')
  await expect(app.said).toContainText('Chips moved')
  await app.show('Bear')
  await go(page, 'cloud_growth FY26 Q3')
  await page.keyboard.type('20')
  await press(page, 'Enter')
  await app.show('Base')
  await go(page, 'sales_marketing FY26 Q2')
  await press(page, 'Control+Alt+-')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Delete/ })
    .press('Enter')
  await expect(app.said).toContainText('deleted')
  await expect(app.cell('sales_marketing', '2025-09')).toHaveCount(0)
  const last = await saved(app)

  // The segment, its number, a name, a place, Bear's growth, a line that went.
  expect(await undoAll(app)).toBe(6)
  await page.reload()
  await app.isOpen()
  expect(await saved(app)).toBe(first)
  expect(await redoAll(app)).toBe(6)
  expect(await saved(app)).toBe(last)
})

test('[HS4] one goes back in the history, and forward again after a reload', async ({ app, page }) => {
  await app.open()
  for (const growth of ['40', '41', '42']) {
    await app.type('cloud_growth', '2025-12', growth)
    await expect(app.said).toContainText('moved')
    await app.isSaved()
  }
  const last = await saved(app)
  await press(page, 'Alt+Shift+H')
  const history = page.getByRole('region', { name: 'History, newest first' })
  const first = history.getByRole('listitem').filter({ hasText: '35.0 → 40.0 %' })
  await first.getByRole('button', { name: 'Go back to here' }).press('Enter')
  await expect(app.said).toContainText('2 changes taken back, to ')
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('40.0')
  await expect(history.getByText('taken back')).toHaveCount(2)

  await page.reload()
  await app.isOpen()
  await expect(first.getByRole('button', { name: 'Now' })).toBeVisible()
  await history
    .getByRole('listitem')
    .filter({ hasText: '41.0 → 42.0 %' })
    .getByRole('button', { name: 'Go forward to here' })
    .press('Enter')
  await expect(app.said).toContainText('2 changes made again, to ')
  expect(await saved(app)).toBe(last)
  await app.select('revenue', '2025-09')
  await press(page, 'Control+z', 'Control+z')
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('42.0')
})
