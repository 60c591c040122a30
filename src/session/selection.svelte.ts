// The Selection of the sheet: the cursor, which is the one cell that keys go to, and the ranges round it, the last of which
// Shift extends. All by ids: it stays on its cells when lines or quarters are folded, added or moved.

import type { Model } from '#model/model.ts'
import { addQuarters } from '#model/quarter.ts'
import { columnId } from './column.ts'
import { cellAt, placeOf, type Cell, type Layout, type Place } from './layout.ts'
import { blocksOf, holds, rangeOf, rangeOver, sizeOf, type Block, type Range } from './range.ts'

/** The cell the cursor starts on: the first driver that differs by quarter, in the first quarter of the forecast. */
export const firstCursor = (model: Model): Cell | null => {
  const { lastActual, timeline } = model
  const quarter = lastActual === null || lastActual === timeline.last ? timeline.first : addQuarters(lastActual, 1)
  const line = model.lines.find(({ driver, kind }) => driver && kind !== 'constant') ?? model.lines[0]
  return line === undefined ? null : { line: line.id, column: columnId({ kind: 'quarter', quarter }) }
}

const isSame = (one: Cell | null, other: Cell | null): boolean =>
  one?.line === other?.line && one?.column === other?.column

export class Selection {
  cursor: Cell | null = $state.raw(null)
  /** Empty only where there is no cursor. */
  ranges: readonly Range[] = $state.raw([])
  /** After Shift+F8 the next range is added to those there are. */
  isAdding: boolean = $state(false)
  /** Whether, while ranges are added, the next move begins one: else it moves the one begun last. */
  #beginsRange = true
  /** Told when the cursor goes to another cell. */
  readonly #onMoved: () => void

  constructor(cursor: Cell | null, onMoved: () => void) {
    this.#onMoved = onMoved
    this.put(cursor)
  }

  #set(cursor: Cell | null, ranges: readonly Range[]): void {
    const isMoved = !isSame(cursor, this.cursor)
    this.cursor = cursor
    this.ranges = ranges
    if (isMoved) this.#onMoved()
  }

  /** Selects one cell and nothing else. */
  put(cell: Cell | null): void {
    this.#set(cell, cell === null ? [] : [rangeOf(cell)])
  }

  /** Moves on to a cell: beside the ranges there are, where they are being added to. */
  go(cell: Cell): void {
    if (!this.isAdding) this.put(cell)
    else if (this.#beginsRange) this.add(cell)
    else this.#set(cell, [...this.ranges.slice(0, -1), rangeOf(cell)])
    this.#beginsRange = false
  }

  /** Begins or ends adding ranges. */
  toggleAdding(): void {
    this.isAdding = !this.isAdding
    this.#beginsRange = true
  }

  /** Extends the last range to a cell; the cursor stays where the range was begun. */
  extendTo(cell: Cell): void {
    const last = this.ranges.at(-1)
    this.#beginsRange = true
    if (last === undefined || this.cursor === null) this.put(cell)
    else this.#set(last.anchor, [...this.ranges.slice(0, -1), { ...last, head: cell }])
  }

  /** Begins another range beside those there are. */
  add(cell: Cell): void {
    this.#set(cell, [...this.ranges, rangeOf(cell)])
  }

  /** Selects ranges; the cursor stands at the beginning of the last one unless said otherwise. */
  choose(ranges: readonly Range[], cursor: Cell | null = ranges.at(-1)?.anchor ?? null): void {
    this.#set(cursor, cursor === null ? [] : ranges)
  }

  /** Selects a block; the cursor stands on its first cell. */
  chooseBlock(layout: Layout, block: Block): void {
    this.choose([rangeOver(layout, block)])
  }

  /** Changes the last range, as whole lines for instance, and leaves the others and the cursor. */
  reshape(change: Partial<Range>): void {
    const last = this.ranges.at(-1)
    if (last !== undefined) this.#set(this.cursor, [...this.ranges.slice(0, -1), { ...last, ...change }])
  }

  /** Moves the cursor within the ranges. */
  visit(cell: Cell): void {
    this.#set(cell, this.ranges)
  }

  /** Where the cursor stands; null where there is none, or its line or quarter is gone. */
  place(layout: Layout): Place | null {
    return this.cursor === null ? null : placeOf(layout, this.cursor)
  }

  /** Where Shift extends from: the far end of the last range. */
  head(layout: Layout): Place | null {
    const head = this.ranges.at(-1)?.head
    return head === undefined ? null : placeOf(layout, head)
  }

  blocks(layout: Layout): readonly Block[] {
    return blocksOf(layout, this.ranges)
  }

  isSeveral(layout: Layout): boolean {
    return sizeOf(this.blocks(layout)) > 1
  }

  /** Whether a cell is selected. */
  holds(layout: Layout, place: Place): boolean {
    return this.blocks(layout).some((block) => holds(block, place))
  }

  /** Puts the cursor on what is left once lines or quarters are gone, or on what its cell was folded into. */
  settle(layout: Layout): void {
    if (layout.lines.length === 0) {
      this.put(null)
      return
    }
    const place = this.place(layout) ?? this.head(layout) ?? { line: 0, time: 1 }
    const there = cellAt(layout, place)
    const isWhole = this.blocks(layout).length === this.ranges.length
    if (!isSame(there, this.cursor) || !isWhole) this.put(there)
  }
}
