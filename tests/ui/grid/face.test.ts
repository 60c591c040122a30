import { expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { lineOf } from '#model/model.ts'
import { readColumnId } from '#session/column.ts'
import { faceOf } from '#ui/grid/face.ts'
import { idOf, modelText } from '../../support/modelText.ts'

const textIn = (text: string, key: string, id: string): string => {
  const results = calculate(modelText(text))
  const column = readColumnId(id)
  if (column === null) throw new Error(`no column: ${id}`)
  return faceOf({ results, shown: 'base', line: lineOf(results.model, idOf(key)), column }, null).text
}

test('[F6] a streak that may have begun before the model reads “at least” in its year as in the year’s last quarter', () => {
  const model = 'FY25 Q1 to FY26 Q4\n a 5 5 5 5 1 5 5 5\n run balance = streak(a > 2)'
  expect(textIn(model, 'run', '2025-03')).toBe('≥ 4')
  expect(textIn(model, 'run', 'FY2025')).toBe('≥ 4')
  expect(textIn(model, 'run', '2026-03')).toBe('3')
  expect(textIn(model, 'run', 'FY2026')).toBe('3')
})

test('[Y2] a year that sums its quarters is no streak', () => {
  expect(textIn('FY25 Q1 to FY25 Q4\n a 5 5 5 5\n run flow = streak(a > 2)', 'run', 'FY2025')).toBe('10')
})
