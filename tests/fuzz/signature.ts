// What each function takes, written down a second time from the design: x an expression, q a quarter in quotes, and whole
// numbers in digits, n from 1 and i of any sign. A last argument in parentheses may be left out; … repeats the one before.

import type { End, Reading } from './reading.ts'

export type Given =
  | { readonly expression: Reading; readonly whole: number | null }
  | { readonly windowed: Reading; readonly from: End; readonly to: End }
  | { readonly quarter: string }

const aggregates: ReadonlySet<string> = new Set(['sum', 'mean', 'min', 'max', 'count', 'median', 'stdev'])

const signatures: ReadonlyMap<string, string> = new Map([
  ...['lag', 'lead', 'cagr'].map((name) => [name, 'xn'] as const),
  ...['yoy', 'qoq', 'ttm', 'ytd', 'decumulate', 'hold', 'streak'].map((name) => [name, 'x'] as const),
  ...['abs', 'floor', 'ceil', 'sqrt', 'exp', 'log', 'log10', 'sign', 'isblank'].map((name) => [name, 'x'] as const),
  ['cumulative', 'x(q)'],
  ['ramp', 'xxqq'],
  ['spread', 'xqn'],
  ['round', 'x(i)'],
  ['clamp', 'xxx'],
  ['earned', 'xxxx'],
  ['mod', 'xx'],
  ['if', 'xxx'],
  ['coalesce', 'xx…'],
])

export const isFunction = (name: string): boolean => aggregates.has(name) || signatures.has(name)

const aggregate = (name: string, given: readonly Given[]): Reading | null => {
  const call = { kind: 'call', name, quarters: [], whole: null } as const
  const [first] = given
  if (given.length === 1 && first !== undefined && 'windowed' in first)
    return { ...call, expressions: [first.windowed], window: { from: first.from, to: first.to } }
  const expressions = given.flatMap((each) => ('expression' in each ? [each.expression] : []))
  return given.length < 2 || expressions.length < given.length ? null : { ...call, expressions, window: null }
}

/** The letters that so many arguments are held against, or null where there are too many or too few. */
const lettersFor = (signature: string, count: number): string | null => {
  if (signature.endsWith('…')) return count < 2 ? null : 'x'.repeat(count)
  const [least = '', optional = ''] = signature.replace(')', '').split('(')
  if (count === least.length) return least
  return count === least.length + 1 && optional !== '' ? least + optional : null
}

/** The reading of a call, or null where the function does not take what it is given. */
export const callOf = (name: string, given: readonly Given[]): Reading | null => {
  if (aggregates.has(name)) return aggregate(name, given)
  const letters = lettersFor(signatures.get(name) ?? '', given.length)
  if (letters === null) return null
  const expressions: Reading[] = []
  const quarters: string[] = []
  let whole: number | null = null
  for (const [at, each] of given.entries()) {
    const letter = letters[at]
    if (letter === 'q') {
      if (!('quarter' in each)) return null
      quarters.push(each.quarter)
    } else if (!('expression' in each)) return null
    else if (letter === 'x') expressions.push(each.expression)
    else if (each.whole === null || (letter === 'n' && each.whole < 1)) return null
    else whole = each.whole
  }
  const [first, second, third] = expressions
  if (name === 'if') return { kind: 'choice', condition: first, yes: second, no: third }
  if (name === 'lag' || name === 'lead')
    return { kind: 'lag', of: first, quarters: name === 'lag' ? -(whole ?? 0) : whole }
  if (name === 'ramp' && (quarters[0] ?? '') >= (quarters[1] ?? '')) return null
  return { kind: 'call', name, expressions, window: null, quarters, whole }
}
