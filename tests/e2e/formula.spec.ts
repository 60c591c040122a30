// The formula bar in the built app: its editor, what it completes, points at and tints, and the drafts it leaves.

import AxeBuilder from '@axe-core/playwright'
import { expect, test, wholeSheet } from '../support/app.ts'

test('[FB5] [FB3] [FB7] a wrong formula is underlined and mended by one key, a key completed, a line pressed, and Enter keeps it', async ({
  app,
  page,
}) => {
  await app.open()
  await app.select('rest_growth', '2026-03')
  await app.writeFormula('Rest growth', 'rest_growht[-1]')
  const field = app.formula('Rest growth')
  await expect(field.locator('.wrong-problem')).toHaveText('rest_growht')
  await expect(page.locator('#formula-problem')).toContainText('There is no line “rest_growht”.')
  await page.keyboard.press('Control+.')
  await app.seesFormula('Rest growth', 'rest_growth[-1]')
  await expect(page.locator('#formula-problem')).toHaveCount(0)

  await page.keyboard.press('End')
  await page.keyboard.type(' + cloud_fa')
  const list = page.getByRole('listbox')
  await expect(list.getByRole('option')).toHaveText(['cloud_fadeCloud growth fades, a quarter · points'])
  await page.waitForTimeout(100) // what comes up under a key that is on its way is not taken
  await page.keyboard.press('Tab')
  await expect(list).toHaveCount(0)
  await app.seesFormula('Rest growth', 'rest_growth[-1] + cloud_fade')

  await page.keyboard.type(' * 0 + ')
  await app.cell('cloud_growth', '2025-12').click()
  await app.seesFormula('Rest growth', 'rest_growth[-1] + cloud_fade * 0 + cloud_growth[-1]')
  await app.cell('margin_gain', 'label').dblclick()
  await app.seesFormula('Rest growth', 'rest_growth[-1] + cloud_fade * 0 + margin_gain')
  await expect(field).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(app.cell('rest_growth', '2026-03')).toBeFocused()
  // FY27 Q2 is the first quarter after a typed one: 7 % and margin_gain, 2 points
  await expect(app.cell('rest_growth', '2026-09')).toHaveText('9.0')
})

test('[N3] from the first letter behind “=” a cell’s text goes on in the formula bar, every key in its place', async ({
  app,
  page,
}) => {
  await app.open()
  const field = app.formula('Rest growth')
  // Before the editor is loaded, and once it is.
  for (const text of ['cloud_share + 1 + 2', 'margin_gain + 1']) {
    await app.select('rest_growth', '2026-03')
    await app.pressAtOnce(`=${text}`)
    await expect(field).toBeFocused()
    await app.seesFormula('Rest growth', text)
    await page.keyboard.press('Escape')
    await expect(app.cell('rest_growth', '2026-03')).toBeFocused()
  }
  await page.keyboard.type('=rest_gr')
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('rest_growth')
  await page.waitForTimeout(100) // what comes up under a key that is on its way is not taken
  await page.keyboard.press('Tab')
  await page.keyboard.type('[-1]+1%')
  await page.keyboard.press('Enter')
  await expect(app.cell('rest_growth', '2026-03')).toBeFocused()
  await app.seesFormula('Rest growth', 'rest_growth[-1]+1%')
})

test('[FB6] references have the colours of their cells while a formula is edited', async ({ app, page }) => {
  await page.setViewportSize(wholeSheet)
  await app.open()
  await app.select('cloud_revenue', '2026-06')
  await app.formula('Cloud revenue (recast)').click()
  const field = app.formula('Cloud revenue (recast)')
  await expect(field.locator('.reference-1').first()).toContainText('cloud_revenue')
  await expect(field.locator('.reference-2')).toHaveText('cloud_growth')
  const tinted = page.locator('.mark-tint-1, .mark-tint-2')
  await expect(tinted).toHaveCount(2)
  const [tint, cell] = [
    await page.locator('.mark-tint-1').boundingBox(),
    await app.cell('cloud_revenue', '2025-06').boundingBox(),
  ]
  expect(Math.abs((tint?.x ?? 0) - (cell?.x ?? 99))).toBeLessThan(3)
  expect(Math.abs((tint?.y ?? 0) - (cell?.y ?? 99))).toBeLessThan(3)
  await page.keyboard.press('Escape')
  await expect(tinted).toHaveCount(0)
})

