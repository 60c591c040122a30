// A Range is a rectangle of cells between its anchor, where it was begun, and its head, where it was dragged to; or whole
// lines or times, whatever is added to them later. A Block is what a range covers on a layout: positions, ends included.

import { cellAt, placeOf, type Cell, type Layout, type Place } from './layout.ts'

export type Range = {
  readonly anchor: Cell
  readonly head: Cell
  /** Takes in every time of its lines. */
  readonly isWholeLines: boolean
  /** Takes in every line of its times. */
  readonly isWholeTimes: boolean
}

export type Block = {
  readonly firstLine: number
  readonly lastLine: number
  readonly firstTime: number
  readonly lastTime: number
}

export const rangeOf = (anchor: Cell, head: Cell = anchor): Range => ({
  anchor,
  head,
  isWholeLines: false,
  isWholeTimes: false,
})

/** What a range covers; null where one of its ends is no longer in the model. */
export const blockOf = (layout: Layout, { anchor, head, isWholeLines, isWholeTimes }: Range): Block | null => {
  const [one, other] = [placeOf(layout, anchor), placeOf(layout, head)]
  if (one === null || other === null) return null
  return {
    firstLine: isWholeTimes ? 0 : Math.min(one.line, other.line),
    lastLine: isWholeTimes ? layout.lines.length - 1 : Math.max(one.line, other.line),
    firstTime: isWholeLines ? 0 : Math.min(one.time, other.time),
    lastTime: isWholeLines ? layout.times.length - 1 : Math.max(one.time, other.time),
  }
}

export const blocksOf = (layout: Layout, ranges: readonly Range[]): readonly Block[] =>
  ranges.map((range) => blockOf(layout, range)).filter((block) => block !== null)

/** The range over a block, begun at its first cell. */
export const rangeOver = (layout: Layout, block: Block): Range =>
  rangeOf(
    cellAt(layout, { line: block.firstLine, time: block.firstTime }),
    cellAt(layout, { line: block.lastLine, time: block.lastTime }),
  )

export const linesIn = ({ firstLine, lastLine }: Block): number => lastLine - firstLine + 1

export const timesIn = ({ firstTime, lastTime }: Block): number => lastTime - firstTime + 1

export const holds = ({ firstLine, lastLine, firstTime, lastTime }: Block, { line, time }: Place): boolean =>
  line >= firstLine && line <= lastLine && time >= firstTime && time <= lastTime

/** Every place of some blocks once, block by block, in the order they are read on screen. */
export function* placesIn(layout: Layout, blocks: readonly Block[]): Generator<Place> {
  const isAcross = layout.orientation === 'across'
  for (const [at, block] of blocks.entries()) {
    const earlier = blocks.slice(0, at)
    const [rows, columns] = isAcross ? [linesIn(block), timesIn(block)] : [timesIn(block), linesIn(block)]
    for (let row = 0; row < rows; row += 1)
      for (let column = 0; column < columns; column += 1) {
        const [line, time] = isAcross ? [row, column] : [column, row]
        const place = { line: block.firstLine + line, time: block.firstTime + time }
        if (!earlier.some((each) => holds(each, place))) yield place
      }
  }
}

/** How many cells some blocks cover, each counted as often as it is covered. */
export const sizeOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + linesIn(block) * timesIn(block), 0)
