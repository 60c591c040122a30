// AG Grid Community with nothing of ours: as many rows and columns as the sheet it is measured beside, plain numbers, the same
// heights, widths and switches. An edit writes new numbers into the cells the sheet's own edit moved on screen, and refreshes
// those; a drag moves the focus, for a range is what the grid does not have.

import {
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  createGrid,
  HighlightChangesModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  TextEditorModule,
  themeQuartz,
  TooltipModule,
  type ColDef,
} from 'ag-grid-community'

// The sheet's modules (src/ui/grid/options.ts), the grid's own editor in the place of ours.
ModuleRegistry.registerModules([
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  HighlightChangesModule,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  TextEditorModule,
  TooltipModule,
])

type Row = { readonly id: string; readonly numbers: number[] }

/** A cell by its place: the row's index, and the column's, the first after those that stay left being 0. */
type BareCell = readonly [row: number, column: number]

declare global {
  /** Cells that an edit moves. */
  var moving: readonly BareCell[]
}

const asked = new URLSearchParams(location.search)
const ask = (name: string): number => Number(asked.get(name))
const [rowCount, columnCount] = [ask('rows'), ask('columns')]
const element = document.getElementById('grid')
if (element === null) throw new Error('The page has no grid.')
element.style.cssText = `width:${ask('width')}px;height:${ask('height')}px`

const rows: Row[] = Array.from({ length: rowCount }, (_, row) => ({
  id: String(row),
  numbers: Array.from({ length: columnCount }, (_, column) => ((row * 37 + column * 11) % 997) / 100),
}))

const numberColumn = (at: number): ColDef<Row, number> => ({
  colId: `c${at}`,
  headerName: `c${at}`,
  width: 86,
  editable: true,
  valueGetter: ({ data }) => data?.numbers[at],
  valueFormatter: ({ value }) => value?.toFixed(2) ?? '',
  valueParser: ({ newValue }) => Number(newValue),
  valueSetter: ({ data, newValue }) => {
    data.numbers[at] = newValue ?? NaN
    return true
  },
})

globalThis.moving = []
const api = createGrid<Row>(element, {
  theme: themeQuartz.withParams({ rowHeight: 25, fontSize: 12.5, cellHorizontalPadding: 8, spacing: 6 }),
  rowData: rows,
  columnDefs: [
    { colId: 'label', pinned: 'left', width: 252, valueGetter: ({ data }) => `line ${data?.id ?? ''}` },
    { colId: 'unit', pinned: 'left', width: 84, valueGetter: () => 'RMB m' },
    { colId: 'constant', pinned: 'left', width: 78, valueGetter: () => '' },
    ...Array.from({ length: columnCount }, (_, at) => numberColumn(at)),
  ],
  defaultColDef: {
    ...{ sortable: false, suppressMovable: true, resizable: false, cellDataType: false },
    enableCellChangeFlash: true,
  },
  getRowId: ({ data }) => data.id,
  onCellValueChanged: () => {
    const nodes = new Map(moving.map(([row]) => [row, api.getDisplayedRowAtIndex(row)]))
    for (const [row, column] of moving) {
      const numbers = rows[row]?.numbers
      if (numbers !== undefined) numbers[column] = (numbers[column] ?? 0) + 1
    }
    api.refreshCells({
      rowNodes: [...nodes.values()].filter((node) => node !== undefined),
      columns: [...new Set(moving.map(([, column]) => `c${column}`))],
    })
  },
  ...{ enterNavigatesVertically: true, enterNavigatesVerticallyAfterEdit: true, stopEditingWhenCellsLoseFocus: true },
  ...{ animateRows: false, ensureDomOrder: true, rowHeight: 25, headerHeight: 40 },
  ...{ cellFlashDuration: 250, cellFadeDuration: 500 },
})

addEventListener('mousemove', ({ buttons, target }) => {
  const cell = buttons === 1 && target instanceof Element ? target.closest('.ag-cell') : null
  const row = cell?.closest('.ag-row')?.getAttribute('row-index') ?? null
  if (cell !== null && row !== null) api.setFocusedCell(Number(row), cell.getAttribute('col-id') ?? '')
})
