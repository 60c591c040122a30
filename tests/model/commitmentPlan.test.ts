// Plans and what follows from them: the figures of issue E, worked by hand there, on the example and on small commitments.

import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import type { Commitment, PlanShape } from '#model/commitment.ts'
import type { Model } from '#model/model.ts'
import { applySoundly } from '#model/soundness.ts'
import type { Edit } from '#model/edit.ts'
import { example } from '../examples/alibaba.ts'
import { promise, withCapex } from '../support/commitmentModel.ts'
import { sentenceOf, settled } from './sample.ts'

const planned = (plan: PlanShape): Model => ({
  ...example,
  commitments: example.commitments.map((commitment) => ({ ...commitment, plan })),
})

const at = (model: Model, part: string, quarter: `${number}-${number}`, scenario = 'base'): number =>
  calculate(model).valueOf(scenario, `ai_capex.${part}`, quarter)

describe('380 bn over FY26 Q1 to FY28 Q4, at the example’s last actual', () => {
  test.each([
    // plan, planned (bn), SPI, earned schedule, SPI(t)
    ['straight', 63.333, 1.108, 2.216, 1.108],
    ['S-curve', 28.148, 2.493, 3.276, 1.638],
    ['front-loaded', 112.051, 0.626, 1.219, 0.609],
    ['back-loaded', 14.615, 4.802, 4.881, 2.44],
  ] as const)('[P4] [P9] [P10] planned on a plan that is %s', (plan, money, spi, earned, spiT) => {
    const model = planned(plan)
    expect(at(model, 'planned', '2025-09') / 1000).toBeCloseTo(money, 3)
    expect(at(model, 'spi', '2025-09')).toBeCloseTo(spi, 3)
    expect(at(model, 'earned', '2025-09')).toBeCloseTo(earned, 3)
    expect(at(model, 'spi_t', '2025-09')).toBeCloseTo(spiT, 3)
    // Whatever the plan, it is all planned in the end.
    expect(at(model, 'planned', '2028-03')).toBe(380000)
  })

  test('[P10] ahead by 6.844 bn and 0.216 quarters', () => {
    expect(at(example, 'ahead', '2025-09') / 1000).toBeCloseTo(6.844, 3)
    expect(at(example, 'ahead_quarters', '2025-09')).toBeCloseTo(0.216, 3)
  })

  test('[P5] [P11] required 30.982 bn a quarter is 0.979 of the mean of 31.641; held flat, that completes after 11.792', () => {
    expect(at(example, 'required', '2025-09') / 1000).toBeCloseTo(30.982, 3)
    expect(at(example, 'mean', '2025-09') / 1000).toBeCloseTo(31.641, 3)
    expect(at(example, 'required_multiple', '2025-09')).toBeCloseTo(0.979, 3)
    expect(at(example, 'mean_total', '2025-09') / 1000).toBeCloseTo(386.587, 3)
    expect(at(example, 'mean_completion', '2025-09')).toBeCloseTo(11.792, 3)
  })

  test('[P6] [P11] early or late is completion less length: 1.062 and 2.233 early; Bear 2.232 late at its last mean', () => {
    expect(at(example, 'late', '2028-03')).toBeCloseTo(-1.062, 3)
    expect(at(example, 'late', '2028-03', 'bull')).toBeCloseTo(-2.233, 3)
    expect(at(example, 'late', '2028-03', 'bear')).toBeNaN()
    expect(at(example, 'mean_completion', '2028-03', 'bear') - 12).toBeCloseTo(2.232, 3)
  })
})

/** What the press reads: 120 of 380 in the first four of twelve quarters; then 30 a quarter. In bn. */
const press = (more: Partial<Commitment> = {}): Model =>
  withCapex('30 30 30 30 30 30', { amount: 380, reading: { ...promise().reading, quarters: 12 }, ...more })

describe('the press’s own reading', () => {
  const results = calculate({ ...press(), lastActual: '2026-03' })
  const of = (part: string): number => results.valueOf('base', `plan.${part}`, '2026-03')

  test('[P4] [P9] [P10] 6.667 bn and 0.211 quarters behind, index 0.947', () => {
    expect(of('planned')).toBeCloseTo(126.667, 3)
    expect(of('ahead')).toBeCloseTo(-6.667, 3)
    expect(of('ahead_quarters')).toBeCloseTo(-0.211, 3)
    expect([of('spi'), of('spi_t')].map((index) => index.toFixed(3))).toEqual(['0.947', '0.947'])
  })

  test('[P5] [P11] 32.5 a quarter are required; at 30 it is 0.667 late', () => {
    expect(of('required')).toBe(32.5)
    expect(of('mean_completion') - 12).toBeCloseTo(0.667, 3)
  })
})

