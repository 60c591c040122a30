// A line of money in another scale keeps its meaning: what is typed moves its point in every scenario, 1,000 m becomes 1 bn,
// and formulas are rewritten where they would otherwise come to something else. `degree` tells which need not be.

import { numberWithPointMoved } from '#exchange/decimal.ts'
import { numberText } from '#exchange/number.ts'
import { checkFormula, isFormulaProblem } from '#formula/check.ts'
import { readConstant } from '#formula/constant.ts'
import { renameKey } from '#formula/rename.ts'
import type { Tree } from '#formula/tree.ts'
import type { Edit } from '#model/edit.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { decimalsIn } from '#model/figure.ts'
import type { Model } from '#model/model.ts'
import { withNumbersMoved } from '#model/note.ts'
import type { Problem } from '#model/problem.ts'
import { scaleExponents, unitName, type Unit } from '#model/unit.ts'
import { scopeOf } from '#formula/scope.ts'
import { keptFormula } from '../formulaEdit.ts'
import { refuse } from '../proposal.ts'
import { formulaPlaces, rewritingEdits } from './formulaPlace.ts'

/** By how many places a line's numbers move between scales of one currency; 0 where nothing can be converted. */
export const placesTo = (from: Unit, to: Unit): number =>
  from.kind === 'currency' && to.kind === 'currency' && from.currency === to.currency
    ? scaleExponents[from.scale] - scaleExponents[to.scale]
    : 0

/** Functions that come to the same multiple when their argument does, and those to which a multiple makes no difference. */
const linear: ReadonlySet<string> = new Set(
  'sum mean min max median stdev ttm ytd cumulative decumulate hold abs'.split(' '),
)
const scaleFree: ReadonlySet<string> = new Set(['yoy', 'qoq', 'cagr', 'sign', 'isblank', 'count'])

/** How often a line's amount enters an expression as a factor: 1 in `x[-4] * (1 + g)`, 0 in `yoy(x)`; null where it cannot be told. */
const degree = (tree: Tree, line: LineId): number | null => {
  const of = (each: Tree): number | null => degree(each, line)
  const alike = (trees: readonly Tree[]): number | null => {
    const degrees = new Set(trees.map(of))
    const [only = 0] = degrees
    return degrees.size > 1 ? null : only
  }
  switch (tree.kind) {
    case 'line':
      return tree.line === line ? 1 : 0
    case 'number':
    case 'calendar':
      return 0
    case 'negate':
    case 'lag':
    case 'at':
      return of(tree.of)
    case 'not':
      return of(tree.of) === null ? null : 0
    case 'chain': {
      const isSum = tree.rest.every(({ operator }) => operator === '+' || operator === '-')
      if (isSum) return alike([tree.first, ...tree.rest.map(({ operand }) => operand)])
      return tree.rest.reduce<number | null>((sum, { operator, operand }) => {
        const next = of(operand)
        return sum === null || next === null ? null : sum + (operator === '/' ? -next : next)
      }, of(tree.first))
    }
    case 'comparison':
      return alike([tree.first, ...tree.rest.map(({ operand }) => operand)]) === null ? null : 0
    case 'and':
    case 'or':
      return tree.operands.some((each) => of(each) === null) ? null : 0
    case 'choice':
      return of(tree.condition) === null ? null : alike([tree.yes, tree.no])
    case 'power':
      return of(tree.base) === 0 && of(tree.exponent) === 0 ? 0 : null
    case 'call': {
      const inner = alike(tree.expressions)
      if (inner === 0 || inner === null) return inner
      return linear.has(tree.name) ? inner : scaleFree.has(tree.name) ? 0 : null
    }
  }
}

const degreeIn = (model: Model, formula: string, line: LineId): number | null => {
  const checked = checkFormula(formula, scopeOf(model))
  return isFormulaProblem(checked) ? null : degree(checked.tree, line)
}

const scaled = (text: string, places: number): string => `${text} ${places > 0 ? '*' : '/'} ${10 ** Math.abs(places)}`

const isAtom = (text: string): boolean => /^[a-z_0-9.]+$/.test(text)

/** A formula of the line itself, to come to its amount in the new scale. */
const ownRewritten = (model: Model, line: LineItem, formula: string, places: number): string => {
  const number = line.kind === 'constant' ? readConstant(formula) : null
  if (typeof number === 'number') return numberText(numberWithPointMoved(String(number), places), line.unit)
  if (degreeIn(model, formula, line.id) === 1) return formula
  const inOldScale = renameKey(keptFormula(formula), line.key, `(${scaled(line.key, -places)})`)
  return scaled(isAtom(inOldScale) ? inOldScale : `(${inOldScale})`, places)
}

const otherRewritten = (model: Model, line: LineItem, formula: string, places: number): string =>
  degreeIn(model, formula, line.id) === 0 ? formula : renameKey(formula, line.key, `(${scaled(line.key, -places)})`)

/** The edits that bring a line, what is typed on it, and every formula with it, to another scale of its money. */
export const rescalingEdits = (model: Model, line: LineItem, to: Unit): readonly Edit[] | Problem => {
  const places = placesTo(line.unit, to)
  const moved = (value: number): number => numberWithPointMoved(String(value), places)
  const rewritten = (formula: string, owner: LineId): string => {
    if (formula.trim() === '') return formula
    return owner === line.id ? ownRewritten(model, line, formula, places) : otherRewritten(model, line, formula, places)
  }
  const scope = scopeOf(model)
  const isRead = (formula: string): boolean => !isFormulaProblem(checkFormula(formula, scope))
  const isWrong = formulaPlaces(model).some(
    ({ formula, line: owner }) => isRead(formula) && !isRead(rewritten(formula, owner)),
  )
  if (isWrong)
    return refuse(`A formula with ${line.label} in it cannot be written for ${unitName(to)}: relabel the line instead.`)
  const formulas = rewritingEdits(model, (formula, { line: owner }) => rewritten(formula, owner))
  const entries: Edit[] = []
  for (const [scenario, quarters] of model.rows)
    for (const [quarter, row] of quarters) {
      const entry = row.entries.get(line.id)
      if (typeof entry === 'number')
        entries.push({ kind: 'enter', scenario, quarter, line: line.id, entry: moved(entry) })
      const note = row.notes.get(line.id)
      if (note !== undefined && (note.checked !== undefined || note.earlier !== undefined))
        entries.push({ kind: 'note', scenario, quarter, line: line.id, note: withNumbersMoved(note, moved) })
    }
  const decimals =
    to.kind === 'currency' ? Math.min(decimalsIn(line.unit, line.decimals, to.scale), mostDecimals) : line.decimals
  const tolerance = line.tolerance === null ? null : moved(line.tolerance)
  return [{ kind: 'change line', line: line.id, change: { unit: to, decimals, tolerance } }, ...formulas, ...entries]
}

/** Beyond these a figure is wider than its column. */
const mostDecimals = 3
