// A Doubt is the reason to ask before a number is typed: it is a hundred times off its neighbours, or of the other sign.

import type { Results } from '#engine/results.ts'
import { figureWithUnit } from '#model/figure.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import type { LineItem } from '#model/lineItem.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { contains } from '#model/timeline.ts'

/** A slip of scale (millions for billions, a per cent for a fraction) is off by a hundred or more. */
const suspiciousFactor = 100

/**
 * The question to ask, or null. Neighbours are the quarters just before and after, where they have a value other than 0.
 */
export const doubtOf = (
  results: Results,
  scenario: ScenarioId,
  line: LineItem,
  quarter: Quarter,
  value: number,
): string | null => {
  const neighbours = [addQuarters(quarter, -1), addQuarters(quarter, 1)]
    .filter((each) => contains(results.model.timeline, each))
    .map((each) => results.valueOf(scenario, line.id, each))
    .filter((each) => !Number.isNaN(each) && each !== 0)
  if (neighbours.length === 0 || value === 0) return null
  const place = `${line.label} ${fiscalName(quarter, results.model.fiscalCalendar)}`
  const shown = `${place}: ${figureWithUnit(value, line.unit, line.decimals)}`
  const beside = neighbours.map((each) => figureWithUnit(each, line.unit, line.decimals)).join(' and ')
  const sizes = neighbours.map(Math.abs)
  const size = Math.abs(value)
  if (sizes.every((each) => size >= suspiciousFactor * each))
    return `${shown} is more than a hundred times its neighbours, ${beside}. Is that what you mean?`
  if (sizes.every((each) => size * suspiciousFactor <= each))
    return `${shown} is less than a hundredth of its neighbours, ${beside}. Is that what you mean?`
  if (neighbours.every((each) => Math.sign(each) !== Math.sign(value)))
    return `${shown} has the other sign than its neighbours, ${beside}. Is that what you mean?`
  return null
}
