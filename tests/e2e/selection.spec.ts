// Selecting and moving with real keys and mouse, whichever way the sheet lies.

import { expect, test, wholeSheet } from '../support/app.ts'
import { SheetUnderTest, type Orientation } from '../support/sheet.ts'

test.use({ viewport: wholeSheet })

for (const orientation of ['across', 'down'] as const satisfies readonly Orientation[]) {
  /** The arrow that leads to the next quarter, and the one that leads to the next line. */
  const [later, nextLine] = orientation === 'across' ? ['ArrowRight', 'ArrowDown'] : ['ArrowDown', 'ArrowRight']

  test(`[G7] ${orientation}: keys with Shift select, and the status bar adds up`, async ({ app, page }) => {
    const sheet = new SheetUnderTest(app, orientation)
    await sheet.open()
    await sheet.cell('revenue', '2025-06').click()
    await page.keyboard.press(`Shift+${later}`)
    // 247,652 + 247,795, from the company's releases.
    await expect(page.locator('.status')).toContainText('495,447')
    await expect(page.locator('.status')).toContainText('247,723.5')
    await sheet.isSelected(sheet.cell('revenue', '2025-06'), sheet.cell('revenue', '2025-09'))
    await page.keyboard.press(`Shift+${nextLine}`)
    await sheet.isSelected(sheet.cell('revenue', '2025-06'), sheet.cell('cloud_revenue', '2025-09'))
    await expect(sheet.cell('revenue', '2025-06')).toBeFocused()
    await page.keyboard.press('Escape')
    await sheet.isSelected(sheet.cell('revenue', '2025-06'), sheet.cell('revenue', '2025-06'))
  })

  test(`[G7] ${orientation}: the mouse drags a range, Shift extends it, Ctrl adds another`, async ({ app }) => {
    const sheet = new SheetUnderTest(app, orientation)
    await sheet.open()
    await sheet.drag(sheet.cell('revenue', '2025-06'), sheet.cell('capex', '2025-09'))
    await sheet.isSelected(sheet.cell('revenue', '2025-06'), sheet.cell('capex', '2025-09'))
    await expect(sheet.cell('revenue', '2025-06')).toBeFocused()
    await sheet.cell('cloud_revenue', '2025-12').click({ modifiers: ['Shift'] })
    await sheet.isSelected(sheet.cell('revenue', '2025-06'), sheet.cell('cloud_revenue', '2025-12'))
    await sheet.cell('capex', '2026-06').click({ modifiers: ['Control'] })
    await expect.poll(() => sheet.marks('range')).toHaveLength(2)
    await expect(sheet.cell('capex', '2026-06')).toBeFocused()
    await sheet.cell('capex', '2026-06').click()
    await expect.poll(() => sheet.marks('range')).toHaveLength(1)
  })

  test(`[G7] ${orientation}: whole rows, whole columns and everything, by keys`, async ({ app, page }) => {
    const sheet = new SheetUnderTest(app, orientation)
    await sheet.open()
    await sheet.cell('revenue', '2025-09').click()
    await page.keyboard.press('Shift+Space')
    const row = await sheet.marks('range')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Space')
    const column = await sheet.marks('range')
    await page.keyboard.press('Control+a')
    const all = await sheet.marks('range')
    const area = (marks: readonly (readonly number[])[]): number =>
      marks.reduce((sum, [, , width = 0, height = 0]) => sum + width * height, 0)
    expect(area(all)).toBeGreaterThan(10 * area(row))
    expect(area(all)).toBeGreaterThan(5 * area(column))
    expect(Math.max(...row.map(([, , width = 0]) => width))).toBeGreaterThan(1000)
    expect(Math.max(...column.map(([, , , height = 0]) => height))).toBeGreaterThan(400)
  })

  test(`[G8] ${orientation}: within a selection Tab and Enter go round it`, async ({ app, page }) => {
    const sheet = new SheetUnderTest(app, orientation)
    await sheet.open()
    await sheet.drag(sheet.cell('rest_growth', '2025-12'), sheet.cell('capex_run_rate', '2026-03'))
    const [along, toNext] = orientation === 'across' ? ['Tab', 'Enter'] : ['Enter', 'Tab']
    await page.keyboard.press(along)
    await expect(sheet.cell('rest_growth', '2026-03')).toBeFocused()
    await page.keyboard.press(along)
    await expect(sheet.cell('capex_run_rate', '2025-12')).toBeFocused()
    await page.keyboard.press(`Shift+${toNext}`)
    await expect(sheet.cell('rest_growth', '2025-12')).toBeFocused()
    await page.keyboard.type('3')
    await page.keyboard.press(along)
    await expect(sheet.cell('rest_growth', '2025-12')).toHaveText('3.0')
    await expect(sheet.cell('rest_growth', '2026-03')).toBeFocused()
    await sheet.isSelected(sheet.cell('rest_growth', '2025-12'), sheet.cell('capex_run_rate', '2026-03'))
  })

  test(`[G6] ${orientation}: Home, End, Ctrl and the page keys`, async ({ app, page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    const sheet = new SheetUnderTest(app, orientation)
    await sheet.open(false)
    await page.keyboard.press('Control+Home')
    const [first, last] =
      orientation === 'across'
        ? [
            ['section:Reported', 'FY2023'],
            ['revenue_usd_check', 'FY2028'],
          ]
        : [
            ['revenue', 'FY2023'],
            ['revenue_usd_check', 'FY2028'],
          ]
    await expect(sheet.cell(first[0] ?? '', first[1] ?? '')).toBeFocused()
    await page.keyboard.press('Control+End')
    await expect(sheet.cell(last[0] ?? '', last[1] ?? '')).toBeFocused()
    await page.keyboard.press('Home')
    const start = orientation === 'across' ? sheet.cell('revenue_usd_check', 'FY2023') : sheet.cell('revenue', 'FY2028')
    await expect(start).toBeFocused()
    await page.keyboard.press('End')
    await expect(sheet.cell('revenue_usd_check', 'FY2028')).toBeFocused()
    await page.keyboard.press('PageUp')
    await expect(sheet.cell('revenue_usd_check', 'FY2028')).not.toBeFocused()
    await page.keyboard.press('Alt+PageUp')
    const focused = page.locator('.ag-cell:focus')
    await expect(focused).toHaveCount(1)
    await expect(focused).toBeInViewport()
  })
}

test('[G6] with the grid in hand the page is never left, reloaded or bookmarked', async ({ app, page }) => {
  await app.open()
  await page.evaluate(() => {
    Object.assign(window, { isHere: true })
  })
  for (const key of ['Alt+ArrowLeft', 'Control+d', 'Control+r', 'Backspace', 'Escape', 'Control+[', 'Control+]'])
    await page.keyboard.press(key)
  expect(await page.evaluate(() => 'isHere' in window)).toBe(true)
  await expect(page.locator('.ag-cell:focus')).toHaveCount(1)
  // Nor from an open editor, whose text would be lost.
  await app.select('rest_growth', '2025-12')
  await page.keyboard.type('31')
  for (const key of ['Control+r', 'Control+d', 'Alt+ArrowLeft']) await page.keyboard.press(key)
  await expect(page.getByLabel('Number, lands in Base')).toHaveValue('31')
  expect(await page.evaluate(() => 'isHere' in window)).toBe(true)
})

test('[G7] headers select whole rows and columns without scrolling, and a drag over them several', async ({
  app,
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const sheet = new SheetUnderTest(app, 'across')
  await sheet.open()
  const scrolled = (): Promise<readonly number[]> =>
    page.locator('.ag-grid-viewport').evaluate(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop])
  const before = await scrolled()
  await page.locator('.ag-header-cell[col-id="2026-03"]').click()
  await expect.poll(() => sheet.marks('range')).toHaveLength(1)
  expect(await scrolled()).toEqual(before)
  await sheet.drag(sheet.cell('cloud_share', 'label'), sheet.cell('ebita_margin', 'label'))
  // A row's frozen constant and its scrolling quarters.
  await expect.poll(() => sheet.marks('range')).toHaveLength(2)
  const [[, , , height] = []] = await sheet.marks('range')
  expect(height).toBe(3 * 25 - 1)
  expect(await scrolled()).toEqual(before)
})

test('[G7] a drag past the edge scrolls on', async ({ app, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const sheet = new SheetUnderTest(app, 'across')
  await sheet.open()
  const box = await sheet.cell('cloud_growth', '2025-12').boundingBox()
  const scroller = page.locator('.ag-grid-viewport')
  const edge = await scroller.boundingBox()
  if (box === null || edge === null) throw new Error('not on screen')
  const top = await scroller.evaluate(({ scrollTop }) => scrollTop)
  await page.mouse.move(box.x + 10, box.y + 10)
  await page.mouse.down()
  await page.mouse.move(box.x + 40, edge.y + edge.height + 30, { steps: 3 })
  await expect.poll(() => scroller.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(top)
  await page.mouse.up()
  await expect(page.locator('.status')).toContainText('Count')
})

test('[G6] folding by keys takes the cursor to what stands for its cell', async ({ app, page }) => {
  await app.open()
  await app.select('cloud_growth', '2025-12')
  await page.keyboard.press('Alt+Shift+ArrowLeft')
  await expect(app.cell('cloud_growth', 'FY2026')).toBeFocused()
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await expect(app.cell('cloud_growth', '2025-12')).toBeVisible()
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect(page.locator('.ag-row[row-id="section:Drivers"] .ag-cell:focus')).toHaveCount(1)
  await page.keyboard.press('Alt+Shift+ArrowDown')
  await expect(app.cell('cloud_growth', 'FY2026')).toBeVisible()
})

test('[G15] undo leads back to the edit: its scenario, its cell, unfolded', async ({ app, page }) => {
  await app.open()
  await app.show('Bull')
  await app.type('capex_run_rate', '2026-12', '36000')
  await app.isSaved()
  await app.show('Base')
  await app.select('revenue', '2025-06')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('radio', { name: 'Bull' })).toBeChecked()
  await expect(app.cell('capex_run_rate', '2026-12')).toBeFocused()
  await page.keyboard.press('Control+y')
  await expect(app.cell('capex_run_rate', '2026-12')).toHaveText('36,000')
})
