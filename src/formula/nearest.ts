// The name nearest to one that does not exist: few letters to change, else one that it is the beginning or a part of. No
// account of case.

/** Names people bring from other tools, and ours. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['average', 'mean'],
  ['avg', 'mean'],
  ['iif', 'if'],
  ['iferror', 'coalesce'],
  ['ifna', 'coalesce'],
  ['ln', 'log'],
  ['int', 'floor'],
  ['ceiling', 'ceil'],
  ['std', 'stdev'],
  ['cumsum', 'cumulative'],
  ['ltm', 'ttm'],
])

/** What other tools call it. */
export const namesElsewhere = (name: string): readonly string[] =>
  [...otherNames].flatMap(([other, ours]) => (ours === name ? [other] : []))

/** How many letters to insert, delete, change or swap with their neighbour to get from one text to the other. */
const distance = (from: string, to: string): number => {
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1]
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      )
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1])
        least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1)
      current.push(least)
    }
    beforeLast = last
    last = current
  }
  return last[to.length] ?? 0
}

/** Fewer letters begin, or are part of, too many names to mean one of them. */
const fewestToBegin = 2
const fewestInside = 3

/** The shortest name that begins with a text, else the shortest that has it inside; of equally long ones the alphabet's first. */
const completed = (small: string, names: readonly string[]): string | null => {
  const shortest = (found: readonly string[]): string | null =>
    [...found].sort((one, other) => one.length - other.length || (one < other ? -1 : 1))[0] ?? null
  const begun = small.length < fewestToBegin ? [] : names.filter((each) => each.startsWith(small))
  const around = small.length < fewestInside ? [] : names.filter((each) => each.includes(small))
  return shortest(begun) ?? shortest(around)
}

/**
 * The nearest of the names, or null when none is near: at most a third of the letters may differ. Of equally near ones it is
 * the first by alphabet, so that the order of a model's lines does not matter.
 */
export const nearestName = (name: string, names: Iterable<string>): string | null => {
  const small = name.toLowerCase()
  const other = otherNames.get(small)
  let best: string | null = null
  let least = Math.max(1, Math.floor(small.length / 3)) + 1
  for (const each of names) {
    if (each === other || each === small) return each
    if (Math.abs(each.length - small.length) > least) continue
    const apart = distance(small, each)
    const isNearer = apart < least || (apart === least && best !== null && each < best)
    if (isNearer && apart < small.length) {
      least = apart
      best = each
    }
  }
  return best ?? completed(small, [...names])
}
