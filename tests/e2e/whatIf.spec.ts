// The what-ifs of the Pacing screen in the built app: asked from both ends by keyboard, kept, taken back, forgotten.

import { expect, test, wholeSheet } from '../support/app.ts'
import type { Page } from '@playwright/test'

const choose = async (page: Page, search: string, name: string): Promise<void> => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(search)
  await expect(page.getByRole('option', { name })).toBeVisible()
  await page.keyboard.press('Enter')
}

const answer = (page: Page) => page.getByRole('region', { name: 'What if' }).getByRole('status')

test('[P20] [P21] [P22] spend and completion are two ends of one relation, and nothing of the model moves', async ({
  app,
  page,
}) => {
  await app.open()
  await choose(page, 'what if every quarter spends', 'What if every quarter spends …')
  const spend = page.getByRole('slider', { name: /^Spend a quarter/ })
  await expect(spend).toBeFocused()
  // From 31.6, the place nearest to the mean of 31.641, two steps of 0.2 bn to 32.
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(spend).toHaveAttribute('aria-valuetext', '32.000 bn a quarter')
  // 70.177 + 10 · 32 = 390.177; 2 + 309.823 / 32 = 11.682
  await expect(answer(page)).toContainText(
    'after 11.682 of 12 quarters, in FY28 Q4, 0.318 quarters early: 390.177 bn by FY28 Q4, 10.177 bn more than promised',
  )
  await page
    .getByRole('region', { name: 'Burn-up' })
    .getByRole('button', { name: /^Table of/ })
    .click()
  await expect(page.getByRole('row', { name: /^FY28 Q4/ })).toContainText('390.177')
  const completion = page.getByRole('textbox', { name: 'Complete after' })
  await completion.fill('FY28 Q4')
  await completion.press('Enter')
  // 309.823 / 10 = 30.982, of 31.641 that is 0.979
  await expect(answer(page)).toContainText('spends 30.982 bn, 0.979 × the mean of the last four quarters, 31.641 bn')
  await expect(spend).toHaveAttribute('aria-valuetext', '30.982 bn a quarter')
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled()
  await app.isSaved()
  await page.reload()
  await expect(answer(page)).toContainText('Move a slider')
  await expect(page.getByRole('radio')).toHaveCount(3)
})

test('[P23] what was tried is kept as a scenario, which free cash flow follows, and is taken back in one step', async ({
  app,
  page,
}) => {
  await app.open()
  await choose(page, 'what if every quarter spends', 'What if every quarter spends …')
  await expect(page.getByRole('slider', { name: /^Spend a quarter/ })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(answer(page)).toContainText('390.177 bn')
  await choose(page, 'keep the what-if', 'Keep the what-if as a scenario …')
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('32 bn a quarter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: '32 bn a quarter' })).toBeChecked()
  await expect(app.said).toContainText('Kept as 32 bn a quarter, under Base.')
  await expect(page.locator('[data-table="scenario-pacing"] tr.is-shown')).toContainText('390.177')
  await page.setViewportSize(wholeSheet)
  await page.keyboard.press('Alt+Shift+1')
  await expect(app.cell('capex', '2025-12')).toHaveText('32,000')
  // 99 % of it
  await expect(app.cell('capex_fcf', '2025-12')).toHaveText('31,680')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('radio')).toHaveCount(3)
})
