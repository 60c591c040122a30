/** The rules of section 5, each a function from the sources to sentences about what breaks it. */
import { posix } from 'node:path'
import { folderOf, heightOf, heights, knowsBrowser, packageRules, portableNames } from './floors.ts'
import type { FreeName, Source } from './source.ts'

type Target = { readonly from: string; readonly address: string; readonly to: string }

/** Every file has a floor, and only the session and the screens are written with runes. */
export function misplacedFiles(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path }) => {
    const height = heightOf(path)
    if (Number.isNaN(height)) return [`${path} lies on no floor of the design.`]
    if (path.endsWith('.svelte') && height !== 7) return [`${path} is a component outside src/ui.`]
    if (path.endsWith('.svelte.ts') && height < 6) return [`${path} uses runes below the session.`]
    return []
  })
}

export function floorViolations(sources: readonly Source[]): string[] {
  return targets(sources).flatMap(({ from, address, to }) => {
    const sentence = `${from} imports ${address}`
    const own = folderOf(from)
    const other = folderOf(to)
    if (own !== undefined && own === other) {
      return address.startsWith('#') ? [`${sentence}: inside a floor, imports are relative.`] : []
    }
    if (!(heightOf(to) < heightOf(from))) return [`${sentence}, which does not lie on a lower floor.`]
    return address.startsWith('#') ? [] : [`${sentence}: another floor is named by its alias, #${other ?? ''}/.`]
  })
}

export function packageViolations(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, imports }) =>
    imports
      .filter((address) => !/^(\.|#)/.test(address))
      .filter((address) => !packageRules.some(({ name, within }) => name.test(address) && within.test(path)))
      .map((address) =>
        address === '(computed)'
          ? `${path} imports an address that is only known at run time.`
          : `${path} may not import ${address}.`,
      ),
  )
}

/** Imports that lead to no file; `exists` says what there is besides the sources: styles, pictures, examples. */
export function brokenImports(sources: readonly Source[], exists: (path: string) => boolean): string[] {
  const known = new Set(sources.map(({ path }) => path))
  return targets(sources)
    .filter(({ to }) => !known.has(to) && !exists(to))
    .map(({ from, address }) => `${from} imports ${address}, but there is no such file.`)
}

/** Each circle once, as the files on it in order. */
export function importCircles(sources: readonly Source[]): string[] {
  const next = new Map<string, string[]>()
  for (const { from, to } of targets(sources)) next.set(from, [...(next.get(from) ?? []), to])
  const finished = new Set<string>()
  const trail: string[] = []
  const circles: string[] = []
  const walk = (path: string): void => {
    if (finished.has(path)) return
    const start = trail.indexOf(path)
    if (start >= 0) {
      circles.push(`Import circle: ${[...trail.slice(start), path].join(' → ')}.`)
      return
    }
    trail.push(path)
    for (const other of next.get(path) ?? []) walk(other)
    trail.pop()
    finished.add(path)
  }
  for (const { path } of sources) walk(path)
  return circles
}

/** Browser globals, clocks and chance on the floors that may have none. */
export function globalViolations(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => heightOf(path) < 6 && !knowsBrowser(path))
    .flatMap(({ path, freeNames }) =>
      freeNames
        .filter((free) => !isPortable(free))
        .map(({ use }) => `${path} uses ${use}, which must come in by the door.`),
    )
}

function isPortable({ name, use }: FreeName): boolean {
  if (name === 'Math') return /^Math\s*\??\.\s*(?!random\b)\w+/.test(use)
  if (name === 'Date') return /^(new Date\(\s*[^\s)]|Date\.(UTC|parse)\b)|instanceof Date$/.test(use)
  return portableNames.has(name)
}

function targets(sources: readonly Source[]): Target[] {
  return sources.flatMap(({ path, imports }) =>
    imports.flatMap((address) => {
      const to = resolveAddress(path, address)
      return to === undefined ? [] : [{ from: path, address, to }]
    }),
  )
}

/** The file an import means; undefined for a package. */
function resolveAddress(from: string, address: string): string | undefined {
  const plain = address.replace(/\?.*$/, '') // './entry.ts?worker' is that file
  const [, alias = '', rest = ''] = /^#([^/]+)\/(.+)$/.exec(plain) ?? []
  if (alias in heights) return posix.normalize(`src/${alias}/${rest}`)
  return plain.startsWith('.') ? posix.join(posix.dirname(from), plain) : undefined
}
