// A Scenario is an overlay on its parent: it holds what differs and nothing else. The root (no parent) is Base; its
// formulas are the lines' own. What each has typed lies in the model's quarter rows.

import type { LineId } from './lineItem.ts'

export type ScenarioId = string

/** Colours are named, not given: each theme draws them at its own contrast. */
export const scenarioColours = ['blue', 'green', 'orange', 'purple', 'teal', 'rose'] as const

export type ScenarioColour = (typeof scenarioColours)[number]

export type Scenario = {
  readonly id: ScenarioId
  readonly name: string
  readonly parent: ScenarioId | null
  readonly colour: ScenarioColour
  /** Its own formulas; an empty text is a formula that gives no value. Always empty for Base. */
  readonly formulas: ReadonlyMap<LineId, string>
}
