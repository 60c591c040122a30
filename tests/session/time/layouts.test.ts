// Where quarters and years stand, in each layout and both orientations: stops in order, what stands where, and where keys lead.

import { describe, expect, test } from 'vitest'
import { isProblem } from '#model/problem.ts'
import { firstView, type View } from '#model/view.ts'
import { columnId, readColumnId, timeGroupsOf, yearsShown, type Column } from '#session/column.ts'
import { cellAt, layoutOf, placeOf, unfolded, type Layout } from '#session/layout.ts'
import { home, jump, nextCell, sheetEnd, sheetStart } from '#session/move.ts'
import { foldedAt, whyYearsAlike, withYearsBy } from '#session/time/timeLook.ts'
import { sample, sentenceOf } from '../../model/sample.ts'

// FY25 Q3 to FY27 Q2: fiscal 2026 is whole, and calendar 2025; both have quarters outside on either side.
const model = sample({ timeline: { first: '2024-12', last: '2026-09' }, commitments: [] })

const view = (change: Partial<View>): View => ({ ...firstView(model), foldedYears: [], ...change })
const laid = (change: Partial<View>): Layout => layoutOf(model, view(change))
const times = (change: Partial<View>): readonly string[] => laid(change).times.map(columnId)

const q = ['2024-12', '2025-03', '2025-06', '2025-09', '2025-12', '2026-03', '2026-06', '2026-09'] as const

describe.each(['across', 'down'] as const)('[QT5] laid %s', (orientation) => {
  test.each<[View['yearColumns'], View['yearsBy'], readonly string[]]>([
    ['among', 'fiscal', [q[0], q[1], q[2], q[3], q[4], q[5], 'FY2026', q[6], q[7]]],
    ['among', 'calendar', [q[0], q[1], q[2], q[3], q[4], 'CY2025', q[5], q[6], q[7]]],
    ['last', 'fiscal', [...q, 'FY2026']],
    ['last', 'calendar', [...q, 'CY2025']],
    // Quarters of years that are not whole are shown all the same.
    ['only', 'fiscal', [q[0], q[1], 'FY2026', q[6], q[7]]],
    ['only', 'calendar', [q[0], 'CY2025', q[5], q[6], q[7]]],
  ])('%s, %s', (yearColumns, yearsBy, stops) => {
    expect(times({ orientation, yearColumns, yearsBy })).toEqual(['constant', ...stops])
  })

  test('a folded year’s quarters stand at the year, wherever that is', () => {
    for (const yearColumns of ['among', 'last', 'only'] as const) {
      const layout = laid({ orientation, yearColumns, foldedYears: [2026] })
      const place = placeOf(layout, { line: 'costs', column: '2025-09' })
      expect(place === null ? null : cellAt(layout, place)).toEqual({ line: 'costs', column: 'FY2026' })
    }
    expect(times({ orientation, yearColumns: 'last', foldedYears: [2026] })).toEqual([
      ...['constant', q[0], q[1], q[6], q[7]],
      'FY2026',
    ])
  })

  test('a year that is not shown stands at the one that has most of its quarters', () => {
    const layout = laid({ orientation, yearsBy: 'calendar' })
    const place = placeOf(layout, { line: 'costs', column: 'FY2026' })
    expect(place === null ? null : cellAt(layout, place).column).toBe('CY2025')
    // One that is not whole stands nowhere.
    expect(placeOf(layout, { line: 'costs', column: 'FY2025' })).toBeNull()
  })
})

test('[QT5] columns stand in groups: years with their quarters, or years together', () => {
  const groups = (yearColumns: View['yearColumns']) =>
    timeGroupsOf(model, view({ yearColumns })).map(({ id, name, year, columns }) => [id, name, year, columns.length])
  expect(groups('among')).toEqual([
    ['FY2025', 'FY25', null, 2],
    ['FY2026', 'FY26', 2026, 5],
    ['FY2027', 'FY27', null, 2],
  ])
  expect(groups('last')).toEqual([
    ['FY2025', 'FY25', null, 2],
    ['FY2026', 'FY26', 2026, 4],
    ['FY2027', 'FY27', null, 2],
    ['years', 'Fiscal years', null, 1],
  ])
  expect(groups('only')).toEqual([
    ['FY2025', 'FY25', null, 2],
    ['years', 'Fiscal years', null, 1],
    ['FY2027', 'FY27', null, 2],
  ])
  const short = sample({ timeline: { first: '2025-06', last: '2025-12' } })
  expect(timeGroupsOf(short, view({ yearColumns: 'only' })).map(({ id }) => id)).toEqual(['FY2026'])
  expect(timeGroupsOf(short, view({ yearColumns: 'last' })).map(({ id }) => id)).toEqual(['FY2026'])
})

test('[QT5] keys lead over the stops as they lie', () => {
  const last = laid({ yearColumns: 'last' })
  const at = (layout: Layout, line: string, column: string) => placeOf(layout, { line, column }) ?? { line: 0, time: 0 }
  const name = (layout: Layout, place: ReturnType<typeof nextCell>) => (place === null ? null : cellAt(layout, place))
  expect(name(last, nextCell(last, at(last, 'revenue', '2026-09'), 1))).toEqual({ line: 'costs', column: '2024-12' })
  expect(name(last, nextCell(last, at(last, 'revenue', 'FY2026'), 1))).toEqual({ line: 'costs', column: '2024-12' })
  expect(name(last, sheetEnd(last))?.column).toBe('FY2026')
  const only = laid({ yearColumns: 'only' })
  expect(name(only, sheetStart(only))?.column).toBe('2024-12')
  expect(name(only, home(only, at(only, 'revenue', 'FY2026')))).toEqual({ line: 'revenue', column: '2024-12' })
  expect(
    name(
      only,
      jump(only, at(only, 'revenue', 'FY2026'), 'right', () => false),
    )?.column,
  ).toBe('2026-09')
})

