// Warnings of a text being typed, and of the formula that holds in the scenario shown.

import { expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { applyEdits } from '#model/edit.ts'
import { lineOf, type Model } from '#model/model.ts'
import { formulaWarnings, lineWarnings } from '#session/formulaWarning.ts'
import { sample, settled } from '../model/sample.ts'

const typed = (line: string, text: string, model: Model = sample()) =>
  formulaWarnings(calculate(model), lineOf(model, line), text)

const held = (model: Model, shown: string, line: string): readonly string[] =>
  lineWarnings(calculate(model), shown, lineOf(model, line)).map(({ wrong }) => wrong)

const withFormula = (scenario: string, line: string, formula: string): Model =>
  settled(applyEdits(sample(), [{ kind: 'formula', scenario, line, formula }]))

test('[W10] a text is cut into what stands before, in and after the part concerned', () => {
  expect(typed('revenue', '= costs * 2 + (revenue[-1] + growth)')).toEqual([
    {
      kind: 'unit',
      before: '= costs * 2 + (',
      wrong: 'revenue[-1] + growth',
      after: ')',
      sentence:
        '“revenue[-1]” is in RMB m and “growth” is a per cent: they do not add up. To change the one by the other, write revenue[-1] * (1 + growth).',
      suggestion: 'revenue[-1] * (1 + growth)',
    },
  ])
})

test('[W10] there are none of a text that cannot be read, of an empty one, or of a constant', () => {
  expect(typed('revenue', 'revenue + growht')).toEqual([])
  expect(typed('revenue', ' ')).toEqual([])
  expect(typed('fade', '400')).toEqual([])
})

test('[W10] a line has those of the formula that holds in the scenario shown', () => {
  const model = withFormula('bull', 'revenue', 'growth')
  expect(held(model, 'base', 'revenue')).toEqual([])
  expect(held(model, 'bull', 'revenue')).toEqual(['growth'])
  // Bear is Bull's child.
  expect(held(model, 'bear', 'revenue')).toEqual(['growth'])
})

test('[W10] after a line’s unit changes they are told anew', () => {
  const model = withFormula('base', 'revenue', 'costs + growth * costs')
  expect(held(model, 'base', 'revenue')).toEqual([])
  const changed = settled(
    applyEdits(model, [
      { kind: 'change line', line: 'costs', change: { unit: { kind: 'currency', currency: 'USD', scale: 'm' } } },
    ]),
  )
  expect(held(changed, 'base', 'revenue')).toEqual(['costs + growth * costs'])
})
