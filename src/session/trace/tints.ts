// The Tints of a traced cell: what it is made of and what is made of it, the nearest in time first where there are more than
// anybody could look at.

import type { Results } from '#engine/results.ts'
import { quartersBetween } from '#model/quarter.ts'
import { readColumnId } from '../column.ts'
import { placeOf, type Cell, type Layout } from '../layout.ts'
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

/** Each place once: what is folded away stands where it is folded into. */
const byPlace = (layout: Layout, cells: readonly Cell[]): readonly Cell[] => [
  ...new Map(
    cells.flatMap((cell) => {
      const place = placeOf(layout, cell)
      return place === null ? [] : [[`${place.line} ${place.time}`, cell] as const]
    }),
  ).values(),
]

export const traceTints = (results: Results, layout: Layout, followed: Followed): readonly Tint[] => {
  const tinted = (cells: readonly Cell[], tone: Tint['tone']): readonly Tint[] =>
    nearest(followed, byPlace(layout, cells)).map((cell) => ({ cell, tone }))
  return [
    ...tinted(precedentsOf(results, followed), 'precedent'),
    ...tinted(dependentsOf(results, followed), 'dependent'),
  ]
}
