import { describe, expect, test } from 'vitest'
import { backupAge } from '#session/backup.ts'
import { columnId, readColumnId, timeGroupsOf } from '#session/column.ts'
import { firstView } from '#model/view.ts'
import { firstCursor } from '#session/selection.svelte.ts'
import { line, sample } from '../model/sample.ts'
import { example } from '../examples/alibaba.ts'

test.each([
  [{ kind: 'constant' }, 'constant'],
  [{ kind: 'quarter', quarter: '2025-09' }, '2025-09'],
  [{ kind: 'year', year: 2026 }, 'FY2026'],
  [{ kind: 'year', year: 'CY2025' }, 'CY2025'],
] as const)('[Q1] the column %o is called %s', (column, id) => {
  expect(columnId(column)).toBe(id)
  expect(readColumnId(id)).toEqual(column)
})

test.each(['label', 'unit', '', '2025-13', 'FY26', 'FY20260', 'CY25', 'Constant'])(
  '[Q1] %s is no column of numbers',
  (id) => {
    expect(readColumnId(id)).toBeNull()
  },
)

test('[Y1] the sheet has a column for each quarter, and one for the year after its fourth', () => {
  const view = { yearColumns: 'among', yearsBy: 'fiscal' } as const
  expect(timeGroupsOf(sample(), view).map(({ name, columns }) => [name, ...columns.map(columnId)])).toEqual([
    ['FY26', '2025-06', '2025-09', '2025-12', '2026-03', 'FY2026'],
    ['FY27', '2026-06', '2026-09', '2026-12'],
  ])
})

describe('the first view', () => {
  test('[M5] shows Base, with whole years before the last actual’s folded', () => {
    expect(firstView(example)).toMatchObject({ scenario: 'base', foldedYears: [2023, 2024, 2025], scale: null })
    expect(firstView(sample()).foldedYears).toEqual([])
    expect(firstView({ ...example, lastActual: null }).foldedYears).toEqual([])
    expect(firstView({ ...example, timeline: { first: '2022-09', last: '2028-03' } }).foldedYears).toEqual([2024, 2025])
  })

  test('[M5] puts the cursor on the first driver, in the first quarter of the forecast', () => {
    expect(firstCursor(example)).toEqual({ line: 'cloud_growth', column: '2025-12' })
    expect(firstCursor(sample())).toEqual({ line: 'growth', column: '2025-12' })
    expect(firstCursor(sample({ lastActual: null }))?.column).toBe('2025-06')
    expect(firstCursor(sample({ lastActual: '2026-12' }))?.column).toBe('2025-06')
    const constant = line('c', { kind: 'constant', driver: true })
    expect(firstCursor(sample({ lines: [constant, line('x')] }))?.line).toBe('c')
    expect(firstCursor(sample({ lines: [line('x'), constant, line('d', { driver: true })] }))?.line).toBe('d')
    expect(firstCursor(sample({ lines: [], commitments: [] }))).toBeNull()
  })
})

// Moments without a zone are the reader's own.
test.each([
  [null, 'never'],
  ['2026-11-23T00:10:00', 'today'],
  ['2026-11-23T12:00:00', 'today'], // a clock set back
  ['2026-11-22T23:50:00', 'yesterday'],
  ['2026-11-22T00:10:00', 'yesterday'],
  ['2026-11-21T23:50:00', '2 days'],
  ['2025-11-23T10:00:00', '365 days'],
])('[K7] a backup of %s is %s old', (at, age) => {
  expect(backupAge(at, '2026-11-23T10:00:00')).toBe(age)
})
