import { expect, test } from '../support/app.ts'

test('[M5] the first visit opens the example in Base with the cursor on cloud growth FY26 Q3', async ({
  app,
  page,
}) => {
  await app.open()
  await expect(page.getByRole('radio', { name: 'Base' })).toBeChecked()
  await expect(page.getByRole('group', { name: 'Formula bar' })).toContainText('cloud_growth · FY26 Q3')
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('35.0')
  await expect(app.cell('cloud_growth', '2025-12')).toHaveClass(/ag-cell-focus/)
  await expect(page.getByText('Type a growth rate; everything after it moves.')).toBeVisible()
  await expect(page.locator('.status').getByText('checks ✓')).toBeVisible()
  // Old years are folded to their year; the last actual is the third column from the left.
  await expect(app.cell('revenue', '2023-09')).toHaveCount(0)
  const left = await page.locator('.ag-header-cell[col-id="constant"]').boundingBox()
  const [third] = await page.locator('.ag-header-cell[col-id="2025-09"]').all()
  const box = await third?.boundingBox()
  expect(box?.x).toBeGreaterThan((left?.x ?? 0) + 78 + 92)
  expect(box?.x).toBeLessThan((left?.x ?? 0) + 78 + 3 * 92)
})

test('[E6] typing without a click changes the selected driver, and the app says what moved', async ({ app, page }) => {
  await app.open()
  await expect(app.cell('cloud_growth', '2025-12')).toBeFocused()
  await page.keyboard.type('40')
  await page.keyboard.press('Enter')
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('40.0')
  // Base fades by a point a quarter.
  await expect(app.cell('cloud_growth', '2026-03')).toHaveText('39.0')
  await expect(app.said).toContainText('Base:')
  await expect(app.said).toContainText('Bull and Bear unmoved')
  await app.show('Bull')
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('38.0')
  await app.show('Bear')
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('31.0')
})

test('[M5] dismissing the hint lasts', async ({ app, page }) => {
  await app.open()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByText('Type a growth rate')).toHaveCount(0)
  await app.isSaved()
  await page.reload()
  await app.isOpen()
  await expect(page.getByText('Type a growth rate')).toHaveCount(0)
})

test('the keyboard alone: F6 goes round the screen, and an edit needs no mouse', async ({ app, page }) => {
  await app.open()
  await expect(app.cell('cloud_growth', '2025-12')).toBeFocused()
  await page.keyboard.press('F6')
  await expect(page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Pacing' })).toBeFocused()
  await page.keyboard.press('Shift+F6')
  await expect(app.cell('cloud_growth', '2025-12')).toBeFocused()
  await page.keyboard.press('Shift+F6')
  await expect(page.getByLabel('Formula of Cloud growth', { exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.type('36')
  await page.keyboard.press('Enter')
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('36.0')
  await page.keyboard.press('Control+Alt+PageDown')
  await expect(page.getByRole('radio', { name: 'Bull' })).toBeChecked()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+Alt+PageUp')
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('35.0')
})
