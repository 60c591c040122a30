// A View is how a model was last looked at. It is kept with the model and is no edit: undo leaves it alone.

import { fiscalQuarterOf } from './fiscalCalendar.ts'
import { allSections, baseOf, type Model } from './model.ts'
import type { ScenarioId } from './scenario.ts'
import { fiscalYearsOf } from './timeline.ts'
import type { Scale } from './unit.ts'

/** Quarters run across, as analysts lay them out, or down. */
export type Orientation = 'across' | 'down'

export type View = {
  readonly scenario: ScenarioId
  /** Fiscal years shown as their year column only. */
  readonly foldedYears: readonly number[]
  readonly foldedSections: readonly string[]
  /** The scale money is shown in; null: each line's own. */
  readonly scale: Scale | null
  readonly isHintDismissed: boolean
  readonly isPanelHidden: boolean
  readonly orientation: Orientation
  /** Whether the formulas of the lines are shown beside their labels. */
  readonly areFormulasShown: boolean
}

/** How a model is shown the first time: Base, with the years that lie wholly in the past folded, and
 * other readings of commitments. */
export const firstView = (model: Model): View => {
  const { lastActual, fiscalCalendar, timeline } = model
  const openYear = fiscalQuarterOf(lastActual ?? timeline.first, fiscalCalendar).year
  return {
    scenario: baseOf(model).id,
    foldedYears: fiscalYearsOf(timeline, fiscalCalendar)
      .filter(({ year, whole }) => whole && year < openYear)
      .map(({ year }) => year),
    foldedSections: allSections(model).filter((section) => !model.sections.includes(section)),
    scale: null,
    isHintDismissed: false,
    isPanelHidden: false,
    orientation: 'across',
    areFormulasShown: false,
  }
}
