// The code of one kernel while it is written: its instructions, its locals and the argument slots it reads.
//
// A kernel is a function (arguments, from, to). It runs over the rows of its columns from one byte offset to another, a pair
// of lanes at a time or several; where there is but one lane, both halves of the pair are that one, and one is stored. A
// row is one quarter of a column, a double for each lane, and rows lie one after the other: the loop is straight over all
// (quarter, lane) pairs, and the quarter before is one row length back. Addresses, lags and numbers are no part of the
// code: they lie in the argument block, 8 bytes a slot, so that formulas alike in structure share one kernel.

import type { HostName } from '#formula/ir.ts'
import { f64x2, signed, instruction as op, memoryArgument, noResult, unsigned, v128, valueType } from './encode.ts'
import type { Bytes, ValueType } from './encode.ts'
import type { Signature } from './signature.ts'

export const slotBytes = 8

export const laneBytes = 8

/** How many lanes are computed at a time. A single lane takes half the memory of a pair. */
export type Width = 'single' | 'pair' | 'two pairs' | 'four pairs'

const pairCounts = { single: 1, pair: 1, 'two pairs': 2, 'four pairs': 4 } as const

export const pairsOf = (width: Width): number => pairCounts[width]

/** Two lanes. */
export const pairBytes = 2 * laneBytes

/** Functions a kernel calls for each lane, in the order of their numbers: of values, */
export const hostNames = ['exp', 'log', 'log10', 'power'] as const satisfies readonly HostName[]
/** and of values in memory, as (first address, last address, step). */
export const foldNames = ['median', 'stdev'] as const

const callNames: readonly string[] = [...hostNames, ...foldNames]

const [argumentsLocal, offsetLocal, endLocal] = [0, 1, 2]

export class Code {
  readonly #body: Bytes = []
  readonly #prologue: Bytes = []
  readonly #locals: ValueType[] = []
  readonly #signature: Signature
  readonly #width: Width
  /** The local each slot is loaded into. */
  readonly #slotLocals = new Map<number, number>()
  #laneLocal: number | null = null
  #startLocal: number | null = null

  constructor(signature: Signature, width: Width) {
    this.#signature = signature
    this.#width = width
  }

  push(...bytes: readonly number[]): void {
    for (const each of bytes) this.#body.push(each)
  }

  local(type: ValueType): number {
    this.#locals.push(type)
    return endLocal + this.#locals.length
  }

  get(local: number): void {
    this.push(op.localGet, ...unsigned(local))
  }

  set(local: number): void {
    this.push(op.localSet, ...unsigned(local))
  }

  tee(local: number): void {
    this.push(op.localTee, ...unsigned(local))
  }

  /** Loads a pair of lanes, so many pairs after an address; a single lane into both halves. */
  load(pair = 0): void {
    const isSingle = this.#width === 'single'
    this.push(...(isSingle ? v128.load64Splat : v128.load), ...memoryArgument(isSingle ? 3 : 4, pair * pairBytes))
  }

  store(pair: number): void {
    const isSingle = this.#width === 'single'
    this.push(...(isSingle ? v128.store64Lane : v128.store), ...memoryArgument(isSingle ? 3 : 4, pair * pairBytes))
    if (isSingle) this.push(0)
  }

  /** Stores a pair into a list, whatever the width. */
  storePair(): void {
    this.push(...v128.store, ...memoryArgument(4))
  }

  /** Puts what a slot holds on the stack. */
  #slot(slot: number, type: 'i32' | 'v128' = 'i32'): void {
    const known = this.#slotLocals.get(slot)
    const local = known ?? this.local(type)
    this.get(local)
    if (known !== undefined) return
    const [load, logarithm] = type === 'i32' ? [[op.i32Load], 2] : [v128.load64Splat, 3]
    this.#prologue.push(op.localGet, argumentsLocal, ...load, ...memoryArgument(logarithm, slot * slotBytes))
    this.#prologue.push(op.localSet, ...unsigned(local))
    this.#slotLocals.set(slot, local)
  }

  /** Each of these puts something on the stack: the row length, */
  rowLength(): void {
    this.#slot(0)
  }

  /** a number for both lanes, */
  number(value: number): void {
    this.#slot(this.#signature.number(value), 'v128')
  }

  /** the address of room for a list, */
  scratch(pairs: number): void {
    this.#slot(this.#signature.scratch(pairs))
  }

  /** the address of a column so many quarters after the row at hand, */
  address(column: number, lag: number): void {
    this.#slot(this.#signature.address(column, lag))
    this.get(offsetLocal)
    this.push(op.i32Add)
  }

  /** and its address in one quarter of the timeline, whatever the row. */
  fixedAddress(column: number, place: number): void {
    this.#slot(this.#signature.address(column, place))
    this.#laneLocal ??= this.local('i32')
    this.get(this.#laneLocal)
    this.push(op.i32Add)
  }

  addToAddress(bytes: number): void {
    this.push(op.i32Const, ...signed(bytes), op.i32Add)
  }

  /** Calls a function for each lane; `give` puts a lane's arguments on the stack. */
  callByLane(name: string, give: (lane: number) => void): void {
    const call = [op.call, ...unsigned(callNames.indexOf(name))]
    give(0)
    this.push(...call, ...f64x2.splat)
    if (this.#width === 'single') return
    give(1)
    this.push(...call, ...f64x2.replace, 1)
  }

  #step(local: number): void {
    this.get(local)
    this.addToAddress(this.#width === 'single' ? laneBytes : pairsOf(this.#width) * pairBytes)
    this.set(local)
  }

  /** The next lanes, the first again after the last. */
  #stepLane(lane: number): void {
    this.#step(lane)
    this.push(op.i32Const, 0)
    this.get(lane)
    this.get(lane)
    this.rowLength()
    this.push(op.i32Eq, op.select)
    this.set(lane)
  }

  /** Runs what is written over the rows. */
  rows(write: () => void): void {
    this.push(op.loop, noResult)
    write()
    this.#step(offsetLocal)
    if (this.#laneLocal !== null) this.#stepLane(this.#laneLocal)
    this.push(op.localGet, offsetLocal, op.localGet, endLocal, op.i32LessUnsigned, op.branchIf, 0, op.end)
  }

  /** Does what is written, from the first row on, if any bit of what lies on the stack is set. */
  againIfAny(write: () => void): void {
    this.#startLocal ??= this.local('i32')
    this.push(...v128.anyTrue, op.if, noResult)
    this.get(this.#startLocal)
    this.set(offsetLocal)
    // The lane is the first again after the last row.
    write()
    this.push(op.end)
  }

  /** The whole function. */
  get bytes(): Bytes {
    const locals = this.#locals.flatMap((type) => [1, valueType[type]])
    const keepStart =
      this.#startLocal === null ? [] : [op.localGet, offsetLocal, op.localSet, ...unsigned(this.#startLocal)]
    return [...unsigned(this.#locals.length), ...locals, ...keepStart, ...this.#prologue, ...this.#body, op.end]
  }
}
