// The Shape of the drawn sheet: what its columns and rows are made from. While it is the same, cells are only looked at again.

import { allLines } from '#model/model.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'

/** What columns are made from; laid down they are lines, whose headers tell of formulas and warnings. */
export const columnShape = ({ model, view, shown, results }: OpenModel): readonly unknown[] => {
  const { areFormulasShown, orientation, foldedYears, yearColumns, yearsBy, scale } = view
  const ofLines = orientation === 'down' ? [allLines(model), foldedYears, scale, shown, results.warnings] : []
  const { timeline, lastActual, fiscalCalendar } = model
  const ofTimes = [timeline.first, timeline.last, lastActual, fiscalCalendar, yearColumns, yearsBy]
  return [...ofTimes, areFormulasShown, ...ofLines]
}

export const rowShape = ({ model, view }: OpenModel): readonly unknown[] => [
  allLines(model),
  model.timeline.first,
  model.timeline.last,
  view.foldedSections,
  ...(view.orientation === 'down'
    ? [view.foldedYears, view.yearColumns, view.yearsBy, model.fiscalCalendar]
    : [null, null, null, null]),
]

export const differs = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length !== other.length || one.some((each, at) => each !== other[at])
