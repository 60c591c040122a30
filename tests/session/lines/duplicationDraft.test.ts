import { expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { lineOf, type Model } from '#model/model.ts'
import { applySoundly } from '#model/soundness.ts'
import { proposeDuplication } from '#session/lines/duplication.ts'
import { DuplicationDraft } from '#session/lines/duplicationDraft.svelte.ts'
import { settled } from '../../model/sample.ts'
import { columnOf, idOf, modelText } from '../../support/modelText.ts'

const checking = (model: Model, key: string): Model => ({
  ...model,
  lines: model.lines.map((line) => (line.key === key ? { ...line, tolerance: 0.5 } : line)),
})

// EBIT is computed from the gross profit, which adds revenue up; the check holds EBIT against revenue.
const company = checking(
  modelText(`FY25 Q1 to FY25 Q2
    revenue 100 110
    cost_of_sales -40 -44
    operating_expenses -30 -31
    gross_profit = revenue + cost_of_sales
    ebit = gross_profit + operating_expenses
    margin = ebit / gross_profit
    parts = revenue - operating_expenses
    adds_up = revenue + cost_of_sales + operating_expenses - ebit`),
  'adds_up',
)

const asked = (model: Model): DuplicationDraft => {
  const draft = new DuplicationDraft({ model }, lineOf(model, idOf('revenue')))
  draft.to = 'Online'
  draft.totals.filter((total) => total.line.key === 'parts').forEach((total) => draft.chooseTotal(total))
  return draft
}

const taking = (draft: DuplicationDraft): readonly string[] => draft.taking.map(({ line }) => line.key)

test('[LN8] a check takes the new line in where a total does that it holds, and passes with its numbers', () => {
  const draft = asked(company)
  expect(taking(draft)).toEqual(['gross_profit', 'adds_up'])
  expect(draft.failing).toEqual([])
  const { copies, numbers, taking: totals } = draft
  const duplication = settled(proposeDuplication(company, { copies, numbers, totals }, () => 'online'))
  const typed = settled(
    applySoundly(company, [
      ...duplication.edits,
      { kind: 'enter', scenario: 'base', quarter: '2024-06', line: 'online', entry: 20 },
    ]),
  )
  // 100 + 20 − 40 − 30 = 50 on either side.
  expect(columnOf(calculate(typed), 'ebit')[0]).toBe(50)
  expect(columnOf(calculate(typed), 'adds_up')[0]).toBe(0)
})

test('[LN8] the check goes with its total, and is said to fail where it alone is left out', () => {
  const draft = asked(company)
  const [gross, check] = draft.taking
  if (gross === undefined || check === undefined) throw new Error('nothing takes it in')
  draft.chooseTotal(check)
  expect(taking(draft)).toEqual(['gross_profit'])
  expect(draft.failing.map(({ line }) => line.key)).toEqual(['adds_up'])
  draft.chooseTotal(check)
  expect(draft.failing).toEqual([])
  const another = asked(company)
  another.chooseTotal(gross)
  expect(taking(another)).toEqual([])
  expect(another.failing).toEqual([])
})

test('[LN8] a check of the line against what no total takes it into is left as it is', () => {
  const apart = checking(
    modelText(`FY25 Q1 to FY25 Q2
      revenue 100 110
      shops 60 66
      online 40 44
      costs -40 -44
      profit = revenue + costs
      splits = revenue - shops - online`),
    'splits',
  )
  expect(taking(asked(apart))).toEqual(['profit'])
})
