// The Tints of a traced cell: what it is made of and what is made of it, the nearest in time first where there are more than
// anybody could look at.

import type { Results } from '#engine/results.ts'
import { quartersBetween } from '#model/quarter.ts'
import { readColumnId } from '../column.ts'
import type { Cell } from '../layout.ts'
import type { Tint } from '../tint.ts'
import { dependentsOf } from './dependents.ts'
import { precedentsOf, type Followed } from './precedents.ts'

const mostOfEither = 250

const distanceFrom = ({ column }: Followed, cell: Cell): number => {
  const other = readColumnId(cell.column)
  return column.kind === 'quarter' && other?.kind === 'quarter'
    ? Math.abs(quartersBetween(column.quarter, other.quarter))
    : 0
}

const nearest = (followed: Followed, cells: readonly Cell[]): readonly Cell[] =>
  cells.length <= mostOfEither
    ? cells
    : cells.toSorted((one, other) => distanceFrom(followed, one) - distanceFrom(followed, other)).slice(0, mostOfEither)

export const traceTints = (results: Results, followed: Followed): readonly Tint[] => [
  ...nearest(followed, precedentsOf(results, followed)).map((cell): Tint => ({ cell, tone: 'precedent' })),
  ...nearest(followed, dependentsOf(results, followed)).map((cell): Tint => ({ cell, tone: 'dependent' })),
]
