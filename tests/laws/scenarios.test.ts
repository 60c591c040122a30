// Laws of scenarios: what holds whatever they say, to the bit. Edits are applied as the app applies them.

import { expect, test } from 'vitest'
import { applyEdits, type Edit } from '#model/edit.ts'
import { applyReversibly } from '#model/inverse.ts'
import { baseOf, type Model } from '#model/model.ts'
import { extentOf, overlayOf } from '#model/overlay.ts'
import { isProblem } from '#model/problem.ts'
import { promotionOf } from '#model/promotion.ts'
import { copyEdits, removalEdits, reparentEdits, reversionEdits } from '#model/scenarioChange.ts'
import { childrenOf, inheritsFrom, movesAmongSiblings } from '#model/scenarioOrder.ts'
import type { Scenario, ScenarioId } from '#model/scenario.ts'
import { applySoundly, modelFault } from '#model/soundness.ts'
import type { Results } from '#engine/results.ts'
import { settled, textOf } from '../model/sample.ts'
import { Chance } from '../support/chance.ts'
import { differenceIn } from './bits.ts'
import { compiled } from './evaluators.ts'
import { randomModel } from './random/randomModel.ts'

const seeds = 400
const testLimitMs = 240_000

const after = (model: Model, edits: readonly Edit[]): Model => settled(applySoundly(model, edits))

/** Results in which scenarios go by other names, to be held against others. */
const renamed = (results: Results, nameOf: (scenario: ScenarioId) => ScenarioId): Results => ({
  ...results,
  valueOf: (scenario, line, quarter) => results.valueOf(nameOf(scenario), line, quarter),
  yearOf: (scenario, line, year) => results.yearOf(nameOf(scenario), line, year),
  constantOf: (scenario, line) => results.constantOf(nameOf(scenario), line),
  problemOf: (scenario, line) => results.problemOf(nameOf(scenario), line),
})

const others = (model: Model): readonly Scenario[] => model.scenarios.filter(({ parent }) => parent !== null)

type Law = (model: Model, before: Results, chance: Chance) => string | null

const fresh = { id: 'fresh', name: 'Fresh', colour: 'teal' } as const

const emptyChild: Law = (model, before) => {
  const edits = model.scenarios.map(({ id }, at): Edit => ({
    kind: 'insert scenario',
    scenario: { ...fresh, id: `child ${at}`, parent: id, formulas: new Map() },
    at: model.scenarios.length + at,
  }))
  const results = compiled.calculate(after(model, edits))
  const childOf = (scenario: ScenarioId): ScenarioId =>
    `child ${model.scenarios.findIndex(({ id }) => id === scenario)}`
  return differenceIn(before, renamed(results, childOf))
}

const sameParent: Law = (model, before, chance) => {
  for (const { id, parent } of others(model)) {
    if (reparentEdits(model, id, parent ?? '').length > 0) return `${id} under its own parent is an edit`
    const elsewhere = model.scenarios.filter((each) => !inheritsFrom(model, each.id, id))
    const away = after(model, reparentEdits(model, id, chance.pick(elsewhere).id))
    const back = after(away, reparentEdits(away, id, parent ?? ''))
    const difference = differenceIn(before, compiled.calculate(back))
    if (difference !== null) return `${id} there and back: ${difference}`
  }
  return null
}

const copied: Law = (model, before) => {
  for (const { id } of others(model)) {
    const results = compiled.calculate(after(model, copyEdits(model, id, fresh)))
    const difference =
      differenceIn(before, results) ??
      differenceIn(
        before,
        renamed(results, () => fresh.id),
        [id],
      )
    if (difference !== null) return `the copy of ${id}: ${difference}`
  }
  return null
}

const removed: Law = (model, before) => {
  for (const { id } of others(model)) {
    const edits = removalEdits(model, id)
    const left = after(model, edits)
    const rest = left.scenarios.map((each) => each.id)
    const difference = differenceIn(before, compiled.calculate(left), rest)
    if (difference !== null) return `without ${id}: ${difference}`
  }
  return null
}

const reverted: Law = (model, before) => {
  for (const { id, parent } of others(model)) {
    const left = after(model, reversionEdits(model, id))
    const results = compiled.calculate(left)
    const difference = differenceIn(
      before,
      renamed(results, (each) => (each === parent ? id : each)),
      [parent ?? ''],
    )
    if (difference !== null) return `${id} reverted: ${difference}`
    if (Object.values(extentOf(left, overlayOf(left, id))).some((count) => count > 0))
      return `${id} still says something`
  }
  return null
}

