// The reach of a figure: the lines it can depend on in either of two worlds, through whatever formulas. A line outside it can
// differ as it likes.

import { checkFormula, isFormulaProblem } from '#formula/check.ts'
import type { LineId } from '#model/lineItem.ts'
import type { Match } from './world.ts'

export const reachOf = ({ lines, model, from, to }: Match, line: LineId): ReadonlySet<LineId> => {
  const scope = { keys: new Map(lines.map(({ id, key }) => [key, id])), calendar: model.fiscalCalendar }
  const looksAt = (each: LineId): readonly LineId[] =>
    [from, to].flatMap(({ contents }) => {
      const formula = contents.get(each)?.formula ?? ''
      if (formula.trim() === '') return []
      const checked = checkFormula(formula, scope)
      return isFormulaProblem(checked) ? [] : checked.references.map((reference) => reference.line)
    })
  const reach = new Set<LineId>([line])
  for (const each of reach) for (const other of looksAt(each)) reach.add(other)
  return reach
}
