// Marking numbers as checked, and going through those that are not. What is counted is counted by hand in reported.ts.

import { describe, expect, test } from 'vitest'
import type { Note } from '#model/quarterRow.ts'
import { isProblem } from '#model/problem.ts'
import { proposeChecks, readInitials } from '#session/notes/checking.ts'
import { lacking, lackingText, reportedNumbers, stepFrom } from '#session/notes/unchecked.ts'
import { example } from '../../examples/alibaba.ts'
import { line, rowsWith, sample, sentenceOf } from '../../model/sample.ts'
import type { Desk } from '../desk.ts'
import { at, checked, deskAt, model, noteOf, release, textOf, type } from './reported.ts'

const by = 'LW'

/** Marks what is selected, as the command does. */
const mark = (desk: Desk): string => {
  const proposal = proposeChecks(desk.model, desk.sheet.blocks.targets, { by, at })
  if (isProblem(proposal)) return proposal.sentence
  desk.dispatch(proposal.edits, proposal.label)
  return proposal.label
}

describe('the mark', () => {
  test('[NS7] says who and when, keeps what the note says, and is one step of undo', () => {
    const desk = deskAt('revenue 2025-09')
    expect(mark(desk)).toBe('Revenue FY26 Q2 in Base: checked by LW')
    expect(noteOf(desk, 'revenue', '2025-09')).toEqual({ ...release, checked: { value: 110, by, at } })
    desk.undo()
    expect(textOf(desk.model)).toBe(textOf(model))
  })

  test('[NS7] of several numbers those are marked that are not yet; all marked, it is taken off them', () => {
    // Revenue and costs in FY26 Q1 and Q2; costs of Q2 are checked in the model.
    const desk = deskAt('revenue 2025-06', 'costs 2025-09')
    expect(mark(desk)).toBe('3 numbers from Revenue FY26 Q1 on in Base: checked by LW')
    expect(noteOf(desk, 'revenue', '2025-06')).toEqual({ text: '', source: null, checked: { value: 100, by, at } })
    expect(noteOf(desk, 'costs', '2025-09')?.checked?.at).toBe('2025-11-24T09:00:00.000Z')
    expect(mark(desk)).toBe('4 numbers from Revenue FY26 Q1 on in Base: no longer marked as checked')
    expect([noteOf(desk, 'revenue', '2025-06'), noteOf(desk, 'revenue', '2025-09')]).toEqual([null, release])
  })

  test('[NS7] what is not typed cannot be checked', () => {
    expect(mark(deskAt('costs 2025-12'))).toBe(
      'Only a typed number can be checked against its source: what is computed is as right as its formula.',
    )
  })

  test('[NS7] a number that a scenario shows and Base typed is marked in Base', () => {
    const desk = deskAt('revenue 2025-12')
    desk.look({ scenario: 'bull' })
    mark(desk)
    expect([noteOf(desk, 'revenue', '2025-12')?.checked?.value, noteOf(desk, 'revenue', '2025-12', 'bull')]).toEqual([
      120,
      null,
    ])
  })

  test.each([
    ['', 'Type your initials or your name: they stand beside what you have checked.'],
    ['  ', 'Type your initials or your name: they stand beside what you have checked.'],
    ['x'.repeat(25), 'That is 25 letters long; at most 24 have room beside a number.'],
  ])('[NS7] initials “%s” are refused', (text, sentence) => {
    expect(sentenceOf(readInitials(text))).toBe(sentence)
  })

  test('[NS7] initials are kept without needless space', () => {
    expect(readInitials('  L.  W. ')).toBe('L. W.')
  })
})

describe('a check', () => {
  const isChecked = (desk: Desk): boolean =>
    reportedNumbers(desk.model).some((each) => each.line.id === 'costs' && each.quarter === '2025-09' && each.isChecked)

  test.each(['correct', 'restate'] as const)(
    '[NS8] lapses with another number (%s), and comes back with undo',
    (answer) => {
      const desk = deskAt('costs 2025-09')
      expect(isChecked(desk)).toBe(true)
      type(desk, '61')
      if (answer === 'correct') desk.gestures.restating.correct(false)
      else desk.gestures.restating.restate('Recast')
      expect(isChecked(desk)).toBe(false)
      desk.undo()
      expect([isChecked(desk), textOf(desk.model)]).toEqual([true, textOf(model)])
    },
  )

  test('[NS8] stays where the same number is typed, plainly or as a sum', () => {
    const desk = deskAt('costs 2025-09')
    type(desk, '60')
    type(desk, '=20+40')
    expect([isChecked(desk), noteOf(desk, 'costs', '2025-09')?.text]).toEqual([true, '=20+40'])
  })

  test('[NS8] stays when the words of its note change', () => {
    const desk = deskAt('costs 2025-09')
    const note: Note | null = noteOf(desk, 'costs', '2025-09')
    if (note === null) throw new Error('no note')
    desk.dispatch(
      [{ kind: 'note', scenario: 'base', quarter: '2025-09', line: 'costs', note: { ...note, text: 'p. 4' } }],
      'words',
    )
    expect(isChecked(desk)).toBe(true)
  })
})

