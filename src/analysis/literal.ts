// A Literal is a number written in a formula that could as well be a line: an assumption hidden in the text. Numbers that are part of the
// formula's structure are none: 0 and 1, lags, digits of `round`, exponents, powers of ten and the four quarters of a year
// as factors, what a calendar name is held against.

import { unreachable } from '#base/assert.ts'
import { textAt, type Span } from '#base/span.ts'
import { checkFormula, isFormulaProblem } from '#formula/check.ts'
import type { Tree } from '#formula/tree.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines, isExpanded, type Model } from '#model/model.ts'
import { inputOf } from '#model/commitmentInput.ts'
import { baseOf } from '#model/model.ts'
import { ownFormula } from '#model/origin.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { scopeOf } from '#formula/scope.ts'

/** How the number stands in the formula: as a factor or divisor, or as an amount that is added, compared or chosen. */
type LiteralRole = 'factor' | 'amount'

export type Literal = {
  readonly line: LineItem
  /** Whose formula it stands in: Base's, or a scenario's own. */
  readonly scenario: ScenarioId
  readonly formula: string
  /** As written: `0.95`, `2%`. */
  readonly text: string
  readonly value: number
  readonly isPercent: boolean
  readonly role: LiteralRole
  /** Every place of the formula where it is written so, from left to right. */
  readonly spans: readonly Span[]
}

type Found = { readonly span: Span; readonly value: number; readonly isPercent: boolean; readonly role: LiteralRole }

const isPowerOfTen = (value: number): boolean => value >= 10 && /^10*$/.test(String(value))

const quartersOfYear = 4

const isStructural = ({ value, isPercent, role }: Found): boolean =>
  value === 0 || value === 1 || (role === 'factor' && !isPercent && (isPowerOfTen(value) || value === quartersOfYear))

const collect = (tree: Tree, role: LiteralRole, found: Found[]): void => {
  switch (tree.kind) {
    case 'number':
      found.push({ span: tree.span, value: tree.value, isPercent: tree.isPercent, role })
      return
    case 'line':
    case 'calendar':
      return
    case 'negate':
    case 'not':
    case 'lag':
    case 'at':
      collect(tree.of, role, found)
      return
    case 'chain': {
      const isProduct = tree.rest.some(({ operator }) => operator === '*' || operator === '/')
      const within = isProduct ? 'factor' : 'amount'
      collect(tree.first, within, found)
      for (const { operand } of tree.rest) collect(operand, within, found)
      return
    }
    case 'comparison': {
      const operands = [tree.first, ...tree.rest.map(({ operand }) => operand)]
      if (operands.some(({ kind }) => kind === 'calendar')) return
      for (const operand of operands) collect(operand, 'amount', found)
      return
    }
    case 'and':
    case 'or':
      for (const operand of tree.operands) collect(operand, 'amount', found)
      return
    case 'power':
      collect(tree.base, role, found)
      if (tree.exponent.kind !== 'number') collect(tree.exponent, 'amount', found)
      return
    case 'choice':
      collect(tree.condition, 'amount', found)
      collect(tree.yes, role, found)
      collect(tree.no, role, found)
      return
    case 'call':
      for (const expression of tree.expressions) collect(expression, 'amount', found)
      return
    default:
      unreachable(tree)
  }
}

const literalsIn = (model: Model, line: LineItem, scenario: ScenarioId, formula: string): readonly Literal[] => {
  const checked = checkFormula(formula, scopeOf(model))
  if (isFormulaProblem(checked)) return []
  const found: Found[] = []
  collect(checked.tree, 'amount', found)
  const byText = new Map<string, Literal>()
  for (const each of found.filter((one) => !isStructural(one))) {
    const span = numberSpan(formula, each.span)
    const text = textAt(formula, span)
    const known = byText.get(text)
    const { value, isPercent, role } = each
    byText.set(
      text,
      known === undefined
        ? { line, scenario, formula, text, value, isPercent, role, spans: [span] }
        : { ...known, spans: [...known.spans, span] },
    )
  }
  return [...byText.values()]
}

/** A number in parentheses has them in its span. */
const numberSpan = (formula: string, { start, end }: Span): Span => {
  const digits = /[\d.][\d.eE+-]*%?/.exec(formula.slice(start, end))
  return digits === null
    ? { start, end }
    : { start: start + digits.index, end: start + digits.index + digits[0].length }
}

/** Every number in a line's formulas, Base's first and then the scenarios' own, that could be a line of its own. */
export const liftableConstants = (model: Model, line: LineItem): readonly Literal[] => {
  if (line.kind === 'constant') return []
  if (isExpanded(model, line.id) && inputOf(model.commitments, line.id) === null) return []
  return model.scenarios.flatMap((scenario) => {
    const formula = ownFormula(model, scenario, line)
    return formula === null || formula.trim() === '' ? [] : literalsIn(model, line, scenario.id, formula)
  })
}

/** The same number wherever else a formula of the model has it. */
export const sameElsewhere = (model: Model, literal: Literal): readonly Literal[] =>
  allLines(model)
    .flatMap((line) => liftableConstants(model, line))
    .filter(
      ({ line, scenario, value, text }) =>
        value === literal.value &&
        (line.id !== literal.line.id || scenario !== literal.scenario || text !== literal.text),
    )

/** `in Bull` for a scenario's own formula; empty for Base's. */
export const whoseText = (model: Model, { scenario }: Literal): string =>
  scenario === baseOf(model).id ? '' : ` in ${model.scenarios.find(({ id }) => id === scenario)?.name ?? ''}`
