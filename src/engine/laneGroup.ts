// A LaneGroup is the scenarios that share one set of formulas: lanes of one sheet. It knows which units depend on which
// lines, so that a number typed recomputes no more than must be. It remembers every value as last told, to tell what changed,
// and gives copies, so that results once given never change.

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
import { laneBytes } from './wasm/code.ts'
import type { Machine } from './wasm/machine.ts'

const wordBytes = 4

/** The cell of a spare lane. */
const nobodys = 0xffffffff

export class LaneGroup {
  readonly sheet: Sheet
  /** The plan of each lane. */
  plans: readonly Plan[]
  /** The address of every line's values as they were last told, `(line · quarters + place) · lanes + lane`. */
  readonly #told: number
  /** For each (place, lane) of a column the number of its cell, as changes tell it. */
  readonly #cellOf: Uint32Array
  /** The address of room for a list of one line's changes. */
  readonly #list: number
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
    const cells = places.length * this.sheet.lanes
    this.#told = this.sheet.allocate(lines.length * cells * laneBytes)
    this.#cellOf = new Uint32Array(cells).fill(nobodys)
    this.#list = this.sheet.allocate(cells * wordBytes)
    this.#numberOf = new Map(lines.map(({ line }, at) => [line.id, at]))
  }

  /** Writes every number of a model and computes everything. */
  open(model: Model): void {
    const { lanes, places } = this.sheet
    for (const [lane, { scenario }] of this.plans.entries()) {
      const number = model.scenarios.findIndex(({ id }) => id === scenario)
      for (let place = 0; place < places.length; place += 1)
        this.#cellOf[place * lanes + lane] = place * model.scenarios.length + number
    }
    for (const [lane, plan] of this.plans.entries()) writeNumbers(this.sheet, model, plan, lane, lane + 1)
    this.sheet.run()
    const { program } = this.sheet
    for (const at of program.plan.lines.keys()) {
      const values = this.sheet.values(at)
      this.sheet.doubles.set(values, this.#toldStart(at))
      this.#changed.add(at)
    }
  }

  get #columnLength(): number {
    return this.sheet.places.length * this.sheet.lanes
  }

  /** Where in the sheet's doubles a line's values lie as they were last told. */
  #toldStart(line: number): number {
    return this.#told / laneBytes + line * this.#columnLength
  }

  valueAt(line: number, place: number, lane: number): number {
    return this.sheet.doubles[this.#toldStart(line) + place * this.sheet.lanes + lane] ?? NaN
  }

  /** A copy of each line's values, `place · lanes + lane`, that later edits leave alone. */
  get columns(): readonly Float64Array[] {
    if (this.#changed.size === 0) return this.#copies
    const copies = [...this.#copies]
    for (const line of this.#changed) {
      const start = this.#toldStart(line)
      copies[line] = this.sheet.doubles.slice(start, start + this.#columnLength)
    }
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
    const settle = (line: number): void => {
      if (!this.#tell(line, changes)) return
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
  #tell(line: number, changes: Changes): boolean {
    const { sheet } = this
    const found = sheet.tell(line, this.#told + line * this.#columnLength * laneBytes, this.#list)
    if (found === 0) return false
    const { words } = sheet
    const { count: from } = changes
    const cells = changes.roomFor(found)
    const first = (this.#list / wordBytes) | 0
    let count = from
    for (let at = first; at < first + found; at += 1) {
      const cell = this.#cellOf[((words[at] as number) / laneBytes) | 0] as number
      if (cell === nobodys) continue
      cells[count] = cell
      count += 1
    }
    changes.count = count
    if (count === from) return false
    this.#changed.add(line)
    changes.close(present(sheet.program.plan.lines[line], 'a line').line.id, from)
    return true
  }

  /** The whole years of every line, fiscal and the calendar's, at their last quarters: `(line · years + year) · lanes + lane`. */
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
