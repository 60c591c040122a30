// Precedents: the cells that went into a cell's value, one step away.

import type { Input, Results } from '#engine/results.ts'
import { lineOf } from '#model/model.ts'
import { addQuarters, quartersBetween, type Quarter } from '#model/quarter.ts'
import type { YearsBy } from '#model/year.ts'
import { columnId } from '../column.ts'
import type { Cell } from '../layout.ts'
import type { Target } from '../proposal.ts'

/** Whether a formula looks at both ends of a stretch of quarters and at nothing between. */
export const looksAtEnds = (formula: string): boolean => /\b(yoy|cagr)\s*\(/.test(formula)

/** What is needed of a cell to follow it. */
export type Followed = Pick<Target, 'shown' | 'line' | 'column'> & {
  /** Which years a quarter goes into; fiscal ones unless said otherwise. A year goes into its own kind. */
  readonly yearsBy?: YearsBy
}

const inputsOf = (results: Results, { shown, line, column }: Followed): readonly Input[] => {
  if (column.kind === 'constant' || line.kind === 'constant') return []
  return column.kind === 'quarter'
    ? results.inputsOf(shown, line.id, column.quarter)
    : results.inputsOfYear(shown, line.id, column.year)
}

const cellOf = ({ line, quarter, year }: Input): Cell => ({
  line,
  column: quarter ?? (year === null ? 'constant' : columnId({ kind: 'year', year })),
})

/** More than so many quarters of one line tell nothing more of what is missing. */
const mostOfReference = 12

/**
 * What a formula without a value would look at: evaluation stops where it finds nothing, though the other quarters of a sum
 * are there.
 */
const wouldBe = (results: Results, { shown, line, column }: Followed): readonly Cell[] => {
  const checked = results.checkedOf(shown, line.id)
  if (checked === null || column.kind !== 'quarter' || results.explain(shown, line.id, column.quarter).formula === null)
    return []
  const { timeline } = results.model
  const isLoose = looksAtEnds(checked.text)
  return checked.references.flatMap(({ line: read, from, to }): readonly Cell[] => {
    if (lineOf(results.model, read).kind === 'constant') return [{ line: read, column: 'constant' }]
    const end = ({ quarter, lag }: { quarter?: Quarter; lag?: number }, beyond: Quarter): Quarter =>
      quarter ?? (lag !== undefined && Number.isFinite(lag) ? addQuarters(column.quarter, lag) : beyond)
    const [first, last] = [end(from, timeline.first), end(to, timeline.last)]
    const length = quartersBetween(first, last) + 1
    if (length < 1 || length > mostOfReference) return []
    const all = Array.from({ length }, (_, at) => addQuarters(first, at))
    return (isLoose && length > 1 ? [last, first] : all).map((quarter) => ({ line: read, column: quarter }))
  })
}

const unique = (cells: readonly Cell[]): readonly Cell[] => [
  ...new Map(cells.map((cell) => [`${cell.line} ${cell.column}`, cell])).values(),
]

/** In the order its formula looks at them. Those outside the timeline are among them, though the sheet has no such cell. */
export const precedentsOf = (results: Results, followed: Followed): readonly Cell[] => {
  const { shown, line, column } = followed
  const cells = inputsOf(results, followed).map(cellOf)
  const isAbsent = column.kind === 'quarter' && Number.isNaN(results.valueOf(shown, line.id, column.quarter))
  return isAbsent && line.kind !== 'constant' ? unique([...wouldBe(results, followed), ...cells]) : cells
}
