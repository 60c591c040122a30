// A Waiver says of a finding, something in the model that looks like a slip, that it needs no mending, and why. It speaks of what was found: where the
// finding comes to be about something else, it is open again.

import type { LineId } from './lineItem.ts'
import type { Quarter } from './quarter.ts'
import type { ScenarioId } from './scenario.ts'

export type Waiver = {
  /** The finding's id: its kind, and its place behind. */
  readonly id: string
  /** What it was about when it was waived, a formula's text or a number, as text. */
  readonly about: string
  readonly reason: string
  /** ISO 8601. */
  readonly at: string
}

/** How the id of a finding ends: with its place, where the quarter is nothing for a whole line. */
export const placeInId = (scenario: ScenarioId, line: LineId, quarter: Quarter | null): string =>
  `${scenario} ${line} ${quarter ?? ''}`

/** Whether what is waived was found on a line in a scenario, in any quarter. */
export const isWaiverOf = ({ id }: Waiver, scenario: ScenarioId, line: LineId): boolean =>
  id.slice(0, id.lastIndexOf(' ') + 1).endsWith(` ${placeInId(scenario, line, null)}`)
