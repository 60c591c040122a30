// Totals that a line is part of: formulas that add it up, or that take it away to leave a rest. A new segment beside it
// belongs into them likewise.

import { checkFormula, isFormulaProblem } from '#formula/check.ts'
import type { Tree } from '#formula/tree.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { allLines, isBase, isExpanded, scenarioOf, type Model } from '#model/model.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { scopeOf } from '#formula/scope.ts'
import { formulaPlaces } from './formulaPlace.ts'

export type Total = {
  readonly line: LineItem
  readonly scenario: ScenarioId
  /** `Revenue`, `Revenue in Bull`. */
  readonly name: string
  readonly before: string
  readonly after: string
  /** Whether the line is added up, or taken away to leave a rest. */
  readonly part: 'added' | 'taken away'
}

/** Where a line stands alone as a term of a sum, with its sign. */
const termAt = (tree: Tree, line: LineId): { readonly end: number; readonly sign: '+' | '-' } | null => {
  const isLine = (each: Tree): boolean => each.kind === 'line' && each.line === line
  if (tree.kind !== 'chain') return null
  if (isLine(tree.first)) return { end: tree.first.span.end, sign: '+' }
  const step = tree.rest.find(({ operand }) => isLine(operand))
  return step === undefined ? null : { end: step.operand.span.end, sign: step.operator === '-' ? '-' : '+' }
}

/** Whether a chain adds and subtracts, and does not multiply. */
const isSum = (tree: Tree): boolean =>
  tree.kind === 'chain' && tree.rest.every(({ operator }) => operator === '+' || operator === '-')

const withTerm = (formula: string, tree: Tree, line: LineId, key: string): Pick<Total, 'after' | 'part'> | null => {
  if (tree.kind === 'call' && tree.name === 'sum' && tree.window === null) {
    const term = tree.expressions.find((each) => each.kind === 'line' && each.line === line)
    if (term === undefined) return null
    return { after: `${formula.slice(0, term.span.end)}, ${key}${formula.slice(term.span.end)}`, part: 'added' }
  }
  const term = isSum(tree) ? termAt(tree, line) : null
  if (term === null) return null
  return {
    after: `${formula.slice(0, term.end)} ${term.sign} ${key}${formula.slice(term.end)}`,
    part: term.sign === '+' ? 'added' : 'taken away',
  }
}

/** The formulas outside `apart` that have a line as a term of a sum, and what they would be with another key beside it. */
export const totalsWith = (model: Model, line: LineItem, key: string, apart: ReadonlySet<LineId>): readonly Total[] => {
  const scope = scopeOf(model)
  const lines = new Map(allLines(model).map((each) => [each.id, each]))
  return formulaPlaces(model).flatMap(({ line: id, scenario, formula }) => {
    const owner = lines.get(id)
    if (owner === undefined || apart.has(id) || isExpanded(model, id)) return []
    const checked = checkFormula(formula, scope)
    if (isFormulaProblem(checked)) return []
    const found = withTerm(formula, checked.tree, line.id, key)
    // What grows off the line itself is no total: `cloud - cloud[-1]`.
    const others = new Set(checked.references.map((each) => each.line).filter((each) => each !== line.id))
    if (found === null || others.size === 0) return []
    const { name } = scenarioOf(model, scenario)
    return [
      {
        line: owner,
        scenario,
        name: isBase(model, scenario) ? owner.label : `${owner.label} in ${name}`,
        before: formula,
        ...found,
      },
    ]
  })
}
