// What becomes of a cell's note when a number is typed over its number.

import { expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import type { Edit } from '#model/edit.ts'
import { lineOf } from '#model/model.ts'
import type { Note } from '#model/quarterRow.ts'
import { proposeNumber } from '#session/proposal.ts'
import { line, rowsWith, sample, settled } from '../model/sample.ts'

/** The note edits of typing a text over 247,795 with a note; `undefined` is no note. */
const noteEdits = (before: Note | undefined, text: string): readonly Edit[] => {
  const cell = ['base', '2025-09', 'x', 247_795] as const
  const model = sample({
    lines: [line('x')],
    commitments: [],
    scenarios: sample().scenarios.slice(0, 1),
    rows: rowsWith([before === undefined ? cell : [...cell, before]]),
  })
  const column = { kind: 'quarter', quarter: '2025-09' } as const
  const x = lineOf(model, 'x')
  const proposal = settled(proposeNumber(calculate(model), { shown: 'base', line: x, column, unit: x.unit }, text))
  if (!('edits' in proposal)) throw new Error('opens the formula')
  return proposal.edits.filter(({ kind }) => kind === 'note')
}

const noteIs = (note: Note | null): readonly Edit[] => [
  { kind: 'note', scenario: 'base', quarter: '2025-09', line: 'x', note },
]

const sourced = { text: 'Release, p. 3', source: 'https://example.com' }
const reason = { text: 'Guidance of May', source: null }
const sum = { text: '=200000+47795', source: null }

test('[N9] a plain number over one without a note leaves none', () => {
  expect(noteEdits(undefined, '5')).toEqual([])
})

test.each([
  ['no note', undefined],
  ['a sourced note', sourced],
  ['a reason', reason],
  ['another sum', sum],
])('[N9] a sum over %s is its own note, with no source', (_, before) => {
  expect(noteEdits(before, '=250000+1')).toEqual(noteIs({ text: '=250000+1', source: null }))
})

test('[N9] a plain number takes the note of a sum away', () => {
  expect(noteEdits(sum, '5')).toEqual(noteIs(null))
})

test('[N9] over a number that was read somewhere, the note keeps what was typed over, and loses the source', () => {
  expect(noteEdits(sourced, '5')).toEqual(
    noteIs({ text: 'Typed over 247,795 RMB m. It read: Release, p. 3', source: null }),
  )
})

test('[N9] a reason stays', () => {
  expect(noteEdits(reason, '5')).toEqual([])
})

test('[N9] the same number typed again changes no note', () => {
  for (const before of [sourced, reason, sum]) expect(noteEdits(before, '247,795')).toEqual([])
})

test('[N9] the same number as a sum is noted', () => {
  expect(noteEdits(sourced, '=200000+47795')).toEqual(noteIs(sum))
})
