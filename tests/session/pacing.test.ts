// The Pacing screen's sentences, cards and file, against the figures of issue E and of the shared example.

import { describe, expect, test } from 'vitest'
import { pacingOf } from '#analysis/pacing.ts'
import { flatVerdictOf } from '#analysis/pacingWords.ts'
import { present } from '#base/assert.ts'
import { calculate } from '#engine/calculate.ts'
import type { Commitment } from '#model/commitment.ts'
import type { Model } from '#model/model.ts'
import { applySoundly } from '#model/soundness.ts'
import { firstView } from '#model/view.ts'
import { pacedReadings, pacedScenarios, pacingChoiceOf, type PacingChoice } from '#session/pacingChoice.ts'
import { ownTerms, reachedText } from '#session/pacingOwn.ts'
import { pacingTable } from '#session/pacingTable.ts'
import { endsText, projectionCards, readingsText, standingCards, standingText } from '#session/pacingText.ts'
import { example } from '../examples/alibaba.ts'
import { settled } from '../model/sample.ts'
import { withCapex } from '../support/commitmentModel.ts'

const chosen = (model: Model, more: Partial<PacingChoice> = {}): PacingChoice => ({
  ...present(pacingChoiceOf(calculate(model), firstView(model).pacing, 'base'), 'a choice'),
  ...more,
})

const pacingIn = (model: Model, more: Partial<PacingChoice> = {}, scenario = 'base') => {
  const { commitment, reading, asOf } = chosen(model, more)
  return { commitment, pacing: pacingOf(calculate(model), commitment, reading, scenario, asOf) }
}

const as = (kind: Commitment['kind']): Model => ({
  ...example,
  commitments: example.commitments.map((commitment) => ({ ...commitment, kind })),
})

describe('a stranger reads in ten seconds', () => {
  const results = calculate(example)
  const choice = chosen(example)

  test('[P15] whether it is on course, in every scenario', () => {
    const paced = pacedScenarios(results, choice)
    expect(endsText(example, choice.commitment, paced)).toBe('Base and Bull are on course; Bear is short.')
    expect(endsText(as('cap'), { ...choice.commitment, kind: 'cap' }, paced)).toBe(
      'Bear stays inside; Base and Bull breach it.',
    )
  })

  test('[P15] where it stands now, in money and in quarters', () => {
    expect(standingText(example, choice.commitment, pacingIn(example).pacing)).toBe(
      'At FY26 Q2 70.177 bn of 380 bn are counted, 6.844 bn and 0.216 quarters ahead of plan.',
    )
  })

  test('[P15] on which reading it is behind', () => {
    expect(readingsText(choice.commitment, 'Base', pacedReadings(results, choice, 'base'))).toEqual({
      tone: 'bad',
      sentence:
        'In Base it is behind plan on 2 of 4 readings: Total capex from FY25 Q4 (−0.211 bn) and 95 % of capex from FY25 Q4 (−4.950 bn).',
    })
  })
})

describe('the cards', () => {
  test('[P14] what stands now: the figures with their words', () => {
    const { commitment, pacing } = pacingIn(example)
    expect(standingCards(commitment, pacing).map(({ name, value, sentence }) => [name, value, sentence])).toEqual([
      ['Counted', '70.177 bn', '2 of 12 quarters elapsed'],
      ['Planned', '63.333 bn', 'on a straight plan'],
      ['Ahead of plan', '+6.844 bn', 'SPI 1.108'],
      ['Ahead of plan, in time', '+0.216 quarters', 'earned schedule 2.216, SPI(t) 1.108'],
      ['Required a quarter', '30.982 bn', '0.979 × the last four quarters’ mean'],
      ['Mean of the last four quarters', '31.641 bn', 'a quarter'],
    ])
  })

  test('[P13] after the last actual it is projected; a cap is over plan and never ahead', () => {
    const { commitment, pacing } = pacingIn(as('cap'), { asOf: '2025-12' })
    // 70.177 + 32 counted, 380 · 3/12 planned.
    expect(
      standingCards(commitment, pacing)
        .map(({ name, value }) => [name, value])
        .slice(0, 3),
    ).toEqual([
      ['Projected', '102.177 bn'],
      ['Planned', '95.000 bn'],
      ['Over plan', '+7.177 bn'],
    ])
  })

  test('[P11] two projections side by side', () => {
    const { commitment, pacing } = pacingIn(example)
    expect(projectionCards(example, commitment, pacing).map(({ verdict, figures }) => [verdict.word, figures])).toEqual(
      [
        ['on course', '420.568 bn by FY28 Q4'],
        ['on course', '386.587 bn by FY28 Q4'],
      ],
    )
  })
})

