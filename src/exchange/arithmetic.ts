// A sum typed into a cell: digits, + - * / ^ ( ) and per cents, no names. It is read with the precedence of the formula
// language (^ to the right and before the sign: -2^2 is -4), computed exactly, and rounded once.

import { power } from '#numeric/elementary.ts'
import {
  fractionOf,
  inverse,
  isTooLong,
  nearestDouble,
  negated,
  product,
  sum,
  wholePower,
  type Fraction,
} from './fraction.ts'

export type Arithmetic =
  | { readonly value: number; readonly perCents: 'none' | 'some' | 'all' }
  /** It has names in it: not a sum but a formula. */
  | { readonly names: true }
  /** Why there is no number, as the end of a sentence that begins with the text. */
  | { readonly fault: string }

/** Longer texts and deeper parentheses are nobody's sum. */
const mostCharacters = 4000
const mostLevels = 64

const tokenForm =
  /\s*(?:(?<digits>(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d+)(?:\.\d*)?|\.\d+)(?<exponent>e[+-]?\d+)?(?<perCent>%)?|(?<other>\S))/giu

type Token = { readonly text: string; readonly digits: string | null; readonly isPerCent: boolean }

const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(tokenForm)].map(({ groups }) => {
    const digits = groups?.['digits']
    const isPerCent = groups?.['perCent'] !== undefined
    if (digits === undefined) return { text: groups?.['other'] ?? '', digits: null, isPerCent }
    return { text: digits, digits: digits.replaceAll(',', '') + (groups?.['exponent'] ?? ''), isPerCent }
  })

const zero: Fraction = { upper: 0n, lower: 1n }

/** Reads and computes the tokens; the first fault is kept, and what follows it no longer matters. */
const compute = (tokens: readonly Token[]): Fraction | string => {
  let at = 0
  let depth = 0
  const faults: string[] = []
  const fail = (why: string): Fraction => {
    faults.push(why)
    at = tokens.length
    return zero
  }
  const kept = (value: Fraction): Fraction => (isTooLong(value) ? fail('is too large to compute') : value)
  const take = (...texts: readonly string[]): string | null => {
    const token = tokens[at]
    if (token === undefined || token.digits !== null || !texts.includes(token.text)) return null
    at += 1
    return token.text
  }
  const number = (): Fraction => {
    const token = tokens[at]
    if (token === undefined) return fail('stops before its last number')
    at += 1
    if (token.digits !== null)
      return fractionOf(token.digits, token.isPerCent ? -2 : 0) ?? fail('is too large to compute')
    if (token.text !== '(') return fail(`has “${token.text}” where a number should be`)
    const inside = terms()
    return take(')') === null ? fail('has a parenthesis that is not closed') : inside
  }
  const raised = (base: Fraction, exponent: Fraction): Fraction => {
    const exact = wholePower(base, exponent)
    if (exact !== null) return exact
    if (base.upper === 0n && exponent.upper < 0n) return fail('divides by zero')
    const value = power(nearestDouble(base), nearestDouble(exponent))
    if (Number.isNaN(value)) return fail('takes a root of a negative number')
    const magnitude = Number.isFinite(value) ? fractionOf(Math.abs(value).toString()) : null
    if (magnitude === null) return fail('is too large to compute')
    return value < 0 ? negated(magnitude) : magnitude
  }
  const signed = (): Fraction => {
    depth += 1
    if (depth > mostLevels) return fail('is nested too deeply')
    const sign = take('-', '+')
    const operand = sign === null ? number() : signed()
    const result = sign !== null || take('^') === null ? operand : raised(operand, signed())
    depth -= 1
    return sign === '-' ? negated(result) : result
  }
  const factors = (): Fraction => {
    let result = signed()
    for (let sign = take('*', '/'); sign !== null; sign = take('*', '/')) {
      const next = signed()
      result = kept(product(result, sign === '*' ? next : (inverse(next) ?? fail('divides by zero'))))
    }
    return result
  }
  const terms = (): Fraction => {
    let result = factors()
    for (let sign = take('+', '-'); sign !== null; sign = take('+', '-')) {
      const next = factors()
      result = kept(sum(result, sign === '+' ? next : negated(next)))
    }
    return result
  }
  const result = terms()
  const left = tokens[at]
  if (left !== undefined) fail(`has “${left.text}” where the sum should go on or end`)
  return faults[0] ?? result
}

/** Computes the text of a sum, its leading equals sign left out. */
export const computeArithmetic = (text: string): Arithmetic => {
  if (text.length > mostCharacters) return { fault: 'is too long for a sum' }
  const tokens = tokensOf(text)
  if (tokens.some(({ text, digits }) => digits === null && /[\p{L}_"'[]/u.test(text))) return { names: true }
  const result = compute(tokens)
  if (typeof result === 'string') return { fault: result }
  const value = nearestDouble(result)
  if (!Number.isFinite(value)) return { fault: 'is too large to compute' }
  const numbers = tokens.filter(({ digits }) => digits !== null)
  const perCents = numbers.filter(({ isPerCent }) => isPerCent)
  return { value, perCents: perCents.length === 0 ? 'none' : perCents.length === numbers.length ? 'all' : 'some' }
}
