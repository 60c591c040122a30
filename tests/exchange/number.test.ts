// Typed numbers: what the hand types on a line of a unit, and the double it must become.

import { describe, expect, test } from 'vitest'
import { numberText, readNumber } from '#exchange/number.ts'
import { isProblem } from '#model/problem.ts'
import type { Unit } from '#model/unit.ts'

const rmbM: Unit = { kind: 'currency', currency: 'RMB', scale: 'm' }
const rmbYi: Unit = { kind: 'currency', currency: 'RMB', scale: '亿' }
const rmb: Unit = { kind: 'currency', currency: 'RMB', scale: '' }
const usdBn: Unit = { kind: 'currency', currency: 'USD', scale: 'bn' }
const rate: Unit = { kind: 'exchange', currency: 'RMB', per: 'USD' }
const percent: Unit = { kind: 'percent' }
const points: Unit = { kind: 'points' }
const ratio: Unit = { kind: 'ratio' }
const count: Unit = { kind: 'count' }

const numbers: readonly (readonly [string, Unit, number])[] = [
  ['39824', rmbM, 39824],
  ['39,824', rmbM, 39824],
  ['247,795', rmbM, 247795],
  ['1,234,567.89', rmbM, 1234567.89],
  ['  39824\t', rmbM, 39824],
  ['39.8bn', rmbM, 39800],
  ['39.8 BN', rmbM, 39800],
  ['39.8B', rmbM, 39800],
  ['1.005bn', rmbM, 1005], // 1.005 * 1000 in doubles is 1004.9999999999999
  ['8.2bn', rmbM, 8200],
  ['398.24亿', rmbM, 39824],
  ['398.24 亿元', rmbM, 39824],
  ['398.24亿人民币', rmbM, 39824],
  ['RMB39.8 billion', rmbM, 39800],
  ['39\u202f824', rmbM, 39824],
  ['1\u00a0234\u00a0567.5', rmbM, 1234567.5],
  ['\u200b39,824\ufeff', rmbM, 39824],
  ['1.23E+05', rmbM, 123000],
  ['1.2万亿', rmbM, 1200000],
  ['5万', rmbM, 0.05],
  ['250k', rmbM, 0.25],
  ['12mn', rmbM, 12],
  ['12m', rmbM, 12],
  ['0.38tn', rmbM, 380000],
  ['39.8bn', rmbYi, 398],
  ['39824m', rmb, 39824000000],
  ['-3', rmbM, -3],
  ['−3', rmbM, -3],
  ['–3', rmbM, -3],
  ['+3', rmbM, 3],
  ['(21,840)', rmbM, -21840],
  ['（１２）', rmbM, -12],
  ['－１２．５', rmbM, -12.5],
  ['２４７，７９５', rmbM, 247795],
  ['(39.8bn)', rmbM, -39800],
  ['(39.8)bn', rmbM, -39800],
  ['¥39.8bn', rmbM, 39800],
  ['￥39.8bn', rmbM, 39800],
  ['RMB 39.8bn', rmbM, 39800],
  ['rmb39.8bn', rmbM, 39800],
  ['39.8bn RMB', rmbM, 39800],
  ['39.8 RMB', rmbM, 39.8],
  ['CNY 5', rmbM, 5],
  ['-¥39.8bn', rmbM, -39800],
  ['¥-39.8bn', rmbM, -39800],
  ['¥(39.8bn)', rmbM, -39800],
  ['(¥39.8bn)', rmbM, -39800],
  ['US$34.8bn', usdBn, 34.8],
  ['$34,808m', usdBn, 34.808],
  ['–', rmbM, 0],
  ['—', rmbM, 0],
  [' - ', rmbM, 0],
  ['0', rmbM, 0],
  ['-0', rmbM, 0],
  ['.5', rmbM, 0.5],
  ['5.', rmbM, 5],
  ['1.5e3', rmbM, 1500],
  ['35', percent, 0.35],
  ['35%', percent, 0.35],
  ['35 %', percent, 0.35],
  ['３５％', percent, 0.35],
  ['0.5', percent, 0.005],
  ['0.5%', percent, 0.005],
  ['34.495', percent, 0.34495],
  ['0.57', percent, 0.0057], // 0.57 / 100 in doubles is 0.005699999999999999
  ['28.999', percent, 0.28999],
  ['-2%', percent, -0.02],
  ['(2)%', percent, -0.02],
  ['(2%)', percent, -0.02],
  ['50bps', percent, 0.005],
  ['8.7', points, 0.087],
  ['870bps', points, 0.087],
  ['870 bp', points, 0.087],
  ['-25bps', points, -0.0025],
  ['1%', points, 0.01],
  ['1.5pp', points, 0.015],
  ['7.1190', rate, 7.119],
  ['¥7.119', rate, 7.119],
  ['1.5x', ratio, 1.5],
  ['150%', ratio, 1.5],
  ['9', count, 9],
  ['1.3bn', count, 1300000000],
]