const orderLaw: Law = (model, before, chance) => {
  let moved = model
  for (let moves = 0; moves < 6; moves += 1) {
    const { id } = chance.pick(model.scenarios)
    moved = after(moved, movesAmongSiblings(moved, id, chance.pick([1, -1] as const)))
  }
  return differenceIn(before, compiled.calculate(moved))
}

const promoted: Law = (model, before, chance) => {
  const base = baseOf(model).id
  for (const { id } of others(model)) {
    const isKept = chance.happens(0.8)
    const wish = { scenario: id, oldBase: isKept ? fresh : null, areOthersMoved: isKept }
    const { edits, left } = promotionOf(model, wish)
    const next = after(model, edits)
    const results = compiled.calculate(next)
    const family = model.scenarios.filter((each) => inheritsFrom(model, each.id, id)).map((each) => each.id)
    const kept = isKept ? model.scenarios.map((each) => each.id).filter((each) => each !== base) : family
    const isWhole = left.rows.size === 0 && left.formulas.size === 0
    const difference =
      // All others keep their numbers, and where Base could take everything it has those of the promoted scenario.
      differenceIn(before, results, kept) ??
      (isWhole
        ? differenceIn(
            before,
            renamed(results, () => base),
            [id],
          )
        : null) ??
      (isKept
        ? differenceIn(
            before,
            renamed(results, () => fresh.id),
            [base],
          )
        : null)
    if (difference !== null) return `${id} promoted: ${difference}`
    if (childrenOf(next, base).every((each) => each.id !== id)) return `${id} does not follow Base`
  }
  return null
}

const laws: readonly (readonly [string, Law])[] = [
  ['[V1] a scenario that says nothing equals its parent', emptyChild],
  ['[V4] the same parent changes nothing, and there and back neither', sameParent],
  ['[V5] the order of scenarios changes no number', orderLaw],
  ['[V6] a copy equals its original, which stays as it was', copied],
  ['[V7] removing a scenario moves no number of those that inherit from it', removed],
  ['[V8] reverted, a scenario equals its parent', reverted],
  ['[V9] promoted, a scenario is Base, and under the old Base the others keep their numbers', promoted],
]

test.each(laws)(`%s, seeds 0 to ${seeds - 1}`, { timeout: testLimitMs }, (_, law) => {
  for (let seed = 0; seed < seeds; seed += 1) {
    const model = randomModel(seed)
    const broken = law(model, compiled.calculate(model), new Chance(seed))
    if (broken !== null) expect.fail(`seed ${seed}: ${broken}`)
  }
})

/** Every change of scenarios that the screens offer, at random. */
const someChange = (model: Model, chance: Chance, id: string): readonly Edit[] => {
  const scenario = chance.pick(others(model))
  const parents = model.scenarios.filter((each) => !inheritsFrom(model, each.id, scenario.id))
  return chance.pick([
    () => reparentEdits(model, scenario.id, chance.pick(parents).id),
    () => copyEdits(model, scenario.id, { ...fresh, id }),
    () => removalEdits(model, scenario.id),
    () => reversionEdits(model, scenario.id),
    () => reversionEdits(model, scenario.id, (_, quarter) => quarter === 'all quarters'),
    () => movesAmongSiblings(model, scenario.id, 1),
    () =>
      promotionOf(model, { scenario: scenario.id, oldBase: { ...fresh, id }, areOthersMoved: chance.happens(0.5) })
        .edits,
  ])()
}

test(
  `[V10] changes of scenarios leave a sound model and are taken back to the letter, seeds 0 to ${seeds - 1}`,
  { timeout: testLimitMs },
  () => {
    for (let seed = 0; seed < seeds; seed += 1) {
      const chance = new Chance(seed)
      let model = randomModel(seed)
      for (let step = 0; step < 6 && others(model).length > 0; step += 1) {
        const applied = applyReversibly(model, someChange(model, chance, `new ${step}`))
        if (isProblem(applied)) expect.fail(`seed ${seed}: ${applied.sentence}`)
        expect(modelFault(applied.model), `seed ${seed}`).toBeNull()
        expect(textOf(settled(applyEdits(applied.model, applied.inverse))), `seed ${seed}`).toBe(textOf(model))
        model = applied.model
      }
    }
  },
)
