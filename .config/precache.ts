/**
 * Writes into the built service worker what it has to keep: `{ version, files }` takes the place of the
 * free name `PACELINE_PRECACHE`. `files` are addresses relative to the app's root, everything that lies in
 * the build's folder (public/ included) but the worker itself; `version` is a hash over their names and
 * contents. So a build that differs in one byte has another worker, and the browser notices.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import type { Plugin } from 'vite'

const workerFile = 'serviceWorker.js'
const placeholder = /\bPACELINE_PRECACHE\b/g

export function precache(): Plugin {
  let folder = ''
  return {
    name: 'paceline-precache',
    apply: (_config, { command }) => command === 'build' && process.env['VITEST'] === undefined,
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir)
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      handler(_options, bundle) {
        const worker = bundle[workerFile]
        if (worker?.type !== 'chunk') this.error(`The build has no ${workerFile}.`)
        if (worker.imports.length + worker.dynamicImports.length + worker.exports.length > 0) {
          this.error(`${workerFile} must stand alone: it is loaded as a classic script.`)
        }
        const code = readFileSync(join(folder, workerFile), 'utf8')
        const found = code.match(placeholder)?.length ?? 0
        if (found !== 1) this.error(`${workerFile} must name PACELINE_PRECACHE once; it does so ${found} times.`)
        const list = JSON.stringify(listFiles(folder))
        writeFileSync(
          join(folder, workerFile),
          code.replace(placeholder, () => list),
        )
      },
    },
  }
}

function listFiles(folder: string): { version: string; files: string[] } {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => name !== workerFile && !name.endsWith('.map'))
    .sort()
  const hash = createHash('sha256')
  for (const name of names) {
    const contents = readFileSync(join(folder, name))
    hash.update(`${name}\n${contents.length}\n`).update(contents)
  }
  // Many hosts redirect /index.html to /, and a redirected answer may not serve a navigation: keep the root instead.
  const files = names.map((name) => (name === 'index.html' ? './' : name))
  return { version: hash.digest('hex').slice(0, 16), files }
}