describe('[P11] the last four quarters’ mean held flat', () => {
  test('a floor completes after 11.792 of 12, in FY28 Q4', () => {
    const { commitment, pacing } = pacingIn(example)
    expect(flatVerdictOf(example, commitment, pacing).sentence).toBe(
      'At 31.641 bn a quarter: 386.587 bn by FY28 Q4, complete after 11.792 of 12 quarters, in FY28 Q4, 0.208 quarters early.',
    )
  })

  test('a cap is breached in FY28 Q4 by 6.587', () => {
    const { commitment, pacing } = pacingIn(as('cap'))
    expect(flatVerdictOf(example, commitment, pacing)).toMatchObject({
      word: 'breached',
      sentence: 'At 31.641 bn a quarter: 386.587 bn by FY28 Q4, 6.587 bn over the cap, which is breached in FY28 Q4.',
    })
  })

  test('never, only where the mean is not above 0', () => {
    const { commitment, pacing } = pacingIn({ ...withCapex('10 10 -10 -10 -10 -10'), lastActual: '2026-03' })
    expect(pacing.mean).toBe(0)
    expect(flatVerdictOf(example, commitment, pacing)).toMatchObject({ word: 'never', tone: 'bad' })
  })
})

describe('words for what is not the usual case', () => {
  const base = example.commitments[0]
  const as_ = (change: Partial<Commitment>): Model => ({
    ...example,
    commitments: base === undefined ? [] : [{ ...base, ...change }],
  })

  test('[P15] a plan typed for some readings only: the others cannot be told', () => {
    const quarters = ['2025-06', '2025-09'] as const
    const typed = settled(
      applySoundly(as_({ plan: 'typed' }), [
        ...quarters.map(
          (quarter) => ({ kind: 'enter', scenario: 'base', quarter, line: 'ai_capex.typed', entry: 30000 }) as const,
        ),
      ]),
    )
    const results = calculate(typed)
    // 70.177 and 66.668 counted against 60; from FY25 Q4 on the plan has a gap in its first quarter.
    expect(readingsText(chosen(typed).commitment, 'Base', pacedReadings(results, chosen(typed), 'base'))).toEqual({
      tone: 'unknown',
      sentence:
        'In Base it is not behind plan on any of 2 readings. It cannot be told of Total capex from FY25 Q4 and 95 % of capex from FY25 Q4.',
    })
  })

  test('[P8] [P15] a floor that is met is met both ways, and how far ahead is told at least', () => {
    const { commitment, pacing } = pacingIn(as_({ amount: 60000 }))
    expect(standingText(example, commitment, pacing)).toBe(
      'At FY26 Q2 70.177 bn are counted, so all 60 bn are met, 60.177 bn and at least 10.000 quarters ahead of plan.',
    )
    expect(projectionCards(example, commitment, pacing).map(({ verdict }) => verdict.word)).toEqual(['met', 'met'])
    expect(endsText(example, commitment, [{ scenario: present(example.scenarios[0], 'Base'), pacing }])).toBe(
      'Base has met it.',
    )
  })

  test('[P15] a window that has not begun says so', () => {
    const { commitment, pacing } = pacingIn(as_({ reading: { ...present(base, 'one').reading, delay: 4 } }))
    expect(standingText(example, commitment, pacing)).toBe(
      'The window has not begun at FY26 Q2: it runs from FY27 Q1 to FY29 Q4.',
    )
    expect(standingCards(commitment, pacing)[0]?.sentence).toBe('the window has not begun')
  })

  test('[P11] where the count lacks, it is not the mean that is to blame', () => {
    const { commitment, pacing } = pacingIn(as_({ reading: { ...present(base, 'one').reading, first: '2021-12' } }))
    expect(flatVerdictOf(example, commitment, pacing).sentence).toBe(
      'What is counted has no value at FY25 Q2, so there is nothing to go on from.',
    )
  })

  test('[P13] nothing is required of a cap, and it is used up before its end', () => {
    const { commitment, pacing } = pacingIn(as('cap'))
    expect(standingCards(commitment, pacing)[4]?.name).toBe('Left for each quarter')
    expect(reachedText(commitment, pacing)).toBe('1.062 before its end')
    expect(reachedText(commitment, pacingIn(as('cap'), {}, 'bear').pacing)).toBe('')
  })
})

