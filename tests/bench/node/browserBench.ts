// `npm run bench -- --browser`: serves the built bench page on this machine and lets it run in Chromium.

import { basename, dirname } from 'node:path'
import { chromium } from '@playwright/test'
import { preview } from 'vite'
import { findBrowser } from '../../support/browser.ts'
import type { Finding } from '../measures/finding.ts'
import { circumstances, tell, type Folders, type Wishes } from './bench.ts'

const longestMinutes = 20

/** With these the browser's clock steps by 5 µs, not 100. */
const isolated = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' }

/** Gives the code to exit with: 1 where the page failed. */
export const browserBench = async (folders: Folders, page: string, wishes: Wishes): Promise<number> => {
  const { executablePath, args, env } = findBrowser()
  const server = await preview({
    configFile: false,
    root: dirname(page),
    build: { outDir: basename(page) },
    preview: { port: 0, headers: isolated },
  })
  const browser = await chromium.launch({ executablePath, args, env })
  try {
    const surroundings = circumstances(folders, `Chromium ${browser.version()}`)
    console.log(surroundings)
    const tab = await browser.newPage()
    tab.on('console', (message) => {
      if (message.type() === 'error') console.error(message.text())
    })
    await tab.goto(`${server.resolvedUrls?.local[0] ?? ''}${wishes.quick ? '#quick' : ''}`)
    await tab.waitForSelector('[data-state]', { timeout: longestMinutes * 60_000 })
    const state = await tab.getAttribute('body', 'data-state')
    if (state !== 'done') {
      console.error(await tab.textContent('#standing'))
      return 1
    }
    const findings = JSON.parse((await tab.textContent('#findings')) ?? '') as readonly Finding[]
    tell('Chromium', surroundings, findings, wishes)
    return 0
  } finally {
    await browser.close()
    await server.close()
  }
}
