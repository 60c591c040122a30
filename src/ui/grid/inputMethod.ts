// Input methods write only into what can be edited. So the focused cell is editable while it has the keyboard: what is
// composed there, dictated or written with a full-width digit, goes into the cell's editor from its first stroke on, and the
// cell itself never changes.

import type { GridApi } from 'ag-grid-community'
import type { OpenModel } from '#session/openModel.svelte.ts'
import { NumberEditor } from './numberEditor.ts'
import type { SheetRow } from './row.ts'

const cellIn = (target: EventTarget | null): HTMLElement | null =>
  target instanceof HTMLElement && target.classList.contains('ag-cell') ? target : null

/** Lets an input method write into a cell. The keys on screen of a tablet stay away until the cell is edited. */
const open = (cell: HTMLElement): void => {
  cell.setAttribute('contenteditable', 'plaintext-only')
  cell.setAttribute('inputmode', 'none')
  cell.spellcheck = false
  getSelection()?.collapse(cell, 0)
}

const close = (cell: HTMLElement): void => {
  cell.removeAttribute('contenteditable')
  cell.removeAttribute('inputmode')
  cell.removeAttribute('spellcheck')
}

export const listenToInputMethods = (
  element: HTMLElement,
  api: GridApi<SheetRow>,
  opened: OpenModel,
  edit: () => void,
  signal: AbortSignal,
): void => {
  const listen = <Kind extends keyof HTMLElementEventMap>(
    kind: Kind,
    hear: (cell: HTMLElement, event: HTMLElementEventMap[Kind]) => void,
  ): void => {
    element.addEventListener(
      kind,
      (event) => {
        const cell = cellIn(event.target)
        if (cell !== null) hear(cell, event)
      },
      { capture: true, signal },
    )
  }
  const write = (text: string): void => {
    const why = opened.sheet.whyNotTyped()
    if (why !== null) {
      opened.complain(why)
      return
    }
    edit()
    const [editor] = api.getCellEditorInstances()
    if (editor instanceof NumberEditor) editor.write(text)
  }
  const restore = (cell: HTMLElement): void => {
    close(cell)
    api.refreshCells({ force: true, suppressFlash: true })
    if (document.activeElement === cell) open(cell)
  }
  listen('focusin', open)
  listen('focusout', close)
  listen('keydown', (cell, { key }) => {
    // The composition that begins with this stroke stands alone in the cell, not beside its number.
    if (key === 'Process') cell.replaceChildren()
  })
  listen('beforeinput', (_, event) => {
    if (event.isComposing || !event.cancelable) return
    event.preventDefault()
    if (event.data !== null && event.inputType.startsWith('insert') && event.data.trim() !== '') write(event.data)
  })
  listen('compositionend', (cell, { data }) => {
    restore(cell)
    if (data !== '') write(data)
  })
}
