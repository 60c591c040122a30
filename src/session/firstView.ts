// How a model is shown when it is opened for the first time: Base, with the years that lie wholly in the past folded.

import { fiscalQuarterOf } from '#model/fiscalCalendar.ts'
import { baseOf, type Model } from '#model/model.ts'
import { addQuarters } from '#model/quarter.ts'
import { fiscalYearsOf } from '#model/timeline.ts'
import type { View } from '#model/view.ts'
import { columnId } from './column.ts'
import type { Selection } from './selection.ts'

export const firstView = (model: Model): View => {
  const { lastActual, fiscalCalendar, timeline } = model
  const openYear = fiscalQuarterOf(lastActual ?? timeline.first, fiscalCalendar).year
  return {
    scenario: baseOf(model).id,
    foldedYears: fiscalYearsOf(timeline, fiscalCalendar)
      .filter(({ year, whole }) => whole && year < openYear)
      .map(({ year }) => year),
    foldedSections: [],
    scale: null,
    isHintDismissed: false,
    isPanelHidden: false,
  }
}

/** The cell the cursor starts on: the first driver that differs by quarter, in the first quarter of the forecast. */
export const firstSelection = (model: Model): Selection | null => {
  const { lastActual, timeline } = model
  const quarter = lastActual === null || lastActual === timeline.last ? timeline.first : addQuarters(lastActual, 1)
  const line = model.lines.find(({ driver, kind }) => driver && kind !== 'constant') ?? model.lines[0]
  return line === undefined ? null : { line: line.id, column: columnId({ kind: 'quarter', quarter }) }
}
