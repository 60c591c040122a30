// Formats of lines: per cent, and number with thousands and two decimals. A line has one unit and one format for all quarters,
// so a format of a cell is its line's.

import type { Edit } from '#model/edit.ts'
import type { LineItem } from '#model/lineItem.ts'
import { isExpanded, type Model } from '#model/model.ts'
import type { Problem } from '#model/problem.ts'
import { decimalsFor, isFraction, unitName } from '#model/unit.ts'
import { refuse } from './proposal.ts'

export type Format = 'per cent' | 'number'

const twoDecimals = 2

/** What is changed of a line; nothing where it has the format already. */
const changeTo = (line: LineItem, format: Format): Extract<Edit, { kind: 'change line' }>['change'] | null => {
  const { unit, decimals } = line
  if (format === 'per cent') {
    if (unit.kind === 'percent') return null
    return { unit: { kind: 'percent' }, decimals: decimalsFor('percent') }
  }
  if (isFraction(unit)) return { unit: { kind: 'ratio' }, decimals: twoDecimals }
  return { decimals: decimals === twoDecimals ? decimalsFor(unit.kind) : twoDecimals }
}

/** The edits that give lines a format, or why the first of them cannot have it. */
export const proposeFormat = (model: Model, lines: readonly LineItem[], format: Format): readonly Edit[] | Problem => {
  const edits: Edit[] = []
  for (const line of lines) {
    if (isExpanded(model, line.id)) return refuse(`${line.label} belongs to the commitment, which gives it its format.`)
    const isNumberOnly = line.unit.kind === 'currency' || line.unit.kind === 'exchange'
    if (format === 'per cent' && isNumberOnly)
      return refuse(`${line.label} is in ${unitName(line.unit)}: an amount is no per cent.`)
    const change = changeTo(line, format)
    if (change !== null) edits.push({ kind: 'change line', line: line.id, change })
  }
  return edits
}
