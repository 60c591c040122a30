// Marking breaks, changing and removing them, by gesture and as edits.

import { expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { applyEdits } from '#model/edit.ts'
import { applyReversibly } from '#model/inverse.ts'
import { allLines } from '#model/model.ts'
import { problem } from '#model/problem.ts'
import { proposeBreak, proposeBreakRemoval, whyNoBreak } from '#session/time/breakEdit.ts'
import { present } from '#base/assert.ts'
import { differenceIn } from '../../laws/bits.ts'
import { sample, sentenceOf, settled, textOf } from '../../model/sample.ts'
import { Desk } from '../desk.ts'
import { rangeOf } from '#session/range.ts'

const model = sample()

test('[QT3] a break is one edit of the line, oldest first, and moves no number', () => {
  const later = settled(proposeBreak(model, ['revenue'], '2026-03', 'recast'))
  const then = settled(applyEdits(model, later.edits))
  const earlier = settled(proposeBreak(then, ['revenue'], '2025-12', '  moved out  '))
  const done = settled(applyEdits(then, earlier.edits))
  expect(done.lines.find(({ id }) => id === 'revenue')?.breaks).toEqual([
    { quarter: '2025-12', reason: 'moved out' },
    { quarter: '2026-03', reason: 'recast' },
  ])
  expect([later.label, later.said]).toEqual([
    'Break of Line revenue in FY26 Q4',
    'Break of Line revenue in FY26 Q4: recast.',
  ])
  expect(differenceIn(calculate(model), calculate(done, calculate(model)))).toBeNull()
})

test('[QT3] several lines break at once; another reason takes the place of the one there was', () => {
  const both = settled(proposeBreak(model, ['revenue', 'costs'], '2025-12', 'recast'))
  expect([both.edits.length, both.label]).toEqual([2, 'Break of 2 lines in FY26 Q3'])
  const marked = settled(applyReversibly(model, both.edits))
  const now = ['revenue', 'costs']
  const changed = settled(applyEdits(marked.model, settled(proposeBreak(marked.model, now, '2025-12', 'split')).edits))
  expect(changed.lines.map(({ breaks }) => breaks.map(({ reason }) => reason))).toEqual([[], ['split'], ['split'], []])
  expect(settled(proposeBreak(marked.model, now, '2025-12', 'recast')).edits).toEqual([])
  const removed = settled(proposeBreakRemoval(marked.model, now, '2025-12'))
  expect(removed.label).toBe('Break of 2 lines in FY26 Q3 removed')
  expect(textOf(settled(applyEdits(marked.model, removed.edits)))).toBe(textOf(model))
  expect(textOf(settled(applyEdits(marked.model, marked.inverse)))).toBe(textOf(model))
})

test('[QT3] what cannot break says why', () => {
  const q3 = { kind: 'quarter', quarter: '2025-12' } as const
  expect(whyNoBreak(model, ['revenue'], q3)).toBeNull()
  expect(whyNoBreak(model, [], q3)).toMatch(/^A break belongs to a line in one quarter/)
  expect(whyNoBreak(model, ['revenue'], { kind: 'year', year: 2026 })).toMatch(
    /^A break belongs to a line in one quarter/,
  )
  expect(whyNoBreak(model, ['revenue'], { kind: 'quarter', quarter: '2025-06' })).toBe(
    'FY26 Q1 is the first quarter: there is none before it that a break could part it from.',
  )
  expect(whyNoBreak(model, ['fade'], q3)).toBe('Line fade is one number for all quarters, which has no break.')
  const counted = present(
    allLines(model).find(({ key }) => key === 'plan_counted'),
    'a line of the commitment',
  )
  expect(whyNoBreak(model, [counted.id], q3)).toBe(
    `${counted.label} is computed from its commitment: mark the break on the line that it counts.`,
  )
  expect(sentenceOf(proposeBreak(model, ['revenue'], '2025-12', ' '))).toBe(
    'Say why the series breaks, such as: recast in Nov 2025, Cainiao moved out.',
  )
  expect(sentenceOf(proposeBreakRemoval(model, ['revenue'], '2025-12'))).toBe(
    'No series breaks in FY26 Q3 here: there is nothing to remove.',
  )
})

test('[QT3] the selected lines break where the cursor stands, and undo takes it back in one step', () => {
  const desk = new Desk(model)
  const { time, selection } = desk.sheet
  selection.choose([rangeOf({ line: 'revenue', column: '2025-12' }, { line: 'costs', column: '2025-12' })])
  time.openBreak()
  const place = present(time.place, 'the dialog’s place')
  expect([place.lines, place.quarter, place.reason]).toEqual([['revenue', 'costs'], '2025-12', ''])
  expect(time.isOnBreak).toBe(false)
  expect(sentenceOf(time.markBreak(place, ''))).toMatch(/^Say why/)
  expect(time.markBreak(place, 'recast')).toBeNull()
  expect(desk.done.map(({ label }) => label)).toEqual(['Break of 2 lines in FY26 Q3'])
  const then = new Desk(desk.model)
  then.sheet.selection.put({ line: 'costs', column: '2025-12' })
  then.sheet.time.openBreak()
  expect([then.sheet.time.isOnBreak, then.sheet.time.place?.reason]).toEqual([true, 'recast'])
  then.sheet.time.removeBreak()
  expect(then.model.lines.map(({ id, breaks }) => [id, breaks.length])).toEqual([
    ['growth', 0],
    ['revenue', 1],
    ['costs', 0],
    ['fade', 0],
  ])
  then.undo()
  expect(textOf(then.model)).toBe(textOf(desk.model))
  desk.undo()
  expect(textOf(desk.model)).toBe(textOf(model))
})

test('[QT3] a gesture that cannot be says so', () => {
  const desk = new Desk(model)
  desk.sheet.selection.put({ line: 'revenue', column: 'FY2026' })
  desk.sheet.time.openBreak()
  expect([desk.sheet.time.place, desk.message?.sentence]).toEqual([
    null,
    'A break belongs to a line in one quarter: select the first cell that cannot be held against earlier ones.',
  ])
})

test('[QT3] a break marked elsewhere while the dialog is open stays; a line that is gone is said', () => {
  const desk = new Desk(model)
  const { time, selection } = desk.sheet
  selection.put({ line: 'revenue', column: '2026-03' })
  time.openBreak()
  const place = present(time.place, 'the dialog’s place')
  const elsewhere = settled(proposeBreak(desk.model, ['revenue'], '2025-12', 'recast'))
  desk.dispatch(elsewhere.edits, elsewhere.label)
  expect(time.markBreak(place, 'moved out')).toBeNull()
  expect(desk.model.lines.find(({ id }) => id === 'revenue')?.breaks).toEqual([
    { quarter: '2025-12', reason: 'recast' },
    { quarter: '2026-03', reason: 'moved out' },
  ])
  time.removeBreakOf('revenue', '2026-03')
  expect(desk.model.lines.find(({ id }) => id === 'revenue')?.breaks).toEqual([
    { quarter: '2025-12', reason: 'recast' },
  ])
  expect(sentenceOf(time.markBreak({ ...place, lines: ['gone'] }, 'moved out'))).toBe(
    'The line is not in the model any more: it was deleted meanwhile.',
  )
})

test('[QT3] a break that the door refuses is refused to the dialog too', () => {
  const desk = new Desk(model)
  desk.sheet.selection.put({ line: 'revenue', column: '2026-03' })
  desk.sheet.time.openBreak()
  const place = present(desk.sheet.time.place, 'the dialog’s place')
  const full = problem('storage', { at: 'model' }, 'The disk is full.')
  desk.dispatch = () => full
  expect(desk.sheet.time.markBreak(place, 'moved out')).toBe(full)
})
