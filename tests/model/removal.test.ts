// What goes along with a line, a commitment or a scenario that is removed, beside what is typed.

import { expect, test } from 'vitest'
import { finding } from '#analysis/finding/finding.ts'
import { amountLineId } from '#model/commitmentLines.ts'
import { applyEdits, type Edit } from '#model/edit.ts'
import { applyReversibly } from '#model/inverse.ts'
import type { Model } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import { commitmentRemoval, lineRemoval } from '#model/removal.ts'
import { removalEdits } from '#model/scenarioChange.ts'
import type { Waiver } from '#model/waiver.ts'
import { commitment, line, sample, settled } from './sample.ts'

const waiver = (scenario: string, of: string, quarter: Quarter | null): Waiver => {
  const { id } = finding({
    ...{ kind: 'per cent', rule: 'typed far', severity: 'warning', sentence: '', about: '1' },
    place: { scenario, line: of, quarter },
  })
  return { id, about: '1', reason: 'So it is', at: '2025-11-25T12:00:00.000Z' }
}

const expanded = amountLineId(commitment())

const waivers = [
  waiver('base', 'id 1', '2025-09'),
  waiver('base', '1', null),
  waiver('bull', 'id 1', null),
  waiver('bull', 'costs', '2025-09'),
  waiver('base', 'costs', null),
  waiver('base', expanded, '2025-09'),
]

const model: Model = sample({
  lines: [line('id 1', { key: 'one' }), line('1', { key: 'other' }), line('costs'), line('revenue')],
  scenarios: [
    { id: 'base', name: 'Base', parent: null, colour: 'blue', formulas: new Map() },
    { id: 'bull', name: 'Bull', parent: 'base', colour: 'green', formulas: new Map() },
  ],
  commitments: [commitment({ otherReadings: [] })],
  rows: new Map(),
  waivers,
})

const leftBy = (edits: readonly Edit[]): readonly Waiver[] => settled(applyEdits(model, edits)).waivers

test('[PB12] what was waived on a line goes with the line, in every scenario and in the same step; undo brings it back', () => {
  const edits = lineRemoval(model, 'id 1')
  expect(leftBy(edits)).toEqual(waivers.filter((_, at) => at !== 0 && at !== 2))
  // `1` is another line than `id 1`.
  expect(leftBy(lineRemoval(model, '1'))).toEqual(waivers.filter((_, at) => at !== 1))
  const { model: without, inverse } = settled(applyReversibly(model, edits))
  expect(settled(applyEdits(without, inverse))).toEqual(model)
})

test('[PB12] what was waived in a scenario goes with the scenario', () => {
  expect(leftBy(removalEdits(model, 'bull'))).toEqual(waivers.filter((_, at) => at !== 2 && at !== 3))
})

test('[PB12] what was waived on the lines of a commitment goes with the commitment', () => {
  expect(leftBy(commitmentRemoval(model, commitment({ otherReadings: [] })))).toEqual(waivers.slice(0, 5))
})