describe('[QT6] to show a quarter where years stand alone', () => {
  test('its year is opened among the others, which stay folded', () => {
    const alone = view({ yearColumns: 'only' })
    expect(unfolded(model, alone, { line: 'costs', column: '2025-12' })).toEqual({
      yearColumns: 'among',
      foldedYears: [],
    })
    const long = sample({ timeline: { first: '2024-06', last: '2027-03' }, commitments: [] })
    const change = unfolded(long, alone, { line: 'costs', column: '2025-12' })
    expect(change).toEqual({ yearColumns: 'among', foldedYears: [2025, 2027] })
    expect(layoutOf(long, { ...alone, ...change }).times.map(columnId)).toEqual([
      ...['constant', 'FY2025', '2025-06', '2025-09', '2025-12', '2026-03'],
      ...['FY2026', 'FY2027'],
    ])
  })

  test('a quarter that is shown, and a year, need nothing', () => {
    const alone = view({ yearColumns: 'only' })
    expect(unfolded(model, alone, { line: 'costs', column: '2024-12' })).toEqual({})
    expect(unfolded(model, alone, { line: 'costs', column: 'FY2026' })).toEqual({})
  })

  test('unfolding a year there is the same, and there is nothing to fold', () => {
    const alone = view({ yearColumns: 'only' })
    const year = { kind: 'year', year: 2026 } as const
    expect(foldedAt(model, alone, year, false)).toEqual({ yearColumns: 'among', foldedYears: [] })
    expect(sentenceOf(foldedAt(model, alone, year, true))).toBe(
      'Years are shown alone: all of their quarters are folded already.',
    )
  })
})

test('[QT6] a year is folded and unfolded by any of its columns; one that is not whole is not', () => {
  const quarter = (id: string): Exclude<Column, { kind: 'constant' }> => {
    const column = readColumnId(id)
    if (column === null || column.kind === 'constant') throw new Error(id)
    return column
  }
  const fold = (id: string, change: Partial<View> = {}) => foldedAt(model, view(change), quarter(id), true)
  expect(fold('2025-09')).toEqual({ foldedYears: [2026] })
  expect(fold('2025-09', { yearsBy: 'calendar' })).toEqual({ foldedYears: ['CY2025'] })
  expect(fold('FY2026', { yearColumns: 'last' })).toEqual({ foldedYears: [2026] })
  expect(foldedAt(model, view({ foldedYears: [2026, 2030] }), quarter('2025-09'), false)).toEqual({
    foldedYears: [2030],
  })
  expect(sentenceOf(fold('2024-12'))).toBe('FY25 does not fold: not all of its quarters are in the timeline.')
})

describe('[QT7] fiscal or calendar years', () => {
  const long = sample({ timeline: { first: '2023-06', last: '2027-03' }, commitments: [] })

  test('the first time, calendar years are folded whose quarters all were', () => {
    const change = withYearsBy(long, view({ foldedYears: [2024, 2025] }), 'calendar')
    // March 2024 lies in fiscal 2024, June to December 2024 in fiscal 2025; calendar 2025 begins in fiscal 2025.
    expect(change).toEqual({ yearsBy: 'calendar', foldedYears: [2024, 2025, 'CY2024'] })
    if (isProblem(change)) return
    const back = withYearsBy(long, view(change), 'fiscal')
    expect(back).toEqual({ yearsBy: 'fiscal' })
  })

  test('where both are the same quarters the switch says so', () => {
    const december = sample({ fiscalCalendar: { yearEndMonth: 12, yearNamedBy: 'end' } })
    expect(whyYearsAlike(december)).toBe(
      'Fiscal years are calendar years already: FY26 is the four quarters up to Dec 2026, and so is CY26.',
    )
    expect(sentenceOf(withYearsBy(december, firstView(december), 'calendar'))).toBe(whyYearsAlike(december))
    expect(yearsShown(december, { ...firstView(december), yearsBy: 'calendar' })).toBe('fiscal')
    expect(layoutOf(december, { ...firstView(december), yearsBy: 'calendar' }).times.map(columnId)).toContain('FY2026')
    expect(whyYearsAlike(model)).toBeNull()
    const january = sample({
      fiscalCalendar: { yearEndMonth: 1, yearNamedBy: 'end' },
      timeline: { first: '2025-04', last: '2026-01' },
      lastActual: null,
      rows: new Map(),
      commitments: [],
    })
    expect(whyYearsAlike(january)).toBe(
      'Fiscal years are calendar years already: FY26 is the four quarters up to Jan 2026, and so is CY25.',
    )
  })

  test('going to a year of the other kind shows that kind', () => {
    expect(unfolded(model, view({}), { line: 'costs', column: 'CY2025' })).toEqual({ yearsBy: 'calendar' })
    expect(unfolded(model, view({ yearsBy: 'calendar' }), { line: 'costs', column: 'FY2026' })).toEqual({
      yearsBy: 'fiscal',
    })
  })
})
