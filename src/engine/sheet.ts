// A Sheet is the columns of one program for a number of lanes, in the machine's memory, and the runs that compute them.
//
// Lanes are always even, for two are computed at a time; a spare one holds nothing. A row is one quarter of a column, a
// double a lane; a column is a row for each quarter of the timeline and then `pad` rows of NaN, which are also what lies
// before the next column, so that a lag needs no check of bounds:
//
//   pad rows · column 0 (nothing) · pad rows · column 1 · pad rows · …
//
// The value at (place, lane) of column c is at start(c) + (place · lanes + lane) · 8. Columns of years lie in a region of
// their own, made when first asked for, and so does each line's typed numbers; both are laid out alike, a year at its last
// quarter.

import { present } from '#base/assert.ts'
import { nothing } from './columnNumbers.ts'
import type { Places } from './places.ts'
import type { Program, ProgramTask, ProgramUnit } from './program.ts'
import { laneBytes, pairBytes, slotBytes, type Slot } from './wasm/code.ts'
import { runBytes, type Machine } from './wasm/machine.ts'

/** A unit that is marched, or the runs of those before it, first to end. */
type Stretch = { readonly first: number; readonly end: number } | BoundUnit

/** A unit with the addresses of its runs: those over all quarters, then one for each task of a march. */
type BoundUnit = {
  readonly unit: ProgramUnit
  readonly first: number
  readonly marchFrom: number
  readonly end: number
}

type Bound = { readonly units: readonly BoundUnit[]; readonly stretches: readonly Stretch[] }

type Region = { readonly address: number; readonly bytes: number }

/** Gives regions back when a sheet is gone. */
const abandoned = new FinalizationRegistry<{ readonly machine: Machine; readonly regions: readonly Region[] }>(
  ({ machine, regions }) => {
    for (const { address, bytes } of regions) machine.release(address, bytes)
  },
)

export class Sheet {
  readonly program: Program
  /** Even. */
  readonly lanes: number
  readonly places: Places
  readonly #machine: Machine
  readonly #rowBytes: number
  readonly #columnBytes: number
  readonly #regions: Region[] = []
  readonly #start: number
  #yearStart = 0
  readonly #quarters: Bound
  #years: Bound | null = null
  /** Where each line's typed numbers lie, and the argument slots that say so, by the line's number. */
  readonly #typed = new Map<number, number>()
  readonly #typedSlots = new Map<number, number[]>()

  constructor(machine: Machine, program: Program, lanes: number, places: Places) {
    this.#machine = machine
    this.program = program
    this.lanes = lanes + (lanes % 2)
    this.places = places
    this.#rowBytes = this.lanes * laneBytes
    this.#columnBytes = (program.length + program.pad) * this.#rowBytes
    const { numbers, quarters } = program
    this.#start = this.#columns(Math.min(numbers.count, numbers.firstOfYears))
    this.#quarters = this.#bind(quarters)
    this.#fillScales(0, numbers.firstOfYears)
    abandoned.register(this, { machine, regions: this.#regions })
  }

  /** How many bytes the values of quarters take, typed numbers included. */
  get valueBytes(): number {
    return this.#regions.reduce((total, { bytes }) => total + bytes, 0)
  }

  #allocate(bytes: number): number {
    const address = this.#machine.allocate(bytes)
    this.#regions.push({ address, bytes })
    return address
  }

  /** Room for columns without a value; gives the first one's start. */
  #columns(count: number): number {
    const pad = this.program.pad * this.#rowBytes
    const bytes = pad + count * this.#columnBytes
    const address = this.#allocate(bytes)
    this.#machine.doubles.fill(NaN, address / laneBytes, (address + bytes) / laneBytes)
    return address + pad
  }

  #startOf(number: number): number {
    const { firstOfYears } = this.program.numbers
    if (number < 0) return this.#typed.get(-number) ?? this.#startOf(nothing)
    return number < firstOfYears
      ? this.#start + number * this.#columnBytes
      : this.#yearStart + (number - firstOfYears) * this.#columnBytes
  }

  /** A column's values, `place · lanes + lane`; a view that holds until memory grows. */
  column(number: number): Float64Array {
    const start = this.#startOf(number) / laneBytes
    return this.#machine.doubles.subarray(start, start + this.program.length * this.lanes)
  }

  /** A line's values by its place in the plan. */
  values(line: number): Float64Array {
    return this.column(line + 1)
  }

  /** What is typed on a line, to be written to: for a line that is not computed, its values; NaN where nothing is. */
  typed(line: number): Float64Array {
    if (this.program.plan.lines[line]?.formula === null) return this.values(line)
    const number = line + 1
    if (!this.#typed.has(number)) {
      const bytes = this.program.length * this.#rowBytes
      const address = this.#allocate(bytes)
      this.#machine.doubles.fill(NaN, address / laneBytes, (address + bytes) / laneBytes)
      this.#typed.set(number, address)
      for (const slot of this.#typedSlots.get(number) ?? []) this.#machine.words[slot / 4] = address
    }
    return this.column(-number)
  }

  hasTyped(line: number): boolean {
    return this.#typed.has(line + 1)
  }

  /** Fills the scales whose numbers lie from one to before another. */
  #fillScales(from: number, to: number): void {
    for (const { name, number } of this.program.numbers.scales) {
      if (number < from || number >= to) continue
      const column = this.column(number)
      for (let place = 0; place < this.program.length; place += 1)
        column.fill(this.places.scale(name, place), place * this.lanes, (place + 1) * this.lanes)
    }
  }

  #bind(units: readonly ProgramUnit[]): Bound {
    const tasks = units.flatMap((unit) => [...unit.before, ...unit.tasks])
    const places = this.#machine.place(tasks.map(({ kernel }) => kernel))
    const slots = tasks.reduce((count, { kernel }) => count + kernel.slots.length, 0)
    const scratch = tasks.reduce((most, { kernel }) => Math.max(most, ...kernel.slots.map(pairsOf)), 0)
    const runs = this.#allocate(tasks.length * runBytes + slots * slotBytes + scratch * pairBytes + runBytes)
    let run = runs
    let block = runs + tasks.length * runBytes
    const scratchAddress = Math.ceil((block + slots * slotBytes) / pairBytes) * pairBytes
    const end = this.program.length * this.#rowBytes
    const bindTask = ({ kernel }: ProgramTask): void => {
      const place = present(places[(run - runs) / runBytes], 'the kernel’s place')
      this.#machine.words.set([place, block, 0, end], run / 4)
      for (const slot of kernel.slots) {
        this.#write(slot, block, scratchAddress)
        block += slotBytes
      }
      run += runBytes
    }
    const bound = units.map((unit): BoundUnit => {
      const first = run
      unit.before.forEach(bindTask)
      const marchFrom = unit.isMarch ? run : run + unit.tasks.length * runBytes
      unit.tasks.forEach(bindTask)
      return { unit, first, marchFrom, end: run }
    })
    return { units: bound, stretches: stretchesOf(bound) }
  }

  #write(slot: Slot, address: number, scratch: number): void {
    switch (slot.holds) {
      case 'row length':
        this.#machine.words[address / 4] = this.#rowBytes
        return
      case 'address':
        this.#machine.words[address / 4] = this.#startOf(slot.column) + slot.place * this.#rowBytes
        if (slot.column < 0)
          this.#typedSlots.set(-slot.column, [...(this.#typedSlots.get(-slot.column) ?? []), address])
        return
      case 'number':
        this.#machine.doubles[address / laneBytes] = slot.value
        return
      case 'scratch':
        this.#machine.words[address / 4] = scratch
        return
    }
  }

  /** Computes every column of quarters again. */
  run(): void {
    for (const stretch of this.#quarters.stretches) this.#do(stretch)
  }

  /** Computes one unit of the program. */
  runUnit(unit: number): void {
    this.#do(present(this.#quarters.units[unit], 'a unit'))
  }

  /** Computes every column of years from those of quarters. */
  runYears(): void {
    if (this.#years === null) {
      const { numbers, years } = this.program
      this.#yearStart = this.#columns(numbers.count - numbers.firstOfYears)
      this.#fillScales(numbers.firstOfYears, Infinity)
      this.#years = this.#bind(years)
    }
    for (const stretch of this.#years.stretches) this.#do(stretch)
  }

  #do(stretch: Stretch): void {
    if (!('unit' in stretch)) {
      this.#machine.run(stretch.first, stretch.end)
      return
    }
    const { unit, first, marchFrom, end } = stretch
    for (const number of unit.clears) this.column(number).fill(NaN)
    if (marchFrom > first) this.#machine.run(first, marchFrom)
    if (!unit.isMarch) return
    for (let place = 0; place < this.program.length; place += 1) {
      for (const [at, { isWhole }] of unit.tasks.entries())
        if (!isWhole)
          this.#machine.words.set(
            [place * this.#rowBytes, (place + 1) * this.#rowBytes],
            (marchFrom + at * runBytes) / 4 + 2,
          )
      this.#machine.run(marchFrom, end)
    }
  }
}

const pairsOf = (slot: Slot): number => (slot.holds === 'scratch' ? slot.pairs : 0)

/** Units that need no more than to be run, one after the other, in as few stretches as there can be. */
const stretchesOf = (units: readonly BoundUnit[]): readonly Stretch[] => {
  const stretches: Stretch[] = []
  for (const bound of units) {
    const last = stretches.at(-1)
    const isPlain = !bound.unit.isMarch && bound.unit.clears.length === 0
    if (!isPlain) stretches.push(bound)
    else if (last !== undefined && !('unit' in last) && last.end === bound.first)
      stretches[stretches.length - 1] = { first: last.first, end: bound.end }
    else stretches.push({ first: bound.first, end: bound.end })
  }
  return stretches
}
