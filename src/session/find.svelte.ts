// Find: the text that is looked for, the cells that hold it, and which of them the cursor was sent to. A large model is
// searched a piece at a time, and anew when what is shown changes; to step from match to match searches nothing.

import type { View } from '#model/view.ts'
import { cellToShow, Search, type Match, type Searched } from './findMatch.ts'

/** Cells looked at before the next key has its turn: a few milliseconds of work. */
const sliceInCells = 2000

/** A search that goes on behind the screen’s back until it is complete or another one begins. */
class Searching {
  matches: readonly Match[]
  isComplete: boolean
  readonly #search: Search | null
  readonly #onFound: () => void
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(search: Search | null, onFound: () => void) {
    this.#search = search
    this.#onFound = onFound
    search?.goOn(sliceInCells)
    this.matches = $state.raw([...(search?.found ?? [])])
    this.isComplete = $state(search?.isComplete ?? true)
    if (search !== null && !search.isComplete) this.#later()
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #later(): void {
    this.#timer = setTimeout(() => {
      this.#goOn()
    })
  }

  #goOn(): void {
    const search = this.#search
    if (search === null) return
    search.goOn(sliceInCells)
    // The first is shown as soon as it is found, the others together.
    const isFirst = this.matches.length === 0 && search.found.length > 0
    if (search.isComplete || isFirst) {
      this.matches = [...search.found]
      this.isComplete = search.isComplete
      this.#onFound()
    }
    if (!search.isComplete) this.#later()
  }
}

/** What a search depends on: not what is folded, for that is searched too. */
export type SearchDoor = Pick<Searched, 'results' | 'shown'> & { readonly view: View }

const isSame = (one: Match, other: Match): boolean =>
  one.where === other.where && one.cell.line === other.cell.line && one.cell.column === other.cell.column

export class Find {
  /** null while the find bar is closed. */
  query: string | null = $state(null)
  /** Counts the times the keyboard was sent to the find bar’s field, which listens. */
  calls: number = $state(0)
  readonly #door: () => SearchDoor
  readonly #goTo: (match: Match) => void
  #chosen: Match | null = $state.raw(null)
  /** Where the one chosen stood, should it be gone when the next is asked for. */
  #lastAt = 0
  /** Whether the cursor is to go to the first match as soon as there is one. */
  #isSeeking = false
  /** What was looked for last: the bar opens with it. */
  #last = ''
  #running: Searching | null = null

  readonly #scale = $derived.by(() => this.#door().view.scale)
  readonly #orientation = $derived.by(() => this.#door().view.orientation)
  readonly #yearColumns = $derived.by(() => this.#door().view.yearColumns)
  readonly #yearsBy = $derived.by(() => this.#door().view.yearsBy)
  readonly #searching: Searching = $derived.by(() => {
    this.#running?.stop()
    this.#running = new Searching(this.#searchFor(this.query ?? ''), () => {
      this.#seek()
    })
    return this.#running
  })

  /** Which of the matches the cursor was sent to, counted from 0; −1 where it is none of them. */
  readonly at: number = $derived.by(() => {
    const chosen = this.#chosen
    return chosen === null ? -1 : this.matches.findIndex((each) => isSame(each, chosen))
  })

  constructor(door: () => SearchDoor, goTo: (match: Match) => void) {
    this.#door = door
    this.#goTo = goTo
  }

  #searchFor(query: string): Search | null {
    if (query.trim() === '') return null
    const { results, shown } = this.#door()
    const view = {
      scale: this.#scale,
      orientation: this.#orientation,
      yearColumns: this.#yearColumns,
      yearsBy: this.#yearsBy,
    }
    return new Search({ results, shown, view }, query)
  }

  /** In the order they are read on screen. */
  get matches(): readonly Match[] {
    return this.#searching.matches
  }

  /** Whether all cells have been looked at. */
  get isComplete(): boolean {
    return this.#searching.isComplete
  }

  get match(): Match | null {
    return this.matches[this.at] ?? null
  }

  /** Opens the bar and sends the keyboard there; the text looked for last stays where none is given. */
  open(query = this.query ?? this.#last): void {
    this.query = query
    this.calls += 1
  }

  write(query: string): void {
    this.query = query
    this.#last = query
    this.#chosen = null
    this.#lastAt = 0
    this.#isSeeking = true
    this.#seek()
  }

  #seek(): void {
    if (this.#isSeeking && this.matches.length > 0) this.#choose(0)
  }

  #choose(at: number): void {
    const match = this.matches[at]
    if (match === undefined) return
    this.#isSeeking = false
    this.#chosen = match
    this.#lastAt = at
    const { results, view } = this.#door()
    this.#goTo({ ...match, cell: cellToShow(match, results.model, view) })
  }

  /** Goes to the next match or the one before, round the end. With nothing to look for yet it opens the bar. */
  step(by: 1 | -1): void {
    const query = this.query ?? this.#last
    if (query.trim() === '') {
      this.open()
      return
    }
    this.query = query
    const { matches, at } = this
    const isGone = at < 0 && this.#chosen !== null
    // Another stands where the one that is gone stood: that is the next one already.
    const from = isGone ? (by === 1 ? this.#lastAt - 1 : this.#lastAt) : at < 0 ? (by === 1 ? -1 : 0) : at
    if (matches.length === 0) this.#isSeeking = true
    else this.#choose((from + by + matches.length) % matches.length)
  }

  close(): void {
    this.#running?.stop()
    this.query = null
  }
}
