// Money typed into a row that shows it in another scale than the line's own, and the text it is edited as.

import { describe, expect, test } from 'vitest'
import { readNumber, typedText } from '#exchange/number.ts'
import { isProblem } from '#model/problem.ts'
import type { Unit } from '#model/unit.ts'

const rmbM: Unit = { kind: 'currency', currency: 'RMB', scale: 'm' }
const rmbYi: Unit = { kind: 'currency', currency: 'RMB', scale: '亿' }
const rate: Unit = { kind: 'exchange', currency: 'RMB', per: 'USD' }
const percent: Unit = { kind: 'percent' }

describe('a row that shows money in another scale than the line’s', () => {
  const rmbBn: Unit = { ...rmbM, scale: 'bn' }

  test.each([
    ['400', rmbM, rmbBn, 400_000],
    ['0.38', rmbM, rmbBn, 380],
    ['(21.84)', rmbM, rmbBn, -21_840],
    ['1.005', rmbM, rmbBn, 1005], // 1.005 * 1000 in doubles is 1004.9999999999999
    ['¥32', rmbM, rmbBn, 32_000],
    ['398.24', rmbM, rmbYi, 39_824],
    ['39824', { ...rmbM, scale: 'bn' }, rmbM, 39.824],
    // What a word says does not hang on the row.
    ['400bn', rmbM, rmbBn, 400_000],
    ['32,000m', rmbM, rmbBn, 32_000],
    ['398.24亿', rmbM, rmbBn, 39_824],
    ['39.8bn', rmbM, rmbYi, 39_800],
  ] as const)('[N1] “%s” on %o shown in %o is %f', (text, unit, shown, value) => {
    expect(readNumber(text, unit, shown)).toEqual({ value, formula: null })
  })

  test('[N3] a sum is in the shown unit too', () => {
    expect(readNumber('=85.972-61.36', rmbM, rmbBn)).toEqual({ value: 24_612, formula: '=85.972-61.36' })
  })

  test('[N4] a refusal names the shown unit', () => {
    const read = readNumber('5%', rmbM, rmbBn)
    expect(isProblem(read) && read.sentence).toBe(
      '“5%” is a per cent, but this line is in RMB bn. Type a number such as 39.8 or 39,800m.',
    )
    const inYi = readNumber('abc', rmbM, rmbYi)
    expect(isProblem(inYi) && inYi.sentence).toBe('“abc” is not a number. Type a number such as 398.24 or 39.8bn.')
  })

  test.each([
    [32_000, rmbM, rmbBn, '32'],
    [247_795, rmbM, rmbBn, '247.795'],
    [0.1 + 0.2, rmbM, rmbBn, '0.00030000000000000004'],
    [39_824, rmbM, rmbYi, '398.24'],
    [-21_840, rmbM, rmbBn, '-21.84'],
    [39.824, rmbBn, rmbM, '39824'],
    [380_000, rmbM, rmbM, '380000'],
    [0.015, percent, percent, '1.5%'],
    [7.119, rate, rate, '7.119'],
  ] as const)('[N1] %f on %o shown in %o is typed %s', (value, unit, shown, text) => {
    expect(typedText(value, unit, shown)).toBe(text)
    expect(readNumber(text, unit, shown)).toEqual({ value, formula: null })
  })
})
