// A View is how a model was last looked at. It is kept with the model and is no edit: undo leaves it alone.

import type { ScenarioId } from './scenario.ts'
import type { Scale } from './unit.ts'

export type View = {
  readonly scenario: ScenarioId
  /** Fiscal years shown as their year column only. */
  readonly foldedYears: readonly number[]
  readonly foldedSections: readonly string[]
  /** The scale money is shown in; null: each line's own. */
  readonly scale: Scale | null
  readonly isHintDismissed: boolean
  readonly isPanelHidden: boolean
}
