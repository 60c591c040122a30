// The keyboard in the table of a release: Enter and the arrows go down and up a column, past rows that have no field in it.

import { releaseParts } from '#session/releaseLines.ts'
import type { Caret } from '#session/releasePaste.ts'

const fieldsOf = (table: HTMLElement, part: string): readonly HTMLInputElement[] => [
  ...table.querySelectorAll<HTMLInputElement>(`input[data-part="${part}"]`),
]

/** The field of a line, the figure reported unless another part is named. */
export const fieldOf = (table: HTMLElement, line: string, part = 'reported'): HTMLInputElement | null =>
  fieldsOf(table, part).find((field) => field.dataset['line'] === line) ?? null

/** The place of a field; null for anything else. */
export const caretAt = (target: EventTarget | null): Caret | null => {
  if (!(target instanceof HTMLInputElement)) return null
  const { row, part } = target.dataset
  const known = releaseParts.find((each) => each === part)
  return row === undefined || known === undefined ? null : { line: row, part: known }
}

const isOptional = (field: HTMLElement): boolean => field.closest('.is-optional') !== null

const steps = new Map([
  ['Enter', 1],
  ['Shift+Enter', -1],
  ['ArrowDown', 1],
  ['ArrowUp', -1],
])

/** Where a key leads from a field: another field, `end` past the last; null where it means nothing here. */
export const ledTo = (table: HTMLElement, event: KeyboardEvent): HTMLInputElement | 'end' | null => {
  const { target: field } = event
  if (!(field instanceof HTMLInputElement) || event.isComposing) return null
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  const step = steps.get(`${event.shiftKey ? 'Shift+' : ''}${event.key}`)
  if (step === undefined) return null
  const fields = fieldsOf(table, field.dataset['part'] ?? '')
  const next = fields[fields.indexOf(field) + step]
  // Once all that is due is in, Enter leads past what is not.
  if (next !== undefined && event.key === 'Enter' && !isOptional(field) && isOptional(next))
    return fields.every((each) => isOptional(each) || each.value !== '') ? 'end' : next
  if (next !== undefined) return next
  return step > 0 && event.key === 'Enter' ? 'end' : field
}
