// A Grasp is the keyboard's hold on the comparison's table: one cell can be reached with Tab, the arrows go from there, and
// Enter or a press does what the cell is for. A value goes to its cell in the sheet, a difference to why it is.

import type { Scenario } from '#model/scenario.ts'
import type { Comparing } from '#session/comparing.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import type { Drawn, TableRow } from './tableRows.ts'

/** Columns from 0: the reference's value, then each other scenario's value, difference and share. */
type Place = { readonly row: number; readonly column: number }

export class Grasp {
  row = $state(0)
  column = $state(0)
  readonly #open: () => OpenModel
  readonly #comparing: () => Comparing
  readonly #rows: () => readonly TableRow[]

  constructor(open: () => OpenModel, comparing: () => Comparing, rows: () => readonly TableRow[]) {
    this.#open = open
    this.#comparing = comparing
    this.#rows = rows
  }

  /** The column in a row that Tab reaches, or null; where the row held is not drawn, the first one drawn has it. */
  stopIn(row: number, { first, end }: Drawn): number | null {
    const isDrawn = this.row >= first && this.row < end && this.#lineIn(this.row) !== null
    const held = isDrawn ? this.row : this.#rows().findIndex(({ line }, at) => at >= first && line !== null)
    return row === held ? Math.min(this.column, this.#lastColumn) : null
  }

  take(place: Place | null): void {
    if (place === null) return
    this.row = place.row
    this.column = place.column
  }

  /** Moves or acts as a key says; false where the key means nothing here. */
  key(event: KeyboardEvent, page: number): boolean {
    if (event.altKey || event.metaKey) return false
    if (event.key === 'Enter' || event.key === ' ') {
      this.press(this)
      return false
    }
    const lastRow = this.#rows().length - 1
    const whole = event.ctrlKey
    const moves: Readonly<Record<string, () => Place>> = {
      ArrowUp: () => this.#at(whole ? 0 : this.row - 1, this.column, -1),
      ArrowDown: () => this.#at(whole ? lastRow : this.row + 1, this.column, 1),
      PageUp: () => this.#at(this.row - page, this.column, -1),
      PageDown: () => this.#at(this.row + page, this.column, 1),
      ArrowLeft: () => this.#at(this.row, whole ? 0 : this.column - 1, 1),
      ArrowRight: () => this.#at(this.row, whole ? this.#lastColumn : this.column + 1, 1),
      Home: () => this.#at(whole ? 0 : this.row, 0, 1),
      End: () => this.#at(whole ? lastRow : this.row, this.#lastColumn, 1),
    }
    const move = moves[event.key]
    if (move !== undefined) this.take(move())
    return move !== undefined
  }

  press(place: Place | null): void {
    const line = place === null ? null : this.#lineIn(place.row)
    if (place === null || line === null) return
    this.take(place)
    const [open, { reference, timeId, scenarios }] = [this.#open(), this.#comparing()]
    const scenario = scenarios[Math.ceil(place.column / 3)]
    if (scenario === undefined) return
    const isValue = place.column === 0 || place.column % 3 === 1
    if (isValue)
      open.navigation.toCell({ line: line.id, column: line.kind === 'constant' ? 'constant' : timeId }, scenario.id)
    else this.#askWhy(line.id, timeId, reference, scenario)
  }

  #askWhy(line: string, time: string, from: Scenario, to: Scenario): void {
    this.#open().look({
      screen: 'why',
      why: { line, time, from: { scenario: from.id, snapshot: null }, to: { scenario: to.id, snapshot: null } },
    })
    this.#open().returnToSheet()
  }

  get #lastColumn(): number {
    return (this.#comparing().scenarios.length - 1) * 3
  }

  #lineIn(row: number): TableRow['line'] {
    return this.#rows()[row]?.line ?? null
  }

  /** The nearest place that is a line's, past headings the way it moves, else back. */
  #at(row: number, column: number, step: 1 | -1): Place {
    const last = this.#rows().length - 1
    let at = Math.min(Math.max(row, 0), last)
    while (at > 0 && at < last && this.#lineIn(at) === null) at += step
    if (this.#lineIn(at) === null) at += at === 0 ? 1 : -1
    return { row: at, column: Math.min(Math.max(column, 0), this.#lastColumn) }
  }
}
