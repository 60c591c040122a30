// The sheet under the hand: fast typing, Enter and Tab, the caret, folding, what flashes and what scrollbars cover.

import { expect, test, wholeSheet } from '../support/app.ts'

test.use({ viewport: wholeSheet })

test('[G1] a number lands in its own cell though the next key comes at once', async ({ app, page }) => {
  await app.open()
  await app.select('sales_marketing', '2025-12')
  await app.pressAtOnce('70000', 'Enter', '7.2', 'Enter')
  await expect(app.cell('sales_marketing', '2025-12')).toHaveText('70,000')
  await expect(app.cell('usd_rate', '2025-12')).toHaveText('7.2000')
  await app.select('capex_run_rate', '2025-12')
  await app.pressAtOnce('31000', 'Tab', '31500', 'Tab')
  await expect(app.cell('capex_run_rate', '2025-12')).toHaveText('31,000')
  await expect(app.cell('capex_run_rate', '2026-03')).toHaveText('31,500')
  await app.select('rest_growth', '2025-12')
  await page.keyboard.type('2')
  await app.cell('rest_growth', '2026-03').dblclick()
  await expect(app.cell('rest_growth', '2025-12')).toHaveText('2.0')
  await expect(page.getByLabel('Number, lands in Base')).toHaveValue('4%')
  await page.keyboard.press('Escape')
  await expect(app.cell('rest_growth', '2026-03')).toHaveText('4.0')
})

test('[G1] so it does on a machine four times slower and past the edge of the window', async ({ app, page }) => {
  await page.setViewportSize({ width: 1024, height: 480 })
  await app.open()
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await app.select('capex_run_rate', '2025-12')
  // A year's column stands after its fourth quarter, takes no number, and is passed.
  const quarters = ['2025-12', '2026-03', '2026-06', '2026-09', '2026-12', '2027-03', '2027-06', '2027-09']
  const figures = quarters.map((_, at) => 31_000 + at)
  await app.pressAtOnce(...figures.flatMap((figure) => [String(figure), 'Tab']))
  await page.setViewportSize(wholeSheet)
  for (const [at, quarter] of quarters.entries())
    await expect(app.cell('capex_run_rate', quarter)).toHaveText(figures[at]?.toLocaleString('en') ?? '')
})

test('[G1] undo right after Enter takes back this edit; a number right after Escape is typed', async ({ app }) => {
  await app.open()
  await app.type('capex_run_rate', '2025-12', '31000')
  await app.isSaved()
  await app.select('capex_run_rate', '2025-12')
  await app.pressAtOnce('33000', 'Enter', 'Control+z')
  await expect(app.said).toContainText('Undone: Capex run-rate FY26 Q3 in Base: 31,000 → 33,000 RMB m.')
  await expect(app.cell('capex_run_rate', '2025-12')).toHaveText('31,000')
  await app.select('capex_run_rate', '2025-12')
  await app.pressAtOnce('1', 'Escape', '34000', 'Enter')
  await expect(app.cell('capex_run_rate', '2025-12')).toHaveText('34,000')
})

test('[G2] Enter passes headings and goes back to where a run of Tabs began', async ({ app, page }) => {
  await app.open()
  await app.select('cloud_first_reported', '2025-12')
  await page.keyboard.press('Enter')
  await expect(app.cell('consensus_revenue', '2025-12')).toBeFocused()
  await page.keyboard.press('Shift+Enter')
  await expect(app.cell('cloud_first_reported', '2025-12')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(app.cell('consensus_revenue', '2025-12')).toHaveCount(0)
  await page.keyboard.press(' ')
  await expect(app.cell('consensus_revenue', '2025-12')).toBeVisible()
  await app.select('rest_growth', '2025-12')
  await page.keyboard.type('1')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(app.cell('capex_run_rate', '2025-12')).toBeFocused()
  await app.select('rest_growth', 'FY2028')
  await page.keyboard.press('Tab')
  await expect(app.cell('capex_run_rate', '2025-06')).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(app.cell('rest_growth', '2028-03')).toBeFocused()
})

test('[G3] F2 puts the caret at the end of the text', async ({ app, page }) => {
  await app.open()
  await app.select('cloud_growth', '2025-12')
  await page.keyboard.press('F2')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('.5')
  await page.keyboard.press('Enter')
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('35.5')
})

test('[G4] a year folded over the cursor takes it to its year column; unfolded it stays there', async ({
  app,
  page,
}) => {
  await app.open()
  await app.select('capex_run_rate', '2025-12')
  const year = page.locator('.ag-header-group-cell', { hasText: 'FY26' })
  await year.locator('.ag-header-expand-icon-expanded').click()
  await expect(app.cell('capex_run_rate', 'FY2026')).toBeFocused()
  await expect(page.locator('.ag-header-cell[col-id="FY2026"]')).toHaveCSS('border-bottom-style', 'dashed')
  await year.locator('.ag-header-expand-icon-collapsed').click()
  await expect(app.cell('capex_run_rate', 'FY2026')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(app.cell('capex_run_rate', '2026-03')).toBeFocused()
})

test('only cells whose face changed flash', async ({ app, page }) => {
  await app.open()
  await page.evaluate(() => {
    new MutationObserver((changes) => {
      for (const { target } of changes)
        if (target instanceof HTMLElement && target.classList.contains('ag-cell-data-changed'))
          document.body.dataset['flashed'] = 'yes'
    }).observe(document.body, { subtree: true, attributeFilter: ['class'] })
  })
  const body = page.locator('body')
  await app.type('capex_run_rate', '2025-12', '4000000')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave the old value' }).click()
  await app.select('cloud_growth', '2025-12')
  await page.keyboard.type('=cloud_yoy[-1]')
  await expect(page.getByLabel('Formula of Cloud growth', { exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(body).not.toHaveAttribute('data-flashed')
  await app.type('capex_run_rate', '2025-12', '33000')
  await expect(body).toHaveAttribute('data-flashed', 'yes')
})

test('no scrollbar covers the last column or the bottom row, and the columns that stay left follow the window', async ({
  app,
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await app.open()
  await page.locator('.ag-grid-viewport').evaluate((sheet) => {
    sheet.scrollTo(sheet.scrollWidth, sheet.scrollHeight)
  })
  const isOnTop = (cell: HTMLElement): boolean => {
    const { right, bottom } = cell.getBoundingClientRect()
    return cell.contains(document.elementFromPoint(right - 4, bottom - 4))
  }
  const last = page.locator('.ag-row[row-id="capex_check"] .ag-cell[col-id="FY2028"]')
  await expect(last).toBeVisible()
  expect(await last.evaluate(isOnTop)).toBe(true)
  const strips = page.locator('.ag-scrollbar-invisible > .ag-body-vertical-scroll-viewport')
  for (const strip of await strips.all()) await expect(strip).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
  const label = page.locator('.ag-header-cell[col-id="label"]')
  await expect(label).toHaveCSS('width', '252px')
  await page.setViewportSize({ width: 1024, height: 768 })
  await expect(label).toHaveCSS('width', '168px')
})
