// The sheet: AG Grid made to show the open model. It is created once for a model's shape (lines and columns) and then only
// told to look again; the grid compares faces and repaints the cells that changed.

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
  createGrid,
  type GridApi,
  type GridOptions,
} from 'ag-grid-community'
import { shownUnit } from '#model/figure.ts'
import { unitName } from '#model/unit.ts'
import { allLines, type Model } from '#model/model.ts'
import { lineWarnings } from '#session/formulaWarning.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import { whyLocked } from '#session/proposal.ts'
import { cellEdit } from './cellEdit.ts'
import { labelTooltip, tooltipOf } from './cellText.ts'
import { followWidth, sheetColumns, type CellSource } from './columns.ts'
import { faceOf, labelFace, noFace } from './face.ts'
import { foldedAfter, shownColumn } from './folding.ts'
import { takesKey, targetAt, toggleSection } from './keys.ts'
import { Course } from './course.ts'
import { NumberEditor } from './numberEditor.ts'
import { sectionRowId, sheetRows, type SheetRow } from './row.ts'
import { sheetTheme } from './theme.ts'

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

/** What the cells are drawn from: any of it changing is a reason to look again. */
type Seen = Pick<OpenModel, 'results' | 'shown' | 'view'>

export type Sheet = {
  /** Reads rows and cells of the open model again; only what differs is repainted. */
  readonly refresh: (seen: Seen) => void
  readonly focusSelection: () => void
  readonly destroy: () => void
}

const cellSource = (open: OpenModel): CellSource => ({
  label: (row) =>
    row.kind === 'section'
      ? { text: row.section, marks: '' }
      : labelFace(open.model, row.line, lineWarnings(open.results, open.shown, row.line)),
  unit: (row) =>
    row.kind === 'section' ? noFace : { text: unitName(shownUnit(row.line.unit, open.view.scale)), marks: '' },
  labelTooltip: (row) =>
    row.kind === 'section'
      ? null
      : labelTooltip(open.model, row.line, lineWarnings(open.results, open.shown, row.line)),
  face: (row, column) =>
    row.kind === 'section'
      ? noFace
      : faceOf({ results: open.results, shown: open.shown, line: row.line, column }, open.view.scale),
  tooltip: (row, column) => (row.kind === 'section' ? null : tooltipOf(open.results, open.shown, row.line, column)),
  isEditable: (row, column) => row.kind === 'line' && whyLocked(open.model, { line: row.line, column }) === null,
})

/** The selection is the focused cell, from the moment it has the keyboard. */
const followFocus = (open: OpenModel, api: GridApi<SheetRow>): void => {
  const focused = api.getFocusedCell()
  const row = focused === null ? undefined : api.getDisplayedRowAtIndex(focused.rowIndex)?.data
  if (focused !== null && row !== undefined) open.select({ line: row.id, column: focused.column.getColId() })
}

/** Focuses the selected cell; where it is folded away, its section's heading or its year. */
const focusSelection = (open: OpenModel, api: GridApi<SheetRow>, place: 'middle' | null = null): void => {
  const { selection } = open
  if (selection === null) return
  const section = open.selectedLine?.section
  const row =
    api.getRowNode(selection.line) ?? (section === undefined ? undefined : api.getRowNode(sectionRowId(section)))
  if (row?.rowIndex === undefined || row.rowIndex === null) return
  api.ensureIndexVisible(row.rowIndex, place)
  api.setFocusedCell(row.rowIndex, shownColumn(api, open.model, selection.column))
}

/** Selects a column that is there after a year was folded: the year stands for its quarters. */
const selectShown = (open: OpenModel, api: GridApi<SheetRow>): void => {
  const { selection } = open
  if (selection !== null) open.select({ ...selection, column: shownColumn(api, open.model, selection.column) })
}

