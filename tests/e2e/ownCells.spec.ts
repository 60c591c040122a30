// What is a scenario's own, in the built app: its marks, the way back to the parent, and the menu of its tab.

import { expect, test } from '../support/app.ts'

test('[G20] [G21] an own cell is marked, reverts from the menu, and undo brings it back', async ({ app, page }) => {
  await app.open()
  const cell = app.cell('cloud_growth', '2025-12')
  await expect(cell).toHaveText('35.0')
  await expect(cell).not.toHaveClass(/cell-own/)
  await app.show('Bull')
  await expect(cell).toHaveText('38.0')
  await expect(cell).toHaveClass(/cell-own/)
  await cell.click()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Revert the selected cells to the parent scenario' }).click()
  await expect(cell).toHaveText('35.0')
  await expect(cell).not.toHaveClass(/cell-own/)
  await expect(cell).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(cell).toHaveText('38.0')
})

test('[V6] [V7] a tab’s menu duplicates and deletes the scenario it was opened on', async ({ app, page }) => {
  await app.open()
  const tab = (name: string) => page.getByRole('radio', { name, exact: true })
  await tab('Bear').click({ button: 'right' })
  await expect(tab('Bear')).toBeChecked()
  await page.getByRole('menuitem', { name: 'Duplicate the scenario' }).click()
  await expect(tab('Bear copy')).toBeChecked()
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('31.0')
  await tab('Bear copy').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Delete the scenario' }).click()
  await expect(tab('Bear copy')).toHaveCount(0)
  await expect(tab('Base')).toBeChecked()
  await page.keyboard.press('Control+z')
  await expect(tab('Bear copy')).toHaveCount(1)
})
