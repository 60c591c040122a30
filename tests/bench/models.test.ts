/** The models of the benchmarks are what docs/performance.md says they are, and the programs written by hand compute them. */
import { expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { referenceValues } from './engines/byHand.ts'
import { computedCellCount, type BenchModel } from './models/benchModel.ts'
import { companyModel } from './models/company.ts'
import { blockModel, tenBlockModel } from './models/conglomerate.ts'
import { baseScenario, pacelineModel, quarterAt } from './models/pacelineModel.ts'

const inputs = ({ lines }: BenchModel): number => lines.filter(({ formula }) => formula === null).length

/** Lines whose formula looks back at the line itself. */
const selfReferring = ({ lines }: BenchModel): number =>
  lines.filter(({ key, formula }) => formula !== null && new RegExp(`\\b${key}\\[-`).test(formula)).length

test('model A has 55 lines over 40 quarters, 18 of them inputs', () => {
  const model = companyModel()
  expect([model.lines.length, model.quarters, inputs(model)]).toEqual([55, 40, 18])
  expect(computedCellCount(model)).toBe(1447)
})

test('model B has 1,003 lines over 100 quarters and 69,282 computed cells, 30 % inputs and 25 % recursive', () => {
  const model = blockModel()
  expect([model.lines.length, model.quarters, computedCellCount(model)]).toEqual([1003, 100, 69_282])
  expect(inputs(model) / model.lines.length).toBeCloseTo(0.3, 2)
  expect(selfReferring(model) / model.lines.length).toBeCloseTo(0.25, 2)
})

test('model C is ten times B', () => {
  const model = tenBlockModel()
  expect([model.lines.length, model.quarters, computedCellCount(model)]).toEqual([10_030, 100, 692_820])
})

test.each([companyModel(), blockModel()])('model $name: no problem, no blank, and the same values by hand', (bench) => {
  const results = calculate(pacelineModel(bench), undefined, 'oracle')
  expect(results.problems).toEqual([])
  const values = bench.lines.flatMap(({ key }) =>
    Array.from({ length: bench.quarters }, (_, place) => results.valueOf(baseScenario, key, quarterAt(place))),
  )
  const worst = referenceValues(bench).reduce((most, expected, at) => {
    const off = Math.abs((values[at] ?? NaN) - expected)
    return off === 0 ? most : Math.max(most, off / Math.abs(expected))
  }, 0)
  expect(worst).toBeLessThan(1e-9)
  expect(Math.max(...values.map(Math.abs))).toBeLessThan(1e8)
})
