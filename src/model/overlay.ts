// An Overlay is what a scenario says over its parent: its own formulas, and by quarter what it has typed, released and noted.
// Overlays stack: two of them say together what a scenario with the upper one over a parent with the lower one sees.

import { isSame } from '#base/same.ts'
import type { Edit } from './edit.ts'
import type { LineId } from './lineItem.ts'
import { allLines, rowOf, scenarioOf, type Model } from './model.ts'
import type { Quarter } from './quarter.ts'
import { emptyRow, type Entry, type Note, type QuarterRow } from './quarterRow.ts'
import type { Scenario, ScenarioId } from './scenario.ts'

export type Overlay = Pick<Scenario, 'formulas'> & { readonly rows: ReadonlyMap<Quarter, QuarterRow> }

export const nothingSaid: Overlay = { formulas: new Map(), rows: new Map() }

/** What a scenario other than Base says of its own. */
export const overlayOf = (model: Model, scenario: ScenarioId): Overlay => ({
  formulas: scenarioOf(model, scenario).formulas,
  rows: model.rows.get(scenario) ?? new Map<Quarter, QuarterRow>(),
})

/** The row of both: an upper formula sets aside what the lower one typed on its line; a number brings its own note. */
const stackedRow = (upper: QuarterRow, lower: QuarterRow, formulas: Overlay['formulas']): QuarterRow => {
  const entries = new Map<LineId, Entry>(upper.entries)
  const notes = new Map<LineId, Note>(upper.notes)
  for (const [line, entry] of lower.entries) {
    if (entries.has(line) || formulas.has(line)) continue
    entries.set(line, entry)
    const note = lower.notes.get(line)
    if (typeof entry === 'number' && note === undefined) notes.delete(line)
    else if (typeof entry === 'number' && note !== undefined) notes.set(line, note)
  }
  for (const [line, note] of lower.notes)
    if (!lower.entries.has(line) && !notes.has(line) && typeof upper.entries.get(line) !== 'number')
      notes.set(line, note)
  return { entries, notes }
}

export const stacked = (upper: Overlay, lower: Overlay): Overlay => {
  const rows = new Map<Quarter, QuarterRow>()
  for (const quarter of new Set([...lower.rows.keys(), ...upper.rows.keys()])) {
    const row = stackedRow(upper.rows.get(quarter) ?? emptyRow, lower.rows.get(quarter) ?? emptyRow, upper.formulas)
    if (row.entries.size > 0 || row.notes.size > 0) rows.set(quarter, row)
  }
  return { formulas: new Map([...lower.formulas, ...upper.formulas]), rows }
}

const differing = <Key, Value>(
  before: ReadonlyMap<Key, Value>,
  after: ReadonlyMap<Key, Value>,
): readonly (readonly [Key, Value | null])[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => !Object.is(before.get(key), after.get(key)))
    .map((key) => [key, after.get(key) ?? null] as const)

const isSameNote = (one: Note | undefined, other: Note | null): boolean =>
  one !== undefined && other !== null && isSame(one, other)

/** The edits by which a scenario comes to say `after` instead of what it says now. */
export const overlayEdits = (model: Model, scenario: ScenarioId, after: Overlay): readonly Edit[] => {
  const before = overlayOf(model, scenario)
  const edits: Edit[] = differing(before.formulas, after.formulas).map(([line, formula]): Edit => ({
    kind: 'formula',
    scenario,
    line,
    formula,
  }))
  for (const quarter of new Set([...before.rows.keys(), ...after.rows.keys()])) {
    const now = rowOf(model, scenario, quarter)
    const then = after.rows.get(quarter) ?? emptyRow
    for (const [line, entry] of differing(now.entries, then.entries))
      edits.push({ kind: 'enter', scenario, quarter, line, entry })
    for (const [line, note] of differing(now.notes, then.notes))
      if (!isSameNote(now.notes.get(line), note)) edits.push({ kind: 'note', scenario, quarter, line, note })
  }
  return edits
}

/** An overlay without what it says of some cells: all of a line, or of a line in some quarters. */
export const withoutCells = (
  overlay: Overlay,
  isGone: (line: LineId, quarter: Quarter | 'all quarters') => boolean,
): Overlay => {
  const rows = new Map<Quarter, QuarterRow>()
  for (const [quarter, { entries, notes }] of overlay.rows) {
    const row = {
      entries: new Map([...entries].filter(([line]) => !isGone(line, quarter))),
      notes: new Map([...notes].filter(([line]) => !isGone(line, quarter))),
    }
    if (row.entries.size > 0 || row.notes.size > 0) rows.set(quarter, row)
  }
  return { formulas: new Map([...overlay.formulas].filter(([line]) => !isGone(line, 'all quarters'))), rows }
}

/** How much an overlay says, for words about it; a constant's own formula is a number. */
export type Extent = { readonly numbers: number; readonly releases: number; readonly formulas: number }

export const extentOf = (model: Model, { formulas, rows }: Overlay): Extent => {
  const entries = [...rows.values()].flatMap((row) => [...row.entries.values()])
  const releases = entries.filter((entry) => entry === 'release').length
  const constants = allLines(model).filter(({ id, kind }) => kind === 'constant' && formulas.has(id)).length
  return { numbers: entries.length - releases + constants, releases, formulas: formulas.size - constants }
}
