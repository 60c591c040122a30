import { expect, test } from 'vitest'
import { openCallAt, signatureParts } from '#formula/openCall.ts'

/** The signature with the argument being written in braces. */
const hint = (marked: string): string | null => {
  const call = openCallAt(marked.replace('|', ''), marked.indexOf('|'))
  return call === null
    ? null
    : signatureParts(call)
        .map(({ text, isCurrent }) => (isCurrent ? `{${text}}` : text))
        .join('')
}

test('[FB4] inside its parentheses a function shows its arguments, the one being written told apart', () => {
  expect(hint('1 + ramp(|')).toBe('ramp({from}, to, "first", "last")')
  expect(hint('ramp(0, rev|enue, "FY26 Q1"')).toBe('ramp(from, {to}, "first", "last")')
  expect(hint('round(revenue, |)')).toBe('round(x, {n})')
  expect(hint('round(revenue, 2, |)')).toBe('round(x, n)')
})

test('[FB4] the innermost call counts, and its arguments alone; brackets and parentheses are none', () => {
  expect(hint('clamp(max(a, b), |0, 1)')).toBe('clamp(x, {low}, high)')
  expect(hint('clamp(max(a, |b), 0, 1)')).toBe('max(a, {b}, …)')
  expect(hint('clamp((a + |b), 0, 1)')).toBe('clamp({x}, low, high)')
  expect(hint('cagr(x[-|4], 3)')).toBe('cagr({x}, years)')
  expect(hint('yoy(revenue)| + 1')).toBeNull()
  expect(hint('revenue * (1 + |')).toBeNull()
  expect(hint('yoy|(revenue)')).toBeNull()
})

test('[FB4] an aggregate shows both its forms until there is a second argument, then its list', () => {
  expect(hint('sum(|')).toBe('sum({x[from:to]}) or sum(a, b, …)')
  expect(hint('sum(a, b, c, |')).toBe('sum(a, b, {…})')
})

test('[FB4] a comma in a quarter’s name, and what is no token, are no arguments', () => {
  expect(hint('round(revenue # "a, b", |')).toBe('round(x, {n})')
  expect(hint('"round(" + |')).toBeNull()
})
