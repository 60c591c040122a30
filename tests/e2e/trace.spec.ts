// Following a number in the built app: down to what is typed and back, why a cell is empty, and the tints in the sheet.

import { expect, test, wholeSheet } from '../support/app.ts'

test.use({ viewport: wholeSheet })

test('[TR9] [TR10] from completion a walk leads down to the number that was typed, and back', async ({ app, page }) => {
  await app.open()
  await app.select('ai_capex.completion', '2028-03')
  await page.keyboard.press('Alt+Shift+C')
  await page.keyboard.press('Escape')
  await expect(app.cell('ai_capex.completion', '2028-03')).toBeFocused()
  for (const line of ['ai_capex.counted', 'ai_capex.counting', 'capex', 'capex_run_rate']) {
    await page.keyboard.press('Control+[')
    await expect(app.cell(line, '2028-03')).toBeFocused()
  }
  // Nine quarters of growth before FY28 Q4 the run-rate is typed.
  for (const quarter of [
    '2027-12',
    '2027-09',
    '2027-06',
    '2027-03',
    '2026-12',
    '2026-09',
    '2026-06',
    '2026-03',
    '2025-12',
  ]) {
    await page.keyboard.press('Control+[')
    await expect(app.cell('capex_run_rate', quarter)).toBeFocused()
  }
  const panel = page.getByRole('region', { name: 'Trace' })
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('Capex run-rate · FY26 Q3')
  await expect(panel.getByText('Nothing: its number is typed.')).toBeVisible()
  for (let step = 0; step < 9; step += 1) await page.keyboard.press('Control+Shift+{')
  await expect(app.cell('capex_run_rate', '2028-03')).toBeFocused()
  const trail = page.getByRole('navigation', { name: 'The way here' })
  await trail.getByRole('button', { name: /^Quarters to completion/ }).click()
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('Quarters to completion · FY28 Q4')
})

test('[TR7] [TR8] an empty cell says why, and its root is typed from the panel by keyboard alone', async ({
  app,
  page,
}) => {
  await app.open()
  await app.select('cloud_yoy', '2025-12')
  await page.keyboard.press('Alt+Shift+C')
  await page.keyboard.press('Escape')
  // Without the driver's first quarter the forecast of cloud revenue has nothing to grow by.
  await app.select('cloud_growth', '2025-12')
  await page.keyboard.press('Delete')
  await app.select('cloud_yoy', '2025-12')
  const panel = page.getByRole('region', { name: 'Trace' })
  await expect(panel.getByRole('region', { name: 'No value' })).toContainText('Cloud growth lies before the timeline')
  await expect(panel.getByRole('list', { name: 'How it comes here' })).toContainText('Cloud revenue')
  await app.select('operating_income', '2025-12')
  await expect(panel.getByRole('region', { name: 'No value' })).toContainText(
    'It is empty. Type it, or give the line a formula.',
  )
  await page.keyboard.press('F6')
  while (
    !(await panel.getByRole('button', { name: 'Type it' }).evaluate((button) => button === document.activeElement))
  )
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.type('30000')
  await page.keyboard.press('Enter')
  await expect(app.cell('operating_income', '2025-12')).toHaveText('30,000')
})

test('[TR11] what a cell is made of and what is made of it are framed in the sheet while the panel is shown', async ({
  app,
  page,
}) => {
  await app.open()
  await app.select('capex', '2025-12')
  await expect(page.locator('.mark-tint-precedent')).toHaveCount(0)
  await page.keyboard.press('Alt+Shift+C')
  await expect(page.locator('.mark-tint-precedent')).toHaveCount(1)
  await expect(page.locator('.mark-tint-dependent').first()).toBeVisible()
  await app.show('Bull')
  await expect(page.locator('.mark-tint-precedent')).toHaveCount(1)
  await page.keyboard.press('Alt+Shift+G')
  await expect(page.locator('.mark-tint-precedent')).toHaveCount(0)
})
