// The sheet's keys that are ours: Delete, folding, Tab out of an edit, and the word on a cell that cannot be typed into.

import type { SuppressKeyboardEventParams } from 'ag-grid-community'
import { readColumnId } from '#session/column.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import { whyLocked, type Target } from '#session/proposal.ts'
import type { SheetRow } from './row.ts'

type KeyParams = SuppressKeyboardEventParams<SheetRow>

/** The cell of a row and a column's id; null on a section's heading, the label and the unit. */
export const targetAt = (open: OpenModel, row: SheetRow | undefined, id: string): Target | null => {
  const column = readColumnId(id)
  return row?.kind !== 'line' || column === null ? null : { shown: open.shown, line: row.line, column }
}

const toggled = <Item>(items: readonly Item[], item: Item): readonly Item[] =>
  items.includes(item) ? items.filter((each) => each !== item) : [...items, item]

export const toggleSection = (open: OpenModel, section: string): void => {
  open.look({ foldedSections: toggled(open.view.foldedSections, section) })
}

/** Tab ends an edit and moves one cell on, as in Excel; the grid's own way opens the next cell's editor. */
const leaveByTab = ({ api, event, column, node }: KeyParams): void => {
  event.preventDefault()
  api.stopEditing()
  const columns = api.getAllDisplayedColumns()
  const at = columns.findIndex((each) => each.getColId() === column.getColId()) + (event.shiftKey ? -1 : 1)
  const next = columns[Math.min(Math.max(at, 0), columns.length - 1)]
  if (next === undefined || node.rowIndex === null) return
  api.ensureColumnVisible(next)
  api.setFocusedCell(node.rowIndex, next)
}

/** Handles the keys that are ours; true keeps the grid's hands off. */
export const takesKey = (open: OpenModel, params: KeyParams): boolean => {
  const { event, editing, data, column } = params
  if (editing) {
    if (event.key === 'Tab') leaveByTab(params)
    return event.key === 'Tab'
  }
  if (event.key === 'Delete') {
    open.deleteSelected()
    return true
  }
  if (data?.kind === 'section' && (event.key === 'Enter' || event.key === ' ')) {
    toggleSection(open, data.section)
    return true
  }
  const isTyping = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
  if (isTyping || event.key === 'F2' || event.key === 'Backspace') {
    const target = targetAt(open, data, column.getColId())
    const locked = target === null ? null : whyLocked(open.model, target)
    if (locked !== null) open.complain(locked)
  }
  // Ctrl with a letter is a command of the app's.
  return (event.ctrlKey || event.metaKey) && event.key.length === 1
}
