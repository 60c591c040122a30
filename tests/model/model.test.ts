import { expect, test } from 'vitest'
import { allLines, ancestry, baseOf, isBase, isExpanded, isReported, lineOf } from '#model/model.ts'
import { commitment, line, sample } from './sample.ts'

test('[D5] lines stand by section, in each as listed, and a commitment’s after its section’s own', () => {
  const keys = allLines(sample()).map(({ key }) => key)
  // What stands in the commitment's section, then what that is worked out through, then the other reading's lines.
  expect(keys.slice(0, 8)).toEqual([
    ...['revenue', 'costs', 'growth', 'fade'],
    ...['plan_amount', 'plan_plan', 'plan_delay', 'plan_quarters'],
  ])
  const order = ['plan_counted', 'plan_mean_completion', 'plan_counting', 'plan_typed', 'plan_half_delay']
  expect(order.map((key) => keys.indexOf(key))).toEqual([8, 21, 22, 26, 27])
  const moved = sample({ sections: ['Pacing', 'Drivers', 'Reported'] })
  expect(
    allLines(moved)
      .map(({ key }) => key)
      .slice(-4),
  ).toEqual(['growth', 'fade', 'revenue', 'costs'])
})

test('lines are found anew when what they come from changes, and are the same objects while it does not', () => {
  const model = sample()
  expect(allLines({ ...model, name: 'Other' })).toBe(allLines(model))
  const other = { ...model, commitments: [commitment({ amount: 7 })] }
  expect(lineOf(other, 'plan.amount').formula).toBe('7')
  expect(lineOf(model, 'plan.amount').formula).toBe('380')
  const december = { ...model, fiscalCalendar: { yearEndMonth: 12, yearNamedBy: 'end' } as const }
  expect(lineOf(december, 'plan.number').formula).toBe('(fiscal_year - 2025) * 4 + fiscal_quarter - 1 - plan_delay')
  expect(lineOf(model, 'plan.number').formula).toBe('(fiscal_year - 2026) * 4 + fiscal_quarter - plan_delay')
})

test('[S6] a scenario goes up through its parents to Base, which is the root and the first', () => {
  const model = sample()
  expect(ancestry(model, 'bear').map(({ id }) => id)).toEqual(['bear', 'bull', 'base'])
  expect(ancestry(model, 'base').map(({ id }) => id)).toEqual(['base'])
  expect(baseOf(model).name).toBe('Base')
  expect([isBase(model, 'base'), isBase(model, 'bull')]).toEqual([true, false])
})

test('[Q5] quarters up to the last actual are reported; without one, none is', () => {
  const model = sample()
  expect(isReported(model, '2025-06')).toBe(true)
  expect(isReported(model, '2025-09')).toBe(true)
  expect(isReported(model, '2025-12')).toBe(false)
  expect(isReported({ ...model, lastActual: null }, '2025-06')).toBe(false)
})

test('[P1] a commitment’s lines are no lines of the model’s own', () => {
  const model = sample({ lines: [line('revenue')] })
  expect(isExpanded(model, 'plan.counted')).toBe(true)
  expect(isExpanded(model, 'plan.amount')).toBe(true)
  expect(isExpanded(model, 'revenue')).toBe(false)
})
