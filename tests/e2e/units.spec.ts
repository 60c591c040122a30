// Warnings of units and kinds in the built app: told while typing, in nobody's way, and found again by eye, keyboard and
// screen reader.

import AxeBuilder from '@axe-core/playwright'
import { expect, test, wholeSheet } from '../support/app.ts'

test.use({ viewport: wholeSheet })

const sentence = '“revenue” is in RMB m and “cloud_yoy” is a per cent: they do not add up.'

test('[W1] the built-in example has no warning', async ({ app, page }) => {
  await app.open()
  for (const scenario of ['Base', 'Bull', 'Bear']) {
    await app.show(scenario)
    await expect(app.cell('ai_capex.completion', 'label')).toBeVisible()
    await expect(page.locator('.cell-warned')).toHaveCount(0)
  }
})

test('[W10] a questionable formula is told while it is typed, is kept by Enter, and its line wears a sign', async ({
  app,
  page,
}) => {
  await app.open()
  await app.select('capex', '2025-12')
  const field = app.formula('Capital expenditure, total')
  await app.writeFormula('Capital expenditure, total', 'revenue + cloud_yoy')
  const told = page.locator('#formula-problem')
  const bar = page.getByRole('group', { name: 'Formula bar' })
  await expect(bar.getByRole('status').filter({ hasText: `Warning: ${sentence}` })).toHaveCount(1)
  await expect(told).toContainText(`Warning: ${sentence}`)
  await expect(field.locator('.wrong-warning')).toHaveText('revenue + cloud_yoy')
  await expect(field).toHaveAccessibleDescription(new RegExp(`Warning: ${sentence}`))
  await page.keyboard.press('Enter')
  await expect(app.cell('capex', '2025-12')).toBeFocused()
  await expect(told).toBeHidden()
  // A warning is no problem: the sum is computed, in which growth is less than one million.
  await expect(page.locator('.status').getByText(/problem/)).toHaveCount(0)
  await expect(app.cell('capex', '2025-12')).toHaveText((await app.cell('revenue', '2025-12').innerText()).trim())
  await expect(page.getByRole('region', { name: 'Selected cell' })).toContainText(`Warning ${sentence}`)

  const label = app.cell('capex', 'label')
  await expect(label).toHaveClass(/cell-warned/)
  await label.hover()
  await expect(page.locator('.ag-tooltip')).toContainText(`Warning: ${sentence}`)
  await page.keyboard.press('Control+z')
  await expect(label).not.toHaveClass(/cell-warned/)
})

test('[W10] by keyboard alone the warning is reached, and what it suggests put in', async ({ app, page }) => {
  await app.open()
  await app.select('capex', '2025-12')
  const field = app.formula('Capital expenditure, total')
  await app.writeFormula('Capital expenditure, total', 'revenue + cloud_yoy')
  await page.keyboard.press('Enter')
  const sign = page.getByRole('button', { name: 'Warning', exact: true })
  await expect(sign).toHaveAccessibleDescription(new RegExp(sentence))
  await sign.focus()
  await page.keyboard.press('Enter')
  await expect(field).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Use revenue * (1 + cloud_yoy)' })).toBeFocused()
  await page.keyboard.press('Enter')
  await app.seesFormula('Capital expenditure, total', 'revenue * (1 + cloud_yoy)')
  await expect(page.locator('#formula-problem')).toHaveCount(0)
  await expect(sign).toHaveCount(0)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`[W10] in the ${colorScheme} theme warnings are readable and well formed`, async ({ app, page }) => {
    await page.emulateMedia({ colorScheme })
    await app.open()
    await app.select('capex', '2025-12')
    await app.writeFormula('Capital expenditure, total', 'ttm(cloud_yoy)')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Warning', exact: true }).click()
    await expect(page.locator('#formula-problem')).toBeVisible()
    const found = await new AxeBuilder({ page }).include('[aria-label="Formula bar"]').include('.cell').analyze()
    expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })
