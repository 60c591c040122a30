// A reported number that is typed over, pasted over, filled over or deleted. Expected notes are written by hand.

import { describe, expect, test } from 'vitest'
import { toDocument } from '#model/document.ts'
import { rowOf, type Model } from '#model/model.ts'
import type { Note } from '#model/quarterRow.ts'
import { reasonRefusal, reasonsGiven } from '#session/notes/restatement.ts'
import { line, rowsWith, sample } from '../../model/sample.ts'
import { Desk } from '../desk.ts'
import { copied, table } from '../incoming.ts'

const release: Note = { text: 'Release, p. 3', source: 'https://example.com/q2.pdf' }
const checked: Note = { ...release, checked: { value: 110, by: 'LW', at: '2025-11-24T09:00:00.000Z' } }
const at = '2025-11-25T12:00:00.000Z'

/** Reported to FY26 Q2; Q3 is a forecast. */
const model: Model = sample({
  lines: [
    line('revenue', { label: 'Revenue', expected: { consensus: 'poll', low: null, high: null, tolerance: null } }),
    line('costs', { label: 'Costs' }),
    line('poll', { label: 'Poll' }),
    line('price', { label: 'Price', driver: true }),
  ],
  scenarios: [
    { id: 'base', name: 'Base', parent: null, colour: 'blue', formulas: new Map() },
    { id: 'bull', name: 'Bull', parent: 'base', colour: 'green', formulas: new Map() },
  ],
  commitments: [],
  rows: rowsWith([
    ['base', '2025-06', 'revenue', 100],
    ['base', '2025-09', 'revenue', 110, release],
    ['base', '2025-12', 'revenue', 120, release],
    ['base', '2025-06', 'costs', 50, { text: '=20+30', source: null }],
    ['base', '2025-09', 'costs', 60, { ...release, checked: { value: 60, by: 'LW', at: '2025-11-24T09:00:00.000Z' } }],
    ['base', '2025-09', 'poll', 108, release],
    ['base', '2025-09', 'price', 3, release],
  ]),
})

const noteOf = (desk: Desk, id: string, quarter: string, scenario = 'base'): Note | null =>
  rowOf(desk.model, scenario, quarter as '2025-09').notes.get(id) ?? null

const textOf = (of: Model): string => JSON.stringify(toDocument(of, at))

/** A desk that asks, at a cell. */
const deskAt = (from: string, to = from, of = model): Desk => {
  const desk = new Desk(of, true)
  desk.select(from, to)
  return desk
}

const type = (desk: Desk, text: string): void => {
  const { target } = desk
  if (target === null) throw new Error('no cell')
  desk.gestures.typeInto(target, text)
}

