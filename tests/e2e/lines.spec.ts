// Lines and sections by keyboard alone, and by mouse where that is what one would do; everything is undone.

import { expect, test, wholeSheet, type App } from '../support/app.ts'
import type { Page } from '@playwright/test'

test.use({ viewport: { ...wholeSheet, width: 2200 } })

const go = async (page: Page, place: string): Promise<void> => {
  await page.keyboard.press('Control+g')
  await page.getByRole('dialog').getByRole('combobox').fill(place)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** The labels of a section, top down. */
const labels = async (page: Page, first: string, count: number): Promise<readonly string[]> => {
  const rows = page.locator('.ag-row .ag-cell.label')
  await expect(rows.filter({ hasText: first }).first()).toBeVisible()
  const texts = await rows.allInnerTexts()
  const at = texts.indexOf(first)
  return texts.slice(at, at + count)
}

const undo = async (app: App): Promise<void> => {
  await app.page.keyboard.press('Control+z')
  await expect(app.said).toContainText('Undone')
}

test('[LN7] [LN8] by keyboard a segment is added with its family, gets its numbers, and is undone', async ({
  app,
  page,
}) => {
  await app.open()
  await go(page, 'cloud_revenue FY26 Q3')
  await page.keyboard.press('Alt+Shift+D')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox', { name: 'The new one is called' })).toBeFocused()
  await page.keyboard.type('chips')
  await expect(dialog.getByText('→ revenue - cloud_revenue - chips_revenue')).toBeVisible()
  await dialog.getByRole('combobox', { name: 'Typed numbers' }).selectOption('drivers')
  await page.keyboard.press('Enter')
  await expect(app.said).toContainText('Chips revenue (recast) is there with 6 lines of its family.')
  await go(page, 'chips_revenue FY25 Q3')
  await page.keyboard.type('4000')
  await page.keyboard.press('Enter')
  await go(page, 'chips_revenue FY26 Q3')
  // Chips grow as cloud does, by 35 %: 4,000 · 1.35.
  await expect(page.locator('.ag-cell:focus')).toHaveText('5,400')
  await undo(app)
  await undo(app)
  await expect(page.locator('.ag-cell.label', { hasText: 'Chips' })).toHaveCount(0)
  await expect(app.cell('revenue', '2025-12')).toHaveText('291,264')
})

test('[LN2] [LN4] [LN5] by keyboard a line is renamed, moved into the next section, deleted, and all is undone', async ({
  app,
  page,
}) => {
  await app.open()
  await go(page, 'cloud_first_reported FY26 Q2')
  await page.keyboard.press('Shift+Space')
  await page.keyboard.press('F2')
  await expect(page.getByRole('textbox', { name: 'Label' })).toBeFocused()
  await page.keyboard.type('First reported')
  await page.keyboard.press('Enter')
  await expect(app.cell('cloud_first_reported', '2025-09')).toBeFocused()
  await page.keyboard.press('Alt+Shift+L')
  await expect(page.getByRole('textbox', { name: 'Label' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('cloud_first')
  await page.keyboard.press('Enter')
  await expect(app.said).toContainText('First reported is cloud_first in formulas now, and 1 formula with it.')
  await page.keyboard.press('Shift+F6')
  await expect(app.cell('cloud_first_reported', '2025-09')).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(app.said).toContainText('First reported moved to Consensus.')
  expect(await labels(page, 'Consensus', 3)).toEqual(['Consensus', 'First reported', 'Consensus revenue'])
  await expect(app.cell('cloud_first_reported', '2025-09')).toBeFocused()
  await page.keyboard.press('Control+Alt+-')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('1 line looks at it: “Cloud growth against the quoted”.')
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(app.said).toContainText('deleted')
  await expect(app.cell('cloud_first_reported', '2025-09')).toHaveCount(0)
  await expect(app.cell('consensus_revenue', '2025-09')).toBeFocused()
  for (let step = 0; step < 4; step += 1) await undo(app)
  expect(await labels(page, 'Cloud revenue as first reported', 2)).toEqual([
    'Cloud revenue as first reported',
    'Consensus',
  ])
})

test('[LN1] [LN13] by keyboard a section is added, its first lines typed in a row, and it is moved', async ({
  app,
  page,
}) => {
  await app.open()
  await go(page, 'cloud_fade')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('new section')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await page.keyboard.type('Segments')
  await page.keyboard.press('Enter')
  await expect(page.locator('.ag-cell.label', { hasText: 'Segments · no line yet' })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('It goes into Segments.')
  await page.keyboard.type('Chips')
  await page.keyboard.press('Shift+Enter')
  await expect(page.getByRole('dialog')).toContainText('It goes below Chips.')
  await page.keyboard.type('Games')
  await page.keyboard.press('Enter')
  expect(await labels(page, 'Segments', 3)).toEqual(['Segments', 'Chips', 'Games'])
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(app.said).toContainText('Segments stands before Drivers now.')
  await expect(page.locator('.ag-row.section-row .ag-cell:focus')).toHaveCount(1)
})

test('[LN3] a line is dragged by the handle before its label', async ({ app, page }) => {
  await app.open()
  const [from, to] = await Promise.all(
    ['revenue', 'capex_fcf'].map(
      async (line) => (await app.cell(line, 'label').boundingBox()) ?? { x: 0, y: 0, height: 0 },
    ),
  )
  if (from === undefined || to === undefined) throw new Error('no label')
  await page.mouse.move(from.x + 8, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(from.x + 8, to.y + to.height / 2, { steps: 5 })
  await page.mouse.move(from.x + 8, to.y + to.height - 4, { steps: 3 })
  await page.mouse.up()
  await expect(app.said).toContainText('Revenue moved.')
  expect(await labels(page, 'Reported', 5)).toEqual([
    ...['Reported', 'Cloud revenue (recast)', 'Capital expenditure, total', 'Capex in free cash flow', 'Revenue'],
  ])
})
