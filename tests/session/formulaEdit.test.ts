// The formula bar: where an edit lands, and the edit a text becomes.

import { describe, expect, test } from 'vitest'
import { lineOf, type Model } from '#model/model.ts'
import { formulaProblem, formulaStart, proposeFormula } from '#session/formulaEdit.ts'
import { sample } from '../model/sample.ts'

const start = (line: string, shown: string, model: Model = sample()) => formulaStart(model, shown, lineOf(model, line))

describe('where a formula lands', () => {
  test.each([
    ['[L8] in Base, whatever is shown', 'revenue', 'bear', 'base', true],
    ['[L8] in Base, shown Base', 'revenue', 'base', 'base', false],
    ['[L8] in the shown scenario where it has one of its own, an empty one too', 'costs', 'bear', 'bear', true],
    ['[L8] in Base where only a parent has one of its own', 'costs', 'bull', 'base', true],
    ['[L2] a constant’s in the shown scenario', 'fade', 'bear', 'bear', true],
    ['[L2] a commitment’s amount likewise', 'plan.amount', 'bull', 'bull', true],
  ])('%s', (_, line, shown, landing, canBeOwn) => {
    expect(start(line, shown)).toMatchObject({ landing, canBeOwn, locked: null })
  })

  test('[L8] the bar starts from the formula that holds', () => {
    expect(start('revenue', 'bear').formula).toBe('revenue[-1] * (1 + growth)')
    expect(start('fade', 'bear').formula).toBe('2%')
    expect(start('growth', 'base').formula).toBe('')
  })

  test('[P1] a commitment’s other lines are locked', () => {
    expect(start('plan.ahead', 'base').locked).toBe('plan_counted - plan_planned')
  })
})

describe('the edit', () => {
  const propose = (line: string, text: string, landing: string) =>
    proposeFormula(sample(), lineOf(sample(), line), text, landing)

  test.each(['costs * 2', ' costs * 2 ', '=costs * 2', '= costs * 2', '+costs * 2', '=+costs * 2'])(
    '[F1] “%s” is kept without what hands type first',
    (text) => {
      expect(propose('revenue', text, 'base')).toEqual({
        edits: [{ kind: 'formula', scenario: 'base', line: 'revenue', formula: 'costs * 2' }],
        label: 'Formula of Line revenue in Base: costs * 2',
      })
    },
  )

  test('[E5] an empty text takes the formula away', () => {
    expect(propose('fade', '', 'bull')).toEqual({
      edits: [{ kind: 'formula', scenario: 'bull', line: 'fade', formula: null }],
      label: 'Formula of Line fade in Bull removed',
    })
  })

  test('[E5] the same text is no edit, nor is removing what is not there', () => {
    expect(propose('revenue', '= revenue[-1] * (1 + growth)', 'base')).toBeNull()
    expect(propose('growth', ' ', 'base')).toBeNull()
  })
})

test('[F2] a wrong text is cut into before, wrong and after, with a suggestion', () => {
  const model = sample()
  expect(formulaProblem(model, lineOf(model, 'revenue'), 'growht * 2')).toEqual({
    before: '',
    wrong: 'growht',
    after: ' * 2',
    sentence: 'There is no line “growht”. Did you mean “growth”?',
    suggestion: 'growth',
  })
  expect(formulaProblem(model, lineOf(model, 'revenue'), 'growth * 2')).toBeNull()
  expect(formulaProblem(model, lineOf(model, 'revenue'), ' ')).toBeNull()
})
