// What two versions come to: the lines whose figure of a fiscal year reads otherwise, in one scenario.

import { differenceOf, reading, type Difference } from '#analysis/comparison.ts'
import type { Results } from '#engine/results.ts'
import { isSame } from '#base/same.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines, isReported, type Model } from '#model/model.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { fiscalYearsOf } from '#model/timeline.ts'

export type FigureRow = {
  readonly line: LineItem
  readonly was: string
  readonly is: string
  /** Null where a value is missing on either side. */
  readonly difference: Difference | null
}

/** The whole fiscal years that both versions have, with a quarter that is not reported yet now. */
export const commonYears = (was: Model, is: Model): readonly number[] => {
  if (!isSame(was.fiscalCalendar, is.fiscalCalendar)) return []
  const before = new Set(
    fiscalYearsOf(was.timeline, was.fiscalCalendar).flatMap(({ year, whole }) => (whole ? [year] : [])),
  )
  return fiscalYearsOf(is.timeline, is.fiscalCalendar).flatMap(({ year, whole, quarters }) =>
    whole && before.has(year) && quarters.some((quarter) => !isReported(is, quarter)) ? [year] : [],
  )
}

/** Lines of both versions whose year reads otherwise; none where a version lacks the scenario. */
export const figureRows = (was: Results, is: Results, scenario: ScenarioId, year: number): readonly FigureRow[] => {
  const has = ({ model }: Results): boolean => model.scenarios.some(({ id }) => id === scenario)
  if (!has(was) || !has(is)) return []
  const before = new Map(allLines(was.model).map((line) => [line.id, line]))
  return allLines(is.model).flatMap((line): readonly FigureRow[] => {
    const old = before.get(line.id)
    if (old === undefined || line.kind === 'constant' || old.kind === 'constant') return []
    const values = [was.yearOf(scenario, line.id, year), is.yearOf(scenario, line.id, year)] as const
    if (Object.is(values[0], values[1])) return []
    const told = ([was, is] as const).map((results, at) =>
      reading(
        at === 0 ? old : line,
        values[at] ?? NaN,
        Number.isNaN(values[at]) ? results.reasonOfYear(scenario, line.id, year) : null,
      ),
    )
    const [wasText = '', isText = ''] = told
    if (wasText === isText) return []
    return [{ line, was: wasText, is: isText, difference: differenceOf(line, values[1], values[0]) }]
  })
}
