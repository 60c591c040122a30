// A Doubt is the reason to ask before a number is typed: it is a hundred times off its neighbours, or of the other sign. A
// constant has no neighbours: it is held against what it was.

import { decimalsIn, figureWithUnit, shownValue } from '#model/figure.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import type { LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'
import { contains } from '#model/timeline.ts'
import type { Unit } from '#model/unit.ts'

/** A slip of scale (millions for billions, a per cent for a fraction) is off by a hundred or more. */
const suspiciousFactor = 100

const mostDecimals = 12 // more are noise of a sum

/** A line's value as its row shows it, with at least so many digits after the point. */
const figure = (value: number, { unit, decimals }: LineItem, shown: Unit, least = 0): string => {
  const scale = shown.kind === 'currency' ? shown.scale : null
  const moved = scale === null ? value : shownValue(value, unit, scale)
  return figureWithUnit(moved, shown, Math.max(decimalsIn(unit, decimals, scale), least))
}

/** A figure with all the digits it was typed with, so that the question is about what was typed. */
const inFull = (value: number, line: LineItem, shown: Unit): string => {
  const typed = String(shownValue(value, line.unit, shown.kind === 'currency' ? shown.scale : null))
  return figure(value, line, shown, Math.min(typed.split('.')[1]?.length ?? 0, mostDecimals))
}

/** What is odd about a value beside others, as a question; null where nothing is. */
const question = (
  place: string,
  value: number,
  line: LineItem,
  shown: Unit,
  others: readonly number[],
  whatTheyAre: string,
): string | null => {
  const known = others.filter((each) => !Number.isNaN(each) && each !== 0)
  if (known.length === 0 || value === 0) return null
  const figures = known.map((each) => figure(each, line, shown)).join(' and ')
  const ask = (what: string): string =>
    `${place}: ${inFull(value, line, shown)} ${what} ${whatTheyAre}, ${figures}. Is that what you mean?`
  const sizes = known.map(Math.abs)
  const size = Math.abs(value)
  const hasOtherSign = known.every((each) => Math.sign(each) !== Math.sign(value))
  const also = hasOtherSign ? 'has the other sign, and ' : ''
  if (sizes.every((each) => size >= suspiciousFactor * each)) return ask(`${also}is more than a hundred times`)
  if (sizes.every((each) => size * suspiciousFactor <= each)) return ask(`${also}is less than a hundredth of`)
  return hasOtherSign ? ask('has the other sign than') : null
}

/** The question to ask before a constant is typed in a row that shows `shown`, or null. */
export const doubtOfConstant = (line: LineItem, shown: Unit, before: number, value: number): string | null =>
  question(line.label, value, line, shown, [before], 'what it was')

/**
 * The question to ask before a quarter's number is typed in a row that shows `shown`, or null. Neighbours are the quarters
 * just before and after, where they have a value other than 0.
 */
export const doubtOf = (
  { timeline, fiscalCalendar }: Model,
  valueBeside: (line: LineItem, quarter: Quarter) => number,
  line: LineItem,
  quarter: Quarter,
  value: number,
  shown: Unit,
): string | null => {
  const neighbours = [addQuarters(quarter, -1), addQuarters(quarter, 1)]
    .filter((each) => contains(timeline, each))
    .map((each) => valueBeside(line, each))
  const place = `${line.label} ${fiscalName(quarter, fiscalCalendar)}`
  return question(place, value, line, shown, neighbours, 'its neighbours')
}
