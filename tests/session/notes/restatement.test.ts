// A reported number that is typed over. Expected notes are written by hand.

import { describe, expect, test } from 'vitest'
import { reasonRefusal, reasonsGiven } from '#session/notes/restatement.ts'
import { at, deskAt, noteOf, release, textOf, type } from './reported.ts'

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
  })

  test('[NS2] what was typed here just now is put right without a question', () => {
    const desk = deskAt('costs 2025-09')
    type(desk, '61')
    desk.gestures.restating.correct(false)
    type(desk, '62')
    expect(desk.gestures.restating.asked).toBeNull()
    expect(desk.typed('costs')['2025-09']).toBe(62)
    // Only where the number is the one that was typed: after an undo it is the reported one.
    desk.undo()
    desk.undo()
    type(desk, '63')
    expect(desk.gestures.restating.asked?.restatements).toMatchObject([{ was: 60, is: 63 }])
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
