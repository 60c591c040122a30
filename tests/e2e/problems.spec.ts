// A slip is typed, found in the list, mended by its button and undone; another is waived. By keyboard, as one would.

import { expect, test, wholeSheet } from '../support/app.ts'

test.use({ viewport: wholeSheet })

test('a number typed over a formula is found, mended, undone and waived', async ({ app, page }) => {
  await app.open()
  await app.select('capex_intensity', '2025-12')
  await page.keyboard.type('12')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^⚠ 1\s+warning$/ })).toBeVisible()
  await page.keyboard.press('F8')
  await expect(app.cell('capex_intensity', '2025-12')).toBeFocused()
  await page.keyboard.press('Alt+Shift+M')
  const list = page.getByRole('region', { name: 'Findings, the gravest first' })
  const slip = list.getByRole('button', { name: /Capex intensity FY26 Q3 in Base: 12\.0 % is typed over its formula/ })
  await slip.focus()
  await page.keyboard.press('ArrowRight')
  await expect(list.getByRole('button', { name: 'Let the formula give the number' })).toBeFocused()
  await page.keyboard.press('Enter')
  // 32,000 of 291,264: 11.0 %, by hand
  await expect(app.cell('capex_intensity', '2025-12')).toHaveText('11.0')
  await expect(slip).toBeHidden()
  await page.keyboard.press('Control+Z')
  await expect(slip).toBeVisible()
  await list
    .getByRole('listitem')
    .filter({ hasText: 'typed over its formula' })
    .getByRole('button', { name: 'Waive …' })
    .click()
  await page.keyboard.type('Guided by the company')
  await page.keyboard.press('Enter')
  await expect(slip).toBeHidden()
  await page.getByRole('checkbox', { name: '1 waived' }).check()
  await expect(list).toContainText('Guided by the company')
  await list.getByRole('button', { name: 'Take the waiver back' }).click()
  await expect(page.getByRole('button', { name: /^⚠ 1\s+warning$/ })).toBeVisible()
})
