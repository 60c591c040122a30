// The rule of typed numbers, formulas and scenarios, through the engine; and formulas that are Problems.

import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { applyEdits } from '#model/edit.ts'
import { isProblem } from '#model/problem.ts'
import { columnOf, expectColumn, idOf, modelText, reasonIn, resultsOf } from '../support/modelText.ts'

describe('typed beats formula, the nearest scenario wins, the past is Base’s', () => {
  const results = resultsOf(`
    FY25 Q1 to FY26 Q2, actual to FY25 Q2
    sales  100 110 . 130       = sales[-1] * (1 + growth)
    growth rate driver 0.1 0.1 0.1 = growth[-1]
    bull:
    sales  999 999 . . 500
    growth . 0.5 0.2
    wild under bull:
    sales  . . . release release
    growth = 1
    blank under bull:
    sales  =`)

  test('Base', () => {
    expectColumn(columnOf(results, 'sales'), [100, 110, 121, 130, 143, 157.3])
    expectColumn(columnOf(results, 'growth'), [0.1, 0.1, 0.1, 0.1, 0.1, 0.1])
  })

  test('a child types over the forecast, not over an actual; a driver it types over anywhere', () => {
    expectColumn(columnOf(results, 'sales', 'bull'), [100, 110, 132, 130, 500, 600])
    expectColumn(columnOf(results, 'growth', 'bull'), [0.1, 0.5, 0.2, 0.2, 0.2, 0.2])
  })

  test('a release gives the formula back, and an own formula beats what parents typed', () => {
    expectColumn(columnOf(results, 'sales', 'wild'), [100, 110, 220, 440, 880, 1760])
    expectColumn(columnOf(results, 'growth', 'wild'), [1, 1, 1, 1, 1, 1])
  })

  test('an empty formula of one’s own means no value, and is no Problem', () => {
    expectColumn(columnOf(results, 'sales', 'blank'), [100, 110, null, null, null, null])
    expect(results.problems).toEqual([])
    expect(reasonIn(results, 'sales', 'FY25 Q3', 'blank')?.kind).toBe('missing')
  })
})

describe('constants', () => {
  const results = resultsOf(`
    FY25 Q1 to FY25 Q2
    fade  constant = 0.5%
    minus constant = -2
    wrong constant = 1 + 1
    third constant = fade
    empty constant
    y     = fade + minus
    bull:
    fade  = 1%`)

  test('a constant is its number at every quarter', () => {
    expect(results.constantOf('base', idOf('fade'))).toBe(0.005)
    expect(results.constantOf('bull', idOf('fade'))).toBe(0.01)
    expectColumn(columnOf(results, 'fade'), [0.005, 0.005])
    expectColumn(columnOf(results, 'y', 'bull'), [-1.99, -1.99])
    expect(results.constantOf('base', idOf('empty'))).toBeNaN()
  })

  test('anything but a number with a sign is a Problem', () => {
    expect(results.problems.map(({ kind }) => kind)).toEqual(['constant', 'constant'])
    expect(results.problemOf('base', idOf('wrong'))?.sentence).toMatch(/^A constant’s formula is one number/)
    expect(results.constantOf('base', idOf('wrong'))).toBeNaN()
  })
})

describe('a formula that is a Problem', () => {
  const results = resultsOf(`
    FY25 Q1 to FY25 Q3
    a 1 2 = b +
    b 1 2 3 = bb
    c = a
    bull:
    b = 2 b`)

  test('keeps its typed numbers; its other cells are faults that name it', () => {
    expectColumn(columnOf(results, 'a'), [1, 2, null])
    expect(reasonIn(results, 'a', 'FY25 Q3')).toMatchObject({
      kind: 'fault',
      sentence: 'The formula ends after “+”: something is missing behind it.',
    })
    expect(reasonIn(results, 'c', 'FY25 Q3')?.sentence).toBe(
      'depends on a in FY25 Q3: The formula ends after “+”: something is missing behind it.',
    )
  })

  test('no parent’s formula steps in, and each Problem is listed once, with its owner', () => {
    expectColumn(columnOf(results, 'b', 'bull'), [null, null, null])
    const listed = results.problems.map(({ place, kind }) => [kind, place.at === 'formula' ? place.scenario : null])
    expect(listed).toEqual([
      ['syntax', 'base'],
      ['unknown name', 'base'],
      ['syntax', 'bull'],
    ])
  })
})

test('a key that is a reserved word is a Problem of its line', () => {
  const { problems } = resultsOf('FY25 Q1 to FY25 Q1\n sum 1\n y = 2 * 3')
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatchObject({ kind: 'reserved key', place: { at: 'line', line: idOf('sum') } })
})

test('a recalculation after an edit equals a full one, whether keys changed or not', () => {
  const before = modelText('FY25 Q1 to FY25 Q4\n a 1 2 3 4\n b = a * 2\n c = b[-1] + a')
  const first = calculate(before)
  const edited = applyEdits(before, [
    { kind: 'enter', scenario: 'base', quarter: '2024-06', line: idOf('a'), entry: 7 },
    { kind: 'change line', line: idOf('b'), change: { key: 'bb' } },
  ])
  if (isProblem(edited)) throw new Error(edited.sentence)
  const again = calculate(edited, first)
  const afresh = calculate(edited)
  for (const key of ['a', 'bb', 'c']) expect(columnOf(again, key)).toEqual(columnOf(afresh, key))
  expect(again.problemOf('base', idOf('c'))?.sentence).toBe('There is no line “b”.')
})
