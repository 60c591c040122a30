// Results held against each other to the bit: every cell of every scenario, every year, every constant, every Problem. All
// NaN are one; −0 and 0 differ.

import type { Results } from '#engine/results.ts'
import { allLines, type Model } from '#model/model.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { quartersOf } from '#model/timeline.ts'
import { addYears, yearId, yearsOf, type Year } from '#model/year.ts'

const text = (value: number): string => (Object.is(value, -0) ? '-0' : String(value))

/** The years of a model of both kinds, and one more of each on each side. */
const yearsIn = ({ timeline, fiscalCalendar }: Model): readonly Year[] =>
  (['fiscal', 'calendar'] as const).flatMap((by) => {
    const years = yearsOf(timeline, fiscalCalendar, by).map(({ year }) => year)
    const [first, last] = [years[0], years.at(-1)]
    return first === undefined || last === undefined ? [] : [addYears(first, -1), ...years, addYears(last, 1)]
  })

const problemText = (results: Results, scenario: ScenarioId, line: string): string =>
  results.problemOf(scenario, line)?.sentence ?? 'none'

/** The first figure of some scenarios that differs, in words; null where none does. */
export const differenceIn = (
  expected: Results,
  actual: Results,
  scenarios: readonly ScenarioId[] = expected.model.scenarios.map(({ id }) => id),
): string | null => {
  const { model } = expected
  const quarters = quartersOf(model.timeline)
  const years = yearsIn(model)
  for (const scenario of scenarios)
    for (const { id, key } of allLines(model)) {
      const differs = (what: string, one: string, other: string): string =>
        `${key} ${what} in ${scenario} is ${other}, not ${one}`
      for (const quarter of quarters) {
        const [one, other] = [expected.valueOf(scenario, id, quarter), actual.valueOf(scenario, id, quarter)]
        if (!Object.is(one, other)) return differs(quarter, text(one), text(other))
      }
      for (const year of years) {
        const [one, other] = [expected.yearOf(scenario, id, year), actual.yearOf(scenario, id, year)]
        if (!Object.is(one, other)) return differs(yearId(year), text(one), text(other))
      }
      const [one, other] = [expected.constantOf(scenario, id), actual.constantOf(scenario, id)]
      if (!Object.is(one, other)) return differs('as a constant', text(one), text(other))
      const [wrong, otherWrong] = [problemText(expected, scenario, id), problemText(actual, scenario, id)]
      if (wrong !== otherWrong) return differs('as a Problem', wrong, otherWrong)
    }
  return null
}

/** Every cell as it is now, to be held against what it is later. */
export const snapshotOf = (results: Results): Float64Array => {
  const { model } = results
  const quarters = quartersOf(model.timeline)
  const lines = allLines(model)
  const numbers = new Float64Array(model.scenarios.length * lines.length * quarters.length)
  let at = 0
  for (const scenario of model.scenarios)
    for (const line of lines)
      for (const quarter of quarters) {
        numbers[at] = results.valueOf(scenario.id, line.id, quarter)
        at += 1
      }
  return numbers
}

export const areSameBits = (one: Float64Array, other: Float64Array): boolean =>
  one.length === other.length && one.every((value, at) => Object.is(value, other[at]))
