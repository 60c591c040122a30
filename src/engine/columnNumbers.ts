// The columns of a program by number. 0 is a column of nothing, which stands for whatever never has a value; then come the
// lines in order, then scales and helpers as they are met, and after all that has to do with quarters the same of years.
// A line's typed numbers lie apart: its number is the line's, negative.

import { assert, present } from '#base/assert.ts'
import type { Column, ScaleName } from '#formula/ir.ts'
import type { LineId } from '#model/lineItem.ts'

export const nothing = 0

export class ColumnNumbers {
  readonly #lineNumbers: ReadonlyMap<LineId, number>
  readonly #others = new Map<Column | ScaleName, number>()
  readonly #years = new Map<LineId, number>()
  /** Numbers from here on belong to years. */
  firstOfYears = Infinity
  count: number
  readonly scales: { readonly name: ScaleName; readonly number: number }[] = []

  constructor(lines: readonly LineId[]) {
    this.#lineNumbers = new Map(lines.map((line, at) => [line, at + 1]))
    this.count = lines.length + 1
  }

  #next(): number {
    this.count += 1
    return this.count - 1
  }

  /** From now on new columns are those of years. */
  beginYears(): void {
    this.firstOfYears = this.count
  }

  /** Gives a line a column of years; without one it has none in any year. */
  addYear(line: LineId): void {
    assert(this.firstOfYears <= this.count, 'years come after quarters')
    this.#years.set(line, this.#next())
  }

  /** The place in the plan of the line that a column of quarters belongs to; null for other columns. */
  lineAt(number: number): number | null {
    return number > nothing && number <= this.#lineNumbers.size ? number - 1 : null
  }

  yearOf(line: LineId): number {
    return this.#years.get(line) ?? nothing
  }

  readonly numberOf = (column: Column): number => {
    if (column.kind === 'line') {
      if (column.holds === 'years') return this.yearOf(column.line)
      const number = present(this.#lineNumbers.get(column.line), 'the line of a column')
      return column.holds === 'typed' ? -number : number
    }
    const mark = column.kind === 'scale' ? column.name : column
    const known = this.#others.get(mark)
    if (known !== undefined) return known
    const number = this.#next()
    this.#others.set(mark, number)
    if (column.kind === 'scale') this.scales.push({ name: column.name, number })
    return number
  }
}
