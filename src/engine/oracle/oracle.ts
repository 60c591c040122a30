// The oracle computes the values of one lane cell by cell, in the order of its plan, straight from the definitions of the
// functions and never from the IR. The tests hold the compiled engine against it; it serves where code may not be compiled.

import { present } from '#base/assert.ts'
import type { LineId } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { finished } from './evaluate.ts'
import { Lane, type LaneValues } from './lane.ts'
import type { Places } from '../places.ts'
import type { LinePlan, Plan } from '../plan.ts'
import type { World } from './world.ts'

class Columns {
  readonly #columns = new Map<LineId, Float64Array>()

  readonly at = (line: LineId, at: number): number => this.#columns.get(line)?.[at] ?? NaN

  fill({ lines, schedule }: Plan, { holds, length }: World, raw: (planned: LinePlan, at: number) => number): void {
    for (const { line } of lines) this.#columns.set(line.id, new Float64Array(length).fill(NaN))
    const fillCell = (planned: LinePlan, at: number): void => {
      if (holds(at)) present(this.#columns.get(planned.line.id), 'a column')[at] = finished(raw(planned, at))
    }
    for (const step of schedule.steps) {
      const planned = step.lines.map((number) => present(lines[number], 'a line'))
      if (step.isMarch) for (let at = 0; at < length; at += 1) for (const each of planned) fillCell(each, at)
      else for (const each of planned) for (let at = 0; at < length; at += 1) fillCell(each, at)
    }
  }
}

/** The years of a lane whose quarters are known; computed when the first is asked for. */
export const oracleYears = (
  model: Model,
  plan: Plan,
  places: Places,
  valueAt: LaneValues['valueAt'],
): LaneValues['yearAt'] => {
  const years = new Columns()
  let isFilled = false
  return (line, at) => {
    if (!isFilled) {
      isFilled = true
      const lane = new Lane(model, plan, places, { valueAt, yearAt: years.at })
      years.fill(plan, lane.yearly, (planned, each) => lane.rawYear(planned, each))
    }
    return years.at(line, at)
  }
}

export const oracleValues = (model: Model, plan: Plan, places: Places): LaneValues => {
  const quarters = new Columns()
  const values = { valueAt: quarters.at, yearAt: oracleYears(model, plan, places, quarters.at) }
  const lane = new Lane(model, plan, places, values)
  quarters.fill(plan, lane.quarterly, (planned, at) => lane.raw(planned, at))
  return values
}
