// The Pacing screen in the built app: the verdict, the figures of issue E for every scenario, as of other quarters, under
// other readings and plans, and the file.

import { readRecords } from '../support/csv.ts'
import { expect, fileOf, test } from '../support/app.ts'

test('[P15] a stranger reads whether it is on course, and on which reading it is not', async ({ app, page }) => {
  await app.open()
  await page.keyboard.press('Alt+Shift+2')
  const verdict = page.getByRole('region', { name: 'The verdict' })
  await expect(verdict).toContainText('Base and Bull are on course; Bear is short.')
  await expect(verdict).toContainText('70.177 bn of 380 bn are counted, 6.844 bn and 0.216 quarters ahead of plan')
  await expect(verdict).toContainText('In Base it is behind plan on 2 of 4 readings')
  await expect(page.locator('canvas').first()).toBeVisible()
})

test('[P14] [P16] the standing is told as of any quarter and under any reading, and stays chosen', async ({
  app,
  page,
}) => {
  await app.open()
  await page.keyboard.press('Alt+Shift+2')
  const figure = (part: string) => page.locator(`[data-figure="${part}"]`)
  await expect(figure('required')).toHaveText('30.982 bn')
  await page.getByRole('combobox', { name: 'As of' }).selectOption({ label: 'FY26 Q3' })
  await expect(page.getByText('Projected', { exact: true })).toBeVisible()
  await expect(figure('counted')).toHaveText('102.177 bn')
  await page.getByRole('button', { name: '95 % of capex from FY25 Q4' }).click()
  // 95 % of 24,612 + 38,676 + 31,501 reported and 32,000 projected; 380 · 4 / 12 planned.
  await expect(figure('counted')).toHaveText('120.450 bn')
  await expect(figure('planned')).toHaveText('126.667 bn')
  await app.isSaved()
  await page.reload()
  await expect(figure('counted')).toHaveText('120.450 bn')
})

test('[P2] [P4] a plan of Bull’s own is typed on its line, and Base keeps its own', async ({ app, page }) => {
  await app.open()
  await app.show('Bull')
  await app.type('ai_capex.plan', 'constant', '4')
  await page.keyboard.press('Alt+Shift+2')
  const row = (scenario: string) => page.locator(`[data-table="scenario-pacing"] tr[data-scenario="${scenario}"]`)
  await expect(row('bull')).toContainText('2.493')
  await expect(row('bull')).toContainText('1.638')
  await expect(row('base')).toContainText('1.108')
  await app.show('Base')
  await expect(page.locator('[data-figure="planned"]')).toHaveText('63.333 bn')
})

test('[P17] the file has every reading in every scenario', async ({ app, page }) => {
  await app.open()
  await page.keyboard.press('Alt+Shift+2')
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export CSV' }).click()
  const { text } = await fileOf(await waiting)
  const records = readRecords(text)
  expect(records).toHaveLength(12)
  const bear = records.find(
    (row) => row.get('scenario') === 'Bear' && row.get('reading') === 'Total capex from FY26 Q1',
  )
  expect(Number(bear?.get('forecast_shortfall')) / 1000).toBeCloseTo(53.725, 3)
  expect(bear?.get('forecast_verdict')).toBe('short')
  expect(Number(bear?.get('flat_completion'))).toBeCloseTo(11.792, 3)
})
