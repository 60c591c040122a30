// What Alt+= proposes for a line: the sum of the lines above it in its section, up to the last sum, of its own unit and kind.

import { referencesOf } from '#formula/references.ts'
import { checkFormula, isFormulaProblem } from '#formula/check.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines, isExpanded, type Model } from '#model/model.ts'
import { formulaOf } from '#model/origin.ts'
import type { Problem } from '#model/problem.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { unitName } from '#model/unit.ts'
import { scopeOf } from '#formula/scope.ts'
import { refuse } from './proposal.ts'

/** The lines of its section that stand above a line, the nearest first. */
const linesAbove = (model: Model, line: LineItem): readonly LineItem[] => {
  const section = allLines(model).filter((each) => each.section === line.section)
  return section.slice(0, section.indexOf(line)).reverse()
}

/** Whether a line adds up others of its section: a total. */
const isTotal = (model: Model, shown: ScenarioId, line: LineItem): boolean => {
  const formula = formulaOf(model, shown, line)?.formula
  if (formula === undefined) return false
  const checked = checkFormula(formula, scopeOf(model))
  const parts = linesAbove(model, line)
  return (
    !isFormulaProblem(checked) && referencesOf(checked.tree).some((each) => parts.some(({ id }) => id === each.line))
  )
}

/** The formula text of the sum, or why there is none to propose. */
export const proposeSum = (model: Model, shown: ScenarioId, line: LineItem): string | Problem => {
  if (isExpanded(model, line.id)) return refuse(`${line.label} is computed from the commitment.`)
  const like = (each: LineItem): boolean =>
    unitName(each.unit) === unitName(line.unit) && each.kind === line.kind && each.tolerance === null
  const above = linesAbove(model, line)
  const first = above.findIndex(like)
  const parts: LineItem[] = []
  // Single lines up to the last total; where totals stand next, these.
  for (const each of first < 0 ? [] : above.slice(first)) {
    const [nearest] = parts
    if (!like(each) || (nearest !== undefined && isTotal(model, shown, each) !== isTotal(model, shown, nearest))) break
    parts.unshift(each)
  }
  return parts.length === 0
    ? refuse(`There is no line in ${unitName(line.unit)} above ${line.label} in its section to add up.`)
    : parts.map(({ key }) => key).join(' + ')
}
