// The course of a line in every scenario compared, by quarter or by year: what its chart draws, its table lists and a
// sentence says of it.

import { comparedValue, type ComparedTime } from '#analysis/comparison.ts'
import type { Results } from '#engine/results.ts'
import { decimalsIn, plainFigure, shownUnit, shownValue } from '#model/figure.ts'
import { quarterOfFiscal } from '#model/fiscalCalendar.ts'
import type { LineItem } from '#model/lineItem.ts'
import type { Scenario } from '#model/scenario.ts'
import { unitName, type Scale } from '#model/unit.ts'
import { timesOf } from './comparing.ts'
import { timeName } from './copying.ts'

export type Pace = 'quarter' | 'year'

export type ComparisonCourse = {
  readonly line: LineItem
  /** As shown: `RMB bn`. */
  readonly unit: string
  readonly decimals: number
  readonly labels: readonly string[]
  /** The position of the last time that is wholly reported; −1 where none is. */
  readonly lastActual: number
  /** As shown, in the view's scale; NaN is no value. */
  readonly series: readonly { readonly scenario: Scenario; readonly values: readonly number[] }[]
  readonly sentence: string
}

/** Whether all of a time is reported. */
export const isWhollyReported = ({ model: { lastActual, fiscalCalendar } }: Results, time: ComparedTime): boolean => {
  const last = time.kind === 'quarter' ? time.quarter : quarterOfFiscal({ year: time.year, quarter: 4 }, fiscalCalendar)
  return lastActual !== null && last <= lastActual
}

const sentenceOf = ({ line, unit, decimals, labels, series }: Omit<ComparisonCourse, 'sentence'>): string => {
  const last = labels.length - 1
  const ends = series.map(({ scenario, values }) => {
    const value = values[last] ?? NaN
    return `${scenario.name} ${Number.isNaN(value) ? 'without a value' : plainFigure(value, decimals)}`
  })
  return `${line.label} in ${unit}, ${labels[0] ?? ''} to ${labels[last] ?? ''}, in ${series.length} scenarios. In ${labels[last] ?? ''}: ${ends.join(', ')}.`
}

export const courseOf = (
  results: Results,
  line: LineItem,
  scenarios: readonly Scenario[],
  { scale, pace }: { readonly scale: Scale | null; readonly pace: Pace },
): ComparisonCourse => {
  const times = timesOf(results.model)
    .flatMap(({ times }) => times)
    .filter(({ kind }) => kind === pace)
  const course = {
    line,
    unit: unitName(shownUnit(line.unit, scale)),
    decimals: decimalsIn(line.unit, line.decimals, scale),
    labels: times.map((time) => timeName(results, time)),
    lastActual: times.findLastIndex((time) => isWhollyReported(results, time)),
    series: scenarios.map((scenario) => ({
      scenario,
      values: times.map((time) => shownValue(comparedValue(results, scenario.id, line, time), line.unit, scale)),
    })),
  }
  return { ...course, sentence: sentenceOf(course) }
}
