// The track record of a line: what was forecast for each quarter that has been reported by now, in the versions that were
// frozen when the last actual rolled forward, against what came out. The error is reported less forecast; a horizon is how
// many quarters ahead a forecast looked: 1 for the quarter right after the last actual it was made at.

import type { Results } from '#engine/results.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { allLines, type Model } from '#model/model.ts'
import { addQuarters, quartersBetween, type Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { contains } from '#model/timeline.ts'
import { isFraction, scaleExponents, unitName, type Unit } from '#model/unit.ts'
import { differenceOf, type Difference } from './comparison.ts'
import type { Reporting } from './reported.ts'

/** The model as it was before a roll, calculated. */
export type Version = {
  readonly id: string
  /** When it was frozen, ISO 8601. */
  readonly madeAt: string
  readonly results: Results
}

export type Forecast = {
  readonly version: Version
  readonly horizon: number
  /** In the line's unit; NaN where nothing was forecast. */
  readonly value: number
  /** Why nothing was, as a clause; null where something was. */
  readonly lack: string | null
  /** Reported less forecast; null where either is missing. */
  readonly error: Difference | null
}

type RecordedQuarter = {
  readonly quarter: Quarter
  /** NaN where the line is not reported in it. */
  readonly reported: number
  /** The nearest first; no two of one horizon. */
  readonly forecasts: readonly Forecast[]
}

/** The errors of a line in a scenario at one horizon. Means are NaN where they are of nothing. */
export type HorizonErrors = {
  readonly horizon: number
  /** Over so many quarters. */
  readonly count: number
  /** In the line's unit, as fractions for per cents and points: above 0 where more was reported than forecast. */
  readonly mean: number
  readonly meanAbsolute: number
  /** As fractions of the forecast, over the quarters in which it is above 0; NaN for per cents and points. */
  readonly meanShare: number
  readonly meanAbsoluteShare: number
  readonly shareCount: number
}

export type LineRecord = {
  readonly line: LineItem
  readonly scenario: ScenarioId
  /** From the first that was forecast to the last actual. */
  readonly quarters: readonly RecordedQuarter[]
  /** By horizon, the nearest first; only those with an error. */
  readonly errors: readonly HorizonErrors[]
}

/** What is known of a kept version before it is calculated. */
type Kept = { readonly kind: string; readonly at: string; readonly lastActual: Quarter | null }

/**
 * The versions that count, the oldest last actual first: those frozen by a roll that was not taken back. Of two with the same
 * last actual (rolled, taken back, rolled again) the newer counts.
 */
export const countingVersions = <Each extends Kept>(
  kept: readonly Each[],
  lastActual: Quarter | null,
): readonly Each[] => {
  const newest = new Map<Quarter | null, Each>()
  for (const each of kept) {
    const isBefore = lastActual !== null && (each.lastActual === null || each.lastActual < lastActual)
    const known = newest.get(each.lastActual)
    if (each.kind === 'before roll forward' && isBefore && (known === undefined || each.at > known.at))
      newest.set(each.lastActual, each)
  }
  return [...newest.values()].sort((one, other) => ((one.lastActual ?? '') < (other.lastActual ?? '') ? -1 : 1))
}

/** The quarter a version looked ahead from: its last actual, or the one before its timeline where it had none. */
export const originOf = ({ results }: Version): Quarter => {
  const { lastActual, timeline } = results.model
  return lastActual ?? addQuarters(timeline.first, -1)
}

/** The quarters that a record is about: from the first that some version forecast to the last actual. */
export const recordedQuarters = ({ lastActual }: Model, versions: readonly Version[]): readonly Quarter[] => {
  const [first] = versions.map(originOf).sort()
  if (first === undefined || lastActual === null) return []
  const count = Math.max(Math.floor(quartersBetween(first, lastActual)), 0)
  // Counted back from the last actual: the calendar may have moved by a month since.
  return Array.from({ length: count }, (_, at) => addQuarters(lastActual, at + 1 - count))
}

/** A value of a line in another unit than today's, brought into it; NaN where that cannot be. */
const converted = (value: number, then: Unit, now: Unit): number => {
  if (unitName(then) === unitName(now)) return value
  if (then.kind !== 'currency' || now.kind !== 'currency' || then.currency !== now.currency) return NaN
  return value * 10 ** (scaleExponents[then.scale] - scaleExponents[now.scale])
}

const linesById = new WeakMap<readonly LineItem[], ReadonlyMap<LineId, LineItem>>()

/** A line as a version has it; each version's lines are listed once. */
const lineThen = (model: Model, line: LineId): LineItem | undefined => {
  const lines = allLines(model)
  const known = linesById.get(lines) ?? new Map(lines.map((each) => [each.id, each]))
  linesById.set(lines, known)
  return known.get(line)
}

/** What a version forecast for a cell, or why it did not. */
const forecastIn = (
  { results }: Version,
  line: LineItem,
  scenario: ScenarioId,
  quarter: Quarter,
): { readonly value: number; readonly lack: string | null } => {
  const { model } = results
  const lacking = (lack: string) => ({ value: NaN, lack })
  const then = lineThen(model, line.id)
  if (!model.scenarios.some(({ id }) => id === scenario)) return lacking('the scenario did not exist yet')
  if (then === undefined) return lacking('the line did not exist yet')
  if (!contains(model.timeline, quarter)) return lacking('the timeline did not reach this quarter')
  if (then.kind === 'constant') return lacking('the line was a constant')
  const value = results.valueOf(scenario, line.id, quarter)
  if (Number.isNaN(value)) return lacking(results.reasonOf(scenario, line.id, quarter)?.sentence ?? 'no value')
  const today = converted(value, then.unit, line.unit)
  return Number.isNaN(today) ? lacking(`the line was in ${unitName(then.unit)}`) : { value: today, lack: null }
}

const recordedQuarter = (
  reporting: Reporting,
  versions: readonly Version[],
  line: LineItem,
  scenario: ScenarioId,
  quarter: Quarter,
): RecordedQuarter => {
  const reported = reporting.valueOf(line, quarter)
  const forecasts = versions
    .map((version) => ({ version, horizon: quartersBetween(originOf(version), quarter) }))
    .filter(({ horizon }) => horizon >= 1 && Number.isInteger(horizon))
    .map(({ version, horizon }): Forecast => {
      const forecast = forecastIn(version, line, scenario, quarter)
      return { version, horizon, ...forecast, error: differenceOf(line, reported, forecast.value) }
    })
    .sort((one, other) => one.horizon - other.horizon)
  return { quarter, reported, forecasts }
}

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? NaN : values.reduce((sum, value) => sum + value, 0) / values.length

const errorsOf = (line: LineItem, quarters: readonly RecordedQuarter[]): readonly HorizonErrors[] => {
  const found = quarters.flatMap(({ forecasts }) => forecasts)
  const horizons = [...new Set(found.map(({ horizon }) => horizon))].sort((one, other) => one - other)
  return horizons.flatMap((horizon) => {
    const errors = found.flatMap((each) => (each.horizon === horizon && each.error !== null ? [each.error] : []))
    if (errors.length === 0) return []
    const sizes = errors.map((error) => (error.in === 'points' ? error.points : error.amount))
    const shares = errors.flatMap((error) => (error.in === 'amount' && error.share !== null ? [error.share] : []))
    return [
      {
        horizon,
        count: errors.length,
        mean: meanOf(sizes),
        meanAbsolute: meanOf(sizes.map(Math.abs)),
        meanShare: isFraction(line.unit) ? NaN : meanOf(shares),
        meanAbsoluteShare: isFraction(line.unit) ? NaN : meanOf(shares.map(Math.abs)),
        shareCount: shares.length,
      },
    ]
  })
}

export const lineRecord = (
  reporting: Reporting,
  versions: readonly Version[],
  line: LineItem,
  scenario: ScenarioId,
): LineRecord => {
  const quarters = recordedQuarters(reporting.results.model, versions).map((quarter) =>
    recordedQuarter(reporting, versions, line, scenario, quarter),
  )
  return { line, scenario, quarters, errors: errorsOf(line, quarters) }
}

/** Before the first quarter forecast, so many more are looked at: a line may not be reported yet since. */
const quartersBefore = 4

/** The lines that can have a record: reported of late and forecast by some version, and no assumption, constant or check. */
export const recordedLines = (reporting: Reporting, versions: readonly Version[]): readonly LineItem[] => {
  const { model } = reporting.results
  const covered = recordedQuarters(model, versions)
  const [first] = covered
  if (first === undefined) return []
  const before = Array.from({ length: quartersBefore }, (_, at) => addQuarters(first, -1 - at))
  const looked = [...covered, ...before].filter((quarter) => contains(model.timeline, quarter))
  return allLines(model).filter(
    (line) =>
      line.tolerance === null &&
      !line.driver &&
      line.kind !== 'constant' &&
      versions.some((version) =>
        model.scenarios.some(({ id }) =>
          covered.some(
            (quarter) => quarter > originOf(version) && forecastIn(version, line, id, quarter).lack === null,
          ),
        ),
      ) &&
      looked.some((quarter) => !Number.isNaN(reporting.valueOf(line, quarter))),
  )
}

/**
 * The scenarios whose forecasts of a horizon were nearest to what came out, by the mean of the absolute errors. Only those
 * with as many errors as any are held against each other; none is nearest where all of them were as near.
 */
export const nearestAt = (records: readonly LineRecord[], horizon: number): ReadonlySet<ScenarioId> => {
  const found = records.flatMap(({ scenario, errors }) =>
    errors.filter((each) => each.horizon === horizon).map((each) => ({ scenario, ...each })),
  )
  const most = Math.max(...found.map(({ count }) => count))
  const comparable = found.filter(({ count }) => count === most)
  const least = Math.min(...comparable.map(({ meanAbsolute }) => meanAbsolute))
  const nearest = comparable.filter(({ meanAbsolute }) => meanAbsolute === least)
  return new Set(nearest.length === comparable.length ? [] : nearest.map(({ scenario }) => scenario))
}
