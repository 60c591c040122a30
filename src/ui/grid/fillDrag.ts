// A FillDrag is what a drag of the fill handle covers: the source, stretched along the axis on which the pointer went further
// out of it.

import { span, type Fill } from '#session/fill.ts'
import type { Place } from '#session/layout.ts'
import type { Block } from '#session/range.ts'

export type FillDrag = { readonly fill: Fill; readonly covered: Block }

/** How far a position lies outside two ends: below the first it is negative. */
const beyond = (at: number, first: number, last: number): number =>
  at < first ? at - first : at > last ? at - last : 0

/** What is covered once the handle of a block is dragged to a place; null while it is inside the block. */
export const fillOf = (source: Block, { line, time }: Place): FillDrag | null => {
  const [lines, times] = [
    beyond(line, source.firstLine, source.lastLine),
    beyond(time, source.firstTime, source.lastTime),
  ]
  if (lines === 0 && times === 0) return null
  if (Math.abs(lines) > Math.abs(times)) {
    const covered = {
      ...source,
      firstLine: Math.min(source.firstLine, line),
      lastLine: Math.max(source.lastLine, line),
    }
    return {
      covered,
      fill: {
        axis: 'line',
        source: [source.firstLine, source.lastLine],
        covered: [covered.firstLine, covered.lastLine],
        others: span([source.firstTime, source.lastTime]),
      },
    }
  }
  const covered = { ...source, firstTime: Math.min(source.firstTime, time), lastTime: Math.max(source.lastTime, time) }
  return {
    covered,
    fill: {
      axis: 'time',
      source: [source.firstTime, source.lastTime],
      covered: [covered.firstTime, covered.lastTime],
      others: span([source.firstLine, source.lastLine]),
    },
  }
}