describe('[P4] a plan typed by quarter', () => {
  const typed: readonly Edit[] = [
    { kind: 'formula', scenario: 'base', line: 'plan.plan', formula: '5' },
    ...([50, 0, 150, 300] as const).map((entry, at): Edit => ({
      ...{ kind: 'enter', scenario: 'base', line: 'plan.typed', entry },
      quarter: (['2025-06', '2025-09', '2025-12', '2026-03'] as const)[at] ?? '2025-06',
    })),
  ]
  const model = settled(applySoundly(withCapex('100 100 150 150 150 150'), typed))
  const results = calculate(model)
  const column = (part: string): readonly number[] =>
    (['2025-06', '2025-09', '2025-12', '2026-03', '2026-06'] as const).map((quarter) =>
      results.valueOf('base', `plan.${part}`, quarter),
    )

  test('adds up what is typed in the window, and stands still after it', () => {
    expect(column('planned')).toEqual([50, 50, 200, 500, 500])
    expect(column('ahead')).toEqual([50, 150, 150, 0, 150])
  })

  test('[P10] the earned schedule passes a quarter with nothing planned in it', () => {
    // 100: the first 50, nothing in the second, 50 of the third’s 150. 350: 150 of the fourth’s 300.
    expect(column('earned')[0]).toBeCloseTo(2 + 50 / 150, 12)
    expect(column('earned')[2]).toBeCloseTo(3.5, 12)
    expect(column('earned').slice(3)).toEqual([4, 4])
  })

  test('[P12] a quarter of the window that is not typed leaves the plan without a value from there on', () => {
    const gap = settled(applySoundly(model, [{ ...typed[3], entry: null } as Edit]))
    const after = calculate(gap)
    expect(after.valueOf('base', 'plan.planned', '2025-09')).toBe(50)
    expect(after.valueOf('base', 'plan.planned', '2025-12')).toBeNaN()
    expect(after.reasonOf('base', 'plan.planned', '2025-12')?.sentence).toContain('plan_typed')
  })
})

describe('[P2] amount, plan, start and length are a scenario’s own, like any constant', () => {
  const own = (line: string, formula: string): Edit => ({ kind: 'formula', scenario: 'bull', line, formula })
  const model = withCapex('100 100 150 150 150 150', {}, 'bull:')
  const with_ = (...edits: readonly Edit[]) => calculate(settled(applySoundly(model, edits)))

  test('a start one quarter later and a window of two', () => {
    const results = with_(own('plan.delay', '1'), own('plan.quarters', '2'))
    expect(
      ['2025-06', '2025-09', '2025-12', '2026-03'].map((q) => results.valueOf('bull', 'plan.counted', q as '2025-06')),
    ).toEqual([0, 100, 250, 400])
    expect(results.valueOf('bull', 'plan.planned', '2025-09')).toBe(250)
    expect(results.valueOf('base', 'plan.planned', '2025-09')).toBe(250)
    expect(results.valueOf('base', 'plan.planned', '2025-06')).toBe(125)
    expect(results.valueOf('bull', 'plan.planned', '2025-06')).toBe(0)
  })

  test('another plan, another amount, another line that counts', () => {
    const results = with_(own('plan.plan', '3'), own('plan.amount', '1000'), own('plan.counting', '2 * capex'))
    // Back-loaded over four quarters: 1 of 10, then 2 more.
    expect(results.valueOf('bull', 'plan.planned', '2025-06')).toBe(100)
    expect(results.valueOf('bull', 'plan.planned', '2025-09')).toBe(300)
    expect(results.valueOf('bull', 'plan.counted', '2025-09')).toBe(400)
  })

  test.each([
    ['plan.plan', '6', '“6” is not a plan’s number: type 1 straight, 2 front-loaded'],
    ['plan.delay', '0.5', '“0.5” is not a start: type a whole number of quarters'],
    ['plan.quarters', '0', '“0” is not a length: type a whole number of quarters from 1'],
    ['plan.amount', '-1', '“-1” is not an amount: type a number above 0.'],
  ])('%s refuses %s, in Base and in a scenario', (line, formula, sentence) => {
    expect(sentenceOf(applySoundly(model, [{ ...own(line, formula), scenario: 'base' } as Edit]))).toContain(sentence)
    expect(sentenceOf(applySoundly(model, [own(line, formula)]))).toContain(sentence)
  })

  test('what is typed in Base is the commitment’s own', () => {
    const edit = (line: string, formula: string): Edit => ({ kind: 'formula', scenario: 'base', line, formula })
    const changed = settled(
      applySoundly(model, [edit('plan.plan', '4'), edit('plan.delay', '-1'), edit('plan.counting', '3 * capex')]),
    )
    expect(changed.commitments[0]).toMatchObject({ plan: 'S-curve', reading: { delay: -1, counts: '3 * capex' } })
    expect(sentenceOf(applySoundly(model, [edit('plan.counted', '1')]))).toContain('comes from its commitment')
  })
})

test('[P1] the lines of the example have no problem and no doubt', () => {
  const results = calculate(example)
  expect(results.problems).toEqual([])
  expect(results.warnings).toEqual([])
})

test('[P10] where the plan runs on past the timeline and more is counted than it plans by then, there is no earned schedule', () => {
  // 12 of 12 quarters plan 380; the timeline ends after six, at 190.
  const results = calculate(press({ amount: 200 }))
  expect(results.valueOf('base', 'plan.counted', '2026-09')).toBe(180)
  expect(results.valueOf('base', 'plan.earned', '2026-09')).toBeNaN()
  expect(results.reasonOf('base', 'plan.earned', '2026-09')?.sentence).toMatch(/plan/)
})
