// Snapshots in the built app: take, edit, compare, restore, take back; and the file that carries them.

import { expect, fileOf, test, type App } from '../support/app.ts'
import type { Page } from '@playwright/test'
import { readRecords } from '../support/csv.ts'

/** All by keyboard. */
const takeNamed = async (page: Page, app: App, name: string): Promise<void> => {
  await page.keyboard.press('Alt+Shift+9')
  await expect(page.getByRole('heading', { name: 'Snapshots' })).toBeVisible()
  if ((await page.getByRole('textbox', { name: 'Name of a new snapshot' }).count()) === 0)
    await page.getByRole('button', { name: 'Take a snapshot' }).press('Enter')
  const field = page.getByRole('textbox', { name: 'Name of a new snapshot' })
  await field.focus()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(app.said).toContainText(`kept as “${name}”`)
}

const edited = async (app: App, page: Page): Promise<void> => {
  await app.open()
  await takeNamed(page, app, 'As sent')
  await page.keyboard.press('Alt+Shift+1')
  await app.type('cloud_growth', '2025-12', '40')
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('40.0')
  await page.keyboard.press('Alt+Shift+9')
}

test('[Z1] [Z3] [Z5] taken, edited and compared, a snapshot is restored, and one undo takes it back', async ({
  app,
  page,
}) => {
  await edited(app, page)
  const row = page.getByRole('row', { name: /^Cloud growth FY26 Q3 Base 35.0 % 40.0 %$/ })
  await expect(row).toBeVisible()
  await page.getByRole('button', { name: 'Restore As sent …' }).press('Enter')
  const question = page.getByRole('alertdialog', { name: 'Restore “As sent”?' })
  await expect(question).toContainText('This changes 1 typed number.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(app.said).toContainText('“As sent” is restored; what it replaced is kept beside it.')
  await expect(page.getByRole('button', { name: 'Before restoring As sent', exact: true })).toBeVisible()
  await page.keyboard.press('Alt+Shift+1')
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('35.0')
  await app.isSaved()
  await page.keyboard.press('Control+z')
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('40.0')
  await app.isSaved()
  await page.reload()
  await app.isOpen()
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('40.0')
  await page.keyboard.press('Control+y')
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('35.0')
})

test('[Z6] [Z7] a row leads to its cell, and the comparison exports', async ({ app, page }) => {
  await edited(app, page)
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export CSV' }).click()
  const { name, text } = await fileOf(await waiting)
  expect(name).toMatch(/ changes from As sent to now\.csv$/)
  const [first] = readRecords(text.replace('\ufeff', '')).map((each) => Object.fromEntries(each))
  expect(first).toMatchObject({ line_key: 'cloud_growth', quarter_end: '2025-12-31', was: '0.35', is: '0.4' })
  await page
    .getByRole('row', { name: /40.0 %$/ })
    .getByRole('button')
    .press('Enter')
  await expect(app.cell('cloud_growth', '2025-12')).toBeFocused()
})

test('[Z8] a saved file brings its snapshots along', async ({ app, page }) => {
  await edited(app, page)
  const waiting = page.waitForEvent('download')
  await page.keyboard.press('Control+s')
  const { text } = await fileOf(await waiting)
  await expect(app.said).toContainText(/with \d snapshots?\./)
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: 'copy.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await expect(app.said).toContainText('copy.json is open as a model of its own, with')
  await page.keyboard.press('Alt+Shift+9')
  await expect(page.getByRole('row', { name: /^Cloud growth FY26 Q3 Base 35.0 % 40.0 %$/ })).toBeVisible()
})

test('[Z2] another tab’s snapshots are listed once this one is looked at', async ({ app, page, context }) => {
  await app.open()
  await takeNamed(page, app, 'Here')
  await app.isSaved()
  const other = await context.newPage()
  await other.goto(page.url())
  await other.getByRole('button', { name: 'Here', exact: true }).waitFor()
  await other.getByRole('button', { name: 'Delete Here' }).click()
  await expect(other.getByRole('button', { name: 'Here', exact: true })).toHaveCount(0)
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(page.getByRole('button', { name: 'Here', exact: true })).toHaveCount(0)
})
