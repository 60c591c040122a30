// The Course is where Enter, Tab and the arrows lead, as in Excel: Enter and Tab go from line to line past the sections’
// headings, and after a run of Tabs Enter goes back to the column where the run began, a line further on.

import type { GridApi } from 'ag-grid-community'
import { readColumnId, type ColumnId } from '#session/column.ts'
import type { SheetRow } from './row.ts'

/** A cell by its row, counted from 0 among the displayed ones, and its column. */
export type Place = { readonly row: number; readonly column: ColumnId }

type Api = GridApi<SheetRow>

const within = (at: number, count: number): number => Math.min(Math.max(at, 0), count - 1)

const isLine = (api: Api, row: number): boolean => api.getDisplayedRowAtIndex(row)?.data?.kind === 'line'

/** The nearest line below (1) or above (-1) a row; null where there is none. */
const nextLine = (api: Api, row: number, by: 1 | -1): number | null => {
  for (let at = row + by; at >= 0 && at < api.getDisplayedRowCount(); at += by) if (isLine(api, at)) return at
  return null
}

const displayedColumns = (api: Api): readonly ColumnId[] =>
  api.getAllDisplayedColumns().map((column) => column.getColId())

/** The column a line begins with for Tab: the first quarter, or the first year where all years are folded. */
const firstOfLine = (columns: readonly ColumnId[]): ColumnId | undefined =>
  columns.find((id) => readColumnId(id)?.kind === 'quarter') ?? columns.find((id) => readColumnId(id)?.kind === 'year')

/** One cell on; from a line's last quarter to the next line's first, and back. Null where that leads out of the sheet. */
const placeByTab = (api: Api, { row, column }: Place, by: 1 | -1): Place | null => {
  const columns = displayedColumns(api)
  const first = firstOfLine(columns)
  const beside = columns[columns.indexOf(column) + by]
  const isAtEnd = beside === undefined || (by === -1 && column === first)
  if (isLine(api, row) && !isAtEnd) return { row, column: beside }
  const next = nextLine(api, row, by)
  const start = by === 1 ? first : columns.at(-1)
  return next === null || start === undefined ? null : { row: next, column: start }
}

const arrowSteps = new Map<string, readonly [number, number]>([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
])

const endingKeys = new Set([...arrowSteps.keys(), 'Home', 'End', 'PageUp', 'PageDown'])

export class Course {
  /** The column the run of Tabs began in; null outside a run. */
  #runFrom: ColumnId | null = null

  /** Ends a run of Tabs: the cursor was put somewhere else. */
  endRun(): void {
    this.#runFrom = null
  }

  /** Ends a run of Tabs where a key moves the cursor some other way. */
  sees({ key }: KeyboardEvent): void {
    if (endingKeys.has(key)) this.endRun()
  }

  /** Where Tab leads; null where that is out of the sheet. */
  afterTab(api: Api, from: Place, { shiftKey }: KeyboardEvent): Place | null {
    const place = placeByTab(api, from, shiftKey ? -1 : 1)
    // On another line a run begins anew.
    this.#runFrom = place === null || place.row !== from.row ? null : (this.#runFrom ?? from.column)
    return place
  }

  /** Where Enter leads; the same place where no line follows. */
  afterEnter(api: Api, from: Place, { shiftKey }: KeyboardEvent): Place {
    const row = nextLine(api, from.row, shiftKey ? -1 : 1)
    const column = this.#runFrom ?? from.column
    this.endRun()
    return row === null ? from : { row, column }
  }

  /** Where an arrow leads: one cell on, on a heading too. */
  afterArrow(api: Api, { row, column }: Place, { key }: KeyboardEvent): Place {
    this.endRun()
    const [right, down] = arrowSteps.get(key) ?? [0, 0]
    const columns = displayedColumns(api)
    return {
      row: within(row + down, api.getDisplayedRowCount()),
      column: columns[within(columns.indexOf(column) + right, columns.length)] ?? column,
    }
  }
}

export const focusPlace = (api: Api, { row, column }: Place): void => {
  api.ensureColumnVisible(column)
  api.ensureIndexVisible(row)
  api.setFocusedCell(row, column)
}
