import { expect, test } from 'vitest'
import { exp, log, log10, modulo, power, quotient, roundTo } from '#numeric/elementary.ts'

test('small whole powers are products, others come near Math.pow', () => {
  for (const x of [1.1, -0.7, 3, 123.456]) {
    expect(power(x, 2)).toBe(x * x)
    expect(power(x, 3)).toBe(x * x * x)
    expect(power(x, 4)).toBe(x * x * x * x)
  }
  for (const [x, n] of [
    [1.1, 0.25],
    [2, 10],
    [7, -3],
    [1.05, 12.5],
    [9, 0.5],
  ] as const)
    expect(power(x, n) / x ** n).toBeCloseTo(1, 14)
})

test('the corners of a power', () => {
  expect(power(0, 0)).toBe(1)
  expect(power(5, 0)).toBe(1)
  expect(power(5, 1)).toBe(5)
  expect(power(NaN, 0)).toBeNaN()
  expect(power(1, NaN)).toBeNaN()
  expect(power(-8, 1 / 3)).toBeNaN()
  expect(power(-2, 5)).toBe(-32)
  expect(power(0, -1)).toBe(Infinity)
})

test('logarithms and the exponential', () => {
  expect(log(1)).toBe(0)
  expect(log(Math.E)).toBeCloseTo(1, 15)
  expect(log(0)).toBeNaN()
  expect(log(-1)).toBeNaN()
  expect(log10(1e5)).toBe(5)
  expect(log10(0)).toBeNaN()
  expect(exp(0)).toBe(1)
  expect(exp(1)).toBeCloseTo(Math.E, 15)
  expect(exp(1000)).toBe(Infinity)
  expect(exp(NaN)).toBeNaN()
})

test('bits that do not hang on the machine: values of this library, pinned', () => {
  // Taken from @stdlib 0.2 and 0.3 under Node 20; a new version that gives others would change what models say.
  expect(power(1.1, 0.25)).toBe(1.0241136890844451)
  expect(exp(0.1)).toBe(1.1051709180756477)
  expect(log(1.1)).toBe(0.09531017980432493)
})

test('halves are rounded away from zero', () => {
  expect([0.5, 1.5, 2.5, -0.5, -1.5].map((x) => roundTo(x, 0))).toEqual([1, 2, 3, -1, -2])
  expect(roundTo(1.2345, 3)).toBe(1.235)
  expect(roundTo(1250, -2)).toBe(1300)
  expect(roundTo(-1249, -2)).toBe(-1200)
  expect(roundTo(0.49999999999999994, 0)).toBe(0)
  expect(roundTo(NaN, 2)).toBeNaN()
})

test('a remainder has the sign of the divisor', () => {
  expect([modulo(7, 3), modulo(-7, 3), modulo(7, -3), modulo(-7, -3)]).toEqual([1, 2, -2, -1])
  expect(modulo(1, 0)).toBeNaN()
})

test('nothing divides by zero', () => {
  expect(quotient(1, 0)).toBeNaN()
  expect(quotient(0, 0)).toBeNaN()
  expect(quotient(1, -0)).toBeNaN()
  expect(quotient(1, 4)).toBe(0.25)
})
