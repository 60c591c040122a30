// A World is what an expression is evaluated in: what a line is worth at a place, which places exist, what the calendar
// says there. A place counts quarters from the timeline's first, 0. In the quarterly world every quarter of the timeline
// is a place; in the yearly one those that four quarters end at are, each for the year it ends: `x[-4]` and `yoy` mean the
// year before, so that years of one kind never meet those of another.

import type { CalendarName } from '#formula/reserved.ts'
import type { Tree } from '#formula/tree.ts'
import type { LineId } from '#model/lineItem.ts'
import type { Quarter } from '#model/quarter.ts'

export type World = {
  readonly isYearly: boolean
  /** How many quarters the timeline has. */
  readonly length: number
  readonly holds: (at: number) => boolean
  /** The line's finished value, NaN for none. Only asked for places that exist. */
  readonly valueOf: (line: LineId, at: number) => number
  readonly calendar: (name: CalendarName, at: number) => number
  readonly placeOf: (quarter: Quarter) => number
  /** The quarterly world; a quarterly world is its own. */
  readonly quarterly: World
  readonly recall: Recall
}

/**
 * What calls inside calls that look at many quarters came to, while the outermost is under way: without it
 * yoy(yoy(yoy(…))) would double its work with every level.
 */
export class Recall {
  #depth = 0
  readonly #known = new Map<Tree, Map<number, number>>()

  value(tree: Tree, at: number, compute: () => number): number {
    const known = this.#known.get(tree)?.get(at)
    if (known !== undefined) return known
    this.#depth += 1
    const value = compute()
    this.#depth -= 1
    if (this.#depth === 0) this.#known.clear()
    else this.#known.set(tree, (this.#known.get(tree) ?? new Map<number, number>()).set(at, value))
    return value
  }
}
