// A series goes on as Excel’s fill handle has it. Expected values are worked out by hand.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { continued } from '#session/series.ts'

test.each([
  ['one number repeats', [7], 1, 7],
  ['two go on by their difference', [3, 5], 2, 7],
  ['backwards too', [3, 5], -1, 1],
  ['per cents without noise', [0.35, 0.36], 2, 0.37],
  ['a tenth and two', [0.1, 0.2], 2, 0.3],
  ['falling through zero', [1, 0], 2, -1],
  // Least squares through (0,1) (1,2) (2,4): slope 1.5, start 5/6, so 5/6 + 4.5 = 16/3.
  ['three follow the line that fits them best', [1, 2, 4], 3, 16 / 3],
  ['a gap is passed over', [10, NaN, 20], 3, 25],
  ['nothing given is nothing', [NaN, NaN], 2, NaN],
  // 1e-320 + 2 · (1e-310 − 1e-320)
  ['the smallest numbers too', [1e-320, 1e-310], 2, 1.9999999999e-310],
])('[G12] %s', (_, given, position, expected) => {
  expect(continued(given, position)).toBe(expected)
})

test('[G12] an arithmetic series goes on exactly, in hundredths', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -5000, max: 5000 }),
      fc.integer({ min: -300, max: 300 }),
      fc.integer({ min: 2, max: 6 }),
      fc.integer({ min: -8, max: 20 }),
      (start, slope, count, position) => {
        const given = Array.from({ length: count }, (_, at) => (start + slope * at) / 100)
        // Adding 0 makes −0 a zero: nobody types the other one.
        expect(continued(given, position)).toBe((start + slope * position) / 100 + 0)
      },
    ),
  )
})
