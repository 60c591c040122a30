// What must hold between the parts of a model.

import { expect, test } from 'vitest'
import type { Model } from '#model/model.ts'
import { applySoundly, modelFault } from '#model/soundness.ts'
import { commitment, line, rowsWith, sample, sentenceOf, settled, textOf } from './sample.ts'

const scenario = (id: string, parent: string | null): Model['scenarios'][number] => ({
  id,
  name: id,
  parent,
  colour: 'blue',
  formulas: new Map(),
})

const waiver = (id: string): Model['waivers'][number] => ({ id, about: '5', reason: 'as filed', at: '2026-01-31' })

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
  [
    { rows: rowsWith([['base', '2025-06', 'gone', 1]]) },
    'something is typed in 2025-06 on a line “gone” that does not exist.',
  ],
  [
    { rows: rowsWith([['bull', '2025-06', 'gone', null, { text: 'why', source: null }]]) },
    'something is typed in 2025-06 on a line “gone” that does not exist.',
  ],
  [{ rows: rowsWith([['bull', '2025-06', 'fade', 1]]) }, 'a number is typed in 2025-06 on the constant “fade”.'],
  [
    { rows: rowsWith([['base', '2025-06', 'plan.amount', 1]]) },
    'a number is typed in 2025-06 on the constant “plan.amount”.',
  ],
  [{ rows: rowsWith([['base', '2025-06', 'costs', 'release']]) }, 'its root has a release in 2025-06.'],
  [
    { scenarios: [base, { ...scenario('x', 'base'), formulas: new Map([['gone', '1']]) }] },
    'the scenario “x” has a formula for a line “gone” that does not exist.',
  ],
  [{ commitments: [commitment({ amount: 0 })] }, '“0” is not an amount: type a number above 0.'],
  [{ commitments: [commitment({ amount: -1 })] }, 'of the commitment “Plan” “-1” is not an amount'],
  [{ commitments: [commitment({ amount: NaN })] }, '“NaN” is not an amount'],
  [
    { commitments: [commitment({ otherReadings: [{ ...commitment().reading, id: '95% of it' }] })] },
    'the reading “Revenue” has an id “95% of it” that cannot be part of a key.',
  ],
  [
    { commitments: [commitment({ reading: { ...commitment().reading, quarters: 401 } })] },
    '“401” is not a length: type a whole number of quarters from 1 to 400.',
  ],
  [
    { commitments: [commitment({ reading: { ...commitment().reading, first: '2025-07' } })] },
    '“Revenue” begins in 2025-07, which is no fiscal quarter.',
  ],
  [
    {
      lines: [
        line('sales', {
          breaks: [
            { quarter: '2025-09', reason: 'recast' },
            { quarter: '2025-09', reason: '' },
          ],
        }),
      ],
    },
    'the series of “Line sales” breaks twice in 2025-09.',
  ],
  [{ waivers: [waiver('gap'), waiver('gap')] }, '“gap” stands for two things.'],
])('[D4] %j: %s', (more, sentence) => {
  expect(modelFault(sample({ rows: new Map(), ...more }))).toContain(sentence)
})

test('[E3] an edit that would leave the model unsound is refused in a sentence, and nothing changes', () => {
  const model = sample()
  const before = textOf(model)
  const typed = { kind: 'enter', scenario: 'base', quarter: '2025-12', line: 'costs', entry: 5 } as const
  expect(sentenceOf(applySoundly(model, [typed, { ...typed, line: 'fade' }]))).toBe(
    'This cannot be done: a number is typed in 2025-12 on the constant “fade”.',
  )
  expect(sentenceOf(applySoundly(model, [{ kind: 'change model', change: { lastActual: '2027-03' } }]))).toBe(
    'This cannot be done: its last actual lies outside its timeline.',
  )
  expect(sentenceOf(applySoundly(model, [{ ...typed, line: 'gone' }]))).toBe('The line of this cell no longer exists.')
  expect(textOf(model)).toBe(before)
  expect(
    settled(applySoundly(model, [typed]))
      .rows.get('base')
      ?.get('2025-12')
      ?.entries.get('costs'),
  ).toBe(5)
})
