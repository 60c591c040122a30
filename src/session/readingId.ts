// Ids of readings, which are parts of the keys and ids of their lines: short, telling, and colliding with nothing.

import { readingsOf, windowStart, type Commitment, type Reading } from '#model/commitment.ts'
import { readingParts } from '#model/commitmentParts.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import { allLines, type Model } from '#model/model.ts'
import { countingOf } from './countedFormula.ts'

const longestKey = 64 // what a key may have in the language (lineItem.ts)

const longestPart = Math.max(...readingParts.map((part) => part.length))

/** What tells a reading from the one that holds: `share_95_from_fy25_q4`. */
const wantedId = (model: Model, { reading: main }: Commitment, reading: Omit<Reading, 'id'>): string => {
  const counting = countingOf(reading.counts)
  const begins = fiscalName(windowStart({ ...reading, id: '' }), model.fiscalCalendar)
  const words = [
    ...(counting.kind === 'share' ? [`share_${counting.share}`] : []),
    ...(counting.kind === 'line' && counting.key !== main.counts ? [counting.key] : []),
    ...(windowStart({ ...reading, id: '' }) === windowStart(main) ? [] : [`from_${begins}`]),
    ...(reading.quarters === main.quarters ? [] : [`over_${reading.quarters}`]),
  ]
  return (
    words
      .join('_')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_') || 'reading'
  )
}

/** An id that no reading of the commitment has, and with which no key or id of its lines is taken. */
export const freeReadingId = (model: Model, commitment: Commitment, reading: Omit<Reading, 'id'>): string => {
  const lines = allLines(model)
  const taken = new Set(lines.flatMap(({ id, key }) => [`id ${id}`, `key ${key}`]))
  const others = new Set(readingsOf(commitment).map(({ id }) => id))
  const room = Math.max(longestKey - commitment.key.length - longestPart - 2, 3)
  const isFree = (id: string): boolean =>
    !others.has(id) &&
    readingParts.every(
      (part) => !taken.has(`id ${commitment.id}.${id}.${part}`) && !taken.has(`key ${commitment.key}_${id}_${part}`),
    )
  const stem = wantedId(model, commitment, reading)
  for (let count = 1; ; count += 1) {
    const end = count === 1 ? '' : `_${count}`
    const id = stem.slice(0, Math.max(room - end.length, 1)).replace(/_+$/, '') + end
    if (isFree(id)) return id
  }
}
