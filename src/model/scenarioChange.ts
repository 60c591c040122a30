// What changes scenarios as wholes, as edits: another parent, a copy, removal, and giving up what it says of its own.

import type { Edit } from './edit.ts'
import type { LineId } from './lineItem.ts'
import { scenarioOf, type Model } from './model.ts'
import { nothingSaid, overlayEdits, overlayOf, stacked, withoutCells } from './overlay.ts'
import type { Quarter } from './quarter.ts'
import { waiversGone } from './removal.ts'
import { childrenOf, inheritsFrom, movesBehind } from './scenarioOrder.ts'
import type { Scenario, ScenarioId } from './scenario.ts'

/** Hangs a scenario under another parent: it keeps what it says of its own. The parent may not inherit from it. */
export const reparentEdits = (model: Model, scenario: ScenarioId, parent: ScenarioId): readonly Edit[] =>
  scenarioOf(model, scenario).parent === parent
    ? []
    : [{ kind: 'change scenario', scenario, change: { parent } }, ...movesBehind(model, scenario, parent)]

/** A copy that says the same under the same parent; it stands behind the original and all that inherits from it. */
export const copyEdits = (
  model: Model,
  scenario: ScenarioId,
  copy: Pick<Scenario, 'id' | 'name' | 'colour'>,
): readonly Edit[] => {
  const { parent, formulas } = scenarioOf(model, scenario)
  const at = model.scenarios.findLastIndex(({ id }) => inheritsFrom(model, id, scenario)) + 1
  const typed = [...overlayOf(model, scenario).rows].flatMap(([quarter, { entries, notes }]): readonly Edit[] => [
    ...[...entries].map(([line, entry]): Edit => ({ kind: 'enter', scenario: copy.id, quarter, line, entry })),
    ...[...notes].map(([line, note]): Edit => ({ kind: 'note', scenario: copy.id, quarter, line, note })),
  ])
  return [{ kind: 'insert scenario', scenario: { ...copy, parent, formulas }, at }, ...typed]
}

/**
 * Removes a scenario other than Base. Its children come to inherit from its parent and take over what it said, so that none
 * of their numbers moves; what was waived in it goes along.
 */
export const removalEdits = (model: Model, scenario: ScenarioId): readonly Edit[] => {
  const { parent } = scenarioOf(model, scenario)
  const says = overlayOf(model, scenario)
  return [
    ...childrenOf(model, scenario).flatMap(({ id }): readonly Edit[] => [
      ...overlayEdits(model, id, stacked(overlayOf(model, id), says)),
      { kind: 'change scenario', scenario: id, change: { parent } },
    ]),
    ...overlayEdits(model, scenario, nothingSaid),
    ...waiversGone(model, (each) => each === scenario),
    { kind: 'remove scenario', scenario },
  ]
}

/** Gives up what a scenario says of its own, of all cells or of some; a formula belongs to 'all quarters' of its line. */
export const reversionEdits = (
  model: Model,
  scenario: ScenarioId,
  concerns: (line: LineId, quarter: Quarter | 'all quarters') => boolean = () => true,
): readonly Edit[] => overlayEdits(model, scenario, withoutCells(overlayOf(model, scenario), concerns))
