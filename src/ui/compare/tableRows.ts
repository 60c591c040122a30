// The rows of the comparison's table: a heading for each section, then its lines. All are of one height, so that of a
// thousand only those on screen are drawn.

import type { LineItem } from '#model/lineItem.ts'

export type TableRow = { readonly id: string; readonly name: string; readonly line: LineItem | null }

export const tableRows = (lines: readonly LineItem[]): readonly TableRow[] =>
  lines.flatMap((line, at): readonly TableRow[] => {
    const row: TableRow = { id: line.id, name: line.label, line }
    const isFirst = lines[at - 1]?.section !== line.section
    return isFirst ? [{ id: `section:${line.section}`, name: line.section, line: null }, row] : [row]
  })

/** In pixels: what the table's style sheet gives a row, and its two rows of headings. */
export const rowHeight = 25
export const headHeight = 50

/** Rows drawn beyond those on screen, so that scrolling meets no gap. */
const spare = 12

export type Drawn = { readonly first: number; readonly end: number }

/** The rows to draw, from the first to before the end. */
export const windowOf = (count: number, scrollTop: number, height: number): Drawn => ({
  first: Math.max(Math.min(Math.floor(scrollTop / rowHeight), count) - spare, 0),
  end: Math.min(Math.ceil((scrollTop + height) / rowHeight) + spare, count),
})
