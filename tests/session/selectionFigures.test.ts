import { expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { firstView, type Orientation } from '#model/view.ts'
import type { Scale } from '#model/unit.ts'
import { layoutOf } from '#session/layout.ts'
import { blocksOf, rangeOf, type Range } from '#session/range.ts'
import { figuresSentence, selectionFigures } from '#session/selectionFigures.ts'
import { line, rowsWith, sample } from '../model/sample.ts'

const rmbBn = { kind: 'currency', currency: 'RMB', scale: 'bn' } as const

// Revenue is 100, 110 and 121 (110 × 1.1), then nothing; growth 10 %, 20 % in Bull; fade 1 point, 2 in Bull.
const model = sample({
  commitments: [],
  lines: [...sample().lines, line('big', { section: 'Drivers', unit: rmbBn, decimals: 1 })],
  rows: new Map([
    ...sample().rows,
    [
      'base',
      new Map([
        ...(sample().rows.get('base') ?? []),
        ...(rowsWith([['base', '2026-06', 'big', 0.5]]).get('base') ?? []),
      ]),
    ],
  ]),
})
const results = calculate(model)

type More = { shown?: string; scale?: Scale; orientation?: Orientation }

const figuresOf = (ranges: readonly Range[], { shown = 'base', scale, orientation = 'across' }: More = {}) => {
  const layout = layoutOf(model, { ...firstView(model), foldedYears: [], foldedSections: [], orientation })
  return selectionFigures({ results, shown, scale: scale ?? null }, layout, blocksOf(layout, ranges))
}

const told = (ranges: readonly Range[], more?: More): string | null => {
  const figures = figuresOf(ranges, more)
  return figures === null ? null : figuresSentence(figures)
}

const range = (line: string, first: string, last: string, lastLine = line): Range =>
  rangeOf({ line, column: first }, { line: lastLine, column: last })

test('cells with values are added up, the others only counted', () => {
  expect(told([range('revenue', '2025-06', '2025-12')])).toBe(
    '3 cells: sum 331, average 110.3, count 3, min 100, max 121, in RMB m.',
  )
  // FY26 Q4 and the year have no value.
  expect(told([range('revenue', '2025-09', 'FY2026')])).toBe(
    '4 cells: sum 231, average 115.5, count 2, min 110, max 121, in RMB m.',
  )
  expect(told([range('costs', '2025-06', '2025-09')])).toBe('2 cells: count 0.')
})

test('each cell counts once, however many ranges lie over it', () => {
  const once = told([range('revenue', '2025-06', '2025-12')])
  const overlapping = [
    range('revenue', '2025-06', '2025-09'),
    range('revenue', '2025-09', '2025-12'),
    range('revenue', '2025-09', '2025-09'),
  ]
  expect(told(overlapping)).toBe(once)
  expect(told([range('revenue', '2025-06', '2025-06'), range('revenue', '2025-06', '2025-06')])).toBeNull()
})

test('headings and cells that a line leaves blank are left out', () => {
  const all: Range = { ...range('revenue', '2025-06', '2025-06'), isWholeLines: true, isWholeTimes: true }
  // Four lines of 7 quarters and one year, and the constant
  expect(figuresOf([all])).toMatchObject({ cells: 4 * 8 + 1, unit: null })
  expect(told([range('fade', 'constant', '2025-09')])).toBeNull()
  expect(told([range('fade', 'constant', '2025-09', 'revenue')])).toContain('count 3, mixed units')
})

test('per cents are added as they are shown, and scenarios have their own', () => {
  const cells = [range('growth', '2025-12', '2025-12'), range('fade', 'constant', 'constant')]
  expect(told(cells)).toBe('2 cells: count 2, mixed units.')
  expect(told([range('growth', '2025-12', '2026-03')], { shown: 'bull' })).toBe(
    '2 cells: sum 20.0, average 20.0, count 1, min 20.0, max 20.0, in %.',
  )
})

test('money is told in the scale it is shown in, and copied with all its digits', () => {
  expect(told([range('revenue', '2025-06', '2025-12')], { scale: 'bn' })).toBe(
    '3 cells: sum 0.331, average 0.1103, count 3, min 0.100, max 0.121, in RMB bn.',
  )
  const [sum, average] = figuresOf([range('revenue', '2025-06', '2025-12')])?.figures ?? []
  expect([sum?.copied, average?.copied]).toEqual(['331', '110.333333333333'])
})

test('lines kept in different scales go together only where they are shown in one', () => {
  const cells = [range('revenue', '2025-09', '2025-09'), range('big', '2026-06', '2026-06')]
  expect(told(cells)).toBe('2 cells: count 2, mixed units.')
  // 110 m and 0.5 bn
  expect(told(cells, { scale: 'm' })).toBe(
    '2 cells: sum 610.0, average 305.0, count 2, min 110.0, max 500.0, in RMB m.',
  )
})

test('the sheet’s turn changes nothing', () => {
  const cells = [range('revenue', '2025-06', '2025-12'), range('growth', '2025-12', '2025-12')]
  expect(told(cells, { orientation: 'down' })).toBe(told(cells))
})
