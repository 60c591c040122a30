// Checking a number against its source: by whom and when is kept with the note of the number, and holds while the number is
// the one that was checked. The same command takes the mark off again where all that is selected has one.

import { counted } from '#base/listing.ts'
import type { Edit } from '#model/edit.ts'
import { rowOf, type Model } from '#model/model.ts'
import { checkOf, withCheck } from '#model/note.ts'
import { originOf } from '#model/origin.ts'
import type { Problem } from '#model/problem.ts'
import type { Note } from '#model/quarterRow.ts'
import type { Quarter } from '#model/quarter.ts'
import { nameOf, placeName, refuse, type Target } from '../proposal.ts'

/** A cell that shows a typed number, where that is held. */
type CheckedCell = {
  readonly line: Target['line']
  readonly quarter: Quarter
  readonly scenario: string
  readonly value: number
  readonly note: Note | null
}

const checkable = (model: Model, targets: readonly Target[]): readonly CheckedCell[] =>
  targets.flatMap(({ shown, line, column }): readonly CheckedCell[] => {
    if (column.kind !== 'quarter' || line.kind === 'constant') return []
    const origin = originOf(model, shown, line, column.quarter)
    if (origin.from !== 'typed') return []
    const { scenario, value } = origin
    const note = rowOf(model, scenario, column.quarter).notes.get(line.id) ?? null
    return [{ line, quarter: column.quarter, scenario, value, note }]
  })

export type CheckProposal = { readonly edits: readonly Edit[]; readonly label: string; readonly isChecking: boolean }

/** Marks the typed numbers among some cells as checked, or, where all are, takes the marks off. */
export const proposeChecks = (
  model: Model,
  targets: readonly Target[],
  { by, at }: { readonly by: string; readonly at: string },
): CheckProposal | Problem => {
  const cells = checkable(model, targets)
  const [first] = cells
  if (first === undefined)
    return refuse('Only a typed number can be checked against its source: what is computed is as right as its formula.')
  const open = cells.filter(({ note, value }) => checkOf(note, value) === null)
  const isChecking = open.length > 0
  const changed = isChecking ? open : cells
  const place =
    changed.length === 1
      ? placeName(model, (changed[0] ?? first).line, (changed[0] ?? first).quarter)
      : `${counted(changed.length, 'number')} from ${placeName(model, first.line, first.quarter)} on`
  return {
    edits: changed.map(({ line, quarter, scenario, value, note }) => ({
      ...({ kind: 'note', scenario, quarter, line: line.id } as const),
      note: withCheck(note, isChecking ? { value, by, at } : null),
    })),
    label: `${place} in ${nameOf(model, first.scenario)}: ${isChecking ? `checked by ${by}` : 'no longer marked as checked'}`,
    isChecking,
  }
}

const mostLetters = 24

/** Initials as they are kept, or why they are none. */
export const readInitials = (text: string): string | Problem => {
  const initials = text.trim().replace(/\s+/g, ' ')
  if (initials === '') return refuse('Type your initials or your name: they stand beside what you have checked.')
  return initials.length <= mostLetters
    ? initials
    : refuse(`That is ${initials.length} letters long; at most ${mostLetters} have room beside a number.`)
}
