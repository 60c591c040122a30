// The options AG Grid is created with, and its modules. What a sheet does beyond showing cells is ours: moving, selecting,
// filling, the clipboard.

import {
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  CustomEditorModule,
  HighlightChangesModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  TooltipModule,
  type ColDef,
  type ColGroupDef,
  type ColumnGroupOpenedEvent,
  type GridOptions,
} from 'ag-grid-community'
import type { View } from '#model/view.ts'
import { isYearFolded } from '#session/column.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import type { Workbench } from '#session/workbench.svelte.ts'
import { cellEdit } from './cellEdit.ts'
import { followWidth, sheetColumns, yearOfGroup } from './columns.ts'
import { takesKey } from './keyboard.ts'
import { rowHeight } from './marks.ts'
import { NumberEditor } from './numberEditor.ts'
import { cellOf, sheetRows, type SheetRow } from './row.ts'
import { cellSource } from './source.ts'
import { sheetTheme } from './theme.ts'
import { sectionOfGroup, turnedColumns, yearOfRow } from './turnedColumns.ts'

ModuleRegistry.registerModules([
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  CustomEditorModule,
  HighlightChangesModule,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  TooltipModule,
])

export const columnsFor = (open: OpenModel, sheetWidth: number): (ColDef<SheetRow> | ColGroupDef<SheetRow>)[] =>
  (open.view.orientation === 'across' ? sheetColumns : turnedColumns)(
    open.model,
    open.view,
    cellSource(open),
    sheetWidth,
  )

export const rowsFor = (open: OpenModel): SheetRow[] => sheetRows(open.sheet.layout, open.view.foldedSections)

const toggled = <Item>(items: readonly Item[], item: Item): readonly Item[] =>
  items.includes(item) ? items.filter((each) => each !== item) : [...items, item]

/** What is folded after groups of columns were folded or unfolded by mouse: years laid across, sections laid down. */
export const foldedAfter = (
  { orientation, foldedYears, foldedSections }: View,
  { columnGroups }: Pick<ColumnGroupOpenedEvent<SheetRow>, 'columnGroups'>,
): Pick<View, 'foldedYears' | 'foldedSections'> => {
  let [years, sections] = [foldedYears, foldedSections]
  for (const group of columnGroups) {
    const id = group.getGroupId()
    const fold = <Item>(items: readonly Item[], item: Item): readonly Item[] =>
      items.includes(item) === group.isExpanded() ? toggled(items, item) : items
    const year = yearOfGroup(id)
    if (orientation === 'down') sections = fold(sections, sectionOfGroup(id))
    else if (year !== null) years = fold(years, year)
  }
  return { foldedYears: years, foldedSections: sections }
}

export const rowClass = (open: OpenModel, row: SheetRow | undefined): string | undefined => {
  if (row?.kind === 'section') return `section-row${row.isFolded ? ' is-folded' : ''}`
  const year = yearOfRow(row)
  return year === null ? undefined : `year-row${isYearFolded(open.view, year) ? ' is-folded' : ''}`
}

/** Columns of two lines of header; of three or four where lines are columns, with their formulas. */
const headerHeight = ({ orientation, areFormulasShown }: View): number =>
  orientation === 'across' ? 40 : areFormulasShown ? 92 : 74

export const gridOptions = (
  open: OpenModel,
  workbench: Workbench,
  sheetWidth: number,
  /** Columns were moved, folded, or got another width. */
  relay: () => void,
): GridOptions<SheetRow> => ({
  theme: sheetTheme,
  rowData: rowsFor(open),
  columnDefs: columnsFor(open, sheetWidth),
  defaultColDef: {
    sortable: false,
    suppressMovable: true,
    resizable: false,
    cellDataType: false,
    cellEditor: NumberEditor,
    cellEditorParams: ({ data, column }: { data: SheetRow; column: { getColId: () => string } }) => {
      const { layout, blocks } = open.sheet
      const cell = cellOf(layout, data.id, column.getColId())
      const [line, time] = [layout.lineAt.get(cell?.line ?? '') ?? -1, layout.timeAt.get(cell?.column ?? '') ?? -1]
      const target = blocks.targetAt(line, time)
      return target === null ? {} : cellEdit(open, target)
    },
    suppressKeyboardEvent: (params) => takesKey(workbench, params),
    enableCellChangeFlash: true,
  },
  getRowId: ({ data }) => data.id,
  getRowClass: ({ data }) => rowClass(open, data),
  readOnlyEdit: true,
  onCellClicked: ({ data, column }) => {
    const year = yearOfRow(data)
    if (data?.kind === 'section' && column.getColId() === 'label') open.sheet.toggleSection(data.section)
    else if (year !== null && column.getColId() === 'time')
      open.sheet.time.fold({ kind: 'year', year }, !isYearFolded(open.view, year))
  },
  onCellDoubleClicked: ({ data, column }) => {
    if (data?.kind === 'line' && column.getColId() === 'label') open.lines.rename()
  },
  onColumnGroupOpened: (event) => {
    const change = foldedAfter(open.view, event)
    const isNews = change.foldedYears !== open.view.foldedYears || change.foldedSections !== open.view.foldedSections
    if (isNews) open.look(change)
    open.sheet.settle()
  },
  onDisplayedColumnsChanged: relay,
  onColumnResized: relay,
  onGridSizeChanged: ({ api, clientWidth }) => {
    if (open.view.orientation === 'across') followWidth(api, clientWidth)
    const column = api.isDestroyed() ? undefined : api.getFocusedCell()?.column
    if (column !== undefined) api.ensureColumnVisible(column)
  },
  enterNavigatesVertically: true,
  stopEditingWhenCellsLoseFocus: true,
  suppressColumnMoveAnimation: true,
  suppressDragLeaveHidesColumns: true,
  animateRows: false,
  // A row moved by a transform would stand as one in the order of layers: marks go over its cells and under its frozen ones.
  suppressRowTransform: true,
  ensureDomOrder: true,
  rowHeight,
  headerHeight: headerHeight(open.view),
  groupHeaderHeight: 26,
  tooltipShowDelay: 500,
  cellFlashDuration: 250,
  cellFadeDuration: 500,
})
