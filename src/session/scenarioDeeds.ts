// What can be done to a scenario as a whole, as proposals: another name, colour, parent or place, a copy, its removal, giving up
// what it says, and making it Base. A proposal changes nothing yet; a Problem says in plain words why it cannot be.

import { countedKinds, listed } from '#base/listing.ts'
import type { NewId } from '#base/id.ts'
import type { Edit } from '#model/edit.ts'
import { ancestry, isBase, scenarioOf, type Model } from '#model/model.ts'
import { extentOf, overlayOf, type Extent, type Overlay } from '#model/overlay.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { promotionOf } from '#model/promotion.ts'
import { scenarioColours, type Scenario, type ScenarioId } from '#model/scenario.ts'
import { copyEdits, removalEdits, reparentEdits, reversionEdits } from '#model/scenarioChange.ts'
import { childrenOf, inheritsFrom, movesAmongSiblings } from '#model/scenarioOrder.ts'
import type { EditDeed } from './editDeed.ts'
import { scenarioNameProblem } from './creation.ts'
import { freeName } from './freeName.ts'
import { refuse } from './proposal.ts'

/** How much is said: `23 numbers, 1 formula`. */
const extentText = ({ numbers, releases, formulas }: Extent): string =>
  countedKinds([numbers, 'number'], [releases, 'release'], [formulas, 'formula']).join(', ') || 'nothing of its own'

const saysNothing = ({ formulas, rows }: Overlay): boolean => formulas.size === 0 && rows.size === 0

/** The colour that the fewest scenarios have, the first of them. */
const nextColour = (model: Model): Scenario['colour'] => {
  const uses = (colour: Scenario['colour']): number =>
    model.scenarios.filter((scenario) => scenario.colour === colour).length
  return scenarioColours.reduce((best, colour) => (uses(colour) < uses(best) ? colour : best))
}

export const proposeScenarioName = (model: Model, scenario: ScenarioId, name: string): EditDeed | Problem => {
  const before = scenarioOf(model, scenario).name
  const wanted = name.trim()
  const wrong = scenarioNameProblem(model, wanted, scenario)
  if (wrong !== null) return wrong
  return {
    edits: before === wanted ? [] : [{ kind: 'change scenario', scenario, change: { name: wanted } }],
    label: `Scenario ${before} renamed ${wanted}`,
    said: `${before} is now called ${wanted}.`,
  }
}

export const proposeScenarioColour = (
  model: Model,
  scenario: ScenarioId,
  colour: Scenario['colour'],
): EditDeed | Problem => {
  const { name, colour: before } = scenarioOf(model, scenario)
  return {
    edits: before === colour ? [] : [{ kind: 'change scenario', scenario, change: { colour } }],
    label: `Scenario ${name} coloured ${colour}`,
    said: `${name} is ${colour} now.`,
  }
}

export const proposeParent = (model: Model, scenario: ScenarioId, parent: ScenarioId): EditDeed | Problem => {
  const { name } = scenarioOf(model, scenario)
  const above = scenarioOf(model, parent).name
  if (isBase(model, scenario)) return refuse(`${name} has no parent: every other scenario inherits from it.`)
  if (parent === scenario) return refuse(`${name} cannot inherit from itself: choose another parent.`)
  if (inheritsFrom(model, parent, scenario))
    return refuse(`${above} inherits from ${name}, so it cannot be its parent: choose another.`)
  return {
    edits: reparentEdits(model, scenario, parent),
    label: `Scenario ${name} inherits from ${above}`,
    said: `${name} now inherits from ${above}; what it says of its own is kept.`,
  }
}

/** One place up (−1) or down (1) among those with the same parent. */
export const proposeMove = (model: Model, scenario: ScenarioId, step: 1 | -1): EditDeed | Problem => {
  const { name, parent } = scenarioOf(model, scenario)
  if (parent === null) return refuse(`${name} stands first: every other scenario inherits from it.`)
  const edits = movesAmongSiblings(model, scenario, step)
  const above = scenarioOf(model, parent).name
  if (edits.length === 0)
    return refuse(
      `${name} is already the ${step === 1 ? 'last' : 'first'} of the scenarios that inherit from ${above}.`,
    )
  const label = `Scenario ${name} moved ${step === 1 ? 'down' : 'up'}`
  return { edits, label, said: `${label}.` }
}