test('[P2] [P14] a scenario that holds the commitment to other terms says which', () => {
  const model = settled(
    applySoundly(example, [
      { kind: 'formula', scenario: 'bear', line: 'ai_capex.amount', formula: '300000' },
      { kind: 'formula', scenario: 'bear', line: 'ai_capex.delay', formula: '1' },
      { kind: 'formula', scenario: 'bear', line: 'ai_capex.quarters', formula: '10' },
      { kind: 'formula', scenario: 'bear', line: 'ai_capex.plan', formula: '3' },
    ]),
  )
  const choice = chosen(model)
  const paced = pacedScenarios(calculate(model), choice)
  const own = (at: number): string =>
    ownTerms(model, choice.commitment, choice.reading, present(paced[at], 'one'), present(paced[0], 'Base').pacing)
  expect([own(0), own(1)]).toEqual(['', ''])
  expect(own(2)).toBe('of 300 bn, FY26 Q2 to FY28 Q3, back-loaded')
})

test('[P16] what is chosen falls back where it is gone, and quarters outside the window are not offered', () => {
  const results = calculate(example)
  const choice = pacingChoiceOf(results, { commitment: 'gone', reading: 'gone', asOf: '2024-06' }, 'base')
  expect([choice?.commitment.id, choice?.reading.id, choice?.asOf]).toEqual(['ai_capex', 'main', null])
  expect([choice?.quarters[0], choice?.quarters.at(-1)]).toEqual(['2025-06', '2028-03'])
  expect(pacingChoiceOf(calculate({ ...example, commitments: [] }), firstView(example).pacing, 'base')).toBeNull()
})

test('[P17] the file has every reading in every scenario', () => {
  const { fields, rows } = pacingTable(calculate(example), chosen(example))
  const cell = (row: number, field: string) => rows[row]?.[fields.indexOf(field)]
  expect(rows).toHaveLength(4 * 3)
  expect([cell(0, 'reading'), cell(0, 'scenario'), cell(0, 'forecast_quarter'), cell(0, 'forecast_verdict')]).toEqual([
    'Total capex from FY26 Q1',
    'Base',
    'FY28 Q3',
    'on course',
  ])
  expect(cell(0, 'counted')).toBe(70177)
  expect(Number(cell(0, 'forecast_late'))).toBeCloseTo(-1.062, 3)
  // Bear, total capex from FY25 Q4: counted from a quarter earlier.
  expect([cell(9, 'scenario'), cell(9, 'reading')]).toEqual(['Bear', 'Total capex from FY25 Q4'])
  expect(Number(cell(9, 'ahead')) / 1000).toBeCloseTo(-0.211, 3)
  // Bear never gets there in the timeline: what the screen says of it is in the file, too.
  expect([cell(8, 'afterwards_by'), Number(cell(8, 'afterwards_late')).toFixed(3)]).toEqual(['mean', '2.232'])
  expect([cell(0, 'afterwards_by'), cell(0, 'afterwards_late')]).toEqual(['', null])
})
