// What a user does at the bench with the keyboard alone, for the tests in the browser.

import type { Page } from '@playwright/test'
import { expect, fileOf, type App } from './app.ts'

export const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}

/** Goes on with Tab until the field has the keyboard, and types over what it holds. */
export const into = async (page: Page, field: string, text: string): Promise<void> => {
  const wanted = page
    .getByRole('dialog')
    .getByLabel(new RegExp(`^${field}`))
    .first()
  for (let left = 40; left > 0; left -= 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(wanted).toBeFocused()
  await page.keyboard.type(text)
}

/** The keyboard is back in the sheet. */
export const isBack = async (page: Page): Promise<void> => {
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.locator('.ag-cell:focus')).toBeVisible()
}

export const run = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(words)
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
}

export const go = async (page: Page, place: string): Promise<void> => {
  await page.keyboard.press('Control+g')
  await page.getByRole('dialog').getByRole('combobox').fill(place)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Types a formula into the cell the cursor is in: the first Enter opens the line's formula, the second keeps it. */
export const formula = async (app: App, line: string, text: string): Promise<void> => {
  await app.page.keyboard.type(`=${text}`)
  await expect(app.page.getByRole('textbox', { name: `Formula of ${line}` })).toBeFocused()
  await app.page.keyboard.press('Enter')
  await isBack(app.page)
}

/** The row of a line, as it reads from the first of its cells to the last. */
export const row = async (page: Page, label: string, columns: readonly string[]): Promise<readonly string[]> => {
  const id = await page
    .locator('.ag-row:has(.ag-cell.label)')
    .filter({ has: page.getByText(label, { exact: true }) })
    .first()
    .getAttribute('row-id')
  return Promise.all(
    columns.map((column) => page.locator(`.ag-row[row-id="${id}"] .ag-cell[col-id="${column}"]`).innerText()),
  )
}

/** The model's file without the moment at which it was saved. */
export const saved = async (app: App): Promise<string> => {
  const waiting = app.page.waitForEvent('download')
  await run(app.page, 'save model to a file')
  const { text } = await fileOf(await waiting)
  await expect(app.page.getByRole('dialog')).toHaveCount(0)
  return text.replace(/"savedAt": "[^"]*"/, '"savedAt": ""')
}

/** Presses a key until nothing is left to take back, or to make again; gives how many there were. */
const untilNothing = async (app: App, key: string, button: RegExp): Promise<number> => {
  const isLeft = (): Promise<boolean> =>
    app.page.getByRole('button', { name: button }).evaluate((each) => each.ariaDisabled === 'false')
  let count = 0
  while (await isLeft()) {
    const before = await app.said.innerText()
    await app.page.keyboard.press(key)
    await expect(app.said).not.toHaveText(before)
    await app.isSaved()
    count += 1
  }
  return count
}

export const undoAll = (app: App): Promise<number> => untilNothing(app, 'Control+z', /^Undo/)
export const redoAll = (app: App): Promise<number> => untilNothing(app, 'Control+y', /^Redo/)
