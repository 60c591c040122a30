// A MovedCell is a cell that reads otherwise than before: its figure differs as it is written on its line, or there is one
// where there was none. A constant is one cell, whatever the quarters. A new line moves the cells it fills.

import type { Results } from '#engine/results.ts'
import { figureWithUnit } from '#model/figure.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { quartersOf } from '#model/timeline.ts'

export type MovedCell = {
  readonly line: LineItem
  /** Null for a constant. */
  readonly quarter: Quarter | null
  /** NaN where there is no value. */
  readonly then: number
  readonly now: number
}

/** Whether two values of a line read the same; most are equal, and only the others are written out. */
const readsTheSame = (line: LineItem, then: number, now: number): boolean =>
  then === now ||
  (Number.isNaN(then) && Number.isNaN(now)) ||
  figureWithUnit(then, line.unit, line.decimals) === figureWithUnit(now, line.unit, line.decimals)

const cellsOf = (line: LineItem, quarters: readonly Quarter[]): readonly (Quarter | null)[] =>
  line.kind === 'constant' ? [null] : quarters

/** The cells of a scenario that moved between two results, line by line in their order. */
export const movedCells = (before: Results, after: Results, scenario: ScenarioId): readonly MovedCell[] => {
  const known = new Set(allLines(before.model).map(({ id }) => id))
  const quarters = quartersOf(after.model.timeline)
  const valueIn = (results: Results, line: LineItem, quarter: Quarter | null): number =>
    quarter === null ? results.constantOf(scenario, line.id) : results.valueOf(scenario, line.id, quarter)
  return allLines(after.model).flatMap((line) =>
    cellsOf(line, quarters)
      .map((quarter) => ({
        line,
        quarter,
        then: known.has(line.id) ? valueIn(before, line, quarter) : NaN,
        now: valueIn(after, line, quarter),
      }))
      .filter(({ then, now }) => !readsTheSame(line, then, now)),
  )
}
