// The Machine runs kernels: one memory, one table of functions, and the code of every kernel it has met, each compiled
// once. Its driver `run(first, end)` walks a list of runs in memory, 16 bytes each: the kernel's place in the table, the
// address of its arguments, and the byte offsets of the rows it runs from and to.

import { present } from '#base/assert.ts'
import { exp, log, log10, power } from '#numeric/elementary.ts'
import { median, standardDeviation } from '#numeric/statistic.ts'
import { foldNames, hostNames, laneBytes, type Width } from './code.ts'
import type { Kernel } from './kernel.ts'
import { encodeModule, instruction as op, memoryArgument, noResult, valueType } from './encode.ts'
import type { Bytes, ModuleParts, Signature } from './encode.ts'

export const runBytes = 16

const pageBytes = 65_536
/** Regions begin on a line of the processor's cache. */
const alignment = 64
/** A machine that has met more is left to its engines and a new one begun, so that a long session does not grow for ever. */
const mostKernels = 20_000

const types: readonly Signature[] = [
  { parameters: ['i32', 'i32', 'i32'], results: [] },
  { parameters: ['f64'], results: ['f64'] },
  { parameters: ['f64', 'f64'], results: ['f64'] },
  { parameters: ['i32', 'i32', 'i32'], results: ['f64'] },
  { parameters: ['i32', 'i32'], results: [] },
  { parameters: ['i32', 'i32', 'i32', 'i32'], results: ['i32'] },
]
const [kernelType, unaryType, binaryType, foldType, driverType, tellType] = [0, 1, 2, 3, 4, 5]

/** Kernels do not know the table: each module that does has a copy of it, kept up to date at every growth. */
const kernelImports = [
  { name: 'memory', kind: 'memory' },
  ...hostNames.map((name) => ({ name, kind: 'function', type: name === 'power' ? binaryType : unaryType }) as const),
  ...foldNames.map((name) => ({ name, kind: 'function', type: foldType }) as const),
] as const

const driverImports = [
  { name: 'memory', kind: 'memory' },
  { name: 'table', kind: 'table' },
] as const

const field = (offset: number): Bytes => [op.localGet, 0, op.i32Load, ...memoryArgument(2, offset)]

/** (first, end): each run's kernel with its arguments, unless it has no rows, then the next. */
const driverCode: Bytes = [
  ...[0, op.loop, noResult],
  ...[...field(8), ...field(12), op.i32LessUnsigned, op.if, noResult],
  ...[...field(4), ...field(8), ...field(12), ...field(0), op.callIndirect, kernelType, 0, op.end],
  ...[op.localGet, 0, op.i32Const, runBytes, op.i32Add, op.localTee, 0],
  ...[op.localGet, 1, op.i32LessUnsigned, op.branchIf, 0, op.end, op.end],
]

const [toldLocal, nowLocal, endLocal, listLocal, startLocal, countLocal, beforeLocal, afterLocal] = [
  0, 1, 2, 3, 4, 5, 6, 7,
]

/** x is not x: whether the 64 bits in a local are those of a NaN. */
const isNaNIn = (local: number): Bytes => {
  const asNumber = [op.localGet, local, op.f64Reinterpret]
  return [...asNumber, ...asNumber, op.f64Unequal]
}

const add = (local: number, bytes: number): Bytes => [
  op.localGet,
  local,
  op.i32Const,
  bytes,
  op.i32Add,
  op.localSet,
  local,
]

/**
 * (told, now, end of told, list): takes over doubles whose bits differ, but for a NaN that is another NaN, and writes how
 * far from the first each lies, in bytes. Gives their number.
 */
const tellCode: Bytes = [
  ...[2, 2, valueType.i32, 2, valueType.i64, op.localGet, toldLocal, op.localSet, startLocal, op.loop, noResult],
  ...[op.localGet, toldLocal, op.i64Load, ...memoryArgument(3), op.localTee, beforeLocal],
  ...[op.localGet, nowLocal, op.i64Load, ...memoryArgument(3), op.localTee, afterLocal, op.i64Unequal, op.if, noResult],
  ...[...isNaNIn(beforeLocal), ...isNaNIn(afterLocal), op.i32And, op.i32EqualZero, op.if, noResult],
  ...[op.localGet, toldLocal, op.localGet, afterLocal, op.i64Store, ...memoryArgument(3)],
  ...[op.localGet, listLocal, op.localGet, toldLocal, op.localGet, startLocal, op.i32Subtract],
  ...[op.i32Store, ...memoryArgument(2), ...add(listLocal, 4), ...add(countLocal, 1), op.end, op.end],
  ...[...add(nowLocal, laneBytes), ...add(toldLocal, laneBytes)],
  ...[op.localGet, toldLocal, op.localGet, endLocal, op.i32LessUnsigned, op.branchIf, 0, op.end],
  ...[op.localGet, countLocal, op.end],
]

/** What the surroundings do not let be: code generated at run time, or more memory. The oracle serves instead. */
export class MachineRefusal extends Error {}

