/** The rules that architecture.test.ts applies, proven on made-up sources: each catches what it is there for. */
import { describe, expect, test } from 'vitest'
import { longFileViolations, nameViolations } from './support/architecture/house.ts'
import {
  brokenImports,
  floorViolations,
  globalViolations,
  importCircles,
  misplacedFiles,
  packageViolations,
} from './support/architecture/rules.ts'
import { readSources, type Source } from './support/architecture/source.ts'

function sourcesOf(files: Readonly<Record<string, string>>): Source[] {
  return readSources(Object.entries(files).map(([path, text]) => ({ path, text })))
}

function inModel(text: string): Source[] {
  return sourcesOf({ 'src/model/quarter.ts': text })
}

describe('floors', () => {
  const allowed: Record<string, [path: string, text: string]> = {
    'its own folder': ['src/engine/lane.ts', "import { a } from './wasm/emit.ts'"],
    'its own folder from below': ['src/engine/wasm/emit.ts', "import type { A } from '../lane.ts'"],
    'a lower floor': ['src/ui/App.svelte', '<script lang="ts">import { a } from \'#model/quarter.ts\'</script>'],
    'anything from main': ['src/main.ts', "import App from '#ui/App.svelte'"],
  }
  test.each(Object.entries(allowed))('%s may be imported', (_, [path, text]) => {
    expect(floorViolations(sourcesOf({ [path]: text }))).toEqual([])
  })

  const forbidden: Record<string, [path: string, text: string]> = {
    'a higher floor': ['src/model/edit.ts', "import { a } from '#engine/lane.ts'"],
    'a higher floor as a type': ['src/model/edit.ts', "import type { A } from '#engine/lane.ts'"],
    'a higher floor inside a type': ['src/model/edit.ts', "type A = import('#engine/lane.ts').A"],
    'a higher floor re-exported': ['src/model/edit.ts', "export * from '#engine/lane.ts'"],
    'a higher floor loaded later': ['src/model/edit.ts', "const lane = () => import('#engine/lane.ts')"],
    'a higher floor as a worker': ['src/model/edit.ts', "new URL('../engine/lane.ts', import.meta.url)"],
    'a worker by query': ['src/engine/lane.ts', "import W from '#analysis/worker/entry.ts?worker'"],
    'the other folders of floor 5': ['src/store/journal.ts', "import { a } from '#exchange/csv.ts'"],
    'the screens from the session': ['src/session/runs.ts', "import { a } from '#ui/number.ts'"],
    'main from anywhere': ['src/ui/App.svelte', "<script>import '../main.ts'</script>"],
    'a lower floor by a relative path': ['src/engine/lane.ts', "import { a } from '../model/quarter.ts'"],
    'the own floor by its alias': ['src/model/edit.ts', "import { a } from '#model/quarter.ts'"],
    'from the second script of a component': [
      'src/ui/grid/Grid.svelte',
      "<script module>let a</script><script>import '../../main.ts'</script>",
    ],
    'from the markup of a component': ['src/ui/App.svelte', "{#await import('../main.ts') then it}{it}{/await}"],
  }
  test.each(Object.entries(forbidden))('%s may not be imported', (_, [path, text]) => {
    expect(floorViolations(sourcesOf({ [path]: text }))).toHaveLength(1)
  })

  test('a file outside the floors, a component or runes too far down are found', () => {
    const paths = ['src/tools/a.ts', 'src/other.ts', 'src/session/A.svelte', 'src/model/a.svelte.ts', 'src/main.ts']
    expect(misplacedFiles(sourcesOf(Object.fromEntries(paths.map((path) => [path, '']))))).toHaveLength(4)
  })

  test('an import that leads nowhere is found', () => {
    const sources = inModel("import './figure.ts'; import './names.json'; import '#base/id.ts'")
    expect(brokenImports(sources, (path) => path === 'src/model/names.json')).toHaveLength(2)
  })
})

describe('circles', () => {
  test('a circle through types and aliases is found once', () => {
    const circles = importCircles(
      sourcesOf({
        'src/model/a.ts': "import type { B } from './b.ts'",
        'src/model/b.ts': "export { c } from './c.ts'",
        'src/model/c.ts': "import { a } from '#model/a.ts'",
        'src/model/d.ts': "import { a } from './a.ts'",
      }),
    )
    expect(circles).toEqual(['Import circle: src/model/a.ts → src/model/b.ts → src/model/c.ts → src/model/a.ts.'])
  })

  test('two ways to one file are no circle', () => {
    const sources = sourcesOf({
      'src/model/a.ts': "import './b.ts'; import './c.ts'",
      'src/model/b.ts': "import './d.ts'",
      'src/model/c.ts': "import './d.ts'",
      'src/model/d.ts': '',
    })
    expect(importCircles(sources)).toEqual([])
  })
})

