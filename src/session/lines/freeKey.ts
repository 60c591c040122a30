// Keys for new lines that no line has yet.

import { isReservedName } from '#formula/reserved.ts'
import { allLines, type Model } from '#model/model.ts'

const longestKey = 64

export const keysOf = (model: Model): ReadonlySet<string> => new Set(allLines(model).map(({ key }) => key))

/** The key wanted where it is free, else the same with a number; only what the number needs is cut off it. */
export const freeKey = (wanted: string, taken: ReadonlySet<string>): string => {
  const stem = wanted === '' ? 'line' : wanted
  for (let count = 1; ; count += 1) {
    const number = count === 1 ? '' : `_${count}`
    const key = `${stem.slice(0, longestKey - number.length)}${number}`
    if (!isReservedName(key) && !taken.has(key)) return key
  }
}
