// Checking turns a formula's text into a Tree, or says what is wrong with it: names become lines, brackets lags, quarters
// and windows, and every call is held against the function table. `checkFormula` is the one door to the language.

import { spanAround, textAt, type Span } from '#base/span.ts'
import { present } from '#base/assert.ts'
import { quarterNamed, readBracket, wholeIn, type Bracket } from './bracket.ts'
import { checkCall, type Argument } from './call.ts'
import { FormulaRefusal, refuse, type FormulaProblem } from './formulaProblem.ts'
import { functionNamed } from './functionTable.ts'
import { layOut } from './grammar.ts'
import { tokensOf, type Token } from './lexer.ts'
import { nameTree, refuseCallee, type FormulaScope } from './name.ts'
import { parseShape, partsOf, type Shape } from './parse.ts'
import { referencesOf, type Reference } from './references.ts'
import type { Tree } from './tree.ts'

export type { FormulaScope }

export type CheckedFormula = {
  readonly text: string
  readonly tree: Tree
  readonly references: readonly Reference[]
}

export const isFormulaProblem = (result: CheckedFormula | FormulaProblem): result is FormulaProblem =>
  'sentence' in result

/** A shape without the parentheses around it. */
const inner = (shape: Shape): Shape => (shape.kind === 'group' ? inner(shape.of) : shape)

/** One text being checked. */
class Checking {
  readonly text: string
  readonly scope: FormulaScope
  readonly tokens: readonly Token[]
  readonly closing: ReadonlyMap<number, number>
  #tokenStarts: ReadonlyMap<number, number> | null = null

  constructor(text: string, scope: FormulaScope, tokens: readonly Token[], closing: ReadonlyMap<number, number>) {
    this.text = text
    this.scope = scope
    this.tokens = tokens
    this.closing = closing
  }

