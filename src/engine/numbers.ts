// Writing numbers into a sheet: what a scenario has typed and its constants, which are one number in every quarter.

import { present } from '#base/assert.ts'
import type { LineId } from '#model/lineItem.ts'
import { forEachTyped } from '#model/origin.ts'
import type { Model } from '#model/model.ts'
import type { Plan } from './plan.ts'
import type { Sheet } from './sheet.ts'

/** Writes a constant's number into lanes from one to before another; `line` is its place in the plan. */
export const writeConstant = (sheet: Sheet, plan: Plan, line: number, from: number, to: number): void => {
  const { constant } = present(plan.lines[line], 'a line of the plan')
  const column = sheet.values(line)
  for (let row = 0; row < column.length; row += sheet.lanes) column.fill(constant, row + from, row + to)
}

/** Writes all numbers of a scenario likewise, into a sheet that holds none. */
export const writeNumbers = (sheet: Sheet, model: Model, plan: Plan, from: number, to: number): void => {
  const { lanes, places } = sheet
  const numberOf = new Map(plan.lines.map(({ line }, at) => [line.id, at]))
  const isDriver = (line: LineId): boolean => plan.byId.get(line)?.line.driver === true
  for (const [at, { line }] of plan.lines.entries())
    if (line.kind === 'constant') writeConstant(sheet, plan, at, from, to)
  /** Where each line's numbers begin, once it has one. */
  const starts = new Int32Array(plan.lines.length).fill(-1)
  for (const [place, quarter] of places.quarters.entries()) {
    const row = place * lanes
    forEachTyped(model, plan.scenario, quarter, isDriver, (line, value) => {
      const number = present(numberOf.get(line), 'a line')
      if (starts[number] === -1) starts[number] = sheet.typedStart(number)
      const { doubles } = sheet
      const start = (starts[number] ?? 0) + row
      for (let at = start + from; at < start + to; at += 1) doubles[at] = value
    })
  }
}
