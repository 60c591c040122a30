// The evaluators that the laws hold against each other: the oracle, which always calculates in full, and those under test:
// compiled code, and the oracle as it serves where code may not be compiled, taking over what it can.

import { calculate } from '#engine/calculate.ts'
import type { Results } from '#engine/results.ts'
import type { Model } from '#model/model.ts'

export type Evaluator = {
  readonly name: string
  readonly calculate: (model: Model, previous?: Results) => Results
}

export const oracle: Evaluator = { name: 'the oracle', calculate: (model) => calculate(model, undefined, 'oracle') }

export const compiled: Evaluator = { name: 'compiled', calculate }

export const fallback: Evaluator = {
  name: 'the oracle with what was before',
  calculate: (model, previous) => calculate(model, previous, 'oracle'),
}
