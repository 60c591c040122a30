// A page whose policy forbids compiling formulas, as some organisations' proxies do: everything works, the status bar says
// so, and every number in the export is the same to the last digit.

import { App as AppOf, expect, test } from '../support/app.ts'

test('[R4] a page that may not compile formulas shows the same numbers and says so', async ({ browser, app, page }) => {
  await app.open()
  await expect(page.locator('.status')).not.toContainText('formulas interpreted')
  await app.type('cloud_growth', '2025-12', '38')
  const compiled = await app.exported('All scenarios, one row a cell')

  const context = await browser.newContext({ serviceWorkers: 'block', acceptDownloads: true })
  const strict = await context.newPage()
  await strict.route('**/*', async (route) => {
    const isPage = route.request().resourceType() === 'document'
    if (!isPage) return route.continue()
    const answer = await route.fetch()
    const body = (await answer.text()).replace(" 'wasm-unsafe-eval'", '')
    return route.fulfill({ response: answer, body })
  })
  const other = new AppOf(strict)
  await other.open(page.url().replace(/#.*/, ''))
  await expect(strict.locator('.status')).toContainText('formulas interpreted')
  await other.type('cloud_growth', '2025-12', '38')
  const interpreted = await other.exported('All scenarios, one row a cell')
  expect(interpreted.text).toBe(compiled.text)
  await context.close()
})
