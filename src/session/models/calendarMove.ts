// What becomes of quarters and years when a model's fiscal calendar is another. By whole quarters, or under another way to name
// years, quarters stay what they are and go by new names. By other months they are other quarters: each keeps its fiscal name.

import { renameQuarters } from '#formula/rename.ts'
import { fiscalQuarterOf, fitsCalendar, quarterOfFiscal, type FiscalCalendar } from '#model/fiscalCalendar.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'

export type CalendarMove = {
  readonly from: FiscalCalendar
  readonly to: FiscalCalendar
  /** Whether quarters stay what they are. */
  readonly isByQuarters: boolean
  readonly moved: (quarter: Quarter) => Quarter
  /** The number of the fiscal year that takes the place of one. The move back leads back. */
  readonly movedYear: (year: number) => number
  /** A formula's text with its quarters as they are named then. */
  readonly movedText: (text: string) => string
}

/** How many quarters later the year ends that ends nearest; of two as near, the one in the same calendar year. */
const yearEndShift = (from: FiscalCalendar, to: FiscalCalendar): number => {
  const later = (to.yearEndMonth - from.yearEndMonth) / 3
  return Math.abs(later) === 3 ? -Math.sign(later) : later
}

export const calendarMove = (from: FiscalCalendar, to: FiscalCalendar): CalendarMove => {
  const isByQuarters = (to.yearEndMonth - from.yearEndMonth) % 3 === 0
  const moved = (quarter: Quarter): Quarter =>
    isByQuarters || !fitsCalendar(quarter, from) ? quarter : quarterOfFiscal(fiscalQuarterOf(quarter, from), to)
  const movedYear = (year: number): number => {
    const end = quarterOfFiscal({ year, quarter: 4 }, from)
    return fiscalQuarterOf(isByQuarters ? addQuarters(end, yearEndShift(from, to)) : moved(end), to).year
  }
  return { from, to, isByQuarters, moved, movedYear, movedText: (text) => renameQuarters(text, from, to, moved) }
}
