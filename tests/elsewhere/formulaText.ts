// The formula language for the evaluator elsewhere, written from section 3 of the design alone: a text becomes tokens, tokens
// a tree by precedence climbing. What the language does not have is thrown as a Refusal.

import { partsOf, wholeIn, type End, type Node } from './node.ts'

export class Refusal extends Error {}

/** What each function takes: e an expression, q a quarter, n a whole number from 1, i any; in lower case after `?` if it may be left out. */
const signatures = new Map(
  Object.entries({
    ...{ lag: 'en', lead: 'en', yoy: 'e', qoq: 'e', ttm: 'e', ytd: 'e', cumulative: 'e?q', decumulate: 'e' },
    ...{
      earned: 'eeee',
      cagr: 'en',
      hold: 'e',
      streak: 'e',
      ramp: 'eeqq',
      spread: 'eqn',
      abs: 'e',
      round: 'e?i',
      floor: 'e',
    },
    ...{
      ceil: 'e',
      sqrt: 'e',
      exp: 'e',
      log: 'e',
      log10: 'e',
      sign: 'e',
      clamp: 'eee',
      mod: 'ee',
      if: 'eee',
      isblank: 'e',
    },
  }),
)

export const aggregates: ReadonlySet<string> = new Set(['sum', 'mean', 'min', 'max', 'count', 'median', 'stdev'])

const calendarNames: ReadonlySet<string> = new Set(['actual', 'fiscal_year', 'fiscal_quarter', 'quarter_index'])

const form =
  /\s*(?:(?<number>(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?%?)|(?<name>[a-z][a-z0-9_]*)|"(?<quoted>[^"]*)"|(?<sign>[=!<>]=|[-+*/^()[\],:?<>]))/y

type Token = { readonly kind: 'number' | 'name' | 'quoted' | 'sign' | 'end'; readonly text: string }

const tokensOf = (text: string): readonly Token[] => {
  const body = text
    .trim()
    .replace(/^(=\s*\+?|\+)/, '')
    .trimEnd()
  const tokens: Token[] = []
  form.lastIndex = 0
  while (form.lastIndex < body.length) {
    const { number, name, quoted, sign } = form.exec(body)?.groups ?? {}
    if (number !== undefined) tokens.push({ kind: 'number', text: number })
    else if (name !== undefined)
      tokens.push({ kind: ['and', 'or', 'not'].includes(name) ? 'sign' : 'name', text: name })
    else if (quoted !== undefined) tokens.push({ kind: 'quoted', text: quoted })
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign })
    else throw new Refusal(`cannot read ${body}`)
  }
  return [...tokens, { kind: 'end', text: '' }]
}

/** `26%` is 0.26: the point moves in the text. */
export const numberIn = (text: string): number => {
  if (!text.endsWith('%')) return Number(text)
  const [digits = '', exponent = '0'] = text.slice(0, -1).toLowerCase().split('e')
  return Number(`${digits}e${Number(exponent) - 2}`)
}

const levels = new Map([
  ...[['or', 2] as const, ['and', 3] as const],
  ...['==', '!=', '<', '<=', '>', '>='].map((each) => [each, 5] as const),
  ...[['+', 7] as const, ['-', 7] as const, ['*', 8] as const, ['/', 8] as const, ['^', 10] as const],
])

const notLevel = 4
const minusLevel = 9

export class Reader {
  readonly #tokens: readonly Token[]
  readonly #quarter: (text: string) => number | null
  #at = 0

  constructor(text: string, quarter: (text: string) => number | null) {
    this.#tokens = tokensOf(text)
    this.#quarter = quarter
  }

  whole(): Node {
    const node = this.#expression(0)
    if (this.#peek().kind !== 'end') throw new Refusal(`“${this.#peek().text}” is left`)
    this.#refuseStray(node)
    return node
  }

  #peek(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '' }
  }

