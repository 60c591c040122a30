// A Sheet is the columns of one program for a number of lanes, in the machine's memory, and the runs that compute them.
//
// Lanes are one or even, for two are computed at a time; a spare one holds nothing. A row is one quarter of a column, a
// double a lane; a column is a row for each quarter of the timeline and then at least `pad` rows of NaN, which are also what
// lies before the next column, so that a lag needs no check of bounds:
//
//   pad rows · column 0 (nothing) · pad rows · column 1 · pad rows · …
//
// The value at (place, lane) of column c is at start(c) + (place · lanes + lane) · 8. Columns of years lie in a region of
// their own, made when first asked for, and so does each line's typed numbers; both are laid out alike, a year at its last
// quarter.

import { nothing } from './columnNumbers.ts'
import type { Places } from './places.ts'
import type { Program } from './program.ts'
import { Runs, type Memory } from './runs.ts'
import { laneBytes } from './wasm/code.ts'
import type { Machine } from './wasm/machine.ts'

type Region = { readonly address: number; readonly bytes: number }

/** Gives the regions of a sheet back that nobody released before it was gone. */
const abandoned = new FinalizationRegistry<{ readonly machine: Machine; readonly regions: readonly Region[] }>(
  ({ machine, regions }) => {
    for (const { address, bytes } of regions) machine.release(address, bytes)
  },
)

/** The place of an address among doubles, as an integer to the compiler too: a quotient would make every access slower. */
const indexOf = (address: number): number => (address / laneBytes) | 0

const cacheLineBytes = 64

/**
 * An odd number of cache lines: columns read side by side then fall into different sets of the processor's cache, where
 * a power of two between them would make them push each other out.
 */
const spread = (bytes: number): number => cacheLineBytes * (Math.ceil(bytes / cacheLineBytes) | 1)

export class Sheet {
  readonly program: Program
  /** One, or an even number. */
  readonly lanes: number
  readonly places: Places
  readonly #machine: Machine
  readonly #rowBytes: number
  readonly #columnBytes: number
  readonly #regions: Region[] = []
  readonly #start: number
  #yearStart = 0
  readonly #memory: Memory
  readonly #quarters: Runs
  #years: Runs | null = null
  /** Where each line's typed numbers lie, and the argument slots that say so, by the line's number. */
  readonly #typed = new Map<number, number>()
  readonly #typedSlots = new Map<number, number[]>()
  /** How many rows of each may have typed numbers. */
  readonly #typedRows = new Map<number, number>()

  constructor(machine: Machine, program: Program, lanes: number, places: Places) {
    this.#machine = machine
    this.program = program
    this.lanes = lanes === 1 ? 1 : lanes + (lanes % 2)
    this.places = places
    this.#rowBytes = this.lanes * laneBytes
    this.#columnBytes = spread((program.length + program.pad) * this.#rowBytes)
    const { numbers, quarters } = program
    this.#start = this.#columns(Math.min(numbers.count, numbers.firstOfYears))
    this.#memory = {
      machine,
      rowBytes: this.#rowBytes,
      length: program.length,
      allocate: (bytes) => this.allocate(bytes),
      startOf: (number) => this.#startOf(number),
      typedRowsOf: (line) => this.#typedRows.get(line) ?? 0,
      onTypedSlot: (line, address) => {
        const slots = this.#typedSlots.get(line) ?? []
        slots.push(address)
        this.#typedSlots.set(line, slots)
      },
    }
    this.#quarters = new Runs(this.#memory, quarters)
    this.#fillScales(0, numbers.firstOfYears)
    abandoned.register(this, { machine, regions: this.#regions }, this)
  }

  /** Gives the memory back at once; the sheet is of no more use. */
  release(): void {
    abandoned.unregister(this)
    for (const { address, bytes } of this.#regions) this.#machine.release(address, bytes)
  }

  /** How many bytes all regions of the sheet take: values, typed numbers, what was told, runs with their arguments. */
  get valueBytes(): number {
    return this.#regions.reduce((total, { bytes }) => total + bytes, 0)
  }

  /** A region of memory that goes with the sheet; gives its address. */
  allocate(bytes: number): number {
    const address = this.#machine.allocate(bytes)
    this.#regions.push({ address, bytes })
    return address
  }

  /** Room for columns without a value; gives the first one's start. */
  #columns(count: number): number {
    const pad = this.program.pad * this.#rowBytes
    const bytes = pad + count * this.#columnBytes
    const address = this.allocate(bytes)
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
    const start = indexOf(this.#startOf(number))
    return this.#machine.doubles.subarray(start, start + this.program.length * this.lanes)
  }

  /** Takes over a line's values at an address where they differ: see `Machine.tell`. */
  tell(line: number, told: number, list: number): number {
    return this.#machine.tell(told, this.#startOf(line + 1), this.program.length * this.#rowBytes, list)
  }

  /** Memory as 32-bit words, taken anew after it has grown. */
  get words(): Uint32Array {
    return this.#machine.words
  }

  /** Where in `doubles` a line's values begin, by its place in the plan. */
  start(line: number): number {
    return indexOf(this.#startOf(line + 1))
  }

  /** A line's values likewise. */
  values(line: number): Float64Array {
    return this.column(line + 1)
  }

  /** The memory all columns lie in; taken anew after it has grown. */
  get doubles(): Float64Array {
    return this.#machine.doubles
  }

  /** Where in `doubles` lies what is typed on a line in a quarter, to be written to; NaN where nothing is. */
  typedRow(line: number, place: number): number {
    const number = line + 1
    if (this.program.plan.lines[line]?.formula === null) return this.start(line) + place * this.lanes
    const start = this.#typed.get(number) ?? this.#addTyped(number)
    if (place >= (this.#typedRows.get(number) ?? 0)) {
      this.#typedRows.set(number, place + 1)
      this.#quarters.onTypedRows(number)
    }
    return indexOf(start) + place * this.lanes
  }

  #addTyped(number: number): number {
    const bytes = this.program.length * this.#rowBytes
    const address = this.allocate(bytes)
    this.#machine.doubles.fill(NaN, address / laneBytes, (address + bytes) / laneBytes)
    this.#typed.set(number, address)
    for (const slot of this.#typedSlots.get(number) ?? []) this.#machine.words[slot / 4] = address
    return address
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

  /** Computes every column of quarters again. */
  run(): void {
    this.#quarters.all()
  }

  /** Computes one unit of the program. */
  runUnit(unit: number): void {
    this.#quarters.unit(unit)
  }

  /** Computes every column of years from those of quarters. */
  runYears(): void {
    if (this.#years === null) {
      const { numbers, years } = this.program
      this.#yearStart = this.#columns(numbers.count - numbers.firstOfYears)
      this.#fillScales(numbers.firstOfYears, Infinity)
      this.#years = new Runs(this.#memory, years)
    }
    this.#years.all()
  }
}
