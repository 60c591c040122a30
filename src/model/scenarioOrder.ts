// The order of scenarios: Base first, a parent before its children, and otherwise as the user likes.

import { placements } from './arrangement.ts'
import type { Edit } from './edit.ts'
import { ancestry, baseOf, type Model } from './model.ts'
import type { Scenario, ScenarioId } from './scenario.ts'

/** Whether a scenario inherits from another, or is it. */
export const inheritsFrom = (model: Model, scenario: ScenarioId, other: ScenarioId): boolean =>
  ancestry(model, scenario).some(({ id }) => id === other)

export const childrenOf = (model: Model, scenario: ScenarioId): readonly Scenario[] =>
  model.scenarios.filter(({ parent }) => parent === scenario)

/** How many parents a scenario has above it: 0 for Base. */
export const depthOf = (model: Model, scenario: ScenarioId): number => ancestry(model, scenario).length - 1

/** All scenarios as a tree is read: each is followed by those that inherit from it, siblings in the model's order. */
export const asTree = (model: Model, from: readonly Scenario[] = [baseOf(model)]): readonly Scenario[] =>
  from.flatMap((scenario) => [scenario, ...asTree(model, childrenOf(model, scenario.id))])

/** The moves that bring scenarios from one order into another of the same. */
const orderEdits = (now: readonly ScenarioId[], then: readonly ScenarioId[]): readonly Edit[] =>
  placements(now, then).map(({ id, at }): Edit => ({ kind: 'move scenario', scenario: id, at }))

const idsOf = ({ scenarios }: Model): readonly ScenarioId[] => scenarios.map(({ id }) => id)

/** The moves that bring a scenario and all that inherit from it behind another one; none where they stand so already. */
export const movesBehind = (model: Model, scenario: ScenarioId, other: ScenarioId): readonly Edit[] => {
  const now = idsOf(model)
  if (now.indexOf(other) < now.indexOf(scenario)) return []
  const family = now.filter((id) => inheritsFrom(model, id, scenario))
  const rest = now.filter((id) => !family.includes(id))
  const behind = rest.indexOf(other) + 1
  return orderEdits(now, [...rest.slice(0, behind), ...family, ...rest.slice(behind)])
}

/**
 * The moves that bring a scenario one place on or back among those with its parent, with all that inherit from it; none where
 * it is the first or last of them.
 */
export const movesAmongSiblings = (model: Model, scenario: ScenarioId, step: 1 | -1): readonly Edit[] => {
  const own = model.scenarios.find(({ id }) => id === scenario)
  if (own?.parent === undefined || own.parent === null) return []
  const siblings = childrenOf(model, own.parent).map(({ id }) => id)
  const neighbour = siblings[siblings.indexOf(scenario) + step]
  if (neighbour === undefined) return []
  const now = idsOf(model)
  const family = now.filter((id) => inheritsFrom(model, id, scenario))
  const rest = now.filter((id) => !family.includes(id))
  const others = rest.filter((id) => inheritsFrom(model, id, neighbour))
  const place = step === -1 ? rest.indexOf(neighbour) : rest.indexOf(others.at(-1) ?? neighbour) + 1
  return orderEdits(now, [...rest.slice(0, place), ...family, ...rest.slice(place)])
}
