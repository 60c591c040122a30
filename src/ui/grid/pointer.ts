// The pointer on the sheet: press and drag select, Shift extends, Ctrl adds; headers select whole rows and columns; the handle
// at the selection's corner fills. While a formula is written, the line that is pressed goes into it.

import type { GridApi } from 'ag-grid-community'
import type { LineItem } from '#model/lineItem.ts'
import { readColumnId } from '#session/column.ts'
import type { Pointing } from '#session/formula/pointing.ts'
import { cellAt, placeOf, type Cell, type Place } from '#session/layout.ts'
import { blockOf, type Block, type Range } from '#session/range.ts'
import type { Sheet } from '#session/sheet.svelte.ts'
import { fillOf, type FillDrag } from './fillDrag.ts'
import { Hits, type Hit } from './hit.ts'
import { PointerDrag } from './pointerDrag.ts'
import type { SheetRow } from './row.ts'

/** What has the pointer for itself: an open editor, and the grid's own handles. */
const others = '.number-editor, .ag-header-cell-resize, .ag-header-group-cell'

export type PointerDoor = {
  readonly api: GridApi<SheetRow>
  readonly element: HTMLElement
  readonly sheet: Sheet
  /** Ends an edit and gives the keyboard to the cursor's cell. */
  readonly takeKeyboard: () => void
  readonly onFillDrag: (drag: FillDrag | null) => void
}

export class Pointer {
  readonly #door: PointerDoor
  readonly #hits: Hits
  readonly #listening = new AbortController()
  readonly #drag: PointerDrag

  constructor(door: PointerDoor) {
    this.#door = door
    this.#hits = new Hits(door)
    const { signal } = this.#listening
    const { onFillDrag } = door
    this.#drag = new PointerDrag(
      this.#hits,
      () => {
        onFillDrag(null)
      },
      signal,
    )
    // The grid focuses the cell under the pointer as it goes down, whatever keys are held; a finger may have it so.
    door.element.addEventListener(
      'pointerdown',
      (event) => {
        const isMouse = event.pointerType === 'mouse' && event.target instanceof Element
        if (isMouse && this.#isOurs(event.target)) event.stopPropagation()
      },
      { capture: true, signal },
    )
    door.element.addEventListener(
      'mousedown',
      (event) => {
        this.#press(event)
      },
      { capture: true, signal },
    )
    door.element.addEventListener(
      'dblclick',
      (event) => {
        if (!(event.target instanceof Element)) return
        const isOnHandle = event.target.closest('.fill-handle') !== null
        // A line pressed twice is in the formula that is written, and nothing else is begun.
        const isPointed = door.sheet.pointing?.takesLines === true && this.#isOurs(event.target)
        if (isOnHandle || isPointed) event.stopPropagation()
        if (isOnHandle && !isPointed) door.sheet.fillToEnd()
      },
      { capture: true, signal },
    )
    // A menu would end the formula that is written.
    door.element.addEventListener(
      'contextmenu',
      (event) => {
        if (door.sheet.pointing?.takesLines !== true) return
        event.preventDefault()
        event.stopImmediatePropagation()
      },
      { capture: true, signal },
    )
  }

  destroy(): void {
    this.#listening.abort()
  }

