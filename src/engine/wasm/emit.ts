// The emitter writes the code of one kernel: columns computed together, in the order given. A value that is used twice is
// kept in a local, and so is each column just computed, for those after it.

import { unreachable } from '#base/assert.ts'
import type { HostName, Mask, Value, WindowEnd } from '#formula/ir.ts'
import { Code, laneBytes, pairBytes, type Width } from './code.ts'
import { f64x2, instruction as op, v128 } from './encode.ts'
import { writeFold } from './fold.ts'
import { binaryCode, comparisonCode, unaryCode } from './operators.ts'
import type { Output, Signature } from './signature.ts'

export class Emitter {
  readonly code: Code
  readonly #signature: Signature
  /** Whether typed numbers come before what is computed. */
  readonly #doesType: boolean
  /** What was computed in the row at hand. */
  readonly #locals = new Map<Value, number>()
  /** Where any lane has met an infinite value; null while every value is finished before it is used. */
  #infinite: number | null = null

  constructor(outputs: readonly Output[], signature: Signature, width: Width, doesType: boolean) {
    this.#doesType = doesType
    this.#signature = signature
    this.code = new Code(signature, width)
    if (signature.isOptimistic && width === 'single') {
      // Round a loop each line is used by the next as it comes, for to finish it first would make the next one wait. That
      // is right unless it is infinite, which hardly ever happens: then all is computed again. With more lanes there is
      // enough else to do in the meantime.
      this.#infinite = this.code.local('v128')
      this.#rows(outputs)
      this.code.get(this.#infinite)
      this.#infinite = null
      this.code.againIfAny(() => {
        this.#rows(outputs)
      })
    } else this.#rows(outputs)
  }

  #rows(outputs: readonly Output[]): void {
    this.code.rows(() => {
      this.#locals.clear()
      for (const output of outputs) this.#output(output)
    })
  }

  /** Computes a column and stores it; who reads it in the same row afterwards finds it in a local. */
  #output({ column, value, isFinished, isInLoop, typed }: Output): void {
    const { code } = this
    const infinite = isInLoop ? this.#infinite : null
    const local = code.local('v128')
    code.address(this.#signature.columnNumber(column), 0)
    this.#value(value)
    if (infinite !== null) this.#noteInfinite(local, infinite)
    else if (isFinished) this.#finish(local)
    if (this.#doesType && typed !== null) this.#preferTyped(this.#signature.columnNumber(typed))
    code.tee(local)
    if (infinite !== null && isFinished) this.#finish(code.local('v128'))
    code.store()
    this.#locals.set(this.#signature.same({ kind: 'column', column, lag: 0 }), local)
  }

  /** Makes no value of an infinite one: x less x is nothing but zero bits where x is finite, else NaN. */
  #finish(local: number): void {
    this.code.tee(local)
    this.code.get(local)
    this.code.get(local)
    this.code.push(...f64x2.subtract, ...v128.or)
  }

  #noteInfinite(local: number, infinite: number): void {
    this.code.tee(local)
    this.code.get(local)
    this.code.push(...f64x2.absolute)
    this.code.number(Infinity)
    this.code.push(...f64x2.equal)
    this.code.get(infinite)
    this.code.push(...v128.or)
    this.code.set(infinite)
  }

  #preferTyped(column: number): void {
    const { code } = this
    const typed = code.local('v128')
    code.address(column, 0)
    code.load()
    code.tee(typed)
    code.get(typed)
    code.get(typed)
    code.push(...f64x2.unequal, ...v128.bitSelect)
  }

  /** Puts a value on the stack. Long chains lean to the left, so that side is walked without recursion. */
  #value(given: Value): void {
    const value = this.#signature.same(given)
    const path: Value[] = []
    let first: Value | null = value
    while (first !== null && !this.#locals.has(first)) {
      path.push(first)
      const next: Value | null = firstPart(first)
      first = next === null ? null : this.#signature.same(next)
    }
    if (first !== null) this.#getLocal(first)
    for (const each of path.reverse()) {
      this.#complete(each)
      if (!this.#signature.isShared(each)) continue
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
        code.address(this.#signature.columnNumber(value.column), value.lag)
        code.load()
        return
      case 'fixed':
        code.fixedAddress(this.#signature.columnNumber(value.column), value.place)
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
      code.storePair()
    }
    code.callByLane(operator, (lane) => {
      place(lane * laneBytes)
      place((values.length - 1) * pairBytes + lane * laneBytes)
      code.push(op.i32Const, pairBytes)
    })
  }

  #window({ operator, column, from, to }: Extract<Value, { kind: 'window' }>): void {
    const number = this.#signature.columnNumber(column)
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
