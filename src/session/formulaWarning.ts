// What is doubtful about a formula's units and kinds, for a text being typed and for the formula that holds: told beside
// it, and in nobody's way. A formula is read once for a set of lines.

import type { Results } from '#engine/results.ts'
import { checkFormula, isFormulaProblem } from '#formula/check.ts'
import { unitWarnings } from '#formula/unit.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines, type Model } from '#model/model.ts'
import { formulaOf } from '#model/origin.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { scopeOf } from '#formula/scope.ts'
import { cutOut, type FormulaFault } from './formulaEdit.ts'

const readBefore = new WeakMap<readonly LineItem[], Map<string, readonly FormulaFault[]>>()

const read = (model: Model, line: LineItem, text: string): readonly FormulaFault[] => {
  const checked = checkFormula(text, scopeOf(model))
  if (isFormulaProblem(checked)) return []
  const lines = new Map(allLines(model).map((each) => [each.id, each]))
  return unitWarnings(checked, line, lines).map((warning) => cutOut(text, warning))
}

/** The warnings of a text on a line, each cut out of it; none while it cannot be read, and none of a constant. */
export const formulaWarnings = ({ model }: Results, line: LineItem, text: string): readonly FormulaFault[] => {
  if (line.kind === 'constant' || text.trim() === '') return []
  const lines = allLines(model)
  const known = readBefore.get(lines) ?? new Map<string, readonly FormulaFault[]>()
  readBefore.set(lines, known)
  const name = `${line.id} = ${text}`
  const warnings = known.get(name) ?? read(model, line, text)
  known.set(name, warnings)
  return warnings
}

/** The warnings of the formula that holds for a line in the scenario shown. */
export const lineWarnings = (results: Results, shown: ScenarioId, line: LineItem): readonly FormulaFault[] =>
  formulaWarnings(results, line, formulaOf(results.model, shown, line)?.formula ?? '')
