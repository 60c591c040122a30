import { expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { applyEdits } from '#model/edit.ts'
import type { Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { asTree } from '#model/scenarioOrder.ts'
import { movementBy, movementText } from '#analysis/scenarioMovement.ts'
import {
  proposeCopy,
  proposeMove,
  proposeParent,
  proposePromotion,
  proposeReversion,
  proposeScenarioColour,
  proposeScenarioName,
  proposeScenarioRemoval,
} from '#session/scenarioDeeds.ts'
import type { EditDeed } from '#session/editDeed.ts'
import { settled } from '../model/sample.ts'
import { columnOf, modelText } from '../support/modelText.ts'

const model = modelText(`
  FY25 Q1 to FY25 Q3, actual to FY25 Q1
  revenue             100 . .    = revenue[-1] * (1 + growth)
  growth rate driver  . 0.1      = growth[-1]
  bull:
  growth              . 0.2
  bear under bull:
  growth              . . 0.5
  flat:
`)

const sentence = (deed: EditDeed | Problem): string => (isProblem(deed) ? deed.sentence : `done: ${deed.said}`)
const done = (deed: EditDeed | Problem): Model => settled(applyEdits(model, settled(deed).edits))
const revenue = (of: Model, scenario: string) => columnOf(calculate(of), 'revenue', scenario)
const newId = () => 'new'

test('[V3] a name is not empty, not longer than 40 characters, and no other scenario’s', () => {
  expect(sentence(proposeScenarioName(model, 'bull', '  '))).toBe('Give the scenario a name.')
  expect(sentence(proposeScenarioName(model, 'bull', 'x'.repeat(41)))).toContain('at most 40 characters')
  expect(sentence(proposeScenarioName(model, 'bull', 'BEAR'))).toContain('There is a scenario “BEAR” already')
  expect(sentence(proposeScenarioName(model, 'bull', 'BULL'))).toBe('done: bull is now called BULL.')
  expect(done(proposeScenarioName(model, 'bull', ' Upside ')).scenarios[1]?.name).toBe('Upside')
  expect(settled(proposeScenarioName(model, 'bull', 'bull')).edits).toEqual([])
})

test('[V3] a colour is another of the six', () => {
  expect(done(proposeScenarioColour(model, 'bull', 'rose')).scenarios[1]?.colour).toBe('rose')
  expect(settled(proposeScenarioColour(model, 'bull', 'green')).edits).toEqual([])
})

test('[V3] [V4] Base has no parent, and a parent may not inherit from its child', () => {
  expect(sentence(proposeParent(model, 'base', 'bull'))).toContain('Base has no parent')
  expect(sentence(proposeParent(model, 'bull', 'bear'))).toContain('bear inherits from bull')
  expect(sentence(proposeParent(model, 'bull', 'bull'))).toContain('cannot inherit from itself')
  // Bear under Base: 100 × 1.1 × 1.5.
  expect(revenue(done(proposeParent(model, 'bear', 'base')), 'bear')[2]).toBeCloseTo(165, 10)
})

test('[V3] [V5] a scenario moves among its siblings with its own, and not past their ends', () => {
  const order = (of: Model) => of.scenarios.map(({ name }) => name)
  expect(order(done(proposeMove(model, 'bull', 1)))).toEqual(['Base', 'flat', 'bull', 'bear'])
  expect(order(done(proposeMove(model, 'flat', -1)))).toEqual(['Base', 'flat', 'bull', 'bear'])
  expect(sentence(proposeMove(model, 'bull', -1))).toBe(
    'bull is already the first of the scenarios that inherit from Base.',
  )
  expect(sentence(proposeMove(model, 'flat', 1))).toContain('already the last')
  expect(sentence(proposeMove(model, 'base', 1))).toContain('Base stands first')
})

test('[V3] [V6] a copy has a free name and a colour of its own', () => {
  const copy = settled(proposeCopy(model, 'bull', newId))
  const copied = done(copy)
  expect(copied.scenarios.find(({ id }) => id === copy.id)).toMatchObject({ name: 'bull copy', colour: 'orange' })
  // 100 × 1.2 × 1.2.
  expect(revenue(copied, 'new')[2]).toBeCloseTo(144, 10)
  expect(revenue(done(proposeCopy(model, 'base', newId)), 'new')[2]).toBeCloseTo(121, 10)
})

test('[V3] [V7] deleting says who takes over what was said; Base is not deleted', () => {
  const deed = proposeScenarioRemoval(model, 'bull')
  expect(sentence(deed)).toBe(
    'done: bull is deleted. bear takes over what it said and now inherits from Base: none of its numbers moved.',
  )
  // 100 × 1.2 × 1.5, as before.
  expect(revenue(done(deed), 'bear')[2]).toBeCloseTo(180, 10)
  expect(sentence(proposeScenarioRemoval(model, 'flat'))).toBe('done: flat is deleted.')
  expect(sentence(proposeScenarioRemoval(model, 'base'))).toContain('Base cannot be deleted')
})

test('[V3] [V8] reverting tells what is given up, and refuses where nothing is said', () => {
  expect(sentence(proposeReversion(model, 'bull'))).toBe('done: bull gave up 1 number and equals Base.')
  expect(sentence(proposeReversion(model, 'flat'))).toBe('flat says nothing of its own: it equals Base already.')
  expect(sentence(proposeReversion(model, 'base'))).toContain('no parent to revert to')
})

test('[V3] [V9] a promotion keeps the old Base under a free name, and is told in numbers first', () => {
  const wish = { oldBaseName: 'Old Base', areOthersMoved: true, newId }
  const deed = settled(proposePromotion(model, 'bull', wish))
  const promoted = done(deed)
  expect(['base', 'bull', 'new'].map((id) => Math.round(revenue(promoted, id)[2] ?? 0))).toEqual([144, 144, 121])
  // Those that inherit from the old Base are listed under it.
  expect(asTree(promoted).map(({ name }) => name)).toEqual(['Base', 'Old Base', 'flat', 'bull', 'bear'])
  // Two quarters of revenue and two of growth move in Base, and nothing elsewhere.
  expect(movementBy(calculate(model), deed.edits).map(movementText)).toEqual([
    'Base: 4 numbers in 2 lines',
    'bull: no number moves',
    'bear: no number moves',
    'flat: no number moves',
  ])
  expect(sentence(proposePromotion(model, 'bull', { ...wish, oldBaseName: 'Flat' }))).toContain('“Flat” already')
  expect(sentence(proposePromotion(model, 'flat', wish))).toContain('flat says nothing of its own')
  expect(sentence(proposePromotion(model, 'base', wish))).toContain('already')
})