describe('packages', () => {
  test.each([
    ['src/numeric/elementary.ts', '@stdlib/math-base-special-pow'],
    ['src/formula/parse.ts', 'mathjs/number'],
    ['src/exchange/csv.ts', 'papaparse'],
    ['src/store/database.ts', 'dexie'],
    ['src/ui/grid/grid.ts', 'ag-grid-community'],
    ['src/ui/chart/chart.ts', 'chart.js/auto'],
    ['src/ui/panel/Panel.svelte', '@lucide/svelte/icons/plus'],
    ['src/main.ts', 'svelte'],
  ])('%s may import %s', (path, name) => {
    expect(packageViolations(sourcesOf({ [path]: `<script>import '${name}'</script>` }))).toEqual([])
    expect(packageViolations(sourcesOf({ [path]: `import '${name}'` }))).toEqual([])
  })

  test.each([
    ['src/engine/lane.ts', '@stdlib/math-base-special-pow'],
    ['src/formula/parse.ts', 'mathjs'],
    ['src/engine/lane.ts', 'mathjs/number'],
    ['src/session/runs.ts', 'dexie'],
    ['src/ui/panel/panel.ts', 'ag-grid-community'],
    ['src/ui/grid/grid.ts', 'chart.js'],
    ['src/session/session.svelte.ts', 'svelte'],
    ['src/session/session.svelte.ts', 'bits-ui'],
    ['src/ui/panel/panel.ts', 'node:fs'],
    ['src/ui/panel/panel.ts', 'left-pad'],
  ])('%s may not import %s', (path, name) => {
    expect(packageViolations(sourcesOf({ [path]: `export const later = () => import('${name}')` }))).toHaveLength(1)
  })

  test('an address computed at run time is not allowed', () => {
    expect(packageViolations(inModel('export const load = (name: string) => import(name)'))).toHaveLength(1)
  })
})

describe('globals', () => {
  test.each([
    'document.title',
    'const { title } = document',
    'export const storage = { localStorage }',
    'class Cell extends HTMLElement {}',
    'globalThis.window',
    'setTimeout(() => 1)',
    'const now = Date.now()',
    'const now = new Date()',
    'const now = Date()',
    'const clock = Date',
    'const { now } = Date',
    'const draw = Math.random()',
    "const draw = Math['random']()",
    'const { random } = Math',
    'crypto.randomUUID()',
    'performance.now()',
    "fetch('/')",
    "console.log('a')",
    "eval('1')",
    "new Function('return 1')",
    'function one() { const document = 1; return document }\nexport const two = document',
  ])('below the session this is found: %s', (text) => {
    expect(globalViolations(inModel(text))).toHaveLength(1)
  })

  test.each([
    'export const round = (x: number) => Math.round(x) + Math.PI',
    'export const year = (text: string) => new Date(text).getUTCFullYear()',
    'export const start = Date.UTC(2025, 0)',
    'export const isDate = (x: unknown) => x instanceof Date',
    'export function open(document: { title: string }) { return document.title }',
    'export type Window = { document: string }; const a: Window = { document: "" }; a.document',
    'type Event = Readonly<Record<string, HTMLElement>>; export const fetch = (a: Event) => ({ event: a })',
    'export const { document: page } = { document: 1 }',
    'export { name } from "./name.ts"; import { status } from "./status.ts"; status()',
    'outer: for (;;) break outer',
    'export const bytes = new TextEncoder().encode(structuredClone("a")); WebAssembly.compile(bytes)',
    'export function count() { return arguments.length + new Map<string, number>().size }',
    'class Fault extends Error { override name = "Fault" }; export const fault: Fault | undefined = undefined',
    'enum Kind { Flow } export const kind = Kind.Flow; declare const built: string; export const b = built',
  ])('and this is fine: %s', (text) => {
    expect(globalViolations(inModel(text))).toEqual([])
  })

  test('the store, the worker and the session may use the browser, the rest of analysis may not', () => {
    const text = 'navigator.onLine; self.postMessage(Date.now())'
    const free = ['src/store/quota.ts', 'src/analysis/worker/entry.ts', 'src/analysis/worker.ts', 'src/session/runs.ts']
    expect(globalViolations(sourcesOf(Object.fromEntries(free.map((path) => [path, text]))))).toEqual([])
    expect(globalViolations(sourcesOf({ 'src/analysis/workerCount.ts': text }))).toHaveLength(3)
  })
})

describe('the house', () => {
  test('a file of 251 lines is too long, unless a reason stands for it', () => {
    const long = { path: 'src/model/edit.ts', text: 'a\n'.repeat(251) }
    expect(longFileViolations([long, { path: 'src/model/view.ts', text: 'a\n'.repeat(250) }])).toHaveLength(1)
    expect(longFileViolations([long], new Map([[long.path, 'a table']]))).toEqual([])
  })

  test('empty words are found in any part of a name', () => {
    const bad = ['src/ui/utils.ts', 'src/ui/GridManager.svelte', 'src/model/types.ts', 'src/store/data-base.ts']
    expect(nameViolations(bad)).toHaveLength(4)
    expect(nameViolations(['src/serviceWorker.ts', 'src/store/database.ts', 'src/session/session.svelte.ts'])).toEqual(
      [],
    )
  })
})
