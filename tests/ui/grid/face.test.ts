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

const scenarios = `
  FY26 Q1 to FY26 Q4, actual to FY26 Q1
  growth rate driver 1 2 3 4
  fade constant driver = 5
  sales flow 10 = sales[-1] * 2
  bull:
  growth . 7 release
  fade constant driver = 6
  sales flow = sales[-1] * 3
`

const marksIn = (shown: string, key: string, id: string): readonly string[] => {
  const results = calculate(modelText(scenarios))
  const column = readColumnId(id)
  if (column === null) throw new Error(`no column: ${id}`)
  return faceOf({ results, shown, line: lineOf(results.model, idOf(key)), column }, null).marks.split(' ')
}

test.each([
  ['[G20] a number typed in the scenario', 'growth', '2025-09', true],
  ['[G20] an inherited number', 'growth', '2026-03', false],
  ['[G20] a release', 'growth', '2025-12', true],
  ['[G20] a constant’s own number', 'fade', 'constant', true],
  ['[G20] a cell of its own formula', 'sales', '2025-09', true],
  ['[G20] Base’s reported number', 'sales', '2025-06', false],
])('%s is marked as its own, or not', (_, key, id, isOwn) => {
  expect(marksIn('bull', key, id).includes('own')).toBe(isOwn)
  expect(marksIn('base', key, id)).not.toContain('own')
})
