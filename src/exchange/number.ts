// Numbers as hands type them and tables carry them: `39.8bn`, `398.24亿`, `(21,840)`, `35%`, `870bps`, `=85972-61360`. A
// plain number is in the unit its row shows, which for money may be another scale than the line's own. What scales it (a
// word, a per cent, the row) moves the point in the text, so the value is the double nearest to what was typed.

import { problem, type Problem } from '#model/problem.ts'
import { currencyName, isFraction, scaleExponents, unitName, type Unit } from '#model/unit.ts'
import { computeArithmetic } from './arithmetic.ts'
import { numberWithPointMoved, plainDecimal } from './decimal.ts'

/** `formula` is the text of the sum the value was computed from, to become the cell's note. */
export type TypedNumber = { readonly value: number; readonly formula: string | null }

/** The text has names in it: it belongs in the line's formula. */
export type OpensFormula = { readonly opensFormula: string }

/** Words for powers of ten, in lower case. */
const wordExponents = new Map<string, number>([
  ...(['k', 'm', 'bn', '万', '亿'] as const).map((word): [string, number] => [word, scaleExponents[word]]),
  ['b', 9],
  ['mn', 6],
  ['mm', 6],
  ['tn', 12],
  ['thousand', 3],
  ['million', 6],
  ['billion', 9],
  ['trillion', 12],
  ['萬', 4],
  ['億', 8],
  ['万亿', 12],
])

/** Signs that stand for a currency; any other is its code. */
const currenciesBySign = new Map<string, readonly string[]>([
  ['¥', ['RMB', 'CNY', 'JPY']],
  ['元', ['RMB', 'CNY']],
  ['人民币', ['RMB', 'CNY']],
  ['RMB', ['RMB', 'CNY']],
  ['CNY', ['RMB', 'CNY']],
  ['US$', ['USD']],
  ['HK$', ['HKD']],
  ['$', ['USD', 'HKD', 'AUD', 'CAD', 'SGD', 'TWD', 'NZD']],
  ['€', ['EUR']],
  ['£', ['GBP']],
])

/** Codes known for currencies besides the line's own: `Sep 2025` is not an amount. */
const currencyCodes = new Set([
  'RMB',
  'CNY',
  'USD',
  'HKD',
  'EUR',
  'GBP',
  'JPY',
  'KRW',
  'INR',
  'TWD',
  'SGD',
  'AUD',
  'CAD',
  'NZD',
  'CHF',
])

/** The text in plain characters: full-width forms narrowed, every minus a hyphen, every space a blank. */
const plainCharacters = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('￥', '¥')
    .replace(/[‐‑‒–—−﹣]/g, '-')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))/g, '') // thousands as French and Swiss tables part them
    .replace(/\s+/g, ' ')
    .trim()

const currencyForm = String.raw`[a-z]{2}\$|[a-z]{3}(?![a-z])|[¥$€£元]|人民币`

const wordForm = ['%', 'bps?', 'pp', 'x', '×', ...wordExponents.keys()]
  .sort((left, right) => right.length - left.length)
  .join('|')

const numberForm = new RegExp(
  String.raw`^(?<sign>[-+])? ?(?<before>${currencyForm})? ?(?<innerSign>[-+])?` +
    String.raw`(?<digits>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(?<exponent>e[-+]?\d+)?` +
    String.raw` ?(?<word>${wordForm})? ?(?<after>${currencyForm})?$`,
  'iu',
)

/** Parentheses round the digits, as accountants write a negative: what stands before, in and after them. */
const parenthesesForm = /^([^()\d]*)\(([^()]*\d[^()]*)\)([^()\d]*)$/

type Parts = {
  readonly digits: string
  readonly isNegative: boolean
  readonly currency: string | null
  /** `%`, a word in lower case, or an empty text. */
  readonly word: string
}

const partsOf = (text: string): Parts | null => {
  const parentheses = parenthesesForm.exec(text)
  const found = numberForm.exec(parentheses === null ? text : parentheses.slice(1).join(''))?.groups
  if (found === undefined) return null
  const { sign, before, innerSign, digits = '', exponent = '', word = '', after } = found
  const signs = [parentheses === null ? undefined : '-', sign, innerSign].filter((each) => each !== undefined)
  if (signs.length > 1 || (before !== undefined && after !== undefined)) return null
  return {
    digits: digits.replaceAll(',', '') + exponent,
    isNegative: signs[0] === '-',
    currency: (before ?? after)?.toUpperCase() ?? null,
    word: word.toLowerCase(),
  }
}

/** Behind an equals sign this is no sum but a number with its word: `=300bn`, `=-1.5%`. */
const loneNumberForm = new RegExp(String.raw`^[-+]?[\d.,]+(?:e[-+]?\d+)? ?(?:${wordForm})$`, 'iu')

