// Copy, cut, paste and fill with the browser's real clipboard, whichever way the sheet lies.

import { readFileSync } from 'node:fs'
import { expect, test, wholeSheet } from '../support/app.ts'
import { SheetUnderTest, type Orientation } from '../support/sheet.ts'

test.use({ viewport: wholeSheet })

const quarters = ['2025-12', '2026-03', '2026-06', '2026-09'] as const

for (const orientation of ['across', 'down'] as const satisfies readonly Orientation[]) {
  const laid = (numbers: readonly string[]): string => numbers.join(orientation === 'across' ? '\t' : '\n')

  test(`[G11] ${orientation}: numbers copied go out in full and come back`, async ({ app, page }) => {
    const sheet = new SheetUnderTest(app, orientation)
    await sheet.open()
    await sheet.drag(sheet.cell('rest_growth', '2026-03'), sheet.cell('rest_growth', '2026-06'))
    await page.keyboard.press('Control+c')
    await expect.poll(() => sheet.clipboard()).toBe(laid(['4%', '', '7%']).replaceAll('\n', '\r\n'))
    await expect.poll(() => sheet.marks('copied')).toHaveLength(1)
    await sheet.cell('rest_growth', '2026-12').click()
    await page.keyboard.press('Control+v')
    await expect(sheet.cell('rest_growth', '2026-12')).toHaveText('4.0')
    await expect(sheet.cell('rest_growth', '2027-03')).toHaveText('7.0')
    await expect(app.said).toContainText('Pasted 2 numbers.')
    await page.keyboard.press('Control+z')
    await expect(app.said).toContainText('Undone: 2 numbers from Rest growth FY27 Q3 on, pasted, in Base.')
    await expect(sheet.cell('rest_growth', '2026-12')).toBeFocused()
  })

  test(`[G11] ${orientation}: cut moves`, async ({ app, page }) => {
    const sheet = new SheetUnderTest(app, orientation)
    await sheet.open()
    await sheet.cell('capex_run_rate', '2025-12').click()
    await page.keyboard.press('Control+x')
    await sheet.cell('capex_run_rate', '2026-03').click()
    await page.keyboard.press('Control+v')
    await expect(sheet.cell('capex_run_rate', '2026-03')).toHaveText('32,000')
    await expect(sheet.cell('capex_run_rate', '2025-12')).not.toHaveText('32,000')
    await page.keyboard.press('Control+z')
    await expect(sheet.cell('capex_run_rate', '2025-12')).toHaveText('32,000')
  })

  test(`[G12] ${orientation}: the handle fills a series, previewed while it is dragged`, async ({ app, page }) => {
    const sheet = new SheetUnderTest(app, orientation)
    await sheet.open()
    await sheet.cell('rest_growth', '2025-12').click()
    await sheet.put(laid(['3%', '4%']))
    await page.keyboard.press('Control+v')
    await expect(sheet.cell('rest_growth', '2026-03')).toHaveText('4.0')
    const handle = await page.locator('.fill-handle').boundingBox()
    const to = await sheet.cell('rest_growth', '2026-09').boundingBox()
    if (handle === null || to === null) throw new Error('not on screen')
    await page.mouse.move(handle.x + 4, handle.y + 4)
    await page.mouse.down()
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 5 })
    await expect(page.locator('.mark-ghost')).toHaveText(['5.0', '6.0'])
    await page.mouse.up()
    await expect(page.locator('.mark-ghost')).toHaveCount(0)
    expect(await sheet.texts('rest_growth', quarters)).toEqual(['3.0', '4.0', '5.0', '6.0'])
    // Again to the end, by a double click: 7, 8, 9, 10, 11, 12 % after 3, 4, 5 and 6.
    await page.locator('.fill-handle').dblclick()
    await expect(sheet.cell('rest_growth', '2028-03')).toHaveText('12.0')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect(sheet.cell('rest_growth', '2026-06')).toHaveText('7.0')
  })

  test(`[G10] ${orientation}: Ctrl+Enter types into the whole selection, Delete empties it`, async ({ app, page }) => {
    const sheet = new SheetUnderTest(app, orientation)
    await sheet.open()
    await sheet.drag(sheet.cell('capex_run_rate', '2025-12'), sheet.cell('capex_run_rate', '2026-06'))
    await page.keyboard.type('33000')
    await page.keyboard.press('Control+Enter')
    expect(await sheet.texts('capex_run_rate', quarters.slice(0, 3))).toEqual(['33,000', '33,000', '33,000'])
    await expect(sheet.cell('capex_run_rate', '2025-12')).toBeFocused()
    await page.keyboard.press('Delete')
    await expect(sheet.cell('capex_run_rate', '2025-12')).toHaveText('')
    await page.keyboard.press('Control+z')
    await expect(app.said).toContainText('Undone: 3 numbers deleted in Base.')
    await expect(sheet.cell('capex_run_rate', '2026-06')).toHaveText('33,000')
  })
}

