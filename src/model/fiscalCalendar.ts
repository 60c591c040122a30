// A FiscalCalendar says in which month the fiscal year ends and whether the year takes its number from the calendar year
// it ends in or starts in. With March and `end`, the quarter 2025-09 is FY26 Q2.

import { addQuarters, endMonthOf, isQuarter, monthNamed, quarterEnding, yearOf, type Quarter } from './quarter.ts'

export type FiscalCalendar = {
  /** The calendar month the fiscal year ends in, 1 to 12. */
  readonly yearEndMonth: number
  readonly yearNamedBy: 'end' | 'start'
}

/** A fiscal year's number (four digits, as named) and the quarter's place in it, 1 to 4. */
export type FiscalQuarter = { readonly year: number; readonly quarter: number }

/** The years by which a year's name differs from the calendar year it ends in. */
const nameShift = (calendar: FiscalCalendar): number =>
  calendar.yearNamedBy === 'start' && calendar.yearEndMonth !== 12 ? 1 : 0

export const fiscalQuarterOf = (quarter: Quarter, calendar: FiscalCalendar): FiscalQuarter => {
  const monthsAfterYearEnd = (endMonthOf(quarter) - calendar.yearEndMonth + 12) % 12
  const endYear = yearOf(quarter) + (endMonthOf(quarter) > calendar.yearEndMonth ? 1 : 0)
  return {
    year: endYear - nameShift(calendar),
    quarter: monthsAfterYearEnd === 0 ? 4 : Math.ceil(monthsAfterYearEnd / 3),
  }
}

export const quarterOfFiscal = ({ year, quarter }: FiscalQuarter, calendar: FiscalCalendar): Quarter =>
  addQuarters(quarterEnding(year + nameShift(calendar), calendar.yearEndMonth), quarter - 4)

/** `FY26`. */
export const fiscalYearName = (year: number): string => `FY${String(year % 100).padStart(2, '0')}`

/** `FY26 Q2`. */
export const fiscalName = (quarter: Quarter, calendar: FiscalCalendar): string => {
  const fiscal = fiscalQuarterOf(quarter, calendar)
  return `${fiscalYearName(fiscal.year)} Q${fiscal.quarter}`
}

/** Two digits are read as 1970 to 2069. */
const fullYear = (digits: string): number =>
  digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2000 : 1900)

const fiscalForms = [
  /^FY\s*(?<year>\d{4}|\d{2})\s*[- ]?\s*Q(?<quarter>[1-4])$/i,
  /^Q(?<quarter>[1-4])\s*[- ]?\s*FY\s*(?<year>\d{4}|\d{2})$/i,
  /^(?<quarter>[1-4])Q\s*FY\s*(?<year>\d{4}|\d{2})$/i,
]

/** Whether a quarter ends where one of the calendar's fiscal quarters does. */
export const fitsCalendar = (quarter: Quarter, calendar: FiscalCalendar): boolean =>
  (endMonthOf(quarter) - calendar.yearEndMonth + 12) % 3 === 0

/** A year's name that can mean no other: `FY26`, or `FY2070` where two digits are read as another century's. */
export const plainYearName = (year: number): string => {
  const name = fiscalYearName(year)
  return fullYear(name.slice(2)) === year ? name : `FY${year}`
}

/** Reads `FY26 Q2`, `2QFY26`, `Q2 FY2026`, `2025-09`, `Sep-25` or `Sep 2025`; null for anything else. */
export const readQuarter = (text: string, calendar: FiscalCalendar): Quarter | null => {
  const trimmed = text.trim()
  for (const form of fiscalForms) {
    const found = form.exec(trimmed)?.groups
    if (found?.['year'] !== undefined && found['quarter'] !== undefined)
      return quarterOfFiscal({ year: fullYear(found['year']), quarter: Number(found['quarter']) }, calendar)
  }
  const named = /^([a-z]{3,9})[- ]?(\d{4}|\d{2})$/i.exec(trimmed)
  const month = named?.[1] === undefined ? null : monthNamed(named[1])
  const quarter =
    month !== null && named?.[2] !== undefined
      ? quarterEnding(fullYear(named[2]), month)
      : isQuarter(trimmed)
        ? trimmed
        : null
  return quarter !== null && fitsCalendar(quarter, calendar) ? quarter : null
}

/** A quarter's name that can mean no other: `FY26 Q2`, or `2070-06` where two digits are read as another century's. */
export const plainName = (quarter: Quarter, calendar: FiscalCalendar): string => {
  const name = fiscalName(quarter, calendar)
  return readQuarter(name, calendar) === quarter ? name : quarter
}
