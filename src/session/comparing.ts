// Comparing: what of the model the comparison shows, from what the view names. What it leaves open, or what is gone since,
// falls back to what suits the model now.

import { isDiffering, type ComparedTime } from '#analysis/comparison.ts'
import type { Results } from '#engine/results.ts'
import { present } from '#base/assert.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines, baseOf, isReported, type Model } from '#model/model.ts'
import type { Scenario } from '#model/scenario.ts'
import { fiscalYearsOf } from '#model/timeline.ts'
import type { ComparisonView, View } from '#model/view.ts'
import { yearsOf, type Year, type YearsBy } from '#model/year.ts'
import { columnId, type ColumnId } from './column.ts'

export type Comparing = {
  readonly time: ComparedTime
  readonly timeId: ColumnId
  readonly reference: Scenario
  /** The scenarios shown, the reference first. */
  readonly scenarios: readonly Scenario[]
  /** The other of the two grids; null while there is no other scenario. */
  readonly beside: Scenario | null
  /** Those that differ, all, or chosen ones; in the model's order. */
  readonly choice: 'differing' | 'all' | 'chosen'
  readonly lines: readonly LineItem[]
}

/** A year with the times of it that can be compared: its quarters, and itself where it is whole. */
export type YearTimes = { readonly year: Year; readonly times: readonly ComparedTime[] }

export const timesOf = ({ timeline, fiscalCalendar }: Model, by: YearsBy = 'fiscal'): readonly YearTimes[] =>
  yearsOf(timeline, fiscalCalendar, by).map(({ year, quarters, whole }) => ({
    year,
    times: [
      ...quarters.map((quarter): ComparedTime => ({ kind: 'quarter', quarter })),
      ...(whole ? [{ kind: 'year', year } as const] : []),
    ],
  }))

/** The first whole fiscal year with nothing reported in it, else the last quarter. */
const firstTime = (model: Model): ComparedTime => {
  const ahead = fiscalYearsOf(model.timeline, model.fiscalCalendar).find(
    ({ whole, quarters }) => whole && !quarters.some((quarter) => isReported(model, quarter)),
  )
  return ahead === undefined ? { kind: 'quarter', quarter: model.timeline.last } : { kind: 'year', year: ahead.year }
}

/** The time of a column’s id; where there is none, the first whole year ahead. */
export const timeNamed = (model: Model, id: ColumnId | null): ComparedTime =>
  (['fiscal', 'calendar'] as const)
    .flatMap((by) => timesOf(model, by))
    .flatMap(({ times }) => times)
    .find((time) => columnId(time) === id) ?? firstTime(model)

const choiceOf = (model: Model, { lines }: ComparisonView): Comparing['choice'] => {
  if (lines === null) return 'differing'
  if (lines === 'all') return 'all'
  const isGone = lines.length > 0 && !allLines(model).some(({ id }) => lines.includes(id))
  return isGone ? 'differing' : 'chosen'
}

const linesOf = (
  results: Results,
  { lines }: ComparisonView,
  { choice, time, scenarios }: Pick<Comparing, 'choice' | 'time' | 'scenarios'>,
): readonly LineItem[] => {
  const all = allLines(results.model)
  if (choice === 'all') return all
  const ids = scenarios.map(({ id }) => id)
  const chosen = new Set(lines)
  return all.filter((line) => (choice === 'chosen' ? chosen.has(line.id) : isDiffering(results, line, time, ids)))
}

export const comparingOf = (results: Results, view: ComparisonView): Comparing => {
  const { model } = results
  const named = (id: string | null): Scenario | undefined => model.scenarios.find((scenario) => scenario.id === id)
  const reference = named(view.reference) ?? baseOf(model)
  const others = model.scenarios.filter((scenario) => scenario !== reference)
  const beside = named(view.beside)
  const time = timeNamed(model, view.time)
  const choice = choiceOf(model, view)
  const scenarios = [reference, ...others.filter(({ id }) => !view.hidden.includes(id))]
  return {
    time,
    timeId: columnId(time),
    reference,
    scenarios,
    beside: (beside === reference ? undefined : beside) ?? others[0] ?? null,
    choice,
    lines: linesOf(results, view, { choice, time, scenarios }),
  }
}

/** The time so many steps on, over quarters and years as the sheet lays them; the same at either end. */
export const steppedTime = (model: Model, from: ComparedTime, steps: number, by: YearsBy = 'fiscal'): ComparedTime => {
  const times = timesOf(model, by).flatMap(({ times }) => times)
  const at = times.findIndex((time) => columnId(time) === columnId(from))
  return present(times[Math.min(Math.max(at + steps, 0), times.length - 1)], 'a time to compare at')
}

/** What changes of how the model is looked at keeps its comparison in the view. */
export const compare = (
  open: { readonly view: View; readonly look: (change: Partial<View>) => void },
  change: Partial<ComparisonView>,
): void => {
  open.look({ comparison: { ...open.view.comparison, ...change } })
}
