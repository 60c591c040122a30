// Pasted numbers in the locale they were written in: which style a block has, and the text that readNumber then reads.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inPointStyle, isNothing, isNumberText, numberStyleOf, type NumberStyle } from '#exchange/numberStyle.ts'
import { readNumber } from '#exchange/number.ts'
import type { Unit } from '#model/unit.ts'

const rmbM: Unit = { kind: 'currency', currency: 'RMB', scale: 'm' }
const eurM: Unit = { kind: 'currency', currency: 'EUR', scale: 'm' }
const percent: Unit = { kind: 'percent' }

describe('the style of a block', () => {
  test.each([
    '1.234,5',
    '1 234,5',
    '1\u00a0234,5',
    '1’234,50',
    '12,5',
    '0,123',
    '1.234.567',
    '12,5 %',
    '1,2345',
    '1234,567',
    ',5',
    '-12,5',
    '−0,3',
    '(1.234,5)',
    '(12,5 %)',
    '1.234,57 €',
    '€ 12,5',
    'EUR 12,5',
    'RMB12,5',
    'US$ 0,5',
    '12,5 Mrd. €',
    '39,8bn',
    '398,24亿元',
    '1,23E+05',
    '１２，５',
    '12,5x',
  ])('“%s” alone can only have a decimal comma', (text) => {
    expect(numberStyleOf([text])).toBe('comma')
    expect(numberStyleOf(['FY26 Q1', '1.234', '', text])).toBe('comma')
  })

  test.each([
    '1.234',
    '1,234',
    '-1,234',
    '1234',
    '1 234',
    '12%',
    '',
    '–',
    'n.m.',
    'Note 1,2',
    'Anhang 3,5',
    '30,09,2025',
    '1,23,4',
    '1.23.4,5',
    '01.234.567',
    'Umsatz, netto',
    '12,5 und 13,5',
    '1.234,',
    '12,5,',
  ])('“%s” decides nothing', (text) => {
    expect(numberStyleOf([text])).toBe('point')
    expect(numberStyleOf([text, '0,5'])).toBe('comma')
    expect(numberStyleOf([text, '0.5', '1,5', '1,6'])).toBe('comma')
  })

  test.each([
    '1,234.5',
    '12.5',
    '0.123',
    '1,234,567',
    '1.2345',
    '.5',
    '3.98亿',
    '¥39.8bn',
    '12.5%',
    "1'234.5",
    '1 234.5',
  ])('“%s” can only have a decimal point', (text) => {
    expect(numberStyleOf([text, '0,5'])).toBe('point')
    expect(numberStyleOf([text, '0,5', '0,6'])).toBe('comma')
  })

  test('no text at all is point style', () => {
    expect(numberStyleOf([])).toBe('point')
  })
})

const rewritten: readonly (readonly [string, NumberStyle, string, number])[] = [
  ['1.234,5', 'comma', '1234.5', 1234.5],
  ['1.234', 'comma', '1234', 1234],
  ['1,234', 'comma', '1.234', 1.234],
  ['1.234.567', 'comma', '1234567', 1234567],
  ['1 234 567,89', 'comma', '1234567.89', 1234567.89],
  ['1\u00a0234,5', 'comma', '1234.5', 1234.5],
  ['1\u202f234,5', 'comma', '1234.5', 1234.5],
  ['1\u2009234,5', 'comma', '1234.5', 1234.5],
  ["1'234,5", 'comma', '1234.5', 1234.5],
  ['1’234,5', 'comma', '1234.5', 1234.5],
  ['-12,5', 'comma', '-12.5', -12.5],
  ['(21.840)', 'comma', '(21840)', -21840],
  ['−0,3', 'comma', '−0.3', -0.3],
  [',5', 'comma', '.5', 0.5],
  ['1,23E+05', 'comma', '1.23E+05', 123000],
  ['39,8bn', 'comma', '39.8bn', 39800],
  ['398,24亿', 'comma', '398.24亿', 39824],
  ['¥39,8bn', 'comma', '¥39.8bn', 39800],
  ['１．２３４，５', 'comma', '1234.5', 1234.5],
  ['39824', 'comma', '39824', 39824],
  ['1,234', 'point', '1,234', 1234],
  ['1 234.5', 'point', '1234.5', 1234.5],
  ['1 234 567', 'point', '1234567', 1234567],
  ["1'234.5", 'point', '1234.5', 1234.5],
  ['1’234’567', 'point', '1234567', 1234567],
  ['（１２）', 'point', '(12)', -12],
  ['１，２３４', 'point', '1,234', 1234],
  ['3.98亿', 'point', '3.98亿', 398],
  ['¥39.8bn', 'point', '¥39.8bn', 39800],
  ['−3', 'point', '−3', -3],
  ['(21,840)', 'point', '(21,840)', -21840],
]