const exampleFor = (unit: Unit): string => {
  switch (unit.kind) {
    case 'currency':
      if (unit.scale === 'bn') return 'a number such as 39.8 or 39,800m'
      return unit.scale === '亿' ? 'a number such as 398.24 or 39.8bn' : 'a number such as 39,824 or 39.8bn'
    case 'percent':
      return 'a number such as 35 or 35%'
    case 'points':
      return 'a number such as 8.7 or 870bps'
    case 'exchange':
      return 'a number such as 7.119'
    case 'ratio':
      return 'a number such as 1.5'
    case 'count':
    case 'quarters':
      return 'a number such as 9'
  }
}

/** By how many places money moves its point from the scale of one unit to that of the other. */
const placesBetween = (from: Unit, to: Unit): number =>
  from.kind === 'currency' && to.kind === 'currency' ? scaleExponents[from.scale] - scaleExponents[to.scale] : 0

/** What a line is in, for a refusal. */
const inUnit = (unit: Unit): string => (unit.kind === 'count' ? 'is a plain count' : `is in ${unitName(unit)}`)

/** By how many places a word moves the point of a number on a line of the unit, or why it cannot stand there. */
const placesOf = (word: string, unit: Unit, shown: Unit): number | string => {
  if (word === '%') {
    if (isFraction(unit)) return -2
    return unit.kind === 'ratio' ? -2 : `is a per cent, but this line ${inUnit(shown)}`
  }
  if (word === 'bps' || word === 'bp')
    return isFraction(unit) ? -4 : `is in basis points, but this line ${inUnit(shown)}`
  if (word === 'pp' && isFraction(unit)) return -2
  if ((word === 'x' || word === '×') && unit.kind === 'ratio') return 0
  if (word === '') return isFraction(unit) ? -2 : placesBetween(shown, unit)
  const exponent = wordExponents.get(word)
  if (exponent === undefined) return 'is not a number'
  if (unit.kind === 'currency') return exponent - scaleExponents[unit.scale]
  return unit.kind === 'count' ? exponent : `is an amount, but this line ${inUnit(unit)}`
}

/** Why a currency sign cannot stand on a line of the unit; null where it can. */
const currencyFault = (sign: string, unit: Unit): string | null => {
  const currencies = currenciesBySign.get(sign) ?? [sign]
  const isMoney = unit.kind === 'currency' || unit.kind === 'exchange'
  const isOwnCode = isMoney && unit.currency.toUpperCase() === sign
  if (!currenciesBySign.has(sign) && !currencyCodes.has(sign) && !isOwnCode) return 'is not a number'
  if (!isMoney) return `is an amount, but this line ${inUnit(unit)}`
  if (currencies.includes(unit.currency.toUpperCase())) return null
  return `is in ${sign}, but this line is in ${currencyName(unit.currency)}`
}

/** Reads a number typed on a line of the unit, in a row that shows it in `shown`: the same, or money in another scale. */
export const readNumber = (text: string, unit: Unit, shown: Unit = unit): TypedNumber | OpensFormula | Problem => {
  const typed = text.trim()
  const plain = plainCharacters(text)
  const refuse = (why: string): Problem => {
    const quoted = typed.length > 40 ? `${typed.slice(0, 40)}…` : typed
    const place = { at: 'text', span: { start: 0, end: text.length } } as const
    return problem('number', place, `“${quoted}” ${why}. Type ${exampleFor(shown)}.`)
  }
  if (plain === '-') return { value: 0, formula: null } // how tables print a zero
  if (plain.startsWith('=')) {
    const sum = plain.slice(1).trim()
    if (sum === '') return { opensFormula: '' }
    if (loneNumberForm.test(sum) && partsOf(sum) !== null) return readNumber(sum, unit, shown)
    const result = computeArithmetic(sum)
    if ('names' in result) return { opensFormula: typed.slice(1).trim() }
    if ('fault' in result) return refuse(result.fault)
    const isPerCent = isFraction(unit) ? result.perCents !== 'none' : result.perCents === 'all'
    const places = placesOf(isPerCent ? '%' : '', unit, shown)
    if (typeof places === 'string') return refuse(places)
    // A sum of per cents is a fraction already.
    return { value: isPerCent ? result.value : numberWithPointMoved(String(result.value), places), formula: typed }
  }
  const parts = partsOf(plain)
  if (parts === null) return refuse('is not a number')
  const fault = parts.currency === null ? null : currencyFault(parts.currency, unit)
  if (fault !== null) return refuse(fault)
  const places = placesOf(parts.word, unit, shown)
  if (typeof places === 'string') return refuse(places)
  const magnitude = numberWithPointMoved(parts.digits, places)
  if (!Number.isFinite(magnitude)) return refuse('is too large')
  return { value: parts.isNegative && magnitude !== 0 ? -magnitude : magnitude, formula: null }
}

/** A value as formula text on a line of the unit, the way a constant holds it: `0.5%` on fractions, else `380000`. */
export const numberText = (value: number, unit: Unit): string =>
  isFraction(unit) ? `${plainDecimal(value, 2)}%` : plainDecimal(value)

/** A value as one would type it in a row that shows it in `shown`, at full precision: 32000 of RMB m is `32` in RMB bn. */
export const typedText = (value: number, unit: Unit, shown: Unit): string =>
  isFraction(unit) ? numberText(value, unit) : plainDecimal(value, placesBetween(unit, shown))
