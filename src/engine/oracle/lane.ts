// A Lane is one scenario's evaluation as the explainer and the oracle see it: its plan, its finished values, and the two
// worlds in which its formulas are evaluated. Whoever computed the values, it reads them.

import { unreachable } from '#base/assert.ts'
import { yearObstacle } from '#formula/yearly.ts'
import type { LineId } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { originOf } from '#model/origin.ts'
import { sum } from '#numeric/statistic.ts'
import { evaluate } from './evaluate.ts'
import type { Places } from '../places.ts'
import type { LinePlan, Plan } from '../plan.ts'
import { Recall, type World } from './world.ts'

/** Finished values, NaN for none, at places of the timeline; a year's lies at the place of its last quarter. */
export type LaneValues = {
  readonly valueAt: (line: LineId, at: number) => number
  readonly yearAt: (line: LineId, at: number) => number
}

export class Lane {
  readonly plan: Plan
  readonly places: Places
  readonly quarterly: World
  readonly yearly: World
  readonly valueAt: LaneValues['valueAt']
  readonly yearAt: LaneValues['yearAt']
  readonly #model: Model
  /** The cell being computed: it may look at its own line in earlier quarters only. */
  #current: { readonly line: LineId; readonly at: number } | null = null

  constructor(model: Model, plan: Plan, places: Places, values: LaneValues) {
    this.#model = model
    this.plan = plan
    this.places = places
    this.valueAt = values.valueAt
    this.yearAt = values.yearAt
    const shared = {
      length: places.length,
      calendar: places.calendar.bind(places),
      placeOf: places.placeOf.bind(places),
    }
    this.quarterly = {
      ...shared,
      isYearly: false,
      holds: places.holds.bind(places),
      valueOf: (line, at) => (this.#current?.line === line && at >= this.#current.at ? NaN : this.valueAt(line, at)),
      get quarterly(): World {
        return this
      },
      recall: new Recall(),
    }
    this.yearly = {
      ...shared,
      isYearly: true,
      holds: places.endsYear.bind(places),
      valueOf: this.yearAt,
      quarterly: this.quarterly,
      recall: new Recall(),
    }
  }

  /** A cell's value before it is finished: it may be infinite. */
  raw(planned: LinePlan, at: number): number {
    const { line, formula, constant } = planned
    if (line.kind === 'constant') return constant
    const origin = originOf(this.#model, this.plan.scenario, line, this.places.quarterAt(at))
    if (origin.from === 'typed') return origin.value
    return formula === null ? NaN : this.within(planned, at, () => evaluate(formula.tree, at, this.quarterly))
  }

  /** Does work as the cell given: looking at its own line in its quarter or later finds no value. */
  within<Result>({ line }: LinePlan, at: number, work: () => Result): Result {
    const before = this.#current
    this.#current = { line: line.id, at }
    const result = work()
    this.#current = before
    return result
  }

  rawYear({ line, formula, constant }: LinePlan, at: number): number {
    switch (line.kind) {
      case 'flow':
        return sum([at - 3, at - 2, at - 1, at].map((each) => this.valueAt(line.id, each)))
      case 'balance':
        return this.valueAt(line.id, at)
      case 'constant':
        return constant
      case 'rate':
        return formula === null || yearObstacle(formula.tree) !== null ? NaN : evaluate(formula.tree, at, this.yearly)
      default:
        return unreachable(line.kind)
    }
  }
}