/** What the programs put on the clipboard, in their own locales: see tests/data/clipboard. */
for (const name of ['excel-en-US', 'excel-de-DE', 'google-en-US', 'google-de-DE', 'calc-en-US', 'calc-zh-CN'])
  test(`[G11] a block as ${name} has it on the clipboard pastes right`, async ({ app, page }) => {
    const sheet = new SheetUnderTest(app, 'across')
    await sheet.open()
    await sheet.put('as the table says', readFileSync(`tests/data/clipboard/${name}.html.txt`, 'utf8'))
    await sheet.cell('revenue', '2025-12').click()
    await page.keyboard.press('Control+v')
    // Its free cash flow is negative, and lands on capital expenditure.
    await page.getByRole('alertdialog').getByRole('button', { name: /^Keep/ }).click()
    await expect(sheet.cell('revenue', '2025-12')).toHaveText('247,652')
    await expect(sheet.cell('revenue', '2026-03')).toHaveText('247,795')
    await expect(app.said).toContainText('Names of rows and columns were passed over.')
    await expect(app.said).toContainText('Cloud revenue (recast) FY26 Q3')
  })

test('[G11] past the last quarter the timeline may be extended', async ({ app, page }) => {
  const sheet = new SheetUnderTest(app, 'across')
  await sheet.open()
  await sheet.put('34000\t34500\t35000')
  await sheet.cell('capex_run_rate', '2028-03').click()
  await page.keyboard.press('Control+v')
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('2 quarters of the block lie past FY28 Q4')
  await question.getByRole('button', { name: 'Extend and paste' }).click()
  await expect(sheet.cell('capex_run_rate', '2028-09')).toHaveText('35,000')
  await page.keyboard.press('Control+z')
  await expect(sheet.cell('capex_run_rate', '2028-09')).toHaveCount(0)
})

test('[G11] what could not be read is told once and listed on demand', async ({ app, page }) => {
  const sheet = new SheetUnderTest(app, 'across')
  await sheet.open()
  await sheet.put('31500\tabout 32\t5%')
  await sheet.cell('capex_run_rate', '2025-12').click()
  await page.keyboard.press('Control+v')
  await expect(sheet.cell('capex_run_rate', '2025-12')).toHaveText('31,500')
  await expect(app.said).toContainText('2 cells took nothing. Capex run-rate FY26 Q4: “about 32” is not a number.')
  await app.said.getByRole('button', { name: 'List them' }).click()
  const list = page.getByRole('dialog')
  await expect(list.getByRole('row')).toHaveCount(3)
  await list.getByText('Capex run-rate FY27 Q1').click()
  await expect(sheet.cell('capex_run_rate', '2026-06')).toBeFocused()
})

test('[G9] what an input method writes keeps its first stroke', async ({ app, page }) => {
  await app.open()
  const session = await page.context().newCDPSession(page)
  await app.select('rest_growth', '2025-12')
  await session.send('Input.insertText', { text: '５' })
  await page.keyboard.type('.5')
  await page.keyboard.press('Enter')
  await expect(app.cell('rest_growth', '2025-12')).toHaveText('5.5')
  await app.select('capex_run_rate', '2025-12')
  await session.send('Input.imeSetComposition', { text: '３', selectionStart: 1, selectionEnd: 1 })
  await session.send('Input.imeSetComposition', { text: '３３０', selectionStart: 3, selectionEnd: 3 })
  await session.send('Input.insertText', { text: '３３０亿' })
  await expect(page.getByLabel('Number, lands in Base')).toHaveValue('３３０亿')
  await page.keyboard.press('Enter')
  await expect(app.cell('capex_run_rate', '2025-12')).toHaveText('33,000')
})

test('[G13] F4 and Ctrl+Y repeat', async ({ app, page }) => {
  await app.open()
  await app.type('capex_run_rate', '2025-12', '33000')
  await app.isSaved()
  await app.select('capex_run_rate', '2026-06')
  await page.keyboard.press('F4')
  await expect(app.cell('capex_run_rate', '2026-06')).toHaveText('33,000')
  await app.isSaved()
  await app.select('capex_run_rate', '2026-09')
  await page.keyboard.press('Control+y')
  await expect(app.cell('capex_run_rate', '2026-09')).toHaveText('33,000')
})
