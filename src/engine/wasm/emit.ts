// The emitter writes the kernel of one task: columns computed together, in the order given. A value that is used twice is
// kept in a local, and so is each column just computed, for those after it.

import { unreachable } from '#base/assert.ts'
import { partsOf, type BinaryOperator, type Column, type Comparison, type HostName } from '#formula/ir.ts'
import type { Mask, UnaryOperator, Value, WindowEnd } from '#formula/ir.ts'
import { Code, laneBytes, pairBytes, type Slot } from './code.ts'
import { f64x2, instruction as op, v128, type Bytes } from './encode.ts'
import { writeFold } from './fold.ts'

export type Output = { readonly column: Column; readonly value: Value }

export type Kernel = { readonly code: Bytes; readonly slots: readonly Slot[] }

const unaryCode: Readonly<Record<UnaryOperator, Bytes>> = {
  negate: f64x2.negate,
  absolute: f64x2.absolute,
  floor: f64x2.floor,
  ceiling: f64x2.ceiling,
  root: f64x2.root,
}

const binaryCode: Readonly<Record<BinaryOperator, Bytes>> = {
  '+': f64x2.add,
  '-': f64x2.subtract,
  '*': f64x2.multiply,
  '/': f64x2.divide,
  least: f64x2.pseudoMinimum,
  most: f64x2.pseudoMaximum,
}

const comparisonCode: Readonly<Record<Comparison, Bytes>> = {
  '==': f64x2.equal,
  '!=': f64x2.unequal,
  '<': f64x2.less,
  '<=': f64x2.lessEqual,
  '>': f64x2.greater,
  '>=': f64x2.greaterEqual,
}

/** How often each value is used. */
const usesIn = (outputs: readonly Output[], same: (value: Value) => Value): ReadonlyMap<Value, number> => {
  const uses = new Map<Value, number>()
  const waiting = outputs.map(({ value }) => value)
  for (let given = waiting.pop(); given !== undefined; given = waiting.pop()) {
    const value = same(given)
    const known = uses.get(value) ?? 0
    uses.set(value, known + 1)
    if (known === 0) waiting.push(...partsOf(value))
  }
  return uses
}

class Emitter {
  readonly code = new Code()
  readonly #numberOf: (column: Column) => number
  /** One node for all reads of a column at a lag. */
  readonly #reads = new Map<string, Value>()
  readonly #uses: ReadonlyMap<Value, number>
  readonly #locals = new Map<Value, number>()

  constructor(outputs: readonly Output[], numberOf: (column: Column) => number) {
    this.#numberOf = numberOf
    this.#uses = usesIn(outputs, (value) => this.#same(value))
    for (const { column, value } of outputs) this.#output(numberOf(column), value)
  }

