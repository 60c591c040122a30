import { expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { lineOf, type Model } from '#model/model.ts'
import { readColumnId } from '#session/column.ts'
import { editText } from '#ui/grid/cellText.ts'
import { idOf, modelText } from '../../support/modelText.ts'

const perCents = (text: string): Model => {
  const model = modelText(text)
  return { ...model, lines: model.lines.map((line) => ({ ...line, unit: { kind: 'percent' } })) }
}

const textIn = (model: Model, key: string, id: string): string => {
  const line = lineOf(model, idOf(key))
  const column = readColumnId(id)
  if (column === null) throw new Error(`no column: ${id}`)
  return editText(calculate(model), { shown: 'base', line, column, unit: line.unit })
}

test('[G3] a computed number is edited at 15 significant digits, a typed one in full', () => {
  const model = perCents('FY25 Q1 to FY25 Q4\n growth rate 0.35 = growth[-1] - 0.01\n odd 0.31999999999999995')
  // Three times 0.01 off 0.35 is, in doubles, 0.31999999999999995.
  expect(textIn(model, 'growth', '2025-03')).toBe('32%')
  expect(textIn(model, 'odd', '2024-06')).toBe('31.999999999999995%')
})

test('a year, and a quarter without a number, are edited from nothing', () => {
  const model = modelText('FY25 Q1 to FY25 Q4\n a 1 2 3')
  expect(textIn(model, 'a', 'FY2025')).toBe('')
  expect(textIn(model, 'a', '2025-03')).toBe('')
})
