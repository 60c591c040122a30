// The laws of edits: the inverse takes an edit back to the letter, and a refused edit changes nothing.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdit, applyEdits, type Edit } from '#model/edit.ts'
import { applyReversibly, invert } from '#model/inverse.ts'
import type { Model } from '#model/model.ts'
import { isProblem } from '#model/problem.ts'
import { lineRemoval } from '#model/removal.ts'
import { editFrom, editKinds, someSeeds } from './randomEdits.ts'
import { commitment, line, sample, settled, textOf } from './sample.ts'

const single: readonly Edit[] = [
  { kind: 'enter', scenario: 'base', quarter: '2026-03', line: 'costs', entry: 5 },
  { kind: 'enter', scenario: 'base', quarter: '2025-09', line: 'revenue', entry: 5 },
  { kind: 'enter', scenario: 'bear', quarter: '2025-12', line: 'growth', entry: null },
  { kind: 'enter', scenario: 'bull', quarter: '2025-12', line: 'growth', entry: 'release' },
  { kind: 'note', scenario: 'base', quarter: '2025-09', line: 'revenue', note: null },
  { kind: 'note', scenario: 'bull', quarter: '2026-03', line: 'costs', note: { text: 'a', source: 'b' } },
  { kind: 'formula', scenario: 'base', line: 'revenue', formula: null },
  { kind: 'formula', scenario: 'base', line: 'costs', formula: '5' },
  { kind: 'formula', scenario: 'bull', line: 'fade', formula: null },
  { kind: 'formula', scenario: 'bear', line: 'revenue', formula: '' },
  { kind: 'formula', scenario: 'base', line: 'plan.amount', formula: '400.5' },
  { kind: 'formula', scenario: 'bull', line: 'plan.amount', formula: '420' },
  { kind: 'insert line', line: line('first'), at: 0 },
  { kind: 'insert line', line: line('last'), at: 4 },
  { kind: 'change line', line: 'revenue', change: { key: 'sales', label: 'Sales', section: 'Drivers' } },
  { kind: 'move line', line: 'revenue', at: 3 },
  { kind: 'move scenario', scenario: 'bear', at: 1 },
  {
    kind: 'insert scenario',
    scenario: { id: 'new', name: 'New', parent: 'bull', colour: 'teal', formulas: new Map() },
    at: 3,
  },
  { kind: 'change scenario', scenario: 'bear', change: { name: 'Grizzly', parent: 'base', colour: 'rose' } },
  { kind: 'insert commitment', commitment: commitment({ id: 'other', key: 'other' }), at: 0 },
  { kind: 'remove commitment', commitment: 'plan' },
  {
    kind: 'change model',
    change: { name: 'Other', lastActual: null, timeline: { first: '2025-06', last: '2027-12' } },
  },
  {
    kind: 'change model',
    change: { fiscalCalendar: { yearEndMonth: 12, yearNamedBy: 'end' }, currency: 'USD', scale: 'k' },
  },
]

const takenBack = (model: Model, edit: Edit): Model =>
  settled(applyEdit(settled(applyEdit(model, edit)), invert(model, edit)))

