// Beat and miss in the built app: the quarter told, the card copied and saved, a consensus named and typed, all of it kept.

import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, fileOf, test } from '../support/app.ts'
import { readRecords } from '../support/csv.ts'

const toResults = async (page: Page): Promise<void> => {
  await page.keyboard.press('Alt+Shift+3')
  await expect(page.getByRole('region', { name: /^Beat and miss in/ })).toBeVisible()
}

/** Width and height as a PNG has them, after its signature and the name of its first part. */
const sizeOf = (png: Buffer): readonly [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)]

const isPng = (file: Buffer): boolean => file.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))

test('[B9] the quarter and those before it are told, and a figure leads to its cell', async ({ app, page }) => {
  await app.open()
  await toResults(page)
  const quarter = page.getByRole('region', { name: /^Beat and miss in/ })
  // 5,145 / 242,650 and 1,924 / 37,900; 247,795 / 236,503 and 39,824 / 29,610 on the year.
  for (const text of ['247,795', '242,650', '+2.12 %', 'beat', '+4.8 %'])
    await expect(quarter.getByRole('row', { name: /^Revenue/ })).toContainText(text)
  for (const text of ['39,824', '37,900', '+5.08 %', '+34.5 %', '2 beats, gap before'])
    await expect(quarter.getByRole('row', { name: /^Cloud/ })).toContainText(text)
  await page.keyboard.press('Alt+ArrowLeft')
  // 247,652 against 253,419 is 2.28 % less.
  for (const text of ['(2.28) %', 'miss', '1 miss, gap before'])
    await expect(quarter.getByRole('row', { name: /^Revenue/ })).toContainText(text)
  await quarter.getByRole('button', { name: 'Consensus: 253,419. Go to the cell' }).click()
  await expect(app.cell('consensus_revenue', '2025-06')).toBeFocused()
})

test('[B7] the card copies as the text the press would have, and as a picture that also saves', async ({
  app,
  page,
}) => {
  await app.open()
  await toResults(page)
  await page.getByRole('button', { name: 'Copy the card as text' }).click()
  await expect(app.said).toHaveText('The card is copied as text.')
  const text = await page.evaluate(() => navigator.clipboard.readText())
  for (const part of ['247.8 bn against 242.65 bn expected, +2.12 %', '39.8 bn against 37.9 bn expected, +5.08 %'])
    expect(text).toContain(part)
  expect(text).toContain('Growth 34 % from 26 %, +8.7 points unrounded')
  for (const part of ['ninth quarter of triple-digit growth', 'about 120 bn', '380 bn over three years', 'US$34.8 bn'])
    expect(text).toContain(part)
  await page.getByRole('button', { name: 'Copy the card as a picture' }).click()
  await expect(app.said).toHaveText('The card is copied as a picture.')
  const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => [...item.types]))
  expect(types).toEqual(['image/png'])
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the card as PNG' }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toBe('Alibaba AI and cloud FY26 Q2.png')
  const file = readFileSync(await download.path())
  expect(isPng(file)).toBe(true)
  // 520 wide at twice the size.
  expect(sizeOf(file)[0]).toBe(1040)
})

test('[B7] where the browser copies no pictures it says so and saves the card', async ({ app, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'ClipboardItem', { value: undefined })
  })
  await app.open()
  await toResults(page)
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Copy the card as a picture' }).click()
  expect((await waiting).suggestedFilename()).toBe('Alibaba AI and cloud FY26 Q2.png')
  await expect(app.said).toContainText('The browser does not copy pictures, so the card was saved as')
})

test('[B8] a consensus is named by keyboard, typed, told, exported, kept, and taken back', async ({ app, page }) => {
  await app.open()
  await page.keyboard.press('Control+Home')
  await app.select('adjusted_ebita', '2025-09')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('name the consensus')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'What a line is held against' })
  await expect(dialog.getByRole('combobox', { name: 'Line' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.type('New line')
  for (const key of ['Tab', 'Tab', 'Tab', 'Enter']) await page.keyboard.press(key)
  await expect(app.said).toContainText('Type what was expected of Adjusted EBITA here.')
  await expect(page.locator('.ag-cell:focus')).toHaveAttribute('col-id', '2025-09')
  await page.keyboard.type('10000')
  await page.keyboard.press('Enter')
  await toResults(page)
  // Adjusted EBITA was 9,073: 9.27 % short of 10,000.
  const row = page.getByRole('region', { name: /^Beat and miss in/ }).getByRole('row', { name: /^Adjusted EBITA/ })
  for (const text of ['9,073', '10,000', '(9.27) %', 'miss']) await expect(row).toContainText(text)
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export CSV' }).click()
  const records = readRecords((await fileOf(await waiting)).text).filter((each) => each.get('verdict') === 'miss')
  expect(records.map((each) => `${each.get('line_key')} ${each.get('fiscal_quarter')}`)).toEqual([
    ...['revenue FY25 Q1', 'revenue FY25 Q2', 'revenue FY26 Q1', 'adjusted_ebita FY26 Q2'],
  ])
  await app.isSaved()
  await page.reload()
  await expect(row).toContainText('(9.27) %')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(row).toContainText('no consensus')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(row).toHaveCount(0)
})

test('[B7] the lines of the card and their order are kept', async ({ app, page }) => {
  await app.open()
  await toResults(page)
  await page.getByRole('button', { name: 'Lines …' }).click()
  await page.getByRole('button', { name: 'Move Revenue down' }).click()
  await page.getByRole('combobox', { name: 'Add a line to the card' }).selectOption('Free cash flow')
  await app.isSaved()
  await page.reload()
  const card = page.getByRole('article', { name: /^Alibaba: AI and cloud, FY26 Q2/ })
  await expect(card.getByRole('button').first()).toHaveAccessibleName(/^Cloud revenue \(recast\): 39\.8 bn/)
  await expect(card.getByRole('button').last()).toHaveAccessibleName('Free cash flow: −21.8 bn; growth n.m. (to loss).')
})
