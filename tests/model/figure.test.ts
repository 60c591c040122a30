import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bareBillions,
  figureWithUnit,
  inBillions,
  plainFigure,
  shownUnit,
  shownValue,
  signedBillions,
  tableFigure,
  tableValue,
} from '#model/figure.ts'
import { scaleExponents, unitName, type Scale, type Unit } from '#model/unit.ts'
import { rmbM } from './sample.ts'

const percent: Unit = { kind: 'percent' }

describe('rounding is done once, from full precision', () => {
  test.each([
    [0.34495, 1, '34.5'],
    [0.34495, 0, '34'], // 34.5 rounded again would be 35
    [0.34495, 3, '34.495'],
    [0.285, 0, '29'], // 0.285 × 100 in doubles is 28.499999999999996
    [0.285, 1, '28.5'],
    [0.0057, 2, '0.57'],
    [-0.02, 1, '(2.0)'],
    [-0.0004, 1, '0.0'],
    [1, 0, '100'],
    [1e21, 0, '100,000,000,000,000,000,000,000'],
    [1e-9, 1, '0.0'],
  ])('[N7] %d on a per-cent line with %d digits is %s', (value, decimals, text) => {
    expect(tableValue(value, percent, decimals)).toBe(text)
  })

  test.each([
    [1.005, 2, '1.01'],
    [2.5, 0, '3'],
    [-2.5, 0, '−3'],
    [0.5, 0, '1'],
    [1.45, 1, '1.5'],
    [2.4999, 0, '2'],
    [999.5, 0, '1,000'],
    [1e21, 0, '1,000,000,000,000,000,000,000'],
    [0, 0, '0'],
    [-0, 1, '0.0'],
    [-0.4, 0, '0'],
    [NaN, 2, ''],
  ])('[N7] %d with %d digits is %s', (value, decimals, text) => {
    expect(plainFigure(value, decimals)).toBe(text)
  })
})

test.each([
  [-21840, 0, '(21,840)'],
  [-0.5, 1, '(0.5)'],
  [-0.04, 1, '0.0'],
  [39824, 0, '39,824'],
  [NaN, 0, ''],
])('[N6] in a table %d is %s', (value, decimals, text) => {
  expect(tableFigure(value, decimals)).toBe(text)
})

test('[N6] in a sentence a negative wears a minus', () => {
  expect(plainFigure(-21840, 0)).toBe('−21,840')
})

test.each([
  ['m', 'bn', 247795, 247.795],
  ['m', '亿', 39824, 398.24],
  ['m', '万', 39824, 3982400],
  ['m', 'k', 1.1, 1100],
  ['m', '', 0.000001, 1],
  ['bn', 'm', 1.005, 1005],
  ['亿', 'bn', 3982.4, 398.24],
  ['m', 'm', 7.1, 7.1],
] as const)('[N5] in the line’s %s shown in %s, %d is %d', (own, shown, value, expected) => {
  expect(shownValue(value, { kind: 'currency', currency: 'RMB', scale: own }, shown)).toBe(expected)
})

test('[N5] only money follows the view’s scale', () => {
  for (const kind of ['ratio', 'count', 'quarters'] as const) expect(shownValue(5, { kind }, 'bn')).toBe(5)
  expect(shownValue(0.05, percent, 'bn')).toBe(5)
  expect(shownValue(7.119, { kind: 'exchange', currency: 'RMB', per: 'USD' }, 'bn')).toBe(7.119)
  expect(shownValue(5, rmbM, null)).toBe(5)
})

test.each([
  [247_795, 0, 'bn', '247.795'],
  [247_795, 0, '亿', '2,477.95'],
  [247_795, 0, 'm', '247,795'],
  [247_795, 0, null, '247,795'],
  [-21_840, 0, 'bn', '(21.840)'],
  [-21_840, 1, 'bn', '(21.8400)'],
  [1.5, 1, 'k', '1,500'],
] as const)('[N5] in a table %d m with %d digits reads as far in %s', (value, decimals, scale, text) => {
  expect(tableValue(value, rmbM, decimals, scale)).toBe(text)
})

test('[N5] the unit of a row says the scale its money is shown in', () => {
  expect(shownUnit(rmbM, 'bn')).toEqual({ kind: 'currency', currency: 'RMB', scale: 'bn' })
  expect(shownUnit(rmbM, null)).toBe(rmbM)
  expect(shownUnit(percent, 'bn')).toBe(percent)
  expect(tableValue(0.05, percent, 1, 'bn')).toBe('5.0')
})

test('[N5] there and back between any two scales of plain numbers is the number itself', () => {
  const scales = Object.keys(scaleExponents) as Scale[]
  fc.assert(
    fc.property(
      fc.constantFrom(...scales),
      fc.constantFrom(...scales),
      fc.integer({ min: -1e9, max: 1e9 }),
      (own, other, thousandths) => {
        const money = (scale: Scale): Unit => ({ kind: 'currency', currency: 'RMB', scale })
        const value = Number(`${thousandths}e-3`) + 0
        expect(shownValue(shownValue(value, money(own), other), money(other), own)).toBe(value)
      },
    ),
  )
})

test.each([
  [39824, rmbM, 0, '39,824 RMB m'],
  [0.34495, percent, 1, '34.5 %'],
  [0.087, { kind: 'points' }, 1, '8.7 points'],
  [1.5, { kind: 'ratio' }, 2, '1.50'],
  [9, { kind: 'count' }, 0, '9'],
  [10.938, { kind: 'quarters' }, 3, '10.938 quarters'],
  [7.119, { kind: 'exchange', currency: 'RMB', per: 'USD' }, 4, '7.1190 RMB per US$'],
  [34808, { kind: 'currency', currency: 'USD', scale: 'm' }, 0, '34,808 US$ m'],
  [NaN, rmbM, 0, ''],
] as const)('[N6] in a sentence %d on %o is “%s”', (value, unit, decimals, text) => {
  expect(figureWithUnit(value, unit, decimals)).toBe(text)
})

test('[N6] commitments are told in billions', () => {
  expect(inBillions(70177, rmbM)).toBe('70.177 bn')
  expect(bareBillions(70177, rmbM)).toBe('70.177')
  expect(signedBillions(6843.667, rmbM)).toBe('+6.844 bn')
  expect(signedBillions(-211, rmbM)).toBe('−0.211 bn')
  expect(signedBillions(0, rmbM)).toBe('0.000 bn')
  expect(inBillions(NaN, rmbM)).toBe('')
})

test('a currency without a scale has no blank at the end of its name', () => {
  expect(unitName({ kind: 'currency', currency: 'RMB', scale: '' })).toBe('RMB')
  expect(unitName({ kind: 'ratio' })).toBe('×')
})
