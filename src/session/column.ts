// The columns of the sheet: one for constants, then quarters and whole years as the view lays them. A column's id is text, so
// that the grid, the selection and the tests name it alike: `constant`, `2025-09`, `FY2026`, `CY2025`.

import type { Model } from '#model/model.ts'
import { isQuarter, type Quarter } from '#model/quarter.ts'
import type { View } from '#model/view.ts'
import { areYearsAlike, readYearId, yearId, yearName, yearsOf, type Year, type YearsBy } from '#model/year.ts'

export type Column =
  | { readonly kind: 'constant' }
  | { readonly kind: 'quarter'; readonly quarter: Quarter }
  | { readonly kind: 'year'; readonly year: Year }

export type ColumnId = string

export const columnId = (column: Column): ColumnId => {
  switch (column.kind) {
    case 'constant':
      return 'constant'
    case 'quarter':
      return column.quarter
    case 'year':
      return yearId(column.year)
  }
}

/** The column with an id, or null for the grid's label and unit columns. */
export const readColumnId = (id: ColumnId): Column | null => {
  if (id === 'constant') return { kind: 'constant' }
  if (isQuarter(id)) return { kind: 'quarter', quarter: id }
  const year = readYearId(id)
  return year === null ? null : { kind: 'year', year }
}

/** What of a view decides where quarters and years stand. */
export type TimeView = Pick<View, 'yearColumns' | 'yearsBy'>

/** The kind of years shown: fiscal ones where both are the same quarters. */
export const yearsShown = ({ fiscalCalendar }: Pick<Model, 'fiscalCalendar'>, { yearsBy }: TimeView): YearsBy =>
  areYearsAlike(fiscalCalendar) ? 'fiscal' : yearsBy

/** Whether a year's quarters are folded away: each of them where years stand alone. */
export const isYearFolded = ({ yearColumns, foldedYears }: Pick<View, 'yearColumns' | 'foldedYears'>, year: Year) =>
  yearColumns === 'only' || foldedYears.includes(year)

/** Columns under one header: a year's quarters, with the year behind them where years stand among quarters; or years. */
export type TimeGroup = {
  readonly id: string
  readonly name: string
  /** The year that its quarters can be folded into; null where there is none. */
  readonly year: Year | null
  readonly columns: readonly Column[]
}

const groupOfYears = (by: YearsBy, years: readonly Year[]): readonly TimeGroup[] =>
  years.length === 0
    ? []
    : [
        {
          id: 'years',
          name: by === 'fiscal' ? 'Fiscal years' : 'Calendar years',
          year: null,
          columns: years.map((year): Column => ({ kind: 'year', year })),
        },
      ]

/**
 * All columns but the constants', unfolded, in the order shown. Where years stand alone, quarters of years that are not whole
 * are shown all the same: nothing else would tell of them.
 */
export const timeGroupsOf = (model: Model, view: TimeView): readonly TimeGroup[] => {
  const by = yearsShown(model, view)
  const years = yearsOf(model.timeline, model.fiscalCalendar, by)
  const wholeYears = years.flatMap(({ year, whole }) => (whole ? [year] : []))
  const groups = years.map(({ year, quarters, whole }): TimeGroup => {
    const hasYear = whole && view.yearColumns === 'among'
    return {
      id: yearId(year),
      name: yearName(year),
      year: whole ? year : null,
      columns: [
        ...quarters.map((quarter): Column => ({ kind: 'quarter', quarter })),
        ...(hasYear ? [{ kind: 'year', year } as const] : []),
      ],
    }
  })
  switch (view.yearColumns) {
    case 'among':
      return groups
    case 'last':
      return [...groups, ...groupOfYears(by, wholeYears)]
    case 'only': {
      const firstWhole = years.findIndex(({ whole }) => whole)
      const isBefore = (at: number): boolean => firstWhole < 0 || at < firstWhole
      const broken = groups.map((group, at) => ({ group, at })).filter(({ group }) => group.year === null)
      return [
        ...broken.filter(({ at }) => isBefore(at)).map(({ group }) => group),
        ...groupOfYears(by, wholeYears),
        ...broken.filter(({ at }) => !isBefore(at)).map(({ group }) => group),
      ]
    }
  }
}
