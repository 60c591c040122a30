// Operators and lags over a short timeline, against numbers worked out by hand.

import { describe, expect, test } from 'vitest'
import { expectColumn } from '../support/modelText.ts'
import { constantly, over } from './sixQuarters.ts'

describe('operators', () => {
  test.each<[string, number]>([
    ['1 + 2 * 3', 7],
    ['7 - 2 - 1', 4],
    ['8 / 4 / 2', 1],
    ['8 / 4 * 2', 4],
    ['-2^2', -4],
    ['(-2)^2', 4],
    ['2^-1', 0.5],
    ['2^3^2', 512],
    ['2 * -3', -6],
    ['1 - -1', 2],
    ['- - 2', 2],
    ['26%', 0.26],
    ['10 + 5%', 10.05],
    ['.5', 0.5],
    ['1.5e3', 1500],
    ['1.5e3%', 15],
    ['7%', 0.07],
    ['1 < 2', 1],
    ['2 < 1', 0],
    ['1 <= 1', 1],
    ['1 >= 2', 0],
    ['2 > 1', 1],
    ['1 == 1', 1],
    ['1 != 1', 0],
    ['0.1 + 0.2 == 0.3', 0],
    ['1 < 2 <= 2', 1],
    ['1 < 2 < 2', 0],
    ['3 > 2 != 1', 1],
    ['not 1 == 2', 1],
    ['not 0', 1],
    ['not 3', 0],
    ['not not 3', 1],
    ['not 0 and 0', 0],
    ['1 or 1 and 0', 1],
    ['2 and 3', 1],
    ['0 or 0', 0],
    ['0 or -1', 1],
    ['1 + 1 == 2 and 3 > 2', 1],
    ['1 ? 2 : 3', 2],
    ['0 ? 2 : 3', 3],
    ['0 ? 1 : 0 ? 2 : 3', 3],
    ['1 ? 0 ? 1 : 2 : 3', 2],
    ['0 or 1 ? 5 : 6', 5],
    ['1 ? 2 : 3 + 4', 2],
    ['0^0', 1],
    ['two * 3', 6],
    ['=+two', 2],
    ['+5', 5],
    ['if(2 > 1, 10, 20)', 10],
  ])('%s is %d', (formula, expected) => {
    expect(constantly(formula)).toBe(expected)
  })

  test('a per cent is the double its number is, and one hundredth of it may not be', () => {
    for (const [percent, plain] of [
      ['26%', 0.26],
      ['57%', 0.57],
      ['1.1%', 0.011],
      ['110%', 1.1],
      ['0.29%', 0.0029],
    ] as const)
      expect(constantly(percent)).toBe(plain)
  })

  test('small whole powers are products', () => {
    expect(constantly('1.1^2')).toBe(1.1 * 1.1)
    expect(constantly('1.1^3')).toBe(1.1 * 1.1 * 1.1)
    expect(constantly('1.1^4')).toBe(1.1 * 1.1 * 1.1 * 1.1)
  })

  test('what is no number has no value', () => {
    for (const formula of ['1 / 0', '0 / 0', '(-8)^(1/3)', '1e308 * 10', 'mod(5, 0)', '1e308 * 10 - 1e308 * 10'])
      expect(constantly(formula)).toBeNull()
  })

  test('infinity may live inside a formula', () => {
    expect(constantly('1 / (1e308 * 10)')).toBe(0)
    expect(constantly('min(1e308 * 10, 7)')).toBe(7)
  })

  test('no value spreads through arithmetic, comparison and logic', () => {
    for (const formula of [
      'none + 1',
      'none * 0',
      'none^0',
      '1^none',
      '-none',
      'none == none',
      'none < 1',
      '1 < 2 < none',
    ])
      expect(constantly(formula)).toBeNull()
    for (const formula of ['none and 0', '0 and none', '1 or none', 'not none', 'none ? 1 : 2', 'max(none, 1)'])
      expect(constantly(formula)).toBeNull()
  })

  test('the branch not taken is not looked at', () => {
    expect(constantly('if(1, 5, none)')).toBe(5)
    expect(constantly('0 ? 1 / 0 : 6')).toBe(6)
    expect(constantly('if(1, none, 5)')).toBeNull()
  })
})

