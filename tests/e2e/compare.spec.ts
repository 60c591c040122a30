// Comparing scenarios in the built app: the table, two grids that scroll together, overlaid charts, and what leaves them.

import type { Page } from '@playwright/test'
import { expect, fileOf, test } from '../support/app.ts'
import { results } from '../support/exampleFigures.ts'

const toCompare = async (page: Page): Promise<void> => {
  await page.keyboard.press('Alt+Shift+7')
  await expect(page.getByRole('grid', { name: /against Base$/ })).toBeVisible()
}

const row = (page: Page, line: string) => page.getByRole('row', { name: new RegExp(`^${line}`) })

/** `(17,171)` in RMB m, as bn. */
const inBn = (text: string): number => Number(text.replace('(', '-').replaceAll(/[),]/g, '')) / 1000

test('[J1] [J2] [J3] it opens on FY27 against Base, with the figures of the example', async ({ app, page }) => {
  await app.open()
  await toCompare(page)
  await expect(page.getByLabel('Quarter or year compared')).toHaveValue('FY2027')
  const cash = row(page, 'Free cash flow RMB m').getByRole('gridcell')
  const values = await Promise.all([1, 2, 5].map(async (at) => inBn(await cash.nth(at).innerText())))
  for (const [at, { freeCashFlow }] of results.entries()) expect(values[at]).toBeCloseTo(freeCashFlow, 2)
  await expect(cash.nth(3)).toHaveText(/^\+12,970.*better$/s)
  await expect(cash.nth(4)).toHaveText('n.m.')
  await expect(row(page, 'Capital expenditure, total').getByRole('gridcell').nth(3)).toHaveText('+22,563')
})

test('[J6] by keyboard alone: to a difference and why, back, and to a value’s cell in its scenario', async ({
  app,
  page,
}) => {
  await app.open()
  await toCompare(page)
  const focused = page.locator(':focus')
  for (let stops = 0; stops < 14 && (await focused.getAttribute('role')) !== 'gridcell'; stops += 1)
    await page.keyboard.press('Tab')
  await expect(focused).toHaveText('1,152,786')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(focused).toHaveAttribute('title', 'Why Bull differs from Base here')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Why they differ' })).toBeVisible()
  await toCompare(page)
  await row(page, 'Free cash flow RMB m').getByRole('gridcell').nth(5).click()
  await expect(page.getByRole('radio', { name: 'Bear' })).toBeChecked()
  await expect(app.cell('free_cash_flow', 'FY2027')).toBeFocused()
})

test('[J6] what is typed in the sheet, and its undo, shows in the comparison', async ({ app, page }) => {
  await app.open()
  await app.show('Bull')
  await app.type('capex_run_rate', '2025-12', '37000')
  await toCompare(page)
  await page.getByLabel('Quarter or year compared').selectOption('2025-12')
  const capex = row(page, 'Capital expenditure, total').getByRole('gridcell')
  await expect(capex.nth(2)).toHaveText('37,000')
  await page.keyboard.press('Control+z')
  await expect(capex.nth(2)).toHaveText('36,000')
  await expect(capex.nth(3)).toHaveText('+4,000')
})

test('[J5] lines are chosen with the keyboard, and how it is compared survives a reload', async ({ app, page }) => {
  await app.open()
  await toCompare(page)
  await page.getByRole('button', { name: /^Scenarios \d/ }).click()
  await page.getByRole('checkbox', { name: 'Bull' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Lines/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'None' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('No line is chosen.')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.type('cloud revenue')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^Lines/ })).toBeFocused()
  await expect(page.getByRole('rowheader')).toHaveText(['Reported', 'Cloud revenue (recast)'])
  await app.isSaved()
  await page.reload()
  await expect(page.getByRole('rowheader')).toHaveText(['Reported', 'Cloud revenue (recast)'])
  await expect(page.getByRole('columnheader', { name: 'Bull' })).toHaveCount(0)
})

test('[J9] the comparison leaves as a file and through the clipboard', async ({ app, page }) => {
  await app.open()
  await toCompare(page)
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export CSV' }).click()
  const { name, text } = await fileOf(await waiting)
  expect(name).toMatch(/ comparison FY27\.csv$/)
  const [fields = [], ...rows] = text
    .trim()
    .split('\r\n')
    .map((line) => line.split(','))
  const cash = rows.find((each) => each[1] === 'free_cash_flow') ?? []
  expect(Number(cash[fields.indexOf('Bull difference')]) / 1000).toBeCloseTo(12.97, 2)
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(app.said).toContainText(/^Table copied: \d+ lines\./)
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'Free cash flow\tRMB m\t(17,171)\t(4,201)',
  )
})

