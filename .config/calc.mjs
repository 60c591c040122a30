/**
 * Starts src/calc.ts from the command line. Node 20 runs no TypeScript, so the sources are bundled into .cache once and again
 * when one of them has changed; a start is then as fast as Node's own. A bundle is named after its sources: starts at the same
 * time do not disturb each other.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = resolve(import.meta.dirname, '..')
const cache = join(root, '.cache/calc')
const tenMinutesMs = 600_000
// npm starts scripts in the project's folder and keeps here where the user stands.
const isFromNpm = process.env['npm_lifecycle_event'] === 'calc'
const here = (isFromNpm ? process.env['INIT_CWD'] : undefined) ?? process.cwd()

// A reader that has gone (`| head`) is told to `write` below; without a listener it would end the process in a stack trace.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})

const { calc } = await bundle()
const complain = (sentence) => process.stderr.write(`${sentence}\n`)
let isWritten = true
const exitCode = await calc(process.argv.slice(2), { read, write, complain })
process.exitCode = isWritten ? exitCode : 1

async function read(file) {
  return file === '-' ? Buffer.concat(await process.stdin.toArray()) : readFile(resolve(here, file))
}

function write(text) {
  return new Promise((done) => {
    process.stdout.write(text, (error) => {
      if (error && error.code !== 'EPIPE') {
        complain(`The output cannot be written: ${error.message}.`)
        isWritten = false
      }
      done(!error)
    })
  })
}

/** src/calc.ts, bundled. */
async function bundle() {
  const name = `${stamp()}.mjs`
  if (statSync(join(cache, name), { throwIfNoEntry: false }) !== undefined) return load(cache, name)
  const code = await build()
  try {
    mkdirSync(cache, { recursive: true })
    clearOld()
    writeWhole(cache, name, code)
    return load(cache, name)
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error
    const passing = mkdtempSync(join(tmpdir(), 'paceline-calc-')) // the project's folder may not be written to
    writeWhole(passing, name, code)
    return load(passing, name).finally(() => rmSync(passing, { recursive: true }))
  }
}

/** Bundles of sources that have changed since; one that another start may be about to load stays. */
function clearOld() {
  for (const file of readdirSync(cache).map((each) => join(cache, each))) {
    const madeAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Infinity
    if (Date.now() - madeAt > tenMinutesMs) rmSync(file, { force: true })
  }
}

/** Under its own name a bundle is whole, or not there. */
function writeWhole(folder, name, code) {
  const unfinished = join(folder, `${name}.${process.pid}`)
  writeFileSync(unfinished, code)
  renameSync(unfinished, join(folder, name))
}

function load(folder, name) {
  return import(pathToFileURL(join(folder, name)).href)
}

/** Changes with every source and with the packages. */
function stamp() {
  const sources = readdirSync(join(root, 'src'), { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => {
      const { mtimeMs, size } = statSync(join(root, 'src', name))
      return `${name} ${mtimeMs} ${size}`
    })
  const others = ['package-lock.json', '.config/calc.mjs'].map((name) => readFileSync(join(root, name), 'utf8'))
  return createHash('sha256')
    .update([...sources, ...others].join('\n'))
    .digest('hex')
    .slice(0, 32)
}

async function build() {
  const { build: buildWith } = await import('vite')
  const { output } = await buildWith({
    configFile: false,
    root,
    logLevel: 'silent',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: 'src/calc.ts',
      write: false,
      target: 'node20',
      minify: false, // names stay whole in a stack trace
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  return output[0].code
}
