// A margin is a share of money by money: analysts tell its changes in basis points. A line in per cent is one where its
// formula divides one amount of money by another, or where it is called a margin; other lines in per cent are told in points.

import { checkFormula, isFormulaProblem } from '#formula/check.ts'
import { scopeOf } from '#formula/scope.ts'
import type { Tree } from '#formula/tree.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { allLines, type Model } from '#model/model.ts'

type Lines = ReadonlyMap<LineId, LineItem>

/** Functions that give an amount of money where they are given one. */
const keeping: ReadonlySet<string> = new Set([
  ...['sum', 'mean', 'min', 'max', 'median', 'lag', 'lead', 'ttm', 'ytd', 'cumulative', 'decumulate', 'hold'],
  ...['abs', 'round', 'floor', 'ceil', 'clamp', 'coalesce'],
])

/** How often money is in a product: 1 for an amount, 0 for a plain number or one amount by another; NaN: cannot be told. */
const moneyIn = (tree: Tree, lines: Lines): number => {
  switch (tree.kind) {
    case 'line':
      return lines.get(tree.line)?.unit.kind === 'currency' ? 1 : 0
    case 'negate':
    case 'lag':
    case 'at':
      return moneyIn(tree.of, lines)
    case 'choice':
      return moneyIn(tree.yes, lines)
    case 'call': {
      const [of] = tree.expressions
      return of !== undefined && keeping.has(tree.name) ? moneyIn(of, lines) : 0
    }
    case 'chain': {
      const isSum = tree.rest.some(({ operator }) => operator === '+' || operator === '-')
      const parts = [moneyIn(tree.first, lines), ...tree.rest.map(({ operand }) => moneyIn(operand, lines))]
      if (isSum) return Math.max(...parts)
      return parts.reduce((sum, each, at) => sum + (tree.rest[at - 1]?.operator === '/' ? -each : each), 0)
    }
    case 'power':
      return moneyIn(tree.base, lines) === 0 ? 0 : NaN
    default:
      return 0
  }
}

const dividesMoney = (tree: Tree, lines: Lines): boolean =>
  tree.kind === 'chain' &&
  tree.rest.every(({ operator }) => operator === '*' || operator === '/') &&
  tree.rest.some(({ operator, operand }) => operator === '/' && moneyIn(operand, lines) === 1) &&
  moneyIn(tree, lines) === 0

const readMargin = (model: Model, line: LineItem): boolean => {
  if (line.unit.kind !== 'percent') return false
  if (/margin/i.test(`${line.key} ${line.label}`)) return true
  if (line.formula === null) return false
  const lines = allLines(model)
  const checked = checkFormula(line.formula, scopeOf(model))
  return !isFormulaProblem(checked) && dividesMoney(checked.tree, new Map(lines.map((each) => [each.id, each])))
}

/** A line is read once for a set of lines: it is asked about in every quarter. */
const readBefore = new WeakMap<readonly LineItem[], WeakMap<LineItem, boolean>>()

export const isMargin = (model: Model, line: LineItem): boolean => {
  const lines = allLines(model)
  const known = readBefore.get(lines) ?? new WeakMap<LineItem, boolean>()
  readBefore.set(lines, known)
  const found = known.get(line) ?? readMargin(model, line)
  known.set(line, found)
  return found
}
