// The sheet's keys that are ours: Delete, folding, Tab out of an edit, and the word on a cell that cannot be typed into.

import type { SuppressKeyboardEventParams } from 'ag-grid-community'
import { shownUnit } from '#model/figure.ts'
import { readColumnId } from '#session/column.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import { whyLocked, type Target } from '#session/proposal.ts'
import type { SheetRow } from './row.ts'

type KeyParams = SuppressKeyboardEventParams<SheetRow>

/** The cell of a row and a column's id; null on a section's heading, the label and the unit. */
export const targetAt = (open: OpenModel, row: SheetRow | undefined, id: string): Target | null => {
  const column = readColumnId(id)
  if (row?.kind !== 'line' || column === null) return null
  return { shown: open.shown, line: row.line, column, unit: shownUnit(row.line.unit, open.view.scale) }
}

const toggled = <Item>(items: readonly Item[], item: Item): readonly Item[] =>
  items.includes(item) ? items.filter((each) => each !== item) : [...items, item]

export const toggleSection = (open: OpenModel, section: string): void => {
  open.look({ foldedSections: toggled(open.view.foldedSections, section) })
}

/** How far a key that ends an edit moves on: columns, rows. */
const stepOf = ({ key, shiftKey }: KeyboardEvent): readonly [number, number] | null => {
  switch (key) {
    case 'Tab':
      return [shiftKey ? -1 : 1, 0]
    case 'ArrowLeft':
      return [-1, 0]
    case 'ArrowRight':
      return [1, 0]
    case 'ArrowUp':
      return [0, -1]
    case 'ArrowDown':
      return [0, 1]
    default:
      return null
  }
}

const within = (at: number, count: number): number => Math.min(Math.max(at, 0), count - 1)

/** Tab, and after typing an arrow, end an edit and move one cell on, as in Excel; the grid would open the next editor. */
const leaveEditor = ({ api, event, column, node }: KeyParams, [right, down]: readonly [number, number]): void => {
  event.preventDefault()
  api.stopEditing()
  const columns = api.getAllDisplayedColumns()
  const at = columns.findIndex((each) => each.getColId() === column.getColId())
  const next = columns[within(at + right, columns.length)]
  if (next === undefined || node.rowIndex === null) return
  const row = within(node.rowIndex + down, api.getDisplayedRowCount())
  api.ensureColumnVisible(next)
  api.ensureIndexVisible(row)
  api.setFocusedCell(row, next)
}

const endsEdit = ({ key, target }: KeyboardEvent): boolean =>
  key === 'Tab' || (target instanceof HTMLElement && target.dataset['arrows'] === 'move on')

/** Handles the keys that are ours; true keeps the grid's hands off. */
export const takesKey = (open: OpenModel, params: KeyParams): boolean => {
  const { event, editing, data, column } = params
  if (editing) {
    const step = stepOf(event)
    if (step === null || !endsEdit(event)) return false
    leaveEditor(params, step)
    return true
  }
  if (event.key === 'Delete') {
    const target = targetAt(open, data, column.getColId())
    if (target !== null) open.gestures.deleteAt(target)
    return true
  }
  if (data?.kind === 'section' && (event.key === 'Enter' || event.key === ' ')) {
    toggleSection(open, data.section)
    return true
  }
  const isTyping = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
  if (isTyping || event.key === 'F2' || event.key === 'Backspace') {
    const target = targetAt(open, data, column.getColId())
    const locked =
      target === null ? 'Select a quarter, or the constant, to type a number.' : whyLocked(open.model, target)
    if (locked !== null) open.complain(locked)
  }
  // Ctrl with a letter is a command of the app's.
  return (event.ctrlKey || event.metaKey) && event.key.length === 1
}
