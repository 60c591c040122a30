// What edits refuse, each in a sentence that says why.

import { expect, test } from 'vitest'
import { applyEdit, keyProblem, type Edit } from '#model/edit.ts'
import { lineRemoval } from '#model/removal.ts'
import { applyEdits } from '#model/edit.ts'
import { allLines } from '#model/model.ts'
import { line, sample, sentenceOf, settled, textOf } from './sample.ts'

const cell = { scenario: 'base', quarter: '2025-12', line: 'costs' } as const

test.each<[Edit, string]>([
  [{ kind: 'enter', ...cell, scenario: 'gone', entry: 1 }, 'The scenario of this cell no longer exists.'],
  [{ kind: 'enter', ...cell, line: 'gone', entry: 1 }, 'The line of this cell no longer exists.'],
  [{ kind: 'enter', ...cell, quarter: '2027-03', entry: 1 }, '2027-03 is outside the timeline of this model.'],
  [{ kind: 'enter', ...cell, quarter: '2025-11', entry: 1 }, '2025-11 is outside the timeline of this model.'],
  [{ kind: 'enter', ...cell, entry: Infinity }, 'The number is too large to keep.'],
  [{ kind: 'enter', ...cell, entry: NaN }, 'The number is too large to keep.'],
  [{ kind: 'enter', ...cell, entry: 'release' }, 'Base has no parent to be released from.'],
  [{ kind: 'note', ...cell, line: 'gone', note: null }, 'The line of this cell no longer exists.'],
  [
    { kind: 'formula', scenario: 'gone', line: 'costs', formula: '1' },
    'The scenario of this formula no longer exists.',
  ],
  [{ kind: 'formula', scenario: 'base', line: 'gone', formula: '1' }, 'The line of this formula no longer exists.'],
  [{ kind: 'formula', scenario: 'bull', line: 'gone', formula: '1' }, 'The line of this formula no longer exists.'],
  [
    { kind: 'formula', scenario: 'base', line: 'plan.counted', formula: '1' },
    'This line’s formula comes from its commitment and is changed there.',
  ],
  [
    { kind: 'formula', scenario: 'base', line: 'plan.amount', formula: 'many' },
    '“many” is not an amount: type a number above 0.',
  ],
  [
    { kind: 'formula', scenario: 'base', line: 'plan.amount', formula: null },
    '“” is not an amount: type a number above 0.',
  ],
  [
    { kind: 'formula', scenario: 'base', line: 'plan.amount', formula: ' ' },
    '“ ” is not an amount: type a number above 0.',
  ],
  [
    { kind: 'formula', scenario: 'base', line: 'plan.amount', formula: '0' },
    '“0” is not an amount: type a number above 0.',
  ],
  [
    { kind: 'formula', scenario: 'base', line: 'plan.amount', formula: '-5' },
    '“-5” is not an amount: type a number above 0.',
  ],
  [
    { kind: 'formula', scenario: 'base', line: 'plan.amount', formula: '1e999' },
    '“1e999” is not an amount: type a number above 0.',
  ],
  [
    { kind: 'insert line', line: line('new', { section: 'Nowhere' }), at: 0 },
    'There is no section “Nowhere” for the line “Line new”.',
  ],
  [
    { kind: 'insert line', line: line('new', { key: 'costs' }), at: 0 },
    'The key “costs” is already that of “Line costs”. Choose another.',
  ],
  [
    { kind: 'change line', line: 'costs', change: { key: 'plan_amount' } },
    'The key “plan_amount” is already that of “Plan”. Choose another.',
  ],
  [{ kind: 'change line', line: 'gone', change: {} }, 'The line no longer exists.'],
  [{ kind: 'remove line', line: 'gone' }, 'The line no longer exists.'],
  [
    { kind: 'remove line', line: 'revenue' },
    'The line still holds numbers, notes or formulas: another change added them. Try again.',
  ],
  [
    { kind: 'remove line', line: 'fade' },
    'The line still holds numbers, notes or formulas: another change added them. Try again.',
  ],
  [{ kind: 'remove scenario', scenario: 'gone' }, 'The scenario no longer exists.'],
  [
    { kind: 'remove scenario', scenario: 'bull' },
    'The scenario still holds numbers, or another scenario inherits from it. Try again.',
  ],
  [{ kind: 'change scenario', scenario: 'gone', change: {} }, 'The scenario no longer exists.'],
  [{ kind: 'remove commitment', commitment: 'gone' }, 'The commitment no longer exists.'],
])('[E3] %j is refused', (edit, sentence) => {
  const model = sample()
  const before = textOf(model)
  expect(sentenceOf(applyEdit(model, edit))).toBe(sentence)
  expect(textOf(model)).toBe(before)
})

test.each([...['', 'Revenue', '1st', '_x', 'cloud revenue', 'cloud-revenue', 'x'.repeat(65), 'é', 'a\n']])(
  '[F2] “%s” cannot be a key',
  (key) => {
    expect(keyProblem(sample(), key, null)?.sentence).toMatch(/cannot be a key: it takes small letters, digits and _/)
  },
)

test.each(['x', 'cloud_revenue', 'q4', 'x'.repeat(64), 'constructor', '__proto__'.slice(2, 7)])(
  '[F2] “%s” can',
  (key) => {
    expect(keyProblem(sample(), key, null)).toBeNull()
  },
)

test('[F2] a line may keep its own key, and no two lines have one', () => {
  expect(keyProblem(sample(), 'costs', 'costs')).toBeNull()
  expect(keyProblem(sample(), 'costs', 'revenue')?.sentence).toContain('already that of “Line costs”')
})

test('[E4] to remove a line, what it holds in every scenario is emptied first', () => {
  const model = sample()
  const after = settled(applyEdits(model, lineRemoval(model, 'growth')))
  expect(allLines(after).some(({ id }) => id === 'growth')).toBe(false)
  expect([...after.rows.keys()]).toEqual(['base', 'bear'])
  const fadeless = settled(applyEdits(model, lineRemoval(model, 'fade')))
  expect(fadeless.scenarios.find(({ id }) => id === 'bull')?.formulas.size).toBe(0)
  const revenueless = settled(applyEdits(model, lineRemoval(model, 'revenue')))
  expect(revenueless.rows.get('base')?.has('2025-09')).toBe(false)
})

test('[E5] a formula lands in the scenario named: Base’s is the line’s, others keep their own', () => {
  const base = settled(applyEdit(sample(), { kind: 'formula', scenario: 'base', line: 'costs', formula: '5' }))
  expect(base.lines.find(({ id }) => id === 'costs')?.formula).toBe('5')
  const bull = settled(applyEdit(sample(), { kind: 'formula', scenario: 'bull', line: 'costs', formula: '6' }))
  expect(bull.lines.find(({ id }) => id === 'costs')?.formula).toBeNull()
  expect(bull.scenarios[1]?.formulas.get('costs')).toBe('6')
})

test('[P2] a commitment’s amount is typed on its line: Base’s is the commitment’s, a scenario may have its own', () => {
  const amount = { kind: 'formula', line: 'plan.amount' } as const
  expect(settled(applyEdit(sample(), { ...amount, scenario: 'base', formula: '400' })).commitments[0]?.amount).toBe(400)
  const bull = settled(applyEdit(sample(), { ...amount, scenario: 'bull', formula: '420' }))
  expect(bull.commitments[0]?.amount).toBe(380)
  expect(bull.scenarios[1]?.formulas.get('plan.amount')).toBe('420')
})
