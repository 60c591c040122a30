// The lexer cuts a formula into tokens that know their range in the text. It reads per cents (`26%` is 0.26, the point
// moved in the text, since a division rounds differently) and refuses what is not in the language, so that the parser
// behind it never meets its own extensions. A leading `=`, `+` or `=+` is dropped: hands type it.

import type { Span } from '#base/span.ts'
import { FormulaRefusal, refuse } from './formulaProblem.ts'

export type Token = { readonly span: Span; readonly text: string } & (
  | { readonly kind: 'number'; readonly value: number; readonly isPercent: boolean }
  | { readonly kind: 'name' }
  /** A text in double quotes; `text` is what stands between them. */
  | { readonly kind: 'quoted' }
  /** An operator, a bracket, a comma, or one of the words `and`, `or`, `not`. */
  | { readonly kind: 'symbol' }
)

const longestFormula = 4000

const numberForm = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y
const symbolForm = /[=!<>]=|[-+*/^()[\],:?<>]/y
const blankForm = /\s+/y
const otherQuotes = /['‘’“”]([^'‘’“”"]*)['‘’“”]/y
const leadForm = /^\s*(?:=(?:\s*\+)?|\+)/

const operatorWords: ReadonlySet<string> = new Set(['and', 'or', 'not'])

/** What people type from other languages, and what to write here. */
const otherSpellings: readonly (readonly [form: string, instead: string])[] = [
  ['**', '^'],
  ['<>', '!='],
  ['&&', 'and'],
  ['||', 'or'],
  ['=', '=='],
  ['!', 'not'],
  ['&', 'and'],
  ['|', 'or'],
  ['×', '*'],
  ['·', '*'],
  ['÷', '/'],
  ['−', '-'],
  ['–', '-'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  [';', ','],
  ["'", '"'],
  ['‘', '"'],
  ['’', '"'],
  ['“', '"'],
  ['”', '"'],
  ['，', ','],
  ['²', '^2'],
  ['³', '^3'],
]

/** What hands used to Excel type before a formula (`=`, `+`, `=+`), with the blanks before it; it is dropped. */
export const leadOf = (text: string): string => {
  const lead = leadForm.exec(text)?.[0] ?? ''
  return text[lead.length] === '=' ? '' : lead
}

const matchAt = (form: RegExp, text: string, at: number): string | null => {
  form.lastIndex = at
  return form.exec(text)?.[0] ?? null
}

/** A number's value; for a per cent the point is moved two places left in the text. */
const valueOf = (digits: string, isPercent: boolean): number => {
  if (!isPercent) return Number(digits)
  const [mantissa, exponent] = digits.toLowerCase().split('e')
  return Number(`${mantissa}e${Number(exponent ?? 0) - 2}`)
}

const numberAt = (text: string, start: number, digits: string): Token => {
  const isPercent = text[start + digits.length] === '%'
  const end = start + digits.length + (isPercent ? 1 : 0)
  const span = { start, end }
  const value = valueOf(digits, isPercent)
  if (!Number.isFinite(value))
    refuse('limit', span, 'This number is too large to calculate with: the largest is about 1.8e308.')
  if (text[end] === '.' && !/\d/.test(text[end + 1] ?? ''))
    refuse('syntax', { start, end: end + 1 }, `Write “${digits}” without the point at its end.`, digits)
  if (/^0[xXbBoO][0-9a-fA-F]/.test(text.slice(start, start + 3)) && digits === '0')
    refuse(
      'syntax',
      { start, end: start + (/^\w+/.exec(text.slice(start))?.[0].length ?? 1) },
      'Write numbers in decimal digits.',
    )
  return { kind: 'number', text: text.slice(start, end), span, value, isPercent }
}

const refuseAt = (text: string, start: number, before: Token | undefined): never => {
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0)
  const span = { start, end: start + character.length }
  if (character === '%') {
    if (before?.kind === 'number' && !before.isPercent)
      return refuse(
        'syntax',
        { start: before.span.start, end: span.end },
        `The % must follow its number at once: write “${before.text}%”.`,
        `${before.text}%`,
      )
    return refuse(
      'syntax',
      span,
      'A % belongs to a number, such as 26%. For a share of something, divide by 100; for a remainder, write mod(a, b).',
    )
  }
  const other = matchAt(otherQuotes, text, start)
  if (other !== null) {
    const quoted = `"${other.slice(1, -1)}"`
    const sentence = `A quarter’s name stands between straight double quotes: write ${quoted}.`
    return refuse('syntax', { start, end: start + other.length }, sentence, quoted)
  }
  // Behind an operand, or before nothing, a “!” is a slip and no negation.
  const isStray = character === '!' && !isBeforeOperand(text, start, before)
  const spelling = isStray ? undefined : otherSpellings.find(([form]) => text.startsWith(form, start))
  if (spelling !== undefined) {
    const [form, instead] = spelling
    return refuse(
      'syntax',
      { start, end: start + form.length },
      `“${form}” is not part of the formula language. Write “${instead}”.`,
      instead,
    )
  }
  if (/\p{L}/u.test(character))
    return refuse(
      'syntax',
      span,
      `“${character}” cannot stand in a formula. Write the line’s key: small letters a to z, digits and _.`,
    )
  return refuse('syntax', span, `“${character}” is not part of the formula language. Take it out.`)
}

/** Whether a character stands where an operand begins: after nothing that ends one, and before what begins one. */
const isBeforeOperand = (text: string, start: number, before: Token | undefined): boolean => {
  const isAfterOperand =
    before !== undefined && (before.kind !== 'symbol' || before.text === ')' || before.text === ']')
  return !isAfterOperand && /^.\s*[\w.("!-]/.test(text.slice(start))
}

/** Whether a character code is that of a digit, and of a letter a to z, small or capital, or `_`. */
const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95

const point = 46

const tokenAt = (text: string, start: number, before: Token | undefined): Token => {
  const code = text.charCodeAt(start)
  const digits = isDigit(code) || code === point ? matchAt(numberForm, text, start) : null
  if (digits !== null) return numberAt(text, start, digits)
  if (isLetter(code)) {
    let end = start + 1
    while (isLetter(text.charCodeAt(end)) || isDigit(text.charCodeAt(end))) end += 1
    const name = text.slice(start, end)
    return { kind: operatorWords.has(name) ? 'symbol' : 'name', text: name, span: { start, end } }
  }
  if (text[start] === '"') {
    const end = text.indexOf('"', start + 1)
    if (end < 0)
      return refuse('syntax', { start, end: text.length }, 'This quarter’s name has no closing quote: put " after it.')
    return { kind: 'quoted', text: text.slice(start + 1, end), span: { start, end: end + 1 } }
  }
  const two = text.slice(start, start + 2)
  const symbol = two === '**' || two === '<>' ? null : matchAt(symbolForm, text, start)
  if (symbol === null) return refuseAt(text, start, before)
  return { kind: 'symbol', text: symbol, span: { start, end: start + symbol.length } }
}

/** A stretch of text that is no token: reading goes on behind it. */
export type Stray = { readonly kind: 'stray'; readonly span: Span; readonly text: string }

const looseTokenAt = (text: string, at: number, before: Token | undefined): Token | Stray => {
  try {
    return tokenAt(text, at, before)
  } catch (caught) {
    if (!(caught instanceof FormulaRefusal)) throw caught
    const end = Math.max(caught.problem.span.end, at + 1)
    return { kind: 'stray', span: { start: at, end }, text: text.slice(at, end) }
  }
}

/** The tokens of any text, half typed or wrong, for those who show it: what is not in the language is stray. */
export const looseTokensOf = (text: string): readonly (Token | Stray)[] => {
  const tokens: (Token | Stray)[] = []
  for (let at = 0; at < text.length;) {
    const blank = matchAt(blankForm, text, at)
    if (blank === null) {
      const before = tokens.at(-1)
      const token = looseTokenAt(text, at, before?.kind === 'stray' ? undefined : before)
      tokens.push(token)
      at = token.span.end
    } else at += blank.length
  }
  return tokens
}

/** The tokens of a formula; throws a FormulaRefusal at the first character that is not in the language. */
export const tokensOf = (text: string): readonly Token[] => {
  if (text.length > longestFormula)
    refuse(
      'limit',
      { start: longestFormula, end: text.length },
      `A formula has at most ${longestFormula} characters; this one has ${text.length}. Move a part of it to a line of its own.`,
    )
  const tokens: Token[] = []
  for (let at = leadOf(text).length; at < text.length;) {
    // A space is the commonest blank, and a letter, digit or operator the commonest of all.
    const code = text.charCodeAt(at)
    const blank = code === 32 ? ' ' : code > 32 && code < 127 ? null : matchAt(blankForm, text, at)
    if (blank !== null) {
      at += blank.length
      continue
    }
    const token = tokenAt(text, at, tokens.at(-1))
    tokens.push(token)
    at = token.span.end
  }
  return tokens
}
