import { describe, expect, test } from 'vitest'
import type { FiscalCalendar } from '#model/fiscalCalendar.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'
import {
  addYears,
  areYearsAlike,
  lastQuarterOf,
  plainNameOfYear,
  quartersOfYear,
  readYearId,
  yearEndingIn,
  yearId,
  yearName,
  yearsOf,
  yearWith,
  type Year,
} from '#model/year.ts'

const endingIn = (yearEndMonth: number): FiscalCalendar => ({ yearEndMonth, yearNamedBy: 'end' })

/** The months of a quarter, each as years and months. */
const monthsOf = (quarter: Quarter): readonly number[] => {
  const [year, month] = quarter.split('-').map(Number) as [number, number]
  return [2, 1, 0].map((back) => year * 12 + month - 1 - back)
}

describe('[QT1] a quarter belongs to the calendar year in which most of its months lie', () => {
  test.each([
    // Quarters that end in March, June, September and December: those of one calendar year.
    [3, '2024-03', 'CY2024'],
    [3, '2024-12', 'CY2024'],
    [3, '2025-03', 'CY2025'],
    [9, '2024-12', 'CY2024'],
    // November, December and January: two of three months lie in the year before.
    [1, '2026-01', 'CY2025'],
    [1, '2026-04', 'CY2026'],
    [7, '2026-01', 'CY2025'],
    // December, January and February: two of three lie in the year itself.
    [2, '2026-02', 'CY2026'],
    [2, '2025-11', 'CY2025'],
    [8, '2026-02', 'CY2026'],
  ] as const)('with a year that ends in month %d, %s lies in %s', (month, quarter, year) => {
    expect(yearWith(quarter, endingIn(month), 'calendar')).toBe(year)
  })

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
    'whatever month a year ends in, %d for one, month by month',
    (month) => {
      let quarter: Quarter = `2023-${String(month).padStart(2, '0')}` as Quarter
      for (let count = 0; count < 12; count += 1) {
        const years = monthsOf(quarter).map((each) => Math.floor(each / 12))
        const [most] = years.filter((year) => years.filter((other) => other === year).length >= 2)
        expect(yearWith(quarter, endingIn(month), 'calendar')).toBe(`CY${most ?? 0}`)
        quarter = addQuarters(quarter, 1)
      }
    },
  )
})

test('[QT1] a calendar year is four quarters, the fiscal calendar named either way', () => {
  expect(quartersOfYear('CY2024', endingIn(3))).toEqual(['2024-03', '2024-06', '2024-09', '2024-12'])
  expect(quartersOfYear('CY2025', endingIn(1))).toEqual(['2025-04', '2025-07', '2025-10', '2026-01'])
  expect(quartersOfYear('CY2025', endingIn(2))).toEqual(['2025-02', '2025-05', '2025-08', '2025-11'])
  expect(quartersOfYear('CY2025', { yearEndMonth: 1, yearNamedBy: 'start' })).toEqual(
    quartersOfYear('CY2025', endingIn(1)),
  )
  expect(quartersOfYear(2025, endingIn(3))).toEqual(['2024-06', '2024-09', '2024-12', '2025-03'])
  expect([lastQuarterOf('CY2024', endingIn(6)), lastQuarterOf(2025, endingIn(6))]).toEqual(['2024-12', '2025-06'])
})

test('[QT1] years of a timeline are whole where all four quarters lie in it', () => {
  const timeline = { first: '2022-06', last: '2024-12' } as const
  const told = (by: 'fiscal' | 'calendar') =>
    yearsOf(timeline, endingIn(3), by).map(({ year, quarters, whole }) => [year, quarters.length, whole])
  expect(told('calendar')).toEqual([
    ['CY2022', 3, false],
    ['CY2023', 4, true],
    ['CY2024', 4, true],
  ])
  expect(told('fiscal')).toEqual([
    [2023, 4, true],
    [2024, 4, true],
    [2025, 3, false],
  ])
})

test('[QT1] of two kinds of years never both end with one quarter, unless all do', () => {
  for (let month = 1; month <= 12; month += 1) {
    const calendar = endingIn(month)
    const ends = (by: 'fiscal' | 'calendar') => {
      const first: Quarter = `2024-${String(month).padStart(2, '0')}` as Quarter
      return [0, 1, 2, 3].map((count) => {
        const quarter = addQuarters(first, count)
        return lastQuarterOf(yearWith(quarter, calendar, by), calendar) === quarter
      })
    }
    const both = ends('fiscal').map((isEnd, at) => isEnd && ends('calendar')[at] === true)
    expect(both.includes(true)).toBe(areYearsAlike(calendar))
  }
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].filter((month) => areYearsAlike(endingIn(month)))).toEqual([1, 11, 12])
})

test('[QT1] the year that ends with a quarter', () => {
  expect(['2025-03', '2024-12', '2024-09'].map((quarter) => yearEndingIn(quarter as Quarter, endingIn(3)))).toEqual([
    2025,
    'CY2024',
    null,
  ])
})

test.each<[Year, string, string]>([
  [2026, 'FY2026', 'FY26'],
  ['CY2025', 'CY2025', 'CY25'],
])('[Q1] the year %s has an id and a name', (year, id, name) => {
  expect([yearId(year), yearName(year), plainNameOfYear(year)]).toEqual([id, name, name])
  expect(readYearId(id)).toBe(year)
})

test('[Q1] where two digits mean another century, four are written', () => {
  expect([plainNameOfYear(2101), plainNameOfYear('CY2101')]).toEqual(['FY2101', 'CY2101'])
  expect([addYears(2026, -1), addYears('CY2025', 2)]).toEqual([2025, 'CY2027'])
  expect(['FY26', 'CY25', 'XY2025', ''].map(readYearId)).toEqual([null, null, null, null])
})
