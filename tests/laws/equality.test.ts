// Law: every evaluator gives what the oracle gives, to the bit, for every cell, year and constant of random models; and the
// run had every construct, loop, status and reason in it, often.

import { expect, test } from 'vitest'
import { differenceIn } from './bits.ts'
import { countModel, newCensus } from './census.ts'
import { evaluatorsUnderTest, namedEvaluators, oracle, type Evaluator } from './evaluators.ts'
import { randomModel } from './random/randomModel.ts'
import { inWords, smallest } from './smallest.ts'
import type { Tally } from './tally.ts'
import type { Model } from '#model/model.ts'

const seeds = 9000 // with so many each thing the census counts occurs 1,200 times or more
const leastOccurrences = 1000 // asked of everything that is counted
const testLimitMs = 240_000 // 25 s on two idle cores

/** Seeds that failed once, with what was wrong. */
const keptSeeds: readonly (readonly [seed: number, what: string])[] = []

const difference = (evaluator: Evaluator, model: Model): string | null =>
  differenceIn(oracle.calculate(model), evaluator.calculate(model))

const failureOf = (evaluator: Evaluator, seed: number): string => {
  const least = smallest(randomModel(seed), (each) => difference(evaluator, each) !== null)
  return `seed ${seed}: ${difference(evaluator, least) ?? ''}\n${inWords(least)}`
}

type Run = { readonly census: Tally; readonly firstFailed: ReadonlyMap<Evaluator, number> }

/** One pass for all tests of this file: each model is calculated once by each evaluator, and counted. */
const runOnce = (): Run => {
  const census = newCensus()
  const firstFailed = new Map<Evaluator, number>()
  for (let seed = 0; seed < seeds; seed += 1) {
    const model = randomModel(seed)
    const expected = oracle.calculate(model)
    for (const evaluator of evaluatorsUnderTest)
      if (!firstFailed.has(evaluator) && differenceIn(expected, evaluator.calculate(model)) !== null)
        firstFailed.set(evaluator, seed)
    countModel(census, model, expected, seed)
  }
  return { census, firstFailed }
}

let known: Run | null = null
const run = (): Run => (known ??= runOnce())

test.each(namedEvaluators)(`%s equals the oracle, seeds 0 to ${seeds - 1}`, { timeout: testLimitMs }, (_, each) => {
  const seed = run().firstFailed.get(each)
  if (seed !== undefined) expect.fail(failureOf(each, seed))
})

test.each(keptSeeds)('every evaluator equals the oracle, seed %d: %s', (seed) => {
  for (const each of evaluatorsUnderTest)
    if (difference(each, randomModel(seed)) !== null) expect.fail(failureOf(each, seed))
})

test('everything the language has occurred a thousand times', { timeout: testLimitMs }, () => {
  const { census } = run()
  console.log(`How often each thing occurred in ${seeds} models\n${census.table()}`)
  expect(census.rarerThan(leastOccurrences)).toEqual([])
})