describe('what is unchecked', () => {
  const name = (found: { line: { id: string }; quarter: string } | null): string =>
    found === null ? '' : `${found.line.id} ${found.quarter}`

  // In the order of quarters: revenue and costs of FY26 Q1; revenue, costs (checked) and poll of Q2. Price is a driver.
  const numbers = reportedNumbers(model)

  test('[NS9] is counted among reported numbers', () => {
    expect(numbers.map(name)).toEqual([
      'revenue 2025-06',
      'costs 2025-06',
      'revenue 2025-09',
      'costs 2025-09',
      'poll 2025-09',
    ])
    expect(lackingText(numbers, 'check')).toBe('4 of 5 reported numbers unchecked')
    // Revenue of Q1 has no note, costs of Q1 only the text of a sum.
    expect(lacking(numbers, 'source').map(name)).toEqual(['revenue 2025-06', 'costs 2025-06'])
    expect(lackingText(numbers, 'source')).toBe('2 of 5 reported numbers without a source')
  })

  test('[NS9] a line’s source is a source of its numbers', () => {
    const lines = model.lines.map((each) => (each.id === 'revenue' ? { ...each, source: '20-F' } : each))
    expect(lacking(reportedNumbers({ ...model, lines }), 'source').map(name)).toEqual(['costs 2025-06'])
  })

  test('[NS9] has words for nothing and for all', () => {
    const rows = rowsWith([['base', '2025-09', 'revenue', 110, checked]])
    const all = reportedNumbers(sample({ ...model, rows }))
    expect([lackingText(all, 'check'), lackingText(all, 'source')]).toEqual([
      'All checked: 1 reported number',
      'All with a source: 1 reported number',
    ])
    expect(lackingText(reportedNumbers({ ...model, lastActual: null }), 'check')).toBe('No number is reported yet')
  })

  const from = (line: string, column: string) => ({ line, column })

  test.each([
    ['revenue', '2025-06', 1, 'costs 2025-06'],
    ['costs', '2025-06', 1, 'revenue 2025-09'],
    ['revenue', '2025-09', 1, 'poll 2025-09'],
    ['poll', '2025-09', 1, 'revenue 2025-06'],
    ['revenue', '2025-06', -1, 'poll 2025-09'],
    ['poll', '2025-09', -1, 'revenue 2025-09'],
    ['costs', '2025-12', 1, 'revenue 2025-06'],
    ['costs', '2025-12', -1, 'poll 2025-09'],
    ['price', 'constant', 1, 'revenue 2025-06'],
    ['poll', '2025-06', 1, 'revenue 2025-09'],
    ['price', 'constant', -1, 'poll 2025-09'],
  ] as const)('[NS9] from %s in %s a step of %s leads to %s', (id, column, step, to) => {
    expect(name(stepFrom(model, lacking(numbers, 'check'), from(id, column), step))).toBe(to)
  })

  test('[NS9] a year is gone on from at its last quarter', () => {
    const all = reportedNumbers(example)
    // FY2025 ends in March 2025, calendar 2024 in December 2024; capex stands below revenue in the sheet.
    for (const [year, quarter] of [
      ['FY2025', '2025-03'],
      ['CY2024', '2024-12'],
    ] as const)
      for (const step of [1, -1] as const) {
        const found = stepFrom(example, all, from('capex', year), step)
        expect(found?.quarter).toBe(quarter)
        expect(found).toEqual(stepFrom(example, all, from('capex', quarter), step))
      }
  })

  test('[NS9] from nowhere the first and the last; among none nowhere', () => {
    expect(name(stepFrom(model, numbers, null, 1))).toBe('revenue 2025-06')
    expect(name(stepFrom(model, numbers, null, -1))).toBe('poll 2025-09')
    expect(stepFrom(model, [], from('revenue', '2025-06'), 1)).toBeNull()
  })

  test('[NS9] sections are gone through as the sheet lists them', () => {
    const lines = [line('b', { section: 'Drivers' }), line('a')]
    const of = sample({
      ...model,
      lines,
      rows: rowsWith([
        ['base', '2025-09', 'b', 1],
        ['base', '2025-09', 'a', 2],
      ]),
    })
    expect(reportedNumbers(of).map(name)).toEqual(['a 2025-09', 'b 2025-09'])
  })
})