test.each(numbers)('[N1] [N2] “%s” on %o is %f', (text, unit, value) => {
  expect(readNumber(text, unit)).toEqual({ value, formula: null })
})

const sums: readonly (readonly [string, Unit, number])[] = [
  ['=85972-61360', rmbM, 24612],
  ['= 85,972 − 61,360', rmbM, 24612],
  ['＝８５９７２－６１３６０', rmbM, 24612],
  ['=+85972-61360', rmbM, 24612],
  ['=0.1+0.2', rmbM, 0.3],
  ['=1.1*1.1', rmbM, 1.21],
  ['=1/3', rmbM, 1 / 3],
  ['=126564/4', rmbM, 31641],
  ['=-2^2', rmbM, -4],
  ['=(-2)^2', rmbM, 4],
  ['=2^-1', rmbM, 0.5],
  ['=2^3^2', rmbM, 512],
  ['=2*-3', rmbM, -6],
  ['=10-4-3', rmbM, 3],
  ['=64/4/2', rmbM, 8],
  ['=2+3*4', rmbM, 14],
  ['=((1+2)*(3+4))', rmbM, 21],
  ['=1.5e3+1', rmbM, 1501],
  ['=4^0.5', rmbM, 2],
  ['=85972*95%', rmbM, 81673.4],
  ['=35-1', percent, 0.34],
  ['=35%-1%', percent, 0.34],
  ['=35%*1.1', percent, 0.385],
  ['=8.7-0.5', points, 0.082],
  ['=0^0', rmbM, 1],
]

test.each(sums)('[N3] the sum “%s” on %o is %f and keeps its text', (text, unit, value) => {
  expect(readNumber(text, unit)).toEqual({ value, formula: text })
})

test.each([
  ['=cloud_revenue*2', 'cloud_revenue*2'],
  ['= revenue - 5', 'revenue - 5'],
  ['=', ''],
  ['=yoy(x)', 'yoy(x)'],
  ['=收入', '收入'],
  ['=cap5', 'cap5'],
  ['=2*39.8bn', '2*39.8bn'],
])('[N3] “%s” has names in it and opens the formula “%s”', (text, formula) => {
  expect(readNumber(text, rmbM)).toEqual({ opensFormula: formula })
})

test.each([
  ['=300bn', rmbM, 300_000],
  ['= 39.8 bn', rmbM, 39_800],
  ['=-1,200bn', rmbM, -1_200_000],
  ['=398.24亿', rmbM, 39_824],
  ['=35%', percent, 0.35],
  ['=870bps', points, 0.087],
  ['=1.5x', ratio, 1.5],
] as const)('[N3] “%s” on %o is a number with a sign before it, and no sum', (text, unit, value) => {
  expect(readNumber(text, unit)).toEqual({ value, formula: null })
})

