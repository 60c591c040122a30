// Reported numbers that are pasted over, filled over, deleted, copied and moved. Expected notes are written by hand.

import { describe, expect, test } from 'vitest'
import type { Note } from '#model/quarterRow.ts'
import { rowsWith, sample } from '../../model/sample.ts'
import type { Desk } from '../desk.ts'
import { copied, table } from '../incoming.ts'
import { at, checked, deskAt, model, noteOf, release, textOf, type } from './reported.ts'

describe('many at once', () => {
  test('[NS4] a paste over two reported numbers, a first one and a forecast is asked about once, for the two', () => {
    const desk = deskAt('revenue 2025-06')
    desk.sheet.clipboard.paste(table('101\t111\t121\n50\t61\t70'), false)
    expect(desk.gestures.restating.asked?.restatements.map(({ was, is }) => [was, is])).toEqual([
      [100, 101],
      [110, 111],
      [60, 61],
    ])
    desk.gestures.restating.restate('Recast')
    expect(desk.typed('revenue')).toEqual({ '2025-06': 101, '2025-09': 111, '2025-12': 121 })
    expect(noteOf(desk, 'revenue', '2025-06')).toEqual({
      ...{ text: '', source: null },
      earlier: [{ value: 100, until: at, reason: 'Recast' }],
    })
    expect(noteOf(desk, 'costs', '2025-09')).toEqual({
      ...{ text: 'Typed over 60 RMB m. It read: Release, p. 3', source: null },
      earlier: [{ value: 60, until: at, reason: 'Recast' }],
    })
    // A forecast is typed over as ever; 50 over 50 is no change.
    expect(noteOf(desk, 'revenue', '2025-12')).toEqual({
      ...{ text: 'Typed over 120 RMB m. It read: Release, p. 3', source: null },
    })
    expect(noteOf(desk, 'costs', '2025-06')).toEqual({ text: '=20+30', source: null })
    expect(desk.done).toHaveLength(1)
    desk.undo()
    expect(textOf(desk.model)).toBe(textOf(model))
  })

  test('[NS4] a paste past the last quarter is asked about after the timeline’s question, and is one step all the same', () => {
    const desk = deskAt('revenue 2025-09')
    // The timeline runs to FY27 Q3; FY26 Q2 on, seven numbers end a quarter later.
    desk.sheet.clipboard.paste(table('111\t121\t131\t141\t151\t161\t171'), false)
    expect(desk.asked?.title).toBe('The block is longer than the timeline')
    expect(desk.gestures.restating.asked?.restatements).toMatchObject([{ was: 110, is: 111 }])
    desk.gestures.restating.restate('Recast')
    expect([desk.model.timeline.last, desk.typed('revenue')['2027-03']]).toEqual(['2027-03', 171])
    expect(noteOf(desk, 'revenue', '2025-09')?.earlier).toHaveLength(1)
    expect(desk.done).toHaveLength(1)
    desk.undo()
    expect(textOf(desk.model)).toBe(textOf(model))
  })

  test('[NS4] so is a fill', () => {
    const desk = deskAt('revenue 2025-06', 'revenue 2025-09')
    desk.sheet.blocks.fillFromFirst('time')
    expect(desk.gestures.restating.asked?.restatements).toMatchObject([{ was: 110, is: 100 }])
    desk.gestures.restating.correct(false)
    expect([desk.typed('revenue')['2025-09'], noteOf(desk, 'revenue', '2025-09')]).toEqual([100, release])
  })

  test('[NS4] and a number typed into a selection', () => {
    const desk = deskAt('revenue 2025-06', 'costs 2025-09')
    desk.sheet.blocks.typeIntoSelection('100')
    // Revenue FY26 Q1 is 100 already.
    expect(desk.gestures.restating.asked?.restatements).toHaveLength(3)
    desk.gestures.restating.leave()
    expect([desk.done, desk.message?.sentence]).toEqual([[], 'Nothing was changed: the reported numbers stay.'])
  })
})

describe('a reported number deleted', () => {
  test('[NS5] with a reason it stays as an earlier value of the empty cell, and of what is typed there next', () => {
    const desk = deskAt('revenue 2025-09')
    if (desk.target !== null) desk.gestures.deleteAt(desk.target)
    expect(desk.gestures.restating.asked?.restatements).toMatchObject([{ was: 110, is: null }])
    desk.gestures.restating.restate('Withdrawn')
    const earlier = [{ value: 110, until: at, reason: 'Withdrawn' }]
    expect([desk.typed('revenue')['2025-09'], noteOf(desk, 'revenue', '2025-09')]).toEqual([
      undefined,
      { text: '', source: null, earlier },
    ])
    type(desk, '115')
    expect(desk.gestures.restating.asked).toBeNull()
    expect(noteOf(desk, 'revenue', '2025-09')).toEqual({ text: '', source: null, earlier })
    desk.undo()
    desk.undo()
    expect(textOf(desk.model)).toBe(textOf(model))
  })

  test('[NS5] [L9] as a slip it goes with its note', () => {
    const desk = deskAt('revenue 2025-06', 'costs 2025-09')
    desk.sheet.blocks.deleteSelection()
    expect(desk.gestures.restating.asked?.restatements).toHaveLength(4)
    desk.gestures.restating.correct(false)
    expect([desk.typed('costs'), noteOf(desk, 'costs', '2025-09'), noteOf(desk, 'costs', '2025-06')]).toEqual([
      {},
      null,
      null,
    ])
    desk.undo()
    expect(textOf(desk.model)).toBe(textOf(model))
  })

  test('[NS5] what stood before in a cell stays there when its number is deleted', () => {
    const desk = deskAt('revenue 2025-06')
    type(desk, '101')
    desk.gestures.restating.restate('Recast')
    if (desk.target !== null) desk.gestures.deleteAt(desk.target)
    desk.gestures.restating.correct(false)
    expect(noteOf(desk, 'revenue', '2025-06')).toEqual({
      ...{ text: '', source: null },
      earlier: [{ value: 100, until: at, reason: 'Recast' }],
    })
  })
})

describe('along with copies and moves', () => {
  const restated: Note = { ...checked, earlier: [{ value: 90, until: '2025-08-29T10:00:00.000Z', reason: 'Recast' }] }
  const withHistory = sample({
    ...model,
    rows: rowsWith([
      ['base', '2025-09', 'revenue', 110, restated],
      ['base', '2025-06', 'costs', 50],
    ]),
  })

  const carried = (isCut: boolean): Desk => {
    const desk = deskAt('revenue 2025-09', undefined, withHistory)
    const incoming = copied(desk, isCut)
    desk.select('costs 2025-09')
    desk.sheet.clipboard.paste(incoming, false)
    return desk
  }

  test('[NS6] a copy brings what the note says, but neither its check nor what stood before', () => {
    const desk = carried(false)
    expect([desk.typed('costs')['2025-09'], noteOf(desk, 'costs', '2025-09')]).toEqual([110, release])
    expect(noteOf(desk, 'revenue', '2025-09')).toEqual(restated)
  })

  test('[NS6] what is moved takes all of it along, and is not asked about', () => {
    const desk = carried(true)
    expect(desk.gestures.restating.asked).toBeNull()
    expect([noteOf(desk, 'costs', '2025-09'), noteOf(desk, 'revenue', '2025-09')]).toEqual([restated, null])
    desk.undo()
    expect(textOf(desk.model)).toBe(textOf(withHistory))
  })
})
