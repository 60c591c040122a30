// Law: after every edit of a long run, what is recomputed from the results before equals a full calculation, to the bit; an
// undo gives the bits that were there; and results once given never change.

import { expect, test } from 'vitest'
import type { Results } from '#engine/results.ts'
import type { Edit } from '#model/edit.ts'
import { applyReversibly } from '#model/inverse.ts'
import type { Model } from '#model/model.ts'
import { isProblem } from '#model/problem.ts'
import { applySoundly, modelFault } from '#model/soundness.ts'
import { areSameBits, differenceIn, snapshotOf } from './bits.ts'
import { namedEvaluators, oracle, type Evaluator } from './evaluators.ts'
import { sketchOf, someEdits } from './random/edits.ts'
import { randomWorkbook, type Workbook } from './random/randomModel.ts'
import { inWords, smallest } from './smallest.ts'

const seeds = 100
const editsPerModel = 50 // with the models above some 4,500 edits, each with a full calculation beside it
const undoShare = 0.15
const keptEvery = 7 // the results of every seventh step are looked at again at the end
const testLimitMs = 240_000 // 15 s on two idle cores

type Step = {
  readonly workbook: Workbook
  readonly results: Results
  /** What was done last, and what takes it back. */
  readonly edits: readonly Edit[]
  readonly undo: readonly Edit[]
}

const stepFrom = ({ workbook, results, undo }: Step, evaluator: Evaluator, fresh: string): Step | null => {
  const { chance } = workbook.sketch
  const edits = undo.length > 0 && chance.happens(undoShare) ? undo : someEdits(workbook, fresh)
  const applied = applyReversibly(workbook.model, edits)
  if (edits.length === 0 || isProblem(applied) || modelFault(applied.model) !== null) return null
  const { model, inverse } = applied
  return {
    workbook: { model, sketch: sketchOf(model, workbook.sketch) },
    results: evaluator.calculate(model, results),
    edits,
    undo: inverse,
  }
}

/** The difference that one edit of a model makes by itself, without a history. */
const differenceAfter = (evaluator: Evaluator, before: Model, edits: readonly Edit[]): string | null => {
  const after = applySoundly(before, edits)
  if (isProblem(after)) return null
  return differenceIn(oracle.calculate(after), evaluator.calculate(after, evaluator.calculate(before)))
}

const failureOf = (evaluator: Evaluator, before: Model, { edits }: Step, what: string): string => {
  const fails = (model: Model): boolean => differenceAfter(evaluator, model, edits) !== null
  const least = fails(before) ? smallest(before, fails) : before
  const how = least === before ? 'only after the edits before it' : (differenceAfter(evaluator, least, edits) ?? '')
  return `${what}\nin the smallest model: ${how}\n${inWords(least)}\nafter ${JSON.stringify(edits)}`
}

/** Edits a model again and again; gives how many edits were made. */
const run = (evaluator: Evaluator, seed: number): number => {
  const workbook = randomWorkbook(seed)
  let step: Step = { workbook, results: evaluator.calculate(workbook.model), edits: [], undo: [] }
  const kept: { readonly results: Results; readonly snapshot: Float64Array }[] = []
  let made = 0
  for (let edit = 0; edit < editsPerModel; edit += 1) {
    if (edit % keptEvery === 0) kept.push({ results: step.results, snapshot: snapshotOf(step.results) })
    const next = stepFrom(step, evaluator, `new_${edit}`)
    if (next === null) continue
    const difference = differenceIn(oracle.calculate(next.workbook.model), next.results)
    if (difference !== null)
      expect.fail(`seed ${seed}, edit ${edit}: ${failureOf(evaluator, step.workbook.model, next, difference)}`)
    step = next
    made += 1
  }
  for (const [at, { results, snapshot }] of kept.entries())
    if (!areSameBits(snapshotOf(results), snapshot))
      expect.fail(`seed ${seed}: the results before edit ${at * keptEvery} were other ones at the end`)
  return made
}

test.each(namedEvaluators)(
  `%s: incremental equals full, seeds 0 to ${seeds - 1}`,
  { timeout: testLimitMs },
  (_, evaluator) => {
    let made = 0
    for (let seed = 0; seed < seeds; seed += 1) made += run(evaluator, seed)
    expect(made).toBeGreaterThan(0.7 * seeds * editsPerModel) // most edits are sound
  },
)
