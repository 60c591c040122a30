// `npm run bench -- --browser`: serves the built bench page on this machine and lets it run in Chromium.

import { writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { chromium } from '@playwright/test'
import { preview } from 'vite'
import { findBrowser } from '../../support/browser.ts'
import type { Finding } from '../measures/finding.ts'
import { jsonOf, remarksOn, tableOf } from '../measures/table.ts'
import { circumstances, type Folders, type Wishes } from './bench.ts'

const longestMinutes = 20

/** With these the browser's clock steps by 5 µs, not 100. */
const isolated = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' }

/** Gives the code to exit with: 1 where the page failed. */
export const browserBench = async (folders: Folders, page: string, { quick, json }: Wishes): Promise<number> => {
  const { executablePath, args, env } = findBrowser()
  const server = await preview({
    configFile: false,
    root: dirname(page),
    build: { outDir: basename(page) },
    preview: { port: 0, headers: isolated },
  })
  const browser = await chromium.launch({ executablePath, args, env })
  try {
    console.log(`${circumstances(folders, null)}\nChromium ${browser.version()}\n`)
    const tab = await browser.newPage()
    tab.on('console', (message) => {
      if (message.type() === 'error') console.error(message.text())
    })
    await tab.goto(`${server.resolvedUrls?.local[0] ?? ''}${quick ? '#quick' : ''}`)
    await tab.waitForSelector('[data-state]', { timeout: longestMinutes * 60_000 })
    const state = await tab.getAttribute('body', 'data-state')
    if (state !== 'done') {
      console.error(await tab.textContent('#standing'))
      return 1
    }
    const findings = JSON.parse((await tab.textContent('#findings')) ?? '') as readonly Finding[]
    console.log(`${tableOf(findings)}\n\n${remarksOn(findings)}`)
    if (json !== null) writeFileSync(json, jsonOf(findings))
    return 0
  } finally {
    await browser.close()
    await server.close()
  }
}
