/**
 * Section 5 of the design as a table. A floor may use every lower floor; folders of the same height do not know
 * each other. Heights: base 0, numeric 1, model 2, formula 3, engine 4, analysis, exchange and store 5, session 6,
 * ui 7, and 8 for the files that stand alone in src.
 */
export const heights: Readonly<Record<string, number>> = {
  base: 0,
  numeric: 1,
  model: 2,
  formula: 3,
  engine: 4,
  analysis: 5,
  exchange: 5,
  store: 5,
  session: 6,
  ui: 7,
}

/** Files in src itself: the one that builds the app, the service worker, and the command that calculates a file. */
const topFiles: readonly string[] = ['src/main.ts', 'src/serviceWorker.ts', 'src/calc.ts']
const topHeight = 8

/** Which package may be named where: `name` is what an import says, `within` the start of the file's path. */
type PackageRule = { readonly name: RegExp; readonly within: RegExp }

export const packageRules: readonly PackageRule[] = [
  { name: /^@stdlib\//, within: /^src\/numeric\// },
  { name: /^valibot$/, within: /^src\/(model\/|exchange\/copied)/ }, // what must be read before it is trusted: the document, and cells from the clipboard
  { name: /^mathjs\/number$/, within: /^src\/formula\// },
  { name: /^papaparse$/, within: /^src\/exchange\// },
  { name: /^dexie$/, within: /^src\/store\// },
  { name: /^svelte(\/|$)/, within: /^src\/(ui\/|main\.ts$)/ }, // the session has runes, which are not imported
  { name: /^(bits-ui|@lucide\/svelte)(\/|$)/, within: /^src\/ui\// },
  { name: /^ag-grid-community(\/|$)/, within: /^src\/ui\/grid\// },
  { name: /^@codemirror\//, within: /^src\/ui\/formula\/editor\// }, // loaded when a formula is first edited
  { name: /^chart\.js(\/|$)/, within: /^src\/ui\/chart\// },
]

/** From the session up there is a browser; below, only the store and the worker's entry know one. */
export function knowsBrowser(path: string): boolean {
  return heightOf(path) >= 6 || /^src\/(store\/|analysis\/worker(\/|\.ts$))/.test(path)
}

/** Names that mean the same in a browser, a worker and Node, besides clock and chance: all that the floors below may use. */
export const portableNames: ReadonlySet<string> = new Set(
  `undefined NaN Infinity Object Array String Number Boolean BigInt Symbol RegExp Error TypeError RangeError SyntaxError
  EvalError AggregateError Map Set WeakMap WeakSet WeakRef FinalizationRegistry Promise Proxy Reflect Iterator JSON Intl Math Date
  parseInt parseFloat isNaN isFinite encodeURIComponent decodeURIComponent encodeURI decodeURI
  ArrayBuffer SharedArrayBuffer Atomics DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array
  Int32Array Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array
  WebAssembly TextEncoder TextDecoder structuredClone URL URLSearchParams atob btoa
  AbortController AbortSignal Blob Response ReadableStream WritableStream TransformStream CompressionStream
  DecompressionStream`.split(/\s+/),
)

/** The folder right under src; undefined for a file in src itself. */
export function folderOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1]
}

/** NaN for a file that has no place in the design. */
export function heightOf(path: string): number {
  if (topFiles.includes(path)) return topHeight
  return heights[folderOf(path) ?? ''] ?? NaN
}
