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
  await app.type('capex', '2025-12', '39.8bn')
  await expect(app.cell('capex', '2025-12')).toHaveText('39,800')
  await app.type('capex', '2025-12', '398.24亿')
  await expect(app.cell('capex', '2025-12')).toHaveText('39,824')
  await app.type('capex', '2025-12', '=85972-61360')
  await expect(app.cell('capex', '2025-12')).toHaveText('24,612')
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
  await app.isSlip()
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
  await app.seesFormula('Rest growth', 'rest_growth[-1]')
  await app.writeFormula('Rest growth', 'rest_growht[-1]')
  await expect(page.locator('#formula-problem')).toContainText('rest_growth')
  await page.keyboard.press('Enter')
  await expect(app.cell('rest_growth', '2026-09')).toHaveText('7.0')
  await page.getByRole('button', { name: 'Use rest_growth' }).click()
  await app.seesFormula('Rest growth', 'rest_growth[-1]')
  await app.writeFormula('Rest growth', '=rest_growth[-1] * 2')
  await page.keyboard.press('Enter')
  // FY27 Q2 is the first quarter after a typed one: 7 % doubled, by hand
  await expect(app.cell('rest_growth', '2026-09')).toHaveText('14.0')
  await app.seesFormula('Rest growth', 'rest_growth[-1] * 2')
})

test('[L8] = with names typed into a cell opens the formula of that cell’s line', async ({ app, page }) => {
  await app.open()
  await app.select('cloud_growth', '2025-12')
  await page.keyboard.type('=cloud_yoy[-1]')
  await expect(app.formula('Cloud growth')).toBeFocused()
  await app.seesFormula('Cloud growth', 'cloud_yoy[-1]')
  await page.keyboard.press('Escape')
  await app.seesFormula('Cloud growth', 'cloud_growth[-1] - cloud_fade')
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
  await app.isSlip()
  await expect(app.cell('revenue', '2025-09')).toHaveText('2,500.00')
})
