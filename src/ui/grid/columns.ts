// The sheet's columns for AG Grid: label, unit and constants stay left; then quarters and years in their groups, as the view
// lays them. Of a folded group its year remains or, where years stand behind all quarters, a narrow column that says so.

import type { ColDef, ColGroupDef, GridApi, ValueGetterParams } from 'ag-grid-community'
import { fiscalName } from '#model/fiscalCalendar.ts'
import { isReported, type Model } from '#model/model.ts'
import { addQuarters, calendarName, type Quarter } from '#model/quarter.ts'
import { columnId, timeGroupsOf, type Column, type TimeGroup, type TimeView } from '#session/column.ts'
import { cellMarks, noFace, type CellMark, type Face } from './face.ts'
import type { LineItem } from '#model/lineItem.ts'
import type { View } from '#model/view.ts'
import { quartersOfYear, readYearId, yearName, type Year } from '#model/year.ts'
import type { SheetRow } from './row.ts'

/** What cells are drawn from, by line and time whichever way the sheet lies. */
export type CellSource = {
  readonly label: (row: SheetRow) => Face
  readonly unit: (line: LineItem) => Face
  readonly formula: (line: LineItem) => Face
  readonly labelTooltip: (row: SheetRow) => string | null
  readonly lineTooltip: (line: LineItem) => string | null
  readonly face: (line: LineItem, column: Column) => Face
  readonly tooltip: (line: LineItem, column: Column) => string | null
  readonly isEditable: (line: LineItem, column: Column) => boolean
  /** The line as it is now, by its id; columns of lines outlive edits of them. */
  readonly lineOf: (id: string) => LineItem | null
}

const faceOrNone = (value: unknown): Face => (typeof value === 'object' && value !== null ? (value as Face) : noFace)

const markRules = Object.fromEntries(
  cellMarks.map((mark: CellMark) => [
    `cell-${mark}`,
    ({ value }: { value?: unknown }) => faceOrNone(value).marks.split(' ').includes(mark),
  ]),
)

/** A column whose values are faces; two equal faces are one, so that the grid leaves the cell alone. */
export const faceColumn = (face: (row: SheetRow) => Face): ColDef<SheetRow, Face> => ({
  valueGetter: ({ data }: ValueGetterParams<SheetRow>) => (data === undefined ? noFace : face(data)),
  valueFormatter: ({ value }) => faceOrNone(value).text,
  equals: (left: unknown, right: unknown) =>
    faceOrNone(left).text === faceOrNone(right).text && faceOrNone(left).marks === faceOrNone(right).marks,
  cellClassRules: markRules,
})

const numberColumn = (column: Column, source: CellSource): ColDef<SheetRow, Face> => ({
  ...faceColumn((row) => (row.kind === 'line' ? source.face(row.line, column) : noFace)),
  colId: columnId(column),
  tooltip: ({ data }) => (data?.kind === 'line' ? source.tooltip(data.line, column) : null),
  editable: ({ data }) => data?.kind === 'line' && source.isEditable(data.line, column),
})

/** The first quarter after the last actual: the rule between what is reported and what is forecast stands before it. */
export const isFirstForecast = ({ lastActual }: Model, quarter: Quarter): boolean =>
  lastActual !== null && quarter === addQuarters(lastActual, 1)

const amounts = ['no', 'one', 'two', 'three', 'four']

/** `FY26: two quarters reported, two forecast`. */
const yearTooltip = (name: string, quarters: number, reported: number): string => {
  const said = (count: number, what: string): string => `${amounts[count] ?? count} ${what}`
  const reportedQuarters = said(reported, reported === 1 ? 'quarter reported' : 'quarters reported')
  if (reported === 0) return `${name}: ${said(quarters, 'quarters forecast')}`
  return `${name}: ${reportedQuarters}${reported === quarters ? '' : `, ${said(quarters - reported, 'forecast')}`}`
}

/** A year wears the forecast's header as soon as one of its quarters is forecast: folded, it alone tells of them. */
const yearColumn = (model: Model, year: Year, common: ColDef<SheetRow, Face>): ColDef<SheetRow, Face> => {
  const quarters = quartersOfYear(year, model.fiscalCalendar)
  const reported = quarters.filter((quarter) => isReported(model, quarter)).length
  return {
    ...common,
    headerName: `${yearName(year)}\nyear`,
    headerTooltip: yearTooltip(yearName(year), quarters.length, reported),
    headerClass: `head-year${reported < quarters.length ? ' head-forecast' : ''}`,
    cellClass: 'number year',
    width: 92,
  }
}

