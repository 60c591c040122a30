// Auditing: which cells a cell is made of, and which are made of it, one step away.

import type { Results } from '#engine/results.ts'
import { checkFormula, isFormulaProblem } from '#formula/check.ts'
import { referencesOf, type Reference } from '#formula/references.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines, lineOf } from '#model/model.ts'
import { formulaOf, originOf } from '#model/origin.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'
import { contains, quartersOf } from '#model/timeline.ts'
import { scopeOf } from './formulaEdit.ts'
import type { Cell } from './layout.ts'
import type { Target } from './proposal.ts'

/** The cells that went into a cell's value, in the order its formula looks at them. */
export const precedentsOf = (results: Results, { shown, line, column }: Target): readonly Cell[] => {
  const { model } = results
  if (column.kind === 'constant' || line.kind === 'constant') return []
  const { inputs } =
    column.kind === 'quarter'
      ? results.explain(shown, line.id, column.quarter)
      : results.explainYear(shown, line.id, column.year)
  return inputs.flatMap((input): readonly Cell[] => {
    if (input.quarter !== null) return [{ line: input.line, column: input.quarter }]
    return lineOf(model, input.line).kind === 'constant'
      ? [{ line: input.line, column: 'constant' }]
      : column.kind === 'year'
        ? [{ line: input.line, column: `FY${column.year}` }]
        : []
  })
}

type Span = { readonly first: Quarter; readonly last: Quarter }

/** The quarters a reference looks at from a quarter. */
const lookedAt = ({ from, to }: Reference, quarter: Quarter, timeline: Span): Span => {
  const at = (end: Reference['from'], beyond: Quarter): Quarter =>
    'quarter' in end ? end.quarter : Number.isFinite(end.lag) ? addQuarters(quarter, end.lag) : beyond
  return { first: at(from, timeline.first), last: at(to, timeline.last) }
}

const referencesTo = (results: Results, shown: string, dependent: LineItem, line: LineItem): readonly Reference[] => {
  const formula = dependent.kind === 'constant' ? undefined : formulaOf(results.model, shown, dependent)?.formula
  if (formula === undefined) return []
  const checked = checkFormula(formula, scopeOf(results.model))
  return isFormulaProblem(checked) ? [] : referencesOf(checked.tree).filter((each) => each.line === line.id)
}

/** The cells whose formulas look at a cell, line by line; a constant's, in the first quarter each line looks from. */
export const dependentsOf = (results: Results, { shown, line, column }: Target): readonly Cell[] => {
  const { model } = results
  const { timeline } = model
  if (column.kind === 'year') return []
  const quarters = quartersOf(timeline)
  return allLines(model).flatMap((dependent): readonly Cell[] => {
    const references = referencesTo(results, shown, dependent, line)
    if (references.length === 0) return []
    const reads = (quarter: Quarter): boolean =>
      originOf(model, shown, dependent, quarter).from === 'formula' &&
      references.some((reference) => {
        if (column.kind === 'constant') return true
        const { first, last } = lookedAt(reference, quarter, timeline)
        return contains({ first, last }, column.quarter)
      })
    return quarters.filter(reads).map((quarter) => ({ line: dependent.id, column: quarter }))
  })
}
