// The sheet's keys that are ours: Enter, Tab and Escape, the arrows that end an edit, Delete, folding, and the word on a
// cell that cannot be typed into. The grid does its own a turn later, when the next key may have come.

import type { SuppressKeyboardEventParams } from 'ag-grid-community'
import { shownUnit } from '#model/figure.ts'
import { readColumnId } from '#session/column.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import { whyLocked, type Target } from '#session/proposal.ts'
import { focusPlace, type Course, type Place } from './course.ts'
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

const placeOf = ({ node, column }: KeyParams): Place | null =>
  node.rowIndex === null ? null : { row: node.rowIndex, column: column.getColId() }

/** Enter, Tab, Escape and, after typing, an arrow end an edit; the grid would open the next cell's editor after Tab. */
const takesEditorKey = (course: Course, params: KeyParams): boolean => {
  const { api, event } = params
  const { key, target } = event
  // The key belongs to what is being composed in the field, a Chinese word for instance.
  if (event.isComposing) return true
  const movesOn = key.startsWith('Arrow') && target instanceof HTMLElement && target.dataset['arrows'] === 'move on'
  if (key !== 'Enter' && key !== 'Tab' && key !== 'Escape' && !movesOn) return false
  event.preventDefault()
  const from = placeOf(params)
  api.stopEditing(key === 'Escape')
  if (from === null || key === 'Escape') return true
  const place =
    key === 'Enter'
      ? course.afterEnter(api, from, event)
      : key === 'Tab'
        ? course.afterTab(api, from, event)
        : course.afterArrow(api, from, event)
  focusPlace(api, place ?? from)
  return true
}

/** Enter and Tab on a cell that is not edited; at the sheet's end Tab is the grid's and leads out of it. */
const takesMove = (course: Course, params: KeyParams): boolean => {
  const { api, event } = params
  const from = placeOf(params)
  if (from === null || event.ctrlKey || event.metaKey || event.altKey) return false
  const place =
    event.key === 'Enter'
      ? course.afterEnter(api, from, event)
      : event.key === 'Tab'
        ? course.afterTab(api, from, event)
        : null
  if (place === null) return false
  event.preventDefault()
  focusPlace(api, place)
  return true
}

/** Handles the keys that are ours; true keeps the grid's hands off. */
export const takesKey = (open: OpenModel, course: Course, params: KeyParams): boolean => {
  const { event, editing, data, column } = params
  if (editing) return takesEditorKey(course, params)
  course.sees(event)
  if (event.key === 'Delete') {
    const target = targetAt(open, data, column.getColId())
    if (target !== null) open.gestures.deleteAt(target)
    return true
  }
  if (data?.kind === 'section' && (event.key === 'Enter' || event.key === ' ')) {
    toggleSection(open, data.section)
    return true
  }
  if (takesMove(course, params)) return true
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
