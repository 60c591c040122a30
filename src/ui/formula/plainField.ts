// The plain field a formula is typed into while its editor is not there: a text area with the same keys.

import type { FormulaField } from '#session/formula/formulaDoor.ts'
import type { FormulaEditing } from '#session/formula/formulaEditing.svelte.ts'

export const plainField = (area: HTMLTextAreaElement, write: (text: string) => void): FormulaField => ({
  selection: () => ({ start: area.selectionStart, end: area.selectionEnd }),
  replace: ({ start, end }, text) => {
    area.setRangeText(text, start, end, 'end')
    write(area.value)
  },
  focus: () => {
    area.focus()
  },
})

/** What a key does in the plain field; whether it is one of the formula bar's. */
export const takesPlainKey = (event: KeyboardEvent, editing: FormulaEditing, fix: () => void): boolean => {
  const { key, altKey, shiftKey, ctrlKey, metaKey, isComposing } = event
  if (isComposing) return false
  if (key === 'Escape') editing.giveUp()
  else if (key === 'Enter' && (altKey || shiftKey)) editing.break()
  else if (key === 'Enter') editing.enter()
  else if (key === '.' && (ctrlKey || metaKey)) fix()
  else return false
  return true
}
