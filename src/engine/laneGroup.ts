// A LaneGroup is the scenarios that share one set of formulas: lanes of one sheet. It knows which units depend on which
// lines, so that a number typed recomputes no more than must be, and keeps a copy of every column, so that what changed
// can be told and results once given never change.

import { present } from '#base/assert.ts'
import type { LineId } from '#model/lineItem.ts'
import { originOf } from '#model/origin.ts'
import type { Model } from '#model/model.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { Changes } from './changes.ts'
import type { NumbersDiffer, TypedCell } from './difference.ts'
import type { Library } from './library.ts'
import { writeConstant, writeNumbers } from './numbers.ts'
import type { Places } from './places.ts'
import { withConstants, type Plan } from './plan.ts'
import type { Program, ProgramUnit } from './program.ts'
import { Sheet } from './sheet.ts'
import type { Machine } from './wasm/machine.ts'

/** Where one lane of a line lies in what was last told; its values now lie `shift` farther in the sheet. */
type Stretch = { readonly start: number; readonly end: number; readonly step: number; readonly shift: number }

/** Writes the cells whose values changed into a list, takes over the values, and gives the list's new length. */
const tellLane = (
  told: Float64Array,
  now: Float64Array,
  { start, end, step, shift }: Stretch,
  list: Uint32Array,
  cells: { readonly count: number; readonly first: number; readonly step: number },
): number => {
  let count = cells.count
  let cell = cells.first
  const cellStep = cells.step
  for (let at = start; at < end; at += step) {
    const before = told[at] as number
    const after = now[at + shift] as number
    const isSame =
      before === after ? before !== 0 || 1 / before === 1 / after : Number.isNaN(before) && Number.isNaN(after)
    if (!isSame) {
      told[at] = after
      list[count] = cell
      count += 1
    }
    cell += cellStep
  }
  return count
}

export class LaneGroup {
  readonly sheet: Sheet
  /** The plan of each lane. */
  plans: readonly Plan[]
  /** Every line's values as they were last told, `(line · quarters + place) · lanes + lane`, to tell what changes. */
  readonly #told: Float64Array
  #copies: readonly Float64Array[] = []
  /** Lines that changed since the copies were made. */
  readonly #changed = new Set<number>()
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
    this.#told = new Float64Array(lines.length * places.length * this.sheet.lanes)
    this.#numberOf = new Map(lines.map(({ line }, at) => [line.id, at]))
  }

  /** Writes every number of a model and computes everything. */
  open(model: Model): void {
    for (const [lane, plan] of this.plans.entries()) writeNumbers(this.sheet, model, plan, lane, lane + 1)
    this.sheet.run()
    const { program } = this.sheet
    for (const at of program.plan.lines.keys()) {
      const values = this.sheet.values(at)
      this.#told.set(values, at * values.length)
      this.#changed.add(at)
    }
  }

  get #columnLength(): number {
    return this.sheet.places.length * this.sheet.lanes
  }

  valueAt(line: number, place: number, lane: number): number {
    return this.#told[line * this.#columnLength + place * this.sheet.lanes + lane] ?? NaN
  }

  /** A copy of each line's values, `place · lanes + lane`, that later edits leave alone. */
  get columns(): readonly Float64Array[] {
    if (this.#changed.size === 0) return this.#copies
    const copies = [...this.#copies]
    const length = this.#columnLength
    for (const line of this.#changed) copies[line] = this.#told.slice(line * length, (line + 1) * length)
    this.#changed.clear()
    this.#copies = copies
    return copies
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
    const at = this.sheet.typedRow(number, this.sheet.places.placeOf(quarter)) + lane
    const { doubles } = this.sheet
    if (Object.is(doubles[at], value)) return null
    doubles[at] = value
    if (unit < 0) return number
    this.#makeDue(unit)
    return null
  }

  /** Takes other numbers and computes what depends on them; adds what changed to `changes`. */
  update(model: Model, { cells, constants }: NumbersDiffer, library: Library, changes: Changes): void {
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
    const scenarios = this.plans.map(({ scenario }) => model.scenarios.findIndex(({ id }) => id === scenario))
    const settle = (line: number): void => {
      if (!this.#tell(line, scenarios, changes)) return
      for (const unit of this.#readersOf[line] ?? []) this.#makeDue(unit)
    }
    touched.forEach(settle)
    for (let unit = this.#firstDue; unit < this.#isDue.length; unit += 1) {
      if (this.#isDue[unit] === 0) continue
      this.#isDue[unit] = 0
      this.sheet.runUnit(unit)
      for (const line of this.#units[unit]?.lines ?? []) settle(line)
    }
    this.#firstDue = this.#isDue.length
  }

  /** Tells which cells of a line have other values than were last told, and whether any has. NaN is NaN; −0 is not 0. */
  #tell(line: number, scenarios: readonly number[], changes: Changes): boolean {
    const { doubles, lanes } = this.sheet
    const told = this.#told
    const length = this.#columnLength
    const [start, end] = [line * length, (line + 1) * length]
    const shift = this.sheet.start(line) - start
    const from = changes.count
    const cells = changes.roomFor(length)
    for (const [lane, scenario] of scenarios.entries())
      changes.count = tellLane(told, doubles, { start: start + lane, end, step: lanes, shift }, cells, {
        count: changes.count,
        first: scenario,
        step: changes.scenarioCount,
      })
    if (changes.count === from) return false
    this.#changed.add(line)
    changes.close(present(this.sheet.program.plan.lines[line], 'a line').line.id, from)
    return true
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
