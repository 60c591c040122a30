// The track record in the built app: roll forward, report a quarter, read the error, take all of it back.

import { expect, fileOf, test, type App } from '../support/app.ts'
import type { Page } from '@playwright/test'
import { readRecords } from '../support/csv.ts'

const roll = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('roll the last actual')
  await expect(page.getByRole('option', { name: 'Roll the last actual forward to FY26 Q3 …' })).toBeVisible()
  await page.keyboard.press('Enter')
  const question = page.getByRole('alertdialog', { name: 'Roll the last actual forward to FY26 Q3?' })
  await expect(question).toContainText('The timeline runs to FY29 Q1.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
}

/** All by keyboard: the cursor stands where the first number is typed. */
const reportRevenue = async (app: App, page: Page): Promise<void> => {
  await expect(app.said).toContainText('FY26 Q3 is the last actual; the forecast is kept in')
  await expect(app.cell('revenue', '2025-12')).toBeFocused()
  await page.keyboard.type('284843')
  await page.keyboard.press('Enter')
  await expect(app.cell('revenue', '2025-12')).toHaveText('284,843')
  await page.keyboard.press('Alt+Shift+0')
}

test('[H3] [H5] [H9] rolled forward and reported, a quarter has its error in every scenario, also after a reload', async ({
  app,
  page,
}) => {
  await app.open()
  await page.keyboard.press('Control+Home')
  // 31,742 · 1.35 + (280,154 − 31,742) · 1.00 = 291,263.7
  await expect(app.cell('revenue', '2025-12')).toHaveText('291,264')
  await roll(page)
  await reportRevenue(app, page)
  const quarter = page.getByRole('row', { name: /^FY26 Q3/ })
  await expect(quarter).toContainText('284,843')
  // 284,843 − 291,263.7 = −6,420.7; of 291,263.7 that is −2.2 %
  for (const text of ['291,264', '(6,421)', '(2.2) %']) await expect(quarter).toContainText(text)
  await app.show('Bear')
  // 31,742 · 1.31 + 248,412 · 0.99 = 287,509.9
  for (const text of ['287,510', '(2,667)', '(0.9) %']) await expect(quarter).toContainText(text)
  await expect(page.getByRole('row', { name: /^Bear/ })).toContainText('nearest')
  await expect(
    page.getByRole('img', { name: /^Revenue, reported against the frozen forecasts of Bear\./ }),
  ).toBeVisible()
  await app.isSaved()
  await page.reload()
  await expect(quarter).toContainText('(2,667)')
})

test('[H2] [H4] taken back, the quarter is forecast again and the record is empty', async ({ app, page }) => {
  await app.open()
  await roll(page)
  await reportRevenue(app, page)
  await expect(page.getByRole('row', { name: /^FY26 Q3/ })).toContainText('(6,421)')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Revenue is not reported for FY26 Q3 yet', { exact: false })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: 'Roll forward to FY26 Q3 …' })).toBeVisible()
  await page.keyboard.press('Alt+Shift+1')
  await expect(app.cell('revenue', '2025-12')).toHaveText('291,264')
})

test('[H10] the record exports a row for each line and scenario', async ({ app, page }) => {
  await app.open()
  await roll(page)
  await reportRevenue(app, page)
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export CSV' }).click()
  const { name, text } = await fileOf(await waiting)
  expect(name).toMatch(/ track record\.csv$/)
  const records = readRecords(text.replace('\ufeff', ''))
  const errors = records.filter((each) => each.get('line_key') === 'revenue').map((each) => Number(each.get('error')))
  // Base, Bull, Bear: 284,843 less 291,263.7, 294,700.08 and 287,509.9
  expect(errors.map((error) => Math.round(error * 100) / 100)).toEqual([-6420.7, -9857.08, -2666.9])
})
