// The grammar walks the tokens once, before the parser sees them. It refuses whatever is not in the language, with the
// range and a sentence, and writes the formula's shape: the same text with each word replaced by its token's number
// (`revenue[-4] * (1 + growth)` is `t0[t1]*g6(t7+t9)`), brackets and their contents by the bracket's, and `not` and
// the middle of `? :` put in parentheses, since mathjs ranks them otherwise. Formulas alike in shape parse alike.

import { spanAround, type Span } from '#base/span.ts'
import { refuse } from './formulaProblem.ts'
import type { Token } from './lexer.ts'
import { refuseNeighbours, separatesThousands } from './neighbours.ts'

/** Deep enough for any formula a person can read; mathjs overflows the stack at some 260. */
const deepestFormula = 64

export type Layout = {
  readonly shape: string
  /** For the token number of an opening bracket, the number of the one that closes it. */
  readonly closing: ReadonlyMap<number, number>
}

/** What is open around the token at hand, up to one bracket. */
type Frame = {
  readonly opens: 'formula' | 'group' | 'call'
  readonly token: number
  /** Levels outside the frame. */
  readonly base: number
  /** Arms of `? :` that are open: `then` waits for its colon. */
  readonly arms: { readonly part: 'then' | 'else'; readonly token: number }[]
  /** `not`s whose operand is open, and unary minus and right sides of ^ likewise. */
  nots: number
  prefixes: number
}

const levelOf = (frame: Frame): number => frame.base + frame.arms.length + frame.nots + frame.prefixes

const beforeNot: ReadonlySet<string> = new Set(['(', ',', '?', ':', 'and', 'or', 'not'])

class Walk {
  readonly tokens: readonly Token[]
  readonly end: Span
  readonly closing = new Map<number, number>()
  readonly frames: Frame[] = []
  frame: Frame = { opens: 'formula', token: -1, base: 0, arms: [], nots: 0, prefixes: 0 }
  shape = ''

  constructor(tokens: readonly Token[], text: string) {
    this.tokens = tokens
    this.end = { start: text.length, end: text.length }
  }

  is(at: number, text: string): boolean {
    const token = this.tokens[at]
    return token?.kind === 'symbol' && token.text === text
  }

  spanOf(at: number): Span {
    return this.tokens[at]?.span ?? this.end
  }

  checkLevel(at: number): void {
    if (levelOf(this.frame) > deepestFormula)
      refuse(
        'limit',
        this.spanOf(at),
        `A formula is at most ${deepestFormula} levels deep. Move the inner part to a line of its own.`,
      )
  }

  open(opens: 'group' | 'call', token: number): void {
    this.frames.push(this.frame)
    this.frame = { opens, token, base: levelOf(this.frame) + 1, arms: [], nots: 0, prefixes: 0 }
    this.checkLevel(token)
  }

  /** Ends every operand that a loose separator ends. */
  endNots(): void {
    this.shape += ')'.repeat(this.frame.nots)
    this.frame.nots = 0
    this.frame.prefixes = 0
  }

  /** Ends an argument, a group or the formula: no `?` may wait for its colon. */
  endExpression(): void {
    this.endNots()
    const waiting = this.frame.arms.find(({ part }) => part === 'then')
    if (waiting !== undefined)
      refuse('syntax', this.spanOf(waiting.token), 'This “?” has no “:” after it: write condition ? a : b.')
    this.frame.arms.length = 0
  }

