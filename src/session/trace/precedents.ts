// Precedents: the cells that went into a cell's value, one step away.

import type { Input, Results } from '#engine/results.ts'
import { columnId } from '../column.ts'
import type { Cell } from '../layout.ts'
import type { Target } from '../proposal.ts'

/** What is needed of a cell to follow it. */
export type Followed = Pick<Target, 'shown' | 'line' | 'column'>

const inputsOf = (results: Results, { shown, line, column }: Followed): readonly Input[] => {
  if (column.kind === 'constant' || line.kind === 'constant') return []
  return column.kind === 'quarter'
    ? results.explain(shown, line.id, column.quarter).inputs
    : results.explainYear(shown, line.id, column.year).inputs
}

const cellOf = ({ line, quarter, year }: Input): Cell => ({
  line,
  column: quarter ?? (year === null ? 'constant' : columnId({ kind: 'year', year })),
})

/** In the order its formula looks at them. Those outside the timeline are among them, though the sheet has no such cell. */
export const precedentsOf = (results: Results, followed: Followed): readonly Cell[] =>
  inputsOf(results, followed).map(cellOf)
