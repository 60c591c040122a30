import { expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { lineOf } from '#model/model.ts'
import { formulaRefusal, proposeRowReversion, takesNote, takesNumber, targetOf, typedIn } from '#session/sayingEdit.ts'
import { amountSaid, placeText, sayingsOf, sayingsTable, type Saying } from '#session/says.ts'
import { applyEdits } from '#model/edit.ts'
import { settled } from '../model/sample.ts'
import { idOf, modelText } from '../support/modelText.ts'
import { exampleBench } from '../support/workbench.ts'

const sheet = `
  FY25 Q1 to FY26 Q2, actual to FY25 Q4
  revenue             100 110 120 130 . .   = revenue[-1] * (1 + growth)
  growth rate driver  . . . . 0.1           = growth[-1]
  fade constant                             = 0.5
  bull:
  revenue             . . . 999 . 200
  growth              . . . . 0.2 release
  fade constant                             = 0.25
  bear under bull:
  revenue                                   = 7
`
const results = calculate(modelText(sheet))
const { model } = results
const told = (scenario: string) =>
  sayingsOf(results, scenario).map(({ line, quarter, kind, value, parentValue, hasEffect }) => [
    line.key,
    quarter,
    kind,
    value,
    parentValue,
    hasEffect,
  ])
const bull = (at: number): Saying => {
  const saying = sayingsOf(results, 'bull')[at]
  if (saying === undefined) throw new Error(`no row ${at}`)
  return saying
}

test('[V2] what a scenario says stands in the sheet’s order, beside what its parent has', () => {
  // Base: 130 × 1.1 = 143, × 1.1 = 157.3. In Bull growth is released in FY26 Q2, where its formula carries 0.2 on.
  expect(told('bull')).toEqual([
    ['revenue', '2025-03', 'number', 999, 130, false],
    ['revenue', '2025-09', 'number', 200, expect.closeTo(157.3, 10), true],
    ['growth', '2025-06', 'number', 0.2, 0.1, true],
    ['growth', '2025-09', 'release', 0.2, 0.1, true],
    ['fade', null, 'constant', 0.25, 0.5, true],
  ])
  expect(amountSaid(sayingsOf(results, 'bull'))).toBe('3 numbers, 1 constant, 1 release')
  const [formula] = sayingsOf(results, 'bear')
  expect([formula?.kind, formula?.formula, formula?.parentFormula]).toEqual([
    'formula',
    '7',
    'revenue[-1] * (1 + growth)',
  ])
})

test('[V2] of Base, its assumptions are listed: drivers, constants and numbers after the last actual', () => {
  expect(told('base')).toEqual([
    ['growth', '2025-06', 'number', 0.1, NaN, true],
    ['fade', null, 'constant', 0.5, NaN, true],
  ])
})

test('[V2] a row takes a number where it lands in the scenario, and no formula', () => {
  const first = targetOf('bull', bull(0), null)
  const growth = targetOf('bull', bull(2), null)
  if (first === null || growth === null) throw new Error('a row of a quarter has a cell')
  expect([0, 1, 2, 3, 4].map((at) => takesNumber(model, 'bull', bull(at)))).toEqual([false, true, true, false, true])
  expect([takesNote(model, first), takesNote(model, growth), takesNote(model, null)]).toEqual([false, true, false])
  expect(typedIn(bull(1), { ...growth, unit: { kind: 'count' } })).toBe('200')
  expect(formulaRefusal(bull(2), growth, '=revenue * 2')).toContain('“=revenue * 2” is a formula.')
  expect(formulaRefusal(bull(2), growth, '0.3')).toBeNull()
})

test('[V2] a row is given up alone, and Base has none to give up', () => {
  const deed = proposeRowReversion(model, 'bull', bull(2))
  expect(deed?.said).toBe(`${placeText(model, bull(2))} follows Base again.`)
  expect(deed?.said).toBe('growth FY26 Q1 follows Base again.')
  const after = calculate(settled(applyEdits(model, deed?.edits ?? [])))
  expect(after.valueOf('bull', idOf('growth'), '2025-06')).toBe(0.1)
  expect(sayingsOf(after, 'bull')).toHaveLength(4)
  const [assumption] = sayingsOf(results, 'base')
  expect(assumption === undefined ? 'none' : proposeRowReversion(model, 'base', assumption)).toBeNull()
})

test('[V2] the example’s Bull differs from Base in eight lines, and its list exports at full precision', async () => {
  const { open } = await exampleBench()
  const sayings = sayingsOf(open.results, 'bull')
  expect([...new Set(sayings.map(({ line }) => line.key))]).toEqual([
    'cloud_growth',
    'cloud_fade',
    'rest_growth',
    'capex_run_rate',
    'capex_growth',
    'ebita_margin_driver',
    'margin_gain',
    'cash_conversion',
  ])
  const { fields, rows } = sayingsTable(open.results, sayings)
  // One number each for growth and run-rate, four for rest growth, four for the margin, and four constants.
  expect(rows).toHaveLength(14)
  const runRate = Object.fromEntries(fields.map((field, at) => [field, rows[6]?.[at]]))
  expect(runRate).toMatchObject({
    line_key: 'capex_run_rate',
    label: lineOf(open.model, 'capex_run_rate').label,
    quarter_end: '2025-12-31',
    fiscal_quarter: 'FY26 Q3',
    value: 36_000,
    parent_value: 32_000,
    difference: 4_000,
    has_effect: 'yes',
  })
})
