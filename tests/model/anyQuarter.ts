// Random quarters and fiscal calendars, as fast-check makes them.

import fc from 'fast-check'
import type { FiscalCalendar } from '#model/fiscalCalendar.ts'
import { quarterEnding } from '#model/quarter.ts'

/** Within the years that two digits can name, 1970 to 2069, with room for a year's name before and after. */
export const anyQuarter = fc
  .record({ year: fc.integer({ min: 1972, max: 2067 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => quarterEnding(year, month))

export const anyCalendar: fc.Arbitrary<FiscalCalendar> = fc.record({
  yearEndMonth: fc.integer({ min: 1, max: 12 }),
  yearNamedBy: fc.constantFrom('end', 'start'),
})
