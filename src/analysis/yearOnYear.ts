// Growth of a line on the year, in a reported quarter and in the one before, from reported numbers and from full precision:
// what a release calls "34 % from 26 %".

import type { LineItem } from '#model/lineItem.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'
import { contains } from '#model/timeline.ts'
import type { Reporting } from './reported.ts'
import { growthOf, measureOf, type Change } from './surprise.ts'

export type YearOnYear = {
  /** Null where a year ago nothing was reported, or nothing is now. */
  readonly now: Change | null
  /** That of the quarter before. */
  readonly before: Change | null
  /** As a fraction: by how many points growth is higher; NaN where either is no per cent. */
  readonly rise: number
}

const quartersInYear = 4

export const yearOnYearIn = (reporting: Reporting, line: LineItem, quarter: Quarter): YearOnYear => {
  const { results } = reporting
  const { timeline } = results.model
  const measure = measureOf(results, line)
  const reported = (each: Quarter): number => (contains(timeline, each) ? reporting.valueOf(line, each) : NaN)
  const grown = (each: Quarter): Change | null =>
    growthOf(measure, reported(each), reported(addQuarters(each, -quartersInYear)))
  const [now, before] = [grown(quarter), grown(addQuarters(quarter, -1))]
  const rise = now?.in === 'share' && before?.in === 'share' ? now.by - before.by : NaN
  return { now, before, rise }
}
