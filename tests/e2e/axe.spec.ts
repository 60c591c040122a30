// axe looks at every screen, light and dark.

import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test, type App } from '../support/app.ts'

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
    await app.writeFormula('Rest growth', 'rest_growht[-1]')
    await expect(page.locator('#formula-problem')).toBeVisible()
  },
  'in the question about a reported number, over a sheet that shows what is unchecked': async (app, page) => {
    await page.keyboard.press('Alt+Shift+K')
    await expect(page.getByText('179 of 179 reported numbers unchecked').first()).toBeVisible()
    await app.type('revenue_like_for_like_yoy', '2025-09', '16')
    await expect(page.getByLabel('Reason, if it was restated')).toBeFocused()
  },
  'in a note that is not saved, beside what is restated and checked': async (app, page) => {
    await app.type('revenue_like_for_like_yoy', '2025-09', '16')
    await expect(page.getByLabel('Reason, if it was restated')).toBeFocused()
    await page.keyboard.type('Recast')
    await page.keyboard.press('Enter')
    await app.select('revenue_like_for_like_yoy', '2025-09')
    await page.keyboard.press('Shift+F2')
    await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toBeFocused()
    await page.keyboard.type('x')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Go on writing' })).toBeFocused()
  },
  'in a menu': async (_, page) => {
    await page.getByRole('button', { name: 'Export' }).click()
    await expect(page.getByRole('menu')).toBeVisible()
  },
  'in the dialog of a new scenario': async (_, page) => {
    await page.getByRole('button', { name: 'Add a scenario' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
  },
  'in the dialog that changes a commitment in Bull, with a formula that has a Problem': async (app, page) => {
    await page.keyboard.press('Alt+Shift+2')
    await app.show('Bull')
    await page.getByRole('button', { name: 'Change …', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Change commitment' })
    await dialog.locator('select').nth(2).selectOption('formula')
    await dialog.getByRole('textbox', { name: 'Formula' }).fill('capx')
    await expect(dialog.getByText(/There is no line “capx”/)).toBeVisible()
  },
  'on a sheet that is turned, with its formulas and a selection': async (_, page) => {
    await page.getByRole('button', { name: 'Quarters run down' }).click()
    await page.keyboard.press('Control+`')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(page.locator('.status')).toContainText('Count')
  },
  'on a selection that was copied': async (_, page) => {
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Control+c')
    await expect(page.locator('.mark-copied')).toBeVisible()
    await expect(page.locator('.status')).toContainText('Count')
  },
  'in the sheet’s menu': async (_, page) => {
    await page.keyboard.press('Shift+F10')
    await expect(page.getByRole('menu')).toBeVisible()
  },
  'on the reasons why two scenarios differ': async (app, page) => {
    await app.show('Bear')
    await page.getByRole('button', { name: 'Why', exact: true }).click()
    await expect(page.locator('canvas')).toBeVisible()
  },
  'in the dialog that names a consensus, over the lines of the card': async (_, page) => {
    await page.keyboard.press('Alt+Shift+3')
    await page.getByRole('button', { name: 'Lines …' }).click()
    await page.getByRole('button', { name: 'Consensus of a line …' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
  },
  'in the palette': async (_, page) => {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.type('fill')
  },
  'in the list of shortcuts': async (_, page) => {
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toBeVisible()
  },
  'in the find bar': async (_, page) => {
    await page.keyboard.press('Control+f')
    await page.keyboard.type('growth')
    await expect(page.locator('.mark-found').first()).toBeVisible()
  },
  'in the dialog of a note': async (_, page) => {
    await page.keyboard.press('Shift+F2')
    await expect(page.getByRole('dialog')).toBeVisible()
  },
  'in the list of what could not be pasted': async (app, page) => {
    await page.evaluate(() => navigator.clipboard.writeText('a\tb'))
    await page.keyboard.press('Control+v')
    await app.said.getByRole('button', { name: 'List them' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
  },
  'in a question about a number far off its neighbours': async (app, page) => {
    await app.type('capex_run_rate', '2025-12', '9000000')
    await expect(page.getByRole('alertdialog')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Leave the old value' })).toBeFocused()
  },
  'on scenarios compared in a table, with its lines to choose': async (_, page) => {
    await page.keyboard.press('Alt+Shift+7')
    await page.getByRole('button', { name: /^Lines/ }).click()
    await expect(page.getByRole('searchbox', { name: 'Find a line' })).toBeVisible()
  },
  'on scenarios compared in two grids': async (_, page) => {
    await page.keyboard.press('Alt+Shift+7')
    await page.getByRole('radio', { name: 'Grids' }).click()
    await expect(page.locator('.cell-differsGood').first()).toBeVisible()
  },
  'on scenarios compared in charts, one as its table': async (_, page) => {
    await page.keyboard.press('Alt+Shift+7')
    await page.getByRole('radio', { name: 'Charts' }).click()
    await page.getByRole('button', { name: 'Table of Revenue', exact: true }).click()
    await expect(page.locator('canvas').first()).toBeVisible()
  },
  'on the screen of scenarios': async (app, page) => {
    await app.show('Bull')
    await page.keyboard.press('Alt+Shift+6')
    await expect(page.getByRole('textbox', { name: 'Cloud growth FY26 Q3', exact: true })).toBeVisible()
  },
  'on release night, with a figure that cannot be read': async (_, page) => {
    await page.keyboard.press('Alt+Shift+5')
    await expect(page.getByRole('textbox', { name: 'Revenue, reported' })).toBeFocused()
    await page.keyboard.type('abc')
    await page.keyboard.press('Enter')
    await page.keyboard.type('43284')
    await expect(page.getByText('“abc” is not a number', { exact: false })).toBeVisible()
  },
  'on the track record before the first roll': async (_, page) => {
    await page.keyboard.press('Alt+Shift+0')
    await expect(page.getByRole('button', { name: 'Roll forward to FY26 Q3 …' })).toBeVisible()
  },
  'on the track record of a quarter that was reported': async (app, page) => {
    await page.keyboard.press('Alt+Shift+0')
    await page.getByRole('button', { name: 'Roll forward to FY26 Q3 …' }).click()
    await page.getByRole('button', { name: 'Roll forward', exact: true }).click()
    await expect(app.cell('revenue', '2025-12')).toBeFocused()
    await page.keyboard.type('284843')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Alt+Shift+0')
    await expect(page.getByRole('cell', { name: 'nearest' })).toBeVisible()
    await expect(page.locator('canvas')).toBeVisible()
  },
  'on the pacing screen, a what-if being tried': async (_, page) => {
    await page.keyboard.press('Alt+Shift+2')
    await page.getByRole('slider').first().focus()
    await page.keyboard.press('PageUp')
    await expect(page.locator('canvas').first()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Keep as scenario …' })).toBeEnabled()
  },
  'on the results of a quarter and its card': async (_, page) => {
    await page.keyboard.press('Alt+Shift+3')
    await expect(page.getByText('39,824').first()).toBeVisible()
  },
  'on the charts, one as its table': async (_, page) => {
    await page.keyboard.press('Alt+Shift+4')
    await expect(page.locator('canvas').first()).toBeVisible()
    await page
      .getByRole('button', { name: /^Table of/ })
      .first()
      .click()
  },
  'on a chart being changed and read out': async (_, page) => {
    await page.keyboard.press('Alt+Shift+4')
    await page.getByRole('button', { name: 'Menu of Shares of Revenue' }).click()
    await page.getByRole('menuitem', { name: 'Change or rename …' }).click()
    await page.getByRole('application', { name: 'Figures of Shares of Revenue' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('button', { name: /^Lines 4/ }).click()
    await expect(page.getByRole('searchbox', { name: 'Find a line' })).toBeVisible()
  },
  'in the trace of a cell that is empty, after a walk': async (app, page) => {
    await app.select('capex_intensity', '2025-12')
    await page.keyboard.press('Alt+Shift+C')
    await page.keyboard.press('Control+[')
    await app.select('operating_income', '2025-12')
    await expect(page.getByRole('region', { name: 'No value' })).toBeVisible()
    await expect(page.getByRole('navigation', { name: 'The way here' })).toBeVisible()
  },
  'in the dialog of the timeline, telling of a cut': async (_, page) => {
    await page.keyboard.press('Alt+Shift+T')
    await page.getByRole('textbox', { name: 'Last quarter' }).fill('FY27')
    await expect(page.getByText(/^4 quarters are cut at the end/)).toBeVisible()
  },
  'on a line whose series breaks, years alone': async (app, page) => {
    await page.keyboard.press('Control+g')
    await page.keyboard.type('cloud_revenue FY26 Q2')
    await page.keyboard.press('Enter')
    await expect(app.cell('cloud_revenue', '2025-09')).toBeFocused()
    await page.keyboard.press('Alt+Shift+B')
    await page.getByRole('textbox', { name: 'Reason' }).fill('recast')
    await page.keyboard.press('Enter')
    await expect(app.cell('cloud_revenue', 'FY2026')).toHaveClass(/cell-crosses/)
    await page.keyboard.press('Alt+Shift+L')
    await expect(page.getByRole('button', { name: 'Remove the break in FY26 Q2' })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Alt+Shift+Y')
    await page.keyboard.press('Alt+Shift+Y')
    await page.getByRole('button', { name: 'Quarters and years' }).click()
    await expect(page.getByRole('menuitemradio', { name: 'Years alone' })).toBeVisible()
  },
  'on snapshots while there is none': async (_, page) => {
    await page.keyboard.press('Alt+Shift+9')
    await expect(page.getByRole('button', { name: 'Take a snapshot' })).toBeVisible()
  },
  'on a snapshot compared with now, one being renamed': async (app, page) => {
    await page.keyboard.press('Alt+Shift+9')
    await page.getByRole('button', { name: 'Take a snapshot' }).click()
    await page.getByRole('button', { name: /^Rename/ }).waitFor()
    await page.keyboard.press('Alt+Shift+1')
    await app.type('cloud_growth', '2025-12', '40')
    await page.keyboard.press('Alt+Shift+9')
    await expect(page.getByRole('table', { name: /^What differs/ })).toBeVisible()
    await page.getByRole('button', { name: /^Rename/ }).click()
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
