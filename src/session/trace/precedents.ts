// Precedents: the cells that went into a cell's value, one step away; of one without a value those its formula would look at.

import type { Input, Results } from '#engine/results.ts'
import { scopeOf } from '#formula/scope.ts'
import { sightsOf } from '#formula/sight.ts'
import type { Reference } from '#formula/references.ts'
import { lineOf } from '#model/model.ts'
import { addQuarters } from '#model/quarter.ts'
import { contains } from '#model/timeline.ts'
import type { YearsBy } from '#model/year.ts'
import type { Cell } from '../layout.ts'
import type { Target } from '../proposal.ts'
import { cellOfStep } from './step.ts'

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

/** More than so many quarters of one line tell nothing more of what is missing. */
const mostOfReference = 12

/** Nor does a quarter that lies more than ten years outside the timeline. */
const mostOutside = 40

/** Whether a reference looks from or to wherever the timeline ends. */
const isOpen = ({ from, to }: Reference): boolean => [from, to].some((end) => 'lag' in end && !Number.isFinite(end.lag))

/**
 * What a formula without a value would look at: evaluation stops where it finds nothing, though the other quarters of a sum
 * are there. Nor does it look outside the timeline, where what is missing may lie.
 */
const wouldBe = (results: Results, { shown, line, column }: Followed): readonly Cell[] => {
  const checked = results.checkedOf(shown, line.id)
  if (checked === null || column.kind !== 'quarter' || results.explain(shown, line.id, column.quarter).formula === null)
    return []
  const { model } = results
  const open = new Set(checked.references.filter(isOpen).map(({ span }) => span.start))
  const { first, last } = model.timeline
  const timeline = { first: addQuarters(first, -mostOutside), last: addQuarters(last, mostOutside) }
  const sights = sightsOf(checked.text, { ...scopeOf(model), timeline, quarter: column.quarter })
  return sights.flatMap(({ line: seen, span, quarters }): readonly Cell[] => {
    if (lineOf(model, seen).kind === 'constant') return [{ line: seen, column: 'constant' }]
    const those = open.has(span.start) ? quarters.filter((each) => contains(model.timeline, each)) : quarters
    return those.length > mostOfReference ? [] : those.map((quarter) => ({ line: seen, column: quarter }))
  })
}

const unique = (cells: readonly Cell[]): readonly Cell[] => [
  ...new Map(cells.map((cell) => [`${cell.line} ${cell.column}`, cell])).values(),
]

/** In the order its formula looks at them. Those outside the timeline are among them, though the sheet has no such cell. */
export const precedentsOf = (results: Results, followed: Followed): readonly Cell[] => {
  const { shown, line, column } = followed
  const cells = inputsOf(results, followed).map((input) => cellOfStep(input))
  const isAbsent = column.kind === 'quarter' && Number.isNaN(results.valueOf(shown, line.id, column.quarter))
  return isAbsent && line.kind !== 'constant' ? unique([...wouldBe(results, followed), ...cells]) : cells
}