export const proposeCopy = (
  model: Model,
  scenario: ScenarioId,
  newId: NewId,
): (EditDeed & { readonly id: ScenarioId }) | Problem => {
  const { name, parent } = scenarioOf(model, scenario)
  const copyName = freeName(`${name.slice(0, 32)} copy`, model.scenarios)
  const copy = { id: newId(), name: copyName, colour: nextColour(model) }
  const label = `Scenario ${copyName} added`
  if (parent === null) {
    // Base is the only root: its copy is a scenario under it that says nothing, and so equals it.
    const child: Scenario = { ...copy, parent: scenario, formulas: new Map() }
    const edits: readonly Edit[] = [{ kind: 'insert scenario', scenario: child, at: model.scenarios.length }]
    return { id: copy.id, edits, label, said: `${copyName} inherits from ${name} and says nothing of its own yet.` }
  }
  return { id: copy.id, edits: copyEdits(model, scenario, copy), label, said: `${copyName} says what ${name} says.` }
}

export const proposeScenarioRemoval = (model: Model, scenario: ScenarioId): EditDeed | Problem => {
  const { name, parent } = scenarioOf(model, scenario)
  if (parent === null) return refuse(`${name} cannot be deleted: every other scenario inherits from it.`)
  const children = listed(childrenOf(model, scenario).map((child) => child.name))
  const isOne = childrenOf(model, scenario).length === 1
  const heirs =
    children === ''
      ? ''
      : ` ${children} ${isOne ? 'takes' : 'take'} over what it said and now ${isOne ? 'inherits' : 'inherit'} from ${scenarioOf(model, parent).name}: none of ${isOne ? 'its' : 'their'} numbers moved.`
  return {
    edits: removalEdits(model, scenario),
    label: `Scenario ${name} deleted`,
    said: `${name} is deleted.${heirs}`,
  }
}

export const proposeReversion = (model: Model, scenario: ScenarioId): EditDeed | Problem => {
  const { name, parent } = scenarioOf(model, scenario)
  if (parent === null) return refuse(`${name} has no parent to revert to.`)
  const above = scenarioOf(model, parent).name
  const says = overlayOf(model, scenario)
  if (saysNothing(says)) return refuse(`${name} says nothing of its own: it equals ${above} already.`)
  return {
    edits: reversionEdits(model, scenario),
    label: `Scenario ${name} reverted to ${above}`,
    said: `${name} gave up ${extentText(extentOf(model, says))} and equals ${above}.`,
  }
}

/** How a scenario is to become Base. */
export type PromotionChoice = {
  /** The name under which what Base says now is kept; null: it is not kept. */
  readonly oldBaseName: string | null
  /** Whether the other scenarios come to inherit from the old Base, where it is kept. */
  readonly areOthersMoved: boolean
  readonly newId: NewId
}

export const proposePromotion = (
  model: Model,
  scenario: ScenarioId,
  { oldBaseName, areOthersMoved, newId }: PromotionChoice,
): EditDeed | Problem => {
  const { name } = scenarioOf(model, scenario)
  if (isBase(model, scenario)) return refuse(`${name} is what every other scenario inherits from already.`)
  const chain = ancestry(model, scenario).filter(({ id }) => !isBase(model, id))
  if (chain.every(({ id }) => saysNothing(overlayOf(model, id))))
    return refuse(`${name} says nothing of its own: Base would stay as it is.`)
  const kept = oldBaseName?.trim() ?? null
  const wrong = kept === null ? null : scenarioNameProblem(model, kept, null)
  if (isProblem(wrong)) return wrong
  const oldBase = kept === null ? null : { id: newId(), name: kept, colour: nextColour(model) }
  const { edits, left } = promotionOf(model, { scenario, oldBase, areOthersMoved })
  const stays = saysNothing(left) ? '' : ` ${extentText(extentOf(model, left))} that Base cannot take stay in ${name}.`
  const keeps = kept === null ? '' : ` What Base said is kept as ${kept}.`
  return {
    edits,
    label: `Scenario ${name} promoted to Base`,
    said: `Base now says what ${name} said.${keeps}${stays}`,
  }
}
