// The sheet laid out: rows and columns, ranges on it, and where keys lead, whichever way it lies.

import { describe, expect, test } from 'vitest'
import { firstView, type View } from '#model/view.ts'
import { columnId } from '#session/column.ts'
import { cellAt, layoutOf, placeOf, type Layout, type Place } from '#session/layout.ts'
import { home, jump, moved, nextCell, nextRow, sheetEnd, sheetStart, step } from '#session/move.ts'
import { blockOf, placesIn, rangeOf } from '#session/range.ts'
import { typed as model } from './typed.ts'

const laid = (change: Partial<View> = {}): Layout =>
  layoutOf(model, { ...firstView(model), foldedYears: [], ...change })
const across = laid()
const down = laid({ orientation: 'down' })

const at = (layout: Layout, line: string, column: string): Place =>
  placeOf(layout, { line, column }) ?? { line: -1, time: -1 }
const named = (layout: Layout, place: Place | null): string => {
  if (place === null) return 'out'
  const { line, column } = cellAt(layout, place)
  return `${line} ${column}`
}

test('[G5] across, every section has its heading; times are the constant, the quarters and each whole year', () => {
  expect(across.lines.map(({ id }) => id).slice(0, 8)).toEqual([
    'section:Reported',
    'revenue',
    'costs',
    'mixed',
    'alone',
    'section:Drivers',
    'growth',
    'fade',
  ])
  expect(across.times.map(columnId)).toEqual([
    'constant',
    ...['2025-06', '2025-09', '2025-12', '2026-03', 'FY2026'],
    ...['2026-06', '2026-09', '2026-12'],
  ])
})

test('[G5] down, only a folded section has a heading, which stands for its lines', () => {
  expect(down.lines.map(({ id }) => id).slice(0, 6)).toEqual(['revenue', 'costs', 'mixed', 'alone', 'growth', 'fade'])
  const folded = laid({ orientation: 'down', foldedSections: ['Reported'] })
  expect(folded.lines.map(({ id }) => id).slice(0, 3)).toEqual(['section:Reported', 'growth', 'fade'])
  expect(named(folded, at(folded, 'mixed', '2025-06'))).toBe('section:Reported 2025-06')
})

test('[G4] what is folded stands at its heading or its year; what is gone stands nowhere', () => {
  const folded = laid({ foldedYears: [2026], foldedSections: ['Drivers'] })
  expect(named(folded, at(folded, 'growth', '2025-09'))).toBe('section:Drivers FY2026')
  expect(placeOf(folded, { line: 'gone', column: '2025-09' })).toBeNull()
  expect(placeOf(folded, { line: 'revenue', column: '2031-03' })).toBeNull()
  // A year that is not whole has no column to stand for it, and cannot be folded.
  expect(laid({ foldedYears: [2027] }).times.map(columnId)).toContain('2026-09')
})

describe.each([
  ['across', across, ['costs 2025-12', 'mixed 2025-12', 'costs 2025-09', 'costs 2026-03']],
  ['down', down, ['costs 2025-12', 'costs 2026-03', 'revenue 2025-12', 'mixed 2025-12']],
] as const)('laid %s', (_, layout, [from, below, left, right]) => {
  const [line = '', column = ''] = from.split(' ')
  const start = at(layout, line, column)
  test('[G6] arrows go one cell on as the screen lies', () => {
    expect(named(layout, step(layout, start, 'down'))).toBe(below)
    expect(named(layout, step(layout, start, 'left'))).toBe(left)
    expect(named(layout, step(layout, start, 'right'))).toBe(right)
    expect(named(layout, step(layout, step(layout, start, 'down'), 'up'))).toBe(from)
  })

  test('[G6] nothing leads over the edge', () => {
    const end = sheetEnd(layout)
    expect(step(layout, end, 'down')).toEqual(end)
    expect(step(layout, end, 'right')).toEqual(end)
    expect(moved(layout, end, 1000, 1000)).toEqual(end)
    expect(moved(layout, start, -1000, -1000)).toEqual({ line: 0, time: 0 })
    expect(sheetStart(layout)).toEqual({ line: 0, time: 1 })
  })

  test('[G2] Tab goes along the row and on to the next one’s first cell, Enter to the next row', () => {
    expect(named(layout, nextCell(layout, start, 1))).toBe(right)
    expect(named(layout, nextRow(layout, start, 1))).toBe(below)
    expect(nextCell(layout, sheetEnd(layout), 1)).toBeNull()
    expect(nextRow(layout, sheetEnd(layout), 1)).toBeNull()
  })
})

