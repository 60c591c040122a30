// The language read a second time, from the design's words and nothing of the app's: by descent, one function for each rank
// of precedence. What it makes of a text is a tree without ranges, to be held against the checked tree; or null where the
// text is no formula. It knows no sentences and is as small as the grammar.

import { callOf, isFunction, type Given } from './signature.ts'
import { tokensIn, type Token } from './tokens.ts'
import { quarterIn, type Calendar } from './quarterName.ts'

export type Reading = { readonly kind: string; readonly [part: string]: unknown }

export type Scope = { readonly keys: ReadonlyMap<string, string>; readonly calendar: Calendar }

/** Thrown where a text is no formula, and caught by `readingOf` alone. */
class NoFormula extends Error {}

const no = (): never => {
  throw new NoFormula()
}

const mostCharacters = 4000
const mostLevels = 64

const calendarNames: ReadonlySet<string> = new Set(['actual', 'fiscal_year', 'fiscal_quarter', 'quarter_index'])

/** Whether brackets may follow: not behind a bare number or calendar name. */
type Operand = { readonly reading: Reading; readonly isBare: boolean }

class Descent {
  readonly #tokens: readonly Token[]
  readonly #scope: Scope
  #at = 0
  /** Windows that are no aggregate's argument yet: none may be left. */
  readonly #loose = new Map<Reading, Given>()

  constructor(tokens: readonly Token[], scope: Scope) {
    this.#tokens = tokens
    this.#scope = scope
  }

