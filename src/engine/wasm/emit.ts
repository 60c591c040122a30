// The emitter writes the code of one kernel: columns computed together, in the order given. Every value of a row goes into
// locals, one for each pair of lanes, so that what is used twice is computed once, and a column just computed is at hand for
// those after it. Of several pairs each operation is written for one after the other: none waits for another.

import { unreachable } from '#base/assert.ts'
import { firstPartOf, type HostName, type Mask, type Value, type WindowEnd } from '#formula/ir.ts'
import { Code, laneBytes, pairBytes, pairsOf, type Width } from './code.ts'
import { f64x2, instruction as op, v128, type Bytes } from './encode.ts'
import { writeFold } from './fold.ts'
import { binaryCode, comparisonCode, unaryCode } from './operators.ts'
import type { Output, Signature } from './signature.ts'

/** The locals of a value, one for each pair of lanes. */
type Locals = readonly number[]

export class Emitter {
  readonly code: Code
  readonly #signature: Signature
  readonly #pairs: readonly number[]
  /** Whether typed numbers come before what is computed. */
  readonly #doesType: boolean
  /** What was computed in the row at hand. */
  readonly #locals = new Map<Value, Locals>()
  /** Where any lane has met an infinite value; null while every value is finished before it is used. */
  #infinite: number | null = null

