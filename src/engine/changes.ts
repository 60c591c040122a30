// The list of cells whose values an edit changed, gathered line by line into one growing array.

import type { LineId } from '#model/lineItem.ts'

/** The cells of a line whose values changed, each as `place · (number of scenarios) + the scenario's number`. */
export type Change = { readonly line: LineId; readonly cells: Uint32Array }

export class Changes {
  count = 0
  #cells = new Uint32Array(4096)
  readonly #lines: { readonly line: LineId; readonly from: number; readonly to: number }[] = []

  /** Room for so many cells more, to be written from `count` on. */
  roomFor(cells: number): Uint32Array {
    if (this.count + cells > this.#cells.length) {
      const larger = new Uint32Array(2 * (this.count + cells))
      larger.set(this.#cells)
      this.#cells = larger
    }
    return this.#cells
  }

  add(cell: number): void {
    this.roomFor(1)[this.count] = cell
    this.count += 1
  }

  /** Says that the cells added from `from` on are a line's. */
  close(line: LineId, from: number): void {
    this.#lines.push({ line, from, to: this.count })
  }

  /** Scenarios that are computed apart may each list the same line. */
  list(): readonly Change[] {
    return this.#lines.map(({ line, from, to }) => ({ line, cells: this.#cells.subarray(from, to) }))
  }
}
