// What a commitment expands into, through the engine: numbers by hand for a small one, those of example.md for the example.

import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import type { Results } from '#engine/results.ts'
import { windowEnd } from '#model/commitment.ts'
import { commitmentLines, readingLineId } from '#model/commitmentLines.ts'
import type { ReadingPart } from '#model/commitmentParts.ts'
import { quartersOf } from '#model/timeline.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import { example } from '../examples/alibaba.ts'
import { promise, withCapex } from '../support/commitmentModel.ts'
import { expectColumn } from '../support/modelText.ts'

const march = { yearEndMonth: 3, yearNamedBy: 'end' } as const

type Column = readonly (number | null)[]

const columnsOf = (results: Results, stem = 'plan', scenario = 'base'): Readonly<Record<ReadingPart, Column>> => {
  const column = (part: string): Column =>
    quartersOf(results.model.timeline).map((quarter) => {
      const value = results.valueOf(scenario, `${stem}.${part}`, quarter)
      return Number.isNaN(value) ? null : value
    })
  return new Proxy({} as Record<ReadingPart, Column>, { get: (_, part) => column(String(part)) })
}

describe('500 over four quarters, against 100 100 150 150 150 150', () => {
  const results = calculate(withCapex('100 100 150 150 150 150'))
  const columns = columnsOf(results)

  test('[P1] its formulas are formulas like any other', () => {
    expect(results.problems).toEqual([])
    expect(results.constantOf('base', 'plan.amount')).toBe(500)
  })

  test('[P3] counted adds up from the first quarter of the window, and goes on after its last', () => {
    expectColumn(columns.counted, [100, 200, 350, 500, 650, 800])
  })

  test('[P4] planned is a straight line over the window, the whole amount after it', () => {
    expectColumn(columns.elapsed, [1, 2, 3, 4, 4, 4])
    expectColumn(columns.planned, [125, 250, 375, 500, 500, 500])
  })

  test('[P4] ahead is counted less planned; behind is negative', () => {
    expectColumn(columns.ahead, [-25, -50, -25, 0, 150, 300])
  })

  test('[P5] required is what is missing over the quarters left, and nothing once none is left', () => {
    expectColumn(columns.required, [400 / 3, 150, 150, null, null, null])
  })

  test('[P6] completion counts the quarters until the amount is reached, has no value before, then stands still', () => {
    expectColumn(columns.completion, [null, null, null, 4, 4, 4])
  })
})

test('[P6] the amount is reached part of the way through a quarter, linearly', () => {
  const columns = columnsOf(calculate(withCapex('100 100 150 150 150 150', { amount: 300 })))
  // 200 after two quarters, 100 of the third quarter's 150 to go.
  expectColumn(columns.completion, [null, null, 2 + 100 / 150, 2 + 100 / 150, 2 + 100 / 150, 2 + 100 / 150])
  expectColumn(columns.required, [200 / 3, 50, 0, null, null, null])
})

test('[P6] reached at the end of a quarter, it stands still though no more is spent', () => {
  const columns = columnsOf(calculate(withCapex('100 100 150 0 0 0', { amount: 350 })))
  expectColumn(columns.completion, [null, null, 3, 3, 3, 3])
})

test('[P6] quarters past the window’s end count as well', () => {
  // 500 after five quarters at 100 a quarter, and half of the sixth.
  const columns = columnsOf(calculate(withCapex('100 100 100 100 100 100', { amount: 550 })))
  expectColumn(columns.elapsed, [1, 2, 3, 4, 4, 4])
  expectColumn(columns.completion, [null, null, null, null, null, 5.5])
})

test('[P6] reached in its very first quarter', () => {
  const columns = columnsOf(calculate(withCapex('100 100 150 150 150 150', { amount: 25 })))
  expectColumn(columns.completion, [0.25, 0.25, 0.25, 0.25, 0.25, 0.25])
})

test('[P3] a quarter without a number leaves all that comes after it without one', () => {
  const columns = columnsOf(calculate(withCapex('100 . 150 150 150 150')))
  expectColumn(columns.counted, [100, null, null, null, null, null])
  expectColumn(columns.planned, [125, 250, 375, 500, 500, 500])
  expectColumn(columns.ahead, [-25, null, null, null, null, null])
  expectColumn(columns.completion, [null, null, null, null, null, null])
})

test('[P6] taken back below the amount it is not reached; reached again, it is counted anew', () => {
  // 250 after two quarters, 200 after the third; then 50 of the fourth's 150 to go to 250.
  const columns = columnsOf(calculate(withCapex('100 150 -50 150 0 0', { amount: 250 })))
  expectColumn(columns.counted, [100, 250, 200, 350, 350, 350])
  expectColumn(columns.completion, [null, 2, null, 3 + 50 / 150, 3 + 50 / 150, 3 + 50 / 150])
})

