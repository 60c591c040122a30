// A LaneGroup is the scenarios that share one set of formulas: lanes of one sheet. It knows which units depend on which
// lines, so that a number typed recomputes no more than must be, and keeps a copy of every column, so that what changed
// can be told and results once given never change.

import { present } from '#base/assert.ts'
import type { LineId } from '#model/lineItem.ts'
import { originOf } from '#model/origin.ts'
import type { Model } from '#model/model.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { NumbersDiffer, TypedCell } from './difference.ts'
import type { Library } from './library.ts'
import { writeConstant, writeNumbers } from './numbers.ts'
import type { Places } from './places.ts'
import { withConstants, type Plan } from './plan.ts'
import type { Program, ProgramUnit } from './program.ts'
import { Sheet } from './sheet.ts'
import type { Machine } from './wasm/machine.ts'

/** The cells of a line whose values changed, each as `place · (number of scenarios) + the scenario's number`. */
export type Change = { readonly line: LineId; readonly cells: Uint32Array }

export class LaneGroup {
  readonly sheet: Sheet
  /** The plan of each lane. */
  plans: readonly Plan[]
  /** A copy of each line's values by its place in the plan, laid out as the sheet's columns. */
  columns: readonly Float64Array[] = []
  /** The scenarios that each lane inherits from, its own included. */
  readonly #ancestors: readonly ReadonlySet<ScenarioId>[]
  readonly #units: readonly ProgramUnit[]
  /** The unit that computes each line, -1 for none, and the units that look at it. */
  readonly #unitOf: Int32Array
  readonly #readersOf: readonly (readonly number[])[]
  readonly #isDue: Uint8Array
  #firstDue: number
  readonly #numberOf: ReadonlyMap<LineId, number>

  constructor(
    machine: Machine,
    program: Program,
    plans: readonly Plan[],
    places: Places,
    ancestors: readonly ReadonlySet<ScenarioId>[],
  ) {
    const { lines } = program.plan
    this.sheet = new Sheet(machine, program, plans.length, places)
    this.plans = plans
    this.#ancestors = ancestors
    this.#units = program.quarters
    this.#unitOf = new Int32Array(lines.length).fill(-1)
    const readers: number[][] = lines.map(() => [])
    for (const [unit, { lines: computed, reads }] of this.#units.entries()) {
      for (const line of computed) this.#unitOf[line] = unit
      for (const line of reads) if (this.#unitOf[line] !== unit) readers[line]?.push(unit)
    }
    this.#readersOf = readers
    this.#isDue = new Uint8Array(this.#units.length)
    this.#firstDue = this.#units.length
    this.#numberOf = new Map(lines.map(({ line }, at) => [line.id, at]))
  }

  /** Writes every number of a model and computes everything. */
  open(model: Model): void {
    for (const [lane, plan] of this.plans.entries()) writeNumbers(this.sheet, model, plan, lane, lane + 1)
    this.sheet.run()
    this.columns = this.sheet.program.plan.lines.map((_, at) => this.sheet.values(at).slice())
  }

  #makeDue(unit: number): void {
    this.#isDue[unit] = 1
    this.#firstDue = Math.min(this.#firstDue, unit)
  }

  /** Writes what is typed into a cell in a lane; gives the line where its values are what is typed. */
  #writeCell(model: Model, lane: number, { line, quarter }: TypedCell): number | null {
    const number = present(this.#numberOf.get(line), 'a line of the plan')
    const planned = present(this.plans[lane]?.lines[number], 'a line of the plan')
    if (planned.line.kind === 'constant') return null
    const origin = originOf(model, present(this.plans[lane], 'a plan').scenario, planned.line, quarter)
    const value = origin.from === 'typed' ? origin.value : NaN
    const unit = this.#unitOf[number] ?? -1
    if (unit >= 0 && Number.isNaN(value) && !this.sheet.hasTyped(number)) return null
    const column = this.sheet.typed(number)
    const at = this.sheet.places.placeOf(quarter) * this.sheet.lanes + lane
    if (Object.is(column[at], value)) return null
    column[at] = value
    if (unit < 0) return number
    this.#makeDue(unit)
    return null
  }

  /** Takes other numbers and computes what depends on them; adds what changed to `changes`. */
  update(model: Model, { cells, constants }: NumbersDiffer, library: Library, changes: Change[]): void {
    const touched = new Set<number>()
    for (const cell of cells)
      for (const [lane, ancestors] of this.#ancestors.entries()) {
        const line = ancestors.has(cell.scenario) ? this.#writeCell(model, lane, cell) : null
        if (line !== null) touched.add(line)
      }
    this.plans = this.plans.map((plan) => withConstants(plan, model, constants, library))
    for (const line of constants) {
      const number = present(this.#numberOf.get(line), 'a line of the plan')
      for (const [lane, plan] of this.plans.entries()) writeConstant(this.sheet, plan, number, lane, lane + 1)
      touched.add(number)
    }
    const columns = [...this.columns]
    const numberOf = new Map(model.scenarios.map(({ id }, at) => [id, at]))
    const scenarios = this.plans.map(({ scenario }) => present(numberOf.get(scenario), 'the scenario of a lane'))
    const settle = (line: number): void => {
      const change = this.#changeOf(line, columns, scenarios, model.scenarios.length)
      if (change === null) return
      changes.push(change)
      for (const unit of this.#readersOf[line] ?? []) this.#makeDue(unit)
    }
    touched.forEach(settle)
    for (let unit = this.#firstDue; unit < this.#isDue.length; unit += 1) {
      if (this.#isDue[unit] === 0) continue
      this.#isDue[unit] = 0
      this.sheet.runUnit(unit)
      this.#units[unit]?.lines.forEach(settle)
    }
    this.#firstDue = this.#isDue.length
    this.columns = columns
  }

  /**
   * What a line's new values change, which a new copy of its column then holds; null for nothing. `scenarios` has the
   * model's number of the scenario in each lane, of `count` in all.
   */
  #changeOf(line: number, columns: Float64Array[], scenarios: readonly number[], count: number): Change | null {
    const [before, after] = [present(columns[line], 'a column'), this.sheet.values(line)]
    const { lanes } = this.sheet
    let cells: Uint32Array | null = null
    let found = 0
    for (let row = 0, place = 0; row < after.length; row += lanes, place += 1)
      for (let lane = 0; lane < scenarios.length; lane += 1) {
        const [one, other] = [before[row + lane], after[row + lane]]
        // The commonest case first: equal numbers, not zero, which has two signs.
        if ((one === other && one !== 0) || Object.is(one, other)) continue
        cells ??= new Uint32Array(scenarios.length * (after.length / lanes))
        cells[found] = place * count + (scenarios[lane] ?? 0)
        found += 1
      }
    if (cells === null) return null
    columns[line] = after.slice()
    return { line: present(this.sheet.program.plan.lines[line], 'a line').line.id, cells: cells.subarray(0, found) }
  }

  /** The years of every line at their last quarters: `(line · years + year) · lanes + lane`. */
  years(): Float64Array {
    const { sheet } = this
    const { lanes, places, program } = sheet
    sheet.runYears()
    const { lines } = program.plan
    const years = new Float64Array(lines.length * places.yearEnds.length * lanes)
    let at = 0
    for (const { line } of lines) {
      const column = sheet.column(program.numbers.yearOf(line.id))
      for (const place of places.yearEnds) {
        years.set(column.subarray(place * lanes, (place + 1) * lanes), at)
        at += lanes
      }
    }
    return years
  }
}
