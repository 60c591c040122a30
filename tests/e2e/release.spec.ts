// Release night in the built app: twenty lines by keyboard alone, a pasted table, a reload in between, and all of it undone.

import { expect, test, type App } from '../support/app.ts'
import type { Page } from '@playwright/test'

/** A company of twenty lines, each reported in the last two quarters: 100 times its number, and ten more. */
const company = JSON.stringify({
  format: 'paceline model',
  version: 1,
  savedAt: '2025-11-25T12:00:00.000Z',
  name: 'Twenty',
  fiscalCalendar: { yearEndMonth: 3, yearNamedBy: 'end' },
  timeline: { first: '2025-06', last: '2026-03' },
  lastActual: '2025-09',
  currency: 'RMB',
  scale: 'm',
  lines: Array.from({ length: 20 }, (_, at) => ({
    key: `line_${at + 1}`,
    unit: { kind: 'currency', currency: 'RMB', scale: 'm' },
    kind: 'flow',
    formula: `line_${at + 1}[-1] * 1.05`,
  })),
  scenarios: [{ id: 'base', name: 'Base', parent: null }],
  quarters: ['2025-06', '2025-09'].map((quarter, later) => ({
    scenario: 'base',
    quarter,
    cells: Array.from({ length: 20 }, (_, at) => ({ line: `line_${at + 1}`, value: (at + 1) * 100 + later * 10 })),
  })),
})

const openCompany = async (app: App, page: Page): Promise<void> => {
  await app.open()
  const file = { name: 'twenty.json', mimeType: 'application/json', buffer: Buffer.from(company) }
  await page.getByLabel('Model file').setInputFiles(file)
  await expect(app.said).toContainText('is open as a model of its own')
}

/** Counts what is pressed: the characters of texts, and the keys beyond them. */
const keyboardOf = (page: Page) => {
  const count = { characters: 0, keys: 0 }
  return {
    count,
    type: async (text: string): Promise<void> => {
      count.characters += text.length
      await page.keyboard.type(text)
    },
    press: async (...keys: readonly string[]): Promise<void> => {
      count.keys += keys.length
      for (const key of keys) await page.keyboard.press(key)
    },
  }
}

test('[I8] [I4] twenty lines and their source are in by keyboard alone, with one key beyond each figure', async ({
  app,
  page,
}) => {
  await openCompany(app, page)
  const { count, type, press } = keyboardOf(page)
  await press('Alt+Shift+5')
  await expect(page.getByRole('textbox', { name: 'line_1, reported' })).toBeFocused()
  await press('Shift+Tab', 'Shift+Tab')
  await type('Results announcement')
  await press('Tab')
  await type('example.com/q3.pdf')
  await press('Tab')
  for (let at = 1; at <= 20; at++) {
    await type(String(at * 100 + 25))
    await press('Enter')
  }
  await expect(page.getByRole('status').first()).toHaveText('20 of 20 entered')
  await expect(page.getByRole('button', { name: 'Enter the release' })).toBeFocused()
  await press('Enter')
  await expect(app.said).toContainText('FY26 Q3 is in: 20 figures; it is the last actual now.')
  // To the screen, to the source and back: 5. Twenty Enters, and one to enter the release.
  expect(count.keys).toBe(26)
  await app.isSaved()
  await page.keyboard.press('Alt+Shift+1')
  await expect(app.cell('line_1', '2025-12')).toHaveText('125')
  await expect(app.cell('line_20', '2025-12')).toHaveText('2,025')
  // The timeline has grown by a quarter: 2,025 · 1.05² = 2,232.6
  await expect(app.cell('line_20', '2026-06')).toHaveText('2,233')
  await page.keyboard.press('Control+z')
  await expect(app.said).toContainText('Undone: FY26 Q3 entered: 20 figures')
  await expect(app.cell('line_1', '2025-12')).toHaveText('116')
  await page.keyboard.press('Alt+Shift+5')
  await expect(page.getByRole('status').first()).toHaveText('20 of 20 entered')
})

test('[I2] [I3] [I5] a draft survives a reload, tells its surprise, and its source stands on each figure', async ({
  app,
  page,
}) => {
  await app.open()
  await page.keyboard.press('Alt+Shift+5')
  await expect(page.getByRole('textbox', { name: 'Revenue, reported', exact: true })).toBeFocused()
  await page.keyboard.type('284.843bn')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.type('281500')
  await page.getByLabel('Source of all figures').fill('Results, 19 Feb 2026')
  const revenue = page.getByRole('row', { name: /^Revenue RMB m/ })
  // 284,843 / 281,500 − 1 = 1.19 %; 284,843 / 280,154 − 1 = 1.67 %
  await expect(revenue).toContainText('+1.19 % beat')
  await expect(revenue).toContainText('+1.7 %')
  await app.isSaved()
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Revenue, reported', exact: true })).toHaveValue('284,843')
  await expect(page.getByRole('textbox', { name: 'Cloud revenue (recast), reported' })).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(app.said).toContainText('FY26 Q3 is in: 1 figure and 1 number of what was expected')
  await app.said.getByRole('button', { name: 'See the results' }).click()
  await expect(page.getByRole('region', { name: 'Results', exact: true })).toBeVisible()
  await page.keyboard.press('Alt+Shift+1')
  await page.keyboard.press('Control+Home')
  await app.select('revenue', '2025-12')
  await page.keyboard.press('Shift+F2')
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toHaveValue('Results, 19 Feb 2026')
})

test('[I9] [I10] a column and a table land where they belong, and what found no line is told', async ({
  app,
  page,
}) => {
  await app.open()
  const paste = async (text: string): Promise<void> => {
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
    await page.keyboard.press('Control+v')
  }
  const field = (name: string) => page.getByRole('textbox', { name: `${name}, reported`, exact: true })
  await page.keyboard.press('Alt+Shift+5')
  await paste('284,843\n43,284\n31,000\n')
  await expect(field('Capital expenditure, total')).toHaveValue('31,000')
  await expect(field('Capex in free cash flow')).toBeFocused()
  await paste(
    'RMB million\tFY25 Q3\tFY26 Q3\nFree cash flow\t39,020\t(11,300)\nTreasury shares\t1\t2\nAdjusted EBITA\t54,853\t23,433',
  )
  await expect(field('Free cash flow')).toHaveValue('(11,300)')
  await expect(field('Adjusted EBITA')).toHaveValue('23,433')
  await expect(page.getByText('1 figure found no line here: “Treasury shares” 2.')).toBeVisible()
  await page.getByRole('button', { name: 'Take the paste back' }).click()
  await expect(field('Free cash flow')).toHaveValue('')
  await expect(field('Revenue')).toHaveValue('284,843')
})