const refusals: readonly (readonly [string, Unit, string])[] = [
  ['abc', rmbM, '“abc” is not a number. Type a number such as 39,824 or 39.8bn.'],
  ['', rmbM, '“” is not a number. Type a number such as 39,824 or 39.8bn.'],
  ['5%', rmbM, '“5%” is a per cent, but this line is in RMB m. Type a number such as 39,824 or 39.8bn.'],
  ['=5%', rmbM, '“5%” is a per cent, but this line is in RMB m. Type a number such as 39,824 or 39.8bn.'],
  ['5bps', rmbM, '“5bps” is in basis points, but this line is in RMB m. Type a number such as 39,824 or 39.8bn.'],
  ['$39.8bn', rmbM, '“$39.8bn” is in $, but this line is in RMB. Type a number such as 39,824 or 39.8bn.'],
  ['¥5', usdBn, '“¥5” is in ¥, but this line is in US$. Type a number such as 39.8 or 39,800m.'],
  ['39.8bn', percent, '“39.8bn” is an amount, but this line is in %. Type a number such as 35 or 35%.'],
  ['¥35', percent, '“¥35” is an amount, but this line is in %. Type a number such as 35 or 35%.'],
  ['Sep 2025', rmbM, '“Sep 2025” is not a number. Type a number such as 39,824 or 39.8bn.'],
  ['JPY 5', rmbM, '“JPY 5” is in JPY, but this line is in RMB. Type a number such as 39,824 or 39.8bn.'],
  ['5%', count, '“5%” is a per cent, but this line is a plain count. Type a number such as 9.'],
  ['abc', points, '“abc” is not a number. Type a number such as 8.7 or 870bps.'],
  ['1,5', rmbM, '“1,5” is not a number. Type a number such as 39,824 or 39.8bn.'],
  ['12,34', rmbM, '“12,34” is not a number. Type a number such as 39,824 or 39.8bn.'],
  ['39 824', rmbM, '“39 824” is not a number. Type a number such as 39,824 or 39.8bn.'],
  ['1.2.3', rmbM, '“1.2.3” is not a number. Type a number such as 39,824 or 39.8bn.'],
  ['(5', rmbM, '“(5” is not a number. Type a number such as 39,824 or 39.8bn.'],
  ['-(5)', rmbM, '“-(5)” is not a number. Type a number such as 39,824 or 39.8bn.'],
  ['1e400', rmbM, '“1e400” is too large. Type a number such as 39,824 or 39.8bn.'],
  ['=5+', rmbM, '“=5+” stops before its last number. Type a number such as 39,824 or 39.8bn.'],
  ['=(5', rmbM, '“=(5” has a parenthesis that is not closed. Type a number such as 39,824 or 39.8bn.'],
  ['=5)', rmbM, '“=5)” has “)” where the sum should go on or end. Type a number such as 39,824 or 39.8bn.'],
  ['=2 3', rmbM, '“=2 3” has “3” where the sum should go on or end. Type a number such as 39,824 or 39.8bn.'],
  ['=*3', rmbM, '“=*3” has “*” where a number should be. Type a number such as 39,824 or 39.8bn.'],
  ['=1/0', rmbM, '“=1/0” divides by zero. Type a number such as 39,824 or 39.8bn.'],
  ['=0^-1', rmbM, '“=0^-1” divides by zero. Type a number such as 39,824 or 39.8bn.'],
  ['=(-8)^0.5', rmbM, '“=(-8)^0.5” takes a root of a negative number. Type a number such as 39,824 or 39.8bn.'],
  ['=9^9^9', rmbM, '“=9^9^9” is too large to compute. Type a number such as 39,824 or 39.8bn.'],
  ['=5&3', rmbM, '“=5&3” has “&” where the sum should go on or end. Type a number such as 39,824 or 39.8bn.'],
]

test.each(refusals)('[N4] “%s” on %o is refused', (text, unit, sentence) => {
  const read = readNumber(text, unit)
  expect(isProblem(read) && read.sentence).toBe(sentence)
})

test('a sum nested too deeply is refused and does not overflow', () => {
  const read = readNumber(`=${'('.repeat(1500)}1${')'.repeat(1500)}`, rmbM)
  expect(isProblem(read) && read.sentence).toContain('is nested too deeply')
})

test.each(['(9^400/7^400)*', '1.7^300*'])('a sum that outgrows every number, %s…, is refused at once', (part) => {
  const read = readNumber(`=${part.repeat(250)}1`, rmbM)
  expect(isProblem(read) && read.sentence).toContain('is too large to compute')
})

describe('a value as formula text', () => {
  test.each([
    [0.01, percent, '1%'],
    [0.005, points, '0.5%'],
    [0.95, percent, '95%'],
    [-0.02, percent, '-2%'],
    [1, percent, '100%'],
    [0.0057, percent, '0.57%'],
    [0, percent, '0%'],
    [0.34495, percent, '34.495%'],
    [380000, rmbM, '380000'],
    [-21840, rmbM, '-21840'],
    [7.119, rate, '7.119'],
    [1e-7, rmbM, '0.0000001'],
    [1.5e21, rmbM, '1.5e21'],
    [0.1 + 0.2, rmbM, '0.30000000000000004'],
  ])('%f on %o is %s', (value, unit, text) => {
    expect(numberText(value, unit)).toBe(text)
  })

  test.each([percent, points, rmbM])('[N2] reads back to the same double on %o', (unit) => {
    for (let step = 0; step < 3000; step++) {
      const value = Math.sin(step) * 10 ** ((step % 31) - 15)
      expect(readNumber(numberText(value, unit), unit)).toEqual({ value, formula: null })
    }
  })
})
