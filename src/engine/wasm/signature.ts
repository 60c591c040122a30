// The signature of a task: all its kernel's code depends on, as text, with what differs between tasks alike in structure
// taken out into slots. Tasks of one signature share one kernel.

import { assert, unreachable } from '#base/assert.ts'
import { partsOf, type Column, type Mask, type Value, type WindowEnd } from '#formula/ir.ts'

/** A column and what is computed into it. */
export type Output = {
  readonly column: Column
  readonly value: Value
  /** Whether it is a line's: then what is infinite is no value, */
  readonly isFinished: boolean
  /** Whether others depend on it round a loop: then how soon it is there matters more than how much is done. */
  readonly isInLoop: boolean
  /** and the numbers of this column, where there are any, come before what is computed. */
  readonly typed: Column | null
}

/** What an argument slot holds; slot 0 is always the row length in bytes. */
export type Slot =
  | { readonly holds: 'row length' }
  /** Where a column's first lane lies, so many quarters after the timeline's first. */
  | { readonly holds: 'address'; readonly column: number; readonly place: number }
  | { readonly holds: 'number'; readonly value: number }
  /** Room for so many pairs of lanes. */
  | { readonly holds: 'scratch'; readonly pairs: number }

/** Far more places than a timeline has, so that a column and a place make one number. */
const placeSpan = 4096

export class Signature {
  /** Of the kernel that takes no account of typed numbers, with its slots; and what the other's key has besides. */
  key = ''
  readonly plainSlots: readonly Slot[]
  typedKey = ''
  readonly slots: Slot[] = [{ holds: 'row length' }]
  /** Whether columns may be read as they are computed. */
  readonly isOptimistic: boolean
  /** How many places away from the row's own the farthest is that is looked at. */
  farthest = 0
  readonly #numberOf: (column: Column) => number
  readonly #addresses = new Map<number, number>()
  readonly #numbers = new Map<number, number>()
  /** Code that is written reads slots that the key tells of, and no other. */
  #isSealed = false
  #negativeZero = -1
  #scratch = -1
  /** The first node met for each number, by its slot, and for each column at each lag; and each node's number. */
  readonly #numberNodes = new Map<number, Value>()
  readonly #reads = new Map<number, Value>()
  readonly #nodes = new Map<Value, number>()

  constructor(outputs: readonly Output[], numberOf: (column: Column) => number) {
    this.#numberOf = numberOf
    this.isOptimistic = outputs.some(({ isInLoop }) => isInLoop)
    for (const { column, value, isFinished, isInLoop } of outputs) {
      this.key += `=${this.address(numberOf(column), 0)}${isFinished ? '!' : ''}${isInLoop ? 'o' : ''}`
      this.#visit(value)
    }
    if (this.isOptimistic) this.key += `o${this.number(Infinity)}`
    this.plainSlots = [...this.slots]
    for (const { typed } of outputs) this.typedKey += typed === null ? '-' : `t${this.address(numberOf(typed), 0)}`
    this.#isSealed = true
  }

  #add(slot: Slot): number {
    assert(!this.#isSealed, 'the key tells of every slot')
    return this.slots.push(slot) - 1
  }

  columnNumber(column: Column): number {
    return this.#numberOf(column)
  }

  /** The slot of a column's address so many places from the row, or at a place of the timeline. */
  address(column: number, place: number): number {
    const mark = column * placeSpan + place
    const known = this.#addresses.get(mark)
    if (known !== undefined) return known
    const slot = this.#add({ holds: 'address', column, place })
    this.#addresses.set(mark, slot)
    return slot
  }

  #lagged(column: Column, lag: number): number {
    this.farthest = Math.max(this.farthest, Math.abs(lag))
    return this.address(this.#numberOf(column), lag)
  }

  number(value: number): number {
    const known = Object.is(value, -0) ? this.#negativeZero : (this.#numbers.get(value) ?? -1)
    if (known >= 0) return known
    const slot = this.#add({ holds: 'number', value })
    if (Object.is(value, -0)) this.#negativeZero = slot
    else this.#numbers.set(value, slot)
    return slot
  }

  /** The slot of room for a list, the longest of all. */
  scratch(pairs: number): number {
    const before = this.slots[this.#scratch]
    if (before?.holds !== 'scratch') this.#scratch = this.#add({ holds: 'scratch', pairs })
    else if (before.pairs < pairs) this.slots[this.#scratch] = { holds: 'scratch', pairs }
    return this.#scratch
  }

  /** The node that stands for a value: the first met of equal numbers, and of reads of one column at one lag. */
  same(value: Value): Value {
    if (value.kind === 'number') return this.#first(this.#numberNodes, this.number(value.value), value)
    if (value.kind !== 'column') return value
    return this.#first(this.#reads, this.#numberOf(value.column) * placeSpan + value.lag, value)
  }

  #first(nodes: Map<number, Value>, mark: number, value: Value): Value {
    const known = nodes.get(mark)
    if (known === undefined) nodes.set(mark, value)
    return known ?? value
  }

  #visit(root: Value): void {
    const waiting = [root]
    for (let given = waiting.pop(); given !== undefined; given = waiting.pop()) {
      const value = this.same(given)
      const known = this.#nodes.get(value)
      if (known !== undefined) {
        this.key += `@${known}`
        continue
      }
      this.#nodes.set(value, this.#nodes.size)
      this.key += this.#head(value)
      for (const part of partsOf(value)) waiting.push(part)
    }
  }

  #head(value: Value): string {
    switch (value.kind) {
      case 'number':
        return `n${this.number(value.value)}`
      case 'column':
        return `c${this.#lagged(value.column, value.lag)}`
      case 'fixed':
        return `f${this.address(this.#numberOf(value.column), value.place)}`
      case 'unary':
      case 'binary':
        return `(${value.operator})`
      case 'select':
        return `s${maskHead(value.where)}`
      case 'unless':
        return `u${maskHead(value.where)}`
      case 'host':
        return `h${value.name}`
      case 'list':
        return `l${value.operator}${value.of.length}:${this.scratch(value.of.length)}`
      case 'window': {
        const end = (each: WindowEnd): string =>
          'lag' in each
            ? `r${this.#lagged(value.column, each.lag)}`
            : `f${this.address(this.#numberOf(value.column), each.place)}`
        const constants = value.operator === 'count' ? [0, 1] : [NaN]
        const numbers = constants.map((each) => `n${this.number(each)}`).join('')
        return `w${value.operator}${end(value.from)}${end(value.to)}${numbers}`
      }
      default:
        return unreachable(value)
    }
  }
}

/** A mask's structure; the values in it are its owner's parts. */
const maskHead = (mask: Mask): string => {
  switch (mask.kind) {
    case 'compare':
      return mask.operator
    case 'lacks':
      return '?'
    case 'both':
    case 'either':
      return `${mask.kind === 'both' ? '&' : '|'}${maskHead(mask.left)}${maskHead(mask.right)}`
    default:
      return unreachable(mask)
  }
}
