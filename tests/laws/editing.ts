// A long run of random edits to a random model, held after each of them against a full calculation by the oracle: through
// `calculate` with the results before, and through an engine that is updated in place and tells what changed.

import { Engine } from '#engine/engine.ts'
import type { Results } from '#engine/results.ts'
import type { Edit } from '#model/edit.ts'
import { applyReversibly } from '#model/inverse.ts'
import { allLines, type Model } from '#model/model.ts'
import { isProblem } from '#model/problem.ts'
import { applySoundly, modelFault } from '#model/soundness.ts'
import { quartersOf } from '#model/timeline.ts'
import { areSameBits, differenceIn, snapshotOf } from './bits.ts'
import { oracle, type Evaluator } from './evaluators.ts'
import { sketchOf, someEdits } from './random/edits.ts'
import { randomWorkbook, type Workbook } from './random/randomModel.ts'
import { inWords, smallest } from './smallest.ts'

const undoShare = 0.15
const keptEvery = 7 // the results of every seventh step are looked at again at the end

type Step = {
  readonly workbook: Workbook
  /** What was done last, and what takes it back. */
  readonly edits: readonly Edit[]
  readonly undo: readonly Edit[]
}

/** The workbook after one more change; null where it does not apply. */
const stepFrom = ({ workbook, undo }: Step, fresh: string): Step | null => {
  const { chance } = workbook.sketch
  const edits = undo.length > 0 && chance.happens(undoShare) ? undo : someEdits(workbook, fresh)
  const applied = applyReversibly(workbook.model, edits)
  if (edits.length === 0 || isProblem(applied) || modelFault(applied.model) !== null) return null
  const { model, inverse } = applied
  return { workbook: { model, sketch: sketchOf(model, workbook.sketch) }, edits, undo: inverse }
}

/** The models of a run, each with the edits that made it of the one before. */
function* stepsOf(seed: number, edits: number): Generator<Step> {
  let step: Step = { workbook: randomWorkbook(seed), edits: [], undo: [] }
  yield step
  for (let edit = 0; edit < edits; edit += 1) {
    const next = stepFrom(step, `new_${edit}`)
    if (next === null) continue
    yield next
    step = next
  }
}

/** The smallest model in which the same edits make a difference by themselves, in words. */
const told = (before: Model, edits: readonly Edit[], differenceOf: (before: Model, after: Model) => string | null) => {
  const difference = (model: Model): string | null => {
    const after = applySoundly(model, edits)
    return isProblem(after) ? null : differenceOf(model, after)
  }
  const fails = (model: Model): boolean => difference(model) !== null
  const least = fails(before) ? smallest(before, fails) : before
  const how = least === before ? 'only after the edits before it' : (difference(least) ?? '')
  return `in the smallest model: ${how}\n${inWords(least)}\nafter ${JSON.stringify(edits)}`
}

export type Run = { readonly made: number; readonly failure: string | null }

/** Law: what is recomputed from the results before is what a full calculation gives, and those results stay as they were. */
export const runResults = (evaluator: Evaluator, seed: number, edits: number): Run => {
  let before: { readonly model: Model; readonly results: Results } | null = null
  const kept: { readonly results: Results; readonly snapshot: Float64Array }[] = []
  let made = 0
  for (const step of stepsOf(seed, edits)) {
    const { model } = step.workbook
    const results = evaluator.calculate(model, before?.results)
    const difference = differenceIn(oracle.calculate(model), results)
    if (difference !== null) {
      const alone = (one: Model, other: Model): string | null =>
        differenceIn(oracle.calculate(other), evaluator.calculate(other, evaluator.calculate(one)))
      return { made, failure: `step ${made}: ${difference}\n${told(before?.model ?? model, step.edits, alone)}` }
    }
    if (made % keptEvery === 0) kept.push({ results, snapshot: snapshotOf(results) })
    before = { model, results }
    made += 1
  }
  const other = kept.findIndex(({ results, snapshot }) => !areSameBits(snapshotOf(results), snapshot))
  return { made, failure: other < 0 ? null : `the results of step ${other * keptEvery} were other ones at the end` }
}

type Cells = ReadonlyMap<string, number>

/** An engine's cells by name. */
const cellsOf = (engine: Engine, model: Model): Cells => {
  const cells = new Map<string, number>()
  for (const { id: scenario } of model.scenarios)
    for (const { id: line } of allLines(model))
      for (const quarter of quartersOf(model.timeline))
        cells.set(`${line} ${quarter} ${scenario}`, engine.valueOf(scenario, line, quarter))
  return cells
}

const sorted = (cells: readonly string[]): string => [...cells].sort().join(', ')

/** The cells of a model that have another value than before. */
const cellsThatDiffer = (before: Cells, after: Cells): readonly string[] =>
  [...after].filter(([cell, value]) => !Object.is(before.get(cell) ?? NaN, value)).map(([cell]) => cell)

const cellsTold = (model: Model, changes: ReturnType<Engine['update']>): readonly string[] => {
  const quarters = quartersOf(model.timeline)
  const { scenarios } = model
  return changes.flatMap(({ line, cells }) =>
    Array.from(cells, (cell) => {
      const scenario = scenarios[cell % scenarios.length]?.id ?? ''
      return `${line} ${quarters[Math.floor(cell / scenarios.length)] ?? ''} ${scenario}`
    }),
  )
}

/** What is wrong with an engine's update from one model to another. */
const updateDifference = (engine: Engine, before: Cells, model: Model): string | null => {
  const told = cellsTold(model, engine.update(model))
  const after = cellsOf(engine, model)
  const results = oracle.calculate(model)
  for (const { id: scenario } of model.scenarios)
    for (const { id: line, key } of allLines(model))
      for (const quarter of quartersOf(model.timeline)) {
        const expected = results.valueOf(scenario, line, quarter)
        const actual = engine.valueOf(scenario, line, quarter)
        if (!Object.is(expected, actual)) return `${key} ${quarter} in ${scenario} is ${actual}, not ${expected}`
      }
  const [expected, actual] = [sorted(cellsThatDiffer(before, after)), sorted(told)]
  if (expected !== actual) return `told as changed: ${actual}; changed: ${expected}`
  engine.recalculate()
  return cellsThatDiffer(after, cellsOf(engine, model)).length === 0 ? null : 'computed again it is something else'
}

/** Law: an engine that is updated holds what a full calculation gives, and tells exactly the cells that changed. */
export const runEngine = (seed: number, edits: number): Run => {
  let before: { readonly model: Model; readonly engine: Engine } | null = null
  let made = 0
  for (const step of stepsOf(seed, edits)) {
    const { model } = step.workbook
    const engine: Engine = before?.engine ?? new Engine(model)
    const difference = updateDifference(engine, cellsOf(engine, before?.model ?? model), model)
    if (difference !== null) {
      const alone = (one: Model, other: Model): string | null => {
        const fresh = new Engine(one)
        return updateDifference(fresh, cellsOf(fresh, one), other)
      }
      return { made, failure: `step ${made}: ${difference}\n${told(before?.model ?? model, step.edits, alone)}` }
    }
    before = { model, engine }
    made += 1
  }
  return { made, failure: null }
}
