// Moves: where the arrows, Home, End and the page keys lead from a place, as in Excel with its first columns frozen. Each
// gives a place of the layout and changes nothing; Shift with the same key extends a selection to that place.

import { isLine, within, type Layout, type Place } from './layout.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

/** How many whole rows and columns the screen shows. */
export type Page = { readonly rows: number; readonly columns: number }

/** Whether a cell shows anything: Ctrl with an arrow runs to the edge of what is filled. */
export type IsFilled = (place: Place) => boolean

/** A place some rows further down and columns further right on screen, kept on the layout. */
export const moved = (layout: Layout, { line, time }: Place, down: number, right: number): Place => {
  const [lines, times] = layout.orientation === 'across' ? [down, right] : [right, down]
  return { line: within(line + lines, layout.lines.length), time: within(time + times, layout.times.length) }
}

const steps: Readonly<Record<Direction, readonly [down: number, right: number]>> = {
  left: [0, -1],
  right: [0, 1],
  up: [-1, 0],
  down: [1, 0],
}

export const step = (layout: Layout, from: Place, direction: Direction): Place =>
  moved(layout, from, ...steps[direction])

const isSame = (one: Place, other: Place): boolean => one.line === other.line && one.time === other.time

/** The end of the filled run, or, from its end or from an empty cell, the next filled cell; else the sheet's edge. */
export const jump = (layout: Layout, from: Place, direction: Direction, isFilled: IsFilled): Place => {
  const next = (place: Place): Place => step(layout, place, direction)
  let at = next(from)
  if (isSame(at, from)) return from
  if (isFilled(from) && isFilled(at)) {
    for (let beyond = next(at); !isSame(beyond, at) && isFilled(beyond); beyond = next(at)) at = beyond
    return at
  }
  while (!isFilled(at) && !isSame(next(at), at)) at = next(at)
  return at
}

/** The first quarter or year: what stands before it is frozen. */
const firstTime = ({ times }: Layout): number => (times.length > 1 ? 1 : 0)

/** The first cell of the row, past what is frozen; from there, and on a constant, the constant. */
export const home = (layout: Layout, { line, time }: Place): Place => {
  if (layout.orientation === 'down') return { line: 0, time }
  const first = firstTime(layout)
  const stop = layout.lines[line]
  const isConstant = stop?.kind === 'line' && stop.line.kind === 'constant'
  return { line, time: isConstant || time === first ? 0 : first }
}

export const sheetStart = (layout: Layout): Place => ({ line: 0, time: firstTime(layout) })

export const sheetEnd = ({ lines, times }: Layout): Place => ({ line: lines.length - 1, time: times.length - 1 })

/** The nearest position on an axis in a direction that is not a section's heading; null where there is none. */
const nextLine = (layout: Layout, from: number, by: 1 | -1): number | null => {
  for (let at = from + by; at >= 0 && at < layout.lines.length; at += by) if (isLine(layout, at)) return at
  return null
}

/** The nearest time in a direction that is no year beside its quarters; null where there is none. */
const nextTime = ({ times, openYears }: Layout, from: number, by: 1 | -1): number | null => {
  for (let at = from + by; at >= 0 && at < times.length; at += by) if (!openYears.has(at)) return at
  return null
}

/** One row on (or back), past headings and years beside their quarters; null at the sheet's end. */
export const nextRow = (layout: Layout, { line, time }: Place, by: 1 | -1): Place | null => {
  if (layout.orientation === 'across') {
    const next = nextLine(layout, line, by)
    return next === null ? null : { line: next, time }
  }
  const next = nextTime(layout, time, by)
  return next === null ? null : { line, time: next }
}

/** The time a row begins with for Tab: the first quarter, or the first year where all are folded. */
const firstOfRow = (layout: Layout): number => {
  const quarter = layout.times.findIndex(({ kind }) => kind === 'quarter')
  return quarter < 0 ? firstTime(layout) : quarter
}

/**
 * One cell on along the row (or back), past headings and years beside their quarters; from a row's end to the next row's first
 * cell. Null at the sheet's end.
 */
export const nextCell = (layout: Layout, from: Place, by: 1 | -1): Place | null => {
  const { line, time } = from
  if (layout.orientation === 'across') {
    const first = firstOfRow(layout)
    const next = by === -1 && time === first ? null : nextTime(layout, time, by)
    if (isLine(layout, line) && next !== null) return { line, time: next }
    const row = nextRow(layout, from, by)
    const last = nextTime(layout, layout.times.length, -1) ?? first
    return row === null ? null : { line: row.line, time: by === 1 ? first : last }
  }
  const next = nextLine(layout, line, by)
  if (next !== null) return { line: next, time }
  const row = nextRow(layout, from, by)
  const edge = by === 1 ? nextLine(layout, -1, 1) : nextLine(layout, layout.lines.length, -1)
  return row === null || edge === null ? null : { line: edge, time: row.time }
}
