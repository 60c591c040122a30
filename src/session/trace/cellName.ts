// What a cell is called: its line's label and its time, `Cloud revenue FY26 Q3`, and how its value reads.

import type { Results } from '#engine/results.ts'
import { figureWithUnit, plainFigure, shownValue } from '#model/figure.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines, type Model } from '#model/model.ts'
import { yearName } from '#model/year.ts'
import { readColumnId, type Column } from '../column.ts'
import { valueAt } from '../cellValue.ts'
import type { Cell } from '../layout.ts'

/** `FY26 Q3`, `FY26`, `CY25`; null for the constant column. */
const timeName = (model: Model, column: Column): string | null => {
  switch (column.kind) {
    case 'quarter':
      return fiscalName(column.quarter, model.fiscalCalendar)
    case 'year':
      return yearName(column.year)
    case 'constant':
      return null
  }
}

export type NamedCell = {
  readonly cell: Cell
  readonly line: LineItem
  readonly column: Column
  readonly label: string
  readonly time: string | null
}

/** The cell with its names; null where its line or column is gone. */
export const namedCell = (model: Model, cell: Cell): NamedCell | null => {
  const line = allLines(model).find(({ id }) => id === cell.line)
  const column = readColumnId(cell.column)
  if (line === undefined || column === null) return null
  return { cell, line, column, label: line.label, time: timeName(model, column) }
}

/** `39,824`, `34.5 %`: with a unit only where the number alone would be read otherwise. */
export const shortValue = (results: Results, shown: string, { line, column }: NamedCell): string => {
  const value = valueAt(results, { shown, line, column })
  if (Number.isNaN(value)) return 'none'
  return line.unit.kind === 'percent' || line.unit.kind === 'points'
    ? figureWithUnit(value, line.unit, line.decimals)
    : plainFigure(shownValue(value, line.unit, null), line.decimals)
}
