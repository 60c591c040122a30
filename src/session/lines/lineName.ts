// A line's names: its label on screen and its key in formulas. Another key goes into every formula that has the old one, in
// the same step.

import { counted } from '#base/listing.ts'
import { renameKey } from '#formula/rename.ts'
import { isReservedName } from '#formula/reserved.ts'
import { keyProblem } from '#model/edit.ts'
import type { LineItem } from '#model/lineItem.ts'
import { isExpanded, type Model } from '#model/model.ts'
import type { Problem } from '#model/problem.ts'
import type { EditDeed } from '../editDeed.ts'
import { refuse } from '../proposal.ts'
import { rewritingEdits } from './formulaPlace.ts'

/** Why what a line is cannot be changed here, or null. */
export const expandedProblem = (model: Model, line: LineItem): Problem | null =>
  isExpanded(model, line.id)
    ? refuse(
        `${line.label} comes from a commitment: its name, unit and place are the commitment’s, on the Pacing screen.`,
      )
    : null

export const proposeLabel = (model: Model, line: LineItem, text: string): EditDeed | Problem => {
  const label = text.trim()
  const fixed = expandedProblem(model, line)
  if (fixed !== null) return fixed
  if (label === '') return refuse('Give the line a label, such as “Revenue”.')
  return {
    edits: label === line.label ? [] : [{ kind: 'change line', line: line.id, change: { label } }],
    label: `${line.label} renamed ${label}`,
    said: `${line.label} is now called ${label}.`,
  }
}

export const proposeKey = (model: Model, line: LineItem, text: string): EditDeed | Problem => {
  const key = text.trim()
  const fixed = expandedProblem(model, line)
  if (fixed !== null) return fixed
  if (isReservedName(key)) return refuse(`“${key}” is a word of the formula language: choose another key.`)
  const bad = keyProblem(model, key, line.id)
  if (bad !== null) return bad
  const label = `Key of ${line.label}: ${line.key} → ${key}`
  if (key === line.key) return { edits: [], label, said: `${key}: as it was.` }
  const rewritten = rewritingEdits(model, (formula) => renameKey(formula, line.key, key))
  const follow = rewritten.length === 0 ? '' : `, and ${counted(rewritten.length, 'formula')} with it`
  return {
    edits: [{ kind: 'change line', line: line.id, change: { key } }, ...rewritten],
    label,
    said: `${line.label} is ${key} in formulas now${follow}.`,
  }
}
