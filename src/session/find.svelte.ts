// Find: the cells whose label, key, formula, note or value holds a text, in the order they are read on screen, and which of
// them the cursor was sent to.

import type { Results } from '#engine/results.ts'
import { formulaOf, noteOf } from '#model/origin.ts'
import type { LineItem } from '#model/lineItem.ts'
import { tableValue } from '#model/figure.ts'
import { typedText } from '#exchange/number.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { View } from '#model/view.ts'
import { columnId, type Column } from './column.ts'
import { valueAt } from './fill.ts'
import { layoutOf, type Cell, type Layout } from './layout.ts'
import type { Target } from './proposal.ts'
import { shownUnit } from '#model/figure.ts'

export type Match = {
  readonly cell: Cell
  /** `label`, `key`, `formula`, `note` or `value`, and the text it was found in. */
  readonly where: 'label' | 'key' | 'formula' | 'note' | 'value'
  readonly text: string
}

type Searched = { readonly results: Results; readonly shown: ScenarioId; readonly view: View }

/** A line is found once, by the first of its texts that matches; it stands for all its quarters. */
const matchOfLine = (
  { results, shown }: Searched,
  line: LineItem,
  holds: (text: string) => boolean,
): Omit<Match, 'cell'> | null => {
  const formula = line.kind === 'constant' ? undefined : formulaOf(results.model, shown, line)?.formula
  if (holds(line.label)) return { where: 'label', text: line.label }
  if (holds(line.key)) return { where: 'key', text: line.key }
  return formula !== undefined && holds(formula) ? { where: 'formula', text: formula } : null
}

const matchOfCell = (
  { results, shown, view }: Searched,
  line: LineItem,
  column: Column,
  holds: (text: string) => boolean,
  isNumber: boolean,
): Omit<Match, 'cell'> | null => {
  const note = column.kind === 'quarter' ? noteOf(results.model, shown, line, column.quarter) : null
  const noted = note === null ? '' : `${note.text} ${note.source ?? ''}`
  if (note !== null && holds(noted)) return { where: 'note', text: note.text }
  if (!isNumber) return null
  const unit = shownUnit(line.unit, view.scale)
  const target: Target = { shown, line, column, unit }
  const value = valueAt(results, target)
  if (Number.isNaN(value)) return null
  const text = tableValue(value, line.unit, line.decimals, view.scale)
  return holds(text) || holds(text.replaceAll(',', '')) || holds(typedText(value, line.unit, unit))
    ? { where: 'value', text }
    : null
}

/** All matches; lines and years that are folded away are searched too. */
export const matchesOf = (searched: Searched, orientation: Layout['orientation'], query: string): readonly Match[] => {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return []
  const holds = (text: string): boolean => text.toLowerCase().includes(wanted)
  const isNumber = /\d/.test(wanted)
  const { results, view } = searched
  const { lines, times } = layoutOf(results.model, { orientation, foldedSections: [], foldedYears: [] })
  const first = times.find(({ kind }) => kind === 'quarter')
  const byLine = lines.flatMap((stop): readonly Match[] => {
    if (stop.kind !== 'line') return []
    const { line } = stop
    const columns = line.kind === 'constant' ? times.slice(0, 1) : times.slice(1)
    const own = matchOfLine(searched, line, holds)
    const column = line.kind === 'constant' ? 'constant' : first === undefined ? 'constant' : columnId(first)
    return [
      ...(own === null ? [] : [{ ...own, cell: { line: line.id, column } }]),
      ...columns.flatMap((each): readonly Match[] => {
        const match = matchOfCell({ ...searched, view }, line, each, holds, isNumber)
        return match === null ? [] : [{ ...match, cell: { line: line.id, column: columnId(each) } }]
      }),
    ]
  })
  return byLine
}

export class Find {
  /** null while the find bar is closed. */
  query: string | null = $state(null)
  at: number = $state(0)
  readonly #searched: () => Searched
  readonly #goTo: (match: Match) => void
  readonly matches: readonly Match[] = $derived.by(() => {
    const { query } = this
    if (query === null || query.trim() === '') return []
    const searched = this.#searched()
    return matchesOf(searched, searched.view.orientation, query)
  })

  constructor(searched: () => Searched, goTo: (match: Match) => void) {
    this.#searched = searched
    this.#goTo = goTo
  }

  get match(): Match | null {
    return this.matches[this.at] ?? null
  }

  /** Opens the bar with a text; the last one stays where none is given. */
  open(query = this.query ?? this.#last): void {
    this.query = query
  }

  #last = ''

  write(query: string): void {
    this.query = query
    this.#last = query
    this.at = 0
    if (this.match !== null) this.#goTo(this.match)
  }

  /** Goes to the next match or the one before, round the end. */
  step(by: 1 | -1): void {
    if (this.query === null) this.open()
    const count = this.matches.length
    if (count === 0) return
    this.at = (this.at + by + count) % count
    if (this.match !== null) this.#goTo(this.match)
  }

  close(): void {
    this.query = null
  }
}
