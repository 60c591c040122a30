// Commitments in the built app: changed in one scenario, counted another way, removed and brought back. Figures are those of
// shared/example.md and issue E.

import { expect, test } from '../support/app.ts'

test('[P24] [P26] [P27] a commitment changes in Bull alone; another reading holds; it is removed and comes back', async ({
  app,
  page,
}) => {
  await app.open()
  await page.keyboard.press('Alt+Shift+2')
  await app.show('Bull')
  await page.getByRole('button', { name: 'Change …', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Change commitment' })
  await expect(dialog.getByText('to FY28 Q4')).toBeVisible()
  await dialog.getByRole('radio', { name: /^S-curve/ }).check()
  // 28.148 bn by the second quarter.
  await expect(dialog.getByText(/, 28\.148 bn and/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Keep' }).click()
  await expect(dialog).toBeHidden()
  const scenarios = page.getByRole('region', { name: 'Every scenario' })
  // SPI 70.177 / 28.148 in Bull, and 70.177 / 63.333 on the straight plan that Base keeps.
  await expect(scenarios.getByRole('row', { name: /^Bull/ })).toContainText('2.493')
  await expect(scenarios.getByRole('row', { name: /^Base/ })).toContainText('1.108')

  const readings = page.getByRole('region', { name: 'Readings' })
  await readings.getByRole('button', { name: '95 % of capex from FY25 Q4' }).click()
  await readings.getByRole('button', { name: 'Make this the one that holds' }).click()
  await expect(app.said).toContainText('95 % of capex from FY25 Q4 is the reading that holds')
  await expect(readings.getByRole('row', { name: /the one that holds/ })).toContainText('90.050')

  await page.getByRole('button', { name: 'Remove …', exact: true }).click()
  const question = page.getByRole('alertdialog', { name: 'Remove the commitment?' })
  await expect(question).toContainText('86 lines of the sheet')
  await question.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText(/^No commitment yet/)).toBeVisible()
  for (const label of ['Commitment', 'Reading', 'Commitment']) {
    await page.keyboard.press('Control+z')
    await expect(app.said).toContainText(`Undone: ${label}`)
  }
  await expect(readings.getByRole('row', { name: /the one that holds/ })).toContainText('70.177')
})

test('[P27] a reading is added by keyboard, from the palette', async ({ app, page }) => {
  await app.open()
  await page.keyboard.press('Alt+Shift+2')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('add a reading')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Add a reading' })
  await dialog.getByRole('textbox', { name: 'First quarter' }).fill('FY25 Q3')
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Capex from FY25 Q3')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  // 31,775 + 24,612 + 38,676 + 31,501 of data/alibaba.csv.
  const added = page.getByRole('region', { name: 'Readings' }).getByRole('row', { name: /^Capex from FY25 Q3/ })
  await expect(added).toContainText('126.564')
})
