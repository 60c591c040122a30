// How things are listed and counted in a sentence.

/** `Base`, `Base and Bull`, `Base, Bull and Bear`; empty for nothing. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`

/** `1 number`, `1,200 numbers`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`

/** The kinds of things of which there are any, counted. */
export const countedKinds = (
  ...kinds: readonly (readonly [count: number, one: string, many?: string])[]
): readonly string[] => kinds.flatMap(([count, one, many]) => (count === 0 ? [] : [counted(count, one, many)]))
