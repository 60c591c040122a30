// Commands by key, palette and menu, find, notes and going somewhere; what a screen reader hears; the keyboard alone.

import { expect, test, wholeSheet } from '../support/app.ts'
import { SheetUnderTest, type Orientation } from '../support/sheet.ts'

test.use({ viewport: wholeSheet })

test('[G16] the palette finds a command by any of its words and does it on the sheet', async ({ app, page }) => {
  await app.open()
  await app.select('capex_run_rate', '2025-12')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('quarter last fill to the')
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('Fill to the last quarter')
  await page.keyboard.press('Enter')
  await expect(app.cell('capex_run_rate', '2028-03')).toHaveText('32,000')
  await expect(app.cell('capex_run_rate', '2025-12')).toBeFocused()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('show bear')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: 'Bear' })).toBeChecked()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('no such thing')
  await expect(page.getByRole('dialog')).toContainText('No')
  await page.keyboard.press('Escape')
  await expect(app.cell('capex_run_rate', '2025-12')).toBeFocused()
})

test('[G16] menus offer what fits what is selected, by mouse and by Shift+F10', async ({ app, page }) => {
  await app.open()
  const menu = page.getByRole('menu')
  await app.cell('rest_growth', '2025-12').click({ button: 'right' })
  await menu.getByRole('menuitem', { name: /^Copy/ }).first().click()
  await expect(app.said).toContainText('1 cell copied.')
  await expect(app.cell('rest_growth', '2025-12')).toBeFocused()
  await app.cell('rest_growth', 'label').click({ button: 'right' })
  await expect(menu).toContainText('Show the line as per cent')
  await page.keyboard.press('Escape')
  await page.locator('.ag-header-cell[col-id="2026-03"]').click({ button: 'right' })
  await expect(menu).toContainText('Fold the year')
  await page.keyboard.press('Escape')
  await app.select('rest_growth', '2026-06')
  await page.keyboard.press('Shift+F10')
  await menu.getByRole('menuitem', { name: /^Delete/ }).click()
  await expect(app.cell('rest_growth', '2026-06')).not.toHaveText('7.0')
})

test('[G16] find goes through labels, keys, formulas, notes and values, folded away or not', async ({ app, page }) => {
  await app.open()
  const bar = page.getByRole('search')
  const find = async (text: string): Promise<void> => {
    await page.keyboard.press('Control+f')
    await page.keyboard.type(text)
  }
  await find('sales and marketing')
  await expect(bar).toContainText('label')
  await page.keyboard.press('Escape')
  await expect(page.locator('.ag-row[row-id="sales_marketing"] .ag-cell:focus')).toHaveCount(1)
  // Free cash flow of FY25 Q2, in a folded year, from the company's release.
  await find('13,735')
  await expect(bar).toContainText('of')
  await page.keyboard.press('Escape')
  await expect(page.locator('.ag-cell:focus')).toBeVisible()
  await find('cash_conversion -')
  await expect(bar).toContainText('formula')
  await page.keyboard.press('F3')
  await page.keyboard.press('Escape')
  await find('no such thing')
  await expect(bar).toContainText('Nothing holds “no such thing”.')
})

test('[G16] going somewhere, a note, and formulas beside the labels', async ({ app, page }) => {
  await app.open()
  await page.keyboard.press('Control+g')
  await page.getByRole('dialog').getByRole('combobox').fill('capex_run_rate FY27 Q1')
  await page.keyboard.press('Enter')
  await expect(app.cell('capex_run_rate', '2026-06')).toBeFocused()
  await page.keyboard.press('Shift+F2')
  await page.keyboard.type('Guided in May')
  await page.keyboard.press('Control+Enter')
  await expect(app.said).toContainText('Capex run-rate FY27 Q1 in Base: note added.')
  await expect(page.getByText('Guided in May')).toBeVisible()
  await page.keyboard.press('Control+`')
  await expect(app.cell('cloud_revenue', 'formula')).toHaveText('cloud_revenue[-4] * (1 + cloud_growth)')
})

test('[G17] Ctrl+Shift with ! and % give a line its format, and undo takes it back', async ({ app, page }) => {
  await app.open()
  await app.select('cloud_share', '2025-09')
  await page.keyboard.press('Control+Shift+Digit1')
  // 39,824 of 247,795 is 16.07 %.
  await expect(app.cell('cloud_share', '2025-09')).toHaveText('0.16')
  await page.keyboard.press('Control+Shift+Digit5')
  await expect(app.cell('cloud_share', '2025-09')).toHaveText('16.1')
  await app.select('revenue', '2025-09')
  await page.keyboard.press('Control+Shift+Digit5')
  await expect(app.said).toContainText('Revenue is in RMB m: an amount is no per cent.')
})

test('[G17] Alt+= proposes the sum of the lines above, and Enter takes it', async ({ app, page }) => {
  await app.open()
  await app.select('cloud_first_reported', '2025-09')
  await page.keyboard.press('Alt+=')
  const bar = app.formula('Cloud revenue as first reported')
  await expect(bar).toBeFocused()
  await expect(page.locator('.cm-editor.cm-focused')).toContainText(' + ')
  await page.keyboard.press('Escape')
  await expect(app.cell('cloud_first_reported', '2025-09')).toBeFocused()
})

