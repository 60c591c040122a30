// Keeping a what-if: its lane becomes a scenario under the one shown, with the rate in its formula.

import { shortBillions } from '#analysis/pacingWords.ts'
import type { NewId } from '#base/id.ts'
import { numberText } from '#exchange/number.ts'
import { scenarioOf, type Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { EditDeed } from './editDeed.ts'
import { proposeScenario } from './creation.ts'
import { freeName } from './freeName.ts'
import type { Ground } from './whatIf.ts'
import { landingFor } from './whatIfLane.ts'
import { landingText } from './whatIfText.ts'

/** `32 bn a quarter`, as no scenario is called yet. */
export const nameToKeep = (model: Model, { commitment: { unit } }: Ground, rate: number): string =>
  freeName(`${shortBillions(rate, unit)} a quarter`, model.scenarios)

/** The scenario in which every quarter after the last actual spends the rate. */
export const proposeKept = (
  model: Model,
  ground: Ground,
  rate: number,
  name: string,
  newId: NewId,
): (EditDeed & { readonly id: ScenarioId }) | Problem => {
  const added = proposeScenario(model, name, ground.scenario, newId)
  if (isProblem(added)) return added
  const landing = landingFor(model, ground)
  const formula = landing.formula(numberText(rate, ground.commitment.unit))
  const parent = scenarioOf(model, ground.scenario).name
  return {
    id: added.id,
    edits: [...added.edits, { kind: 'formula', scenario: added.id, line: landing.line.id, formula }],
    label: `What-if kept as ${name.trim()}`,
    said: `Kept as ${name.trim()}, under ${parent}. ${landingText(model, ground, landing, rate)}`,
  }
}
