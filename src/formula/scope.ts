// What names in formulas mean in a model, made once for a set of lines.

import type { LineItem } from '#model/lineItem.ts'
import { allLines, type Model } from '#model/model.ts'
import type { FormulaScope } from './name.ts'

const scopes = new WeakMap<readonly LineItem[], FormulaScope>()

export const scopeOf = (model: Model): FormulaScope => {
  const lines = allLines(model)
  const known = scopes.get(lines)
  if (known?.calendar === model.fiscalCalendar) return known
  const scope = { keys: new Map(lines.map(({ key, id }) => [key, id])), calendar: model.fiscalCalendar }
  scopes.set(lines, scope)
  return scope
}