describe('time', () => {
  test.each<[string, readonly (number | null)[]]>([
    ['x', [10, 20, 30, 40, 50, 60]],
    ['x[-1]', [null, 10, 20, 30, 40, 50]],
    ['x[+1]', [20, 30, 40, 50, 60, null]],
    ['x[1]', [20, 30, 40, 50, 60, null]],
    ['x[0]', [10, 20, 30, 40, 50, 60]],
    ['x[-4]', [null, null, null, null, 10, 20]],
    ['x[-1000000000]', [null, null, null, null, null, null]],
    ['x["FY26 Q2"]', [40, 40, 40, 40, 40, 40]],
    ['x["2025-09"]', [40, 40, 40, 40, 40, 40]],
    ['x["1QFY26"]', [30, 30, 30, 30, 30, 30]],
    ['x["FY24 Q1"]', [null, null, null, null, null, null]],
    ['(x - gap)[-1]', [null, 9, 18, null, 36, 45]],
    ['(5)[-1]', [null, 5, 5, 5, 5, 5]],
    ['(quarter_index)[-2]', [null, null, 1, 2, 3, 4]],
    ['x[-1][-1]', [null, null, 10, 20, 30, 40]],
    ['x[-5][+5]', [10, null, null, null, null, null]],
    ['x[+5][-5]', [null, null, null, null, null, 60]],
    ['lag(x, 2)', [null, null, 10, 20, 30, 40]],
    ['lead(x, 2)', [30, 40, 50, 60, null, null]],
    ['lag(5, 1)', [null, 5, 5, 5, 5, 5]],
    ['two[-1]', [null, 2, 2, 2, 2, 2]],
    ['yoy(x)', [null, null, null, null, 4, 2]],
    ['qoq(x)', [null, 1, 0.5, 1 / 3, 0.25, 0.2]],
    ['qoq(loss)', [null, null, null, 1, -2, null]],
    ['ttm(x)', [null, null, null, 100, 140, 180]],
    ['ttm(gap)', [null, null, null, null, null, null]],
    ['ytd(x)', [null, null, 30, 70, 120, 180]],
    ['cumulative(x)', [10, 30, 60, 100, 150, 210]],
    ['cumulative(gap)', [1, 3, null, null, null, null]],
    ['cumulative(x, "FY26 Q1")', [null, null, 30, 70, 120, 180]],
    ['cumulative(x, "FY24 Q1")', [null, null, null, null, null, null]],
    ['decumulate(ytd_x)', [null, 20, 30, 40, 50, 60]],
    ['cagr(x, 1)', [null, null, null, null, 4, 2]],
    ['cagr(loss, 1)', [null, null, null, null, null, null]],
    ['hold(gap)', [1, 2, 2, 4, 5, 6]],
    ['hold(1 / (x - 30))', [-1 / 20, -1 / 10, -1 / 10, 1 / 10, 1 / 20, 1 / 30]],
    ['hold(none)', [null, null, null, null, null, null]],
    ['streak(x > 20)', [0, 0, 1, 2, 3, 4]],
    ['streak(loss > 0)', [0, 0, 1, 2, 0, 1]],
    ['streak(gap > 0)', [1, 2, null, 1, 2, 3]],
    ['ramp(0, 4, "FY25 Q4", "FY26 Q4")', [0, 0, 1, 2, 3, 4]],
    ['ramp(10%, 30%, "FY25 Q4", "FY26 Q2")', [0.1, 0.1, 0.2, 0.3, 0.3, 0.3]],
    ['ramp(none, 4, "FY25 Q4", "FY26 Q4")', [null, null, null, null, null, null]],
    ['spread(12, "FY25 Q4", 3)', [0, 4, 4, 4, 0, 0]],
    ['spread(12, "FY26 Q4", 3)', [0, 0, 0, 0, 0, 4]],
    ['actual', [1, 1, 1, 1, 0, 0]],
    ['fiscal_year', [2025, 2025, 2026, 2026, 2026, 2026]],
    ['fiscal_quarter', [3, 4, 1, 2, 3, 4]],
    ['quarter_index', [1, 2, 3, 4, 5, 6]],
  ])('%s', (formula, expected) => {
    expectColumn(over(formula), expected)
  })

  test('a ramp is exact at its ends', () => {
    const column = over('ramp(0.1, 0.7, "FY25 Q3", "FY26 Q4")')
    expect(column[0]).toBe(0.1)
    expect(column[5]).toBe(0.7)
  })

  test('growth calls inside each other stay quick', () => {
    expectColumn(over(`${'qoq('.repeat(60)}x${')'.repeat(60)}`), [null, null, null, null, null, null])
  })
})
