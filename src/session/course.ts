// The Course is where Enter and Tab lead, as in Excel: on to the next line or cell past the sections’ headings; after a run
// of Tabs Enter goes back to where the run began, a row further on; and within a selection of several cells both go round
// it.

import { cellAt, isLine, placeOf, type Cell, type Layout, type Place } from './layout.ts'
import { moved, nextCell, nextRow } from './move.ts'
import { linesIn, sizeOf, timesIn, type Block } from './range.ts'

const screenShape = (layout: Layout, block: Block): readonly [rows: number, columns: number] =>
  layout.orientation === 'across' ? [linesIn(block), timesIn(block)] : [timesIn(block), linesIn(block)]

/** The place so many steps into a block, row by row or column by column. */
const placeInBlock = (layout: Layout, block: Block, at: number, isByRow: boolean): Place => {
  const [rows, columns] = screenShape(layout, block)
  const first = { line: block.firstLine, time: block.firstTime }
  return isByRow
    ? moved(layout, first, Math.floor(at / columns), at % columns)
    : moved(layout, first, at % rows, Math.floor(at / rows))
}

/** How many steps into a block a place lies; -1 where it lies outside. */
const stepsInto = (layout: Layout, block: Block, place: Place, isByRow: boolean): number => {
  const [line, time] = [place.line - block.firstLine, place.time - block.firstTime]
  const [row, column] = layout.orientation === 'across' ? [line, time] : [time, line]
  const [rows, columns] = screenShape(layout, block)
  if (row < 0 || row >= rows || column < 0 || column >= columns) return -1
  return isByRow ? row * columns + column : column * rows + row
}

/** The next cell round a selection, past headings and years beside their quarters, and from its end to its beginning. */
export const nextInBlocks = (
  layout: Layout,
  blocks: readonly Block[],
  from: Place,
  by: 1 | -1,
  isByRow: boolean,
): Place => {
  const total = sizeOf(blocks)
  const areAllYears = blocks.every(({ firstTime, lastTime }) =>
    layout.times.slice(firstTime, lastTime + 1).every((_, at) => layout.openYears.has(firstTime + at)),
  )
  const inside = blocks.findIndex((block) => stepsInto(layout, block, from, isByRow) >= 0)
  const before = sizeOf(blocks.slice(0, Math.max(inside, 0)))
  const block = blocks[inside]
  let at = block === undefined ? 0 : before + stepsInto(layout, block, from, isByRow)
  for (let count = 0; count < total; count += 1) {
    at = (at + by + total) % total
    let rest = at
    const here = blocks.find((each) => {
      const size = sizeOf([each])
      if (rest < size) return true
      rest -= size
      return false
    })
    if (here === undefined) return from
    const place = placeInBlock(layout, here, rest, isByRow)
    if (isLine(layout, place.line) && (areAllYears || !layout.openYears.has(place.time))) return place
  }
  return from
}

export class Course {
  /** The cell the run of Tabs began in, and the one it has led to; null outside a run. */
  #run: { readonly from: Cell; readonly to: Cell } | null = null

  /** Ends a run of Tabs: the cursor was put somewhere else. */
  endRun(): void {
    this.#run = null
  }

  /** Where the run began, if the cursor is still where its last Tab led: whatever else put it elsewhere has ended the run. */
  #beganFor(layout: Layout, at: Place): Cell | null {
    const last = this.#run === null ? null : placeOf(layout, this.#run.to)
    return this.#run !== null && last?.line === at.line && last.time === at.time ? this.#run.from : null
  }

  /** Where Tab leads; null where that is out of the sheet. */
  afterTab(layout: Layout, from: Place, cell: Cell, by: 1 | -1): Place | null {
    const place = nextCell(layout, from, by)
    const isSameRow = layout.orientation === 'across' ? place?.line === from.line : place?.time === from.time
    // On another row a run begins anew.
    const began = this.#beganFor(layout, from) ?? cell
    this.#run = place === null || !isSameRow ? null : { from: began, to: cellAt(layout, place) }
    return place
  }

  /** Where Enter leads; the same place where no row follows. */
  afterEnter(layout: Layout, from: Place, by: 1 | -1): Place {
    const next = nextRow(layout, from, by)
    const cell = this.#beganFor(layout, from)
    const began = cell === null ? null : placeOf(layout, cell)
    this.endRun()
    if (next === null) return from
    if (began === null) return next
    return layout.orientation === 'across' ? { ...next, time: began.time } : { ...next, line: began.line }
  }
}
