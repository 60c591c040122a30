// Where a missing value comes from, one step at a time: the cells without a value that a formula looked at, and what
// happened in the formula itself. Only what matters is walked: the branch not taken is not, nor what `coalesce` found
// a way around.

import { unreachable } from '#base/assert.ts'
import type { Call, Tree } from '#formula/tree.ts'
import type { LineId } from '#model/lineItem.ts'
import type { Look, Own } from '../oracle/definition.ts'
import { definitionOf } from '../oracle/definitions.ts'
import { arithmetic, evaluate } from '../oracle/evaluate.ts'
import type { World } from '../oracle/world.ts'

/** A line at a place, in a quarter or in the year that ends there. */
export type Cell = { readonly line: LineId; readonly at: number; readonly isYearly: boolean }

export type Sources = {
  readonly cells: readonly Cell[]
  readonly owns: readonly Own[]
  /** Such as `3 of 4 quarters`, where a sum over quarters lacks some. */
  readonly share: string | null
}

/** Functions whose quarters are counted out when some are missing. */
const countedOut: ReadonlySet<string> = new Set(['ttm', 'ytd', 'cumulative'])

const outside: Own = { kind: 'missing', sentence: 'it looks outside the timeline' }

const stillToCome: Own = { kind: 'missing', sentence: 'it looks at a quarter of its own that is still to come' }

const divided: Own = { kind: 'fault', sentence: '÷0' }

const noNumber: Own = { kind: 'fault', sentence: 'this is not a number' }

class Walk implements Sources {
  readonly #of: Cell
  readonly cells: Cell[] = []
  readonly owns: Own[] = []
  share: string | null = null
  readonly #seen = new Map<Tree, Set<number>>()

  /** The cell explained. */
  constructor(of: Cell) {
    this.#of = of
  }

  /** Notes why an expression that has no value at a place has none. */
  walk(look: Look): void {
    const { tree, at, world } = look
    const seen = this.#seen.get(tree) ?? new Set<number>()
    if (seen.has(at)) return
    this.#seen.set(tree, seen.add(at))
    if (tree.kind === 'line') this.#line(tree.line, at, world)
    else if (!world.holds(at)) this.#outside(look)
    else this.#inside(look)
  }

  #line(line: LineId, at: number, world: World): void {
    const isOwn = line === this.#of.line && !world.isYearly && !this.#of.isYearly
    if (isOwn && world.holds(at) && at >= this.#of.at) this.owns.push(stillToCome)
    else this.cells.push({ line, at, isYearly: world.isYearly })
  }

  /** Outside the timeline: the lines looked at there are named, where there are any. */
  #outside({ tree, at, world }: Look): void {
    const operands = operandsOf(tree, at, world).filter(({ tree: each }) => each.kind !== 'number')
    if (operands.length === 0) this.owns.push(outside)
    for (const operand of operands) this.walk({ ...operand, at })
  }

  #inside({ tree, at, world }: Look): void {
    switch (tree.kind) {
      case 'choice': {
        const condition = evaluate(tree.condition, at, world)
        const part = Number.isNaN(condition) ? tree.condition : condition !== 0 ? tree.yes : tree.no
        this.walk({ tree: part, at, world })
        return
      }
      case 'call':
        this.#call(tree, at, world)
        return
      case 'chain':
        this.#chain(tree, at, world)
        return
      default:
        this.#operation(operandsOf(tree, at, world), () => ownOf(tree))
    }
  }

  /** A run of operators is one operation after the other: what fails on the way has its own reason, whatever comes after. */
  #chain({ first, rest }: Extract<Tree, { kind: 'chain' }>, at: number, world: World): void {
    let left = evaluate(first, at, world)
    if (Number.isNaN(left)) this.walk({ tree: first, at, world })
    for (const { operator, operand } of rest) {
      const right = evaluate(operand, at, world)
      const isWhole = !Number.isNaN(left) && !Number.isNaN(right)
      left = arithmetic(left, operator, right)
      if (Number.isNaN(right)) this.walk({ tree: operand, at, world })
      if (isWhole && Number.isNaN(left)) this.owns.push(operator === '/' && right === 0 ? divided : noNumber)
    }
  }

  #operation(looks: readonly Look[], own: () => Own): void {
    const lacking = looks.filter((look) => Number.isNaN(evaluate(look.tree, look.at, look.world)))
    if (lacking.length === 0) this.owns.push(own())
    for (const look of lacking) this.walk(look)
  }

  #call(call: Call, at: number, world: World): void {
    const definition = definitionOf(call.name)
    if (definition.needs === 'not all') {
      for (const look of definition.passed(call, at, world)) this.walk(look)
      return
    }
    const looks = definition.looks(call, at, world)
    const values = looks.map((look) => evaluate(look.tree, look.at, look.world))
    if (call.window !== null || countedOut.has(call.name)) {
      const found = values.filter((value) => !Number.isNaN(value)).length
      if (found < values.length) this.share ??= `${found} of ${values.length} quarters`
    }
    this.#operation(looks, () => definition.own(values, call))
  }
}

/** The expressions an operation computes with. */
const operandsOf = (tree: Tree, at: number, world: World): readonly Look[] => {
  const looks = (trees: readonly Tree[]): readonly Look[] => trees.map((each) => ({ tree: each, at, world }))
  switch (tree.kind) {
    case 'number':
    case 'calendar':
    case 'line':
      return []
    case 'negate':
    case 'not':
      return looks([tree.of])
    case 'chain':
    case 'comparison':
      return looks([tree.first, ...tree.rest.map(({ operand }) => operand)])
    case 'power':
      return looks([tree.base, tree.exponent])
    case 'and':
    case 'or':
      return looks(tree.operands)
    case 'choice':
      return looks([tree.condition, tree.yes, tree.no])
    case 'lag':
      return [{ tree: tree.of, at: at + tree.quarters, world }]
    case 'at':
      return [{ tree: tree.of, at: world.placeOf(tree.quarter), world }]
    case 'call':
      return looks(tree.expressions)
    default:
      return unreachable(tree)
  }
}

/** What an operation on values came to, when that is no number. */
const ownOf = (tree: Tree): Own =>
  tree.kind === 'power' ? { kind: 'fault', sentence: 'a broken power of a negative number' } : noNumber

/** Why the tree of a cell has no value in a world. */
export const sourcesOf = (tree: Tree, cell: Cell, world: World): Sources => {
  const walk = new Walk(cell)
  walk.walk({ tree, at: cell.at, world })
  return walk
}
