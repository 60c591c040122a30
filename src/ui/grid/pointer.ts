// The pointer on the sheet: press and drag select, Shift extends, Ctrl adds; headers select whole rows and columns; the handle
// at the selection's corner fills. Near the edge the sheet scrolls on its own.

import type { GridApi } from 'ag-grid-community'
import { cellAt, placeOf, type Cell, type Place } from '#session/layout.ts'
import { blockOf, type Block, type Range } from '#session/range.ts'
import type { Sheet } from '#session/sheet.svelte.ts'
import { fillOf, type FillDrag } from './fillDrag.ts'
import { Hits, type Hit } from './hit.ts'
import type { SheetRow } from './row.ts'

/** Pixels from the edge within which the sheet scrolls, and how far it goes a frame. */
const edge = 28
const scrollStep = 22

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
  #drag: ((hit: Hit) => void) | null = null
  #onDrop: (() => void) | null = null
  #last: { x: number; y: number } = { x: 0, y: 0 }
  #frame = 0

  constructor(door: PointerDoor) {
    this.#door = door
    this.#hits = new Hits(door)
    const { signal } = this.#listening
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
        if (!(event.target instanceof Element) || event.target.closest('.fill-handle') === null) return
        event.stopPropagation()
        door.sheet.fillToEnd()
      },
      { capture: true, signal },
    )
    addEventListener(
      'mousemove',
      (event) => {
        if (this.#drag === null) return
        this.#last = { x: event.clientX, y: event.clientY }
        this.#follow()
      },
      { signal },
    )
    addEventListener(
      'mouseup',
      () => {
        this.#drop()
      },
      { signal },
    )
    addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || this.#drag === null) return
        event.preventDefault()
        event.stopPropagation()
        this.#onDrop = null
        this.#drop()
        door.onFillDrag(null)
      },
      { capture: true, signal },
    )
    addEventListener(
      'blur',
      () => {
        this.#drop()
      },
      { signal },
    )
  }

  destroy(): void {
    this.#listening.abort()
    cancelAnimationFrame(this.#frame)
  }

  #isOurs(target: Element): boolean {
    if (target.closest(others) !== null) return false
    return target.closest('.fill-handle') !== null || this.#hits.at(target) !== null
  }

  #press(event: MouseEvent): void {
    const { target } = event
    if (!(target instanceof Element) || !this.#isOurs(target)) return
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
    this.#begin((reached) => {
      this.#extend(reached)
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

  #begin(drag: (hit: Hit) => void, onDrop: (() => void) | null): void {
    this.#drag = drag
    this.#onDrop = onDrop
  }

  #drop(): void {
    this.#drag = null
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    const done = this.#onDrop
    this.#onDrop = null
    done?.()
  }

  #follow(): void {
    const { x, y } = this.#inside()
    const hit = this.#hits.at(document.elementFromPoint(x, y))
    if (hit !== null) this.#drag?.(hit)
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#scroll)
  }

  /** The point of the drag moved onto the sheet: beyond its edge it stands for the last cell there. */
  #inside(): { x: number; y: number } {
    const { right, top, bottom } = this.#hits.window()
    const box = this.#hits.scroller()?.getBoundingClientRect() ?? new DOMRect()
    const clamp = (at: number, least: number, most: number): number => Math.min(Math.max(at, least), most)
    return { x: clamp(this.#last.x, box.left + 2, right - 18), y: clamp(this.#last.y, top + 2, bottom - 4) }
  }

  readonly #scroll = (): void => {
    this.#frame = 0
    const scroller = this.#hits.scroller()
    if (this.#drag === null || scroller === null) return
    const { left, right, top, bottom } = this.#hits.window()
    const { x, y } = this.#last
    const across = x > right - edge ? scrollStep : x < left + edge && x > left - edge ? -scrollStep : 0
    const down = y > bottom - edge ? scrollStep : y < top + edge ? -scrollStep : 0
    if (across === 0 && down === 0) return
    scroller.scrollBy(across, down)
    this.#follow()
  }

  #beginFill(): void {
    const { sheet, onFillDrag, takeKeyboard } = this.#door
    const { layout, selection } = sheet
    const last = selection.ranges.at(-1)
    const source: Block | null = last === undefined ? null : blockOf(layout, last)
    if (source === null) return
    takeKeyboard()
    let drag: FillDrag | null = null
    this.#begin(
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
