import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addQuarters, calendarName, isQuarter, lastDayOf, monthNamed, quartersBetween } from '#model/quarter.ts'
import type { Quarter } from '#model/quarter.ts'
import { anyQuarter } from './anyQuarter.ts'

describe('[Q1] a quarter is the calendar month it ends in', () => {
  test.each(['2025-09', '0001-01', '9999-12'])('[Q1] %s is one', (text) => {
    expect(isQuarter(text)).toBe(true)
  })

  test.each(['2025-13', '2025-00', '2025-9', '25-09', '2025-09-30', ' 2025-09', '2025-09 ', 'FY26 Q2', ''])(
    '[Q1] “%s” is none',
    (text) => {
      expect(isQuarter(text)).toBe(false)
    },
  )

  test('[Q1] quarters sort as text in the order of time', () => {
    const inTime: readonly Quarter[] = ['2024-12', '2025-03', '2025-06', '2025-12', '2026-03']
    expect([...inTime].reverse().sort()).toEqual(inTime)
  })
})

test.each([
  ['2025-09', 1, '2025-12'],
  ['2025-12', 1, '2026-03'],
  ['2025-03', -1, '2024-12'],
  ['2025-01', -1, '2024-10'],
  ['2025-11', 1, '2026-02'],
  ['2025-09', 0, '2025-09'],
  ['2025-09', -8, '2023-09'],
  ['2022-06', 23, '2028-03'],
] as const)('[Q1] %s and %d quarters is %s', (quarter, count, expected) => {
  expect(addQuarters(quarter, count)).toBe(expected)
  expect(quartersBetween(quarter, expected)).toBe(count)
})

test('[Q1] going on and back is standing still, and the way between two quarters leads there', () => {
  fc.assert(
    fc.property(anyQuarter, fc.integer({ min: -400, max: 400 }), (quarter, count) => {
      const there = addQuarters(quarter, count)
      expect(isQuarter(there)).toBe(true)
      expect(addQuarters(there, -count)).toBe(quarter)
      expect(quartersBetween(quarter, there)).toBe(count)
      expect(there > quarter).toBe(count > 0)
    }),
  )
})

test('quarters whose months do not match are a fraction apart', () => {
  expect(quartersBetween('2025-06', '2025-07')).toBeCloseTo(1 / 3, 12)
})

test.each([
  ['2025-01', 'Jan 2025', '2025-01-31'],
  ['2025-02', 'Feb 2025', '2025-02-28'],
  ['2024-02', 'Feb 2024', '2024-02-29'],
  ['1900-02', 'Feb 1900', '1900-02-28'],
  ['2000-02', 'Feb 2000', '2000-02-29'],
  ['2025-03', 'Mar 2025', '2025-03-31'],
  ['2025-04', 'Apr 2025', '2025-04-30'],
  ['2025-06', 'Jun 2025', '2025-06-30'],
  ['2025-09', 'Sep 2025', '2025-09-30'],
  ['2025-11', 'Nov 2025', '2025-11-30'],
  ['2025-12', 'Dec 2025', '2025-12-31'],
] as const)('[Q2] [X2] %s is %s and ends on %s', (quarter, name, lastDay) => {
  expect(calendarName(quarter)).toBe(name)
  expect(lastDayOf(quarter)).toBe(lastDay)
})

test.each([
  ['Jan', 1],
  ['sept', 9],
  ['September', 9],
  ['DECEMBER', 12],
  ['may', 5],
  ['ju', null],
  ['Junk', null],
  ['Marble', null],
  ['', null],
])('[Q4] the month “%s” is %s', (text, month) => {
  expect(monthNamed(text)).toBe(month)
})