test('[FB8] a formula left half written is a draft that survives a reload; the old one holds meanwhile', async ({
  app,
  page,
}) => {
  await app.open()
  await app.select('rest_growth', '2026-09')
  await app.writeFormula('Rest growth', 'rest_growth[-1] * (1 +')
  await page.keyboard.press('Enter')
  await expect(app.said).toContainText('It is kept as a draft. Base’s formula, rest_growth[-1], still holds.')
  await page.keyboard.press('F6')
  await expect(page.getByText('Draft, not in use')).toBeVisible()
  await expect(app.cell('rest_growth', '2026-09')).toHaveText('7.0')
  await expect(app.cell('rest_growth', 'label')).toHaveClass(/cell-drafted/)
  await expect(page.locator('.status').getByText('saved')).toBeVisible()

  await page.reload()
  await app.isOpen()
  await app.select('rest_growth', '2026-09')
  await app.seesFormula('Rest growth', 'rest_growth[-1] * (1 +')
  await page.getByRole('button', { name: 'Go on editing' }).click()
  await expect(page.locator('.cm-editor.cm-focused')).toBeVisible()
  await page.keyboard.type(' 1)')
  await page.keyboard.press('Enter')
  // 7 % in FY27 Q1, doubled
  await expect(app.cell('rest_growth', '2026-09')).toHaveText('14.0')
  await expect(page.getByText('Draft, not in use')).toHaveCount(0)
  await expect(app.cell('rest_growth', 'label')).not.toHaveClass(/cell-drafted/)
})

test('[FB8] while a formula is typed the browser asks before the page is left', async ({ app, page }) => {
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  await app.open()
  await app.select('rest_growth', '2026-09')
  await app.writeFormula('Rest growth', 'rest_growth[-1] + 1%')
  await page.reload()
  expect(asked).toEqual(['beforeunload'])
  await app.isOpen()
  await page.reload()
  expect(asked).toEqual(['beforeunload'])
})

test('[FB10] keys pressed as fast as the browser takes them, while the editor loads, are all in the formula', async ({
  app,
  page,
}) => {
  await app.open()
  await app.select('rest_growth', '2026-09')
  await page.keyboard.press('Control+F2')
  await app.pressAtOnce(' + 1 + 2 + 3')
  await expect(page.locator('.cm-editor.cm-focused')).toBeVisible()
  await app.seesFormula('Rest growth', 'rest_growth[-1] + 1 + 2 + 3')
  await page.keyboard.press('Enter')
  // 7 % and 6
  await expect(app.cell('rest_growth', '2026-09')).toHaveText('607.0')
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`[FB1] in the ${colorScheme} theme a formula being written, and its list, are readable and well formed`, async ({
    app,
    page,
  }) => {
    await page.emulateMedia({ colorScheme })
    await app.open()
    await app.select('rest_growth', '2026-09')
    await app.writeFormula(
      'Rest growth',
      'ttm(capex)["FY26 Q1"] / revenue + cloud_fade * 2% + capex_fcf + usd_rate + rest_growth + growht + cumulative(capex, actual) + cloud_',
    )
    await expect(page.getByRole('listbox')).toBeVisible()
    // The list is scrolled by the arrows of the field, which names the option chosen.
    const found = await new AxeBuilder({ page })
      .include('[aria-label="Formula bar"]')
      .disableRules(['scrollable-region-focusable'])
      .analyze()
    expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })
