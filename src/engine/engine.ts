// The Engine computes one model by compiled code and follows it from edit to edit. A number typed compiles nothing and
// recomputes what depends on it; any other change lays the sheets out anew, and compiles formulas not met before.

import type { LineId } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { Batch } from './batch.ts'
import { Changes, type Change } from './changes.ts'
import { numbersThatDiffer } from './difference.ts'
import { changesBetween, Frame } from './frame.ts'
import type { Library } from './library.ts'
import { Machine } from './wasm/machine.ts'

let shared: Machine | null = null

/** The machine for new engines. Throws a MachineRefusal where code may not be compiled. */
const currentMachine = (): Machine => {
  if (shared === null || shared.isFull) shared = new Machine()
  return shared
}

export class Engine {
  readonly #machine = currentMachine()
  #model: Model
  #frame: Frame

  /** Formulas that the library has checked already are not checked again. */
  constructor(model: Model, library: Library | null = null) {
    this.#model = model
    this.#frame = new Frame(this.#machine, model, library, null)
  }

  get model(): Model {
    return this.#model
  }

  /** What holds for the model until more than numbers change. */
  get frame(): Frame {
    return this.#frame
  }

  /** How many bytes of memory all sheets take: values and what belongs to them. */
  get valueBytes(): number {
    return this.#frame.groups.reduce((total, { sheet }) => total + sheet.valueBytes, 0)
  }

  /** Computes every cell again, in place. */
  recalculate(): void {
    for (const { sheet } of this.#frame.groups) sheet.run()
  }

  /** Takes the model after an edit, computes what depends on what differs, and gives the cells whose values changed. */
  update(model: Model): readonly Change[] {
    const difference = numbersThatDiffer(this.#model, model)
    this.#model = model
    if (difference === null) {
      const before = this.#frame
      this.#frame = new Frame(this.#machine, model, before.library, before)
      const changes = changesBetween(before, this.#frame, model)
      for (const { sheet } of before.groups) sheet.release()
      return changes
    }
    if (difference.cells.length === 0 && difference.constants.size === 0) return []
    const changes = new Changes()
    for (const group of this.#frame.groups) group.update(model, difference, this.#frame.library, changes)
    return changes.list()
  }

  /** A cell's value; NaN for none. */
  valueOf(scenario: ScenarioId, line: LineId, quarter: Quarter): number {
    return this.#frame.valueOf(scenario, line, quarter)
  }

  /** So many lanes, rounded up to an even number, of a scenario's formulas and numbers, to be given numbers of their own. */
  batch(scenario: ScenarioId, lanes: number): Batch {
    const { group, lane } = this.#frame.laneOf(scenario)
    return new Batch(this.#machine, group, lane, this.#model, lanes)
  }
}
