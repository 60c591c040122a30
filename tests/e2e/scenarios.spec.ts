// Scenarios in the built app: what one says is changed, exported and given up, and a scenario is promoted, by keyboard.

import { expect, fileOf, test } from '../support/app.ts'
import { readRecords } from '../support/csv.ts'

test('[V2] what Bull says is changed in its list, exported, given up and taken back', async ({ app, page }) => {
  await app.open()
  await app.show('Bull')
  await page.keyboard.press('Alt+Shift+6')
  const growth = page.getByRole('textbox', { name: 'Cloud growth FY26 Q3', exact: true })
  await growth.fill('39%')
  await growth.press('Enter')
  await expect(app.said).toContainText('Base and Bear unmoved.')
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export CSV' }).press('Enter')
  const records = readRecords((await fileOf(await waiting)).text)
  expect(records).toHaveLength(14)
  const first = ['line_key', 'value', 'parent_value'].map((field) => records[0]?.get(field))
  expect(first).toEqual(['cloud_growth', '0.39', '0.35'])
  await page.getByRole('button', { name: 'Revert Cloud growth FY26 Q3' }).press('Enter')
  await expect(app.said).toContainText('Cloud growth FY26 Q3 follows Base again.')
  await expect(growth).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(growth).toHaveValue('39.0')
})

test('[V3] [V9] Bull is promoted by keyboard; the old Base is kept, also after a reload', async ({ app, page }) => {
  await app.open()
  await app.show('Bull')
  await page.keyboard.press('Alt+Shift+6')
  await page.getByRole('button', { name: 'Promote to Base …' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Promote Bull to Base' })
  await expect(dialog).toContainText('Bear: no number moves')
  await page.keyboard.press('Enter')
  await expect(app.said).toContainText('What Base said is kept as Old Base.')
  await expect(page.getByText('Bull says nothing of its own: it equals Base.')).toBeVisible()
  await app.isSaved()
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Old Base' })).toBeVisible()
})
