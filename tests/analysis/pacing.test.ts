// Pacing in words: the example's ends, and small commitments at the edges.

import { describe, expect, test } from 'vitest'
import { burnUpOf } from '#analysis/burnUp.ts'
import { pacingOf } from '#analysis/pacing.ts'
import { standingOf, verdictOf } from '#analysis/pacingWords.ts'
import { present } from '#base/assert.ts'
import { calculate } from '#engine/calculate.ts'
import type { Commitment } from '#model/commitment.ts'
import type { Model } from '#model/model.ts'
import { example } from '../examples/alibaba.ts'
import { withCapex } from '../support/commitmentModel.ts'

const of = (model: Model, scenario = 'base', kind?: Commitment['kind']) => {
  const held = present(model.commitments[0], 'a commitment')
  const commitment = kind === undefined ? held : { ...held, kind }
  const pacing = pacingOf(calculate(model), commitment, commitment.reading, scenario)
  return { pacing, verdict: verdictOf(model, commitment, pacing) }
}

describe('the example', () => {
  test.each([
    [
      'base',
      undefined,
      'good',
      'on course',
      'FY28 Q3',
      'Completes in FY28 Q3, after 10.938 of 12 quarters: 1.062 quarters early.',
    ],
    [
      'bull',
      undefined,
      'good',
      'on course',
      'FY28 Q2',
      'Completes in FY28 Q2, after 9.767 of 12 quarters: 2.233 quarters early.',
    ],
    [
      'bear',
      undefined,
      'bad',
      'short',
      'short 53.725',
      'Not by FY28 Q4: short by 53.725 bn; at its last four quarters’ mean, 2.232 quarters late.',
    ],
    [
      'base',
      'target',
      'good',
      'on course',
      'FY28 Q3',
      'Completes in FY28 Q3, after 10.938 of 12 quarters: 1.062 quarters early.',
    ],
    [
      'base',
      'cap',
      'bad',
      'breached',
      'breached FY28 Q3',
      'Breached in FY28 Q3, after 10.938 of 12 quarters; over by 40.568 bn at FY28 Q4.',
    ],
    ['bear', 'cap', 'good', 'inside', 'inside', 'Inside the cap by 53.725 bn at FY28 Q4.'],
  ] as const)('[P8] in %s, read as %s, ends %s', (scenario, kind, tone, word, outcome, sentence) => {
    expect(of(example, scenario, kind).verdict).toEqual({ tone, word, outcome, sentence })
  })

  test('[P8] the standing is told at the last actual', () => {
    const { pacing } = of(example)
    expect(pacing.asOf).toBe('2025-09')
    expect(pacing.counted / 1000).toBeCloseTo(70.177, 3)
    expect(pacing.required / 1000).toBeCloseTo(30.982, 3)
    expect(pacing.forecast.total / 1000).toBeCloseTo(420.568, 3)
    expect(pacing.forecast.completion?.quarter).toBe('2027-12')
  })
})

test('[P8] reached on the last day of the window', () => {
  const { pacing, verdict } = of(withCapex('100 100 150 150 150 150'))
  expect(pacing.forecast.completion).toEqual({ quarters: 4, quarter: '2026-03' })
  expect(verdict.sentence).toBe('Completes in FY26 Q4, after 4.000 of 4 quarters: on its last day.')
})

test('[P8] reached in its first quarter', () => {
  expect(of(withCapex('100 100', { amount: 25, reading: reading(2) })).pacing.forecast.completion).toEqual({
    quarters: 0.25,
    quarter: '2025-06',
  })
})

test('[P6] [P8] reached after the window it is not reached by its end', () => {
  // 550 after five quarters at 100 a quarter, and half of the sixth.
  const { pacing, verdict } = of(withCapex('100 100 100 100 100 100', { amount: 550 }))
  expect(pacing.forecast.completion).toBeNull()
  expect(verdict).toMatchObject({
    word: 'short',
    sentence: 'Not by FY26 Q4: short by 0.150 bn; it completes in FY27 Q2, 1.500 quarters late.',
  })
})

