// Breaks in the series of what a chart draws: where they stand among its times, and a sentence for each.

import type { ComparedTime } from '#analysis/comparison.ts'
import { breakSentence, crossingsOf, type Crossing } from '#analysis/seriesBreak.ts'
import type { Results } from '#engine/results.ts'
import type { LineItem } from '#model/lineItem.ts'
import type { Scenario } from '#model/scenario.ts'
import { lastQuarterOf } from '#model/year.ts'

export type ChartBreak = {
  /** The first time of the series after it, from 1. */
  readonly at: number
  readonly sentence: string
}

/** Breaks of the lines drawn, and those that a figure drawn crosses, each once; what lies outside the times is left out. */
export const chartBreaks = (
  results: Results,
  series: readonly { readonly line: LineItem; readonly scenario: Scenario }[],
  times: readonly ComparedTime[],
): readonly ChartBreak[] => {
  const { fiscalCalendar } = results.model
  const crossings: readonly Crossing[] = series.flatMap(({ line, scenario }) => [
    ...line.breaks.map((at) => ({ line, at })),
    ...times.flatMap((time) => crossingsOf(results, scenario.id, line.id, time)),
  ])
  const bySentence = new Map(
    crossings.map(({ line, at }) => [breakSentence(results.model, { line, at }), at.quarter] as const),
  )
  return [...bySentence]
    .map(([sentence, quarter]) => ({
      sentence,
      at: times.findIndex(
        (time) => (time.kind === 'quarter' ? time.quarter : lastQuarterOf(time.year, fiscalCalendar)) >= quarter,
      ),
    }))
    .filter(({ at }) => at > 0)
}
