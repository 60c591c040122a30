// Why two scenarios differ, in the built app: the figures, the way to the line, snapshots, and the export.

import { readRecords } from '../support/csv.ts'
import { expect, fileOf, test } from '../support/app.ts'

test('[A8] Bear’s free cash flow against Base’s is told, and a line of it leads to the sheet', async ({
  app,
  page,
}) => {
  await app.open()
  await app.show('Bear')
  await page.getByRole('button', { name: 'Why', exact: true }).click()
  await expect(page.locator('.headline')).toContainText('12,651 RMB m lower')
  await expect(page.locator('canvas')).toBeVisible()
  await page.getByRole('button', { name: 'Cash conversion' }).click()
  await expect(app.cell('cash_conversion', 'constant')).toBeFocused()
})

test('[A1] Bull against Base adds up to 12.97 bn in the file, and an edit is followed', async ({ app, page }) => {
  await app.open()
  await app.show('Bull')
  await page.getByRole('button', { name: 'Why', exact: true }).click()
  await expect(page.locator('[data-table="attribution"] tbody tr')).toHaveCount(10)
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export CSV' }).click()
  const { text } = await fileOf(await waiting)
  const amounts = readRecords(text)
    .filter((row) => row.get('line_key') !== '')
    .map((row) => Number(row.get('amount')))
  expect(amounts).toHaveLength(8)
  expect((amounts.reduce((all, each) => all + each, 0) / 1000).toFixed(2)).toBe('12.97')
  await page.getByRole('button', { name: 'Turn round' }).click()
  await expect(page.locator('.headline')).toContainText('12,970 RMB m lower')
})

test('[A6] between a snapshot and now the only edit is the only reason', async ({ app, page }) => {
  await app.open()
  await page.getByRole('button', { name: 'Snapshots', exact: true }).click()
  await page.getByRole('button', { name: 'Take a snapshot' }).first().click()
  await expect(app.said).toContainText('is kept as')
  await page.getByRole('button', { name: 'Sheet', exact: true }).click()
  await app.type('capex_run_rate', '2025-12', '33000')
  await page.getByRole('button', { name: 'Snapshots', exact: true }).click()
  await page.getByRole('button', { name: 'Why …' }).click()
  await expect(page.getByRole('heading', { name: 'Why they differ' })).toBeVisible()
  const rows = page.locator('[data-table="attribution"] tbody tr')
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(1)).toContainText('Capex run-rate')
  await expect(rows.nth(1)).toContainText('100 %')
})
