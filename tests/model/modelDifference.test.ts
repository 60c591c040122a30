// What differs between two versions, told as data.

import { expect, test } from 'vitest'
import { applyEdits, type Edit } from '#model/edit.ts'
import { differenceBetween, hasDifference, type ModelDifference } from '#model/modelDifference.ts'
import { lineRemoval } from '#model/removal.ts'
import { commitment, line, sample, settled } from './sample.ts'

const none: ModelDifference = {
  attributes: [],
  lines: [],
  scenarios: [],
  commitments: [],
  formulas: [],
  entries: [],
  notes: [],
  waivers: [],
}

const after = (edits: readonly Edit[]): ModelDifference =>
  differenceBetween(sample(), settled(applyEdits(sample(), edits)))

test('[Z5] a version does not differ from itself, whatever objects it is made of', () => {
  expect(differenceBetween(sample(), sample())).toEqual(none)
  expect(hasDifference(none)).toBe(false)
})

test('[Z5] typed numbers, releases and notes by scenario, quarter and line', () => {
  const edits: readonly Edit[] = [
    { kind: 'enter', scenario: 'base', quarter: '2025-09', line: 'revenue', entry: 120 },
    { kind: 'enter', scenario: 'bull', quarter: '2025-12', line: 'growth', entry: 'release' },
    { kind: 'enter', scenario: 'bear', quarter: '2025-12', line: 'growth', entry: null },
    { kind: 'note', scenario: 'base', quarter: '2025-09', line: 'revenue', note: { text: 'Other', source: null } },
  ]
  const cell = { scenario: 'base', quarter: '2025-09', line: 'revenue' }
  const read = { text: 'Release, p. 3', source: 'https://example.com' }
  expect(after(edits)).toEqual({
    ...none,
    entries: [
      { ...cell, was: 110, is: 120 },
      { scenario: 'bull', quarter: '2025-12', line: 'growth', was: 0.2, is: 'release' },
      { scenario: 'bear', quarter: '2025-12', line: 'growth', was: 'release', is: null },
    ],
    notes: [{ ...cell, was: read, is: { text: 'Other', source: null } }],
  })
})

test('[Z5] formulas by scenario, Base’s being the line’s', () => {
  const edits: readonly Edit[] = [
    { kind: 'formula', scenario: 'base', line: 'costs', formula: '5' },
    { kind: 'formula', scenario: 'bull', line: 'fade', formula: null },
    { kind: 'formula', scenario: 'bear', line: 'revenue', formula: '' },
  ]
  expect(after(edits).formulas).toEqual([
    { scenario: 'base', line: 'costs', was: null, is: '5' },
    { scenario: 'bull', line: 'fade', was: '2%', is: null },
    { scenario: 'bear', line: 'revenue', was: null, is: '' },
  ])
})

test('[Z5] lines that are new, gone, moved or changed, with the fields that are', () => {
  const fresh = line('fresh', { formula: '1' })
  const difference = after([
    ...lineRemoval(sample(), 'costs'),
    { kind: 'insert line', line: fresh, at: 0 },
    { kind: 'change line', line: 'revenue', change: { key: 'sales', unit: { kind: 'count' } } },
    { kind: 'move line', line: 'growth', at: 3 },
  ])
  expect(difference.lines.map(({ was, is, fields, isMoved }) => [was?.id, is?.id, fields, isMoved])).toEqual([
    ['costs', undefined, [], false],
    [undefined, 'fresh', [], false],
    ['revenue', 'revenue', ['key', 'unit'], false],
    ['growth', 'growth', [], true],
  ])
  // What a line holds goes with it, and is told as well.
  expect(difference.formulas).toEqual([
    { scenario: 'base', line: 'fresh', was: null, is: '1' },
    { scenario: 'bear', line: 'costs', was: '', is: null },
  ])
  expect(difference.notes).toHaveLength(1)
})

test('[Z5] scenarios, commitments and what the model says of itself', () => {
  const [base, bull, bear] = sample().scenarios
  if (base === undefined || bull === undefined || bear === undefined) throw new Error('three scenarios')
  const is = sample({
    name: 'Other',
    lastActual: null,
    fiscalCalendar: { yearEndMonth: 6, yearNamedBy: 'end' },
    sections: ['Drivers', 'Reported', 'Pacing'],
    scenarios: [base, { ...bear, parent: 'base', name: 'Grizzly' }, bull],
    commitments: [commitment({ amount: 400 }), commitment({ id: 'two', key: 'two' })],
  })
  const { attributes, scenarios, commitments } = differenceBetween(sample(), is)
  expect(attributes).toEqual(['name', 'fiscalCalendar', 'lastActual', 'sections'])
  expect(scenarios.map((each) => [each.is?.id, each.fields])).toEqual([
    ['bear', ['name', 'parent']],
    ...(scenarios.some((each) => each.is?.id === 'bull') ? [['bull', []]] : []),
  ])
  expect(scenarios.filter(({ isMoved }) => isMoved)).toHaveLength(1)
  expect(commitments.map((each) => [each.was?.id, each.is?.id, each.fields])).toEqual([
    ['plan', 'plan', ['amount']],
    [undefined, 'two', []],
  ])
})

test('[Z5] waived findings, and what a line says of its source and breaks', () => {
  const waiver = { id: 'gap revenue', about: '5', reason: 'as filed', at: '2026-01-31' }
  const difference = after([
    { kind: 'waive', id: waiver.id, waiver, at: 0 },
    { kind: 'change line', line: 'costs', change: { source: 'Release, p. 4', breaks: [] } },
    { kind: 'change line', line: 'revenue', change: { breaks: [{ quarter: '2025-09', reason: 'recast' }] } },
  ])
  expect(difference.waivers).toEqual([{ id: waiver.id, was: null, is: waiver }])
  expect(difference.lines.map(({ is, fields }) => [is?.id, fields])).toEqual([
    ['revenue', ['breaks']],
    ['costs', ['source']],
  ])
})
