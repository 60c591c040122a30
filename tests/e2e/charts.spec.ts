// The charts of a model in the built app: chosen, kept, read out, shown as a table, and taken away as a picture.

import { readFileSync } from 'node:fs'
import { expect, test } from '../support/app.ts'
import type { Page } from '@playwright/test'

const toCharts = async (page: Page): Promise<void> => {
  await page.keyboard.press('Alt+Shift+4')
  await expect(page.getByRole('heading', { level: 2, name: 'Charts' })).toBeVisible()
}

/** Width and height of a PNG, from its header. */
const sizeOf = (bytes: Buffer): readonly [number, number] => [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]

test('[U7] [U8] a chart is added by keyboard, and is there after a reload', async ({ app, page }) => {
  await app.open()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('add a chart')
  await page.keyboard.press('Enter')
  const added = page.getByRole('region', { name: 'New chart' })
  await expect(added.getByText('No line is chosen.')).toBeVisible()
  await added.getByRole('button', { name: /^Lines 0/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('searchbox', { name: 'Find a line' }).fill('capital exp')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await page.getByRole('checkbox', { name: 'Growth of Capital expenditure, total' }).check()
  await page.keyboard.press('Escape')
  const name = added.getByRole('textbox', { name: 'Name of the chart' })
  await name.fill('Spending')
  await name.press('Enter')
  const spending = page.getByRole('region', { name: 'Spending' })
  await spending.getByRole('button', { name: 'By year' }).click()
  // alibaba.csv: fiscal 2024 is 32,087 and 2025 85,972, 167.9 % more
  const sentence = /^Spending: lines by year, FY23 to FY28, in Base; .*FY25: .* 85,972 RMB m, .* growth 167\.9 %/
  await expect(spending.getByRole('img', { name: sentence })).toBeVisible()
  await app.isSaved()
  await page.reload()
  await expect(page.getByRole('region', { name: 'Spending' }).getByRole('img', { name: sentence })).toBeVisible()
  await expect(page.locator('canvas')).toHaveCount(7)
})

test('[U6] a chart is saved as a PNG at twice its size and copied, and its table has its figures', async ({
  app,
  page,
}) => {
  await app.open()
  await toCharts(page)
  const title = 'Revenue against consensus'
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: `Save ${title} as PNG` }).click()
  const file = await waiting
  expect(file.suggestedFilename()).toBe('Alibaba AI and cloud Revenue against consensus.png')
  const bytes = readFileSync(await file.path())
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  const [width, height] = sizeOf(bytes)
  expect(width).toBeGreaterThan(1100)
  expect(height).toBeGreaterThan(550)
  await page.getByRole('button', { name: `Copy the picture of ${title}` }).click()
  await expect(app.said).toContainText(`Picture of ${title} copied.`)
  await page.getByRole('button', { name: `Table of ${title}` }).click()
  const table = page.getByRole('region', { name: `Table of ${title}` })
  // alibaba.csv
  await expect(table.getByRole('row', { name: /^FY26 Q2/ }).getByRole('cell')).toHaveText(['247,795', '242,650'])
  // No poll was found for FY25 Q4.
  await expect(table.getByRole('row', { name: /^FY25 Q4/ }).getByRole('cell')).toHaveText(['236,454', ''])
  await page.getByRole('button', { name: `Copy the table of ${title}` }).click()
  await expect(app.said).toContainText(`Table of ${title} copied: 8 rows.`)
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('FY26 Q2\t247795\t242650')
})

test('[U5] arrow keys read out a chart, and Enter goes to the cell; what is typed there is drawn', async ({
  app,
  page,
}) => {
  await app.open()
  await toCharts(page)
  const title = 'Cloud revenue (recast): growth in every scenario'
  const walk = page.getByRole('application', { name: `Figures of ${title}` })
  await walk.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(walk.getByText(/^FY26 Q3, Dec 2025\. Base 35\.0 %, forecast\. Bull 38\.0 %/)).toBeAttached()
  await page.keyboard.press('Enter')
  await expect(app.cell('cloud_yoy', '2025-12')).toBeFocused()
  await app.type('cloud_growth', '2025-12', '40')
  await toCharts(page)
  // Base's growth fades by a point a quarter from 40 %: nine quarters later it is 31 %. Bull and Bear have their own.
  await expect(
    page.getByRole('img', { name: /growth in every scenario.*FY28 Q4: Base 31\.0 %, Bull 33\.5 %, Bear 13\.0 %/ }),
  ).toBeVisible()
})

test('[U7] a removed chart comes back with one button', async ({ app, page }) => {
  await app.open()
  await toCharts(page)
  await page.getByRole('button', { name: 'Menu of Shares of Revenue' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(page.getByRole('region', { name: 'Shares of Revenue' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(page.getByRole('region', { name: 'Shares of Revenue' })).toBeVisible()
})

test('[U6] every chart of the app is saved as a PNG and has its table', async ({ app, page }) => {
  await app.open()
  await app.show('Bull')
  const places = [
    ['Alt+Shift+1', /burn-up/],
    ['Alt+Shift+2', /./],
    ['Alt+Shift+8', /Base to Bull/],
  ] as const
  for (const [keys, name] of places) {
    await page.keyboard.press(keys)
    const save = page
      .getByRole('button', { name: /^Save .* as PNG$/ })
      .filter({ visible: true })
      .first()
    await expect(save).toHaveAccessibleName(name)
    const waiting = page.waitForEvent('download')
    await save.click()
    const bytes = readFileSync(await (await waiting).path())
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(sizeOf(bytes)[0]).toBeGreaterThan(1100)
    await page
      .getByRole('button', { name: /^Table of/ })
      .first()
      .click()
    await expect(
      page
        .getByRole('region', { name: /^Table of/ })
        .first()
        .getByRole('row'),
    ).not.toHaveCount(0)
  }
})
