// A streak counts quarters in a row. Where it reaches back to the first quarter there is anything to count, it may have begun
// earlier than the model: then it is read as "at least".

import type { Results } from '#engine/results.ts'
import { checkFormula, isFormulaProblem } from '#formula/check.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines, type Model } from '#model/model.ts'
import { originOf } from '#model/origin.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { contains } from '#model/timeline.ts'

const isStreak = (model: Model, formula: string): boolean => {
  if (!formula.includes('streak')) return false
  const keys = new Map(allLines(model).map(({ key, id }) => [key, id]))
  const checked = checkFormula(formula, { keys, calendar: model.fiscalCalendar })
  return !isFormulaProblem(checked) && checked.tree.kind === 'call' && checked.tree.name === 'streak'
}

/** Whether a cell holds a streak of n quarters and the quarter before them, which would have ended it, has no value. */
export const isAtLeast = (results: Results, scenario: ScenarioId, line: LineItem, quarter: Quarter): boolean => {
  const { model } = results
  const count = results.valueOf(scenario, line.id, quarter)
  if (!(count > 0)) return false
  const origin = originOf(model, scenario, line, quarter)
  if (origin.from !== 'formula' || !isStreak(model, origin.formula)) return false
  const before = addQuarters(quarter, -count)
  return !contains(model.timeline, before) || Number.isNaN(results.valueOf(scenario, line.id, before))
}
