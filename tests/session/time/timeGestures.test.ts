// Gestures on time: quarters added at once, cuts that lose something told first, and other looks at the same model.

import { expect, test } from 'vitest'
import { sample, textOf } from '../../model/sample.ts'
import { modelText } from '../../support/modelText.ts'
import { Desk } from '../desk.ts'

const bare = sample({ rows: new Map(), commitments: [], lastActual: null })

test('[QT9] a quarter or a year is added at either end at once, and undone in one step', () => {
  const desk = new Desk(sample())
  desk.sheet.time.grow('last', 1)
  expect(desk.message?.sentence).toBe('1 quarter was added at the end: FY27 Q4.')
  desk.sheet.time.grow('first', 4)
  expect(desk.model.timeline).toEqual({ first: '2024-06', last: '2027-03' })
  expect(desk.done.map(({ label }) => label)).toEqual(['Timeline FY26 Q1 to FY27 Q4', 'Timeline FY25 Q1 to FY27 Q4'])
  desk.undo()
  desk.undo()
  expect(textOf(desk.model)).toBe(textOf(sample()))
})

test('[QT10] a cut that loses nothing is done at once; one that does opens the dialog with the ends it asks for', () => {
  const empty = new Desk(bare)
  empty.sheet.time.grow('last', -1)
  expect([empty.model.timeline.last, empty.sheet.time.wish]).toEqual(['2026-09', null])
  const desk = new Desk(sample())
  desk.sheet.time.grow('last', -4)
  expect(desk.sheet.time.wish).toEqual({ first: 'FY26 Q1', last: 'FY26 Q3' })
  expect(desk.done).toEqual([])
})

test('[QT10] a cut that loses values in quarters that stay opens the dialog, too', () => {
  const desk = new Desk(
    modelText(`
      FY25 Q1 to FY26 Q4
      sales             = 100 * quarter_index
      growth rate       = yoy(sales)`),
  )
  // Growth of FY26 Q1 needs FY25 Q1.
  desk.sheet.time.grow('first', -1)
  expect([desk.sheet.time.wish, desk.done]).toEqual([{ first: 'FY25 Q2', last: 'FY26 Q4' }, []])
  desk.sheet.time.wish = null
  desk.sheet.time.grow('last', -1)
  expect([desk.sheet.time.wish, desk.model.timeline.last]).toEqual([null, '2025-12'])
})

test('[QT11] a cut past the last actual is refused in a sentence', () => {
  const desk = new Desk(sample())
  desk.sheet.time.grow('first', -4)
  expect([desk.message?.tone, desk.message?.sentence]).toEqual([
    'problem',
    'FY26 Q2 is the last actual: the timeline can begin with FY26 Q2 at the latest.',
  ])
})

test('[QT10] the cursor on a quarter that is cut goes on to what is left', () => {
  const desk = new Desk(bare)
  desk.sheet.selection.put({ line: 'costs', column: '2026-12' })
  desk.sheet.time.grow('last', -1)
  expect(desk.sheet.selection.cursor?.line).not.toBeUndefined()
  expect(desk.sheet.layout.timeAt.has(desk.sheet.selection.cursor?.column ?? '')).toBe(true)
})

test('[QT5] another layout is no edit, and takes the cursor to what its quarter is shown in', () => {
  const desk = new Desk(sample())
  const { sheet } = desk
  sheet.selection.put({ line: 'costs', column: '2025-12' })
  sheet.time.lay('only')
  expect(sheet.selection.cursor).toEqual({ line: 'costs', column: 'FY2026' })
  expect(desk.done).toEqual([])
})

test('[QT7] years of the other kind take the cursor to the year that shares most quarters', () => {
  const desk = new Desk(sample())
  desk.look({ yearColumns: 'only' })
  desk.sheet.selection.put({ line: 'costs', column: 'FY2026' })
  desk.sheet.time.countYears('calendar')
  // Calendar 2025 has no March; March to December 2026 are whole, and fiscal 2026 ends in them.
  expect([desk.sheet.selection.cursor?.column, desk.sheet.time.yearsShown]).toEqual(['CY2026', 'calendar'])
  expect(desk.done).toEqual([])
})

test('[QT6] a year that stands alone is opened and folded by its column', () => {
  const desk = new Desk(sample())
  const { sheet } = desk
  sheet.time.lay('only')
  sheet.time.fold({ kind: 'year', year: 2026 }, false)
  expect(desk.view).toMatchObject({ yearColumns: 'among', foldedYears: [] })
  sheet.time.fold({ kind: 'year', year: 2026 }, true)
  expect(desk.view.foldedYears).toEqual([2026])
  sheet.time.fold({ kind: 'quarter', quarter: '2026-06' }, true)
  expect(desk.message?.sentence).toBe('FY27 does not fold: not all of its quarters are in the timeline.')
})

test('[QT5] another layout of years, and other years, are said', () => {
  const desk = new Desk(sample())
  desk.sheet.time.lay('only')
  expect(desk.message?.sentence).toBe('Years alone.')
  desk.sheet.time.lay('among')
  expect(desk.message?.sentence).toBe('Each year behind its quarters.')
  desk.sheet.time.countYears('calendar')
  expect(desk.message?.sentence).toBe('Calendar years.')
  desk.sheet.time.countYears('fiscal')
  expect(desk.message?.sentence).toBe('Fiscal years.')
})