test('[P5] capex may follow what was required a quarter before', () => {
  // 100, then 400 / 3 a quarter, which is what is left to the last.
  const model = withCapex('100 . . . . .')
  const lines = model.lines.map((line) => ({ ...line, formula: 'plan_required[-1]' }))
  const results = calculate({ ...model, lines })
  expect(results.problems).toEqual([])
  expectColumn(columnsOf(results).required, [400 / 3, 400 / 3, 400 / 3, null, null, null])
})

test('[P3] before its window nothing is counted or planned, and all of it is required', () => {
  const reading = {
    id: 'late',
    name: 'From the third',
    counts: 'capex',
    first: '2025-12',
    delay: 0,
    quarters: 2,
  } as const
  const columns = columnsOf(calculate(withCapex('100 100 150 150 150 150', { reading })))
  expectColumn(columns.elapsed, [0, 0, 1, 2, 2, 2])
  expectColumn(columns.counted, [0, 0, 150, 300, 450, 600])
  expectColumn(columns.planned, [0, 0, 250, 500, 500, 500])
  expectColumn(columns.required, [250, 250, 350, null, null, null])
  // 450 after three quarters of its own; 50 of the fourth's 150 to go.
  expectColumn(columns.completion, [null, null, null, null, null, 3 + 50 / 150])
})

test('[P7] another reading counts another share, from another quarter, beside the first', () => {
  const half = {
    id: 'half',
    name: 'Half of it',
    counts: '50% * capex',
    first: '2025-09',
    delay: 0,
    quarters: 3,
  } as const
  const results = calculate(withCapex('100 100 150 150 150 150', { otherReadings: [half] }))
  const columns = columnsOf(results, 'plan.half')
  expect(results.problems).toEqual([])
  expectColumn(columns.elapsed, [0, 1, 2, 3, 3, 3])
  expectColumn(columns.counted, [0, 50, 125, 200, 275, 350])
  expectColumn(columns.planned, [0, 500 / 3, 1000 / 3, 500, 500, 500])
  expectColumn(columns.required, [500 / 3, 225, 375, null, null, null])
  expectColumn(columnsOf(results).counted, [100, 200, 350, 500, 650, 800])
})

test('[P1] its lines have keys that formulas can use, and labels that tell readings apart', () => {
  const half = {
    id: 'half',
    name: 'Half of it',
    counts: '50% * capex',
    first: '2025-09',
    delay: 0,
    quarters: 3,
  } as const
  const lines = commitmentLines(promise({ otherReadings: [half] }), march)
  // The amount and the plan, then sixteen lines and five workings for each reading.
  expect(lines).toHaveLength(2 + 2 * 21)
  expect(lines[0]).toMatchObject({ key: 'plan_amount', label: 'Plan', kind: 'constant', driver: true, formula: '500' })
  expect(lines.find(({ id }) => id === 'plan.counted')).toMatchObject({ key: 'plan_counted', label: 'Counted' })
  expect(lines.find(({ id }) => id === 'plan.half.counted')).toMatchObject({
    key: 'plan_half_counted',
    label: 'Counted: Half of it',
  })
  expect(readingLineId(promise(), half, 'ahead')).toBe('plan.half.ahead')
})

test('[P1] to be ahead is good news of a floor or target and bad news of a cap', () => {
  const polarity = (kind: 'floor' | 'target' | 'cap') =>
    commitmentLines(promise({ kind }), march).find(({ id }) => id === 'plan.ahead')?.polarity
  expect(polarity('floor')).toBe('moreIsBetter')
  expect(polarity('target')).toBe('moreIsBetter')
  expect(polarity('cap')).toBe('lessIsBetter')
})

test('[P2] any amount that can be typed is a formula', () => {
  for (const amount of [0.1, 1e21, 1e-7])
    expect(calculate(withCapex('1', { amount })).constantOf('base', 'plan.amount')).toBe(amount)
})

test('a window ends its last quarter', () => {
  expect(fiscalName(windowEnd(promise().reading), march)).toBe('FY26 Q4')
})

describe('[P7] the readings of the example', () => {
  const results = calculate(example)

  test.each([
    ['ai_capex', 70.177, 63.333, 6.844, 30.982],
    ['ai_capex.from_fy25_q4', 94.789, 95, -0.211, 31.69],
    ['ai_capex.share_95', 66.668, 63.333, 3.335, 31.333],
    ['ai_capex.share_95_from_fy25_q4', 90.05, 95, -4.95, 32.217],
  ])('[P7] %s at FY26 Q2', (stem, ...expected) => {
    for (const [at, part] of (['counted', 'planned', 'ahead', 'required'] as const).entries())
      expect(results.valueOf('base', `${stem}.${part}`, '2025-09') / 1000).toBeCloseTo(expected[at] ?? NaN, 3)
  })
})
