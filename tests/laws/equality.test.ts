// Law: compiled code gives what the oracle gives, to the bit, for every cell, year and constant of random models; and the
// run had every construct, loop, status and reason in it, often.

import { expect, test } from 'vitest'
import { differenceIn } from './bits.ts'
import { countModel, newCensus } from './census.ts'
import { compiled, oracle } from './evaluators.ts'
import { randomModel } from './random/randomModel.ts'
import { inWords, smallest } from './smallest.ts'
import type { Tally } from './tally.ts'
import type { Model } from '#model/model.ts'

const seeds = 9000 // with so many each thing the census counts occurs 1,200 times or more
const leastOccurrences = 1000 // asked of everything that is counted
const testLimitMs = 240_000 // 25 s on two idle cores

const difference = (model: Model): string | null => differenceIn(oracle.calculate(model), compiled.calculate(model))

const failureOf = (seed: number): string => {
  const least = smallest(randomModel(seed), (each) => difference(each) !== null)
  return `seed ${seed}: ${difference(least) ?? ''}\n${inWords(least)}`
}

type Run = { readonly census: Tally; readonly failed: readonly number[] }

/** One pass for all tests of this file: each model is calculated once by each evaluator, and counted. */
const runOnce = (): Run => {
  const census = newCensus()
  const failed: number[] = []
  for (let seed = 0; seed < seeds; seed += 1) {
    const model = randomModel(seed)
    const expected = oracle.calculate(model)
    if (differenceIn(expected, compiled.calculate(model)) !== null) failed.push(seed)
    countModel(census, model, expected, seed)
  }
  return { census, failed }
}

let known: Run | null = null
const run = (): Run => (known ??= runOnce())

test('compiled code is what the laws hold', () => {
  expect(compiled.calculate(randomModel(0)).evaluator).toBe('compiled')
  expect(oracle.calculate(randomModel(0)).evaluator).toBe('oracle')
})

test(`[R1] compiled equals the oracle, seeds 0 to ${seeds - 1}`, { timeout: testLimitMs }, () => {
  const { failed } = run()
  const [seed] = failed
  if (seed !== undefined)
    expect.fail(`${failed.length} seeds fail (${failed.slice(0, 20).join(', ')}); ${failureOf(seed)}`)
})

test('everything the language has occurred a thousand times', { timeout: testLimitMs }, () => {
  const { census } = run()
  console.log(`How often each thing occurred in ${seeds} models\n${census.table()}`)
  expect(census.rarerThan(leastOccurrences)).toEqual([])
})
