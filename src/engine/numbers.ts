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
  const { places } = sheet
  const numberOf = new Map(plan.lines.map(({ line }, at) => [line.id, at]))
  const isDriver = (line: LineId): boolean => plan.byId.get(line)?.line.driver === true
  for (const [at, { line }] of plan.lines.entries())
    if (line.kind === 'constant') writeConstant(sheet, plan, at, from, to)
  /** Where the values of lines that are not computed begin; the others have a place apart for what is typed. */
  const starts = Int32Array.from(plan.lines, ({ formula }, at) => (formula === null ? sheet.start(at) : -1))
  const { lanes } = sheet
  for (const [place, quarter] of places.quarters.entries())
    forEachTyped(model, plan.scenario, quarter, isDriver, (line, value) => {
      const number = numberOf.get(line) ?? -1
      const start = starts[number] as number
      const row = start >= 0 ? start + place * lanes : sheet.typedRow(number, place)
      const { doubles } = sheet
      for (let at = row + from; at < row + to; at += 1) doubles[at] = value
    })
}
