// The course of a record, for its chart: what was reported, and each frozen forecast from the last actual it was made at.

import { originOf, type LineRecord } from '#analysis/trackRecord.ts'
import { decimalsIn, shownUnit, shownValue } from '#model/figure.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'
import { contains } from '#model/timeline.ts'
import { unitName, type Scale } from '#model/unit.ts'
import { madeAtName } from './recordText.ts'
import type { Recording } from './recording.ts'

/** So much of the past as to see where the line came from. */
const quartersBefore = 6

/** More paths than these cover each other: the newest are drawn. */
const mostPaths = 12

export type RecordCourse = {
  readonly labels: readonly string[]
  readonly unit: string
  readonly decimals: number
  /** As shown; NaN is no value. */
  readonly reported: readonly number[]
  /** The oldest first; NaN before each begins. */
  readonly paths: readonly { readonly label: string; readonly values: readonly number[] }[]
}

export const recordCourse = (
  { reporting, versions, quarters }: Recording,
  { line, quarters: recorded }: LineRecord,
  scale: Scale | null,
): RecordCourse => {
  const { model } = reporting.results
  const [first] = quarters
  const past =
    first === undefined
      ? []
      : Array.from({ length: quartersBefore }, (_, at) => addQuarters(first, at - quartersBefore))
  const drawn: readonly Quarter[] = [...past.filter((quarter) => contains(model.timeline, quarter)), ...quarters]
  const shown = (value: number): number => shownValue(value, line.unit, scale)
  const reportedIn = (quarter: Quarter): number => shown(reporting.valueOf(line, quarter))
  const paths = versions.map((version) => {
    const start = originOf(version)
    const forecastFor = (quarter: Quarter): number =>
      recorded.find((each) => each.quarter === quarter)?.forecasts.find((each) => each.version === version)?.value ??
      NaN
    return {
      label: `made at ${madeAtName(model, version)}`,
      values: drawn.map((quarter) => (quarter === start ? reportedIn(quarter) : shown(forecastFor(quarter)))),
    }
  })
  return {
    labels: drawn.map((quarter) => plainName(quarter, model.fiscalCalendar)),
    unit: unitName(shownUnit(line.unit, scale)),
    decimals: decimalsIn(line.unit, line.decimals, scale),
    reported: drawn.map(reportedIn),
    paths: paths.filter(({ values }) => values.some((value) => !Number.isNaN(value))).slice(-mostPaths),
  }
}