  constructor(outputs: readonly Output[], signature: Signature, width: Width, doesType: boolean) {
    this.#doesType = doesType
    this.#signature = signature
    this.#pairs = Array.from({ length: pairsOf(width) }, (_, pair) => pair)
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

  /** Sets a new local for each pair of lanes to what is written for it. */
  #set(write: (pair: number) => void): Locals {
    return this.#pairs.map((pair) => {
      write(pair)
      const local = this.code.local('v128')
      this.code.set(local)
      return local
    })
  }

  #get(locals: Locals, pair: number): void {
    this.code.get(locals[pair] ?? 0)
  }

  /** An operation on values that are there already. */
  #operation(code: Bytes, ...operands: readonly Locals[]): Locals {
    return this.#set((pair) => {
      for (const operand of operands) this.#get(operand, pair)
      this.code.push(...code)
    })
  }

  /** Computes a column and stores it; who reads it in the same row afterwards finds it in locals. */
  #output({ column, value, isFinished, isInLoop, typed }: Output): void {
    const infinite = isInLoop ? this.#infinite : null
    let kept = this.#value(value)
    if (infinite !== null) this.#noteInfinite(kept, infinite)
    else if (isFinished) kept = this.#finished(kept)
    if (this.#doesType && typed !== null) kept = this.#typedOr(this.#signature.columnNumber(typed), kept)
    const stored = infinite !== null && isFinished ? this.#finished(kept) : kept
    const address = this.#address(this.#signature.columnNumber(column), 0)
    for (const pair of this.#pairs) {
      this.code.get(address)
      this.#get(stored, pair)
      this.code.store(pair)
    }
    this.#locals.set(this.#signature.same({ kind: 'column', column, lag: 0 }), kept)
  }

  /** Makes no value of an infinite one: x less x is nothing but zero bits where x is finite, else NaN. */
  #finished(of: Locals): Locals {
    return this.#set((pair) => {
      for (let copies = 0; copies < 3; copies += 1) this.#get(of, pair)
      this.code.push(...f64x2.subtract, ...v128.or)
    })
  }

  #noteInfinite(of: Locals, infinite: number): void {
    this.#get(of, 0)
    this.code.push(...f64x2.absolute)
    this.code.number(Infinity)
    this.code.push(...f64x2.equal)
    this.code.get(infinite)
    this.code.push(...v128.or)
    this.code.set(infinite)
  }

  #typedOr(column: number, value: Locals): Locals {
    const typed = this.#loaded(this.#address(column, 0))
    return this.#operation(v128.bitSelect, value, typed, this.#operation(f64x2.unequal, typed, typed))
  }

  /** A local with the address of a column so many quarters after the row at hand. */
  #address(column: number, lag: number): number {
    const local = this.code.local('i32')
    this.code.address(column, lag)
    this.code.set(local)
    return local
  }

  #loaded(address: number): Locals {
    return this.#set((pair) => {
      this.code.get(address)
      this.code.load(pair)
    })
  }

  /** Computes a value. Long chains lean to the left, so that side is walked without recursion. */
  #value(given: Value): Locals {
    const path: Value[] = []
    const value = this.#signature.same(given)
    for (let each: Value | null = value; each !== null && !this.#locals.has(each);) {
      path.push(each)
      const first = firstPartOf(each)
      each = first === null ? null : this.#signature.same(first)
    }
    for (const each of path.reverse()) this.#locals.set(each, this.#computed(each))
    return this.#locals.get(value) ?? []
  }

  #computed(value: Value): Locals {
    switch (value.kind) {
      case 'number':
        return this.#set(() => {
          this.code.number(value.value)
        })
      case 'column':
        return this.#loaded(this.#address(this.#signature.columnNumber(value.column), value.lag))
      case 'fixed': {
        const local = this.code.local('i32')
        this.code.fixedAddress(this.#signature.columnNumber(value.column), value.place)
        this.code.set(local)
        return this.#loaded(local)
      }
      case 'unary':
        return this.#operation(unaryCode[value.operator], this.#value(value.of))
      case 'binary':
        return this.#operation(binaryCode[value.operator], this.#value(value.left), this.#value(value.right))
      case 'select':
        return this.#operation(v128.bitSelect, this.#value(value.yes), this.#value(value.no), this.#mask(value.where))
      case 'unless':
        return this.#operation(v128.or, this.#value(value.of), this.#mask(value.where))
      case 'host':
        return this.#host(value.name, value.of)
      case 'list':
        return this.#list(value.operator, value.of)
      case 'window':
        return this.#window(value)
      default:
        return unreachable(value)
    }
  }

  #mask(mask: Mask): Locals {
    switch (mask.kind) {
      case 'compare':
        return this.#operation(comparisonCode[mask.operator], this.#value(mask.left), this.#value(mask.right))
      case 'lacks': {
        const of = this.#value(mask.of)
        return this.#operation(f64x2.unequal, of, of)
      }
      case 'both':
      case 'either':
        return this.#operation(mask.kind === 'both' ? v128.and : v128.or, this.#mask(mask.left), this.#mask(mask.right))
      default:
        return unreachable(mask)
    }
  }

  #host(name: HostName, values: readonly Value[]): Locals {
    const operands = values.map((each) => this.#value(each))
    return this.#set((pair) => {
      this.code.callByLane(name, (lane) => {
        for (const operand of operands) {
          this.#get(operand, pair)
          this.code.push(...f64x2.extract, lane)
        }
      })
    })
  }

  /** Lays the values out in memory, one pair of lanes after the other. */
  #list(operator: 'median' | 'stdev', values: readonly Value[]): Locals {
    const operands = values.map((each) => this.#value(each))
    const { code } = this
    const place = (bytes: number): void => {
      code.scratch(values.length)
      code.addToAddress(bytes)
    }
    return this.#set((pair) => {
      for (const [at, operand] of operands.entries()) {
        place(at * pairBytes)
        this.#get(operand, pair)
        code.storePair()
      }
      code.callByLane(operator, (lane) => {
        place(lane * laneBytes)
        place((values.length - 1) * pairBytes + lane * laneBytes)
        code.push(op.i32Const, pairBytes)
      })
    })
  }

  #window({ operator, column, from, to }: Extract<Value, { kind: 'window' }>): Locals {
    const number = this.#signature.columnNumber(column)
    return this.#set((pair) => {
      const put = (end: WindowEnd): void => {
        if ('lag' in end) this.code.address(number, end.lag)
        else this.code.fixedAddress(number, end.place)
        this.code.addToAddress(pair * pairBytes)
      }
      put(from)
      put(to)
      writeFold(this.code, operator)
    })
  }
}
