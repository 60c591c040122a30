import { expect, test, wholeSheet } from '../support/app.ts'

test.use({ viewport: wholeSheet })

test('Enter, Tab, Escape, F2, Delete and arrows work as in Excel', async ({ app, page }) => {
  await app.open()
  await app.select('capex_run_rate', '2025-12')
  await page.keyboard.type('33000')
  await page.keyboard.press('Tab')
  await expect(app.cell('capex_run_rate', '2025-12')).toHaveText('33,000')
  await expect(app.cell('capex_run_rate', '2026-03')).toBeFocused()
  // 33,000 × 1.02, by hand
  await expect(app.cell('capex_run_rate', '2026-03')).toHaveText('33,660')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('F2')
  await expect(page.getByLabel('Number, lands in Base')).toHaveValue('33000')
  await page.keyboard.type('1')
  await page.keyboard.press('Escape')
  await expect(app.cell('capex_run_rate', '2025-12')).toHaveText('33,000')
  await page.keyboard.press('Enter')
  await expect(app.cell('capex_growth', '2025-12')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Delete')
  await expect(app.cell('capex_run_rate', '2025-12')).toHaveText('')
  await expect(app.said).toContainText('Base')
})

test('a text that is no number is refused with a sentence, and the old value stays', async ({ app, page }) => {
  await app.open()
  await app.select('revenue', '2025-09')
  await page.keyboard.type('abc')
  await page.keyboard.press('Enter')
  await expect(page.locator('.number-editor-hint')).toContainText('“abc” is not a number')
  await expect(page.getByLabel('Number, lands in Base')).toHaveValue('abc')
  await page.keyboard.press('Escape')
  await expect(app.cell('revenue', '2025-09')).toHaveText('247,795')
})

test('numbers are read in the line’s scale and unit', async ({ app }) => {
  await app.open()
  await app.type('capex', '2025-09', '39.8bn')
  await expect(app.cell('capex', '2025-09')).toHaveText('39,800')
  await app.type('capex', '2025-09', '398.24亿')
  await expect(app.cell('capex', '2025-09')).toHaveText('39,824')
  await app.type('capex', '2025-09', '=85972-61360')
  await expect(app.cell('capex', '2025-09')).toHaveText('24,612')
  await app.type('cloud_growth', '2025-12', '36%')
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('36.0')
})

test('a number a hundred times off its neighbours asks first', async ({ app, page }) => {
  await app.open()
  await app.type('capex_run_rate', '2025-12', '4000000')
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('more than a hundred times its neighbours')
  await question.getByRole('button', { name: 'Leave the old value' }).click()
  await expect(app.cell('capex_run_rate', '2025-12')).toHaveText('32,000')
  await app.type('capex_run_rate', '2025-12', '4000000')
  await question.getByRole('button', { name: 'Keep it' }).click()
  await expect(app.cell('capex_run_rate', '2025-12')).toHaveText('4,000,000')
})

test('an edit lands where the app says: reported numbers in Base, forecasts in the scenario shown', async ({
  app,
  page,
}) => {
  await app.open()
  await app.show('Bull')
  await app.select('revenue', '2025-09')
  await page.keyboard.type('250000')
  await expect(page.locator('.number-editor-hint')).toHaveText('in Base')
  await page.keyboard.press('Enter')
  await expect(app.said).toContainText('Landed in Base: reported numbers are Base’s.')
  await app.select('revenue', '2025-12')
  await page.keyboard.type('300000')
  await expect(page.locator('.number-editor-hint')).toHaveText('in Bull')
  await page.keyboard.press('Enter')
  await expect(app.cell('revenue', '2025-12')).toHaveText('300,000')
  await expect(app.cell('revenue', '2025-12')).toHaveClass(/cell-override/)
  await app.show('Base')
  await expect(app.cell('revenue', '2025-09')).toHaveText('250,000')
  // 31,742 × 1.35 + (280,154 − 31,742) × 1.00, by hand
  await expect(app.cell('revenue', '2025-12')).toHaveText('291,264')
})

test('an inherited number looks inherited, flows through, and is released by a second Delete', async ({
  app,
  page,
}) => {
  await app.open()
  await app.type('revenue', '2025-12', '310000')
  await app.show('Bear')
  const cell = app.cell('revenue', '2025-12')
  await expect(cell).toHaveText('310,000')
  await expect(cell).toHaveClass(/cell-inherited/)
  await app.select('revenue', '2025-12')
  await expect(page.getByRole('region', { name: 'Selected cell' })).toContainText('inherited from Base')
  await page.keyboard.press('Delete')
  await expect(app.said).toContainText('310,000 RMB m is Base’s, so nothing was deleted')
  await expect(cell).toHaveText('310,000')
  await page.keyboard.press('Delete')
  // 31,742 × 1.31 + (280,154 − 31,742) × 0.99, by hand
  await expect(cell).toHaveText('287,510')
  await expect(cell).toHaveClass(/cell-released/)
  await app.show('Base')
  await expect(cell).toHaveText('310,000')
})

test('a constant is typed in its column and in the scenario shown', async ({ app }) => {
  await app.open()
  await app.show('Bull')
  await expect(app.cell('capex_growth', 'constant')).toHaveText('3.0')
  await app.type('capex_growth', 'constant', '4')
  await expect(app.cell('capex_growth', 'constant')).toHaveText('4.0')
  await expect(app.cell('fcf_share', 'constant')).toHaveClass(/cell-inherited|cell-typed/)
  await app.show('Base')
  await expect(app.cell('capex_growth', 'constant')).toHaveText('2.0')
})

test('a formula is edited in the bar; a wrong one is told while typing and changes nothing', async ({ app, page }) => {
  await app.open()
  await app.select('rest_growth', '2025-12')
  const bar = page.getByLabel('Formula of Rest')
  await expect(bar).toHaveValue('rest_growth[-1]')
  await bar.fill('rest_growht[-1]')
  await expect(page.locator('#formula-problem')).toContainText('rest_growth')
  await bar.press('Enter')
  await expect(app.cell('rest_growth', '2026-09')).toHaveText('7.0')
  await page.getByRole('button', { name: 'Use rest_growth' }).click()
  await expect(bar).toHaveValue('rest_growth[-1]')
  await bar.fill('=rest_growth[-1] * 2')
  await bar.press('Enter')
  // FY27 Q2 is the first quarter after a typed one: 7 % doubled, by hand
  await expect(app.cell('rest_growth', '2026-09')).toHaveText('14.0')
  await expect(bar).toHaveValue('rest_growth[-1] * 2')
})

test('[L8] = with names typed into a cell opens the formula of that cell’s line', async ({ app, page }) => {
  await app.open()
  await app.type('cloud_growth', '2025-12', '=cloud_yoy[-1]')
  const bar = page.getByLabel('Formula of Cloud growth', { exact: true })
  await expect(bar).toBeFocused()
  await expect(bar).toHaveValue('cloud_yoy[-1]')
  await page.keyboard.press('Escape')
  await expect(bar).toHaveValue('cloud_growth[-1] - cloud_fade')
  await expect(app.cell('cloud_growth', '2025-12')).toBeFocused()
})

test('after typing the arrows end the edit and move on; an emptied cell is deleted', async ({ app, page }) => {
  await app.open()
  await app.select('rest_growth', '2025-12')
  await page.keyboard.type('2')
  await page.keyboard.press('ArrowRight')
  await expect(app.cell('rest_growth', '2025-12')).toHaveText('2.0')
  await expect(app.cell('rest_growth', '2026-03')).toBeFocused()
  await page.keyboard.press('F2')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Enter')
  // Nothing typed any more: the formula repeats the quarter before.
  await expect(app.cell('rest_growth', '2026-03')).toHaveText('2.0')
})

test('switching the scenario while a cell is edited leaves the edit where it began', async ({ app, page }) => {
  await app.open()
  await app.select('rest_growth', '2025-12')
  await page.keyboard.type('3')
  await page.keyboard.press('Control+Alt+PageDown')
  await expect(page.getByRole('radio', { name: 'Base' })).toBeChecked()
  await page.getByRole('radio', { name: 'Bull' }).click()
  await expect(app.cell('rest_growth', '2025-12')).toHaveText('1.0')
  await app.show('Base')
  await expect(app.cell('rest_growth', '2025-12')).toHaveText('3.0')
})

test('[N5] money shows in m, bn or 亿 without changing', async ({ app, page }) => {
  await app.open()
  await page.getByLabel('Scale money is shown in').selectOption('亿')
  await expect(app.cell('revenue', '2025-09')).toHaveText('2,477.95')
  await expect(app.cell('revenue', 'unit')).toHaveText('RMB 亿')
  await expect(app.cell('cloud_yoy', '2025-09')).toHaveText('34.5')
  await app.type('revenue', '2025-09', '2500')
  await expect(app.cell('revenue', '2025-09')).toHaveText('2,500.00')
})

test('[G1] a number lands in its own cell though the next key comes at once', async ({ app, page }) => {
  await app.open()
  await app.select('sales_marketing', '2025-12')
  await page.keyboard.type('70000')
  await page.keyboard.press('Enter')
  await page.keyboard.type('7.2')
  await page.keyboard.press('Enter')
  await expect(app.cell('sales_marketing', '2025-12')).toHaveText('70,000')
  await expect(app.cell('usd_rate', '2025-12')).toHaveText('7.2000')
  await app.select('capex_run_rate', '2025-12')
  await page.keyboard.type('31000')
  await page.keyboard.press('Tab')
  await page.keyboard.type('31500')
  await page.keyboard.press('Tab')
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

test('[G1] so it does on a machine four times slower, line after line and past the edge of the window', async ({
  app,
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 480 })
  await app.open()
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await app.select('capex_run_rate', '2025-12')
  // The ten quarters from FY26 Q3 on; a year column stands after the second, the sixth and the last.
  const quarters = ['2025-12', '2026-03', null, '2026-06', '2026-09', '2026-12', '2027-03', null, '2027-06', '2027-09']
  for (const [at, quarter] of quarters.entries()) {
    if (quarter !== null) await page.keyboard.type(String(31_000 + at))
    await page.keyboard.press('Tab')
  }
  await page.setViewportSize(wholeSheet)
  for (const [at, quarter] of quarters.entries())
    if (quarter !== null)
      await expect(app.cell('capex_run_rate', quarter)).toHaveText(`31,0${String(at).padStart(2, '0')}`)
})

test('[G1] undo right after Enter takes back this edit; a number right after Escape is typed', async ({
  app,
  page,
}) => {
  await app.open()
  await app.type('capex_run_rate', '2025-12', '31000')
  await app.isSaved()
  await app.select('capex_run_rate', '2025-12')
  await page.keyboard.type('33000')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+z')
  await expect(app.said).toContainText('Undone: Capex run-rate FY26 Q3 in Base: 31,000 → 33,000 RMB m.')
  await expect(app.cell('capex_run_rate', '2025-12')).toHaveText('31,000')
  await app.select('capex_run_rate', '2025-12')
  await page.keyboard.type('1')
  await page.keyboard.press('Escape')
  await page.keyboard.type('34000')
  await page.keyboard.press('Enter')
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
  await expect(app.cell('rest_growth', 'FY2028')).toBeFocused()
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
  await app.type('cloud_growth', '2025-12', '=cloud_yoy[-1]')
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
  await expect(label).toHaveCSS('width', '172px')
})
