// Totals that a line is part of: formulas that add it up, or that take it away to leave a rest. A new segment beside it
// belongs into them likewise, and into a check where it goes into a total that the check holds.

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
  /** Of a check, the lines it holds against the line, with all that they are computed from; null for what is no check. */
  readonly holds: ReadonlySet<LineId> | null
}

/** Whether a check holds one of the totals that take a line in: then it is out by that line unless it takes it in too. */
export const holdsOneOf = ({ holds }: Total, taking: readonly Total[]): boolean =>
  holds !== null && taking.some((total) => total.holds === null && holds.has(total.line.id))

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

type Looks = ReadonlyMap<LineId, ReadonlySet<LineId>>

/** All that lines are computed from, themselves included, by the formulas of every scenario. */
const reachedFrom = (looks: Looks, from: Iterable<LineId>): ReadonlySet<LineId> => {
  const reached = new Set(from)
  for (const line of reached) for (const each of looks.get(line) ?? []) reached.add(each)
  return reached
}

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
  const places = formulaPlaces(model).flatMap((place) => {
    const checked = checkFormula(place.formula, scope)
    const owner = lines.get(place.line)
    return owner === undefined || isFormulaProblem(checked) ? [] : [{ ...place, ...checked, owner }]
  })
  const looks = new Map<LineId, ReadonlySet<LineId>>()
  for (const { owner, references } of places)
    looks.set(owner.id, new Set([...(looks.get(owner.id) ?? []), ...references.map((each) => each.line)]))
  return places.flatMap(({ owner, scenario, formula, tree, references }) => {
    if (apart.has(owner.id) || isExpanded(model, owner.id)) return []
    const found = withTerm(formula, tree, line.id, key)
    // What grows off the line itself is no total: `cloud - cloud[-1]`.
    const others = new Set(references.map((each) => each.line).filter((each) => each !== line.id))
    if (found === null || others.size === 0) return []
    const { name } = scenarioOf(model, scenario)
    return [
      {
        line: owner,
        scenario,
        name: isBase(model, scenario) ? owner.label : `${owner.label} in ${name}`,
        before: formula,
        ...found,
        holds: owner.tolerance === null ? null : reachedFrom(looks, others),
      },
    ]
  })
}
