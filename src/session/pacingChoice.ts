// What the Pacing screen shows: which commitment, under which reading and as of when. What the view leaves open, or what is
// gone since, falls back to what suits the model now.

import { pacingOf, windowOf, type Pacing } from '#analysis/pacing.ts'
import type { Results } from '#engine/results.ts'
import { readingsOf, type Commitment, type Reading } from '#model/commitment.ts'
import type { Quarter } from '#model/quarter.ts'
import type { Scenario, ScenarioId } from '#model/scenario.ts'
import { contains, quartersOf } from '#model/timeline.ts'
import type { PacingView } from '#model/view.ts'

export type PacingChoice = {
  readonly commitment: Commitment
  readonly reading: Reading
  /** Null: the last actual, whichever it is. */
  readonly asOf: Quarter | null
  /** The quarters it can be told as of, oldest first. */
  readonly quarters: readonly Quarter[]
}

/** Null where the model has no commitment. */
export const pacingChoiceOf = (results: Results, view: PacingView, shown: ScenarioId): PacingChoice | null => {
  const { commitments, timeline } = results.model
  const commitment = commitments.find(({ id }) => id === view.commitment) ?? commitments[0]
  if (commitment === undefined) return null
  const reading = readingsOf(commitment).find(({ id }) => id === view.reading) ?? commitment.reading
  const { first, last } = windowOf(results, commitment, reading, shown)
  const quarters = quartersOf(timeline).filter((quarter) => quarter >= first && quarter <= last)
  const asOf = view.asOf !== null && contains(timeline, view.asOf) && quarters.includes(view.asOf) ? view.asOf : null
  return { commitment, reading, asOf, quarters }
}

export type PacedScenario = { readonly scenario: Scenario; readonly pacing: Pacing }

/** Every scenario's pacing under the reading chosen. */
export const pacedScenarios = (
  results: Results,
  { commitment, reading, asOf }: PacingChoice,
): readonly PacedScenario[] =>
  results.model.scenarios.map((scenario) => ({
    scenario,
    pacing: pacingOf(results, commitment, reading, scenario.id, asOf),
  }))

export type PacedReading = { readonly reading: Reading; readonly pacing: Pacing }

/** Every reading's pacing in one scenario. */
export const pacedReadings = (
  results: Results,
  { commitment, asOf }: PacingChoice,
  scenario: ScenarioId,
): readonly PacedReading[] =>
  readingsOf(commitment).map((reading) => ({
    reading,
    pacing: pacingOf(results, commitment, reading, scenario, asOf),
  }))
