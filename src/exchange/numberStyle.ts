// A NumberStyle says which sign parts off the decimals of a pasted table. One cell cannot always tell (`1.234` is 1234 in
// Berlin and 1.234 in Boston), so it is judged over the whole block, and then every number is rewritten into point style,
// which is what `readNumber` reads. A text counts as a number only if nothing but signs, a currency and one word is round
// its digits: `30.09.2025` and `Note 1,2` are left alone.

export type NumberStyle = 'point' | 'comma'

/** The text with full-width forms narrowed, invisible marks gone and runs of blanks made one. */
const narrowed = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\u3000|\s{2,}/g, ' ')
    .trim()

/** What parts thousands in either style: blanks of every width, and apostrophes as the Swiss write. */
const neutralSeparator = String.raw`[ \u00a0\u2007\u2009\u202f'’]`

const signsForm = String.raw`[-+‐‑‒–—−﹣(\s]{0,4}`

/** A sign, a parenthesis, a currency or its code: `-`, `(US$`, `RMB `, `¥`. Longer words are labels. */
const beforeForm = String.raw`${signsForm}(?:[a-z]{0,3}\p{Sc}|[a-z]{2,3}(?![a-z])|元|人民币)?${signsForm}`

const closingForm = String.raw`[\s)]{0,3}`

/** A per cent, a word (`bn`, `Mrd.`, `亿元`), a currency, a closing parenthesis. */
const afterForm = String.raw`(?:e[-+]?\d+)?${closingForm}(?:(?:[%×]|\p{L}{1,12}\.?)${closingForm})?(?:\p{Sc}|\p{L}{1,12})?${closingForm}`

const numberForm = new RegExp(
  String.raw`^(?<before>${beforeForm})(?<digits>[.,]?\d(?:(?:[.,]|${neutralSeparator})?\d)*)(?<after>${afterForm})$`,
  'iu',
)

/** Digits of a style; a first group of thousands does not begin with a zero, so `0,123` has decimals. */
const digitsForm = (separator: string, point: string): RegExp =>
  new RegExp(
    String.raw`^(?:[1-9]\d{0,2}(?:(?<separator>${separator}|${neutralSeparator})\d{3})(?:\k<separator>\d{3})*|\d+)?(?:${point}\d+)?$`,
    'u',
  )

const digitsForms: Readonly<Record<NumberStyle, RegExp>> = {
  point: digitsForm(',', String.raw`\.`),
  comma: digitsForm(String.raw`\.`, ','),
}

/** Longer texts are prose: the largest double takes 413 characters with its commas. */
const longestNumber = 500

const partsOf = (text: string): { before: string; digits: string; after: string } | null => {
  if (text.length > longestNumber || !/\d|[０-９]/.test(text)) return null
  const found = numberForm.exec(narrowed(text))?.groups
  return found === undefined
    ? null
    : { before: found['before'] ?? '', digits: found['digits'] ?? '', after: found['after'] ?? '' }
}

/** Whether the text is a number as tables of the style write it. */
export const isNumberIn = (text: string, style: NumberStyle): boolean => {
  const parts = partsOf(text)
  return parts !== null && digitsForms[style].test(parts.digits)
}

/** Whether the text is a number in one style or the other. */
export const isNumberText = (text: string): boolean => isNumberIn(text, 'point') || isNumberIn(text, 'comma')

/** The one style in which the text is a number; null where it is one in both or in neither. */
const onlyStyleOf = (text: string): NumberStyle | null => {
  const isPoint = isNumberIn(text, 'point')
  return isPoint === isNumberIn(text, 'comma') ? null : isPoint ? 'point' : 'comma'
}

/** The style of most texts that can be read in one style only; null where they tie or there are none. */
export const decidedStyleOf = (texts: readonly string[]): NumberStyle | null => {
  let commas = 0
  for (const text of texts) {
    const style = onlyStyleOf(text)
    if (style !== null) commas += style === 'comma' ? 1 : -1
  }
  return commas === 0 ? null : commas > 0 ? 'comma' : 'point'
}

/** The style of a block; point where nothing decides. */
export const numberStyleOf = (texts: readonly string[]): NumberStyle => decidedStyleOf(texts) ?? 'point'

/** The text with its digits rewritten so that `readNumber` reads them; a text that is no number of the style as it came. */
export const inPointStyle = (text: string, style: NumberStyle): string => {
  const parts = partsOf(text)
  if (parts === null || !digitsForms[style].test(parts.digits)) return text
  const { before, digits, after } = parts
  const bare = digits.replace(new RegExp(neutralSeparator, 'gu'), '')
  return before + (style === 'comma' ? bare.replaceAll('.', '').replace(',', '.') : bare) + after
}

const nothingForm = /^(?:fault|n\.? ?[am]\.?|n\/[am]|#n\/a|#nv|\.\.\.?|…)?$/i

/** Whether the text says that there is no value, as the sheet does or as tables do. A lone dash does not: in tables it is a zero. */
export const isNothing = (text: string): boolean => nothingForm.test(narrowed(text))
