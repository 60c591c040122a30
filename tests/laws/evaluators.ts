// The evaluators that the laws hold against each other: the oracle, and those under test.

import { calculate } from '#engine/calculate.ts'
import type { Results } from '#engine/results.ts'
import type { Model } from '#model/model.ts'

export type Evaluator = {
  readonly name: string
  readonly calculate: (model: Model, previous?: Results) => Results
}

export const oracle: Evaluator = { name: 'oracle', calculate }

export const evaluatorsUnderTest: readonly Evaluator[] = [oracle]

/** The same with their names, for titles. */
export const namedEvaluators = evaluatorsUnderTest.map((each) => [each.name, each] as const)