describe('a reported number typed over', () => {
  test('[NS2] is not typed before the question is answered', () => {
    const desk = deskAt('revenue 2025-09')
    type(desk, '115')
    expect(desk.gestures.restating.asked?.restatements).toMatchObject([{ quarter: '2025-09', was: 110, is: 115 }])
    expect(desk.done).toEqual([])
    desk.gestures.restating.leave()
    expect([desk.done, desk.message?.sentence]).toEqual([[], 'The reported number stays as it was.'])
  })

  test('[NS2] with a reason it stays as an earlier value, with moment and reason, in one step', () => {
    const desk = deskAt('revenue 2025-09')
    const before = textOf(desk.model)
    type(desk, '115')
    desk.gestures.restating.restate(' Recast ')
    expect(desk.typed('revenue')).toEqual({ '2025-06': 100, '2025-09': 115, '2025-12': 120 })
    expect(noteOf(desk, 'revenue', '2025-09')).toEqual({
      text: 'Typed over 110 RMB m. It read: Release, p. 3',
      source: null,
      earlier: [{ value: 110, until: at, reason: 'Recast' }],
    })
    expect(desk.done.map(({ label }) => label)).toEqual(['Revenue FY26 Q2 in Base: 110 → 115 RMB m, restated'])
    desk.undo()
    expect(textOf(desk.model)).toBe(before)
  })

  test('[NS2] restated twice, both stay, oldest first', () => {
    const desk = deskAt('revenue 2025-06')
    type(desk, '101')
    desk.gestures.restating.restate('Recast')
    type(desk, '102')
    desk.gestures.restating.restate('Second recast')
    expect(noteOf(desk, 'revenue', '2025-06')?.earlier?.map(({ value, reason }) => [value, reason])).toEqual([
      [100, 'Recast'],
      [101, 'Second recast'],
    ])
    expect(reasonsGiven(desk.model).toSorted()).toEqual(['Recast', 'Second recast'])
  })

  test('[NS3] a slip put right keeps nothing of it, and its note with the source, unchecked', () => {
    const desk = deskAt('costs 2025-09')
    type(desk, '61')
    desk.gestures.restating.correct(false)
    expect(noteOf(desk, 'costs', '2025-09')).toEqual(release)
    expect(desk.done.map(({ label }) => label)).toEqual(['Costs FY26 Q2 in Base: 60 → 61 RMB m'])
    // The next one is asked about again.
    type(desk, '62')
    expect(desk.gestures.restating.asked).not.toBeNull()
  })

  test('[NS3] the text of a sum goes with the sum', () => {
    const desk = deskAt('costs 2025-06')
    type(desk, '51')
    desk.gestures.restating.correct(false)
    expect(noteOf(desk, 'costs', '2025-06')).toBeNull()
    type(desk, '=20+32')
    desk.gestures.restating.correct(false)
    expect(noteOf(desk, 'costs', '2025-06')).toEqual({ text: '=20+32', source: null })
  })

  test('[NS3] whoever puts many slips right can have it not asked for ten minutes', () => {
    const desk = deskAt('revenue 2025-09')
    type(desk, '115')
    desk.gestures.restating.correct(true)
    type(desk, '116')
    expect([desk.gestures.restating.asked, desk.typed('revenue')['2025-09']]).toEqual([null, 116])
    expect(noteOf(desk, 'revenue', '2025-09')).toEqual(release)
  })

  test.each([
    ['a first entry', 'poll 2025-06', '5'],
    ['the same number', 'revenue 2025-09', '110'],
    ['a forecast', 'revenue 2025-12', '130'],
    ['a driver', 'price 2025-09', '4'],
    ['a consensus', 'poll 2025-09', '109'],
  ])('[NS2] %s is not asked about', (_, cell, text) => {
    const desk = deskAt(cell)
    type(desk, text)
    expect(desk.gestures.restating.asked).toBeNull()
    const [id = '', quarter = ''] = cell.split(' ')
    expect(desk.typed(id)[quarter]).toBe(Number(text))
  })

  test('[NS2] whatever scenario is shown, it is Base’s number that is asked about', () => {
    const desk = deskAt('revenue 2025-09')
    desk.look({ scenario: 'bull' })
    type(desk, '115')
    desk.gestures.restating.restate('Recast')
    expect(noteOf(desk, 'revenue', '2025-09')?.earlier).toHaveLength(1)
    expect(noteOf(desk, 'revenue', '2025-09', 'bull')).toBeNull()
  })

  test('[NS2] what looks like a slip is told in the same question', () => {
    const desk = deskAt('revenue 2025-09')
    type(desk, '20000')
    expect(desk.asked).toBeNull()
    expect(desk.gestures.restating.asked?.doubts).toEqual([expect.stringContaining('Revenue FY26 Q2: 20,000 RMB m is')])
  })

  test.each([
    ['', null],
    ['Recast', null],
    ['重述', null],
    ['115', '“115” is no reason. Say in words why the number was restated, or leave it empty for a slip.'],
  ])('[NS2] as a reason “%s” is refused with %j: a number typed ahead is none', (text, sentence) => {
    expect(reasonRefusal(text)).toBe(sentence)
  })
})

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
