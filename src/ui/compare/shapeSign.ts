// The shape of a scenario's points in charts, by its place in the model, and the sign a legend writes for it.

import type { Model } from '#model/model.ts'
import type { Scenario } from '#model/scenario.ts'

/** In the order of the shapes that charts draw. */
const signs = ['●', '■', '▲', '◆', '✕', '✳']

/** By the scenario's place among all of the model's, so that its shape stays while others are hidden. */
export const shapeSign = (model: Model, scenario: Scenario): string =>
  signs[model.scenarios.indexOf(scenario) % signs.length] ?? ''
