/** The service worker against a server of its own, which the tests stop and whose files they change. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test as base, type Page } from '@playwright/test'
import { preview, type PreviewServer } from 'vite'
import { App } from '../support/app.ts'

/** A copy of the build, served; `stop` closes the server with all its connections. */
type Site = { readonly folder: string; readonly address: string; readonly stop: () => Promise<void> }

const test = base.extend<{ site: Site }>({
  site: async ({}, use) => {
    const root = mkdtempSync(join(tmpdir(), 'paceline-site-'))
    const folder = join(root, 'dist')
    cpSync(resolve(import.meta.dirname, '../../dist'), folder, { recursive: true })
    const server = await preview({ configFile: false, root, preview: { port: 0 } })
    let stopped: Promise<void> | undefined
    const stop = () => (stopped ??= server.close())
    await use({ folder, address: addressOf(server), stop })
    await stop()
    rmSync(root, { recursive: true })
  },
})

test('the app opens with the server stopped after one visit', async ({ page, site }) => {
  await visit(page, site)
  await site.stop()
  await page.reload()
  await expect(page.locator('#app > *').first()).toBeAttached()
  await page.goto(`${site.address}/?from=home#/models`)
  await expect(page.locator('#app > *').first()).toBeAttached()
  expect(await page.evaluate(async () => (await fetch('/manifest.webmanifest')).ok)).toBe(true)
})

test('every file of the build is kept, and nothing else', async ({ page, site }) => {
  await visit(page, site)
  const [names, kept] = await page.evaluate(async () => {
    const caches_ = await caches.keys()
    const requests = await (await caches.open(caches_[0] ?? '')).keys()
    return [caches_, requests.map(({ url }) => new URL(url).pathname)]
  })
  expect(names).toHaveLength(1)
  expect(kept).toEqual(expect.arrayContaining(['/', '/icon.svg', '/manifest.webmanifest']))
  expect(kept.filter((path) => path === '/index.html' || path === '/serviceWorker.js')).toEqual([])
  expect(kept.filter((path) => path.startsWith('/assets/')).length).toBeGreaterThan(0)
})

test('a new build waits for the page to ask, then takes over and drops the old cache', async ({ page, site }) => {
  await visit(page, site)
  const [before] = await page.evaluate(() => caches.keys())
  deployNext(site)
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
  })
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(2)
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null)).toBe(true)
  await page.reload()
  expect(await buildOf(page)).not.toBe('Next build')

  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    registration.waiting?.postMessage({ type: 'take over' })
  })
  // The app may reload by itself now, which breaks off what the page is being asked.
  await expect(async () => expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(1)).toPass()
  await site.stop()
  await page.reload()
  expect(await buildOf(page)).toBe('Next build')
  const after = await page.evaluate(() => caches.keys())
  expect(after).toHaveLength(1)
  expect(after[0]).not.toBe(before)
})

test('a new version is announced, and takes over on the word of the user without losing an edit', async ({
  page,
  site,
}) => {
  await page.goto(site.address)
  const app = new App(page)
  await app.isOpen()
  await app.isOfflineReady()
  deployNext(site)
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
  })
  await expect(page.getByText('A new version of Paceline is ready.')).toBeVisible()
  await app.type('cloud_growth', '2025-12', '40')
  expect(await buildOf(page)).not.toBe('Next build')
  await page.getByRole('button', { name: 'Use it now' }).click()
  await expect.poll(() => buildOf(page)).toBe('Next build')
  await app.isOpen()
  await expect(app.cell('cloud_growth', '2025-12')).toHaveText('40.0')
})

/** One first visit, up to the moment from which the page is served by the worker. */
async function visit(page: Page, site: Site): Promise<void> {
  await page.goto(site.address)
  await page.evaluate(async () => {
    const controlled = new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done))
    await navigator.serviceWorker.register('/serviceWorker.js', { updateViaCache: 'none' })
    if (navigator.serviceWorker.controller === null) await controlled
  })
}

/** What the page says of itself; the next build says something else. */
const buildOf = (page: Page): Promise<string | null> => page.locator('meta[name="description"]').getAttribute('content')

/** What a new build does to the folder: another page, another list in the worker. */
function deployNext({ folder }: Site): void {
  const page = join(folder, 'index.html')
  writeFileSync(page, readFileSync(page, 'utf8').replace(/(name="description"\s+content=")[^"]*/, '$1Next build'))
  const worker = join(folder, 'serviceWorker.js')
  writeFileSync(worker, readFileSync(worker, 'utf8').replace(/"version":"[0-9a-f]+"/, '"version":"0123456789abcdef"'))
}

function addressOf(server: PreviewServer): string {
  const [address] = server.resolvedUrls?.local ?? []
  if (address === undefined) throw new Error('The preview server has no address.')
  return address.replace(/\/$/, '')
}
