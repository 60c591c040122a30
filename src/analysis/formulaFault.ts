// What keeps a text from being a line's formula: that it cannot be read, or that the line would need itself. Told before it is
// the formula, so that it takes no results away.

import type { Results } from '#engine/results.ts'
import { scheduleOf, type Looker } from '#engine/schedule.ts'
import { checkFormula, isFormulaProblem, type CheckedFormula } from '#formula/check.ts'
import type { FormulaProblem } from '#formula/formulaProblem.ts'
import type { LineId } from '#model/lineItem.ts'
import { allLines } from '#model/model.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { scopeOf } from '#formula/scope.ts'

/** A text that may become a line's formula in a scenario. */
type WrittenFormula = { readonly line: LineId; readonly scenario: ScenarioId; readonly text: string }

/** Every line a formula looks at, and those they look at in turn. */
const reachedFrom = (
  checked: CheckedFormula,
  checkedOf: (line: LineId) => CheckedFormula | null,
): ReadonlySet<LineId> => {
  const reached = new Set<LineId>()
  const waiting = checked.references.map(({ line }) => line)
  for (let line = waiting.pop(); line !== undefined; line = waiting.pop()) {
    if (reached.has(line)) continue
    reached.add(line)
    for (const reference of checkedOf(line)?.references ?? []) waiting.push(reference.line)
  }
  return reached
}

/** The loop a formula would close, told at the place where it does. */
const loopIn = (results: Results, written: WrittenFormula, checked: CheckedFormula): FormulaProblem | null => {
  const checkedOf = (line: LineId): CheckedFormula | null =>
    line === written.line ? checked : results.checkedOf(written.scenario, line)
  const reached = reachedFrom(checked, checkedOf)
  if (!reached.has(written.line)) return null
  const lines = allLines(results.model).filter(({ id }) => reached.has(id))
  const numberOf = new Map(lines.map(({ id }, at) => [id, at]))
  const lookers = lines.map(({ id, key }): Looker => {
    const references = checkedOf(id)?.references ?? []
    return { key, references, targets: references.map((each) => numberOf.get(each.line) ?? -1) }
  })
  const loop = scheduleOf(lookers).problems.get(numberOf.get(written.line) ?? -1)
  if (loop === undefined) return null
  return { kind: 'loop', span: loop.reference.span, sentence: loop.sentence, suggestion: null }
}

/** What is wrong with a text, or null: then it can be used. An empty one can. */
export const formulaFault = (results: Results, written: WrittenFormula): FormulaProblem | null => {
  if (written.text.trim() === '') return null
  const checked = checkFormula(written.text, scopeOf(results.model))
  return isFormulaProblem(checked) ? checked : loopIn(results, written, checked)
}
