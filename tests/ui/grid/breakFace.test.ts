// How breaks and what crosses them look and read in the sheet.

import { expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { lineOf } from '#model/model.ts'
import { readColumnId } from '#session/column.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import { cellLabel } from '#ui/grid/cellLabel.ts'
import { tooltipOf } from '#ui/grid/cellText.ts'
import { faceOf } from '#ui/grid/face.ts'
import { firstView } from '#model/view.ts'
import { idOf, modelText } from '../../support/modelText.ts'

const plain = modelText(`
  FY24 Q1 to FY25 Q4, actual to FY25 Q4
  sales        100 100 100 100 110 120 130 140
  fade constant = 2
  growth rate  = yoy(sales)`)

const results = calculate({
  ...plain,
  lines: plain.lines.map((line) =>
    line.key === 'sales' ? { ...line, breaks: [{ quarter: '2024-09' as const, reason: 'recast' }] } : line,
  ),
})

const cellOf = (key: string, id: string) => {
  const column = readColumnId(id)
  if (column === null) throw new Error(`no column: ${id}`)
  return { line: lineOf(results.model, idOf(key)), column }
}

const marks = (key: string, id: string): readonly string[] =>
  faceOf({ results, shown: 'base', ...cellOf(key, id) }, null)
    .marks.split(' ')
    .filter((mark) => mark === 'breaks' || mark === 'crosses')

const tooltip = (key: string, id: string): string | null => {
  const { line, column } = cellOf(key, id)
  return tooltipOf(results, 'base', line, column)
}

test.each([
  ['sales', '2024-09', ['breaks']],
  ['sales', '2024-12', []],
  ['growth', '2024-06', []],
  ['growth', '2024-09', ['crosses']],
  ['growth', '2025-03', ['crosses']],
  ['sales', 'FY2025', ['crosses']],
  ['sales', 'FY2024', []],
  ['growth', 'FY2025', ['crosses']],
  // June to December 2024 with March: the break inside.
  ['sales', 'CY2024', ['crosses']],
  ['fade', 'constant', []],
])('[QT12] %s in %s is marked %j', (key, id, expected) => {
  expect(marks(key, id)).toEqual(expected)
})

test('[QT12] on hover a break tells its reason, and what crosses it names it', () => {
  expect(tooltip('sales', '2024-09')).toBe('actual, typed in Base\nThe series breaks here: recast.')
  expect(tooltip('growth', '2024-12')).toBe(
    'calculated, by Base’s formula\nCrosses the break of sales in FY25 Q2: recast.',
  )
  expect(tooltip('growth', 'FY2025')).toBe('Crosses the break of sales in FY25 Q2: recast.')
  expect(tooltip('sales', 'FY2024')).toBeNull()
})

test('[QT12] a screen reader hears of both', () => {
  const view = firstView(results.model)
  const label = (key: string, id: string): string => {
    const { line, column } = cellOf(key, id)
    const target = { shown: 'base', line, column, unit: line.unit }
    const open = { results, model: results.model, shown: 'base', view, sheet: { lack: null }, target }
    return cellLabel(open as unknown as OpenModel, target)
  }
  expect(label('sales', '2024-09')).toBe('sales, FY25 Q2, 120, actual, The series breaks here: recast, scenario Base')
  expect(label('growth', 'FY2025')).toContain('Crosses the break of sales in FY25 Q2: recast')
})
