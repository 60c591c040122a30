// What keeps a text from being used in the bar: as a line's formula, or, where the line is a constant, as its number.

import { formulaFault } from '#analysis/formulaFault.ts'
import type { Results } from '#engine/results.ts'
import type { LineItem } from '#model/lineItem.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { Scale } from '#model/unit.ts'
import { constantCell, constantProblem, cutOut, type FormulaFault } from '../formulaEdit.ts'

type WrittenText = {
  readonly line: LineItem
  /** Where it would land. */
  readonly scenario: ScenarioId
  readonly text: string
  /** What money is shown in: a constant is read in it. */
  readonly scale: Scale | null
}

/** What is wrong with a text, or null: then it can be used. An empty one can. */
export const faultIn = (results: Results, { line, scenario, text, scale }: WrittenText): FormulaFault | null => {
  const cell = constantCell(scenario, line, scale)
  if (cell !== null) return constantProblem(results, cell, text)
  const fault = formulaFault(results, { line: line.id, scenario, text })
  return fault === null ? null : cutOut(text, fault)
}
