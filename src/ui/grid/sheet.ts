// The sheet: AG Grid made to show the open model. It is created once for a model's shape (lines and columns) and then only
// told to look again; the grid compares faces and repaints the cells that changed.

import {
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  CustomEditorModule,
  EventApiModule,
  HighlightChangesModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  TooltipModule,
  createGrid,
  type CellFocusedEvent,
  type GridApi,
  type GridOptions,
} from 'ag-grid-community'
import { shownUnit } from '#model/figure.ts'
import { unitName } from '#model/unit.ts'
import { allLines, scenarioOf, type Model } from '#model/model.ts'
import { landingOf } from '#model/origin.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import { whyLocked, type Target } from '#session/proposal.ts'
import { editText, labelTooltip, tooltipOf } from './cellText.ts'
import { sheetColumns, type CellSource } from './columns.ts'
import { faceOf, labelFace, noFace } from './face.ts'
import { takesKey, targetAt, toggleSection } from './keys.ts'
import { NumberEditor } from './numberEditor.ts'
import { sectionRowId, sheetRows, type SheetRow } from './row.ts'
import { sheetTheme } from './theme.ts'

ModuleRegistry.registerModules([
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  CustomEditorModule,
  EventApiModule,
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
  label: (row) => (row.kind === 'section' ? { text: row.section, marks: '' } : labelFace(open.model, row.line)),
  unit: (row) =>
    row.kind === 'section' ? noFace : { text: unitName(shownUnit(row.line.unit, open.view.scale)), marks: '' },
  labelTooltip: (row) => (row.kind === 'section' ? null : labelTooltip(open.model, row.line)),
  face: (row, column) =>
    row.kind === 'section'
      ? noFace
      : faceOf({ results: open.results, shown: open.shown, line: row.line, column }, open.view.scale),
  tooltip: (row, column) => (row.kind === 'section' ? null : tooltipOf(open.results, open.shown, row.line, column)),
  isEditable: (row, column) => row.kind === 'line' && whyLocked(open.model, { line: row.line, column }) === null,
})

/** The cell being edited, fixed when its editor opens: the number lands there, whatever is shown when it is done. */
type EditedCell = { target: Target | null }

const editorParams =
  (open: OpenModel, edited: EditedCell) =>
  ({ data, column }: { data: SheetRow; column: { getColId: () => string } }) => {
    const target = targetAt(open, data, column.getColId())
    edited.target = target
    return {
      textOf: () => (target === null ? '' : editText(open.results, target)),
      landing: () => {
        const landing =
          target?.column.kind === 'quarter'
            ? landingOf(open.model, target.shown, target.line, target.column.quarter)
            : open.shown
        return scenarioOf(open.model, landing)
      },
      refusal: (text: string) => (target === null ? null : open.gestures.refusalOf(target, text)),
    }
  }

const onFocus = (open: OpenModel, api: GridApi<SheetRow>, { rowIndex, column }: CellFocusedEvent<SheetRow>): void => {
  const row = rowIndex === null ? undefined : api.getDisplayedRowAtIndex(rowIndex)?.data
  const id = column === null || typeof column === 'string' ? column : column.getColId()
  open.select(row === undefined || id === null ? null : { line: row.id, column: id })
}

const gridOptions = (open: OpenModel, sheetWidth: number, edited: EditedCell): GridOptions<SheetRow> => ({
  theme: sheetTheme,
  rowData: [...sheetRows(open.model, open.view.foldedSections)],
  columnDefs: sheetColumns(open.model, open.view.foldedYears, cellSource(open), sheetWidth),
  defaultColDef: {
    sortable: false,
    suppressMovable: true,
    resizable: false,
    cellDataType: false,
    cellEditor: NumberEditor,
    cellEditorParams: editorParams(open, edited),
    suppressKeyboardEvent: (params) => takesKey(open, params),
    enableCellChangeFlash: true,
  },
  getRowId: ({ data }) => data.id,
  getRowClass: ({ data }) => (data?.kind === 'section' ? `section-row${data.isFolded ? ' is-folded' : ''}` : undefined),
  readOnlyEdit: true,
  onCellEditRequest: ({ newValue }) => {
    if (edited.target !== null && typeof newValue === 'string') open.gestures.typeInto(edited.target, newValue)
  },
  onCellFocused: (event) => {
    onFocus(open, event.api, event)
  },
  onCellClicked: ({ data, column }) => {
    if (data?.kind === 'section' && column.getColId() === 'label') toggleSection(open, data.section)
  },
  onColumnGroupOpened: ({ columnGroups }) => {
    let { foldedYears } = open.view
    for (const group of columnGroups) {
      const year = Number(group.getGroupId())
      foldedYears = group.isExpanded()
        ? foldedYears.filter((each) => each !== year)
        : [...new Set([...foldedYears, year])]
    }
    open.look({ foldedYears })
  },
  onGridSizeChanged: ({ api }) => {
    const focused = api.getFocusedCell()
    if (focused !== null) api.ensureColumnVisible(focused.column)
  },
  enterNavigatesVertically: true,
  enterNavigatesVerticallyAfterEdit: true,
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
  const api = createGrid<SheetRow>(element, gridOptions(open, element.clientWidth, { target: null }))
  api.setGridAriaProperty('label', `${open.model.name}: line items by quarter`)
  let lines = allLines(open.model)
  let folded = open.view.foldedSections
  let shape = shapeOf(open.model)
  let isShown = open.shown
  /** Focuses the selected cell; its section's heading, or its line's label, where it is folded away. */
  const focusSelection = (place: 'middle' | null = null): void => {
    const { selection } = open
    if (selection === null) return
    const section = open.selectedLine?.section
    const row =
      api.getRowNode(selection.line) ?? (section === undefined ? undefined : api.getRowNode(sectionRowId(section)))
    if (row?.rowIndex === undefined || row.rowIndex === null) return
    const isShowing = api.getAllDisplayedColumns().some((column) => column.getColId() === selection.column)
    api.ensureIndexVisible(row.rowIndex, place)
    api.setFocusedCell(row.rowIndex, isShowing ? selection.column : 'label')
  }

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
    focusSelection('middle')
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
      focusSelection()
    },
    destroy: () => {
      api.destroy()
    },
  }
}
