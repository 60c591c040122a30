// Models of one's own in the built app: an empty one by keyboard, one from a pasted table, and the list of them.

import type { Page } from '@playwright/test'
import { expect, test, wholeSheet } from '../support/app.ts'

const focused = (page: Page) => page.locator(':focus')

/** The row of the list that is chosen, once it has the keyboard. */
const toList = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+o')
  await expect(page.getByRole('dialog', { name: 'Models on this machine' })).toBeVisible()
  await expect(focused(page)).toHaveAttribute('aria-selected', 'true')
}

test('[MD1] an empty model with its three lines is made and typed into by keyboard alone', async ({ app, page }) => {
  // Wide enough for all quarters to be drawn, whichever they are today.
  await page.setViewportSize(wholeSheet)
  await app.open()
  await page.keyboard.press('Control+Alt+n')
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await page.keyboard.type('Example Corp')
  await page.keyboard.press('Enter')
  await expect(app.said).toHaveText('Example Corp is there with 3 lines: type its numbers.')
  await expect(focused(page)).toHaveAttribute('aria-label', /^Revenue, .* Q1, empty/)
  for (const [line, number] of [
    ['Operating income', '1234.5'],
    ['Capex', '210'],
    [null, '55'],
  ] as const) {
    await page.keyboard.type(number)
    await page.keyboard.press('Enter')
    if (line !== null) await expect(focused(page)).toHaveAttribute('aria-label', new RegExp(`^${line}, `))
  }
  await app.isSaved()
  await page.reload()
  await app.isOpen()
  await expect(page).toHaveTitle('Example Corp · Paceline')
  await expect(page.locator('.ag-cell', { hasText: /^1,235$/ })).toBeVisible()
})

const table = [
  'Example Corp (RMB m)\tQ1 2024\tQ2 2024\tQ3 2024\tQ4 2024\tFY2024\tQ1 2025\tQ2 2025E',
  'Income statement',
  'Revenue\t100\t110\t120\t130\t460\t125\t121',
  'YoY\t8.0%\t9.1%\t7.5%\t6.2%\t\t25.0%\t10.0%',
  'Operating income\t(20)\tabc\t30\t26\t\t25\t30.25',
].join('\n')

test('[MD4] [MD7] [MD9] a pasted table is shown as it was understood and becomes a model', async ({ app, page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await app.open()
  await page.evaluate((text) => navigator.clipboard.writeText(text), table)
  await page.getByRole('button', { name: 'Alibaba: AI and cloud' }).click()
  await page.getByRole('menuitem', { name: 'New model from a pasted table…' }).click()
  await expect(page.getByRole('textbox', { name: /The table/ })).toBeFocused()
  await page.keyboard.press('Control+v')
  await expect(page.getByText(/^Read 3 lines over 6 quarters, FY24 Q1 to FY25 Q2: 17 numbers/)).toBeVisible()
  await expect(page.getByText('Operating income in FY24 Q2 (row 5, column 3): “abc” is not a number.')).toBeVisible()
  await expect(page.getByText('Revenue YoY = yoy(revenue)')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Example Corp')
  await page.getByRole('button', { name: 'Create model' }).click()
  await expect(app.said).toContainText('Example Corp has 3 lines and 17 numbers of the table. 1 cell could not be read')
  await expect(focused(page)).toHaveAttribute('aria-label', /^Revenue, FY25 Q1, 125 RMB m, actual/)
  await page.keyboard.press('ArrowDown')
  await expect(focused(page)).toHaveAttribute('aria-label', /^Revenue YoY, FY25 Q1, 25\.0 %/)
})

test('[MD11] a model is renamed, duplicated, deleted and brought back from the list', async ({ app, page }) => {
  await app.open()
  await toList(page)
  await page.keyboard.press('F2')
  await expect(page.getByRole('textbox', { name: /^New name of/ })).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('My Alibaba')
  await page.keyboard.press('Enter')
  await expect(page).toHaveTitle('My Alibaba · Paceline')
  await page.getByRole('button', { name: 'Duplicate My Alibaba', exact: true }).click()
  await expect(page.getByRole('row', { name: /^My Alibaba \(2\)/ })).toBeVisible()
  await page.getByRole('button', { name: 'Delete My Alibaba', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveTitle('My Alibaba (2) · Paceline')
  await page.getByRole('button', { name: 'Bring back My Alibaba' }).click()
  await expect(page.getByRole('button', { name: 'Delete My Alibaba', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('35.0')
})
