// Whether a list of findings names a slip: something new is said of the line, of the cell, or of the formula or check that reads the
// line, in the slip's quarter or of the whole line.

import type { Finding } from '#analysis/finding/finding.ts'
import { addQuarters } from '#model/quarter.ts'
import type { Slip } from './ground.ts'
import type { Model } from '#model/model.ts'

export const named = (
  slip: Slip & { readonly model: Model },
  before: readonly Finding[],
  after: readonly Finding[],
): boolean => {
  const old = new Set(before.map(({ id, about }) => `${id} ${about}`))
  const key = slip.model.lines.find(({ id }) => id === slip.line)?.key ?? ''
  const near = slip.quarter === null ? null : [slip.quarter, addQuarters(slip.quarter, 1)]
  return after
    .filter(({ id, about }) => !old.has(`${id} ${about}`))
    .some(({ place, sentence }) => {
      const isThere = near === null || place.quarter === null || near.includes(place.quarter)
      const speaksOf = place.line === slip.line || new RegExp(`\\b${key}\\b`).test(sentence)
      const reads = new RegExp(`\\b${key}\\b`).test(slip.model.lines.find(({ id }) => id === place.line)?.formula ?? '')
      return (
        isThere &&
        (speaksOf ||
          (reads && slip.quarter !== null && place.quarter === slip.quarter) ||
          (reads && slip.quarter === null))
      )
    })
}
