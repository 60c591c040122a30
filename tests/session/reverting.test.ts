// Reverting cells and lines to the parent, on a model with a scenario that says a number, a release, a constant and a formula.

import { expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { lineOf, type Model } from '#model/model.ts'
import { applySoundly } from '#model/soundness.ts'
import { readColumnId } from '#session/column.ts'
import type { Target } from '#session/proposal.ts'
import { proposeCellReversion, proposeLineReversion } from '#session/reverting.ts'
import { sentenceOf, settled } from '../model/sample.ts'
import { columnOf, idOf, modelText } from '../support/modelText.ts'

const model = modelText(`
  FY26 Q1 to FY26 Q4, actual to FY26 Q1
  growth rate driver 1 2 3 4
  fade constant driver = 5
  sales flow 10 20 = sales[-1] * 2
  bull:
  growth . 7 release 9
  fade constant driver = 6
  sales flow = sales[-1] * 3
`)

const target = (line: string, column: string): Target => {
  const item = lineOf(model, idOf(line))
  const time = readColumnId(column)
  if (time === null) throw new Error(`no column ${column}`)
  return { shown: 'bull', line: item, column: time, unit: item.unit }
}

const afterReverting = (...targets: readonly Target[]): Model =>
  settled(applySoundly(model, settled(proposeCellReversion(model, 'bull', targets)).edits))

test('[G21] a number and a release are given up cell by cell, and the parent’s numbers hold again', () => {
  const growth = (next: Model): readonly (number | null)[] => columnOf(calculate(next), 'growth', 'bull')
  expect(growth(model)).toEqual([1, 7, null, 9])
  expect(growth(afterReverting(target('growth', '2025-09')))).toEqual([1, 2, null, 9])
  const both = afterReverting(target('growth', '2025-09'), target('growth', '2025-12'))
  expect(growth(both)).toEqual([1, 2, 3, 9])
})

test('[G21] a constant’s own number is its cell’s', () => {
  const reverted = calculate(afterReverting(target('fade', 'constant')))
  expect([calculate(model).constantOf('bull', idOf('fade')), reverted.constantOf('bull', idOf('fade'))]).toEqual([6, 5])
})

test('[G21] a cell that differs by the line’s formula is told so, and the line reverts with its formula', () => {
  expect(sentenceOf(proposeCellReversion(model, 'bull', [target('sales', '2026-03')]))).toBe(
    'sales has a formula of its own in bull: revert the line.',
  )
  const { edits, said } = settled(proposeLineReversion(model, 'bull', lineOf(model, idOf('sales'))))
  expect(said).toBe('sales follows Base again.')
  expect(columnOf(calculate(model), 'sales', 'bull')).toEqual([10, 30, 90, 270])
  expect(columnOf(calculate(settled(applySoundly(model, edits))), 'sales', 'bull')).toEqual([10, 20, 40, 80])
})

test('[G21] what is the parent’s already, and Base, are told so', () => {
  expect(sentenceOf(proposeCellReversion(model, 'bull', [target('growth', '2025-06')]))).toBe(
    'bull says nothing of its own here: these cells are Base’s already.',
  )
  expect(sentenceOf(proposeLineReversion(model, 'base', lineOf(model, idOf('sales'))))).toContain('Base has no parent')
})
