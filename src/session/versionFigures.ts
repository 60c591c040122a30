// What two versions come to: the lines whose figure of a fiscal year reads otherwise, in one scenario.

import { differenceOf, type Difference } from '#analysis/comparison.ts'
import { isSame } from '#base/same.ts'
import type { Results } from '#engine/results.ts'
import { tableValue } from '#model/figure.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines, isReported, type Model } from '#model/model.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { fiscalYearsOf } from '#model/timeline.ts'
import type { Scale } from '#model/unit.ts'

export type FigureRow = {
  readonly line: LineItem
  readonly was: string
  readonly is: string
  /** Null where a value is missing on either side, and where the unit is another. */
  readonly difference: Difference | null
}

const absenceWords = { missing: 'none', fault: 'fault', 'n.m.': 'n.m.' } as const

/** The whole fiscal years that both versions have, with a quarter that is not reported yet in the second. */
export const commonYears = (was: Model, is: Model): readonly number[] => {
  if (!isSame(was.fiscalCalendar, is.fiscalCalendar)) return []
  const before = new Set(
    fiscalYearsOf(was.timeline, was.fiscalCalendar).flatMap(({ year, whole }) => (whole ? [year] : [])),
  )
  return fiscalYearsOf(is.timeline, is.fiscalCalendar).flatMap(({ year, whole, quarters }) =>
    whole && before.has(year) && quarters.some((quarter) => !isReported(is, quarter)) ? [year] : [],
  )
}

export type FigureWish = { readonly scenario: ScenarioId; readonly year: number; readonly scale: Scale | null }

/** Lines of both versions whose year reads otherwise; none where a version lacks the scenario. */
export const figureRows = (was: Results, is: Results, { scenario, year, scale }: FigureWish): readonly FigureRow[] => {
  const has = ({ model }: Results): boolean => model.scenarios.some(({ id }) => id === scenario)
  if (!has(was) || !has(is)) return []
  const textOf = (results: Results, { id, unit, decimals }: LineItem, value: number): string =>
    Number.isNaN(value)
      ? absenceWords[results.reasonOfYear(scenario, id, year)?.kind ?? 'missing']
      : tableValue(value, unit, decimals, scale)
  const before = new Map(allLines(was.model).map((line) => [line.id, line]))
  return allLines(is.model).flatMap((line): readonly FigureRow[] => {
    const old = before.get(line.id)
    if (old === undefined || line.kind === 'constant' || old.kind === 'constant') return []
    const [then, now] = [was.yearOf(scenario, line.id, year), is.yearOf(scenario, line.id, year)]
    const isSameUnit = isSame(old.unit, line.unit)
    if (Object.is(then, now) && isSameUnit) return []
    const texts = { was: textOf(was, old, then), is: textOf(is, line, now) }
    if (texts.was === texts.is && isSameUnit) return []
    return [{ line, ...texts, difference: isSameUnit ? differenceOf(line, now, then) : null }]
  })
}