const timeColumn = (model: Model, column: Column, source: CellSource): ColDef<SheetRow, Face> => {
  const common = numberColumn(column, source)
  if (column.kind === 'year') return yearColumn(model, column.year, common)
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

/** A group is called otherwise than any column: the year at its end is `FY2026`, and the grid knows each id once. */
const groupOf = (id: string): string => `of:${id}`

/** The year that a group of columns can be folded into; null for any other group. */
export const yearOfGroup = (groupId: string): Year | null => readYearId(groupId.replace(/^of:/, ''))

/** What is left of a folded group whose year stands elsewhere: its header alone, to unfold it by. */
const foldedColumn = (id: string): ColDef<SheetRow> => ({
  colId: `folded:${id}`,
  headerName: '…',
  headerClass: 'head-folded',
  cellClass: 'folded-quarters',
  width: 62,
  columnGroupShow: 'closed',
  valueGetter: () => noFace,
  valueFormatter: () => '',
})

const timeGroup = (
  model: Model,
  { foldedYears, yearColumns }: Pick<View, 'foldedYears' | 'yearColumns'>,
  { id, name, year, columns }: TimeGroup,
  source: CellSource,
): ColGroupDef<SheetRow> => ({
  groupId: groupOf(id),
  headerName: name,
  headerClass: 'head-group',
  marryChildren: true,
  openByDefault: year === null || !foldedYears.includes(year),
  children: [
    ...(year !== null && yearColumns === 'last' ? [foldedColumn(id)] : []),
    ...columns.map((column) => ({
      ...timeColumn(model, column, source),
      ...(year !== null && column.kind === 'quarter' ? { columnGroupShow: 'open' as const } : {}),
    })),
  ],
})

/** Below this width, in pixels, only the label stays left. */
const narrowSheet = 520

const wideLabel = 252
const tightLabel = 168

/** The columns that stay left, in pixels: narrow windows leave more room to the quarters. */
const stayingColumns = (sheetWidth: number) => {
  const pinned = sheetWidth < narrowSheet ? null : ('left' as const)
  const isTight = sheetWidth < 800
  return {
    label: { pinned: 'left' as const, width: isTight ? tightLabel : wideLabel },
    unit: { pinned, width: isTight ? 74 : 84 },
    constant: { pinned, width: 78 },
    formula: { pinned: sheetWidth < 900 ? null : pinned, width: 300 },
  }
}

/** Lays the columns that stay left as a new sheet of this width has them; a label dragged to a width of its own keeps it. */
export const followWidth = (api: GridApi<SheetRow>, sheetWidth: number): void => {
  const { label, unit, constant } = stayingColumns(sheetWidth)
  const isDragged = ![wideLabel, tightLabel].includes(api.getColumn('label')?.getActualWidth() ?? wideLabel)
  const state = [
    { colId: 'unit', ...unit },
    { colId: 'constant', ...constant },
  ]
  api.applyColumnState({ state: isDragged ? state : [{ colId: 'label', ...label }, ...state] })
}

export const sheetColumns = (
  model: Model,
  view: Pick<View, 'foldedYears' | 'areFormulasShown'> & TimeView,
  source: CellSource,
  sheetWidth: number,
): (ColDef<SheetRow> | ColGroupDef<SheetRow>)[] => [
  {
    ...faceColumn(source.label),
    colId: 'label',
    headerName: 'Line',
    ...stayingColumns(sheetWidth).label,
    minWidth: 120,
    resizable: true,
    cellClass: 'label',
    cellAriaRole: 'rowheader',
    tooltip: ({ data }) => (data === undefined ? null : source.labelTooltip(data)),
  },
  {
    ...faceColumn((row) => (row.kind === 'line' ? source.unit(row.line) : noFace)),
    colId: 'unit',
    headerName: 'Unit',
    ...stayingColumns(sheetWidth).unit,
    cellClass: 'unit',
  },
  ...(view.areFormulasShown
    ? [
        {
          ...faceColumn((row) => (row.kind === 'line' ? source.formula(row.line) : noFace)),
          colId: 'formula',
          headerName: 'Formula',
          ...stayingColumns(sheetWidth).formula,
          minWidth: 120,
          resizable: true,
          cellClass: 'formula',
          tooltip: ({ data }: { data?: SheetRow }) => (data?.kind === 'line' ? source.formula(data.line).text : null),
        },
      ]
    : []),
  {
    ...numberColumn({ kind: 'constant' }, source),
    headerName: 'Constant',
    headerTooltip: 'One number for all quarters',
    ...stayingColumns(sheetWidth).constant,
    cellClass: 'number constant',
  },
  ...timeGroupsOf(model, view).map((group) => timeGroup(model, view, group, source)),
]
