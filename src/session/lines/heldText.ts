// What stands typed on lines, counted.

import { countedKinds, listed } from '#base/listing.ts'
import type { LineId } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { earlierOf, hasWords } from '#model/note.ts'

export type Held = { readonly numbers: number; readonly notes: number; readonly formulas: number }

/** How many numbers, notes and scenarios' own formulas stand on lines. */
export const heldOn = (model: Model, lines: ReadonlySet<LineId>): Held => {
  const held = { numbers: 0, notes: 0, formulas: 0 }
  for (const { formulas } of model.scenarios)
    for (const line of formulas.keys()) if (lines.has(line)) held.formulas += 1
  for (const quarters of model.rows.values())
    for (const { entries, notes } of quarters.values()) {
      for (const [line, entry] of entries) if (lines.has(line) && typeof entry === 'number') held.numbers += 1
      // The check of a number is no note of its own.
      for (const [line, note] of notes)
        if (lines.has(line) && (hasWords(note) || earlierOf(note).length > 0)) held.notes += 1
    }
  return held
}

/** `4 numbers, 1 note and 2 formulas of scenarios`; empty for nothing. */
export const heldText = ({ numbers, notes, formulas }: Held): string =>
  listed(
    countedKinds([numbers, 'number'], [notes, 'note'], [formulas, 'formula of a scenario', 'formulas of scenarios']),
  )
