/**
 * Finds a Chromium for the tests: the one named in PACELINE_CHROMIUM, Playwright's own, the system's Chrome,
 * Chromium or Edge, and at last the one that comes in the package @sparticuz/chromium (Linux on x64).
 */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { chromium, type LaunchOptions } from '@playwright/test'
import { unpackedChromium } from './unpackedChromium.ts'

export type TestBrowser = Required<Pick<LaunchOptions, 'executablePath' | 'args' | 'env'>> & { readonly from: string }

/** No request but the tests' own, whatever the network is like. */
const quietFlags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

export function findBrowser(): TestBrowser {
  const named = process.env['PACELINE_CHROMIUM']
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`PACELINE_CHROMIUM names ${named}, but there is no such file.`)
    return installed(named, 'PACELINE_CHROMIUM')
  }
  const own = chromium.executablePath()
  if (existsSync(own)) return installed(own, "Playwright's own")
  const system = systemBrowsers().find((path) => existsSync(path))
  if (system !== undefined) return installed(system, 'the system')
  const unpacked = unpackedChromium()
  if (unpacked !== undefined) {
    return {
      executablePath: unpacked.executablePath,
      args: [...quietFlags, ...(unpacked.sandbox && !sandboxIsOff() ? [] : ['--no-sandbox'])],
      env: { ...process.env, ...unpacked.env },
      from: '@sparticuz/chromium',
    }
  }
  throw new Error(
    'No browser to test with. Run "npx playwright install chromium-headless-shell", or set PACELINE_CHROMIUM to the path of a Chrome, Chromium or Edge.',
  )
}

function installed(executablePath: string, from: string): TestBrowser {
  const args = sandboxIsOff() ? [...quietFlags, '--no-sandbox'] : quietFlags
  return { executablePath, args, env: { ...process.env }, from }
}

/** Chromium refuses a sandbox to root, and the machines of most build services have none to give. */
function sandboxIsOff(): boolean {
  return process.getuid?.() === 0 || Boolean(process.env['CI'])
}

function systemBrowsers(): string[] {
  switch (process.platform) {
    case 'darwin':
      return [
        'Google Chrome.app/Contents/MacOS/Google Chrome',
        'Chromium.app/Contents/MacOS/Chromium',
        'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ].flatMap((path) => [join('/Applications', path), join(process.env['HOME'] ?? '', 'Applications', path)])
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
        const folder = process.env[name]
        if (folder === undefined) return []
        return [
          join(folder, 'Google/Chrome/Application/chrome.exe'),
          join(folder, 'Chromium/Application/chrome.exe'),
          join(folder, 'Microsoft/Edge/Application/msedge.exe'),
        ]
      })
    default: {
      const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable']
      const folders = (process.env['PATH'] ?? '').split(delimiter).concat('/opt/google/chrome', '/snap/bin')
      return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter(runs)
    }
  }
}

/** Ubuntu puts a file named chromium-browser where a browser only could be: ask it. */
function runs(path: string): boolean {
  return existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}
