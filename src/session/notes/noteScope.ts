// Which cells a note is about to be written on, in words.

import { counted } from '#base/listing.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import type { Model } from '#model/model.ts'
import { originOf } from '#model/origin.ts'
import type { NotedCell } from '../noteEdit.ts'
import { placeName, type Target } from '../proposal.ts'

/** `Revenue · FY26 Q2`, `12 cells`. */
export const notePlace = (model: Model, cells: readonly NotedCell[]): string => {
  const [first] = cells
  if (first === undefined) return ''
  return cells.length === 1
    ? `${first.line.label} · ${fiscalName(first.column.quarter, model.fiscalCalendar)}`
    : counted(cells.length, 'cell')
}

/** For how many cells the note is, and which selected ones are left out; empty for a single cell. */
export const noteScope = (model: Model, targets: readonly Target[], cells: readonly NotedCell[]): string => {
  const [first, last] = [cells.at(0), cells.at(-1)]
  if (first === undefined || last === undefined || targets.length === 1) return ''
  const isTyped = originOf(model, first.shown, first.line, first.column.quarter).from === 'typed'
  const what = counted(cells.length, isTyped ? 'typed number' : 'computed cell')
  const place = (cell: NotedCell): string => placeName(model, cell.line, cell.column.quarter)
  const whole =
    cells.length === 1 ? `For ${place(first)} alone.` : `The same for ${what}, from ${place(first)} to ${place(last)}.`
  const left = targets.length - cells.length
  return left === 0
    ? whole
    : `${whole} ${counted(left, 'other selected cell is', 'other selected cells are')} left out.`
}