const gridOptions = (open: OpenModel, sheetWidth: number, course: Course): GridOptions<SheetRow> => ({
  theme: sheetTheme,
  rowData: [...sheetRows(open.model, open.view.foldedSections)],
  columnDefs: sheetColumns(open.model, open.view.foldedYears, cellSource(open), sheetWidth),
  defaultColDef: {
    sortable: false,
    suppressMovable: true,
    resizable: false,
    cellDataType: false,
    cellEditor: NumberEditor,
    cellEditorParams: ({ data, column }: { data: SheetRow; column: { getColId: () => string } }) => {
      const target = targetAt(open, data, column.getColId())
      return target === null ? {} : cellEdit(open, target)
    },
    suppressKeyboardEvent: (params) => takesKey(open, course, params),
    enableCellChangeFlash: true,
  },
  getRowId: ({ data }) => data.id,
  getRowClass: ({ data }) => (data?.kind === 'section' ? `section-row${data.isFolded ? ' is-folded' : ''}` : undefined),
  readOnlyEdit: true,
  onCellClicked: ({ data, column }) => {
    if (data?.kind === 'section' && column.getColId() === 'label') toggleSection(open, data.section)
  },
  onColumnGroupOpened: (event) => {
    open.look({ foldedYears: foldedAfter(open.view, event) })
    selectShown(open, event.api)
  },
  onGridSizeChanged: ({ api, clientWidth }) => {
    followWidth(api, clientWidth)
    const focused = api.getFocusedCell()
    if (focused !== null) api.ensureColumnVisible(focused.column)
  },
  enterNavigatesVertically: true,
  stopEditingWhenCellsLoseFocus: true,
  suppressColumnMoveAnimation: true,
  suppressDragLeaveHidesColumns: true,
  animateRows: false,
  ensureDomOrder: true,
  groupHeaderHeight: 26,
  tooltipShowDelay: 500,
  cellFlashDuration: 250,
  cellFadeDuration: 500,
})

/** What the grid was built for; when any of it changes, columns and rows are laid anew. */
const shapeOf = ({ timeline, lastActual, fiscalCalendar }: Model): readonly unknown[] => [
  timeline.first,
  timeline.last,
  lastActual,
  fiscalCalendar,
]

export const createSheet = (element: HTMLElement, open: OpenModel): Sheet => {
  const course = new Course()
  const api = createGrid<SheetRow>(element, gridOptions(open, element.clientWidth, course))
  const listening = new AbortController()
  const listen = (type: 'focusin' | 'pointerdown' | 'click' | 'dblclick', heard: (target: Element) => void): void => {
    const onEvent = ({ target }: Event): void => {
      if (target instanceof Element) heard(target)
    }
    element.addEventListener(type, onEvent, { signal: listening.signal })
  }
  // A year folded by mouse gives the keyboard back to the sheet; one folded by key keeps it in the header.
  const returnFromYear = (target: Element): void => {
    if (target.closest('.ag-header-group-cell') !== null) focusSelection(open, api)
  }
  listen('focusin', () => {
    followFocus(open, api)
  })
  listen('pointerdown', () => {
    course.endRun()
  })
  listen('click', returnFromYear)
  listen('dblclick', returnFromYear)
  api.setGridAriaProperty('label', `${open.model.name}: line items by quarter`)
  let lines = allLines(open.model)
  let folded = open.view.foldedSections
  let shape = shapeOf(open.model)
  let isShown = open.shown
  /** Scrolls so that the last actual stands third from the left, with what came before it beside it. */
  const showLastActual = (): void => {
    const { lastActual } = open.model
    const columns = api.getAllDisplayedColumns().filter((column) => column.getPinned() === null)
    const at = columns.findIndex((column) => column.getColId() === lastActual)
    const anchor = columns[Math.max(at - 2, 0)]
    if (anchor !== undefined) api.ensureColumnVisible(anchor, 'start')
  }
  requestAnimationFrame(() => {
    if (api.isDestroyed()) return
    showLastActual()
    focusSelection(open, api, 'middle')
  })
  return {
    refresh: ({ results: { model }, shown, view }) => {
      const nextShape = shapeOf(model)
      if (nextShape.some((each, at) => each !== shape[at])) {
        shape = nextShape
        api.setGridOption('columnDefs', sheetColumns(model, view.foldedYears, cellSource(open), element.clientWidth))
      }
      const nextLines = allLines(model)
      if (nextLines !== lines || view.foldedSections !== folded) {
        lines = nextLines
        folded = view.foldedSections
        api.setGridOption('rowData', [...sheetRows(model, folded)])
      }
      // Another scenario is another page, not a change to point at.
      api.refreshCells(isShown === shown ? {} : { suppressFlash: true })
      isShown = shown
    },
    focusSelection: () => {
      focusSelection(open, api)
    },
    destroy: () => {
      listening.abort()
      api.destroy()
    },
  }
}