describe('[E2] the inverse takes an edit back', () => {
  test.each(single.map((edit): [string, Edit] => [JSON.stringify(edit).slice(0, 90), edit]))('[E2] %s', (_, edit) => {
    const model = sample()
    const after = settled(applyEdit(model, edit))
    expect(textOf(after)).not.toBe(textOf(model))
    const inverse = invert(model, edit)
    expect(textOf(settled(applyEdit(after, inverse)))).toBe(textOf(model))
    // And the inverse of the inverse is redo.
    expect(textOf(takenBack(after, inverse))).toBe(textOf(after))
  })

  test('[E2] a line that is removed comes back in its place', () => {
    const model = sample({ lines: [line('a'), line('b'), line('c')], rows: new Map() })
    expect(takenBack(model, { kind: 'remove line', line: 'b' }).lines.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })

  test('[E2] a scenario that is removed comes back in its place with its formulas', () => {
    const plain = sample({ rows: new Map() })
    const model = settled(applyEdit(plain, { kind: 'change scenario', scenario: 'bear', change: { parent: 'base' } }))
    const removed = settled(applyEdit(model, { kind: 'remove scenario', scenario: 'bull' }))
    expect(removed.scenarios.map(({ id }) => id)).toEqual(['base', 'bear'])
    expect(textOf(takenBack(model, { kind: 'remove scenario', scenario: 'bull' }))).toBe(textOf(model))
  })
})

test('[E2] [E3] any edits of every kind on the model they lead to: taken back to the letter, or refused with nothing changed', () => {
  const seen = new Set<string>()
  const refused = new Set<string>()
  fc.assert(
    fc.property(someSeeds, (seeds) => {
      const start = sample()
      const before = textOf(start)
      let model = start
      const inverses: Edit[] = []
      for (const seed of seeds) {
        const edit = editFrom(model, seed)
        const text = textOf(model)
        const next = applyEdit(model, edit)
        expect(textOf(model)).toBe(text)
        if (isProblem(next)) {
          refused.add(edit.kind)
          expect(next.sentence).toMatch(/^[A-Z“0-9].*\.$/s)
          continue
        }
        seen.add(edit.kind)
        const inverse = invert(model, edit)
        expect(textOf(settled(applyEdit(next, inverse)))).toBe(text)
        inverses.unshift(inverse)
        model = next
      }
      expect(textOf(settled(applyEdits(model, inverses)))).toBe(before)
    }),
    { seed: 20251125, numRuns: 1500 },
  )
  expect([...seen].sort()).toEqual([...editKinds].sort())
  expect(refused.size).toBeGreaterThan(7)
}, 60_000)

test('[E2] several edits are taken back as one, in the other order', () => {
  const model = sample()
  const edits: readonly Edit[] = [
    { kind: 'enter', scenario: 'base', quarter: '2026-03', line: 'costs', entry: 5 },
    { kind: 'enter', scenario: 'base', quarter: '2026-03', line: 'costs', entry: 6 },
    { kind: 'change line', line: 'costs', change: { key: 'expenses' } },
    ...lineRemoval(model, 'growth'),
  ]
  const { model: after, inverse } = settled(applyReversibly(model, edits))
  expect(after.lines.map(({ key }) => key)).toEqual(['revenue', 'expenses', 'fade'])
  expect(textOf(after)).not.toContain('"line":"growth"')
  expect(textOf(settled(applyEdits(after, inverse)))).toBe(textOf(model))
})

test('[E3] of several edits the first Problem stops all', () => {
  const edits: readonly Edit[] = [
    { kind: 'enter', scenario: 'base', quarter: '2026-03', line: 'costs', entry: 5 },
    { kind: 'enter', scenario: 'base', quarter: '2026-03', line: 'gone', entry: 5 },
  ]
  expect(isProblem(applyEdits(sample(), edits))).toBe(true)
  expect(isProblem(applyReversibly(sample(), edits))).toBe(true)
})

test('[E1] a change makes a new model; what did not change stays the same object', () => {
  const model = sample()
  const after = settled(
    applyEdit(model, { kind: 'enter', scenario: 'bull', quarter: '2026-03', line: 'costs', entry: 5 }),
  )
  expect(after).not.toBe(model)
  expect(after.lines).toBe(model.lines)
  expect(after.rows.get('base')).toBe(model.rows.get('base'))
  expect(after.rows.get('bull')?.get('2025-12')).toBe(model.rows.get('bull')?.get('2025-12'))
})

test('[E1] what is typed and deleted again leaves no empty row behind', () => {
  const model = sample()
  const cell = { kind: 'enter', scenario: 'base', quarter: '2026-12', line: 'costs' } as const
  const typed = settled(applyEdit(model, { ...cell, entry: 5 }))
  expect(typed.rows.get('base')?.has('2026-12')).toBe(true)
  expect(settled(applyEdit(typed, { ...cell, entry: null })).rows).toEqual(model.rows)
})
