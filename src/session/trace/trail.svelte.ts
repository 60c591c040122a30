// The Trail is the way one came from cell to cell, following what they are made of or what is made of them. Each stop is
// what was selected there, so that going back finds the other cells again; the last stop is where the walk has come to.

import type { Cell, Layout } from '../layout.ts'
import { placeOf } from '../layout.ts'
import { blocksOf, holds, type Range } from '../range.ts'

export type Direction = 'precedents' | 'dependents'

export type Stop = {
  readonly cell: Cell
  readonly ranges: readonly Range[]
  /** How the walk came here from the stop before; null for the first. */
  readonly by: Direction | null
}

/** What of a selection the trail needs. */
type Selected = { readonly cursor: Cell | null; readonly ranges: readonly Range[] }

/** A walk that goes round for hours keeps its end. */
const mostStops = 60

export class Trail {
  #stops: readonly Stop[] = $state.raw([])

  /** Whether the cursor stands among the cells the walk came to. */
  isOn(layout: Layout, { cursor }: Selected): boolean {
    const last = this.#stops.at(-1)
    const place = cursor === null ? null : placeOf(layout, cursor)
    return last !== undefined && place !== null && blocksOf(layout, last.ranges).some((block) => holds(block, place))
  }

  /** The stops in order, the last being the cursor's cell; empty where the cursor is off the trail and nothing lies behind. */
  stops(layout: Layout, selected: Selected): readonly Stop[] {
    const isThere = ({ cell }: Stop): boolean => placeOf(layout, cell) !== null
    const there = this.#stops.filter(isThere)
    const last = there.at(-1)
    if (last === undefined || selected.cursor === null || !this.isOn(layout, selected)) return there
    return [...there.slice(0, -1), { ...last, cell: selected.cursor }]
  }

  /** Goes on to cells from where the selection is: from off the trail another one begins. */
  goOn(layout: Layout, from: Selected, to: Omit<Stop, 'by'>, by: Direction): void {
    if (from.cursor === null) return
    const behind = this.isOn(layout, from)
      ? this.stops(layout, from)
      : [{ cell: from.cursor, ranges: from.ranges, by: null }]
    this.#stops = [...behind, { ...to, by }].slice(-mostStops)
  }

  /** The stop to go back to, which then is the last; null where there is none. */
  back(layout: Layout, from: Selected): Stop | null {
    const stops = this.stops(layout, from)
    return this.backTo(layout, from, this.isOn(layout, from) ? stops.length - 2 : stops.length - 1)
  }

  /** The stop at a position of those there are. */
  backTo(layout: Layout, from: Selected, at: number): Stop | null {
    const stops = this.stops(layout, from)
    const stop = stops[at]
    if (stop === undefined) return null
    this.#stops = stops.slice(0, at + 1)
    return stop
  }
}
