// A Batch is a number of lanes of one scenario: its formulas and numbers in every lane, each to be given numbers of its
// own. Compiled code knows no lanes: only the first batch of a model compiles anything. It belongs to the engine's model
// as it was when made.

import { present } from '#base/assert.ts'
import type { LineId } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import type { LaneGroup } from './laneGroup.ts'
import { writeNumbers } from './numbers.ts'
import { Sheet } from './sheet.ts'
import type { Machine } from './wasm/machine.ts'

/** Fewer are no more than scenarios. */
const manyLanes = 8

export class Batch {
  readonly #sheet: Sheet
  readonly #numberOf: ReadonlyMap<LineId, number>

  /** `lanes` is rounded up to an even number. */
  constructor(machine: Machine, group: LaneGroup, lane: number, model: Model, lanes: number) {
    const plan = present(group.plans[lane], 'the lane’s plan')
    const { program, places } = group.sheet
    this.#sheet = new Sheet(machine, lanes < manyLanes ? program : program.forManyLanes, lanes, places)
    this.#numberOf = new Map(plan.lines.map(({ line }, at) => [line.id, at]))
    writeNumbers(this.#sheet, model, plan, 0, this.#sheet.lanes)
  }

  get lanes(): number {
    return this.#sheet.lanes
  }

  #lineNumber(line: LineId): number {
    return present(this.#numberOf.get(line), `the line ${line}`)
  }

  /** What is typed on a line, `place · lanes + lane`, to be written to; NaN for none. A view: take it anew after other calls. */
  typed(line: LineId): Float64Array {
    const { places } = this.#sheet
    this.#sheet.typedRow(this.#lineNumber(line), places.length - 1)
    const start = this.#sheet.typedRow(this.#lineNumber(line), 0)
    return this.#sheet.doubles.subarray(start, start + places.length * this.lanes)
  }

  /** The same in one quarter: quicker to compute where later quarters have nothing typed. */
  typedIn(line: LineId, place: number): Float64Array {
    const row = this.#sheet.typedRow(this.#lineNumber(line), place)
    return this.#sheet.doubles.subarray(row, row + this.lanes)
  }

  /** A line's values after `run`, laid out alike; a view likewise. */
  values(line: LineId): Float64Array {
    return this.#sheet.values(this.#lineNumber(line))
  }

  run(): void {
    this.#sheet.run()
  }
}
