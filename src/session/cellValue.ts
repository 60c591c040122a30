// The value a cell shows, whatever its column, and whether somebody typed it.

import type { Results } from '#engine/results.ts'
import { originOf } from '#model/origin.ts'
import type { Target } from './proposal.ts'

/** What is needed of a cell to know its value. */
type Valued = Pick<Target, 'shown' | 'line' | 'column'>

/** Constants stand in their own column and nowhere else. */
export const isBlank = ({ line, column }: Pick<Target, 'line' | 'column'>): boolean =>
  (line.kind === 'constant') !== (column.kind === 'constant')

/** In the line's own unit; NaN where there is no value, or the cell is blank. */
export const valueAt = (results: Results, cell: Valued): number => {
  if (isBlank(cell)) return NaN
  const { shown, line, column } = cell
  switch (column.kind) {
    case 'quarter':
      return results.valueOf(shown, line.id, column.quarter)
    case 'year':
      return results.yearOf(shown, line.id, column.year)
    case 'constant':
      return results.constantOf(shown, line.id)
  }
}

/** Whether a cell shows a number that somebody typed, in whatever scenario. */
export const isTypedAt = ({ model }: Results, cell: Valued): boolean => {
  const { shown, line, column } = cell
  if (isBlank(cell) || column.kind === 'year') return false
  return column.kind === 'constant' || originOf(model, shown, line, column.quarter).from === 'typed'
}

/** A computed number to 15 significant digits, as Excel keeps it: 31.999999999999995 is 32. */
export const withoutNoise = (value: number): number => Number(value.toPrecision(15))
