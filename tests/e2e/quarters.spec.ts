// Quarters and years in the built app: where years stand and whose they are, other ends of the timeline, and a break.

import { expect, test, wholeSheet } from '../support/app.ts'
import { SheetUnderTest } from '../support/sheet.ts'

test.use({ viewport: wholeSheet })

test('[QT5] [QT6] [QT7] [QT2] years go behind all quarters, alone, and to the calendar, by keyboard; the view is kept', async ({
  app,
  page,
}) => {
  await app.open()
  await app.select('cloud_yoy', '2025-09')
  await page.keyboard.press('Alt+Shift+Y')
  await expect(page.locator('.ag-header-group-cell').last()).toHaveText('Fiscal years')
  await expect(app.cell('cloud_yoy', '2025-09')).toBeFocused()
  await page.keyboard.press('Alt+Shift+Y')
  // Fiscal 2026 has the cursor's quarter; all six years are whole.
  await expect(app.cell('cloud_yoy', 'FY2026')).toBeFocused()
  await expect(page.locator('.ag-row[row-id="revenue"] .ag-cell.year')).toHaveCount(6)
  await page.keyboard.press('Alt+Shift+F')
  await expect(app.cell('cloud_yoy', 'CY2025')).toBeFocused()
  // 113,496 over 105,521, from the quarters that end in 2024 and 2023; revenue 221,874 + 243,236 + 236,503 + 280,154.
  await expect(app.cell('cloud_yoy', 'CY2024')).toHaveText('7.6')
  await expect(app.cell('revenue', 'CY2024')).toHaveText('981,767')
  // Calendar 2022 and 2028 are not whole: their quarters stay.
  await expect(app.cell('revenue', '2022-06')).toHaveText('205,555')
  await expect(app.cell('revenue', '2028-03')).toBeVisible()
  await app.isSaved()
  await page.reload()
  await app.isOpen()
  await expect(app.cell('revenue', 'CY2024')).toHaveText('981,767')
  // Going to a quarter opens its year among the others.
  await page.keyboard.press('Control+g')
  await page.keyboard.type('cloud_yoy FY25 Q3')
  await page.keyboard.press('Enter')
  await expect(app.cell('cloud_yoy', '2024-12')).toBeFocused()
  await expect(app.cell('cloud_yoy', 'CY2023')).toBeVisible()
  await expect(app.cell('cloud_yoy', '2025-12')).toHaveCount(0)
})

test('[QT5] [QT6] a year behind all quarters folds by its header and leaves a column to unfold it by', async ({
  app,
  page,
}) => {
  await app.open()
  await page.getByRole('button', { name: 'Quarters and years' }).click()
  await page.getByRole('menuitemradio', { name: 'All quarters, then years' }).click()
  const header = (name: string) => page.locator('.ag-header-group-cell').filter({ hasText: name })
  await expect(app.cell('revenue', '2022-06')).toHaveCount(0)
  await expect(app.cell('revenue', 'FY2023')).toHaveText('868,687')
  await header('FY23').locator('.ag-header-expand-icon-collapsed').click()
  await expect(app.cell('revenue', '2022-06')).toHaveText('205,555')
  await header('FY23').locator('.ag-header-expand-icon-expanded').click()
  await expect(app.cell('revenue', '2022-06')).toHaveCount(0)
})

test('[QT5] [QT6] down, a year’s label opens it where years stand alone', async ({ app, page }) => {
  const sheet = new SheetUnderTest(app, 'down')
  await sheet.open()
  await page.keyboard.press('Alt+Shift+Y')
  await page.keyboard.press('Alt+Shift+Y')
  await expect(sheet.cell('cloud_growth', 'FY2026')).toBeFocused()
  await expect(page.locator('.year-row')).toHaveCount(6)
  await expect(page.locator('.ag-row[row-id="2025-12"]')).toHaveCount(0)
  await page.locator('.ag-row[row-id="FY2025"] .time-label').click()
  await expect(sheet.cell('cloud_revenue', '2024-12')).toHaveText('31,742')
  await expect(page.locator('.ag-row[row-id="2025-12"]')).toHaveCount(0)
})

test('[QT9] [QT10] the timeline is extended and cut; what is lost is told first and comes back in one step', async ({
  app,
  page,
}) => {
  await app.open()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('add a year at the end')
  await page.keyboard.press('Enter')
  // Cloud growth fades by a point a quarter from 26 % in FY28 Q4.
  await expect(app.cell('cloud_growth', '2028-06')).toHaveText('25.0')
  await expect(app.said).toContainText('4 quarters were added at the end: FY29 Q1 to FY29 Q4.')
  await page.keyboard.press('Alt+Shift+T')
  await page.getByRole('textbox', { name: 'First quarter' }).fill('Jun 2024')
  await page.getByRole('textbox', { name: 'Last quarter' }).fill('FY28')
  await expect(page.getByText('8 quarters are cut at the start: FY23 Q1 to FY24 Q4.')).toBeVisible()
  await expect(page.getByText(/cells that stay lose their value, the first Revenue growth/)).toBeVisible()
  await page.getByRole('button', { name: 'Cut' }).click()
  await expect(app.cell('revenue', 'FY2024')).toHaveCount(0)
  await expect(app.cell('revenue', 'FY2025')).toHaveText('996,347')
  await page.keyboard.press('Control+z')
  await expect(app.cell('revenue', 'FY2024')).toHaveText('941,168')
  await expect(app.cell('cloud_growth', '2028-06')).toHaveText('25.0')
})

test('[QT3] [QT12] a break is marked on a cell; what crosses it wears a sign, and undo takes all of it back', async ({
  app,
  page,
}) => {
  await app.open()
  await app.unfoldYears()
  await app.select('cloud_revenue', '2024-09')
  await page.keyboard.press('Alt+Shift+B')
  await page.getByRole('textbox', { name: 'Reason' }).fill('Recast in Nov 2025: Cainiao moved out')
  await page.keyboard.press('Enter')
  await expect(app.cell('cloud_revenue', '2024-09')).toHaveClass(/cell-breaks/)
  const crossing = /cell-crosses/
  for (const quarter of ['2024-09', '2024-12', '2025-03', '2025-06', 'FY2025', 'FY2026'])
    await expect(app.cell('cloud_yoy', quarter)).toHaveClass(crossing)
  for (const quarter of ['2024-06', '2025-09', 'FY2024', 'FY2027'])
    await expect(app.cell('cloud_yoy', quarter)).not.toHaveClass(crossing)
  await expect(app.cell('revenue_yoy', '2024-09')).not.toHaveClass(crossing)
  await app.select('cloud_yoy', '2024-12')
  await expect(app.cell('cloud_yoy', '2024-12')).toHaveAttribute(
    'aria-label',
    /Crosses the break of Cloud revenue \(recast\) in FY25 Q2: Recast in Nov 2025: Cainiao moved out/,
  )
  await page.keyboard.press('Alt+Shift+C')
  await expect(page.getByText('Crosses the break of Cloud revenue (recast) in FY25 Q2').first()).toBeVisible()
  await app.select('cloud_revenue', '2024-09')
  await page.keyboard.press('Control+z')
  await expect(app.cell('cloud_revenue', '2024-09')).not.toHaveClass(/cell-breaks/)
  await expect(app.cell('cloud_yoy', '2024-12')).not.toHaveClass(crossing)
})