describe('how it stands against the plan', () => {
  const standing = (kind: Commitment['kind'], capex: string) => {
    const model = withCapex(capex, { kind })
    return standingOf(present(model.commitments[0], 'the commitment'), of(model).pacing)
  }

  // 500 over four quarters plans 250 by FY26 Q2.
  test.each([
    ['floor', '100 151', 'good', 'Ahead of plan'],
    ['target', '100 150', 'good', 'On plan'],
    ['floor', '100 149', 'bad', 'Behind plan'],
    ['target', '100 149', 'bad', 'Behind plan'],
    ['cap', '100 151', 'bad', 'Over plan'],
    ['cap', '100 150', 'good', 'On plan'],
    ['cap', '100 149', 'good', 'Under plan'],
    ['floor', '100', 'unknown', 'Against plan'],
    ['cap', '100', 'unknown', 'Against plan'],
  ] as const)('[P8] a %s with %s counted is %s: %s', (kind, capex, tone, word) => {
    expect(standing(kind, capex)).toEqual({ tone, word })
  })
})

test('[P8] a cap that is used up to the last is inside, and a hair late is late', () => {
  expect(of(withCapex('100 100 150 150'), 'base', 'cap').verdict).toMatchObject({
    word: 'inside',
    sentence: 'Inside the cap: used up in FY26 Q4, after 4.000 of 4 quarters, and no more by FY26 Q4.',
  })
  expect(of(withCapex('100 100 150 150.1'), 'base', 'cap').verdict.word).toBe('breached')
  // 0.01 of the fifth quarter's 100 are left to go.
  expect(of(withCapex('100 100 150 149.99 100')).verdict.sentence).toContain(
    'it completes in FY27 Q1, less than 0.001 quarters late.',
  )
})

test('[P8] what comes after the window does not complete it', () => {
  const { pacing, verdict } = of(withCapex('100 100 100 100 100 100'))
  expect(pacing.forecast.total).toBe(400)
  expect(verdict.sentence).toBe('Not by FY26 Q4: short by 0.100 bn; it completes in FY27 Q1, 1 quarter late.')
})

test('[P8] a window that goes beyond the timeline is still open at its end', () => {
  const { pacing, verdict } = of(withCapex('10 10 10 10 10 10', { reading: reading(12) }))
  expect(pacing.end).toBe('2026-09')
  expect(pacing.forecast.shortfall).toBe(440)
  expect(verdict).toEqual({
    tone: 'unknown',
    word: 'open',
    outcome: 'short 0.440',
    sentence:
      '0.440 bn are missing at FY27 Q2, where the timeline ends; the window runs to FY28 Q4. At its last four quarters’ mean it completes in FY38 Q2, 38.000 quarters late.',
  })
})

test('[P8] where something is empty there is no verdict', () => {
  expect(of(withCapex('100 . 150 150')).verdict).toEqual({
    tone: 'unknown',
    word: 'no value',
    outcome: 'no value',
    sentence: 'What is counted by FY26 Q4 has no value: something it needs is empty.',
  })
})

test('[P8] after the window the standing is told at its last quarter', () => {
  const model = { ...withCapex('100 100 150 150 150 150'), lastActual: '2026-09' } as const
  const { pacing } = of(model)
  expect([pacing.asOf, pacing.counted, pacing.planned]).toEqual(['2026-03', 500, 500])
  expect(pacing.required).toBeNaN()
})

const burnOf = (model: Model) => {
  const commitment = present(model.commitments[0], 'one')
  return burnUpOf(calculate(model), commitment, commitment.reading, 'base')
}

test('[P7] the burn-up begins at nothing the quarter before the window', () => {
  const model = withCapex('100 100 150 150 150 150', {}, 'bull:\n capex . . 200 200')
  const { amount, series, ...rest } = burnOf(model)
  expect(amount).toBe(500)
  expect(rest).toEqual({
    quarters: ['2025-03', '2025-06', '2025-09', '2025-12', '2026-03'],
    planned: [0, 125, 250, 375, 500],
    lastActual: 2,
  })
  expect(series.map(({ scenario, counted, completesAt }) => [scenario.id, counted, completesAt])).toEqual([
    ['base', [0, 100, 200, 350, 500], 4],
    ['bull', [0, 100, 200, 400, 600], 4],
  ])
})

function reading(quarters: number): Commitment['reading'] {
  return { id: 'main', name: 'All of it', counts: 'capex', first: '2025-06', delay: 0, quarters }
}