  #output(column: number, value: Value): void {
    this.code.address(column, 0)
    this.#value(value)
    const local = this.code.local('v128')
    this.code.tee(local)
    this.code.store()
    const read = this.#reads.get(`${column} 0`)
    if (read !== undefined) this.#locals.set(read, local)
  }

  #same(value: Value): Value {
    if (value.kind !== 'column') return value
    const mark = `${this.#numberOf(value.column)} ${value.lag}`
    const known = this.#reads.get(mark)
    if (known === undefined) this.#reads.set(mark, value)
    return known ?? value
  }

  #isShared(value: Value): boolean {
    return value.kind !== 'number' && (this.#uses.get(value) ?? 0) > 1
  }

  /** Puts a value on the stack. Long chains lean to the left, so that side is walked without recursion. */
  #value(given: Value): void {
    const value = this.#same(given)
    const path: Value[] = []
    let first: Value | null = value
    while (first !== null && !this.#locals.has(first)) {
      path.push(first)
      const next: Value | null = firstPart(first)
      first = next === null ? null : this.#same(next)
    }
    if (first !== null) this.#getLocal(first)
    for (const each of path.reverse()) {
      this.#complete(each)
      if (!this.#isShared(each)) continue
      const local = this.code.local('v128')
      this.#locals.set(each, local)
      this.code.tee(local)
    }
  }

  #getLocal(value: Value): void {
    this.code.get(this.#locals.get(value) ?? 0)
  }

  /** Computes a value, its first part being on the stack. */
  #complete(value: Value): void {
    const { code } = this
    switch (value.kind) {
      case 'number':
        code.number(value.value)
        return
      case 'column':
        code.address(this.#numberOf(value.column), value.lag)
        code.load()
        return
      case 'fixed':
        code.fixedAddress(this.#numberOf(value.column), value.place)
        code.load()
        return
      case 'unary':
        code.push(...unaryCode[value.operator])
        return
      case 'binary':
        this.#value(value.right)
        code.push(...binaryCode[value.operator])
        return
      case 'select':
        this.#value(value.no)
        this.#mask(value.where)
        code.push(...v128.bitSelect)
        return
      case 'unless':
        this.#mask(value.where)
        code.push(...v128.or)
        return
      case 'host':
        this.#host(value.name, value.of)
        return
      case 'list':
        this.#list(value.operator, value.of)
        return
      case 'window':
        this.#window(value)
        return
      default:
        unreachable(value)
    }
  }

  #mask(mask: Mask): void {
    switch (mask.kind) {
      case 'compare':
        this.#value(mask.left)
        this.#value(mask.right)
        this.code.push(...comparisonCode[mask.operator])
        return
      case 'lacks':
        this.#value(mask.of)
        this.#value(mask.of)
        this.code.push(...f64x2.unequal)
        return
      case 'both':
      case 'either':
        this.#mask(mask.left)
        this.#mask(mask.right)
        this.code.push(...(mask.kind === 'both' ? v128.and : v128.or))
        return
      default:
        unreachable(mask)
    }
  }

  #kept(value: Value): number {
    this.#value(value)
    const local = this.code.local('v128')
    this.code.set(local)
    return local
  }

  #host(name: HostName, values: readonly Value[]): void {
    const locals = values.map((each) => this.#kept(each))
    this.code.callByLane(name, (lane) => {
      for (const local of locals) {
        this.code.get(local)
        this.code.push(...f64x2.extract, lane)
      }
    })
  }

  /** Lays the values out in memory, one pair of lanes after the other. */
  #list(operator: 'median' | 'stdev', values: readonly Value[]): void {
    const locals = values.map((each) => this.#kept(each))
    const { code } = this
    const place = (bytes: number): void => {
      code.scratch(values.length)
      code.addToAddress(bytes)
    }
    for (const [at, local] of locals.entries()) {
      place(at * pairBytes)
      code.get(local)
      code.store()
    }
    code.callByLane(operator, (lane) => {
      place(lane * laneBytes)
      place((values.length - 1) * pairBytes + lane * laneBytes)
      code.push(op.i32Const, pairBytes)
    })
  }

  #window({ operator, column, from, to }: Extract<Value, { kind: 'window' }>): void {
    const number = this.#numberOf(column)
    const put = (end: WindowEnd): void => {
      if ('lag' in end) this.code.address(number, end.lag)
      else this.code.fixedAddress(number, end.place)
    }
    put(from)
    put(to)
    writeFold(this.code, operator)
  }
}

/** The part that a value's instructions begin with, where they begin with one. */
const firstPart = (value: Value): Value | null => {
  switch (value.kind) {
    case 'unary':
    case 'unless':
      return value.of
    case 'binary':
      return value.left
    case 'select':
      return value.yes
    default:
      return null
  }
}

/** The kernel that computes columns together; each may read those before it, and any at earlier places. */
export const emitKernel = (outputs: readonly Output[], numberOf: (column: Column) => number): Kernel => {
  const { code } = new Emitter(outputs, numberOf)
  return { code: code.finished(), slots: code.slots }
}
