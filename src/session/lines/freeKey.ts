// Keys for new lines that no line has yet.

import { isReservedName } from '#formula/reserved.ts'
import { allLines, type Model } from '#model/model.ts'

const longestKey = 64
const roomForNumber = '_99'.length

/** A key like the one wanted that is free, and none of `taken` either. */
export const freeKey = (model: Model, wanted: string, taken: ReadonlySet<string> = new Set()): string => {
  const isTaken = (key: string): boolean =>
    isReservedName(key) || taken.has(key) || allLines(model).some((each) => each.key === key)
  const stem = (wanted === '' ? 'line' : wanted).slice(0, longestKey - roomForNumber)
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? stem : `${stem}_${count}`
    if (!isTaken(key)) return key
  }
}
