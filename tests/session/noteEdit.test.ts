import { expect, test } from 'vitest'
import { applyEdit } from '#model/edit.ts'
import { lineOf } from '#model/model.ts'
import { noteOf } from '#model/origin.ts'
import { isProblem } from '#model/problem.ts'
import { readColumnId } from '#session/column.ts'
import { proposeEarlierRemoval, proposeNotes, readSource, type NotedCell } from '#session/noteEdit.ts'
import type { Target } from '#session/proposal.ts'
import { present } from '#base/assert.ts'
import { rowsWith, sample, sentenceOf, settled } from '../model/sample.ts'

const model = sample()

const target = (shown: string, id: string, column: string): Target => {
  const line = lineOf(model, id)
  return { shown, line, column: present(readColumnId(column), 'the column'), unit: line.unit }
}

const proposeNote = (of: typeof model, at: Target, text: string, source: string) => proposeNotes(of, [at], text, source)

/** What is proposed, and the note the cell shows once it is kept. */
const keep = (at: Target, text: string, source = '', before = model) => {
  const proposal = present(settled(proposeNote(before, at, text, source)), 'a change')
  const after = proposal.edits.reduce((each, edit) => settled(applyEdit(each, edit)), before)
  const quarter = at.column.kind === 'quarter' ? at.column.quarter : '2025-06'
  return { label: proposal.label, landing: proposal.landing, note: noteOf(after, at.shown, at.line, quarter) }
}

test('a reported number’s note is Base’s, whichever scenario is shown', () => {
  expect(keep(target('bull', 'revenue', '2025-09'), ' Release, p. 4 ', 'https://example.com')).toEqual({
    label: 'Line revenue FY26 Q2 in Base: note changed',
    landing: 'base',
    note: { text: 'Release, p. 4', source: 'https://example.com' },
  })
})

test('a note goes where the number is, else where a typed number would land', () => {
  // Bull typed its own growth, Bear released it.
  for (const shown of ['base', 'bull', 'bear'])
    expect(keep(target(shown, 'growth', '2025-12'), 'Guidance')).toMatchObject({
      landing: shown,
      note: { text: 'Guidance', source: null },
    })
  // Inherited: the number is Base's.
  const inherited = sample({ rows: rowsWith([['base', '2026-03', 'growth', 0.1]]) })
  expect(keep(target('bull', 'growth', '2026-03'), 'Guidance', '', inherited).landing).toBe('base')
  // Computed: a number typed here would be Bull's.
  expect(keep(target('bull', 'revenue', '2026-03'), 'Guidance').landing).toBe('bull')
})

test('without text and source there is no note', () => {
  expect(keep(target('base', 'revenue', '2025-09'), ' ', ' ')).toEqual({
    label: 'Line revenue FY26 Q2 in Base: note removed',
    landing: 'base',
    note: null,
  })
  expect(keep(target('base', 'revenue', '2025-06'), '', 'example.com').note).toEqual({
    text: '',
    source: 'https://example.com',
  })
})

test('what is as it was is no change', () => {
  expect(proposeNote(model, target('bear', 'costs', '2026-03'), ' why', '')).toBeNull()
  expect(proposeNote(model, target('base', 'costs', '2026-03'), '', '')).toBeNull()
})

test('a note that a parent wrote without a number can be written over, and removed only there', () => {
  const parents = sample({ rows: rowsWith([['base', '2026-03', 'costs', null, { text: 'why', source: null }]]) })
  expect(keep(target('bull', 'costs', '2026-03'), 'because', '', parents)).toMatchObject({
    landing: 'bull',
    note: { text: 'because' },
  })
  expect(sentenceOf(proposeNote(parents, target('bull', 'costs', '2026-03'), '', ''))).toBe(
    'This note is a parent’s. Show the scenario it was written in to remove it.',
  )
})

test.each([
  ['year', target('base', 'revenue', 'FY2026')],
  ['constant', target('base', 'fade', 'constant')],
  ['line of a commitment', target('base', 'plan.counted', '2025-09')],
])('a %s has no note', (_, at) => {
  expect(sentenceOf(proposeNote(model, at, 'x', ''))).toBe(
    'A note belongs to one quarter of one line: select its cell.',
  )
})

test.each([
  ['', null],
  ['https://example.com/a b', 'no'],
  ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
  ['http://example.com', 'http://example.com'],
  [' example.com/report.pdf ', 'https://example.com/report.pdf'],
  ['www.例え.jp:8080', 'https://www.例え.jp:8080'],
  ['javascript:alert(1)', 'no'],
  ['page 3', 'no'],
  ['release', 'no'],
  ['https://', 'no'],
])('the source “%s” is %s', (text, address) => {
  const source = readSource(text)
  if (address === 'no')
    expect(sentenceOf(source)).toBe(
      `“${text}” is no web address. Type one such as https://example.com/report.pdf, or leave it empty.`,
    )
  else expect([isProblem(source), source]).toEqual([false, address])
})

test('[NS5] an earlier value is removed where it is; a parent’s says whose it is and stays', () => {
  const earlier = [
    { value: 4, until: '2025-11-25T12:00:00.000Z', reason: 'recast' },
    { value: 5, until: '2025-11-26T12:00:00.000Z', reason: '' },
  ]
  const note = { text: 'why', source: null, earlier }
  const kept = sample({ rows: rowsWith([['base', '2026-03', 'costs', null, note]]) })
  const cell = (shown: string) => target(shown, 'costs', '2026-03') as NotedCell
  expect(sentenceOf(proposeEarlierRemoval(kept, cell('bull'), 0))).toBe(
    'What stood here before is Base’s: show Base to remove it.',
  )
  expect(settled(proposeEarlierRemoval(kept, cell('base'), 0))).toEqual({
    edits: [
      {
        kind: 'note',
        scenario: 'base',
        quarter: '2026-03',
        line: 'costs',
        note: { text: 'why', source: null, earlier: earlier.slice(1) },
      },
    ],
    label: 'Line costs FY26 Q4 in Base: an earlier value removed',
    landing: 'base',
  })
  expect(sentenceOf(proposeEarlierRemoval(kept, cell('base'), 2))).toBe('This earlier value is no longer there.')
})