test('[G2] past headings, and from a row’s end to the next row’s first quarter', () => {
  expect(named(across, nextRow(across, at(across, 'alone', '2025-12'), 1))).toBe('growth 2025-12')
  expect(named(across, nextCell(across, at(across, 'alone', '2026-12'), 1))).toBe('growth 2025-06')
  expect(named(across, nextCell(across, at(across, 'growth', '2025-06'), -1))).toBe('alone 2026-12')
  expect(named(down, nextCell(down, at(down, 'revenue', '2025-12'), -1))).toMatch(/^plan.* 2025-09$/)
})

test('[G2] Tab and Enter pass a year beside its quarters, and stop at one that stands for them', () => {
  expect(named(across, nextCell(across, at(across, 'costs', '2026-03'), 1))).toBe('costs 2026-06')
  expect(named(across, nextCell(across, at(across, 'costs', '2026-06'), -1))).toBe('costs 2026-03')
  expect(named(down, nextRow(down, at(down, 'costs', '2026-03'), 1))).toBe('costs 2026-06')
  const folded = laid({ foldedYears: [2026] })
  expect(named(folded, nextCell(folded, at(folded, 'costs', 'FY2026'), 1))).toBe('costs 2026-06')
})

test('[G6] Home goes past the constants, and from there, or on a constant, to them', () => {
  expect(named(across, home(across, at(across, 'costs', '2026-03')))).toBe('costs 2025-06')
  expect(named(across, home(across, at(across, 'costs', '2025-06')))).toBe('costs constant')
  expect(named(across, home(across, at(across, 'fade', '2026-03')))).toBe('fade constant')
  expect(named(down, home(down, at(down, 'growth', '2026-03')))).toBe('revenue 2026-03')
})

test('[G6] Ctrl with an arrow goes to the end of the filled run, then to the next filled cell, else to the edge', () => {
  // Costs: filled in 2025-09 and 2026-03 only.
  const isFilled = ({ time }: Place): boolean =>
    ['2025-09', '2026-03', 'FY2026', '2026-06'].includes(cellAt(across, { line: 0, time }).column)
  const go = (column: string, direction: 'left' | 'right'): string =>
    named(across, jump(across, at(across, 'costs', column), direction, isFilled))
  expect(go('2025-09', 'right')).toBe('costs 2026-03')
  expect(go('2026-03', 'right')).toBe('costs 2026-06')
  expect(go('2026-06', 'right')).toBe('costs 2026-12')
  expect(go('2026-06', 'left')).toBe('costs 2026-03')
  expect(go('2025-06', 'left')).toBe('costs constant')
})

describe('ranges', () => {
  test('[G7] a range is the rectangle between two cells, whichever was first', () => {
    const block = blockOf(across, rangeOf({ line: 'mixed', column: '2025-12' }, { line: 'revenue', column: '2025-06' }))
    expect(block).toEqual({ firstLine: 1, lastLine: 3, firstTime: 1, lastTime: 3 })
  })

  test('[G7] whole lines take in every time, also those added later', () => {
    const range = { ...rangeOf({ line: 'costs', column: '2025-12' }), isWholeLines: true }
    expect(blockOf(across, range)).toEqual({ firstLine: 2, lastLine: 2, firstTime: 0, lastTime: 8 })
    const longer = layoutOf(
      { ...model, timeline: { first: '2025-06', last: '2027-03' } },
      { ...firstView(model), foldedYears: [] },
    )
    expect(blockOf(longer, range)?.lastTime).toBe(10) // FY27 Q4 and FY27 itself
  })

  test('[G7] a range whose line is gone covers nothing', () => {
    expect(blockOf(across, rangeOf({ line: 'gone', column: '2025-12' }))).toBeNull()
  })

  test('[G7] cells of ranges that overlap come once, in the order they are read on screen', () => {
    const blocks = [
      { firstLine: 1, lastLine: 2, firstTime: 1, lastTime: 2 },
      { firstLine: 2, lastLine: 3, firstTime: 2, lastTime: 2 },
    ]
    const inOrder = (layout: Layout): readonly string[] =>
      [...placesIn(layout, blocks)].map(({ line, time }) => `${line},${time}`)
    expect(inOrder(across)).toEqual(['1,1', '1,2', '2,1', '2,2', '3,2'])
    expect(inOrder(down)).toEqual(['1,1', '2,1', '1,2', '2,2', '3,2'])
  })
})
