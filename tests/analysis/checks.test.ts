import { describe, expect, test } from 'vitest'
import { checksOf } from '#analysis/checks.ts'
import { calculate } from '#engine/calculate.ts'
import type { LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { idOf, modelText } from '../support/modelText.ts'
import { rmbM } from '../support/commitmentModel.ts'
import { example } from '../examples/alibaba.ts'

const withCheck = (model: Model, change: Partial<LineItem>): Model => ({
  ...model,
  lines: model.lines.map((line) => (line.key === 'check' ? { ...line, label: 'Total', ...change } : line)),
})

const model = modelText(`
  FY25 Q1 to FY25 Q4
  a     10 20 30 .
  total 10 21 28.5 40
  check = a - total
  bull:
  total . 20`)

test('[C1] a check passes where its value is no farther from 0 than its tolerance', () => {
  // −0, −1, +1.5 and none in Base; 0, 0, +1.5 and none in bull
  const failures = (tolerance: number) => checksOf(calculate(withCheck(model, { tolerance }))).failed.length
  expect([0, 0.9, 1, 1.4, 1.5].map(failures)).toEqual([3, 3, 2, 2, 0])
})

test('[C1] quarters in which something is missing are not checked', () => {
  expect(checksOf(calculate(withCheck(model, { tolerance: 0 }))).count).toBe(6)
})

describe('a check that cannot be computed', () => {
  const faulty = modelText(`
    FY25 Q1 to FY25 Q4
    a     0 1 . 4
    b     1 0 2 2
    check = b / a`)

  test('[C1] [C2] for a fault counts and fails; only what is missing is not checked', () => {
    // 1 / 0, 0 / 1 is 0, none, 2 / 4 is 0.5
    const { count, failed } = checksOf(calculate(withCheck(faulty, { tolerance: 0.5 })))
    expect(count).toBe(3)
    expect(failed).toEqual([
      {
        scenario: 'base',
        line: idOf('check'),
        quarter: '2024-06',
        sentence: 'Total cannot be checked in FY25 Q1 of Base: ÷0.',
      },
    ])
  })

  test('[C1] [C2] because it is n.m. as well', () => {
    const growth = modelText(`
      FY25 Q1 to FY25 Q2
      a     -5 10
      check = qoq(a)`)
    const { count, failed } = checksOf(calculate(withCheck(growth, { tolerance: 1 })))
    expect(count).toBe(1)
    expect(failed.map(({ quarter }) => quarter)).toEqual(['2024-09'])
    expect(failed[0]?.sentence).toMatch(/^Total cannot be checked in FY25 Q2 of Base: .+\.$/)
  })
})

test('[C1] a line without a tolerance is no check', () => {
  expect(checksOf(calculate(model))).toEqual({ count: 0, failed: [], failedLines: [], silent: [] })
})

test('[C2] a failure names line, amount, quarter and scenario', () => {
  const { failed } = checksOf(calculate(withCheck(model, { tolerance: 1, unit: rmbM })))
  expect(failed).toEqual([
    {
      scenario: 'base',
      line: idOf('check'),
      quarter: '2024-12',
      sentence: 'Total is off by 1.5 RMB m in FY25 Q3 of Base.',
    },
    {
      scenario: 'bull',
      line: idOf('check'),
      quarter: '2024-12',
      sentence: 'Total is off by 1.5 RMB m in FY25 Q3 of bull.',
    },
  ])
})

test('[C2] per cents are told in hundredths', () => {
  const { failed } = checksOf(calculate(withCheck(model, { tolerance: 1, unit: { kind: 'percent' }, decimals: 1 })))
  expect(failed[0]?.sentence).toBe('Total is off by 150.0 % in FY25 Q3 of Base.')
})

test('[C1] all checks of the example hold, in three scenarios', () => {
  const { count, failed } = checksOf(calculate(example))
  expect(failed).toEqual([])
  expect(count).toBe(3 * (3 + 2 + 10 + 10 + 10)) // quarters in which each of the five checks has a value
})

test('[C2] the failures of one check are told in one sentence, with how many and the first', () => {
  // a − total is 0, −1, +1.5 and none in Base, and 0, 0, +1.5 and none in bull
  const { failedLines } = checksOf(calculate(withCheck(model, { tolerance: 0, unit: rmbM })))
  expect(failedLines).toMatchObject([
    {
      scenario: 'base',
      quarter: '2024-09',
      sentence: 'Total fails in 2 quarters of Base and bull, first in FY25 Q2: off by −1.0 RMB m.',
    },
  ])
  const one = checksOf(calculate(withCheck(model, { tolerance: 1, unit: rmbM }))).failedLines
  expect(one[0]?.sentence).toBe('Total fails in FY25 Q3 of Base and bull: off by 1.5 RMB m.')
})

test('[C2] a check that has no value in any quarter says so, and what it needs', () => {
  const empty = modelText(`
    FY25 Q1 to FY25 Q4
    a     10 20 30 40
    b
    total 10 21 28.5 40
    check = a + b - total`)
  const { count, silent } = checksOf(calculate(withCheck(empty, { tolerance: 1 })))
  expect(count).toBe(0)
  expect(silent).toEqual([
    {
      scenario: 'base',
      line: idOf('check'),
      quarter: '2024-06',
      sentence: 'Total has no value in any of 4 quarters, so it checks nothing: needs b in FY25 Q1.',
    },
  ])
})
