// The times a chart shows: quarters or whole fiscal years of the timeline, as its range has it.

import type { ComparedTime } from '#analysis/comparison.ts'
import type { Results } from '#engine/results.ts'
import type { ChartChoice } from '#model/chartChoice.ts'
import { fiscalQuarterOf } from '#model/fiscalCalendar.ts'
import { isReported, type Model } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import { lastQuarterOf, quartersOfYear } from '#model/year.ts'
import { timesOf } from './comparing.ts'

/** The first and last quarter of a time, and the fiscal year that the last one lies in. */
const ends = (
  { fiscalCalendar }: Model,
  time: ComparedTime,
): { readonly first: Quarter; readonly last: Quarter; readonly year: number } => {
  const last = time.kind === 'quarter' ? time.quarter : lastQuarterOf(time.year, fiscalCalendar)
  const [first = last] = time.kind === 'quarter' ? [] : quartersOfYear(time.year, fiscalCalendar)
  return { first, last, year: fiscalQuarterOf(last, fiscalCalendar).year }
}

/** Whether all of a time is reported. */
export const isWhollyReported = ({ model }: Results, time: ComparedTime): boolean =>
  isReported(model, ends(model, time).last)

export const chartTimes = (
  results: Results,
  { pace, range }: Pick<ChartChoice, 'pace' | 'range'>,
): readonly ComparedTime[] => {
  const { model } = results
  const all = timesOf(model)
    .flatMap(({ times }) => times)
    .filter(({ kind }) => kind === pace)
  switch (range.kind) {
    case 'all':
      return all
    case 'last': {
      const actual = all.findLastIndex((time) => isWhollyReported(results, time))
      // Where nothing is reported the times begin with the timeline.
      const end = actual < 0 ? Math.min(range.count, all.length) : actual + 1
      return all.slice(Math.max(end - range.count, 0), range.withForecast ? all.length : end)
    }
    case 'since':
      return all.filter((time) => ends(model, time).year >= range.year)
    case 'between':
      return all.filter((time) => ends(model, time).first >= range.first && ends(model, time).last <= range.last)
  }
}
