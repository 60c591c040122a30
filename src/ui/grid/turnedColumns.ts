// The sheet's columns where quarters run down: the names of the times stay left, then each section with its lines, or, folded,
// with its heading alone.

import type { CellClassParams, ColDef, ColGroupDef, GridApi } from 'ag-grid-community'
import { fiscalName } from '#model/fiscalCalendar.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines, allSections, isReported, type Model } from '#model/model.ts'
import { calendarName } from '#model/quarter.ts'
import type { View } from '#model/view.ts'
import { yearName, type Year } from '#model/year.ts'
import { isYearFolded, type Column } from '#session/column.ts'
import { headingId } from '#session/layout.ts'
import { faceColumn, isFirstForecast, yearOfGroup, type CellSource } from './columns.ts'
import { noFace, type Face } from './face.ts'
import { columnOfLine, type SheetRow } from './row.ts'

const groupPrefix = 'group:'

const groupOf = (section: string): string => groupPrefix + section

/** The section of a group of columns. */
export const sectionOfGroup = (groupId: string): string => groupId.slice(groupPrefix.length)

const timeLabelWidth = 150
const tightTimeLabelWidth = 104
const narrowSheet = 620

/** `FY26 Q3 · Dec 2025`, `FY26 year`, `Constant`. */
const timeText = ({ fiscalCalendar }: Model, column: Column): string => {
  if (column.kind === 'constant') return 'Constant'
  if (column.kind === 'year') return `${yearName(column.year)} year`
  return `${fiscalName(column.quarter, fiscalCalendar)} · ${calendarName(column.quarter)}`
}

/** A year's label folds and unfolds it. */
export const yearOfRow = (row: SheetRow | undefined): Year | null =>
  row?.kind === 'time' && row.column.kind === 'year' ? row.column.year : null

/** Whether a row is the first forecast: the rule between what is reported and what is forecast stands above it. */
const edgeClass = (model: Model, row: SheetRow | undefined): string =>
  row?.kind === 'time' && row.column.kind === 'quarter' && isFirstForecast(model, row.column.quarter)
    ? ' forecast-edge-above'
    : ''

const isForecastRow = (model: Model, row: SheetRow | undefined): boolean =>
  row?.kind === 'time' && row.column.kind === 'quarter' && !isReported(model, row.column.quarter)

const lineColumn = (
  id: string,
  header: ColDef<SheetRow, Face>,
  model: Model,
  source: CellSource,
  isWide: boolean,
): ColDef<SheetRow, Face> => {
  const at = <Value>(row: SheetRow | undefined, of: (line: LineItem, column: Column) => Value): Value | null => {
    const line = source.lineOf(id)
    return row?.kind === 'time' && line !== null ? of(line, row.column) : null
  }
  return {
    ...faceColumn((row) => at(row, source.face) ?? noFace),
    colId: columnOfLine(id),
    ...header,
    headerClass: 'head-line',
    cellClass: ({ data }: CellClassParams<SheetRow>) =>
      `number${data?.kind === 'time' && data.column.kind === 'year' ? ' year' : ''}${edgeClass(model, data)}`,
    tooltip: ({ data }) => at(data, source.tooltip),
    editable: ({ data }) => at(data, source.isEditable) ?? false,
    width: isWide ? 168 : 108,
  }
}

const lineHeader = (line: LineItem, areFormulasShown: boolean, source: CellSource): ColDef<SheetRow, Face> => {
  const { text, marks } = source.label({ kind: 'line', id: line.id, line })
  const names = `${marks.includes('warned') ? '⚠ ' : ''}${text}${marks.includes('ownFormula') ? ' ≠' : ''}`
  const formula = areFormulasShown ? `\n= ${source.formula(line).text}` : ''
  return {
    headerName: `${names}\n${source.unit(line).text}${formula}`,
    headerTooltip: source.lineTooltip(line) ?? '',
  }
}

export const turnedColumns = (
  model: Model,
  view: Pick<View, 'foldedSections' | 'foldedYears' | 'areFormulasShown' | 'yearColumns'>,
  source: CellSource,
  sheetWidth: number,
): (ColDef<SheetRow> | ColGroupDef<SheetRow>)[] => [
  {
    ...faceColumn((row) => {
      if (row.kind !== 'time') return noFace
      const { column } = row
      const isFolded = column.kind === 'year' && isYearFolded(view, column.year)
      return { text: timeText(model, column), marks: column.kind === 'year' ? (isFolded ? 'year folded' : 'year') : '' }
    }),
    colId: 'time',
    headerName: 'Quarter',
    pinned: 'left',
    width: sheetWidth < narrowSheet ? tightTimeLabelWidth : timeLabelWidth,
    cellAriaRole: 'rowheader',
    cellClass: ({ data }: CellClassParams<SheetRow>) =>
      `time-label${isForecastRow(model, data) ? ' cell-forecast' : ''}${edgeClass(model, data)}`,
  },
  ...allSections(model).map((section): ColGroupDef<SheetRow> => {
    const lines = allLines(model).filter((line) => line.section === section)
    return {
      groupId: groupOf(section),
      headerName: section,
      headerClass: 'head-group',
      marryChildren: true,
      openByDefault: !view.foldedSections.includes(section),
      children: [
        {
          colId: columnOfLine(headingId(section)),
          headerName: lines.length === 1 ? '1 line' : `${lines.length} lines`,
          cellClass: 'folded-section',
          width: 74,
          columnGroupShow: 'closed',
          valueGetter: () => noFace,
          valueFormatter: () => '',
        },
        ...lines.map((line): ColDef<SheetRow, Face> => ({
          ...lineColumn(line.id, lineHeader(line, view.areFormulasShown, source), model, source, view.areFormulasShown),
          columnGroupShow: 'open',
        })),
      ],
    }
  }),
]

/** Opens and closes the grid's groups as the view has them. */
export const followFolding = (api: GridApi<SheetRow>, { orientation, foldedYears, foldedSections }: View): void => {
  const groups = api.getColumnGroupState().map(({ groupId }) => ({
    groupId,
    open:
      orientation === 'across'
        ? !foldedYears.some((year) => year === yearOfGroup(groupId))
        : !foldedSections.some((each) => groupOf(each) === groupId),
  }))
  api.setColumnGroupState(groups)
}
