// Laws of restoring: from any state of a model to any other of the same one, to the letter, and taken back to the letter.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdit, applyEdits } from '#model/edit.ts'
import { applyReversibly } from '#model/inverse.ts'
import type { Model } from '#model/model.ts'
import { differenceBetween, hasDifference } from '#model/modelDifference.ts'
import { isProblem } from '#model/problem.ts'
import { editsBetween } from '#model/restoration.ts'
import { applySoundly, modelFault } from '#model/soundness.ts'
import { editFrom, someSeeds } from '../model/randomEdits.ts'
import { sample, settled, textOf } from '../model/sample.ts'
import { someEdits, sketchOf } from './random/edits.ts'
import { randomModel, randomWorkbook } from './random/randomModel.ts'

const seeds = 250
const testLimitMs = 120_000

const check = (now: Model, then: Model): void => {
  const edits = editsBetween(now, then)
  const { model, inverse } = settled(applyReversibly(now, edits))
  expect(textOf(model)).toBe(textOf(then))
  expect(modelFault(model)).toBeNull()
  expect(editsBetween(model, then)).toEqual([])
  expect(hasDifference(differenceBetween(model, then))).toBe(false)
  expect(edits.length === 0).toBe(textOf(now) === textOf(then))
  expect(hasDifference(differenceBetween(now, then))).toBe(edits.length > 0)
  expect(textOf(settled(applyEdits(model, inverse)))).toBe(textOf(now))
}

test(
  `[Z3] every state of ${seeds} random models is restored from every later one, and back`,
  () => {
    let restored = 0
    for (let seed = 1; seed <= seeds; seed += 1) {
      let { model, sketch } = randomWorkbook(seed)
      const states = [model]
      for (let step = 0; step < 12; step += 1) {
        const next = applySoundly(model, someEdits({ model, sketch }, `fresh${step}`))
        if (isProblem(next) || next === model) continue
        model = next
        sketch = sketchOf(model, sketch)
        states.push(model)
      }
      for (const [at, then] of states.entries())
        for (const now of [states[at + 1], states.at(-1)]) {
          if (now === undefined) continue
          check(now, then)
          check(then, now)
          restored += 1
        }
    }
    expect(restored).toBeGreaterThan(seeds * 5)
  },
  testLimitMs,
)

test(
  `[Z3] any of ${seeds} random models becomes any other of them`,
  () => {
    for (let seed = 1; seed <= seeds; seed += 1)
      check(randomModel(seed), { ...randomModel(seed + 1000), id: randomModel(seed).id })
  },
  testLimitMs,
)

test(
  '[Z3] edits of every kind, whatever they make of the model, are restored over',
  () => {
    fc.assert(
      fc.property(someSeeds, someSeeds, (one, other) => {
        const reached = (seeds: typeof one): Model => {
          let model = sample()
          for (const seed of seeds) {
            const next = applyEdit(model, editFrom(model, seed))
            if (!isProblem(next) && modelFault(next) === null) model = next
          }
          return model
        }
        check(reached(one), reached(other))
      }),
      { seed: 20261125, numRuns: 500 },
    )
  },
  testLimitMs,
)
