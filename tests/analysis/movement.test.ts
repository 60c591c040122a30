// What an edit moved, in one sentence; cells counted by hand.

import { describe, expect, test } from 'vitest'
import { movedCells } from '#analysis/movedCell.ts'
import { movementSentence } from '#analysis/movement.ts'
import { calculate } from '#engine/calculate.ts'
import { applyEdits, type Edit } from '#model/edit.ts'
import type { Model } from '#model/model.ts'
import { isProblem } from '#model/problem.ts'
import type { Quarter } from '#model/quarter.ts'
import { withCapex } from '../support/commitmentModel.ts'
import { idOf, modelText } from '../support/modelText.ts'

const after = (model: Model, edits: readonly Edit[]): Model => {
  const next = applyEdits(model, edits)
  if (isProblem(next)) throw new Error(next.sentence)
  return next
}

const said = (model: Model, ...edits: readonly Edit[]): string | null =>
  movementSentence(calculate(model), calculate(after(model, edits)))

const enter = (key: string, quarter: Quarter, entry: number | null, scenario = 'base'): Edit => ({
  kind: 'enter',
  scenario,
  quarter,
  line: idOf(key),
  entry,
})

describe('[E6] a commitment first', () => {
  const capex = '100 100 150 150 150 150'
  const reading = { id: 'main', name: 'All of it', counts: 'capex', first: '2025-06', delay: 0, quarters: 6 } as const

  test('[E6] the quarter it completes in', () => {
    expect(said(withCapex(capex, { reading }), enter('capex', '2025-12', 300))).toMatch(
      /^Base: completion FY26 Q4 → FY26 Q3, \d+ cells moved\.$/,
    )
  })

  test('[E6] how far into the same quarter', () => {
    expect(said(withCapex(capex, { reading }), enter('capex', '2026-03', 300))).toMatch(
      /^Base: completion after 4\.000 → 3\.500 quarters, in FY26 Q4, \d+ cells moved\.$/,
    )
  })

  test('[E6] no longer, or not yet', () => {
    // Without a value from FY26 Q4 on: completion 3, and how late it is 3.
    expect(said(withCapex(capex, { reading }), enter('capex', '2025-12', -300))).toMatch(
      /^Base: completion FY26 Q4 → not by FY27 Q2, \d+ cells moved, 6 of them now without a value, first Quarters to completion FY26 Q4\.$/,
    )
  })

  test('[E6] a quarter that the timeline gains moves only what is typed in it, and the end of the commitment', () => {
    const gained = (last: Quarter): Edit => ({ kind: 'change model', change: { timeline: { first: '2025-06', last } } })
    const grown = modelText('FY26 Q1 to FY26 Q2\n sales 10 20 = sales[-1]\n twice = sales * 2')
    expect(said(grown, gained('2025-12'))).toBeNull()
    expect(said(grown, gained('2025-12'), enter('sales', '2025-12', 5))).toBe('Base: sales FY26 Q3 no value → 5.')
    // 80 a quarter: 480 by FY27 Q2, 560 a quarter later, of 500 over eight. That the plan reaches 437.5 then tells where it
    // stood at the 400 of FY27 Q1: earned schedule, how far ahead, and their index.
    const late = withCapex('= 80', { reading: { ...reading, quarters: 8 } })
    expect(said(late, gained('2026-12'))).toBe('Base: completion not by FY27 Q2 → FY27 Q3, 3 cells moved.')
  })

  test('[E6] nothing that reads the same before and after is told', () => {
    // 3 + 150 / 150.01 is 3.99993, which reads 4.000 as before; 800.01 m reads 0.800 bn, and FY26 500 as before.
    expect(said(withCapex(capex, { reading }), enter('capex', '2026-03', 150.01))).toBeNull()
  })

  test('[E6] a completion that has no value any more', () => {
    expect(said(withCapex(capex, { reading }), enter('capex', '2025-09', null))).toMatch(
      /^Base: completion FY26 Q4 → no value, \d+ cells moved, all now without a value, first capex FY26 Q2\.$/,
    )
  })

  test('[E6] how much is counted where it is never reached', () => {
    expect(said(withCapex(capex, { reading, amount: 5000 }), enter('capex', '2025-12', 200))).toMatch(
      /^Base: counted by FY27 Q2 0\.800 bn → 0\.850 bn, \d+ cells moved\.$/,
    )
  })
})