const refused = <Result>(attempt: () => Result): Result => {
  try {
    return attempt()
  } catch (caught) {
    // WebAssembly is missing, forbidden by a policy, without vectors, or out of memory: all say so by throwing.
    throw new MachineRefusal(caught instanceof Error ? caught.message : String(caught))
  }
}

const regionLength = (bytes: number): number => Math.ceil(bytes / alignment) * alignment

type Run = (first: number, end: number) => void
type Tell = (told: number, now: number, end: number, list: number) => number

export class Machine {
  readonly #memory = refused(() => new WebAssembly.Memory({ initial: 16 }))
  readonly #table = refused(() => new WebAssembly.Table({ element: 'anyfunc', initial: 0 }))
  readonly #imports: WebAssembly.Imports
  /** The place in the table of each kernel, by its width and key. */
  readonly #kernels = new Map<string, number>()
  readonly #run: Run
  readonly #tell: Tell
  #doubles = new Float64Array(0)
  #words = new Uint32Array(0)
  /** The first byte that no region has, and the regions given back, by their length. */
  #end = alignment
  readonly #free = new Map<number, number[]>()

  constructor() {
    const fold =
      (compute: (values: readonly number[]) => number) =>
      (first: number, last: number, step: number): number =>
        this.#fold(compute, first >>> 0, last >>> 0, step)
    const functions = { exp, log, log10, power, median: fold(median), stdev: fold(standardDeviation) }
    this.#imports = { paceline: { memory: this.#memory, table: this.#table, ...functions } }
    const driver = this.#instance(driverImports, [
      { type: driverType, code: driverCode },
      { type: tellType, code: tellCode },
    ])
    this.#tell = driver['1'] as Tell
    this.#run = driver['0'] as Run
  }

  get isFull(): boolean {
    return this.#kernels.size > mostKernels
  }

  /** Memory as doubles; a view taken before the memory grew is empty. */
  get doubles(): Float64Array {
    if (this.#doubles.length === 0) this.#doubles = new Float64Array(this.#memory.buffer)
    return this.#doubles
  }

  /** Memory as 32-bit words, likewise. */
  get words(): Uint32Array {
    if (this.#words.length === 0) this.#words = new Uint32Array(this.#memory.buffer)
    return this.#words
  }

  /** The address of a region of its own, in which anything may lie. */
  allocate(bytes: number): number {
    const length = regionLength(bytes)
    const again = this.#free.get(length)?.pop()
    if (again !== undefined) return again
    const address = this.#end
    const missing = address + length - this.#memory.buffer.byteLength
    // At least half as much again, so that many small regions do not each grow the memory.
    const growth = Math.max(missing, this.#memory.buffer.byteLength / 2)
    if (missing > 0) refused(() => this.#memory.grow(Math.ceil(growth / pageBytes)))
    this.#end += length
    return address
  }

  release(address: number, bytes: number): void {
    const length = regionLength(bytes)
    const free = this.#free.get(length) ?? []
    free.push(address)
    this.#free.set(length, free)
  }

  /** The place of each kernel in the table. Those not met before are compiled, in one module. */
  place(kernels: readonly Kernel[], width: Width): readonly number[] {
    const start = this.#table.length
    const fresh = new Map<string, Bytes>()
    const marks = kernels.map(({ key, write }) => {
      const mark = `${width} ${key}`
      if (!this.#kernels.has(mark) && !fresh.has(mark)) fresh.set(mark, write(width))
      return mark
    })
    if (fresh.size > 0) {
      const functions = [...fresh.values()].map((code) => ({ type: kernelType, code }))
      const made = this.#instance(kernelImports, functions)
      refused(() => this.#table.grow(fresh.size))
      // Only what has been compiled is known: a refusal leaves the machine as it was.
      for (const [at, mark] of [...fresh.keys()].entries()) {
        this.#table.set(start + at, made[String(at)])
        this.#kernels.set(mark, start + at)
      }
    }
    return marks.map((mark) => present(this.#kernels.get(mark), 'a kernel'))
  }

  #instance(imports: ModuleParts['imports'], functions: ModuleParts['functions']): WebAssembly.Exports {
    const bytes = encodeModule({ types, imports, functions })
    return refused(() => new WebAssembly.Instance(new WebAssembly.Module(bytes), this.#imports)).exports
  }

  /** Does the runs that lie from one address to another; at least one. */
  run(first: number, end: number): void {
    this.#run(first, end)
  }

  /**
   * Takes over, at an address, doubles that lie at another where their bits differ (a NaN does not from a NaN), and writes
   * how many bytes after the first each of those lies into a list of words. Gives their number.
   */
  tell(told: number, now: number, bytes: number, list: number): number {
    return this.#tell(told, now, told + bytes, list)
  }

  #fold(compute: (values: readonly number[]) => number, first: number, last: number, step: number): number {
    const values: number[] = []
    for (let address = first; address <= last; address += step) {
      const value = this.doubles[address / laneBytes] ?? NaN
      if (Number.isNaN(value)) return NaN
      values.push(value)
    }
    return values.length === 0 ? NaN : compute(values)
  }
}
