// A commitment's amounts are in the unit of what it counts. When that becomes another scale of the same money, all that is
// typed of it moves along, in every scenario; between currencies nothing is converted.

import { numberWithPointMoved } from '#exchange/decimal.ts'
import { numberText } from '#exchange/number.ts'
import { readConstant } from '#formula/constant.ts'
import { readingsOf, type Commitment } from '#model/commitment.ts'
import { amountLineId, readingLineId } from '#model/commitmentLines.ts'
import type { Edit } from '#model/edit.ts'
import type { Model } from '#model/model.ts'
import { scaleExponents, unitName, type Unit } from '#model/unit.ts'

/** By how many places an amount's point moves; 0 where nothing is converted. */
const placesBetween = (from: Unit, to: Unit): number =>
  from.kind === 'currency' && to.kind === 'currency' && from.currency === to.currency
    ? scaleExponents[from.scale] - scaleExponents[to.scale]
    : 0

export const amountIn = (amount: number, from: Unit, to: Unit): number => {
  const places = placesBetween(from, to)
  return places === 0 ? amount : numberWithPointMoved(String(amount), places)
}

/** What scenarios have typed of the commitment in its unit, in another scale. */
export const rescalingEdits = (model: Model, commitment: Commitment, to: Unit): readonly Edit[] => {
  const { unit } = commitment
  if (placesBetween(unit, to) === 0) return []
  const edits: Edit[] = []
  const amounts = amountLineId(commitment)
  for (const { id: scenario, formulas } of model.scenarios) {
    const own = readConstant(formulas.get(amounts) ?? '')
    if (typeof own !== 'number') continue
    edits.push({ kind: 'formula', scenario, line: amounts, formula: numberText(amountIn(own, unit, to), to) })
  }
  const typed = new Set(readingsOf(commitment).map((reading) => readingLineId(commitment, reading, 'typed')))
  for (const [scenario, quarters] of model.rows)
    for (const [quarter, { entries }] of quarters)
      for (const [line, entry] of entries)
        if (typed.has(line) && typeof entry === 'number')
          edits.push({ kind: 'enter', scenario, quarter, line, entry: amountIn(entry, unit, to) })
  return edits
}

/** Said where the money becomes another currency. */
export const unconvertedText = (from: Unit, to: Unit): string | null =>
  from.kind === 'currency' && to.kind === 'currency' && from.currency !== to.currency
    ? `What counts is in ${unitName(to)} now: amounts keep their numbers, nothing is converted.`
    : null
