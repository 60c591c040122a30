// The drawn sheet as the session's commands ask of it.

import type { GridApi } from 'ag-grid-community'
import type { Cell } from '#session/layout.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import type { Screen } from '#session/screen.ts'
import type { ClipboardEvents } from './clipboardEvents.ts'
import { rowHeight } from './marks.ts'
import { drawnAt, type SheetRow } from './row.ts'

type Drawn = {
  readonly api: GridApi<SheetRow>
  readonly element: HTMLElement
  readonly open: OpenModel
  readonly clipboard: ClipboardEvents
  readonly focus: () => void
  readonly takeKeyboard: () => void
  readonly reveal: (cell: Cell) => void
  readonly follow: () => void
}

/** Where the width of a cell is not known yet, in pixels. */
const someWidth = 86

/** A menu opens a little inside the cell it is for. */
const menuInset = 24

export const drawnScreen = (drawn: Drawn): Screen => {
  const { api, element, open, clipboard, focus, takeKeyboard, reveal, follow } = drawn
  return {
    page: () => {
      const scroller = element.querySelector('.ag-grid-viewport')
      const head = element.querySelector('.ag-header')?.clientHeight ?? 0
      const frozen = api.getDisplayedLeftColumns().reduce((width, column) => width + column.getActualWidth(), 0)
      const cellWidth = api.getDisplayedCenterColumns()[0]?.getActualWidth() ?? someWidth
      return {
        rows: Math.max(Math.floor(((scroller?.clientHeight ?? 0) - head) / rowHeight) - 1, 1),
        columns: Math.max(Math.floor(((scroller?.clientWidth ?? 0) - frozen) / cellWidth) - 1, 1),
      }
    },
    reveal,
    follow,
    isEditing: () => api.getEditingCells().length > 0,
    edit: (begin) => {
      const place = open.sheet.selection.place(open.sheet.layout)
      const why = open.sheet.whyNotTyped()
      if (why !== null) open.complain(why)
      else if (place !== null) {
        focus()
        const { rowIndex, colId } = drawnAt(open.sheet.layout, place)
        api.startEditingCell({ rowIndex, colKey: colId, key: begin === 'empty' ? 'Backspace' : 'F2' })
      }
    },
    copy: (isCut, areNamed) => {
      takeKeyboard()
      clipboard.copy(isCut, areNamed)
    },
    paste: (areValues) => {
      takeKeyboard()
      void clipboard.paste(areValues)
    },
    openMenu: () => {
      const cell = document.activeElement
      const box = (cell ?? element).getBoundingClientRect()
      const at = { clientX: box.left + Math.min(menuInset, box.width / 2), clientY: box.bottom - 4 }
      cell?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, ...at }))
    },
  }
}
