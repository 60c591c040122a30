// What keeps a text from being a line's formula: that it cannot be read, that it is no number where the line is a constant,
// or that the line would need itself.

import type { Results } from '#engine/results.ts'
import { scheduleOf, type Looker } from '#engine/schedule.ts'
import { checkFormula, isFormulaProblem, type CheckedFormula } from '#formula/check.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines } from '#model/model.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { Scale } from '#model/unit.ts'
import { constantCell, cutOut, formulaProblem, scopeOf, type FormulaFault } from '../formulaEdit.ts'

export type WrittenFormula = {
  readonly line: LineItem
  /** Where it would land. */
  readonly scenario: ScenarioId
  readonly text: string
  /** What money is shown in: a constant is read in it. */
  readonly scale: Scale | null
}

/** The loop a formula would close, told at the place where it does. */
const loopIn = (
  results: Results,
  { line, scenario, text }: WrittenFormula,
  checked: CheckedFormula,
): FormulaFault | null => {
  const lines = allLines(results.model)
  const numberOf = new Map(lines.map(({ id }, at) => [id, at]))
  const lookers = lines.map(({ id, key }): Looker => {
    const references = (id === line.id ? checked : results.checkedOf(scenario, id))?.references ?? []
    return { key, references, targets: references.map((each) => numberOf.get(each.line) ?? -1) }
  })
  const loop = scheduleOf(lookers).problems.get(numberOf.get(line.id) ?? -1)
  if (loop === undefined) return null
  const { sentence, reference } = loop
  return cutOut(text, { kind: 'loop', span: reference.span, sentence, suggestion: null })
}

/** What is wrong with a text, or null: then it can be used. An empty one can. */
export const faultIn = (results: Results, written: WrittenFormula): FormulaFault | null => {
  const { line, scenario, text, scale } = written
  const cell = constantCell(scenario, line, scale)
  const problem = formulaProblem(results, cell, text)
  if (problem !== null || cell !== null || text.trim() === '') return problem
  const checked = checkFormula(text, scopeOf(results.model))
  return isFormulaProblem(checked) ? null : loopIn(results, written, checked)
}