  #next(): Token {
    const token = this.#peek()
    this.#at += 1
    return token
  }

  #takes(sign: string): boolean {
    const { kind, text } = this.#peek()
    if (kind !== 'sign' || text !== sign) return false
    this.#at += 1
    return true
  }

  #expect(sign: string): void {
    if (!this.#takes(sign)) throw new Refusal(`“${sign}” is missing before “${this.#peek().text}”`)
  }

  #expression(least: number): Node {
    let left = this.#operand(least)
    for (;;) {
      const { kind, text } = this.#peek()
      const level = kind === 'sign' ? (levels.get(text) ?? 0) : 0
      if (level === 0 || level < least) break
      if (level === 5) left = this.#comparison(left)
      else {
        this.#at += 1
        left = { is: 'binary', operator: text, left, right: this.#expression(text === '^' ? level : level + 1) }
      }
    }
    if (least > 1 || !this.#takes('?')) return left
    const yes = this.#expression(1)
    this.#expect(':')
    return { is: 'choice', condition: left, yes, no: this.#expression(1) }
  }

  #comparison(first: Node): Node {
    const operands = [first]
    const operators: string[] = []
    while (this.#peek().kind === 'sign' && levels.get(this.#peek().text) === 5) {
      operators.push(this.#next().text)
      operands.push(this.#expression(6))
    }
    return { is: 'comparison', operands, operators }
  }

  #operand(least: number): Node {
    if (this.#takes('-')) return { is: 'minus', of: this.#expression(minusLevel) }
    if (least <= notLevel && this.#takes('not')) return { is: 'not', of: this.#expression(notLevel) }
    const token = this.#next()
    if (token.kind === 'number') {
      const value = numberIn(token.text)
      if (!Number.isFinite(value)) throw new Refusal('too large')
      return { is: 'number', value, digits: token.text }
    }
    if (token.kind === 'quoted') {
      const month = this.#quarter(token.text)
      if (month === null) throw new Refusal(`${token.text} is no quarter`)
      return { is: 'quarter', month }
    }
    if (token.kind === 'name') {
      if (calendarNames.has(token.text)) return { is: 'calendar', name: token.text }
      return this.#brackets(this.#takes('(') ? this.#call(token.text) : { is: 'key', name: token.text })
    }
    if (token.kind !== 'sign' || token.text !== '(') throw new Refusal(`“${token.text}” begins nothing`)
    const inner = this.#expression(0)
    this.#expect(')')
    return this.#brackets(inner)
  }

  #call(name: string): Node {
    const given: Node[] = []
    do given.push(this.#expression(0))
    while (this.#takes(','))
    this.#expect(')')
    if (aggregates.has(name)) {
      if (given.length === 1 && given[0]?.is !== 'window') throw new Refusal(`${name} of one value`)
    } else if (name !== 'coalesce') this.#fit(name, given)
    else if (given.length < 2) throw new Refusal('coalesce of one value')
    for (const each of given)
      if (each.is === 'window' ? !aggregates.has(name) || given.length > 1 : false) throw new Refusal('a stray window')
    return { is: 'call', name, given }
  }

  #fit(name: string, given: readonly Node[]): void {
    const signature = signatures.get(name)
    if (signature === undefined) throw new Refusal(`no function ${name}`)
    const [needed = '', optional = ''] = signature.split('?')
    if (given.length < needed.length || given.length > needed.length + optional.length) throw new Refusal('arguments')
    for (const [at, node] of given.entries()) {
      const takes = (needed + optional)[at]
      const isWhole = wholeIn(node) !== null
      if ((takes === 'q') !== (node.is === 'quarter')) throw new Refusal(`${name} takes no such thing`)
      if ((takes === 'n' || takes === 'i') && !isWhole) throw new Refusal('a whole number')
      if (takes === 'n' && (wholeIn(node) ?? 0) < 1) throw new Refusal('from 1')
    }
    const [, , first, last] = given
    if (name === 'ramp' && first?.is === 'quarter' && last?.is === 'quarter' && first.month >= last.month)
      throw new Refusal('a ramp ends after it starts')
  }

  #end(): End {
    const token = this.#next()
    if (token.kind === 'quoted') {
      const month = this.#quarter(token.text)
      if (month !== null) return { month }
    }
    const isSigned = token.kind === 'sign' && (token.text === '-' || token.text === '+')
    const digits = isSigned ? this.#next().text : token.text
    if (!/^\d+$/.test(digits)) throw new Refusal(`${digits} is no lag`)
    return { lag: token.text === '-' ? 0 - Number(digits) : Number(digits) }
  }

  #brackets(of: Node): Node {
    let node = of
    while (this.#takes('[')) {
      if (node.is === 'window') throw new Refusal('a window in a window')
      const from = this.#end()
      node = this.#takes(':') ? { is: 'window', of: node, from, to: this.#end() } : { is: 'moved', of: node, to: from }
      this.#expect(']')
    }
    return node
  }

  /** Windows and quarters stand only where a function takes them. */
  #refuseStray(node: Node): void {
    if (node.is === 'window' || node.is === 'quarter') throw new Refusal('a stray window or quarter')
    for (const each of partsOf(node)) {
      const isArgument = node.is === 'call' && (each.is === 'window' || each.is === 'quarter')
      if (isArgument) for (const part of partsOf(each)) this.#refuseStray(part)
      else this.#refuseStray(each)
    }
  }
}
