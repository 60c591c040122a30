// What else a note comes across: lines in another scale, rolling forward, restoring, files, search, and lists of what is said.

import { expect, test } from 'vitest'
import { readDocument, toDocument } from '#model/document.ts'
import { applyEdits } from '#model/edit.ts'
import { lineOf, rowOf, type Model } from '#model/model.ts'
import type { Note } from '#model/quarterRow.ts'
import { editsBetween } from '#model/restoration.ts'
import { rollForward } from '#model/rollForward.ts'
import { calculate } from '#engine/calculate.ts'
import { firstView } from '#model/view.ts'
import { Search } from '#session/findMatch.ts'
import { heldOn } from '#session/lines/heldText.ts'
import { rescalingEdits } from '#session/lines/rescaling.ts'
import { sayingsOf } from '#session/says.ts'
import { line, rowsWith, sample, settled, textOf } from '../../model/sample.ts'

const at = '2025-11-25T12:00:00.000Z'
const wordless: Note = { text: '', source: null }
const bearing: Note = {
  text: 'Release, p. 3',
  source: 'https://example.com/q2.pdf',
  checked: { value: 110, by: 'LW', at },
  earlier: [{ value: 105.5, until: at, reason: 'Recast of segments' }],
}

const modelWith = (typed: Parameters<typeof rowsWith>[0]): Model =>
  sample({
    lines: [line('revenue', { label: 'Revenue' }), line('costs', { label: 'Costs' })],
    scenarios: [
      { id: 'base', name: 'Base', parent: null, colour: 'blue', formulas: new Map() },
      { id: 'bull', name: 'Bull', parent: 'base', colour: 'green', formulas: new Map() },
    ],
    commitments: [],
    rows: rowsWith(typed),
  })

const model = modelWith([['base', '2025-09', 'revenue', 110, bearing]])

test('[NS6] a line brought to another scale takes its check and its earlier values along', () => {
  const revenue = lineOf(model, 'revenue')
  const edits = settled(rescalingEdits(model, revenue, { kind: 'currency', currency: 'RMB', scale: 'bn' }))
  const { entries, notes } = rowOf(settled(applyEdits(model, edits)), 'base', '2025-09')
  // 110 m is 0.11 bn, 105.5 m is 0.1055 bn.
  expect(entries.get('revenue')).toBe(0.11)
  expect(notes.get('revenue')).toEqual({
    ...bearing,
    checked: { value: 0.11, by: 'LW', at },
    earlier: [{ value: 0.1055, until: at, reason: 'Recast of segments' }],
  })
})

test('[NS5] [H1] what stood in a cell stays when its forecast makes room for what is reported', () => {
  const forecast = modelWith([['base', '2025-12', 'revenue', 120, bearing]])
  const rolled = settled(rollForward(forecast))
  const { entries, notes } = rowOf(settled(applyEdits(forecast, rolled.edits)), 'base', '2025-12')
  expect([entries.get('revenue'), notes.get('revenue')]).toEqual([undefined, { ...wordless, earlier: bearing.earlier }])
})

test('[Z3] [D1] checks and earlier values are restored and read from files to the letter', () => {
  const bare = modelWith([['base', '2025-09', 'revenue', 110]])
  expect(textOf(settled(applyEdits(bare, editsBetween(bare, model))))).toBe(textOf(model))
  expect(textOf(settled(applyEdits(model, editsBetween(model, bare))))).toBe(textOf(bare))
  expect(textOf(settled(readDocument(JSON.parse(JSON.stringify(toDocument(model, at))), 'm')))).toBe(textOf(model))
})

test('[NS10] the reason of a restatement is found', () => {
  const search = new Search({ results: calculate(model), shown: 'base', view: firstView(model) }, 'segments')
  search.goOn(Infinity)
  expect(search.found).toEqual([
    { cell: { line: 'revenue', column: '2025-09' }, where: 'note', text: 'Recast of segments' },
  ])
})

test('[V2] a note that says nothing is no row of what a scenario says', () => {
  const said = (note: Note) =>
    sayingsOf(calculate(modelWith([['bull', '2025-12', 'costs', null, note]])), 'bull').map(({ kind }) => kind)
  expect([said({ ...wordless, earlier: bearing.earlier ?? [] }), said(bearing)]).toEqual([[], ['note']])
})

test('[LN5] the check of a number does not count as a note; what stood before does', () => {
  const notesOn = (note: Note) => heldOn(modelWith([['base', '2025-09', 'costs', 1, note]]), new Set(['costs'])).notes
  expect([
    notesOn({ ...wordless, checked: { value: 1, by: 'LW', at } }),
    notesOn({ ...wordless, earlier: bearing.earlier ?? [] }),
    notesOn(bearing),
  ]).toEqual([0, 1, 1])
})
