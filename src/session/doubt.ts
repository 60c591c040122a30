// A Doubt is the reason to ask before a number is typed: it is a hundred times off its neighbours, or of the other sign. A
// constant has no neighbours: it is held against what it was.

import type { Results } from '#engine/results.ts'
import { figureWithUnit, shownValue } from '#model/figure.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import type { LineItem } from '#model/lineItem.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { contains } from '#model/timeline.ts'

/** A slip of scale (millions for billions, a per cent for a fraction) is off by a hundred or more. */
const suspiciousFactor = 100

const mostDecimals = 12 // more are noise of a sum

/** A figure with all the digits it was typed with, so that the question is about what was typed. */
const inFull = (value: number, { unit, decimals }: LineItem): string => {
  const typed = String(shownValue(value, unit, null)).split('.')[1]?.length ?? 0
  return figureWithUnit(value, unit, Math.min(Math.max(decimals, typed), mostDecimals))
}

/** What is odd about a value beside others, as a question; null where nothing is. */
const question = (
  place: string,
  value: number,
  line: LineItem,
  others: readonly number[],
  whatTheyAre: string,
): string | null => {
  const known = others.filter((each) => !Number.isNaN(each) && each !== 0)
  if (known.length === 0 || value === 0) return null
  const figures = known.map((each) => figureWithUnit(each, line.unit, line.decimals)).join(' and ')
  const ask = (what: string): string =>
    `${place}: ${inFull(value, line)} ${what} ${whatTheyAre}, ${figures}. Is that what you mean?`
  const sizes = known.map(Math.abs)
  const size = Math.abs(value)
  if (sizes.every((each) => size >= suspiciousFactor * each)) return ask('is more than a hundred times')
  if (sizes.every((each) => size * suspiciousFactor <= each)) return ask('is less than a hundredth of')
  return known.every((each) => Math.sign(each) !== Math.sign(value)) ? ask('has the other sign than') : null
}

/** The question to ask before a constant is typed, or null. */
export const doubtOfConstant = (line: LineItem, before: number, value: number): string | null =>
  question(line.label, value, line, [before], 'what it was')

/**
 * The question to ask before a quarter's number is typed, or null. Neighbours are the quarters just before and after, where they have a value other than 0.
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
  const place = `${line.label} ${fiscalName(quarter, results.model.fiscalCalendar)}`
  return question(place, value, line, neighbours, 'its neighbours')
}
