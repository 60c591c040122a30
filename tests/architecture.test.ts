/** Section 5 of the design and the house's limits, checked against every file of src and tests. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { longFileViolations, nameViolations } from './support/architecture/house.ts'
import {
  brokenImports,
  floorViolations,
  globalViolations,
  importCircles,
  misplacedFiles,
  packageViolations,
} from './support/architecture/rules.ts'
import { readSources, type SourceText } from './support/architecture/source.ts'

const root = resolve(import.meta.dirname, '..')
const sources = readSources(filesIn('src', /\.(ts|svelte)$/))
const everything = [...filesIn('src', /\.(ts|svelte|css)$/), ...filesIn('tests', /\.(ts|svelte|css)$/)]

test('every file lies on a floor', () => {
  expect(sources.length).toBeGreaterThan(0)
  expect(misplacedFiles(sources)).toEqual([])
})

test('a file imports only from its own folder or, by alias, from a lower floor', () => {
  expect(floorViolations(sources)).toEqual([])
})

test('every import leads to a file', () => {
  expect(brokenImports(sources, (path) => existsSync(join(root, path)))).toEqual([])
})

test('no imports run in a circle, types included', () => {
  expect(importCircles(sources)).toEqual([])
})

test('a package is known only where the design says', () => {
  expect(packageViolations(sources)).toEqual([])
})

test('below the session nothing touches the browser, the clock or chance', () => {
  expect(globalViolations(sources)).toEqual([])
})

test('no file is longer than 250 lines', () => {
  expect(longFileViolations(everything)).toEqual([])
})

test('no file has a name that says nothing', () => {
  expect(nameViolations(everything.map(({ path }) => path))).toEqual([])
})

function filesIn(folder: string, pattern: RegExp): SourceText[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => pattern.test(path) && !path.includes('/node_modules/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}
