// The earned schedule: figures of the issue that asked for it, worked out there by hand, and what stands at its edges.

import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { applyEdits, type Edit } from '#model/edit.ts'
import { isProblem } from '#model/problem.ts'
import { columnOf, expectColumn, idOf, modelText, reasonIn, resultsOf, yearIn } from '../support/modelText.ts'

/** 380 over the twelve quarters from FY26 Q1, of which 70.177 are counted in the second; k quarters have elapsed. */
const standing = (planned: string): number | null => {
  const results = resultsOf(`
    FY25 Q1 to FY28 Q4
    counted 0 0 0 0 30 70.177 90 120 150 180 210 240 270 300 340 380
    k = clamp(quarter_index - 4, 0, 12)
    planned = ${planned}
    y = earned(counted, planned, k, 12)
    direct = earned(counted, ${planned}, clamp(quarter_index - 4, 0, 12), 6 + 6)`)
  expect(results.problems).toEqual([])
  expectColumn(columnOf(results, 'direct'), columnOf(results, 'y'))
  return columnOf(results, 'y')[5] ?? null
}

test.each([
  // 70.177 / 380 · 12 = 2.216
  ['straight', '380 * k / 12', 2.216],
  // 3/16 − 2/64 of 380 are 59.375 after three quarters, 3/9 − 2/27 are 98.519 after four: 3 + 10.802 / 39.144 = 3.276
  ['S-curve', '380 * (3 * (k / 12)^2 - 2 * (k / 12)^3)', 3.276],
  // 12/78 of 380 are 58.462 in the first, 23/78 are 112.051 by the second: 1 + 11.715 / 53.590 = 1.219
  ['front-loaded', '380 * k * (25 - k) / 156', 1.219],
  // 10/78 are 48.718 by the fourth, 15/78 are 73.077 by the fifth: 4 + 21.459 / 24.359 = 4.881
  ['back-loaded', '380 * k * (k + 1) / 156', 4.881],
])('[F14] 70.177 of 380 on a %s plan', (_, planned, expected) => {
  expect(standing(planned)).toBeCloseTo(expected, 3)
})

describe('the edges', () => {
  /** Over FY25 Q1 to FY25 Q4. */
  const over = (formula: string, lines: string): readonly (number | null)[] =>
    columnOf(resultsOf(`FY25 Q1 to FY25 Q4\n${lines}\ny = ${formula}`), 'y')

  test('[F14] a window that ends in the timeline: at the plan’s end and beyond it, its length', () => {
    const plan = 'plan 0 10 30 30\ntime 0 1 2 2'
    expectColumn(over('earned(level, plan, time, 2)', `level -1 5 30 99\n${plan}`), [0, 0.5, 2, 2])
  })

  test('[F14] a window that began before the timeline: what came before counts from 0', () => {
    // 25 is half of the way to 50, where five quarters had elapsed; 60 is half of the way from the fifth to the sixth.
    const plan = 'plan 50 70 90 110\ntime 5 6 7 8'
    expectColumn(over('earned(level, plan, time, 8)', `level 25 50 60 110\n${plan}`), [2.5, 5, 5.5, 8])
  })

  test('[F14] a plan that runs on past the timeline: at its last value the last quarter, beyond it no value', () => {
    const lines = 'level 15 40 41 .\nplan 10 20 30 40\ntime 1 2 3 4'
    expectColumn(over('earned(level, plan, time, 12)', lines), [1.5, 4, null, null])
    const results = resultsOf(`FY25 Q1 to FY25 Q4\n${lines}\ny = earned(level, plan, time, 12)`)
    expect(reasonIn(results, 'y', 'FY25 Q3')).toMatchObject({
      kind: 'missing',
      sentence: 'the plan runs on past the timeline, and the level lies beyond what it plans by then',
    })
    expect(reasonIn(results, 'y', 'FY25 Q4')?.sentence).toBe('needs level in FY25 Q4')
  })

  test('[F14] a plateau of the plan counts in full once it is reached', () => {
    // Nothing is planned in the second quarter: at 10 two quarters have been earned, at 9 not one.
    expectColumn(
      over('earned(level, plan, time, 4)', 'level 9 10 15 40\nplan 10 10 20 40\ntime 1 2 3 4'),
      [0.9, 2, 2.5, 4],
    )
  })

  test('[F14] never more than the length', () => {
    expectColumn(
      over('earned(level, plan, time, 2)', 'level 5 15 25 40\nplan 10 20 30 40\ntime 1 2 3 4'),
      [0.5, 1.5, 2, 2],
    )
  })

  test.each(['level . 5 5 5', 'length . 2 2 2'])('[F14] without %s there is none in that quarter', (first) => {
    const others = first.startsWith('level') ? 'length 2 2 2 2' : 'level 5 5 5 5'
    const lines = `${first}\n${others}\nplan 10 20 20 20\ntime 1 2 2 2`
    expectColumn(over('earned(level, plan, time, length)', lines), [null, 0.5, 0.5, 0.5])
  })

  test.each([
    ['plan 10 20 20 .', 'time 1 2 2 2', 'plan'],
    ['plan . 20 20 20', 'time 1 2 2 2', 'plan'],
    ['plan 10 20 20 20', 'time 1 . 2 2', 'time'],
  ])('[F14] with %s and %s there is none anywhere', (plan, time, key) => {
    const lines = `level 5 5 5 99\n${plan}\n${time}`
    expectColumn(over('earned(level, plan, time, 2)', lines), [null, null, null, null])
    const results = resultsOf(`FY25 Q1 to FY25 Q4\n${lines}\ny = earned(level, plan, time, 2)`)
    expect(reasonIn(results, 'y', 'FY25 Q2')?.sentence).toMatch(new RegExp(`^needs ${key} in FY25 Q[1-4]$`))
  })

  test('[F14] a timeline of one quarter', () => {
    expectColumn(columnOf(resultsOf('FY25 Q1 to FY25 Q1\nlevel 3\ny = earned(level, 12, 1, 1)'), 'y'), [0.25])
  })
})

