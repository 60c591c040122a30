// A Year is four quarters in a row that are told as one. A fiscal year is its number, as it is named; a calendar year is a
// text, `CY2025`, so that neither can be taken for the other. A quarter belongs to the calendar year in which most of its
// months lie: one that ends in January to the year before, one that ends in February to its own. So where the fiscal year
// ends in March, June, September or December, a calendar year is the quarters that end in these months of it.

import {
  fiscalQuarterOf,
  fiscalYearName,
  plainYearName,
  quarterOfFiscal,
  type FiscalCalendar,
} from './fiscalCalendar.ts'
import type { Quarter } from './quarter.ts'
import { fiscalYearsOf, type Timeline } from './timeline.ts'

export type CalendarYear = `CY${number}`

export type Year = number | CalendarYear

/** Whether years are the company's or the calendar's. */
export type YearsBy = 'fiscal' | 'calendar'

/** The fiscal calendar whose years are the calendar years of a company's quarters. */
const calendarYears = ({ yearEndMonth }: FiscalCalendar): FiscalCalendar => {
  if (yearEndMonth % 3 === 0) return { yearEndMonth: 12, yearNamedBy: 'end' }
  return yearEndMonth % 3 === 2 ? { yearEndMonth: 11, yearNamedBy: 'end' } : { yearEndMonth: 1, yearNamedBy: 'start' }
}

/** The calendar that years are counted in, and the year as a number in it. */
const counted = (year: Year, calendar: FiscalCalendar): { readonly number: number; readonly in: FiscalCalendar } =>
  typeof year === 'number'
    ? { number: year, in: calendar }
    : { number: Number(year.slice(2)), in: calendarYears(calendar) }

const calendarYear = (year: number): CalendarYear => `CY${year}`

export const yearsByOf = (year: Year): YearsBy => (typeof year === 'number' ? 'fiscal' : 'calendar')

/** Whether the company's fiscal years are the calendar's already, whatever they are called. */
export const areYearsAlike = (calendar: FiscalCalendar): boolean =>
  calendarYears(calendar).yearEndMonth === calendar.yearEndMonth

/** The year a quarter lies in. */
export const yearWith = (quarter: Quarter, calendar: FiscalCalendar, by: YearsBy): Year =>
  by === 'fiscal'
    ? fiscalQuarterOf(quarter, calendar).year
    : calendarYear(fiscalQuarterOf(quarter, calendarYears(calendar)).year)

/** A year's quarters, oldest first, whether or not a timeline holds them. */
export const quartersOfYear = (year: Year, calendar: FiscalCalendar): readonly Quarter[] => {
  const { number, in: own } = counted(year, calendar)
  return [1, 2, 3, 4].map((quarter) => quarterOfFiscal({ year: number, quarter }, own))
}

export const lastQuarterOf = (year: Year, calendar: FiscalCalendar): Quarter => {
  const { number, in: own } = counted(year, calendar)
  return quarterOfFiscal({ year: number, quarter: 4 }, own)
}

/** The year that ends with a quarter: fiscal, else the calendar's; null where neither does. */
export const yearEndingIn = (quarter: Quarter, calendar: FiscalCalendar): Year | null => {
  if (fiscalQuarterOf(quarter, calendar).quarter === 4) return yearWith(quarter, calendar, 'fiscal')
  const ends = fiscalQuarterOf(quarter, calendarYears(calendar)).quarter === 4
  return ends ? yearWith(quarter, calendar, 'calendar') : null
}

/** The year so many years later. */
export const addYears = (year: Year, count: number): Year =>
  typeof year === 'number' ? year + count : calendarYear(Number(year.slice(2)) + count)

/** A year with the quarters of it that lie in the timeline; `whole` when all four do. */
export type TimelineYear = { readonly year: Year; readonly quarters: readonly Quarter[]; readonly whole: boolean }

export const yearsOf = (timeline: Timeline, calendar: FiscalCalendar, by: YearsBy): readonly TimelineYear[] =>
  by === 'fiscal'
    ? fiscalYearsOf(timeline, calendar)
    : fiscalYearsOf(timeline, calendarYears(calendar)).map((each) => ({ ...each, year: calendarYear(each.year) }))

/** `FY26`, `CY25`. */
export const yearName = (year: Year): string =>
  typeof year === 'number' ? fiscalYearName(year) : `C${fiscalYearName(Number(year.slice(2))).slice(1)}`

/** The name that can mean no other year: `FY26`, `CY25`, or with four digits where two are read as another century's. */
export const plainNameOfYear = (year: Year): string =>
  typeof year === 'number' ? plainYearName(year) : `C${plainYearName(Number(year.slice(2))).slice(1)}`

/** A year as ids have it: `FY2026`, `CY2025`. */
export const yearId = (year: Year): string => (typeof year === 'number' ? `FY${year}` : year)

/** Reads a year's id; null for anything else. */
export const readYearId = (text: string): Year | null => {
  const found = /^([FC])Y(\d{4})$/.exec(text)
  if (found?.[2] === undefined) return null
  return found[1] === 'F' ? Number(found[2]) : calendarYear(Number(found[2]))
}
