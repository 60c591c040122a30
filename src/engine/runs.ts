// The Runs of a sheet: for each task a kernel's place, the block of its arguments and the rows it runs over, laid out in
// memory so that the machine does many in one go. After the runs, 16 bytes each, come the blocks, 8 bytes a slot, and then
// room for the longest list.

import { present } from '#base/assert.ts'
import type { ProgramTask, ProgramUnit } from './program.ts'
import { laneBytes, pairBytes, slotBytes } from './wasm/code.ts'
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
  /** Is told where a line's column of typed numbers is named, since it may come to lie elsewhere. */
  readonly onTypedSlot: (line: number, address: number) => void
}

/** A unit with the addresses of its runs: those over all rows, then one for each task of a march. */
type BoundUnit = {
  readonly unit: ProgramUnit
  readonly first: number
  readonly marchFrom: number
  readonly end: number
}

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

export class Runs {
  readonly #memory: Memory
  readonly #units: readonly BoundUnit[]
  readonly #stretches: readonly Stretch[]

  constructor(memory: Memory, units: readonly ProgramUnit[]) {
    this.#memory = memory
    this.#units = this.#bind(units)
    this.#stretches = stretchesOf(this.#units)
  }

  #bind(units: readonly ProgramUnit[]): readonly BoundUnit[] {
    const { machine, rowBytes, length, allocate } = this.#memory
    const tasks = units.flatMap((unit) => [...unit.before, ...unit.tasks])
    const places = machine.place(tasks.map(({ kernel }) => kernel))
    let blockBytes = 0
    let pairs = 0
    for (const { kernel } of tasks) {
      blockBytes += kernel.slots.length * slotBytes
      for (const slot of kernel.slots) pairs = Math.max(pairs, pairsOf(slot))
    }
    const listBytes = pairBytes * (pairs + 1) // one more, to begin on a multiple of a pair
    const start = allocate(tasks.length * runBytes + blockBytes + listBytes)
    let run = start
    let block = start + tasks.length * runBytes
    const list = Math.ceil((block + blockBytes) / pairBytes) * pairBytes
    const bindTask = ({ kernel }: ProgramTask): void => {
      const place = present(places[(run - start) / runBytes], 'the kernel’s place')
      machine.words.set([place, block, 0, length * rowBytes], run / 4)
      for (const slot of kernel.slots) {
        this.#write(slot, block, list)
        block += slotBytes
      }
      run += runBytes
    }
    return units.map((unit) => {
      const first = run
      unit.before.forEach(bindTask)
      const marchFrom = run
      unit.tasks.forEach(bindTask)
      return { unit, first, marchFrom: unit.isMarch ? marchFrom : run, end: run }
    })
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
    const { unit, first, marchFrom, end } = stretch
    for (const number of unit.clears) {
      const start = startOf(number)
      machine.doubles.fill(NaN, start / laneBytes, (start + length * rowBytes) / laneBytes)
    }
    if (marchFrom > first) machine.run(first, marchFrom)
    if (!unit.isMarch) return
    for (let place = 0; place < length; place += 1) {
      const rows = [place * rowBytes, (place + 1) * rowBytes]
      for (const [at, { isWhole }] of unit.tasks.entries())
        if (!isWhole) machine.words.set(rows, (marchFrom + at * runBytes) / 4 + 2)
      machine.run(marchFrom, end)
    }
  }
}
