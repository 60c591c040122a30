// The keyboard on the sheet. Keys on a cell are commands of the table before the grid hears of them; what writes a sign the
// grid opens an editor for; while one is open, Enter, Tab, Escape and, after typing, the arrows end it and move on. The grid
// does its own a turn later, when the next key may have come.

import type { SuppressKeyboardEventParams } from 'ag-grid-community'
import { command, commandFor } from '#session/commands.ts'
import { isChord, writesSign } from '#session/keyPress.ts'
import type { Workbench } from '#session/workbench.svelte.ts'
import type { SheetRow } from './row.ts'
import { dialogOver, giveToDialog } from './underDialog.ts'

/** The browser's own keys for its clipboard: it fires copy, cut and paste, which carry the data. */
const clipboardCommands = new Set(['edit.copy', 'edit.cut', 'edit.paste', 'edit.pasteValues'])

/** What browsers would leave the page for, or reload it. */
const guarded = ['Alt+ArrowLeft', 'Alt+ArrowRight', 'Mod+D', 'Mod+R', 'Backspace', 'Mod+[', 'Mod+]', 'Alt+Home']

const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']

/** The command of the key that ends an edit. */
const commandAfter = ({ key, shiftKey }: KeyboardEvent): string | null => {
  if (key === 'Enter') return shiftKey ? 'move.enterBack' : 'move.enter'
  if (key === 'Tab') return shiftKey ? 'move.tabBack' : 'move.tab'
  return arrows.includes(key) ? `move.${key.replace('Arrow', '').toLowerCase()}` : null
}

/** Keeps the grid's hands off keys that are ours, and ends an edit on a key that does. */
export const takesKey = (
  workbench: Workbench,
  { api, event, editing }: SuppressKeyboardEventParams<SheetRow>,
): boolean => {
  // Of the keys on a cell only what writes a sign is the grid's, and Tab, which leads out of it at the end.
  if (!editing) return !writesSign(event) && event.key !== 'Tab'
  const { key, target } = event
  // The key belongs to what is being composed in the field, a Chinese word for instance.
  if (event.isComposing) return true
  const isArrow = arrows.includes(key) && !event.altKey
  const movesOn = isArrow && target instanceof HTMLElement && target.dataset['arrows'] === 'move on'
  if (key !== 'Enter' && key !== 'Tab' && key !== 'Escape' && !movesOn) return false
  event.preventDefault()
  const isForAll = key === 'Enter' && (event.ctrlKey || event.metaKey)
  api.stopEditing(key === 'Escape')
  const after = key === 'Escape' || isForAll ? null : commandAfter(event)
  if (after === null) workbench.open?.sheet.screen?.follow()
  else command(after).run(workbench)
  return true
}

/** The keyboard's next paste is of values: the event of the clipboard does not tell which keys it came from. */
export type PasteWish = { areValues: boolean }

export const listenToKeys = (
  element: HTMLElement,
  workbench: Workbench,
  wish: PasteWish,
  signal: AbortSignal,
): void => {
  const onKey = (event: KeyboardEvent): void => {
    const { open } = workbench
    const { target } = event
    const dialog = dialogOver()
    if (dialog !== null) {
      giveToDialog(dialog, event)
      return
    }
    const isOfText = event.key === 'Backspace' && target instanceof HTMLInputElement
    if (!isOfText && guarded.some((chord) => isChord(chord, event))) event.preventDefault()
    if (open === null || !(target instanceof Element) || target.closest('.ag-cell') === null) return
    if (event.isComposing || target instanceof HTMLInputElement) return
    const found = commandFor(event, 'sheet')
    if (found !== null && clipboardCommands.has(found.id)) {
      wish.areValues = found.id === 'edit.pasteValues'
      event.stopPropagation()
      return
    }
    if (found !== null) {
      if (found.canRun?.(workbench) === false) return
      event.preventDefault()
      event.stopPropagation()
      found.run(workbench)
      return
    }
    const stop = open.sheet.layout.lines[open.sheet.selection.place(open.sheet.layout)?.line ?? -1]
    if (event.key === ' ' && stop?.kind === 'heading') {
      event.preventDefault()
      event.stopPropagation()
      open.sheet.toggleSection(stop.section)
      return
    }
    if (!writesSign(event)) {
      if (event.key === ' ') event.preventDefault()
      return
    }
    const why = open.sheet.whyNotTyped()
    if (why === null) return
    event.preventDefault()
    event.stopPropagation()
    open.complain(why)
  }
  element.addEventListener('keydown', onKey, { capture: true, signal })
}
