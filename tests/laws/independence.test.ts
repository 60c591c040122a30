// Law: a scenario's bits depend on no other scenario but its ancestors, and on no order of lines.

import { expect, test } from 'vitest'
import { ancestry, type Model } from '#model/model.ts'
import { Chance } from '../support/chance.ts'
import { differenceIn } from './bits.ts'
import { compiled } from './evaluators.ts'
import { randomModel } from './random/randomModel.ts'
import { inWords, smallest } from './smallest.ts'

const seeds = 1000 // two to seven calculations each
const testLimitMs = 120_000 // 5 s on two idle cores

/** The model with one scenario and its ancestors only. */
const only = (model: Model, scenario: string): Model => {
  const kept = new Set(ancestry(model, scenario).map(({ id }) => id))
  return {
    ...model,
    scenarios: model.scenarios.filter(({ id }) => kept.has(id)),
    rows: new Map([...model.rows].filter(([id]) => kept.has(id))),
  }
}

const neighbourDifference = (model: Model): string | null => {
  const together = compiled.calculate(model)
  for (const { id } of model.scenarios) {
    const difference = differenceIn(compiled.calculate(only(model, id)), together, [id])
    if (difference !== null) return difference
  }
  return null
}

const turned = (model: Model): Model => {
  const chance = new Chance(model.lines.length)
  return { ...model, lines: chance.shuffled(model.lines), sections: [...model.sections].reverse() }
}

const orderDifference = (model: Model): string | null =>
  differenceIn(compiled.calculate(model), compiled.calculate(turned(model)))

const laws = [
  ['a scenario’s bits depend on no other scenario', neighbourDifference],
  ['bits depend on no order of lines', orderDifference],
] as const

test.each(laws)(`[R3] %s, seeds 0 to ${seeds - 1}`, { timeout: testLimitMs }, (_, differenceOf) => {
  for (let seed = 0; seed < seeds; seed += 1) {
    const model = randomModel(seed)
    if (differenceOf(model) === null) continue
    const least = smallest(model, (each) => differenceOf(each) !== null)
    expect.fail(`seed ${seed}: ${differenceOf(least) ?? ''}\n${inWords(least)}`)
  }
})