  #isOurs(target: Element): boolean {
    if (target.closest(others) !== null) return false
    return target.closest('.fill-handle') !== null || this.#hits.at(target) !== null
  }

  #press(event: MouseEvent): void {
    const { target } = event
    if (!(target instanceof Element)) return
    // A year may be folded or unfolded while a formula is written, which keeps the keyboard.
    if (target.closest('.ag-header-group-cell') !== null && this.#door.sheet.pointing?.takesLines === true)
      event.preventDefault()
    if (!this.#isOurs(target)) return
    if (event.button === 0 && target.closest('.fill-handle') !== null) {
      event.preventDefault()
      event.stopPropagation()
      this.#beginFill()
      return
    }
    const hit = this.#hits.at(target)
    if (hit === null) return
    const { sheet, takeKeyboard } = this.#door
    event.preventDefault()
    event.stopPropagation()
    if (sheet.pointing?.takesLines === true) {
      if (event.button === 0) this.#point(hit, sheet.pointing)
      return
    }
    sheet.course.endRun()
    if (event.button !== 0) {
      this.#pressForMenu(hit)
      takeKeyboard()
      return
    }
    const { selection } = sheet
    const isAdding = event.ctrlKey || event.metaKey || selection.isAdding
    if (event.shiftKey) this.#extend(hit)
    else {
      const range = this.#rangeOf(hit)
      selection.choose(isAdding ? [...selection.ranges, range] : [range])
    }
    takeKeyboard()
    this.#drag.begin((reached) => {
      this.#extend(reached)
    }, null)
  }

  /** The formula keeps the keyboard, and takes the line; dragged along its quarters, the window over them. */
  #point(pressed: Hit, pointing: Pointing): void {
    const { layout } = this.#door.sheet
    const lineOf = ({ cell }: Hit): LineItem | null => {
      const stop = layout.lines[layout.lineAt.get(cell.line) ?? -1]
      return stop?.kind === 'line' ? stop.line : null
    }
    const line = lineOf(pressed)
    // A line's label stands at the left, or where quarters run down, above.
    const isLabel = pressed.on === (layout.orientation === 'across' ? 'row' : 'column')
    if (line === null || (pressed.on !== 'cell' && !isLabel)) return
    const from = isLabel ? null : readColumnId(pressed.cell.column)
    pointing.point({ line, from, to: from })
    let last = pressed.cell.column
    this.#drag.begin((reached) => {
      if (isLabel || reached.on !== 'cell' || lineOf(reached) !== line || reached.cell.column === last) return
      last = reached.cell.column
      pointing.point({ line, from, to: readColumnId(last) })
    }, null)
  }

  /** A right click on the selection keeps it; elsewhere it selects what it is on. */
  #pressForMenu(hit: Hit): void {
    const { selection, layout } = this.#door.sheet
    const place = placeOf(layout, hit.cell)
    const isInside = place !== null && selection.holds(layout, place)
    const last = selection.ranges.at(-1)
    const like = this.#rangeOf(hit)
    const isAlike = last?.isWholeLines === like.isWholeLines && last.isWholeTimes === like.isWholeTimes
    const areWhole = hit.on === 'cell' || isAlike
    if (!isInside || !areWhole) selection.choose([this.#rangeOf(hit)])
  }

  #rangeOf({ on, cell }: Hit): Range {
    const isAcross = this.#door.sheet.layout.orientation === 'across'
    return {
      anchor: cell,
      head: cell,
      isWholeLines: on === (isAcross ? 'row' : 'column'),
      isWholeTimes: on === (isAcross ? 'column' : 'row'),
    }
  }

  #extend({ on, cell }: Hit): void {
    const { selection, layout } = this.#door.sheet
    const last = selection.ranges.at(-1)
    if (last === undefined) return
    const isWhole = last.isWholeLines || last.isWholeTimes
    // From a cell dragged onto a label the range stays one of cells, and the other way round.
    const head = on === 'cell' || isWhole ? cell : cellAt(layout, this.#along(on, cell))
    if (head.line !== last.head.line || head.column !== last.head.column) selection.extendTo(head)
  }

  /** A label or header reached from a cell stands for the first cell behind it. */
  #along(on: Hit['on'], cell: Cell): Place {
    const { layout } = this.#door.sheet
    const place = placeOf(layout, cell) ?? { line: 0, time: 0 }
    const isFirstTime = (on === 'row') === (layout.orientation === 'across')
    return isFirstTime ? { ...place, time: 0 } : { ...place, line: 0 }
  }

  #beginFill(): void {
    const { sheet, onFillDrag, takeKeyboard } = this.#door
    const { layout, selection } = sheet
    const last = selection.ranges.at(-1)
    const source: Block | null = last === undefined ? null : blockOf(layout, last)
    if (source === null) return
    takeKeyboard()
    let drag: FillDrag | null = null
    this.#drag.begin(
      ({ cell }) => {
        const place = placeOf(layout, cell)
        drag = place === null ? null : fillOf(source, place)
        onFillDrag(drag)
      },
      () => {
        onFillDrag(null)
        if (drag === null) return
        sheet.blocks.fill(drag.fill)
        selection.chooseBlock(layout, drag.covered)
      },
    )
  }
}
