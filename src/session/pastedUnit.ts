// The unit a pasted table states, in a heading's corner, above a column, in a name or beside it: `RMB billion`. A figure of
// money takes it along as a word, so that it is read, or refused, as if it had been typed with it.

import { isNumberText } from '#exchange/numberStyle.ts'
import { currencyName, type Unit } from '#model/unit.ts'

export type PastedUnit = {
  /** As lines name it; null where none is stated. */
  readonly currency: string | null
  /** The word typed numbers have for the scale; null where none is stated. */
  readonly word: string | null
}

const currencies: readonly (readonly [RegExp, string])[] = [
  [/^(?:RMB|CNY|renminbi|yuan|¥|人民币|元)$/i, 'RMB'],
  [/^(?:USD|US\$|U\.S\. dollars?)$/i, 'USD'],
  [/^(?:HKD|HK\$)$/i, 'HKD'],
  [/^(?:EUR|€)$/i, 'EUR'],
  [/^(?:GBP|£)$/i, 'GBP'],
  [/^JPY$/i, 'JPY'],
]

const words: readonly (readonly [RegExp, string])[] = [
  [/^(?:k|tsd\.?|thousands?|['’]?000s?|千)$/i, 'k'],
  [/^(?:m|mn|mm|mio\.?|millions?|百万)$/i, 'm'],
  [/^(?:b|bn|mrd\.?|billions?|十亿)$/i, 'bn'],
  [/^(?:tn|trillions?)$/i, 'tn'],
  [/^[万萬]$/, '万'],
  [/^[亿億]$/, '亿'],
]

const currencyForm = String.raw`RMB|CNY|renminbi|yuan|¥|人民币|USD|US\$|U\.S\. dollars?|HKD|HK\$|EUR|€|GBP|£|JPY`
const longForm = String.raw`thousands?|millions?|billions?|trillions?|tsd\.?|mio\.?|mrd\.?|bn|mn|百万|十亿|亿|億|万|萬`
const wordForm = String.raw`${longForm}|mm|tn|k|m|b|['’]?000s?`

const forms = [
  // `RMB m`, `RMB in millions`
  new RegExp(String.raw`(?<currency>${currencyForm})\s*(?:,?\s*in\s+)?(?<word>${wordForm})(?![a-z\d])`, 'i'),
  // `in millions of RMB`, `bn US$`
  new RegExp(String.raw`(?<![a-z\d])(?<word>${longForm})\s*(?:of\s+)?(?<currency>${currencyForm}|元)(?![a-z])`, 'i'),
  // `in millions`
  new RegExp(String.raw`(?<![a-z])in\s+(?<word>${longForm})(?![a-z])`, 'i'),
  // all of it
  new RegExp(String.raw`^\s*[([]?\s*(?<word>${wordForm})\s*[)\]]?\s*$`, 'i'),
  new RegExp(String.raw`^\s*[([]?\s*(?<currency>${currencyForm})\s*[)\]]?\s*$`, 'i'),
]

const named = (known: readonly (readonly [RegExp, string])[], text: string | undefined): string | null =>
  text === undefined ? null : (known.find(([form]) => form.test(text))?.[1] ?? null)

/** The unit stated in a text; null where none is. */
export const unitIn = (text: string): PastedUnit | null => {
  const found = forms.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined)
  return found === undefined
    ? null
    : { currency: named(currencies, found['currency']), word: named(words, found['word']) }
}

/** The unit a name states, in parentheses or behind a comma. */
export const unitOfName = (name: string): PastedUnit | null =>
  [...name.matchAll(/[([{]([^)\]}]*)[)\]}]|,([^,]*)$/g)].flatMap(
    (found) => unitIn(found[1] ?? found[2] ?? '') ?? [],
  )[0] ?? null

/** Whether a cell is a unit and nothing else, as in a corner or a column of units. */
export const isUnitCell = (text: string): boolean =>
  new RegExp(
    String.raw`^\s*[([]?\s*(?:in\s+)?(?:(?:${currencyForm})\s*(?:in\s+)?(?:${wordForm})?|(?:${longForm})(?:\s+(?:of\s+)?(?:${currencyForm}))?)\s*[)\]]?\s*$`,
    'i',
  ).test(text)

const isSame = (currency: string, of: string): boolean =>
  currency === of.toUpperCase() || (currency === 'RMB' && of.toUpperCase() === 'CNY')

/** A figure with the unit it is stated in, for a line that shows `shown`; as it came where it has its own, or is no money. */
export const withUnit = (text: string, unit: PastedUnit | null, shown: Unit): string => {
  if (unit === null || shown.kind !== 'currency' || !isNumberText(text)) return text
  if (/[\p{L}%×]/u.test(text.replace(/RMB|CNY|USD|[A-Z]{2}\$/, ''))) return text
  const { currency } = unit
  const isOwn = currency === null || isSame(currency, shown.currency) || /[\p{Sc}\p{L}]/u.test(text)
  if (!isOwn) return `${currencyName(currency)}${text}${unit.word ?? ''}`
  return unit.word === null || unit.word === shown.scale ? text : `${text}${unit.word}`
}