test('[G18] what made a cell and what is made of it is selected: Ctrl+[ and Ctrl+]', async ({ app, page }) => {
  await app.open()
  await app.select('cloud_revenue', '2025-12')
  await page.keyboard.press('Control+[')
  // cloud_revenue[-4] * (1 + cloud_growth): last year's quarter, unfolded, and the growth rate.
  await expect(app.said).toContainText('Made of 2 cells.')
  await expect(app.cell('cloud_revenue', '2024-12')).toBeFocused()
  await app.select('cloud_growth', '2025-12')
  await page.keyboard.press('Control+]')
  await expect(app.said).toContainText('look at this one.')
  await expect(app.cell('cloud_revenue', '2025-12')).toBeFocused()
})

for (const orientation of ['across', 'down'] as const satisfies readonly Orientation[]) {
  test(`[G19] ${orientation}: a screen reader hears line, quarter, value, status and scenario`, async ({
    app,
    page,
  }) => {
    const sheet = new SheetUnderTest(app, orientation)
    await sheet.open()
    const focused = page.locator('.ag-cell:focus')
    await sheet.cell('cloud_growth', '2025-12').click()
    await expect(focused).toHaveAccessibleName('Cloud growth, FY26 Q3, 35.0 %, assumption, has a note, scenario Base')
    await app.show('Bull')
    await sheet.cell('rest_growth', '2025-12').click()
    await expect(focused).toHaveAccessibleName(/^Rest growth, FY26 Q3, .* %, assumption.*, scenario Bull$/)
    await sheet.cell('free_cash_flow', '2025-09').click()
    await expect(focused).toHaveAccessibleName(
      'Free cash flow, FY26 Q2, −21,840 RMB m, actual, has a note, scenario Bull',
    )
    await sheet.cell('cloud_acceleration', '2025-09').click()
    await expect(focused).toHaveAccessibleName(/^Cloud acceleration, FY26 Q2, 8.7 points, calculated/)
    await expect(page.getByRole('rowheader').first()).toBeVisible()
  })

  test(`[G19] ${orientation}: by keyboard alone a block is copied, filled, undone, and the sheet is left`, async ({
    app,
    page,
  }) => {
    const sheet = new SheetUnderTest(app, orientation)
    await sheet.open()
    await page.keyboard.press('Control+g')
    await page.getByRole('dialog').getByRole('combobox').fill('rest_growth FY26 Q3')
    await page.keyboard.press('Enter')
    await expect(sheet.cell('rest_growth', '2025-12')).toBeFocused()
    const later = orientation === 'across' ? 'ArrowRight' : 'ArrowDown'
    await page.keyboard.press(`Shift+${later}`)
    await page.keyboard.press('Control+c')
    await page.keyboard.press(later)
    await page.keyboard.press(`Shift+${later}`)
    await page.keyboard.press(orientation === 'across' ? 'Control+r' : 'Control+d')
    await expect(app.said).toContainText('Filled')
    await page.keyboard.press('Control+z')
    await expect(app.said).toContainText('Undone')
    await page.keyboard.press('F6')
    await expect(page.locator('.ag-cell:focus')).toHaveCount(0)
    await page.keyboard.press('Shift+F6')
    await expect(page.locator('.ag-cell:focus')).toHaveCount(1)
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Tab')
    await expect(page.locator('.ag-cell:focus')).toHaveCount(0)
  })
}

test('[G16] Ctrl+G from another screen has the keyboard in its dialog, and comes to the sheet only when gone there', async ({
  app,
  page,
}) => {
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(fault.message))
  await app.open()
  await app.select('cloud_growth', '2025-12')
  for (const screen of ['Pacing', 'Charts', 'Scenarios']) {
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: screen }).click()
    await page.keyboard.press('Control+g')
    const field = page.getByRole('combobox', { name: 'Line and quarter' })
    await expect(field).toBeFocused()
    await page.keyboard.type('77')
    await expect(field).toHaveValue('77')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('navigation', { name: 'Screens' }).locator('[aria-current]')).toHaveText(screen)
  }
  await page.keyboard.press('Control+g')
  await expect(page.getByRole('combobox', { name: 'Line and quarter' })).toBeFocused()
  await page.keyboard.type('capex FY27 Q1')
  await page.keyboard.press('Enter')
  await expect(app.cell('capex', '2026-06')).toBeFocused()
  expect(faults).toEqual([])
})

test('[M4] what is typed right after Ctrl+G is in its dialog, and none of it in the sheet', async ({ app, page }) => {
  await app.open()
  await app.select('cloud_growth', '2025-12')
  await app.pressAtOnce('Control+g', 'capex')
  await expect(page.getByRole('combobox', { name: 'Line and quarter' })).toHaveValue('capex')
  await page.keyboard.press('Enter')
  await expect(app.cell('capex', '2025-12')).toBeFocused()
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('35.0')
})
