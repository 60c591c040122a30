// A Comparison holds a line's figures at one time against a reference scenario's. Per cents and points differ in points, all
// else by an amount in the line's unit and its share of the reference; polarity says whether the difference is good news.

import type { Results } from '#engine/results.ts'
import { tableValue } from '#model/figure.ts'
import type { LineItem } from '#model/lineItem.ts'
import { scenarioOf } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { isFraction } from '#model/unit.ts'
import type { Year } from '#model/year.ts'
import { absenceOf, type Absence } from './absence.ts'

/** A quarter or a whole year; a constant has its one number at any. */
export type ComparedTime =
  { readonly kind: 'quarter'; readonly quarter: Quarter } | { readonly kind: 'year'; readonly year: Year }

export type Tone = 'good' | 'bad' | 'neutral'

export type Difference =
  /** In the line's unit; the share is a fraction of the reference, null (n.m.) where that is not above 0. */
  | { readonly in: 'amount'; readonly amount: number; readonly share: number | null; readonly tone: Tone }
  /** As a fraction: 2.4 points are 0.024. */
  | { readonly in: 'points'; readonly points: number; readonly tone: Tone }

export type ComparedCell = {
  readonly scenario: ScenarioId
  /** In the line's unit; NaN is no value. */
  readonly value: number
  /** Why there is no value; null where there is one. */
  readonly absence: Absence | null
  /** Null for the reference itself, and where a value is missing on either side. */
  readonly difference: Difference | null
  /** Why there is no difference; null where there is one, and for the reference. */
  readonly lack: string | null
}

export type ComparedLine = { readonly line: LineItem; readonly cells: readonly ComparedCell[] }

export const comparedValue = (results: Results, scenario: ScenarioId, line: LineItem, time: ComparedTime): number => {
  if (line.kind === 'constant') return results.constantOf(scenario, line.id)
  return time.kind === 'quarter'
    ? results.valueOf(scenario, line.id, time.quarter)
    : results.yearOf(scenario, line.id, time.year)
}

/** Why there is nothing to compare; null where there is a value. */
export const absenceAt = (
  results: Results,
  scenario: ScenarioId,
  line: LineItem,
  time: ComparedTime,
): Absence | null => {
  if (!Number.isNaN(comparedValue(results, scenario, line, time))) return null
  if (line.kind === 'constant') {
    const problem = results.problemOf(scenario, line.id)
    return problem === null
      ? { kind: 'missing', sentence: 'no number is typed' }
      : { kind: 'fault', sentence: problem.sentence }
  }
  return time.kind === 'quarter'
    ? absenceOf(results, scenario, line.id, time.quarter)
    : results.reasonOfYear(scenario, line.id, time.year)
}

const toneOf = ({ polarity }: LineItem, amount: number): Tone => {
  if (polarity === 'neutral' || amount === 0) return 'neutral'
  return amount > 0 === (polarity === 'moreIsBetter') ? 'good' : 'bad'
}

/** What a value differs by from the reference's; null where either is NaN. */
export const differenceOf = (line: LineItem, value: number, reference: number): Difference | null => {
  const amount = value - reference
  if (Number.isNaN(amount)) return null
  const tone = toneOf(line, amount)
  if (isFraction(line.unit)) return { in: 'points', points: amount, tone }
  const share = amount / reference
  return { in: 'amount', amount, share: reference > 0 && Number.isFinite(share) ? share : null, tone }
}

const lackOf = (results: Results, sides: readonly Pick<ComparedCell, 'scenario' | 'absence'>[]): string | null => {
  const [first, second] = sides.filter(({ absence }) => absence !== null)
  if (first === undefined) return null
  const { name } = scenarioOf(results.model, first.scenario)
  const why = first.absence === null ? '' : `: ${first.absence.sentence}`
  return second === undefined
    ? `${name} has no value${why}`
    : `Neither ${name} nor ${scenarioOf(results.model, second.scenario).name} has a value${why}`
}

/** A line in some scenarios, each but the reference with what it differs by. */
export const comparedLine = (
  results: Results,
  line: LineItem,
  time: ComparedTime,
  reference: ScenarioId,
  scenarios: readonly ScenarioId[],
): ComparedLine => {
  const valueIn = (scenario: ScenarioId) => ({
    scenario,
    value: comparedValue(results, scenario, line, time),
    absence: absenceAt(results, scenario, line, time),
  })
  const against = valueIn(reference)
  const cells = scenarios.map((scenario): ComparedCell => {
    if (scenario === reference) return { ...against, difference: null, lack: null }
    const side = valueIn(scenario)
    return {
      ...side,
      difference: differenceOf(line, side.value, against.value),
      lack: lackOf(results, [against, side]),
    }
  })
  return { line, cells }
}

/** What a cell reads: its figure, the word for why there is none, or nothing. */
export const reading = (line: LineItem, value: number, absence: Absence | null): string => {
  if (absence !== null) return absence.kind === 'missing' ? '' : absence.kind
  return tableValue(value, line.unit, line.decimals)
}

/** Whether a line's figure at a time reads otherwise in some of the scenarios. */
export const isDiffering = (
  results: Results,
  line: LineItem,
  time: ComparedTime,
  scenarios: readonly ScenarioId[],
): boolean => {
  const values = scenarios.map((scenario) => comparedValue(results, scenario, line, time))
  // Most lines are alike to the bit: no figure has to be written out to know.
  if (values.every((value) => value === values[0])) return false
  const readings = scenarios.map((scenario, at) =>
    reading(line, values[at] ?? NaN, absenceAt(results, scenario, line, time)),
  )
  return readings.some((each) => each !== readings[0])
}