  /** The number of the token that starts at a character. */
  #tokenAt(start: number): number | undefined {
    this.#tokenStarts ??= new Map(this.tokens.map(({ span }, at) => [span.start, at]))
    return this.#tokenStarts.get(start)
  }

  token(at: number): Token {
    return present(this.tokens[at], `token ${at}`)
  }

  /** From the start of one token to the end of the one that closes the bracket `opening`. */
  #through(start: number, opening: number): Span {
    return { start, end: this.token(present(this.closing.get(opening), 'a closing bracket')).span.end }
  }

  /** The span with the token before it, which is a unary operator. */
  #withOperator(span: Span): Span {
    const at = present(this.#tokenAt(span.start), 'a token')
    return { start: this.token(at - 1).span.start, end: span.end }
  }

  tree(shape: Shape): Tree {
    switch (shape.kind) {
      case 'word':
        return nameTree(this.token(shape.token), this.scope)
      case 'group':
        return { ...this.tree(shape.of), span: this.spanOf(shape) }
      case 'negate':
      case 'not':
        return { kind: shape.kind, of: this.tree(shape.of), span: this.spanOf(shape) }
      case 'chain': {
        const rest = shape.rest.map(({ operator, operand }) => ({ operator, operand: this.tree(operand) }))
        return { kind: 'chain', first: this.tree(shape.first), rest, span: this.spanOf(shape) }
      }
      case 'comparison': {
        const rest = shape.rest.map(({ operator, operand }) => ({ operator, operand: this.tree(operand) }))
        return { kind: 'comparison', first: this.tree(shape.first), rest, span: this.spanOf(shape) }
      }
      case 'and':
      case 'or':
        return { kind: shape.kind, operands: shape.operands.map((each) => this.tree(each)), span: this.spanOf(shape) }
      case 'power':
        return {
          kind: 'power',
          base: this.tree(shape.base),
          exponent: this.tree(shape.exponent),
          span: this.spanOf(shape),
        }
      case 'choice': {
        const { condition, yes, no } = shape
        return {
          kind: 'choice',
          condition: this.tree(condition),
          yes: this.tree(yes),
          no: this.tree(no),
          span: this.spanOf(shape),
        }
      }
      case 'bracket':
        return this.#bracketed(shape)
      case 'call': {
        const name = this.token(shape.token)
        const entry = functionNamed(name.text)
        if (entry === null) return refuseCallee(name, this.token(shape.token + 1), this.scope)
        const given = shape.arguments.map((each) => this.#argument(each))
        return checkCall(entry, given, this.spanOf(shape))
      }
    }
  }

  /** The text a shape stands for. */
  spanOf(shape: Shape): Span {
    switch (shape.kind) {
      case 'word':
        return this.token(shape.token).span
      case 'group':
        return this.#through(this.token(shape.token).span.start, shape.token)
      case 'call':
        return this.#through(this.token(shape.token).span.start, shape.token + 1)
      case 'bracket':
        return this.#through(this.spanOf(shape.of).start, shape.token)
      case 'negate':
      case 'not':
        return this.#withOperator(this.spanOf(shape.of))
      case 'chain':
      case 'comparison':
        return this.#between(shape.first, shape.rest.at(-1)?.operand)
      case 'and':
      case 'or':
        return this.#between(shape.operands[0], shape.operands.at(-1))
      case 'power':
        return this.#between(shape.base, shape.exponent)
      case 'choice':
        return this.#between(shape.condition, shape.no)
    }
  }

  #between(first: Shape | undefined, last: Shape | undefined): Span {
    return { start: this.spanOf(present(first, 'an operand')).start, end: this.spanOf(present(last, 'an operand')).end }
  }

  /** The expression a bracket stands behind; a bare number or calendar name has no quarters to look at. */
  #bracketOperand(shape: Shape): Tree {
    const of = this.tree(shape)
    if (shape.kind === 'word' && of.kind !== 'line')
      refuse(
        'lag',
        of.span,
        `“${textAt(this.text, of.span)}” is not a line. To look it up in another quarter, put it in parentheses.`,
        `(${textAt(this.text, of.span)})`,
      )
    return of
  }

  #bracket({ token }: Extract<Shape, { kind: 'bracket' }>): Bracket {
    const closing = present(this.closing.get(token), 'a closing bracket')
    const span = spanAround(this.token(token).span, this.token(closing).span)
    return readBracket(this.tokens.slice(token + 1, closing), span, this.scope.calendar)
  }

  #bracketed(shape: Extract<Shape, { kind: 'bracket' }>): Tree {
    const span = this.spanOf(shape)
    const bracket = this.#bracket(shape)
    if ('from' in bracket) {
      const instead = `sum(${textAt(this.text, span)})`
      return refuse(
        'window',
        span,
        `A window stands only in an aggregate (sum, mean, min, max, count, median, stdev): write ${instead}.`,
        instead,
      )
    }
    const of = this.#bracketOperand(shape.of)
    return 'lag' in bracket
      ? { kind: 'lag', of, quarters: bracket.lag, span }
      : { kind: 'at', of, quarter: bracket.quarter, span }
  }

  /** The spans of the windows in a shape, but for those of the aggregates in it. */
  #windowsIn(shape: Shape): readonly Span[] {
    if (shape.kind === 'call' && functionNamed(this.token(shape.token).text)?.group === 'aggregate') return []
    const inside = partsOf(shape).flatMap((each) => this.#windowsIn(each))
    if (shape.kind !== 'bracket') return inside
    const closing = present(this.closing.get(shape.token), 'a closing bracket')
    const isWindow = this.tokens.slice(shape.token, closing).some(({ kind, text }) => kind === 'symbol' && text === ':')
    return isWindow ? [...inside, spanAround(this.token(shape.token).span, this.token(closing).span)] : inside
  }

  /** The text of a shape with the one window inside it behind all of it; null where there is none, or more than one. */
  #windowMoved(shape: Shape): string | null {
    const [window, ...others] = this.#windowsIn(shape)
    if (window === undefined || others.length > 0) return null
    const { start, end } = this.spanOf(shape)
    const rest = this.text.slice(start, window.start) + this.text.slice(window.end, end)
    return `(${rest})${textAt(this.text, window)}`
  }

  #argument(shape: Shape): Argument {
    const span = this.spanOf(shape)
    const bare = shape.kind === 'negate' ? shape.of : shape
    const token = bare.kind === 'word' ? this.token(bare.token) : null
    const sign = bare === shape ? undefined : this.#tokenAt(span.start)
    return {
      span,
      text: textAt(this.text, span),
      expression: () => this.tree(shape),
      windowMoved: () => this.#windowMoved(inner(shape)),
      window: () => {
        const windowed = inner(shape)
        if (windowed.kind !== 'bracket') return null
        const bracket = this.#bracket(windowed)
        return 'from' in bracket ? { of: this.#bracketOperand(windowed.of), ...bracket } : null
      },
      quarter: () => (token?.kind === 'quoted' && bare === shape ? quarterNamed(token, this.scope.calendar) : null),
      whole: token === null ? null : wholeIn(sign === undefined ? [token] : [this.token(sign), token]),
    }
  }
}

/** A formula's tree with what it refers to, or what is wrong with it. */
export const checkFormula = (text: string, scope: FormulaScope): CheckedFormula | FormulaProblem => {
  try {
    const tokens = tokensOf(text)
    const { shape, closing } = layOut(tokens, text)
    const tree = new Checking(text, scope, tokens, closing).tree(parseShape(shape))
    return { text, tree, references: referencesOf(tree) }
  } catch (caught) {
    if (caught instanceof FormulaRefusal) return caught.problem
    throw caught
  }
}