test.each(rewritten)('“%s” in %s style is “%s”', (text, style, expected, value) => {
  expect(inPointStyle(text, style)).toBe(expected)
  expect(readNumber(inPointStyle(text, style), rmbM)).toEqual({ value, formula: null })
})

test.each([
  ['12,5 %', 'comma', 0.125],
  ['(2,0%)', 'comma', -0.02],
  ['34,512%', 'comma', 0.34512],
  ['12%', 'comma', 0.12],
  ['12%', 'point', 0.12],
  ['１２％', 'point', 0.12],
] as const)('“%s” in %s style is %f on a per-cent line', (text, style, value) => {
  expect(readNumber(inPointStyle(text, style), percent)).toEqual({ value, formula: null })
})

test('a currency stays with its number', () => {
  expect(readNumber(inPointStyle('1.234,57 €', 'comma'), eurM)).toEqual({ value: 1234.57, formula: null })
  expect(readNumber(inPointStyle('€ 1.234,57', 'comma'), eurM)).toEqual({ value: 1234.57, formula: null })
})

test.each([
  ['30.09.2025', 'comma'],
  ['Note 1,2', 'comma'],
  ['FY26 Q1', 'comma'],
  ['2025-09', 'point'],
  ['Ｒｅｖｅｎｕｅ', 'point'],
  ['12,5', 'point'],
  ['12.5', 'comma'],
  ['1 234 5', 'point'],
  ['n.m.', 'comma'],
  ['', 'comma'],
  ['–', 'comma'],
  ['=85972-61360', 'comma'],
  ['=1,5', 'comma'],
] as const)('“%s” is no number in %s style and stays as it is', (text, style) => {
  expect(inPointStyle(text, style)).toBe(text)
})

test('a number written out in German is read back as the same double', () => {
  const german = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 20 })
  const readable = fc.double({ min: -1e15, max: 1e15, noNaN: true }).map((value) => Number(value.toPrecision(12)))
  fc.assert(
    fc.property(readable, (value) => {
      const text = german.format(value)
      fc.pre(Number(text.replaceAll('.', '').replace(',', '.')) === value)
      expect(readNumber(inPointStyle(text, 'comma'), rmbM)).toEqual({ value: value === 0 ? 0 : value, formula: null })
    }),
  )
})

test('long texts of blanks, signs and digits do not hang', () => {
  for (const part of ['(', ' ', '1 ', '1,', '1.234', ' (a', '%', '-1e'])
    for (const tail of ['', '1', 'x!', ')'])
      for (const length of [400, 100_000]) {
        const text = part.repeat(length / part.length) + tail
        expect(numberStyleOf([text, '1,2', '1,3'])).toBe('comma')
      }
})

test.each([
  '',
  '  ',
  'n.m.',
  'n/a',
  'N/A',
  '#N/A',
  'nm',
  'na',
  'NM',
  'n.a.',
  'N.M.',
  '..',
  '…',
  '...',
  '\u00a0',
  '#NV',
  'fault', // as the sheet itself writes it
])('“%s” says that there is no value', (text) => {
  expect(isNothing(text)).toBe(true)
})

test.each(['-', '–', '—', '0', '.', 'n', 'm', 'name', 'faulty', '#DIV/0!', 'a', '….', 'nmn'])(
  '“%s” is something',
  (text) => {
    expect(isNothing(text)).toBe(false)
  },
)

test.each([
  ['-21,840', true],
  ['1.234,5', true],
  ['−3', true],
  ['12%', true],
  ['-1+cmd', false],
  ['12 Monkeys, 5', false],
  ['', false],
  ['-', false],
])('whether “%s” is a number: %s', (text, expected) => {
  expect(isNumberText(text)).toBe(expected)
})
