// A MovedCell is a cell that reads otherwise than before: its figure differs as it is written on its line, or there is one
// where there was none. A constant is one cell, whatever the quarters. A new line moves the cells it fills.

import type { Results } from '#engine/results.ts'
import { figureWithUnit } from '#model/figure.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { quartersOf } from '#model/timeline.ts'
import { isFraction } from '#model/unit.ts'

export type MovedCell = {
  readonly line: LineItem
  /** Null for a constant. */
  readonly quarter: Quarter | null
  /** NaN where there is no value. */
  readonly then: number
  readonly now: number
}

/** How many units of the last digit that is shown one stands for. */
const digitsOf = ({ unit, decimals }: LineItem): number => (isFraction(unit) ? 100 : 1) * 10 ** decimals

/** So near the middle between two figures, or so large, only writing a number out tells how it is rounded. */
const tooNear = 1e-6
const tooLarge = 1e9

/** The figure of a value in units of its last digit; null where only writing it out tells. */
const roundedTo = (value: number, digits: number): number | null => {
  const size = Math.abs(value) * digits
  const whole = Math.floor(size)
  if (size > tooLarge || Math.abs(size - whole - 0.5) < tooNear) return null
  return Math.sign(value) * (size - whole < 0.5 ? whole : whole + 1)
}

/** Whether two values of a line read the same; writing out numbers takes long, so few are. */
const readsTheSame = (line: LineItem, digits: number, then: number, now: number): boolean => {
  if (then === now || (Number.isNaN(then) && Number.isNaN(now))) return true
  if (Number.isNaN(then) || Number.isNaN(now)) return false
  const [one, other] = [roundedTo(then, digits), roundedTo(now, digits)]
  if (one !== null && other !== null) return one === other
  return figureWithUnit(then, line.unit, line.decimals) === figureWithUnit(now, line.unit, line.decimals)
}

/** The cells of a scenario that moved between two results, line by line in their order. */
export const movedCells = (before: Results, after: Results, scenario: ScenarioId): readonly MovedCell[] => {
  const known = new Set(allLines(before.model).map(({ id }) => id))
  const quarters = quartersOf(after.model.timeline)
  const moved: MovedCell[] = []
  for (const line of allLines(after.model)) {
    const digits = digitsOf(line)
    const isKnown = known.has(line.id)
    const compare = (quarter: Quarter | null, then: number, now: number): void => {
      if (!readsTheSame(line, digits, then, now)) moved.push({ line, quarter, then, now })
    }
    if (line.kind === 'constant')
      compare(null, isKnown ? before.constantOf(scenario, line.id) : NaN, after.constantOf(scenario, line.id))
    else
      for (const quarter of quarters) {
        const then = isKnown ? before.valueOf(scenario, line.id, quarter) : NaN
        compare(quarter, then, after.valueOf(scenario, line.id, quarter))
      }
  }
  return moved
}
