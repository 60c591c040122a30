import { expect, test } from 'vitest'
import { sightsOf } from '#formula/sight.ts'
import type { Quarter } from '#model/quarter.ts'

// Fiscal years end in March: FY26 Q1 is June 2025. The timeline is FY25 Q1 to FY27 Q4.
const scope = {
  keys: new Map(['a', 'b', 'c'].map((key) => [key, key])),
  calendar: { yearEndMonth: 3, yearNamedBy: 'end' },
  timeline: { first: '2024-06', last: '2027-03' },
} as const

/** Each sight as `text: quarters`. */
const seen = (text: string, quarter: Quarter = '2025-12'): readonly string[] =>
  sightsOf(text, { ...scope, quarter }).map(
    ({ span, quarters }) => `${text.slice(span.start, span.end)}: ${quarters.join(' ')}`,
  )

test('[FB6] a key looks at its own quarter, with a bracket at others; the bracket is of the reference', () => {
  expect(seen('a + b[-4] * c[+1]')).toEqual(['a: 2025-12', 'b[-4]: 2024-12', 'c[+1]: 2026-03'])
  expect(seen('a["FY26 Q2"]')).toEqual(['a["FY26 Q2"]: 2025-09'])
  expect(seen('sum(a[-2:0])')).toEqual(['a[-2:0]: 2025-06 2025-09 2025-12'])
  expect(seen('(a - b)[-1]')).toEqual(['a: 2025-09', 'b: 2025-09'])
})

test('[FB6] functions look at the very quarters they take, and no others', () => {
  expect(seen('yoy(a)')).toEqual(['a: 2024-12 2025-12'])
  expect(seen('qoq(a[-1])')).toEqual(['a[-1]: 2025-06 2025-09'])
  expect(seen('ttm(a)')).toEqual(['a: 2025-03 2025-06 2025-09 2025-12'])
  // December 2025 is FY26 Q3: year to date is Q1 to Q3.
  expect(seen('ytd(a)')).toEqual(['a: 2025-06 2025-09 2025-12'])
  expect(seen('decumulate(a)')).toEqual(['a: 2025-09 2025-12'])
  expect(seen('decumulate(a)', '2025-06')).toEqual(['a: 2025-06'])
  expect(seen('cumulative(a, "FY26 Q2")')).toEqual(['a: 2025-09 2025-12'])
  expect(seen('yoy(ttm(a))', '2026-03')).toEqual(['a: 2024-06 2024-09 2024-12 2025-03 2025-06 2025-09 2025-12 2026-03'])
  expect(seen('lag(a, 2) + lead(b, 1)')).toEqual(['a: 2025-06', 'b: 2026-03'])
})

test('[FB6] outside the timeline there is nothing to look at, nor through it back in', () => {
  expect(seen('a[-8]')).toEqual(['a[-8]: '])
  expect(seen('ttm(a)', '2024-09')).toEqual(['a: 2024-06 2024-09'])
  expect(seen('(a[-2])[+2]', '2024-06')).toEqual(['a[-2]: 2024-06'])
  expect(seen('(a[+2])[-2]', '2024-06')).toEqual(['a[+2]: '])
})

test('[FB6] a text half written is looked at by its keys and brackets', () => {
  expect(seen('a[-4] * (1 + b')).toEqual(['a[-4]: 2024-12', 'b: 2025-12'])
  expect(seen('sum(a[-2:0]')).toEqual(['a[-2:0]: 2025-06 2025-09 2025-12'])
  expect(seen('a["FY26 Q2"] + growht +')).toEqual(['a["FY26 Q2"]: 2025-09'])
  expect(seen('a[-')).toEqual(['a: 2025-12'])
  expect(seen('a[b] +')).toEqual(['a[b]: 2025-12', 'b: 2025-12'])
  expect(seen('')).toEqual([])
})
