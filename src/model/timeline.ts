// A Timeline is an unbroken run of quarters, both ends included. A quarter's index counts from 0 at the first.

import { fiscalQuarterOf, quarterOfFiscal, type FiscalCalendar } from './fiscalCalendar.ts'
import { addQuarters, quartersBetween, type Quarter } from './quarter.ts'

export type Timeline = { readonly first: Quarter; readonly last: Quarter }

export const lengthOf = (timeline: Timeline): number => quartersBetween(timeline.first, timeline.last) + 1

export const quartersOf = (timeline: Timeline): readonly Quarter[] =>
  Array.from({ length: lengthOf(timeline) }, (_, index) => addQuarters(timeline.first, index))

/** The quarter's index; below 0 or beyond the length outside the timeline. */
export const indexIn = (timeline: Timeline, quarter: Quarter): number => quartersBetween(timeline.first, quarter)

export const contains = (timeline: Timeline, quarter: Quarter): boolean =>
  quarter >= timeline.first && quarter <= timeline.last && Number.isInteger(indexIn(timeline, quarter))

/** A fiscal year with the quarters of it that lie in the timeline; `whole` when all four do. */
export type FiscalYear = { readonly year: number; readonly quarters: readonly Quarter[]; readonly whole: boolean }

export const fiscalYearsOf = (timeline: Timeline, calendar: FiscalCalendar): readonly FiscalYear[] => {
  const firstYear = fiscalQuarterOf(timeline.first, calendar).year
  const lastYear = fiscalQuarterOf(timeline.last, calendar).year
  return Array.from({ length: lastYear - firstYear + 1 }, (_, offset) => {
    const year = firstYear + offset
    const quarters = [1, 2, 3, 4]
      .map((quarter) => quarterOfFiscal({ year, quarter }, calendar))
      .filter((quarter) => contains(timeline, quarter))
    return { year, quarters, whole: quarters.length === 4 }
  })
}
