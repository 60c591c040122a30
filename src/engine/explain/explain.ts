// Explaining one cell: the formula its value comes from, with its numbers in, what went into it, and the reason where it
// has no value.

import { present } from '#base/assert.ts'
import type { Tree } from '#formula/tree.ts'
import { yearObstacle } from '#formula/yearly.ts'
import type { LineId } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { originOf } from '#model/origin.ts'
import { evaluate } from '../oracle/evaluate.ts'
import type { Lane } from '../oracle/lane.ts'
import type { LinePlan } from '../plan.ts'
import type { Explanation, Input, NumberFormat, Reason } from '../results.ts'
import { withNumbers, type ValueText } from './withNumbers.ts'
import { Recall, type World } from '../oracle/world.ts'

const typed: Explanation = { reason: null, formula: null, withNumbers: null, inputs: [] }

/** The world given, which also writes down what is read. */
const tracing = (world: World, lane: Lane, inputs: Map<string, Input>): World => {
  const traced: World = {
    ...world,
    valueOf: (line, at) => {
      const value = world.valueOf(line, at)
      const isConstant = lane.plan.byId.get(line)?.line.kind === 'constant'
      const quarter = isConstant || world.isYearly ? null : lane.places.quarterAt(at)
      const mark = JSON.stringify([line, isConstant ? null : at, world.isYearly])
      const year = isConstant || !world.isYearly ? null : lane.places.yearAt(at)
      if (!inputs.has(mark)) inputs.set(mark, { line, quarter, year, value })
      return value
    },
    get quarterly(): World {
      return world.isYearly ? tracing(world.quarterly, lane, inputs) : traced
    },
    recall: new Recall(),
  }
  return traced
}

const inputsIn = (tree: Tree, at: number, world: World, lane: Lane): readonly Input[] => {
  const inputs = new Map<string, Input>()
  evaluate(tree, at, tracing(world, lane, inputs))
  return [...inputs.values()]
}

const valueTextOf =
  (lane: Lane, format: NumberFormat): ValueText =>
  (line, value) =>
    Number.isNaN(value) ? 'no value' : format(present(lane.plan.byId.get(line), 'a line').line, value)

const ofTree = (planned: LinePlan, at: number, world: World, lane: Lane, format: NumberFormat) => {
  const { formula, text } = planned
  if (formula === null) return { formula: text, withNumbers: null, inputs: [] }
  return {
    formula: text,
    withNumbers: withNumbers(formula.text, formula.tree, at, world, valueTextOf(lane, format)),
    inputs: inputsIn(formula.tree, at, world, lane),
  }
}

/** Whether no formula gives a cell: it lies outside the timeline, or its number is typed. */
const isGiven = (model: Model, lane: Lane, { line }: LinePlan, at: number): boolean =>
  !lane.quarterly.holds(at) ||
  (line.kind !== 'constant' && originOf(model, lane.plan.scenario, line, lane.places.quarterAt(at)).from === 'typed')

/** What the formula of a cell looks at, and nothing else about it. */
export const inputsOfCell = (model: Model, lane: Lane, line: LineId, at: number): readonly Input[] => {
  const planned = present(lane.plan.byId.get(line), `the line ${line}`)
  const { formula } = planned
  if (formula === null || isGiven(model, lane, planned, at)) return []
  return lane.within(planned, at, () => inputsIn(formula.tree, at, lane.quarterly, lane))
}

/** The quarters that a year of a flow or a balance is made of. */
const quartersOfYear = (lane: Lane, { line }: LinePlan, at: number): readonly Input[] =>
  (line.kind === 'flow' ? [at - 3, at - 2, at - 1, at] : [at]).map((each) => ({
    line: line.id,
    quarter: lane.places.quarterAt(each),
    year: null,
    value: lane.valueAt(line.id, each),
  }))

/** What a year is made of likewise. */
export const inputsOfYear = (lane: Lane, line: LineId, at: number): readonly Input[] => {
  const planned = present(lane.plan.byId.get(line), `the line ${line}`)
  const { formula } = planned
  const { kind } = planned.line
  if (!lane.yearly.holds(at) || kind === 'constant') return []
  if (kind !== 'rate') return quartersOfYear(lane, planned, at)
  return formula === null || yearObstacle(formula.tree) !== null ? [] : inputsIn(formula.tree, at, lane.yearly, lane)
}

/** Explains the cell of a line at a place of the timeline, whose reason is known. */
export const explainCell = (
  model: Model,
  lane: Lane,
  { line, at, reason }: { readonly line: LineId; readonly at: number; readonly reason: Reason | null },
  format: NumberFormat,
): Explanation => {
  const planned = present(lane.plan.byId.get(line), `the line ${line}`)
  if (isGiven(model, lane, planned, at)) return { ...typed, reason }
  return { reason, ...lane.within(planned, at, () => ofTree(planned, at, lane.quarterly, lane, format)) }
}

/** Explains a line's value in the year that ends at a place, likewise. */
export const explainYear = (
  lane: Lane,
  { line, at, reason }: { readonly line: LineId; readonly at: number; readonly reason: Reason | null },
  format: NumberFormat,
): Explanation => {
  const planned = present(lane.plan.byId.get(line), `the line ${line}`)
  const { kind } = planned.line
  if (!lane.yearly.holds(at) || kind === 'constant') return { ...typed, reason }
  if (kind === 'rate') {
    if (planned.formula === null || yearObstacle(planned.formula.tree) !== null)
      return { ...typed, reason, formula: planned.text }
    return { reason, ...ofTree(planned, at, lane.yearly, lane, format) }
  }
  return { ...typed, reason, inputs: quartersOfYear(lane, planned, at) }
}
