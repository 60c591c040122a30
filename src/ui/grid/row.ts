// The rows of the drawn sheet, and the names the grid gives to rows and columns. Laid across, a row is a line or a section's
// heading and a column a time; laid down, a row is a time and a column a line.

import type { LineItem } from '#model/lineItem.ts'
import { columnId, readColumnId, type Column } from '#session/column.ts'
import { cellAt, type Cell, type Layout, type Place } from '#session/layout.ts'

export type SheetRow =
  | { readonly kind: 'section'; readonly id: string; readonly section: string; readonly isFolded: boolean }
  | { readonly kind: 'line'; readonly id: string; readonly line: LineItem }
  | { readonly kind: 'time'; readonly id: string; readonly column: Column }

/** Laid down, a line's column: no id of a line can be one of the grid's own columns. */
const lineColumn = (id: string): string => `line:${id}`

export const sheetRows = ({ orientation, lines, times }: Layout, foldedSections: readonly string[]): SheetRow[] =>
  orientation === 'down'
    ? times.map((column): SheetRow => ({ kind: 'time', id: columnId(column), column }))
    : lines.map((stop): SheetRow =>
        stop.kind === 'line'
          ? stop
          : { kind: 'section', id: stop.id, section: stop.section, isFolded: foldedSections.includes(stop.section) },
      )

/** The grid's column for a line or heading laid across, by its id. */
export const columnOfLine = (id: string): string => (id.startsWith('section:') ? id : lineColumn(id))

const lineOfColumn = (colId: string): string | null =>
  colId.startsWith('line:') ? colId.slice('line:'.length) : colId.startsWith('section:') ? colId : null

/** The cell of a row and a column by the grid's names; null in the columns of labels and units. */
export const cellOf = ({ orientation }: Layout, rowId: string, colId: string): Cell | null => {
  if (orientation === 'across') return readColumnId(colId) === null ? null : { line: rowId, column: colId }
  const line = lineOfColumn(colId)
  return line === null ? null : { line, column: rowId }
}

/** Where a place is drawn: the row's index and the column's id. */
export const drawnAt = (layout: Layout, place: Place): { readonly rowIndex: number; readonly colId: string } => {
  const { line, column } = cellAt(layout, place)
  return layout.orientation === 'across'
    ? { rowIndex: place.line, colId: column }
    : { rowIndex: place.time, colId: columnOfLine(line) }
}
