// How quarters and years are looked at: whose years are shown, and which are folded. Each gives what of the view changes, or
// why nothing does.

import type { Model } from '#model/model.ts'
import type { Problem } from '#model/problem.ts'
import { calendarName } from '#model/quarter.ts'
import type { View } from '#model/view.ts'
import {
  areYearsAlike,
  lastQuarterOf,
  yearName,
  yearsByOf,
  yearsOf,
  yearWith,
  type TimelineYear,
  type YearsBy,
} from '#model/year.ts'
import { yearsShown, type Column } from '../column.ts'
import { unfolded } from '../layout.ts'
import { refuse } from '../proposal.ts'

/** Where years can stand, in the words that choose it. */
export const yearLayouts: readonly { readonly is: View['yearColumns']; readonly name: string }[] = [
  { is: 'among', name: 'Each year behind its quarters' },
  { is: 'last', name: 'All quarters, then years' },
  { is: 'only', name: 'Years alone' },
]

const wholeYears = ({ timeline, fiscalCalendar }: Model, by: YearsBy): readonly TimelineYear[] =>
  yearsOf(timeline, fiscalCalendar, by).filter(({ whole }) => whole)

/** The year a quarter or a year's column belongs to, folded or unfolded. */
export const foldedAt = (
  model: Model,
  view: View,
  column: Exclude<Column, { kind: 'constant' }>,
  isFolding: boolean,
): Partial<View> | Problem => {
  const { fiscalCalendar } = model
  const by = yearsShown(model, view)
  const year = column.kind === 'year' ? column.year : yearWith(column.quarter, fiscalCalendar, by)
  if (!wholeYears(model, by).some((each) => each.year === year))
    return refuse(`${yearName(year)} does not fold: not all of its quarters are in the timeline.`)
  if (view.yearColumns === 'only')
    return isFolding
      ? refuse('Years are shown alone: all of their quarters are folded already.')
      : unfolded(model, view, { line: '', column: lastQuarterOf(year, fiscalCalendar) })
  const others = view.foldedYears.filter((each) => each !== year)
  return { foldedYears: isFolding ? [...others, year] : others }
}

/** Why calendar years would be no others than the fiscal ones; null where they are. */
export const whyYearsAlike = ({ timeline, fiscalCalendar }: Model): string | null => {
  if (!areYearsAlike(fiscalCalendar)) return null
  const [fiscal, calendar] = (['fiscal', 'calendar'] as const).map((by) => yearWith(timeline.last, fiscalCalendar, by))
  if (fiscal === undefined || calendar === undefined) return null
  const last = calendarName(lastQuarterOf(fiscal, fiscalCalendar))
  return `Fiscal years are calendar years already: ${yearName(fiscal)} is the four quarters up to ${last}, and so is ${yearName(calendar)}.`
}

/** Years of the other kind; the first time those are folded whose quarters all were. */
export const withYearsBy = (model: Model, view: View, yearsBy: YearsBy): Partial<View> | Problem => {
  const why = yearsBy === 'calendar' ? whyYearsAlike(model) : null
  if (why !== null) return refuse(why)
  if (view.foldedYears.some((year) => yearsByOf(year) === yearsBy)) return { yearsBy }
  const hidden = new Set(
    wholeYears(model, yearsShown(model, view))
      .filter(({ year }) => view.foldedYears.includes(year))
      .flatMap(({ quarters }) => quarters),
  )
  const folded = wholeYears(model, yearsBy)
    .filter(({ quarters }) => quarters.every((quarter) => hidden.has(quarter)))
    .map(({ year }) => year)
  return { yearsBy, foldedYears: [...view.foldedYears, ...folded] }
}