test('[F14] on the longest timeline there may be', () => {
  const results = resultsOf(`FY25 Q1 to FY2124 Q4
    level = quarter_index * 10 - 5
    y = earned(level, quarter_index * 10, quarter_index, 400)`)
  expectColumn(
    columnOf(results, 'y'),
    Array.from({ length: 400 }, (_, at) => at + 0.5),
  )
})

test('[F14] a plan that changes in one quarter changes every quarter that it is looked at from', () => {
  const model = modelText(
    'FY25 Q1 to FY25 Q3\nlevel 5 15 30\nplan 10 20 30\ntime 1 2 3\ny = earned(level, plan, time, 3)',
  )
  const before = calculate(model)
  expectColumn(columnOf(before, 'y'), [0.5, 1.5, 3])
  // Of 10, 40, 40: 5 is half a quarter as before, 15 is 5 of the 30 of the second, 30 is 20 of them.
  const edit: Edit = { kind: 'enter', scenario: 'base', line: idOf('plan'), quarter: '2024-09', entry: 40 }
  const after = applyEdits(model, [edit, { ...edit, quarter: '2024-12' }])
  if (isProblem(after)) throw new Error(after.sentence)
  expectColumn(columnOf(calculate(after, before), 'y'), [0.5, 1 + 5 / 30, 1 + 20 / 30])
})

test('[F14] the formula with its numbers in shows the whole plan', () => {
  const results = resultsOf(
    'FY25 Q1 to FY25 Q3\nlevel 5 15 30\nplan 10 20 30\ntime 1 2 3\ny = earned(level + 1, plan, time, 3)',
  )
  const { withNumbers, inputs } = results.explain('base', idOf('y'), '2024-09')
  expect(withNumbers).toBe('earned(15 + 1, 10; 20; 30, 1; 2; 3, 3)')
  expect(inputs.map(({ value }) => value)).toEqual([15, 10, 20, 30, 1, 2, 3])
})

test('[F14] a rate that uses it has no year', () => {
  const results = resultsOf(
    'FY25 Q1 to FY25 Q4\nlevel 5 15 30 40\ny rate = earned(level, quarter_index * 10, quarter_index, 4)',
  )
  expect(yearIn(results, 'y', 2025)).toBeNull()
  expect(results.reasonOfYear('base', idOf('y'), 2025)?.sentence).toBe(
    'no value for a year: earned has no meaning in a year',
  )
})

describe('loops', () => {
  test('[F14] the level may go round a loop that looks back', () => {
    const results = resultsOf(`FY25 Q1 to FY25 Q4
      y = earned(coalesce(y[-1], 0) * 10 + 5, quarter_index * 10, quarter_index, 4)`)
    expect(results.problems).toEqual([])
    // 5 of 10 is 0.5; 0.5 · 10 + 5 is 10, the first quarter’s end; then 15 and 20.
    expectColumn(columnOf(results, 'y'), [0.5, 1, 1.5, 2])
  })

  test('[F14] a quarter of its own by name is read from later quarters only', () => {
    const text = 'FY25 Q1 to FY25 Q4\ny 2 = earned(99, quarter_index * 10, min(quarter_index, y["FY25 Q1"]), 2)'
    const results = resultsOf(text)
    expect(results.problems).toEqual([])
    expectColumn(columnOf(results, 'y'), [2, 2, 2, 2])
    expectColumn(columnOf(calculate(modelText(text), undefined, 'oracle'), 'y'), [2, 2, 2, 2])
  })

  test.each([
    [
      'y = earned(1, y[-1], quarter_index, 4)',
      '“y” looks ahead at itself: inside a loop a formula may only look back.',
    ],
    ['y = earned(1, quarter_index, y["FY25 Q1"], 4) + y[-1]', null],
    [
      'y = earned(1, plan, quarter_index, 4)\nplan = coalesce(y[-1], 0)',
      '“y” looks ahead at “plan”, which depends on “y” in turn: inside a loop a formula may only look back.',
    ],
  ])('[F14] the plan and its time may not: %s', (lines, sentence) => {
    const results = resultsOf(`FY25 Q1 to FY25 Q4\n${lines}`)
    expect(results.problemOf('base', idOf('y'))?.sentence ?? null).toBe(sentence)
  })
})
