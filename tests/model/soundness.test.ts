// What must hold between the parts of a model.

import { expect, test } from 'vitest'
import type { Model } from '#model/model.ts'
import { modelFault } from '#model/soundness.ts'
import { commitment, line, rowsWith, sample } from './sample.ts'

const scenario = (id: string, parent: string | null): Model['scenarios'][number] => ({
  id,
  name: id,
  parent,
  colour: 'blue',
  formulas: new Map(),
})

const base = scenario('base', null)

test('[D4] the sample is sound, a century of quarters too', () => {
  expect(modelFault(sample())).toBeNull()
  expect(modelFault(sample({ timeline: { first: '2025-06', last: '2125-03' } }))).toBeNull()
})

test.each<[Partial<Model>, string]>([
  [
    { timeline: { first: '2025-05', last: '2026-11' } },
    'its timeline does not begin and end with quarters of its fiscal',
  ],
  [
    { timeline: { first: '2025-06', last: '2026-11' } },
    'its timeline does not begin and end with quarters of its fiscal',
  ],
  [{ timeline: { first: '2025-06', last: '2025-03' } }, 'its timeline has 0 quarters; from 1 to 400 are possible.'],
  [{ timeline: { first: '2025-06', last: '2125-06' } }, 'its timeline has 401 quarters; from 1 to 400 are possible.'],
  [{ lastActual: '2027-03' }, 'its last actual lies outside its timeline.'],
  [{ lastActual: '2025-10' }, 'its last actual lies outside its timeline.'],
  [{ lines: [line('x', { section: 'Nowhere' })] }, '“Line x” is in a section “Nowhere” that the model does not list.'],
  [{ commitments: [commitment({ section: 'Gone' })] }, '“Plan” is in a section “Gone” that the model does not list.'],
  [{ lines: [line('a', { key: 'x' }), line('b', { key: 'x' })] }, '“x” stands for two things.'],
  [{ lines: [line('a', { key: 'plan_counted' })] }, '“plan_counted” stands for two things.'],
  [{ lines: [line('a'), line('a', { key: 'b' })] }, '“a” stands for two things.'],
  [{ commitments: [commitment(), commitment({ key: 'other' })] }, '“plan.amount” stands for two things.'],
  [{ scenarios: [base, scenario('x', 'base'), scenario('x', 'base')] }, '“x” stands for two things.'],
  [{ sections: ['Reported', 'Drivers', 'Pacing', 'Drivers'] }, '“Drivers” stands for two things.'],
  [{ scenarios: [] }, 'its first scenario is not a root.'],
  [{ scenarios: [scenario('base', 'base')] }, 'its first scenario is not a root.'],
  [{ scenarios: [base, scenario('x', null)] }, 'the scenario “x” does not stand after its parent.'],
  [{ scenarios: [base, scenario('x', 'x')] }, 'the scenario “x” does not stand after its parent.'],
  [
    { scenarios: [base, scenario('x', 'y'), scenario('y', 'base')] },
    'the scenario “x” does not stand after its parent.',
  ],
  [
    { scenarios: [{ ...base, formulas: new Map([['costs', '1']]) }] },
    'its root has formulas of its own; they belong to the lines.',
  ],
  [
    { rows: rowsWith([['gone', '2025-06', 'costs', 1]]) },
    'numbers are typed in a scenario “gone” that does not exist.',
  ],
  [{ rows: rowsWith([['base', '2024-06', 'costs', 1]]) }, 'numbers are typed in 2024-06, outside its timeline.'],
])('[D4] %j: %s', (more, sentence) => {
  expect(modelFault(sample({ rows: new Map(), ...more }))).toContain(sentence)
})
