// Aggregates, number functions and logic over a short timeline, against numbers worked out by hand.

import { describe, expect, test } from 'vitest'
import { expectColumn } from '../support/modelText.ts'
import { constantly, over } from './sixQuarters.ts'

describe('aggregates', () => {
  test.each<[string, readonly (number | null)[]]>([
    ['sum(x[-2:0])', [null, null, 60, 90, 120, 150]],
    ['sum(x[-1:1])', [null, 60, 90, 120, 150, null]],
    ['sum(gap[-1:0])', [null, 3, null, null, 9, 11]],
    ['mean(x[-1:0])', [null, 15, 25, 35, 45, 55]],
    ['min(loss[-1:0])', [null, -5, 0, 5, -10, -10]],
    ['max(loss[-1:0])', [null, 0, 5, 10, 10, 20]],
    ['median(loss[-2:0])', [null, null, 0, 5, 5, 10]],
    ['median(loss[-1:0])', [null, -2.5, 2.5, 7.5, 0, 5]],
    ['stdev(x[-2:0])', [null, null, 10, 10, 10, 10]],
    ['stdev(x[0:0])', [null, null, null, null, null, null]],
    ['count(gap[-2:0])', [1, 2, 2, 2, 2, 3]],
    ['count(gap[-1000000000:1000000000])', [5, 5, 5, 5, 5, 5]],
    ['sum(x[-1000000000:0])', [null, null, null, null, null, null]],
    ['sum(x["FY25 Q4":0])', [null, 20, 50, 90, 140, 200]],
    ['count(x["FY25 Q4":0])', [0, 1, 2, 3, 4, 5]],
    ['sum(x[0:"FY26 Q1"])', [60, 50, 30, null, null, null]],
    ['sum(x["FY25 Q3":"FY25 Q4"])', [30, 30, 30, 30, 30, 30]],
    ['count(x[0:-1])', [0, 0, 0, 0, 0, 0]],
    ['sum(x[0:-1])', [null, null, null, null, null, null]],
    ['sum((x + gap)[-1:0])', [null, 33, null, null, 99, 121]],
    ['sum(x, gap)', [11, 22, null, 44, 55, 66]],
    ['count(x, gap, none)', [2, 2, 1, 2, 2, 2]],
    ['mean(x, 0)', [5, 10, 15, 20, 25, 30]],
    ['min(x, 30, 25)', [10, 20, 25, 25, 25, 25]],
    ['max(x, 30)', [30, 30, 30, 40, 50, 60]],
    ['median(x, 0, 35)', [10, 20, 30, 35, 35, 35]],
  ])('%s', (formula, expected) => {
    expectColumn(over(formula), expected)
  })

  test('a sum adds the oldest first', () => {
    expect(constantly('sum(0.1, 0.2, 0.3)')).toBe(0.1 + 0.2 + 0.3)
    expect(constantly('sum(0.3, 0.2, 0.1)')).toBe(0.3 + 0.2 + 0.1)
  })

  test('the standard deviation is taken about the mean, in two passes', () => {
    expect(constantly('stdev(2, 4, 4, 4, 5, 5, 7, 9)')).toBeCloseTo(Math.sqrt(32 / 7), 14)
    expect(constantly('stdev(1e9, 1e9 + 1, 1e9 + 2)')).toBe(1)
  })
})

describe('numbers and logic', () => {
  test.each<[string, number | null]>([
    ['abs(-3)', 3],
    ['round(2.5)', 3],
    ['round(-2.5)', -3],
    ['round(2.4)', 2],
    ['round(0.49999999999999994)', 0],
    ['round(1.005, 2)', 1],
    ['round(1.015, 2)', 1.01],
    ['round(8.345, 2)', 8.35],
    ['round(1234, -2)', 1200],
    ['round(1250, -2)', 1300],
    ['floor(-1.5)', -2],
    ['ceil(1.2)', 2],
    ['sqrt(9)', 3],
    ['sqrt(-1)', null],
    ['exp(0)', 1],
    ['log(1)', 0],
    ['log(0)', null],
    ['log(-1)', null],
    ['log10(1000)', 3],
    ['log10(0)', null],
    ['sign(-7)', -1],
    ['sign(0)', 0],
    ['clamp(5, 1, 3)', 3],
    ['clamp(-5, 1, 3)', 1],
    ['clamp(2, 1, 3)', 2],
    ['clamp(2, 5, 3)', 3],
    ['mod(7, 3)', 1],
    ['mod(-7, 3)', 2],
    ['mod(7, -3)', -2],
    ['mod(5.5, 2)', 1.5],
    ['coalesce(none, 1 / 0, 4, 5)', 4],
    ['coalesce(none, none)', null],
    ['isblank(none)', 1],
    ['isblank(1 / 0)', 1],
    ['isblank(0)', 0],
    ['abs(none)', null],
  ])('%s is %d', (formula, expected) => {
    expect(constantly(formula)).toBe(expected)
  })

  test('outside the timeline even isblank and count have no value', () => {
    expectColumn(over('(isblank(none))[-1]'), [null, 1, 1, 1, 1, 1])
    expectColumn(over('(count(1, 2))[-1]'), [null, 2, 2, 2, 2, 2])
    expectColumn(over('isblank(x[-1])'), [1, 0, 0, 0, 0, 0])
  })
})
