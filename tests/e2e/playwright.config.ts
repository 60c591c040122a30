/** The tests in a real browser, against the built app (`npm run e2e` builds it first). */
import { createServer, type AddressInfo } from 'node:net'
import { defineConfig } from '@playwright/test'
import { findBrowser } from '../support/browser.ts'

// Workers read this file again and inherit the environment, so all of them agree on the port.
const port = (process.env['PACELINE_E2E_PORT'] ??= String(await freePort()))
const address = `http://localhost:${port}`
const { executablePath, args, env } = findBrowser()

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../.cache/e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  workers: 2,
  timeout: 240_000, // ten times what the longest takes on two cores: no test measures time, and a slow machine must not fail one
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: '../../.cache/e2e.json' }]],
  use: {
    baseURL: address,
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath, args, env },
    permissions: ['clipboard-read', 'clipboard-write'],
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --port ${port} --strictPort`,
    cwd: '../..',
    url: address,
    reuseExistingServer: false,
  },
})

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.on('error', fail)
    server.listen(0, 'localhost', () => {
      const { port: free } = server.address() as AddressInfo
      server.close(() => done(free))
    })
  })
}
