// The Runs of a sheet: for each kernel of a task its place, the block of its arguments and the rows it runs over, laid out
// in memory so that the machine does many in one go. Each task has two runs: over the rows up to the last that has a typed
// number, by the kernel that takes account of them, and over those after it, by the one that does not. After the runs, 16
// bytes each, come the blocks, 8 bytes a slot, and then room for the longest list.

import { present } from '#base/assert.ts'
import type { ProgramTask, ProgramUnit } from './program.ts'
import { laneBytes, pairBytes, slotBytes, type Width } from './wasm/code.ts'
import { runBytes, type Machine } from './wasm/machine.ts'
import type { Slot } from './wasm/signature.ts'

/** What binding a program to memory asks of the sheet. */
export type Memory = {
  readonly machine: Machine
  readonly rowBytes: number
  /** How many rows a column has. */
  readonly length: number
  readonly allocate: (bytes: number) => number
  /** The address of a column's first row. */
  readonly startOf: (column: number) => number
  /** How many rows of a line, by the number of its column, may have typed numbers. */
  readonly typedRowsOf: (line: number) => number
  /** Is told where a line's column of typed numbers is named, since it may come to lie elsewhere. */
  readonly onTypedSlot: (line: number, address: number) => void
}

/** A task with the address of its two runs. */
type BoundTask = { readonly task: ProgramTask; readonly run: number }

/** A unit with its tasks and the addresses of its runs: those over all rows, then those of a march. */
type BoundUnit = {
  readonly unit: ProgramUnit
  readonly first: number
  readonly marchFrom: number
  readonly end: number
  readonly march: readonly BoundTask[]
}

/** Bytes of a task's two runs, the typed one first. */
const taskBytes = 2 * runBytes

/** A unit that needs care, or runs one after the other. */
type Stretch = { readonly first: number; readonly end: number } | BoundUnit

const pairsOf = (slot: Slot): number => (slot.holds === 'scratch' ? slot.pairs : 0)

/** Units that need no more than to be run, in as few stretches as there can be. */
const stretchesOf = (units: readonly BoundUnit[]): readonly Stretch[] => {
  const stretches: Stretch[] = []
  for (const bound of units) {
    const last = stretches.at(-1)
    if (bound.unit.isMarch || bound.unit.clears.length > 0) stretches.push(bound)
    else if (last !== undefined && !('unit' in last))
      stretches[stretches.length - 1] = { first: last.first, end: bound.end }
    else stretches.push({ first: bound.first, end: bound.end })
  }
  return stretches
}

const widthOf = (rowBytes: number): Width => {
  if (rowBytes === laneBytes) return 'single'
  if (rowBytes % (4 * pairBytes) === 0) return 'four pairs'
  return rowBytes % (2 * pairBytes) === 0 ? 'two pairs' : 'pair'
}

export class Runs {
  readonly #memory: Memory
  readonly #units: readonly BoundUnit[]
  readonly #stretches: readonly Stretch[]
  /** The task that computes each line, by the number of its column. */
  readonly #taskOf = new Map<number, BoundTask>()

  constructor(memory: Memory, units: readonly ProgramUnit[]) {
    this.#memory = memory
    this.#units = this.#bind(units)
    this.#stretches = stretchesOf(this.#units)
  }

  #bind(units: readonly ProgramUnit[]): readonly BoundUnit[] {
    const { machine, allocate, rowBytes } = this.#memory
    const tasks = units.flatMap((unit) => [...unit.before, ...unit.tasks])
    const kernels = tasks.flatMap(({ typed, plain }) => [typed ?? plain, plain])
    const places = machine.place(kernels, widthOf(rowBytes))
    let blockBytes = 0
    let pairs = 0
    for (const { slots } of kernels) {
      blockBytes += slots.length * slotBytes
      for (const slot of slots) pairs = Math.max(pairs, pairsOf(slot))
    }
    const listBytes = pairBytes * (pairs + 1) // one more, to begin on a multiple of a pair
    const start = allocate(kernels.length * runBytes + blockBytes + listBytes)
    let run = start
    let block = start + kernels.length * runBytes
    const list = Math.ceil((block + blockBytes) / pairBytes) * pairBytes
    for (const [at, { slots }] of kernels.entries()) {
      machine.words.set([present(places[at], 'the kernel’s place'), block], (start + at * runBytes) / 4)
      for (const slot of slots) {
        this.#write(slot, block, list)
        block += slotBytes
      }
    }
    const bound = (task: ProgramTask): BoundTask => {
      const each = { task, run }
      for (const line of task.lines) this.#taskOf.set(line, each)
      this.#split(each, 0)
      run += taskBytes
      return each
    }
    return units.map((unit) => {
      const first = run
      unit.before.forEach(bound)
      const marchFrom = run
      const own = unit.tasks.map(bound)
      return { unit, first, marchFrom: unit.isMarch ? marchFrom : run, end: run, march: unit.isMarch ? own : [] }
    })
  }

  /** Sets the rows of a task's runs: the first so many with typed numbers, the rest without. */
  #split({ run }: BoundTask, typedRows: number): void {
    this.#setRows(run, 0, typedRows)
    this.#setRows(run + runBytes, typedRows, this.#memory.length)
  }

  #setRows(run: number, from: number, to: number): void {
    const { machine, rowBytes } = this.#memory
    machine.words[run / 4 + 2] = from * rowBytes
    machine.words[run / 4 + 3] = to * rowBytes
  }

  /** Says that more rows of a line, by the number of its column, have typed numbers. */
  onTypedRows(line: number): void {
    const task = this.#taskOf.get(line)
    if (task !== undefined) this.#split(task, this.#typedRowsOf(task))
  }

  #typedRowsOf({ task }: BoundTask): number {
    return task.lines.reduce((most, line) => Math.max(most, this.#memory.typedRowsOf(line)), 0)
  }

  #write(slot: Slot, address: number, list: number): void {
    const { machine, rowBytes, startOf, onTypedSlot } = this.#memory
    switch (slot.holds) {
      case 'row length':
        machine.words[address / 4] = rowBytes
        return
      case 'address':
        machine.words[address / 4] = startOf(slot.column) + slot.place * rowBytes
        if (slot.column < 0) onTypedSlot(-slot.column, address)
        return
      case 'number':
        machine.doubles[address / laneBytes] = slot.value
        return
      case 'scratch':
        machine.words[address / 4] = list
        return
    }
  }

  all(): void {
    for (const stretch of this.#stretches) this.#do(stretch)
  }

  unit(at: number): void {
    this.#do(present(this.#units[at], 'a unit'))
  }

  #do(stretch: Stretch): void {
    const { machine, rowBytes, length, startOf } = this.#memory
    if (!('unit' in stretch)) {
      machine.run(stretch.first, stretch.end)
      return
    }
    const { unit, first, marchFrom, end, march } = stretch
    for (const number of unit.clears) {
      const start = startOf(number)
      machine.doubles.fill(NaN, start / laneBytes, (start + length * rowBytes) / laneBytes)
    }
    if (marchFrom > first) machine.run(first, marchFrom)
    if (march.length === 0) return
    const typedRows = march.map((task) => this.#typedRowsOf(task))
    for (let place = 0; place < length; place += 1) {
      for (const [at, { task, run }] of march.entries()) {
        if (task.isWhole) continue
        const isTyped = place < (typedRows[at] ?? 0)
        this.#setRows(run, place, isTyped ? place + 1 : place)
        this.#setRows(run + runBytes, place, isTyped ? place : place + 1)
      }
      machine.run(marchFrom, end)
    }
  }
}
