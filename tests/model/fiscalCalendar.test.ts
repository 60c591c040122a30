// Names of quarters, against a naive reading of a calendar: the fiscal year is the twelve months that end in its last month.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fiscalName,
  fiscalQuarterOf,
  fiscalYearName,
  fitsCalendar,
  quarterOfFiscal,
  readQuarter,
  type FiscalCalendar,
} from '#model/fiscalCalendar.ts'
import { calendarName, quarterEnding } from '#model/quarter.ts'
import { anyCalendar, anyQuarter } from './anyQuarter.ts'

const calendar = (yearEndMonth: number, yearNamedBy: FiscalCalendar['yearNamedBy'] = 'end'): FiscalCalendar => ({
  yearEndMonth,
  yearNamedBy,
})

const march = calendar(3)

test.each([
  ['2025-06', calendar(3), 'FY26 Q1'],
  ['2025-09', calendar(3), 'FY26 Q2'],
  ['2025-12', calendar(3), 'FY26 Q3'],
  ['2026-03', calendar(3), 'FY26 Q4'],
  ['2025-12', calendar(12), 'FY25 Q4'],
  ['2025-03', calendar(12), 'FY25 Q1'],
  ['2025-09', calendar(9), 'FY25 Q4'],
  ['2025-12', calendar(9), 'FY26 Q1'],
  ['2025-08', calendar(8), 'FY25 Q4'],
  ['2025-11', calendar(8), 'FY26 Q1'],
  ['2026-01', calendar(1), 'FY26 Q4'],
  ['2025-04', calendar(1), 'FY26 Q1'],
  ['2025-06', calendar(6), 'FY25 Q4'],
  ['1999-06', calendar(3), 'FY00 Q1'],
  ['2008-06', calendar(3), 'FY09 Q1'],
] as const)('[Q2] %s with %o is %s', (quarter, fiscal, name) => {
  expect(fiscalName(quarter, fiscal)).toBe(name)
})

test.each([
  ['2025-06', calendar(3, 'start'), 'FY25 Q1'],
  ['2026-03', calendar(3, 'start'), 'FY25 Q4'],
  ['2026-01', calendar(1, 'start'), 'FY25 Q4'],
  ['2025-12', calendar(12, 'start'), 'FY25 Q4'],
  ['2025-03', calendar(12, 'start'), 'FY25 Q1'],
  ['2025-12', calendar(11, 'start'), 'FY25 Q1'],
] as const)('[Q3] named by its start, %s with %o is %s', (quarter, fiscal, name) => {
  expect(fiscalName(quarter, fiscal)).toBe(name)
})

/** A quarter of months counted one by one to the year end, and the year named by its last or first month. */
const byCounting = (year: number, month: number, { yearEndMonth, yearNamedBy }: FiscalCalendar) => {
  let [endYear, endMonth, monthsToGo] = [year, month, 0]
  while (endMonth !== yearEndMonth) {
    endMonth += 1
    monthsToGo += 1
    if (endMonth === 13) [endYear, endMonth] = [endYear + 1, 1]
  }
  const startYear = yearEndMonth === 12 ? endYear : endYear - 1
  return { year: yearNamedBy === 'end' ? endYear : startYear, quarter: 4 - Math.floor(monthsToGo / 3) }
}

test('[Q2] [Q3] every month under every calendar has the year and quarter found by counting months', () => {
  for (let yearEndMonth = 1; yearEndMonth <= 12; yearEndMonth += 1)
    for (const yearNamedBy of ['end', 'start'] as const)
      for (let month = 1; month <= 12; month += 1) {
        const fiscal = calendar(yearEndMonth, yearNamedBy)
        expect(fiscalQuarterOf(quarterEnding(2025, month), fiscal), `${month} under ${yearEndMonth}`).toEqual(
          byCounting(2025, month, fiscal),
        )
      }
})

test('[Q2] [Q4] the name of a quarter reads back as that quarter, in every form', () => {
  fc.assert(
    fc.property(anyQuarter, anyCalendar, (any, fiscal) => {
      // A quarter of this calendar: the months of the last one or two are off.
      const quarter = [0, 1, 2]
        .map((months) => quarterEnding(Number(any.slice(0, 4)), ((Number(any.slice(5)) + months - 1) % 12) + 1))
        .find((each) => fitsCalendar(each, fiscal))
      if (quarter === undefined) throw new Error('one of three months fits')
      const { year, quarter: place } = fiscalQuarterOf(quarter, fiscal)
      expect(quarterOfFiscal({ year, quarter: place }, fiscal)).toBe(quarter)
      for (const text of [
        fiscalName(quarter, fiscal),
        `FY${year} Q${place}`,
        `${place}Q${fiscalYearName(year)}`,
        `Q${place} ${fiscalYearName(year)}`,
        calendarName(quarter),
        calendarName(quarter).replace(' 20', '-').replace(' 19', '-'),
        quarter,
      ])
        expect(readQuarter(text, fiscal), text).toBe(quarter)
    }),
  )
})

describe('what hands type for September 2025 where the year ends in March', () => {
  test.each([
    ...['FY26 Q2', 'FY26Q2', 'fy26 q2', 'FY2026 Q2', 'FY26-Q2', 'FY 26 Q2'],
    ...['2QFY26', '2Q FY26', '2qfy2026', 'Q2 FY26', 'Q2FY2026', 'Q2-FY26'],
    ...['Sep-25', 'Sep 2025', 'sep25', 'Sept 2025', 'September 2025', '2025-09', '  FY26 Q2  '],
  ])('[Q4] “%s” is 2025-09', (text) => {
    expect(readQuarter(text, march)).toBe('2025-09')
  })

  test.each([
    ...['', 'FY26', 'FY26 Q0', 'FY26 Q5', 'Q2', '5QFY26', 'FY6 Q2', 'FY026 Q2', '2025', 'Sep', '2025-13', '2025-9'],
    ...['Junk 2025', '09/2025', 'FY26 Q2 x', '-1'],
  ])('[Q4] “%s” is no quarter', (text) => {
    expect(readQuarter(text, march)).toBeNull()
  })

  test.each(['Oct 2025', '2025-10', 'May-25'])('[Q4] “%s” ends where no fiscal quarter does', (text) => {
    expect(readQuarter(text, march)).toBeNull()
    expect(readQuarter(text, calendar(10))).toBe(text === 'May-25' ? null : '2025-10')
  })

  test('[Q4] two digits are 1970 to 2069', () => {
    expect(readQuarter('FY69 Q4', march)).toBe('2069-03')
    expect(readQuarter('FY70 Q4', march)).toBe('1970-03')
    expect(readQuarter('Mar-70', march)).toBe('1970-03')
  })
})
