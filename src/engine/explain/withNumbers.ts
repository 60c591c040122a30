// A formula with its numbers in: `33,398 × (1 + 33.0%)`. Each line's name gives way to its value at the quarter looked at;
// where a function looks at several, to all of them; the branch not taken stays as written.

import { unreachable } from '#base/assert.ts'
import type { Span } from '#base/span.ts'
import { tokensOf } from '#formula/lexer.ts'
import type { Call, Tree } from '#formula/tree.ts'
import type { LineId } from '#model/lineItem.ts'
import type { Look } from '../oracle/definition.ts'
import { definitionOf } from '../oracle/definitions.ts'
import { evaluate } from '../oracle/evaluate.ts'
import type { World } from '../oracle/world.ts'

type Replacement = { readonly span: Span; readonly text: string }

/** Writes a line's value; NaN as words. */
export type ValueText = (line: LineId, value: number) => string

/** More numbers than this tell nothing: the first and last stand for all. */
const mostValuesShown = 12

/** Functions that look at their expressions in the row's own quarter only. */
const looksElsewhere: ReadonlySet<string> = new Set([
  ...['yoy', 'qoq', 'ttm', 'ytd', 'cumulative', 'decumulate', 'cagr', 'hold', 'streak', 'earned'],
])

class Writing {
  readonly replacements: Replacement[] = []
  readonly #text: string
  readonly #valueText: ValueText

  constructor(text: string, valueText: ValueText) {
    this.#text = text
    this.#valueText = valueText
  }

  write(tree: Tree, at: number, world: World): void {
    switch (tree.kind) {
      case 'number':
        return
      case 'line':
        this.#put(tree.span, this.#valueText(tree.line, evaluate(tree, at, world)))
        return
      case 'calendar':
        this.#put(tree.span, world.holds(at) ? String(evaluate(tree, at, world)) : 'no value')
        return
      case 'negate':
      case 'not':
        this.write(tree.of, at, world)
        return
      case 'chain':
      case 'comparison':
        for (const part of [tree.first, ...tree.rest.map(({ operand }) => operand)]) this.write(part, at, world)
        return
      case 'and':
      case 'or':
        for (const part of tree.operands) this.write(part, at, world)
        return
      case 'power':
        this.write(tree.base, at, world)
        this.write(tree.exponent, at, world)
        return
      case 'choice':
        this.#choice(tree, at, world)
        return
      case 'lag':
        this.#shifted(tree, tree.of, world.holds(at) ? at + tree.quarters : NaN, world)
        return
      case 'at':
        this.#shifted(tree, tree.of, world.holds(at) ? world.placeOf(tree.quarter) : NaN, world)
        return
      case 'call':
        this.#call(tree, at, world)
        return
      default:
        unreachable(tree)
    }
  }

  #put(span: Span, text: string): void {
    this.replacements.push({ span, text: /^[-−]/.test(text) ? `(${text})` : text })
  }

  #choice(tree: Extract<Tree, { kind: 'choice' }>, at: number, world: World): void {
    this.write(tree.condition, at, world)
    const condition = evaluate(tree.condition, at, world)
    if (!Number.isNaN(condition)) this.write(condition !== 0 ? tree.yes : tree.no, at, world)
  }

  /** A line with its brackets is one number; of anything else the brackets go, for the quarter is in the numbers. */
  #shifted(tree: Tree, of: Tree, at: number, world: World): void {
    if (of.kind === 'line') {
      this.#put(tree.span, this.#valueText(of.line, evaluate(of, at, world)))
      return
    }
    this.write(of, at, world)
    if (this.#text[of.span.end] !== '[') return
    this.replacements.push({ span: { start: of.span.end, end: this.#text.indexOf(']', of.span.end) + 1 }, text: '' })
  }

  #call(call: Call, at: number, world: World): void {
    // Outside the timeline there are no quarters to look at: each name reads “no value”.
    if (!world.holds(at) || (call.window === null && !looksElsewhere.has(call.name))) {
      for (const part of call.expressions) this.write(part, at, world)
      return
    }
    if (call.name === 'earned') {
      this.#earned(call, at, world)
      return
    }
    const [of] = call.expressions
    const definition = definitionOf(call.name)
    if (of?.kind !== 'line' || definition.needs === 'not all') return
    const end = call.window === null ? of.span.end : this.#text.indexOf(']', of.span.end) + 1
    this.#list(of.line, definition.looks(call, at, world), { start: of.span.start, end })
  }

  /** The level and the length are those of the quarter, the plan and its time those of all quarters. */
  #earned({ expressions: [level, planned, elapsed, length] }: Call, at: number, world: World): void {
    for (const tree of [level, length]) if (tree !== undefined) this.write(tree, at, world)
    for (const tree of [planned, elapsed])
      if (tree?.kind === 'line')
        this.#list(
          tree.line,
          Array.from({ length: world.length }, (_, place) => ({ tree, at: place, world })),
          tree.span,
        )
  }

  #list(line: LineId, looks: readonly Look[], span: Span): void {
    const texts = looks.map((look) => this.#valueText(line, evaluate(look.tree, look.at, look.world)))
    const shown = texts.length <= mostValuesShown ? texts : [texts[0], '…', texts.at(-1)]
    this.replacements.push({ span, text: shown.join('; ') })
  }
}

const operatorSigns: ReadonlyMap<string, string> = new Map([
  ['*', '×'],
  ['-', '−'],
])

/** The operators of a formula as they are set in print; a sign in brackets belongs to a lag and stays. */
const printedOperators = (text: string): readonly Replacement[] => {
  let isInBrackets = false
  return tokensOf(text).flatMap(({ kind, text: sign, span }): readonly Replacement[] => {
    if (kind !== 'symbol') return []
    if (sign === '[' || sign === ']') isInBrackets = sign === '['
    const printed = isInBrackets ? undefined : operatorSigns.get(sign)
    return printed === undefined ? [] : [{ span, text: printed }]
  })
}

/** The text of a formula evaluated at a place, with numbers for names. */
export const withNumbers = (text: string, tree: Tree, at: number, world: World, valueText: ValueText): string => {
  const writing = new Writing(text, valueText)
  writing.write(tree, at, world)
  let written = ''
  let end = tree.span.start
  const inOrder = [...writing.replacements, ...printedOperators(text)].sort(
    (left, right) => left.span.start - right.span.start,
  )
  for (const { span, text: instead } of inOrder) {
    if (span.start < end) continue // an operator inside what a number has replaced, or before the tree
    written += text.slice(end, span.start) + instead
    end = span.end
  }
  return written + text.slice(end, tree.span.end)
}
