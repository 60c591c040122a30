// Two scenarios' sheets side by side, read only: the same lines and times, scrolling together. The right one leaves out labels
// and units. Both are created once and then only told to look again.

import { createGrid, type GridApi, type GridOptions } from 'ag-grid-community'
import { present } from '#base/assert.ts'
import { allLines, scenarioOf } from '#model/model.ts'
import type { View } from '#model/view.ts'
import { layoutOf } from '#session/layout.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import { sheetColumns } from './columns.ts'
import { differingSource, readOnlyColumns, type Sides } from './differing.ts'
import { rowHeight } from './marks.ts'
import { foldedAfter, rowClass } from './options.ts'
import { cellOf, drawnAt, sheetRows, type SheetRow } from './row.ts'
import { linkScrolling } from './scrollLink.ts'
import { differs } from './shape.ts'
import { cellSource } from './source.ts'
import { sheetTheme } from './theme.ts'
import { followFolding } from './turnedColumns.ts'

type Side = keyof Sides

export type DrawnPair = {
  /** Reads rows and cells again; only what differs is repainted. */
  readonly refresh: () => void
  readonly destroy: () => void
}

/** What of the view the pair follows: it always lies across, and shows no formulas. */
const pairView = ({ view }: OpenModel): View => ({ ...view, orientation: 'across', areFormulasShown: false })

const rowsOf = (open: OpenModel): SheetRow[] =>
  sheetRows(layoutOf(open.model, pairView(open)), open.view.foldedSections)

const isOfLeft = (id: string | undefined): boolean => id === 'label' || id === 'unit'

/** Half a window, in pixels, lays labels tight; only where the whole is small do they give way to the quarters. */
const layingWidth = (width: number): number => (width < 900 ? width / 2 : Math.max(width / 2, 520))

/** Where there is room for it a label is longer than half a window's sheet would have it. */
const labelWidth = (width: number): { width?: number } => (width < 1300 || width >= 1600 ? {} : { width: 220 })

const columnsOf = (open: OpenModel, side: Side, sides: () => Sides, width: number) => {
  const source = side === 'left' ? cellSource(open, () => sides().left) : differingSource(open, sides)
  const columns = sheetColumns(open.model, pairView(open), source, layingWidth(width))
  return side === 'left'
    ? readOnlyColumns(columns, false).map((column) =>
        'colId' in column && column.colId === 'label' ? { ...column, ...labelWidth(width) } : column,
      )
    : readOnlyColumns(
        columns.filter((column) => 'children' in column || !isOfLeft(column.colId)),
        true,
      )
}

const shapesOf = ({ model, view }: OpenModel) => {
  const { timeline, lastActual, fiscalCalendar } = model
  return {
    columns: [timeline.first, timeline.last, lastActual, fiscalCalendar, view.yearColumns, view.yearsBy],
    rows: [allLines(model), view.foldedSections],
  }
}

export const createPair = (
  elements: Readonly<Record<Side, HTMLElement>>,
  width: number,
  open: OpenModel,
  sides: () => Sides,
  /** Told how much wider, in pixels, the left one has to be for both to show as much of the quarters. */
  onWider: (pixels: number) => void,
): DrawnPair => {
  const listening = new AbortController()

  const toCell = (side: Side, rowId: string, colId: string): void => {
    const cell = cellOf(layoutOf(open.model, pairView(open)), rowId, colId)
    if (cell !== null) open.navigation.toCell(cell, sides()[side])
  }
  const optionsOf = (side: Side): GridOptions<SheetRow> => ({
    theme: sheetTheme,
    rowData: rowsOf(open),
    columnDefs: columnsOf(open, side, sides, width),
    defaultColDef: { sortable: false, suppressMovable: true, resizable: false, cellDataType: false },
    getRowId: ({ data }) => data.id,
    getRowClass: ({ data }) => rowClass(open, data),
    onCellClicked: ({ data, column }) => {
      if (data?.kind === 'section' && column.getColId() === 'label') open.sheet.toggleSection(data.section)
    },
    onCellDoubleClicked: ({ data, column }) => {
      if (data?.kind === 'line') toCell(side, data.id, column.getColId())
    },
    onCellKeyDown: ({ data, event, ...params }) => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Enter' || !('column' in params)) return
      if (data?.kind === 'section') open.sheet.toggleSection(data.section)
      else if (data?.kind === 'line') toCell(side, data.id, params.column.getColId())
    },
    onColumnGroupOpened: (event) => {
      const change = foldedAfter(pairView(open), event)
      if (change.foldedYears !== open.view.foldedYears) open.look(change)
    },
    onColumnResized: () => {
      tellWidth()
    },
    suppressColumnMoveAnimation: true,
    suppressDragLeaveHidesColumns: true,
    animateRows: false,
    suppressRowTransform: true,
    ensureDomOrder: true,
    rowHeight,
    headerHeight: 40,
    groupHeaderHeight: 26,
    tooltipShowDelay: 500,
    cellFlashDuration: 250,
    cellFadeDuration: 500,
  })
  const apis: Readonly<Record<Side, GridApi<SheetRow>>> = {
    left: createGrid(elements.left, optionsOf('left')),
    right: createGrid(elements.right, optionsOf('right')),
  }
  const both = ['left', 'right'] as const
  const tellWidth = (): void => {
    const widths = ['label', 'unit'].map((id) => apis.left.getColumn(id)?.getActualWidth() ?? 0)
    onWider(widths.reduce((sum, each) => sum + each, 0))
  }
  const name = (): void => {
    for (const side of both)
      apis[side].setGridAriaProperty('label', `${scenarioOf(open.model, sides()[side]).name}: line items by quarter`)
  }
  const viewports = both.map((side) =>
    present(elements[side].querySelector('.ag-grid-viewport'), 'the scroller of a grid'),
  )
  const [left, right] = viewports
  if (left !== undefined && right !== undefined) linkScrolling(left, right, listening.signal)
  name()
  tellWidth()

  requestAnimationFrame(() => {
    if (apis.left.isDestroyed()) return
    const layout = layoutOf(open.model, pairView(open))
    const at = layout.timeAt.get(open.model.lastActual ?? '') ?? 0
    const { colId } = drawnAt(layout, { line: 0, time: Math.max(at - 1, 0) })
    apis.left.ensureColumnVisible(colId, 'start')
  })

  let shapes = shapesOf(open)
  return {
    refresh: () => {
      const next = shapesOf(open)
      for (const side of both) {
        const api = apis[side]
        if (differs(next.columns, shapes.columns)) api.setGridOption('columnDefs', columnsOf(open, side, sides, width))
        if (differs(next.rows, shapes.rows)) {
          api.setGridOption('rowData', rowsOf(open))
          api.redrawRows()
        }
        followFolding(api, pairView(open))
        api.refreshCells()
      }
      shapes = next
      name()
    },
    destroy: () => {
      listening.abort()
      for (const side of both) apis[side].destroy()
    },
  }
}
