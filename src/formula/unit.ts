// Units and kinds: what is doubtful in a checked formula, as warnings that keep nobody from anything. The tree is walked
// once and each expression has a Sense. What does not go together is told once, where it happens, and is unknown from there
// on, so that one slip gives one warning. Numbers written in the formula fit anything.

import { unreachable } from '#base/assert.ts'
import { textAt } from '#base/span.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { accrualOf, accrualOfEither, accrualOfProduct, accrualOfQuotient, type Accrual } from './accrual.ts'
import type { CheckedFormula } from './check.ts'
import {
  isExchange,
  isFractionSort,
  measureOf,
  measureOfNumber,
  plain,
  product,
  unknown,
  type Measure,
} from './measure.ts'
import { termsOf, unitFree, type Part, type Reading, type Sense } from './sense.ts'
import type { Tree } from './tree.ts'
import { callSense, isSumOverQuarters, makesMean } from './unitCall.ts'
import { resultWarning } from './unitResult.ts'
import { alike, sumSense } from './unitSum.ts'
import type { FormulaWarning } from './unitWarning.ts'

type Chain = Extract<Tree, { kind: 'chain' }>

/** Of a product or quotient; money converted at a rate of exchange stays the flow or balance it was. */
const accrualAfter = (left: Sense, right: Sense, operator: '*' | '/'): Accrual => {
  if (isExchange(right.measure)) return left.accrual
  if (isExchange(left.measure) && operator === '*') return right.accrual
  return operator === '*'
    ? accrualOfProduct(left.accrual, right.accrual)
    : accrualOfQuotient(left.accrual, right.accrual)
}

const measureOfPower = ({ measure }: Sense, exponent: Tree): Measure => {
  if (measure.kind === 'any' || (exponent.kind === 'number' && exponent.value === 1)) return measure
  return measure.kind === 'plain' && isFractionSort(measure.sort) ? plain('ratio', measure.scale) : unknown
}

/** One formula, read for its units. */
class UnitWalk {
  readonly #reading: Reading
  readonly #senses = new Map<Tree, Sense>()
  /** Sums over quarters that are divided by the number of their quarters. */
  readonly #means = new Set<Tree>()
  readonly warnings: FormulaWarning[] = []

  constructor(reading: Reading) {
    this.#reading = reading
  }

  readonly #tell = (warning: FormulaWarning): void => {
    this.warnings.push(warning)
  }

  part(tree: Tree): Part {
    const sense = this.#senses.get(tree) ?? this.#read(tree)
    this.#senses.set(tree, sense)
    return { tree, sense }
  }

  #parts(trees: readonly Tree[]): readonly Part[] {
    return trees.map((each) => this.part(each))
  }

  #read(tree: Tree): Sense {
    switch (tree.kind) {
      case 'number': {
        const isPercent = textAt(this.#reading.text, tree.span).includes('%')
        return { measure: measureOfNumber(tree.value, isPercent), accrual: 'any' }
      }
      case 'calendar':
        return unitFree
      case 'line': {
        const line = this.#reading.lines.get(tree.line)
        return line === undefined
          ? { measure: unknown, accrual: 'unknown' }
          : { measure: measureOf(line.unit), accrual: accrualOf(line) }
      }
      case 'negate': {
        const of = this.part(tree.of)
        return { ...of.sense, terms: termsOf(of, true) }
      }
      case 'not':
        this.part(tree.of)
        return unitFree
      case 'and':
      case 'or':
        this.#parts(tree.operands)
        return unitFree
      case 'comparison': {
        const sides = this.#parts([tree.first, ...tree.rest.map(({ operand }) => operand)])
        alike(this.#reading, sides, 'comparison', tree, this.#tell)
        return unitFree
      }
      case 'chain':
        return this.#chain(tree)
      case 'power': {
        this.part(tree.exponent)
        const base = this.part(tree.base).sense
        const accrual = base.accrual === 'any' || base.accrual === 'rate' ? base.accrual : 'unknown'
        return { measure: measureOfPower(base, tree.exponent), accrual }
      }
      case 'choice': {
        this.part(tree.condition)
        const sides = this.#parts([tree.yes, tree.no])
        const measure = alike(this.#reading, sides, 'choice', tree, this.#tell) ?? unknown
        return { measure, accrual: accrualOfEither(sides.map(({ sense }) => sense.accrual)) }
      }
      case 'lag':
      case 'at': {
        const of = this.part(tree.of)
        return { ...of.sense, terms: termsOf(of).map((term) => ({ ...term, tree: { ...tree, of: term.tree } })) }
      }
      case 'call':
        return callSense(this.#reading, tree, this.#parts(tree.expressions), this.#means.has(tree), this.#tell)
      default:
        return unreachable(tree)
    }
  }

  #chain(tree: Chain): Sense {
    const { first, rest } = tree
    if (rest.some(({ operator }) => operator === '+' || operator === '-')) {
      const steps = [{ operator: '+' as const, operand: first }, ...rest]
      const parts = steps.map(({ operator, operand }) => ({ ...this.part(operand), operator }))
      return sumSense(this.#reading, parts, tree, this.#tell)
    }
    const factors = [{ operator: '*' as const, operand: first }, ...rest]
    for (const { operand } of factors)
      if (isSumOverQuarters(operand) && factors.some((factor) => makesMean(operand, factor))) this.#means.add(operand)
    let { sense } = this.part(first)
    for (const { operator, operand } of rest) {
      const step = operator === '/' ? '/' : '*'
      const right = this.part(operand).sense
      sense = { measure: product(sense.measure, right.measure, step), accrual: accrualAfter(sense, right, step) }
    }
    return sense
  }
}

/** What is doubtful in the units and kinds of a line's formula, in the order of the text. `lines` are all there are. */
export const unitWarnings = (
  formula: CheckedFormula,
  line: LineItem,
  lines: ReadonlyMap<LineId, LineItem>,
): readonly FormulaWarning[] => {
  const reading: Reading = { ...formula, line, lines }
  const walk = new UnitWalk(reading)
  const { sense } = walk.part(formula.tree)
  const result = resultWarning(reading, sense, (each) => walk.part(each).sense.measure)
  const warnings = result === null ? walk.warnings : [...walk.warnings, result]
  return warnings.toSorted((left, right) => left.span.start - right.span.start)
}