  #next(offset = 0): Token | undefined {
    return this.#tokens[this.#at + offset]
  }

  #isSign(text: string, offset = 0): boolean {
    const token = this.#next(offset)
    return token?.kind === 'sign' && token.text === text
  }

  #takes(text: string): boolean {
    if (!this.#isSign(text)) return false
    this.#at += 1
    return true
  }

  #needs(text: string): void {
    if (!this.#takes(text)) no()
  }

  /** The first of some signs that comes next, taken. */
  #takesOne(texts: readonly string[]): string | null {
    return texts.find((text) => this.#takes(text)) ?? null
  }

  formula(): Reading {
    this.#dropLead()
    const reading = this.expression(0)
    return this.#next() === undefined && this.#loose.size === 0 ? reading : no()
  }

  /** A leading `=`, `+` or `=+` is dropped. */
  #dropLead(): void {
    this.#takes('=')
    this.#takes('+')
  }

  expression(level: number): Reading {
    if (level > mostLevels) no()
    const condition = this.#run('or', level, (each) => this.#run('and', each, (inner) => this.#not(inner)))
    if (!this.#takes('?')) return condition
    const yes = this.expression(level + 1)
    this.#needs(':')
    return { kind: 'choice', condition, yes, no: this.expression(level + 1) }
  }

  #run(word: 'and' | 'or', level: number, operand: (level: number) => Reading): Reading {
    const operands = [operand(level)]
    while (this.#takes(word)) operands.push(operand(level))
    return operands.length === 1 ? (operands[0] ?? no()) : { kind: word, operands }
  }

  #not(level: number): Reading {
    if (level > mostLevels) no()
    return this.#takes('not') ? { kind: 'not', of: this.#not(level + 1) } : this.#comparison(level)
  }

  #steps(kind: string, operators: readonly string[], operand: () => Reading): Reading {
    const first = operand()
    const rest: { readonly operator: string; readonly operand: Reading }[] = []
    for (let sign = this.#takesOne(operators); sign !== null; sign = this.#takesOne(operators))
      rest.push({ operator: sign, operand: operand() })
    return rest.length === 0 ? first : { kind, first, rest }
  }

  #comparison(level: number): Reading {
    return this.#steps('comparison', ['==', '!=', '<=', '>=', '<', '>'], () =>
      this.#steps('chain', ['+', '-'], () => this.#steps('chain', ['*', '/'], () => this.#signed(level))),
    )
  }

  #signed(level: number): Reading {
    if (level > mostLevels) no()
    if (this.#takes('-')) return { kind: 'negate', of: this.#signed(level + 1) }
    const base = this.#bracketed(level)
    return this.#takes('^') ? { kind: 'power', base, exponent: this.#signed(level + 1) } : base
  }

  #bracketed(level: number): Reading {
    let { reading, isBare } = this.#operand(level)
    while (this.#isSign('[')) {
      if (isBare) no()
      const { from, to } = this.#bracket()
      const of = reading
      reading = lookedUp(of, from)
      isBare = false
      if (to !== null) this.#loose.set(reading, { windowed: of, from, to })
    }
    return reading
  }

  #operand(level: number): Operand {
    const token = this.#next() ?? no()
    this.#at += 1
    if (token.kind === 'number') return { reading: { kind: 'number', value: token.value }, isBare: true }
    if (token.kind === 'sign' && token.text === '(') {
      const reading = this.expression(level + 1)
      this.#needs(')')
      return { reading, isBare: false }
    }
    if (token.kind !== 'name') return no()
    if (this.#isSign('(')) return { reading: this.#call(token.text, level), isBare: false }
    if (calendarNames.has(token.text)) return { reading: { kind: 'calendar', name: token.text }, isBare: true }
    const line = this.#scope.keys.get(token.text)
    return line === undefined ? no() : { reading: { kind: 'line', line }, isBare: false }
  }

  /** `[end]` or `[end:end]`. */
  #bracket(): { readonly from: End; readonly to: End | null } {
    this.#needs('[')
    const from = this.#end()
    const to = this.#takes(':') ? this.#end() : null
    this.#needs(']')
    return { from, to }
  }

  #end(): End {
    const quoted = this.#next()
    if (quoted?.kind === 'quoted') {
      this.#at += 1
      return { quarter: quarterIn(quoted.text, this.#scope.calendar) ?? no() }
    }
    const sign = this.#takesOne(['-', '+'])
    const lag = this.#whole()
    return { lag: sign === '-' ? 0 - lag : lag }
  }

  /** A whole number in digits. */
  #whole(): number {
    const token = this.#next()
    if (token?.kind !== 'number' || !/^\d+$/.test(token.text)) return no()
    this.#at += 1
    return token.value
  }

  #call(name: string, level: number): Reading {
    if (!isFunction(name)) no()
    this.#needs('(')
    if (level + 1 > mostLevels) no()
    const given: Given[] = []
    do given.push(this.#argument(level + 1))
    while (this.#takes(','))
    this.#needs(')')
    return callOf(name, given) ?? no()
  }

  /** An argument, as each thing it may be: what it is meant as, the function decides. */
  #argument(level: number): Given {
    const start = this.#at
    const quoted = this.#next()
    if (quoted?.kind === 'quoted' && this.#endsArgument(1)) {
      this.#at += 1
      return { quarter: quarterIn(quoted.text, this.#scope.calendar) ?? no() }
    }
    const whole = this.#wholeArgument()
    this.#at = start
    const expression = this.expression(level)
    const window = this.#loose.get(expression)
    this.#loose.delete(expression)
    return window ?? { expression, whole }
  }

  #endsArgument(offset: number): boolean {
    return this.#isSign(',', offset) || this.#isSign(')', offset)
  }

  #wholeArgument(): number | null {
    const isNegative = this.#takes('-')
    const token = this.#next()
    if (token?.kind !== 'number' || !/^\d+$/.test(token.text) || !this.#endsArgument(1)) return null
    return isNegative ? 0 - token.value : token.value
  }
}

export type End = { readonly lag: number } | { readonly quarter: string }

const lookedUp = (of: Reading, end: End): Reading =>
  'lag' in end ? { kind: 'lag', of, quarters: end.lag } : { kind: 'at', of, quarter: end.quarter }

/** What a text reads as, or null. */
export const readingOf = (text: string, scope: Scope): Reading | null => {
  if (text.length > mostCharacters) return null
  const tokens = tokensIn(text)
  if (tokens === null) return null
  try {
    return new Descent(tokens, scope).formula()
  } catch (caught) {
    if (caught instanceof NoFormula) return null
    throw caught
  }
}
