// Which formulas use lines that are about to go or to mean something else.

import { listed } from '#base/listing.ts'
import { checkFormula, isFormulaProblem } from '#formula/check.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { allLines, type Model } from '#model/model.ts'
import { scopeOf } from '#formula/scope.ts'

/** The lines that use one of them, in any scenario, in the sheet's order; they themselves are left out. */
export const usersOf = (model: Model, used: ReadonlySet<LineId>): readonly LineItem[] => {
  const scope = scopeOf(model)
  const uses = (formula: string | undefined | null): boolean => {
    if (formula === undefined || formula === null || formula === '') return false
    const checked = checkFormula(formula, scope)
    return !isFormulaProblem(checked) && checked.references.some(({ line }) => used.has(line))
  }
  return allLines(model).filter(
    ({ id, formula }) =>
      !used.has(id) && (uses(formula) || model.scenarios.some(({ formulas }) => uses(formulas.get(id)))),
  )
}

/** In a sentence; a dialog has room for more. */
const mostInSentence = 3

/** `“Margin”, “Cover”, “Rest” and 4 more`. */
export const namedUsers = (users: readonly LineItem[], most = mostInSentence): string => {
  const names = users.slice(0, most).map(({ label }) => `“${label}”`)
  const more = users.length - names.length
  return listed(more === 0 ? names : [...names, `${more} more`])
}

/** What becomes of the formulas that use lines which go. */
export const formulaUsersText = (model: Model, lines: ReadonlySet<LineId>): string => {
  const users = usersOf(model, lines)
  if (users.length === 0) return 'No formula of another line uses them.'
  const [formulas, problems] = users.length === 1 ? ['formula uses', 'a Problem'] : ['formulas use', 'Problems']
  return `${users.length} ${formulas} them and will have ${problems}: ${namedUsers(users)}.`
}
