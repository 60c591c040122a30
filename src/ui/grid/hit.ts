// A Hit is what the pointer is on: a cell, a row's label or a column's header, which stand for the cell of theirs that is
// nearest to the cursor on screen.

import type { GridApi } from 'ag-grid-community'
import type { Cell } from '#session/layout.ts'
import type { Sheet } from '#session/sheet.svelte.ts'
import { cellOf, columnOfLine, type SheetRow } from './row.ts'

export type Hit = { readonly on: 'cell' | 'row' | 'column'; readonly cell: Cell }

type HitDoor = { readonly api: GridApi<SheetRow>; readonly element: HTMLElement; readonly sheet: Sheet }

export class Hits {
  readonly #door: HitDoor

  constructor(door: HitDoor) {
    this.#door = door
  }

  /** What an element of the page is part of; null outside cells, labels and headers. */
  at(element: Element | null): Hit | null {
    const { layout } = this.#door.sheet
    const cursor = this.#door.sheet.selection.cursor ?? { line: layout.lines[0]?.id ?? '', column: 'constant' }
    const colId = element?.closest('[col-id]')?.getAttribute('col-id') ?? ''
    const head = element?.closest('.ag-header-cell') ?? null
    if (head !== null) {
      const row = this.#nearest('row-id', layout.orientation === 'across' ? cursor.line : cursor.column)
      const cell = row === null ? null : cellOf(layout, row, colId)
      return cell === null ? null : { on: 'column', cell }
    }
    const rowId = element?.closest('.ag-row')?.getAttribute('row-id') ?? null
    if (rowId === null || element?.closest('.ag-cell') === null) return null
    const cell = cellOf(layout, rowId, colId)
    if (cell !== null) return { on: 'cell', cell }
    const column = this.#nearest('col-id', layout.orientation === 'across' ? cursor.column : columnOfLine(cursor.line))
    const ofRow = column === null ? null : cellOf(layout, rowId, column)
    return ofRow === null ? null : { on: 'row', cell: ofRow }
  }

  /** The cursor's own row or column where it is on screen, else the first that is: selecting a whole one scrolls nothing. */
  #nearest(name: 'row-id' | 'col-id', own: string): string | null {
    const { left, right, top, bottom } = this.window()
    const isSeen = (cell: Element): boolean => {
      const box = cell.getBoundingClientRect()
      return name === 'row-id'
        ? box.top >= top - 1 && box.bottom <= bottom + 1
        : box.left >= left - 1 && box.right <= right + 1
    }
    const seen = [...this.#door.element.querySelectorAll('.ag-grid-scrolling-cells > .ag-cell')]
      .filter(isSeen)
      .map((cell) => cell.closest(`[${name}]`)?.getAttribute(name) ?? '')
    return seen.includes(own) ? own : (seen[0] ?? own)
  }

  scroller(): HTMLElement | null {
    return this.#door.element.querySelector('.ag-grid-viewport')
  }

  /** Where the cells scroll, in the window: without headers and frozen columns. */
  window(): { left: number; right: number; top: number; bottom: number } {
    const box = this.scroller()?.getBoundingClientRect() ?? new DOMRect()
    const head = this.#door.element.querySelector('.ag-header')?.getBoundingClientRect().height ?? 0
    const frozen = this.#door.api
      .getDisplayedLeftColumns()
      .reduce((width, column) => width + column.getActualWidth(), 0)
    return { left: box.left + frozen, right: box.right, top: box.top + head, bottom: box.bottom }
  }
}
