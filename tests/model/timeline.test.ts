import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addQuarters } from '#model/quarter.ts'
import { contains, fiscalYearsOf, indexIn, lengthOf, quartersOf } from '#model/timeline.ts'
import { anyCalendar, anyQuarter } from './anyQuarter.ts'

const march = { yearEndMonth: 3, yearNamedBy: 'end' } as const

test('[Q5] a timeline holds every quarter from its first to its last', () => {
  const timeline = { first: '2025-06', last: '2026-06' } as const
  expect(lengthOf(timeline)).toBe(5)
  expect(quartersOf(timeline)).toEqual(['2025-06', '2025-09', '2025-12', '2026-03', '2026-06'])
  expect(['2025-06', '2025-12', '2026-06'].map((quarter) => contains(timeline, quarter as '2025-06'))).toEqual([
    true,
    true,
    true,
  ])
  expect(contains(timeline, '2025-03')).toBe(false)
  expect(contains(timeline, '2026-09')).toBe(false)
  expect(contains(timeline, '2025-07')).toBe(false)
  expect(indexIn(timeline, '2025-12')).toBe(2)
  expect(indexIn(timeline, '2025-03')).toBe(-1)
})

test('[Y1] a fiscal year is whole when all four of its quarters lie in the timeline', () => {
  expect(fiscalYearsOf({ first: '2025-03', last: '2026-06' }, march)).toEqual([
    { year: 2025, quarters: ['2025-03'], whole: false },
    { year: 2026, quarters: ['2025-06', '2025-09', '2025-12', '2026-03'], whole: true },
    { year: 2027, quarters: ['2026-06'], whole: false },
  ])
})

test('[Y1] the fiscal years of a timeline hold its quarters, each once and in order', () => {
  fc.assert(
    fc.property(anyQuarter, fc.integer({ min: 0, max: 60 }), anyCalendar, (first, more, calendar) => {
      const shift = (Number(first.slice(5)) - calendar.yearEndMonth + 12) % 3
      fc.pre(shift === 0)
      const timeline = { first, last: addQuarters(first, more) }
      const years = fiscalYearsOf(timeline, calendar)
      expect(years.flatMap(({ quarters }) => quarters)).toEqual(quartersOf(timeline))
      expect(years.map(({ whole }) => whole)).toEqual(years.map(({ quarters }) => quarters.length === 4))
      expect(years.slice(1, -1).every(({ whole }) => whole)).toBe(true)
    }),
  )
})
