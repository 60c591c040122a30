// A Match is a cell whose label, key, formula, note or value holds a text. A Search finds them in the order they are read on
// screen, some thousand cells at a time, so that a model of a hundred thousand does not hold up the next key.

import type { Results } from '#engine/results.ts'
import { typedText } from '#exchange/number.ts'
import { shownUnit, tableValue } from '#model/figure.ts'
import type { LineItem } from '#model/lineItem.ts'
import { ancestry, baseOf, rowOf, type Model } from '#model/model.ts'
import { earlierOf } from '#model/note.ts'
import { formulaOf, noteOf } from '#model/origin.ts'
import type { Note } from '#model/quarterRow.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { View } from '#model/view.ts'
import { columnId, type Column, type ColumnId } from './column.ts'
import { isTypedAt, valueAt } from './cellValue.ts'
import { layoutOf, type Cell, type LayoutView } from './layout.ts'

export type Match = {
  readonly cell: Cell
  /** A line is found once, by its label, key or formula, and stands for all its quarters. */
  readonly where: 'label' | 'key' | 'formula' | 'note' | 'value'
  /** What it was found in. */
  readonly text: string
}

export type Searched = {
  readonly results: Results
  readonly shown: ScenarioId
  readonly view: Pick<View, 'orientation' | 'scale' | 'yearColumns' | 'yearsBy'>
}

/** A column of the sheet with the notes that may be shown in it, by line. */
type SearchedColumn = {
  readonly column: Column
  readonly id: ColumnId
  readonly notes: readonly ReadonlyMap<string, Note>[]
}

const numericForm = /^[(−-]?[\d.,\s]*\d[\d.,\s]*%?\)?$/

/** Negatives in any dress begin with a hyphen: `(21,840)` is `-21,840`. */
const withHyphen = (text: string): string => text.replace(/[(−]/, '-').replace(/[)%\s]/g, '')

/** Whether a number holds what was typed, digit by digit; with thousands separators where those were typed. */
const numberTest = (query: string): ((shown: string, typed: () => string) => boolean) | null => {
  if (!numericForm.test(query)) return null
  const wanted = withHyphen(query)
  if (wanted.includes(',')) return (shown) => withHyphen(shown).includes(wanted)
  const isPrecise = wanted.includes('.') // digits that the screen rounds away come after a point
  return (shown, typed) =>
    withHyphen(shown.replaceAll(',', '')).includes(wanted) || (isPrecise && typed().includes(wanted))
}

/** The cell to go to: a line is shown in its year while that is folded, and only for a cell of its own is it unfolded. */
export const cellToShow = ({ cell, where }: Match, model: Model, view: LayoutView): Cell => {
  if (where === 'note' || where === 'value') return cell
  const { times, timeAt } = layoutOf(model, view)
  const column = times[timeAt.get(cell.column) ?? -1]
  return column === undefined ? cell : { ...cell, column: columnId(column) }
}

export class Search {
  readonly found: Match[] = []
  readonly #searched: Searched
  readonly #lines: readonly LineItem[]
  readonly #columns: readonly SearchedColumn[]
  /** Where a line itself is found. */
  readonly #lineColumn: ColumnId
  readonly #isAcross: boolean
  readonly #holds: (text: string) => boolean
  readonly #isNumber: ReturnType<typeof numberTest>
  /** Cells looked at, in reading order. */
  #at = 0

  constructor(searched: Searched, query: string) {
    const { results, shown, view } = searched
    const { model } = results
    const wanted = query.trim().toLowerCase()
    // What is folded away is searched too, and quarters where years stand alone.
    const yearColumns = view.yearColumns === 'only' ? 'among' : view.yearColumns
    const { lines, times } = layoutOf(model, { ...view, yearColumns, foldedSections: [], foldedYears: [] })
    const holders = [...new Set([...ancestry(model, shown), baseOf(model)])]
    this.#searched = searched
    this.#lines = lines.flatMap((stop) => (stop.kind === 'line' ? [stop.line] : []))
    this.#columns = times.map((column) => ({
      column,
      id: columnId(column),
      notes:
        column.kind !== 'quarter'
          ? []
          : holders.map(({ id }) => rowOf(model, id, column.quarter).notes).filter(({ size }) => size > 0),
    }))
    this.#lineColumn = model.lastActual ?? model.timeline.first
    this.#isAcross = view.orientation === 'across'
    this.#holds = (text) => text.toLowerCase().includes(wanted)
    this.#isNumber = numberTest(wanted)
  }

  get isComplete(): boolean {
    return this.#at >= this.#lines.length * this.#columns.length
  }

  /** Looks at so many cells more. */
  goOn(cells: number): void {
    const end = Math.min(this.#at + cells, this.#lines.length * this.#columns.length)
    const rowLength = this.#isAcross ? this.#columns.length : this.#lines.length
    for (; this.#at < end; this.#at += 1) {
      const [row, inRow] = [Math.floor(this.#at / rowLength), this.#at % rowLength]
      if (this.#isAcross ? inRow === 0 : this.#at === 0)
        for (const line of this.#isAcross ? this.#lines.slice(row, row + 1) : this.#lines) this.#lookAtLine(line)
      const line = this.#lines[this.#isAcross ? row : inRow]
      const column = this.#columns[this.#isAcross ? inRow : row]
      if (line !== undefined && column !== undefined) this.#lookAtCell(line, column)
    }
  }

  #lookAtLine(line: LineItem): void {
    const { results, shown } = this.#searched
    const isConstant = line.kind === 'constant'
    const cell = { line: line.id, column: isConstant ? 'constant' : this.#lineColumn }
    if (this.#holds(line.label)) this.found.push({ cell, where: 'label', text: line.label })
    else if (this.#holds(line.key)) this.found.push({ cell, where: 'key', text: line.key })
    else {
      const formula = isConstant ? undefined : formulaOf(results.model, shown, line)?.formula
      if (formula !== undefined && this.#holds(formula)) this.found.push({ cell, where: 'formula', text: formula })
    }
  }

  #lookAtCell(line: LineItem, { column, id, notes }: SearchedColumn): void {
    const { results, shown, view } = this.#searched
    if ((line.kind === 'constant') !== (column.kind === 'constant')) return
    if (column.kind === 'quarter' && notes.some((each) => each.has(line.id))) {
      const note = noteOf(results.model, shown, line, column.quarter)
      const texts = note === null ? [] : [note.text, note.source ?? '', ...earlierOf(note).map(({ reason }) => reason)]
      const text = texts.find((each) => each !== '' && this.#holds(each))
      if (text !== undefined) {
        this.found.push({ cell: { line: line.id, column: id }, where: 'note', text })
        return
      }
    }
    if (this.#isNumber === null) return
    const target = { shown, line, column, unit: shownUnit(line.unit, view.scale) }
    const value = valueAt(results, target)
    if (Number.isNaN(value)) return
    const text = tableValue(value, line.unit, line.decimals, view.scale)
    const typed = (): string => (isTypedAt(results, target) ? typedText(value, line.unit, target.unit) : '')
    if (this.#isNumber(text, typed)) this.found.push({ cell: { line: line.id, column: id }, where: 'value', text })
  }
}
