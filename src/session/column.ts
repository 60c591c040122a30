// The columns of the sheet: one for constants, then each fiscal year's quarters and its year. A column's id is text, so
// that the grid, the selection and the tests name it alike: `constant`, `2025-09`, `FY2026`.

import type { Model } from '#model/model.ts'
import { isQuarter, type Quarter } from '#model/quarter.ts'
import { fiscalYearsOf } from '#model/timeline.ts'

export type Column =
  | { readonly kind: 'constant' }
  | { readonly kind: 'quarter'; readonly quarter: Quarter }
  | { readonly kind: 'year'; readonly year: number }

export type ColumnId = string

export const columnId = (column: Column): ColumnId => {
  switch (column.kind) {
    case 'constant':
      return 'constant'
    case 'quarter':
      return column.quarter
    case 'year':
      return `FY${column.year}`
  }
}

/** The column with an id, or null for the grid's label and unit columns. */
export const readColumnId = (id: ColumnId): Column | null => {
  if (id === 'constant') return { kind: 'constant' }
  if (isQuarter(id)) return { kind: 'quarter', quarter: id }
  const year = /^FY(\d{4})$/.exec(id)?.[1]
  return year === undefined ? null : { kind: 'year', year: Number(year) }
}

/** A fiscal year's columns: its quarters, then the year itself where all four are in the timeline. */
export type YearColumns = { readonly year: number; readonly columns: readonly Column[] }

export const yearColumnsOf = (model: Model): readonly YearColumns[] =>
  fiscalYearsOf(model.timeline, model.fiscalCalendar).map(({ year, quarters, whole }) => ({
    year,
    columns: [
      ...quarters.map((quarter): Column => ({ kind: 'quarter', quarter })),
      ...(whole ? [{ kind: 'year', year } as const] : []),
    ],
  }))