test('[E6] where scenarios moved each in its own way and that grows long, the first is told and the others are named', () => {
  const scenarios = ['one', 'two', 'three', 'four', 'five'].map(
    (name, at) => `${name}:\n capex . . ${60 + 20 * at} 90 90 90`,
  )
  const model = withCapex('100 100 150 150 150 150', { amount: 5000 }, scenarios.join('\n'))
  // 5,000 is out of reach: each scenario counts 100 more by FY26 Q4, from another number.
  expect(said(model, enter('capex', '2025-06', 200))).toMatch(
    /^Base: counted by FY26 Q4 0\.500 bn → 0\.600 bn, \d+ cells moved; one, two, three, four and five moved, too\.$/,
  )
})

describe('without a commitment', () => {
  const model = modelText(`
    FY25 Q1 to FY26 Q2, actual to FY25 Q2
    growth rate driver 0.1 0.1 0.1 = growth[-1]
    sales 100 100 = sales[-1] + 10
    check = sales - 100
    bull:
    sales . . 500 500 500 500`)

  test('[E6] the last whole year of the first line that moved, and who did not move', () => {
    // 100 + 100 + 110 + 120 is 430, 100 + 100 + 120 + 130 is 450. Cells: sales 4 and check 4; bull typed its own forecasts.
    expect(said(model, enter('sales', '2024-12', 120))).toBe('Base: sales FY25 430 → 450, 8 cells moved; bull unmoved.')
  })

  test('[E6] outside the last whole year, the first cell that moved', () => {
    expect(said(model, enter('sales', '2025-09', 7))).toBe(
      // 110 + 10 + 10 + 10 was 140; the check beside it moves too.
      'Base: sales FY26 Q2 140 → 7, 2 cells moved; bull unmoved.',
    )
  })

  test('[E6] a driver is no news: what it moves is', () => {
    const driven = modelText('FY25 Q1 to FY25 Q4\n run driver 1 2 3 4\n spend = run * 10')
    // 10 + 20 + 30 + 40 is 100, 10 + 20 + 30 + 50 is 110.
    expect(said(driven, enter('run', '2025-03', 5))).toBe('Base: spend FY25 100 → 110, 2 cells moved.')
  })

  test('[E6] one cell is told by itself', () => {
    const plain = modelText('FY25 Q1 to FY25 Q2\n a 1 2')
    expect(said(plain, enter('a', '2024-06', 3))).toBe('Base: a FY25 Q1 1 → 3.')
    expect(said(plain, enter('a', '2024-09', null))).toBe('Base: a FY25 Q2 2 → no value.')
    expect(said(modelText('FY25 Q1 to FY25 Q2\n a 1'), enter('a', '2024-09', 5))).toBe('Base: a FY25 Q2 no value → 5.')
  })

  test('[E6] scenarios that moved alike are told together', () => {
    const three = modelText('FY25 Q1 to FY25 Q2\n a 1 2\n bull:\n bear:')
    expect(said(three, enter('a', '2024-06', 3))).toBe('Base, bull and bear: a FY25 Q1 1 → 3.')
    expect(said(three, enter('a', '2024-06', 3, 'bull'))).toBe('bull: a FY25 Q1 1 → 3; Base and bear unmoved.')
  })

  test('[E6] cells that lost their value are counted, with the first of them', () => {
    // Base: sales and check of FY25 Q2 to FY26 Q2, 5 each; bull typed its own from FY25 Q3 on, and loses FY25 Q2.
    expect(said(model, enter('sales', '2024-09', null), enter('sales', '2024-06', null))).toMatch(
      /^Base: sales FY25 Q1 100 → no value, 12 cells moved, all now without a value; bull: sales FY25 Q1 100 → no value, 4 cells moved, all/,
    )
  })

  test('[E6] every scenario that moved has its part', () => {
    expect(said(model, enter('sales', '2024-09', 200))).toBe(
      'Base: sales FY25 430 → 730, 10 cells moved; bull: sales FY25 1,200 → 1,300, 2 cells moved.',
    )
  })

  test('[E6] nothing moved is no sentence', () => {
    expect(said(model, { ...enter('sales', '2024-12', null) })).toBeNull()
    expect(said(model, { kind: 'change line', line: idOf('sales'), change: { label: 'Sales' } })).toBeNull()
  })

  test('[E6] a new line moves the cells it fills, and a line that goes moves none', () => {
    const { lines } = modelText('FY25 Q1 to FY25 Q2\n late = 1')
    const [late] = lines
    if (late === undefined) throw new Error('no line')
    const grown = after(model, [{ kind: 'insert line', line: late, at: 0 }])
    expect(movedCells(calculate(model), calculate(grown), 'base')).toHaveLength(6)
    expect(movedCells(calculate(grown), calculate(model), 'base')).toHaveLength(0)
  })
})
