// Laws that hold for every model: random formulas over a few lines, in two scenarios, with numbers missing here and there.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import type { Results } from '#engine/results.ts'
import { applyEdits } from '#model/edit.ts'
import type { Model } from '#model/model.ts'
import { isProblem } from '#model/problem.ts'
import { quartersOf } from '#model/timeline.ts'
import { randomFormula, randomKeys } from '../formula/randomFormula.ts'
import { columnOf, idOf, modelText } from '../support/modelText.ts'

const keys = randomKeys

const typed = fc.array(fc.constantFrom('.', '.', '.', '1', '0', '-2', '3.5'), { minLength: 8, maxLength: 8 })
const kind = fc.constantFrom('flow', 'balance', 'rate')
const line = fc
  .tuple(kind, typed, fc.option(randomFormula))
  .map(([each, numbers, text]) => `${each} ${numbers.join(' ')}${text === null ? '' : ` = ${text}`}`)

const source = fc.tuple(fc.array(line, { minLength: 4, maxLength: 4 }), fc.option(randomFormula), typed).map(
  ([lines, own, numbers]) => `
      FY25 Q1 to FY26 Q4, actual to FY25 Q4
      ${lines.map((each, at) => `${keys[at] ?? ''} ${each}`).join('\n')}
      bull:
      b ${numbers.join(' ')}${own === null ? '' : ` = ${own}`}`,
)

const runs = { numRuns: 400, seed: 20251125 }

const columnsOf = (results: Results): unknown =>
  ['base', 'bull'].map((scenario) => keys.map((key) => columnOf(results, key, scenario)))

test('a cell has a value or a reason, never both and never neither; so has a year; and none is infinite', () => {
  fc.assert(
    fc.property(source, (text) => {
      const results = calculate(modelText(text))
      for (const scenario of ['base', 'bull'])
        for (const key of keys) {
          for (const quarter of quartersOf(results.model.timeline)) {
            const value = results.valueOf(scenario, idOf(key), quarter)
            const { reason } = results.explain(scenario, idOf(key), quarter)
            expect(Number.isNaN(value), `${key} ${quarter}`).toBe(reason !== null)
            expect(Math.abs(value)).not.toBe(Infinity)
          }
          for (const year of [2025, 2026, 2027]) {
            const isEmpty = Number.isNaN(results.yearOf(scenario, idOf(key), year))
            expect(isEmpty, `${key} ${year}`).toBe(results.explainYear(scenario, idOf(key), year).reason !== null)
          }
        }
    }),
    runs,
  )
})

test('the order of the lines changes no value', () => {
  fc.assert(
    fc.property(source, (text) => {
      const model = modelText(text)
      const turned: Model = { ...model, lines: [...model.lines].reverse() }
      expect(columnsOf(calculate(turned))).toEqual(columnsOf(calculate(model)))
    }),
    runs,
  )
})

test('a scenario’s numbers depend on no other scenario', () => {
  fc.assert(
    fc.property(source, (text) => {
      const model = modelText(text)
      const alone: Model = { ...model, scenarios: model.scenarios.slice(0, 1) }
      for (const key of keys) expect(columnOf(calculate(alone), key)).toEqual(columnOf(calculate(model), key))
    }),
    runs,
  )
})

test('a recalculation equals a full one', () => {
  fc.assert(
    fc.property(source, randomFormula, (text, own) => {
      const model = modelText(text)
      const edited = applyEdits(model, [
        { kind: 'formula', scenario: 'base', line: idOf('c'), formula: own },
        { kind: 'enter', scenario: 'bull', quarter: '2025-06', line: idOf('a'), entry: 4 },
      ])
      if (isProblem(edited)) throw new Error(edited.sentence)
      expect(columnsOf(calculate(edited, calculate(model)))).toEqual(columnsOf(calculate(edited)))
    }),
    runs,
  )
})
