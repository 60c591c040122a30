/**
 * `npm run bench`: installs the peers where they are missing, builds what is measured as the app is built, and runs the
 * programme. `--quick` ends within 50 s, `--json FILE` writes the ratios, `--record` puts the table into
 * docs/performance.md, `--browser` measures in Chromium instead, and `--sheet` measures the app's sheet there.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build, runnerImport } from 'vite'

const chunkSizeWarningLimit = 1000 // kB: AG Grid, and the engines, are one chunk each
const root = resolve(import.meta.dirname, '../..')
const here = import.meta.dirname
const peers = join(here, 'peers')
const folders = { peers, built: join(root, '.cache/bench/built'), cache: join(root, '.cache/bench') }

const { values: wishes } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    json: { type: 'string' },
    record: { type: 'boolean' },
    browser: { type: 'boolean' },
    sheet: { type: 'boolean' },
  },
})

if (wishes.sheet !== true && !existsSync(join(peers, 'node_modules/hyperformula'))) {
  console.log('Installing the peers in tests/bench/peers …')
  const { status } = spawnSync('npm ci', { cwd: peers, stdio: 'inherit', shell: true })
  if (status !== 0) process.exit(status ?? 1)
}

/** The peers are found in their own folder, and what is measured goes through the same build as the app. */
const settings = {
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  resolve: {
    alias: [
      { find: /^hyperformula$/, replacement: join(peers, 'node_modules/hyperformula/es/index.mjs') },
      { find: /^@ironcalc\/wasm$/, replacement: join(peers, 'node_modules/@ironcalc/wasm/wasm.js') },
      { find: /^@ironcalc\/wasm\//, replacement: join(peers, 'node_modules/@ironcalc/wasm/') },
    ],
  },
}

/** A page of the bench is built like the app and lives under the app's own content security policy. */
async function buildPage(name) {
  const html = readFileSync(join(root, 'index.html'), 'utf8')
  const policy = /<meta\s+http-equiv="Content-Security-Policy"[^>]*>/.exec(html)?.[0]
  if (policy === undefined) throw new Error('index.html has no content security policy.')
  const outDir = join(folders.cache, name)
  await build({
    ...settings,
    root: join(here, name),
    worker: { format: 'es' },
    plugins: [
      {
        name: 'paceline-policy',
        transformIndexHtml: (page) => page.replace(/<!--.*?-->/, policy),
      },
    ],
    build: { target: 'es2023', outDir, emptyOutDir: true, modulePreload: { polyfill: false }, chunkSizeWarningLimit },
  })
  return outDir
}

/** The app as it is published, in a folder of the bench's own. */
async function buildApp() {
  const outDir = join(folders.cache, 'app')
  await build({ root, logLevel: 'warn', build: { outDir, emptyOutDir: true } })
  return outDir
}

async function buildChild() {
  await build({
    ...settings,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'es2023',
      minify: true,
      outDir: folders.built,
      emptyOutDir: true,
      rolldownOptions: { input: join(here, 'node/child.ts'), output: { entryFileNames: '[name].js' } },
    },
  })
}

const document = join(root, 'docs/performance.md')
const started = { quick: wishes.quick ?? false, json: wishes.json ?? null, record: wishes.record ? document : null }
if (wishes.sheet === true) {
  const [app, bare] = [await buildApp(), await buildPage('bareGrid')]
  const { module } = await runnerImport(join(here, 'node/sheetBench.ts'), settings)
  process.exitCode = await module.sheetBench({ root, app, bare }, started)
} else if (wishes.browser === true) {
  const page = await buildPage('page')
  const { module } = await runnerImport(join(here, 'node/browserBench.ts'), settings)
  process.exitCode = await module.browserBench(folders, page, started)
} else {
  await buildChild()
  const { module } = await runnerImport(join(here, 'node/bench.ts'), settings)
  process.exitCode = await module.bench(folders, started)
}
