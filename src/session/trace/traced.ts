// A Traced cell is the selected one as it was at a moment, with the results it was looked at in, so that a panel that comes a
// frame later tells of one moment.

import type { StoryGround } from '../cellStory.ts'
import type { Cell } from '../layout.ts'
import type { OpenModel } from '../openModel.svelte.ts'
import type { LineItem } from '#model/lineItem.ts'
import type { Target } from '../proposal.ts'
import { yearsShown } from '../column.ts'
import { namedCell, type NamedCell } from './cellName.ts'
import { dependentLines } from './dependents.ts'
import { precedentsOf, type Followed } from './precedents.ts'

export type Traced = StoryGround & {
  /** The cell to follow: of a constant its one number, wherever on its row the cursor is. */
  readonly followed: Followed
}

/** What is followed from a target: of a constant its one number, of a quarter the kind of years that are shown. */
export const followedFrom = ({ model, view }: Pick<OpenModel, 'model' | 'view'>, target: Target): Followed => ({
  ...target,
  column: target.line.kind === 'constant' ? { kind: 'constant' } : target.column,
  yearsBy: yearsShown(model, view),
})

/** Null where no cell of a line is selected. */
export const tracedOf = (open: OpenModel): Traced | null => {
  const { model, results, shown, selectedLine, target } = open
  return target === null ? null : { model, results, shown, selectedLine, target, followed: followedFrom(open, target) }
}

/** Cells of one line, with their names. */
export type CellGroup = { readonly line: LineItem; readonly cells: readonly NamedCell[] }

const groupOf = ({ model }: Traced, line: LineItem, cells: readonly Cell[]): CellGroup => ({
  line,
  cells: cells.map((cell) => namedCell(model, cell)).filter((cell) => cell !== null),
})

/** What the cell is made of: neighbours in the formula's order that are of one line, together. */
export const madeOf = (traced: Traced): readonly CellGroup[] => {
  const groups: { readonly line: LineItem; readonly cells: NamedCell[] }[] = []
  for (const cell of precedentsOf(traced.results, traced.followed)) {
    const named = namedCell(traced.model, cell)
    if (named === null) continue
    const last = groups.at(-1)
    if (last?.line === named.line) last.cells.push(named)
    else groups.push({ line: named.line, cells: [named] })
  }
  return groups
}

/** What looks at the cell. */
export const lookedAtBy = (traced: Traced): readonly CellGroup[] =>
  dependentLines(traced.results, traced.followed).map(({ line, cells }) => groupOf(traced, line, cells))