const pairCell = (page: Page, side: 'Base' | 'Bull', line: string, column: string) =>
  page
    .getByRole('treegrid', { name: `${side}: line items by quarter` })
    .or(page.getByRole('grid', { name: `${side}: line items by quarter` }))
    .locator(`.ag-row[row-id="${line}"] .ag-cell[col-id="${column}"]`)

const toGrids = async (page: Page): Promise<void> => {
  await toCompare(page)
  await page.getByRole('radio', { name: 'Grids' }).click()
  await expect(pairCell(page, 'Bull', 'capex', '2025-12')).toBeVisible()
}

test('[J7] two grids stand row by row and scroll together, both ways', async ({ app, page }) => {
  await app.open()
  await toGrids(page)
  const places = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('.ag-grid-viewport')].map(({ scrollTop, scrollLeft }) => [scrollTop, scrollLeft]),
    )
  await page.mouse.move(300, 500)
  await page.mouse.wheel(0, 250)
  await expect.poll(async () => (await places()).map(([top]) => top)).toEqual([250, 250])
  await page.mouse.move(1200, 500)
  await page.mouse.wheel(300, -250)
  await expect
    .poll(async () => {
      const [left = [], right = []] = await places()
      return [left[0], right[0], left[1] === right[1] && (left[1] ?? 0) > 300]
    })
    .toEqual([0, 0, true])
  const tops = await Promise.all(
    (['Base', 'Bull'] as const).map(async (side) => (await pairCell(page, side, 'capex', 'FY2026').boundingBox())?.y),
  )
  expect(tops[0]).toBe(tops[1])
})

test('[J7] the right grid marks what differs; folding and edits show in both; Enter goes to the cell', async ({
  app,
  page,
}) => {
  await app.open()
  await toGrids(page)
  const revenue = pairCell(page, 'Bull', 'revenue', '2025-12')
  await expect(revenue).toHaveClass(/cell-differsGood/)
  await expect(pairCell(page, 'Bull', 'capex', '2025-12')).toHaveClass(/cell-differs(?!\w)/)
  await expect(pairCell(page, 'Bull', 'revenue', '2025-09')).not.toHaveClass(/cell-differs/)
  await revenue.hover()
  await expect(page.locator('.ag-tooltip')).toContainText(/^Against Base: \+3,\d{3} RMB m, \+1\.\d %, better/)

  await page
    .locator('.is-right .ag-header-group-cell', { hasText: 'FY26' })
    .locator('.ag-header-expand-icon-expanded')
    .click()
  for (const side of ['Base', 'Bull'] as const) {
    await expect(pairCell(page, side, 'revenue', 'FY2026')).toBeVisible()
    await expect(pairCell(page, side, 'revenue', '2025-12')).toHaveCount(0)
  }
  await pairCell(page, 'Bull', 'capex', 'FY2026').click()
  await page.keyboard.press('ArrowUp')
  await expect(pairCell(page, 'Bull', 'cloud_revenue', 'FY2026')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(app.cell('cloud_revenue', 'FY2026')).toBeFocused()
  await expect(page.getByRole('radio', { name: 'Bull' })).toBeChecked()
})

test('[J7] values change in place, and either scenario is chosen; the same one on both sides changes places', async ({
  app,
  page,
}) => {
  await app.open()
  await app.show('Bull')
  await app.type('capex_run_rate', '2025-12', '37000')
  await toGrids(page)
  await expect(pairCell(page, 'Bull', 'capex', '2025-12')).toHaveText('37,000')
  await page.keyboard.press('Control+z')
  await expect(pairCell(page, 'Bull', 'capex', '2025-12')).toHaveText('36,000')
  await page.getByLabel('Left').selectOption('bull')
  await expect(page.getByLabel('Right')).toHaveValue('base')
  await expect(page.locator('.is-right .ag-row[row-id="capex"] .ag-cell[col-id="2025-12"]')).toHaveText('32,000')
})

test('[J8] charts lie over each other in every scenario, and the palette leads there', async ({ app, page }) => {
  await app.open()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('compare charts')
  await page.keyboard.press('Enter')
  await expect(page.locator('canvas')).toHaveCount(12)
  await expect(
    page.getByRole('img', { name: /^Cloud revenue .* Base 66,126 RMB m, Bull 74,934 RMB m, Bear 53,139 RMB m\.$/ }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'By year' }).click()
  await page.getByRole('button', { name: 'Table of Free cash flow', exact: true }).click()
  await expect(page.getByRole('row', { name: /^FY27/ })).toContainText('(17,171)')
})
