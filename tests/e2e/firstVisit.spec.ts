import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test, type App } from '../support/app.ts'

test('[M5] the first visit opens the example in Base with the cursor on cloud growth FY26 Q3', async ({
  app,
  page,
}) => {
  await app.open()
  await expect(page.getByRole('radio', { name: 'Base' })).toBeChecked()
  await expect(page.getByRole('group', { name: 'Formula bar' })).toContainText('cloud_growth · FY26 Q3')
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('35.0')
  await expect(app.cell('cloud_growth', '2025-12')).toHaveClass(/ag-cell-focus/)
  await expect(page.getByText('Type a growth rate; everything after it moves.')).toBeVisible()
  await expect(page.locator('.status').getByText('checks ✓')).toBeVisible()
  // Old years are folded to their year; the last actual is the third column from the left.
  await expect(app.cell('revenue', '2023-09')).toHaveCount(0)
  const left = await page.locator('.ag-header-cell[col-id="constant"]').boundingBox()
  const [third] = await page.locator('.ag-header-cell[col-id="2025-09"]').all()
  const box = await third?.boundingBox()
  expect(box?.x).toBeGreaterThan((left?.x ?? 0) + 78 + 92)
  expect(box?.x).toBeLessThan((left?.x ?? 0) + 78 + 3 * 92)
})

test('[E6] typing without a click changes the selected driver, and the app says what moved', async ({ app, page }) => {
  await app.open()
  await expect(app.cell('cloud_growth', '2025-12')).toBeFocused()
  await page.keyboard.type('40')
  await page.keyboard.press('Enter')
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('40.0')
  // Base fades by a point a quarter.
  await expect(app.cell('cloud_growth', '2026-03')).toHaveText('39.0')
  await expect(app.said).toContainText('Base:')
  await expect(app.said).toContainText('Bull and Bear unmoved')
  await app.show('Bull')
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('38.0')
  await app.show('Bear')
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('31.0')
})

test('[M5] dismissing the hint lasts', async ({ app, page }) => {
  await app.open()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByText('Type a growth rate')).toHaveCount(0)
  await app.isSaved()
  await page.reload()
  await app.isOpen()
  await expect(page.getByText('Type a growth rate')).toHaveCount(0)
})

const violationsOf = async (page: Page): Promise<unknown> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])
}

/** The places axe looks at, each a test of its own: one look at the whole page takes some ten seconds. */
const places: Readonly<Record<string, (app: App, page: Page) => Promise<void>>> = {
  'on the first visit': async (_, page) => {
    await expect(page.locator('canvas')).toBeVisible()
  },
  'on a scenario, with a text that is no number in the editor': async (app, page) => {
    await app.show('Bear')
    await page.getByRole('button', { name: 'Table' }).click()
    await app.select('rest_growth', '2026-03')
    await page.keyboard.type('abc')
    await page.keyboard.press('Enter')
    await expect(page.locator('.number-editor-hint')).toContainText('is not a number')
  },
  'in the formula bar with a problem': async (app, page) => {
    await app.select('rest_growth', '2026-03')
    await page.getByLabel('Formula of Rest growth').fill('rest_growht[-1]')
    await expect(page.locator('#formula-problem')).toBeVisible()
  },
  'in a menu': async (_, page) => {
    await page.getByRole('button', { name: 'Export' }).click()
    await expect(page.getByRole('menu')).toBeVisible()
  },
  'in the dialog of a new scenario': async (_, page) => {
    await page.getByRole('button', { name: 'Add a scenario' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
  },
  'in a question about a number far off its neighbours': async (app, page) => {
    await app.type('capex_run_rate', '2025-12', '9000000')
    await expect(page.getByRole('alertdialog')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Leave the old value' })).toBeFocused()
  },
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [place, reach] of Object.entries(places)) {
    test(`axe finds nothing in ${colorScheme} ${place}`, async ({ app, page }) => {
      await page.emulateMedia({ colorScheme })
      await app.open()
      await reach(app, page)
      expect(await violationsOf(page)).toEqual([])
    })
  }
}

test('the keyboard alone: F6 goes round the screen, and an edit needs no mouse', async ({ app, page }) => {
  await app.open()
  await expect(app.cell('cloud_growth', '2025-12')).toBeFocused()
  await page.keyboard.press('F6')
  await expect(page.getByRole('region', { name: 'Commitments' })).toBeFocused()
  await page.keyboard.press('Shift+F6')
  await expect(app.cell('cloud_growth', '2025-12')).toBeFocused()
  await page.keyboard.press('Shift+F6')
  await expect(page.getByLabel('Formula of Cloud growth', { exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.type('36')
  await page.keyboard.press('Enter')
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('36.0')
  await page.keyboard.press('Control+Alt+PageDown')
  await expect(page.getByRole('radio', { name: 'Bull' })).toBeChecked()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+Alt+PageUp')
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('35.0')
})
