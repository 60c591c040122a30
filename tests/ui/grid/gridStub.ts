// What the sheet's own files ask of the grid: rows by kind, and the ids of the displayed columns.

import type { GridApi } from 'ag-grid-community'
import type { SheetRow } from '#ui/grid/row.ts'

/** `-` is a heading, `l` a line: `-ll-l`. */
export const gridStub = (rows: string, columns: readonly string[]): GridApi<SheetRow> => {
  const stub: Partial<Record<keyof GridApi, unknown>> = {
    getDisplayedRowCount: () => rows.length,
    getDisplayedRowAtIndex: (at: number) => ({ data: { kind: rows[at] === '-' ? 'section' : 'line' } }),
    getAllDisplayedColumns: () => columns.map((id) => ({ getColId: () => id })),
  }
  return stub as unknown as GridApi<SheetRow>
}
