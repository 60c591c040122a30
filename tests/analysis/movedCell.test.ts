// Whether a cell moved is told without writing its figures out, mostly: here against the figures written out.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { movedCells } from '#analysis/movedCell.ts'
import { present } from '#base/assert.ts'
import { calculate } from '#engine/calculate.ts'
import type { Results } from '#engine/results.ts'
import { figureWithUnit } from '#model/figure.ts'
import { line, rmbM, rowsWith, sample } from '../model/sample.ts'

test('[E6] which cells moved agrees with the figures written out, for any two values', () => {
  const units = [{ kind: 'percent' }, { kind: 'ratio' }, rmbM] as const
  const value = fc.oneof(
    fc.double({ noNaN: false, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
    fc.integer({ min: -3000, max: 3000 }).map((each) => each / 2000), // on the middle between two figures, often
    fc.constantFrom(0, -0, NaN, 1e300, -0.0004),
  )
  fc.assert(
    fc.property(value, value, fc.nat(3), fc.nat(2), (then, now, decimals, at) => {
      const unit = present(units[at], 'a unit')
      const cell = (entry: number): Results =>
        calculate(
          sample({
            commitments: [],
            scenarios: sample().scenarios.slice(0, 1),
            lines: [line('x', { unit, decimals })],
            rows: Number.isNaN(entry) ? new Map() : rowsWith([['base', '2025-12', 'x', entry]]),
          }),
        )
      const written = (each: number): string => figureWithUnit(each, unit, decimals)
      expect(movedCells(cell(then), cell(now), 'base')).toHaveLength(written(then) === written(now) ? 0 : 1)
    }),
    { numRuns: 2000 },
  )
})
