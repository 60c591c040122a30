// Commitments that are changed, and readings that leave, with all that scenarios hold on their lines.

import { expect, test } from 'vitest'
import { toDocument } from '#model/document.ts'
import type { Edit } from '#model/edit.ts'
import { applyReversibly } from '#model/inverse.ts'
import { applyEdits } from '#model/edit.ts'
import { commitmentRemoval, readingRemoval } from '#model/removal.ts'
import { modelFault } from '#model/soundness.ts'
import { present } from '#base/assert.ts'
import { sample, sentenceOf, settled } from './sample.ts'

const text = (model: Parameters<typeof toDocument>[0]): string => JSON.stringify(toDocument(model, ''))

const held: readonly Edit[] = [
  { kind: 'formula', scenario: 'bull', line: 'plan.half.delay', formula: '2' },
  { kind: 'formula', scenario: 'bull', line: 'plan.amount', formula: '400' },
  { kind: 'enter', scenario: 'bull', quarter: '2025-09', line: 'plan.half.typed', entry: 50 },
]
const model = settled(applyEdits(sample(), held))
const commitment = present(model.commitments[0], 'the commitment')
const half = present(commitment.otherReadings[0], 'its other reading')

test.each([
  [
    'another name, kind and plan',
    [{ kind: 'change commitment', commitment: 'plan', change: { name: 'New', kind: 'cap', plan: 'S-curve' } }],
  ],
  ['a reading that leaves', readingRemoval(model, commitment, half)],
  ['a commitment that leaves', commitmentRemoval(model, commitment)],
] as const)('[P18] %s leaves a sound model, and is taken back to the letter', (_, edits) => {
  const { model: next, inverse } = settled(applyReversibly(model, edits))
  expect(modelFault(next)).toBeNull()
  expect(text(next)).not.toBe(text(model))
  expect(text(settled(applyEdits(next, inverse)))).toBe(text(model))
})

test('[P18] a reading that still holds something stays', () => {
  const change = { otherReadings: [] }
  expect(sentenceOf(applyEdits(model, [{ kind: 'change commitment', commitment: 'plan', change }]))).toMatch(
    /still holds numbers/,
  )
  expect(sentenceOf(applyEdits(model, [{ kind: 'change commitment', commitment: 'gone', change }]))).toBe(
    'The commitment no longer exists.',
  )
})
