import { expect, test, App, fileOf } from '../support/app.ts'

test('[K3] undo and redo survive a reload', async ({ app, page }) => {
  await app.open()
  const cell = app.cell('cloud_growth', '2025-12')
  await app.type('cloud_growth', '2025-12', '40')
  await app.type('cloud_growth', '2025-12', '42')
  await app.isSaved()
  await page.reload()
  await app.isOpen()
  await expect(cell).toHaveText('42.0')
  await app.select('cloud_growth', '2025-12')
  await page.keyboard.press('Control+z')
  await expect(cell).toHaveText('40.0')
  await expect(app.said).toContainText('Undone: Cloud growth')
  await page.keyboard.press('Control+z')
  await expect(cell).toHaveText('35.0')
  await app.isSaved()
  await page.reload()
  await app.isOpen()
  await page.getByRole('button', { name: 'Redo' }).click()
  await page.getByRole('button', { name: 'Redo' }).click()
  await expect(cell).toHaveText('42.0')
  await expect(page.getByRole('button', { name: 'Redo' })).toBeDisabled()
})

test('[K4] two tabs follow each other, and undo says whose edit it takes back', async ({ app, context, page }) => {
  await app.open()
  await app.isSaved()
  const other = new App(await context.newPage())
  await other.open(page.url())
  await app.type('cloud_growth', '2025-12', '40')
  await expect(other.cell('cloud_growth', '2025-12')).toHaveText('40.0')
  await expect(other.said).toContainText('Another tab changed this model')
  await other.type('capex_run_rate', '2025-12', '33000')
  await expect(app.cell('capex_run_rate', '2025-12')).toHaveText('33,000')
  await page.bringToFront()
  await app.select('cloud_growth', '2025-12')
  await page.keyboard.press('Control+z')
  await expect(app.said).toContainText('made in another tab')
  await expect(app.cell('capex_run_rate', '2025-12')).toHaveText('32,000')
  await expect(other.cell('capex_run_rate', '2025-12')).toHaveText('32,000')
  expect(other.faults).toEqual([])
})

test('[X5] [K9] the model saves to a dated file that opens as a model of its own', async ({ app, page }) => {
  await app.open()
  await app.type('cloud_growth', '2025-12', '41')
  const waiting = page.waitForEvent('download')
  await page.keyboard.press('Control+s')
  const { name, text } = await fileOf(await waiting)
  expect(name).toMatch(/^Alibaba AI and cloud \d{4}-\d\d-\d\d\.json$/)
  await expect(page.locator('.status')).toContainText('backup: today')
  await app.type('cloud_growth', '2025-12', '20')
  await page.getByLabel('Model file').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
  await expect(app.said).toContainText('is open as a model of its own')
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('41.0')
  await page.goBack().catch(() => undefined)
})

test('a file that is no model is refused with a sentence and changes nothing', async ({ app, page }) => {
  await app.open()
  await page
    .getByLabel('Model file')
    .setInputFiles({ name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('{"a": 1}') })
  await expect(app.said).toContainText('notes.json: This is not a Paceline model')
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('35.0')
})

test('[K10] with the network gone the app opens, edits, keeps and exports', async ({ app, context, page }) => {
  await app.open()
  await app.isOfflineReady()
  await context.setOffline(true)
  await page.reload()
  await app.isOpen()
  await app.type('cloud_growth', '2025-12', '40')
  await app.isSaved()
  const waiting = page.waitForEvent('download')
  await page.keyboard.press('Control+e')
  const { name, text } = await fileOf(await waiting)
  expect(name).toContain('Base wide.csv')
  expect(text).toContain('cloud_growth')
  await page.reload()
  await app.isOpen()
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('40.0')
})

test('[K8] a model that cannot be read offers its raw data, and others still open', async ({ app, page }) => {
  await app.open()
  await app.isSaved()
  const id = page.url().split('/').at(-1) ?? ''
  await page.evaluate(
    (model) =>
      new Promise<void>((done, fail) => {
        const request = indexedDB.open('paceline')
        request.onerror = () => fail(new Error('database'))
        request.onsuccess = () => {
          const transaction = request.result.transaction('models', 'readwrite')
          const rows = transaction.objectStore('models')
          const reading = rows.get(model)
          reading.onsuccess = () => {
            const row = reading.result as Record<string, unknown>
            delete row['lines']
            rows.put(row)
          }
          transaction.oncomplete = () => {
            request.result.close()
            done()
          }
        }
      }),
    id,
  )
  await page.reload()
  await expect(page.getByRole('heading', { name: 'This model cannot be read' })).toBeVisible()
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save its raw data' }).click()
  const { text } = await fileOf(await waiting)
  expect(text).toContain('"lastActual": "2025-09"')
  await page.getByRole('button', { name: 'Open the example' }).click()
  await app.isOpen()
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('35.0')
})

test('[M1] an empty model says what to do, and a line typed into it shows', async ({ app, page }) => {
  await app.open()
  await page.getByRole('button', { name: 'Alibaba: AI and cloud' }).click()
  await page.getByRole('menuitem', { name: 'New model…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Example Corp')
  await dialog.getByLabel('First quarter').fill('nonsense')
  await dialog.getByRole('button', { name: 'Create model' }).click()
  await expect(dialog.getByRole('alert')).toContainText('“nonsense” is not a quarter')
  await dialog.getByLabel('First quarter').fill('FY24 Q1')
  await dialog.getByLabel('Last reported quarter').fill('FY25 Q3')
  await dialog.getByLabel('Quarters to forecast').fill('9')
  for (const line of [1, 2, 3]) await dialog.getByRole('textbox', { name: `Line ${line}` }).fill('')
  await dialog.getByRole('button', { name: 'Create model' }).click()
  await page.getByRole('button', { name: 'Add the first line' }).click()
  await dialog.getByLabel('Label').fill('Revenue')
  await dialog.getByLabel('Formula, if it has one').fill('revenue[-1] * 1.1')
  await dialog.getByRole('button', { name: 'Add line' }).click()
  await page.locator('.ag-row:not(.section-row) .ag-cell[col-id="2025-09"]').click()
  await page.keyboard.type('1000')
  await page.keyboard.press('Enter')
  await expect(page.locator('.ag-row:not(.section-row) .ag-cell[col-id="2025-09"]')).toHaveText('1,000')
  await expect(page.locator('.ag-row:not(.section-row) .ag-cell[col-id="2025-12"]')).toHaveText('1,100')

  await page.getByRole('button', { name: 'Add a commitment' }).click()
  await dialog.getByLabel('Name').fill('Three years of spending')
  await dialog.getByLabel('Amount').fill('6bn')
  await dialog.getByLabel('First quarter').fill('FY25 Q3')
  await dialog.getByLabel('Length in quarters').fill('4')
  await dialog.getByRole('button', { name: 'Add commitment' }).click()
  // 1,000 + 1,100 + 1,210 + 1,331 by FY26 Q2, of 6,000
  await expect(page.getByText(/Not by FY26 Q2: short by 1\.359 bn;/)).toBeVisible()
})
