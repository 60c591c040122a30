// The sheet's columns for AG Grid: label, unit and constants stay left; then each fiscal year with its quarters and its
// year, which alone remains when the year is folded.

import type { ColDef, ColGroupDef, ValueGetterParams } from 'ag-grid-community'
import { fiscalName, fiscalYearName } from '#model/fiscalCalendar.ts'
import { isReported, type Model } from '#model/model.ts'
import { addQuarters, calendarName, type Quarter } from '#model/quarter.ts'
import { columnId, yearColumnsOf, type Column } from '#session/column.ts'
import { cellMarks, noFace, type CellMark, type Face } from './face.ts'
import type { SheetRow } from './row.ts'

export type CellSource = {
  readonly label: (row: SheetRow) => Face
  readonly unit: (row: SheetRow) => Face
  readonly labelTooltip: (row: SheetRow) => string | null
  readonly face: (row: SheetRow, column: Column) => Face
  readonly tooltip: (row: SheetRow, column: Column) => string | null
  readonly isEditable: (row: SheetRow, column: Column) => boolean
}

/** The face of a cell's value; while a cell is edited, the grid passes the typed text instead. */
const faceOrNone = (value: unknown): Face =>
  typeof value === 'object' && value !== null
    ? (value as Face)
    : { text: typeof value === 'string' ? value : '', marks: '' }

const markRules = Object.fromEntries(
  cellMarks.map((mark: CellMark) => [
    `cell-${mark}`,
    ({ value }: { value?: unknown }) => faceOrNone(value).marks.split(' ').includes(mark),
  ]),
)

/** A column whose values are faces; two equal faces are one, so that the grid leaves the cell alone. */
const faceColumn = (face: (row: SheetRow) => Face): ColDef<SheetRow, Face> => ({
  valueGetter: ({ data }: ValueGetterParams<SheetRow>) => (data === undefined ? noFace : face(data)),
  valueFormatter: ({ value }) => faceOrNone(value).text,
  equals: (left: unknown, right: unknown) =>
    faceOrNone(left).text === faceOrNone(right).text && faceOrNone(left).marks === faceOrNone(right).marks,
  cellClassRules: markRules,
})

const numberColumn = (column: Column, source: CellSource): ColDef<SheetRow, Face> => ({
  ...faceColumn((row) => source.face(row, column)),
  colId: columnId(column),
  tooltip: ({ data }) => (data === undefined ? null : source.tooltip(data, column)),
  editable: ({ data }) => data !== undefined && source.isEditable(data, column),
})

/** The first quarter after the last actual: the rule between what is reported and what is forecast stands before it. */
const isFirstForecast = ({ lastActual }: Model, quarter: Quarter): boolean =>
  lastActual !== null && quarter === addQuarters(lastActual, 1)

const timeColumn = (model: Model, column: Column, source: CellSource): ColDef<SheetRow, Face> => {
  const common = numberColumn(column, source)
  if (column.kind === 'year')
    return {
      ...common,
      headerName: `${fiscalYearName(column.year)}\nyear`,
      headerClass: 'head-year',
      cellClass: 'number year',
      width: 92,
    }
  if (column.kind === 'constant') return common
  const { quarter } = column
  const forecast = !isReported(model, quarter)
  const edge = isFirstForecast(model, quarter) ? ' forecast-edge' : ''
  return {
    ...common,
    headerName: `${fiscalName(quarter, model.fiscalCalendar)}\n${calendarName(quarter)}`,
    headerTooltip: `${fiscalName(quarter, model.fiscalCalendar)}, the quarter that ends in ${calendarName(quarter)}: ${forecast ? 'forecast' : 'reported'}`,
    headerClass: `${forecast ? 'head-forecast' : 'head-actual'}${edge}`,
    cellClass: `number${edge}`,
    width: 86,
  }
}

/** Below this width, in pixels, only the label stays left. */
const narrowSheet = 520

/** Widths of the columns that stay left, in pixels: narrow windows leave more room to the quarters. */
const stayingWidths = (sheetWidth: number) =>
  sheetWidth < 800 ? { label: 172, unit: 64, constant: 84 } : { label: 252, unit: 84, constant: 78 }

export const sheetColumns = (
  model: Model,
  foldedYears: readonly number[],
  source: CellSource,
  sheetWidth: number,
): (ColDef<SheetRow> | ColGroupDef<SheetRow>)[] => [
  {
    ...faceColumn(source.label),
    colId: 'label',
    headerName: 'Line',
    pinned: 'left',
    width: stayingWidths(sheetWidth).label,
    minWidth: 120,
    resizable: true,
    cellClass: 'label',
    tooltip: ({ data }) => (data === undefined ? null : source.labelTooltip(data)),
  },
  {
    ...faceColumn(source.unit),
    colId: 'unit',
    headerName: 'Unit',
    pinned: sheetWidth < narrowSheet ? null : 'left',
    width: stayingWidths(sheetWidth).unit,
    cellClass: 'unit',
  },
  {
    ...numberColumn({ kind: 'constant' }, source),
    headerName: 'Constant',
    headerTooltip: 'One number for all quarters',
    pinned: sheetWidth < narrowSheet ? null : 'left',
    width: stayingWidths(sheetWidth).constant,
    cellClass: 'number constant',
  },
  ...yearColumnsOf(model).map(({ year, columns }): ColGroupDef<SheetRow> => {
    const canFold = columns.some(({ kind }) => kind === 'year')
    return {
      groupId: String(year),
      headerName: fiscalYearName(year),
      headerClass: 'head-group',
      marryChildren: true,
      openByDefault: !canFold || !foldedYears.includes(year),
      children: columns.map((column) => ({
        ...timeColumn(model, column, source),
        ...(canFold && column.kind === 'quarter' ? { columnGroupShow: 'open' as const } : {}),
      })),
    }
  }),
]