  /** Reads one operand or what stands before it; gives the next token and whether an operand is still due. */
  operand(at: number): { readonly next: number; readonly isDue: boolean } {
    const token = this.tokens[at]
    if (token === undefined) {
      const last = this.tokens.at(-1)
      if (last === undefined)
        return refuse('syntax', this.end, 'There is no formula here yet: type one, such as revenue[-4] * 1.1.')
      return refuse('syntax', last.span, `The formula ends after “${last.text}”: something is missing behind it.`)
    }
    if (token.kind === 'name' && this.is(at + 1, '(')) {
      this.shape += `t${at}(`
      this.open('call', at + 1)
      if (!this.is(at + 2, ')')) return { next: at + 2, isDue: true }
      this.close(at + 2)
      return { next: at + 3, isDue: false }
    }
    if (token.kind !== 'symbol') {
      this.shape += `t${at}`
      return { next: at + 1, isDue: false }
    }
    switch (token.text) {
      case '(':
        this.shape += `g${at}(`
        this.open('group', at)
        return { next: at + 1, isDue: true }
      case '-':
        this.shape += '-'
        this.frame.prefixes += 1
        this.checkLevel(at)
        return { next: at + 1, isDue: true }
      case 'not': {
        const before = this.tokens[at - 1]
        if (before !== undefined && !beforeNot.has(before.text))
          refuse('syntax', token.span, 'Put “not” and what it negates in parentheses here.')
        this.shape += 'not('
        this.frame.nots += 1
        this.checkLevel(at)
        return { next: at + 1, isDue: true }
      }
      case '+':
        return refuse('syntax', token.span, 'This “+” has nothing before it. Take it out.', '')
      default: {
        const before = this.tokens[at - 1]
        if (before === undefined) return refuse('syntax', token.span, `Something is missing before “${token.text}”.`)
        const span = spanAround(before.span, token.span)
        if (before.text === '(' && token.text === ')')
          return refuse('syntax', span, 'There is nothing between these parentheses.')
        return refuse('syntax', span, `Something is missing between “${before.text}” and “${token.text}”.`)
      }
    }
  }

  close(at: number): void {
    if (this.frame.opens === 'formula') refuse('syntax', this.spanOf(at), 'There is no “(” that this “)” closes.')
    this.closing.set(this.frame.token, at)
    this.frame = this.frames.pop() ?? this.frame
    this.shape += ')'
  }

  /** Passes over `[…]`; check.ts reads what stands in it. */
  bracket(at: number): number {
    let close = at + 1
    while (close < this.tokens.length && !this.is(close, ']')) {
      if (this.is(close, '['))
        refuse(
          'lag',
          this.spanOf(close),
          'Brackets cannot stand inside brackets: write one lag after the other, x[-1][-4].',
        )
      close += 1
    }
    if (close >= this.tokens.length)
      refuse('syntax', this.spanOf(at), 'This “[” is never closed: put “]” after the lag.')
    this.closing.set(at, close)
    this.shape += `[t${at}]`
    return close + 1
  }

  colon(at: number): void {
    const { arms } = this.frame
    while (arms.at(-1)?.part === 'else') arms.pop()
    if (arms.pop() === undefined)
      refuse(
        'syntax',
        this.spanOf(at),
        'A “:” belongs to “condition ? a : b”, or to a window in brackets, such as x[-3:0].',
      )
    this.shape += '):'
    arms.push({ part: 'else', token: at })
  }

  /** Reads what may follow an operand. */
  operator(at: number): { readonly next: number; readonly isDue: boolean } {
    const token = this.tokens[at]
    if (token === undefined) return { next: at, isDue: false }
    if (token.kind !== 'symbol' || token.text === '(' || token.text === 'not') return refuseNeighbours(this.tokens, at)
    const { text } = token
    switch (text) {
      case '[':
        return { next: this.bracket(at), isDue: false }
      case ')':
        this.endExpression()
        this.close(at)
        return { next: at + 1, isDue: false }
      case ',':
        if (this.frame.opens !== 'call' || separatesThousands(this.tokens, at)) return refuseNeighbours(this.tokens, at)
        this.endExpression()
        this.shape += ','
        break
      case '?':
        this.endNots()
        this.shape += '?('
        this.frame.arms.push({ part: 'then', token: at })
        this.checkLevel(at)
        break
      case ':':
        this.endNots()
        this.colon(at)
        break
      case 'and':
      case 'or':
        this.endNots()
        this.shape += ` ${text} `
        break
      case '^':
        this.shape += text
        this.frame.prefixes += 1
        this.checkLevel(at)
        break
      case ']':
        return refuse('syntax', token.span, 'There is no “[” that this “]” closes.')
      default:
        this.frame.prefixes = 0
        this.shape += text
    }
    return { next: at + 1, isDue: true }
  }
}

/** Walks the tokens of a text; throws a FormulaRefusal where they do not make a formula. */
export const layOut = (tokens: readonly Token[], text: string): Layout => {
  const walk = new Walk(tokens, text)
  let step = walk.operand(0)
  while (step.isDue || step.next < tokens.length) step = step.isDue ? walk.operand(step.next) : walk.operator(step.next)
  walk.endExpression()
  if (walk.frame.opens !== 'formula')
    refuse('syntax', walk.spanOf(walk.frame.token), 'This “(” is never closed: put “)” where it ends.')
  return { shape: walk.shape, closing: walk.closing }
}
