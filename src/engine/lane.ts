// A Lane is one complete evaluation of the model in one scenario: a column of finished values for each line, NaN for none,
// computed at once in the order of the plan; years likewise, when first asked for. It is also the two worlds in which its
// formulas are evaluated.

import { present, unreachable } from '#base/assert.ts'
import { yearObstacle } from '#formula/yearly.ts'
import type { LineId } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { originOf } from '#model/origin.ts'
import { sum } from '#numeric/statistic.ts'
import { evaluate, finished } from './evaluate.ts'
import type { Places } from './places.ts'
import type { LinePlan, Plan } from './plan.ts'
import { Recall, type World } from './world.ts'

type Columns = Map<LineId, Float64Array>

export class Lane {
  readonly plan: Plan
  readonly places: Places
  readonly quarterly: World
  readonly yearly: World
  readonly #model: Model
  readonly #quarters: Columns = new Map()
  readonly #years: Columns = new Map()
  /** The cell being computed: it may look at its own line in earlier quarters only. */
  #current: { readonly line: LineId; readonly at: number } | null = null

  constructor(model: Model, plan: Plan, places: Places) {
    this.#model = model
    this.plan = plan
    this.places = places
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
      valueOf: (line, at) => this.#years.get(line)?.[at] ?? NaN,
      quarterly: this.quarterly,
      recall: new Recall(),
    }
    this.#fill(this.#quarters, this.quarterly, (planned, at) => this.raw(planned, at))
  }

  valueAt(line: LineId, at: number): number {
    return this.#quarters.get(line)?.[at] ?? NaN
  }

  /** A line's value in the year that ends at the place given. */
  yearAt(line: LineId, at: number): number {
    if (this.#years.size === 0) this.#fill(this.#years, this.yearly, (planned, each) => this.rawYear(planned, each))
    return this.#years.get(line)?.[at] ?? NaN
  }

  #fill(columns: Columns, { holds, length }: World, raw: (planned: LinePlan, at: number) => number): void {
    const { lines, schedule } = this.plan
    for (const { line } of lines) columns.set(line.id, new Float64Array(length).fill(NaN))
    const fillCell = (planned: LinePlan, at: number): void => {
      if (holds(at)) present(columns.get(planned.line.id), 'a column')[at] = finished(raw(planned, at))
    }
    for (const step of schedule.steps) {
      const planned = step.lines.map((number) => present(lines[number], 'a line'))
      if (step.isMarch) for (let at = 0; at < length; at += 1) for (const each of planned) fillCell(each, at)
      else for (const each of planned) for (let at = 0; at < length; at += 1) fillCell(each, at)
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
