// What became of a cell, as the journal tells: every edit of its number, its note or its line's formula, in the scenario shown
// and in those it inherits from, newest first, in words that leave out what the cell's name says already.

import { readConstant } from '#formula/constant.ts'
import type { Edit } from '#model/edit.ts'
import { figureWithUnit } from '#model/figure.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import type { LineItem } from '#model/lineItem.ts'
import { ancestry, type Model } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import type { Entry, Note } from '#model/quarterRow.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { quartersOfYear } from '#model/year.ts'
import type { JournalEntry } from '#store/journal.ts'
import { momentText } from '../snapshotText.ts'
import type { Followed } from './precedents.ts'

export type CellEvent = {
  readonly id: string
  /** `25 Nov 2025, 15:40`. */
  readonly when: string
  /** `32,000 → 33,000 RMB m, in Base`. */
  readonly what: string
  /** What else the same step did; null where this is all of it. */
  readonly with: string | null
  /** Such as `undone, in another tab`; empty for an edit of this tab. */
  readonly how: string
}

/** Where a cell's edits are: its line, its quarters, and the scenarios it takes from. */
type Grounds = {
  readonly model: Model
  readonly line: LineItem
  /** A year's are all four of its quarters; a constant has none. */
  readonly quarters: readonly Quarter[]
  readonly scenarios: ReadonlyMap<ScenarioId, string>
}

const groundsOf = (model: Model, { shown, line, column }: Followed): Grounds => {
  return {
    model,
    line,
    quarters:
      column.kind === 'quarter'
        ? [column.quarter]
        : column.kind === 'year'
          ? quartersOfYear(column.year, model.fiscalCalendar)
          : [],
    scenarios: new Map(ancestry(model, shown).map(({ id, name }) => [id, name])),
  }
}

const isSamePlace = (one: Edit, other: Edit): boolean =>
  one.kind === other.kind &&
  'scenario' in one &&
  'scenario' in other &&
  one.scenario === other.scenario &&
  ('quarter' in one && 'quarter' in other ? one.quarter === other.quarter : true) &&
  'line' in one &&
  'line' in other &&
  one.line === other.line

const entryText = ({ unit, decimals }: LineItem, entry: Entry | null): string =>
  entry === null ? 'nothing' : entry === 'release' ? 'released' : figureWithUnit(entry, unit, decimals)

const formulaText = (line: LineItem, formula: string | null): string => {
  if (formula === null) return 'none'
  const constant = line.kind === 'constant' ? readConstant(formula) : null
  if (typeof constant === 'number') return figureWithUnit(constant, line.unit, line.decimals)
  return formula.trim() === '' ? 'no value' : formula
}

const noteText = (before: Note | null, after: Note | null): string => {
  if (after === null) return 'note removed'
  const earlier = after.earlier?.length ?? 0
  const parts = [
    after.text === (before?.text ?? '') && after.source === (before?.source ?? null)
      ? null
      : `note ${before === null || before.text === '' ? 'added' : 'changed'}`,
    after.checked?.at === before?.checked?.at
      ? null
      : after.checked === undefined
        ? 'check mark taken off'
        : `checked by ${after.checked.by}`,
    earlier > (before?.earlier?.length ?? 0)
      ? `restated: ${after.earlier?.at(-1)?.reason === '' ? 'no reason given' : (after.earlier?.at(-1)?.reason ?? '')}`
      : null,
  ].filter((part) => part !== null)
  return parts.length === 0 ? 'note changed' : parts.join(', ')
}

/** What one edit of an entry did to the cell; null where it is of something else. */
const whatOf = ({ model, line, quarters, scenarios }: Grounds, edit: Edit, entry: JournalEntry): string | null => {
  if (edit.kind === 'insert line') return edit.line.id === line.id ? 'the line was made' : null
  if (edit.kind === 'remove line') return edit.line === line.id ? 'the line was taken away' : null
  if (edit.kind !== 'enter' && edit.kind !== 'note' && edit.kind !== 'formula') return null
  if (edit.line !== line.id || !scenarios.has(edit.scenario)) return null
  if (edit.kind !== 'formula' && !quarters.includes(edit.quarter)) return null
  const place = [
    ...(edit.kind !== 'formula' && quarters.length > 1 ? [fiscalName(edit.quarter, model.fiscalCalendar)] : []),
    ...(scenarios.size > 1 ? [`in ${scenarios.get(edit.scenario) ?? ''}`] : []),
  ].join(' ')
  const where = place === '' ? '' : `, ${place}`
  // Only now: an entry may be as long as a pasted sheet.
  const inverse = entry.inverse.findLast((each) => isSamePlace(each, edit)) ?? null
  switch (edit.kind) {
    case 'enter': {
      const before = inverse?.kind === 'enter' ? entryText(line, inverse.entry) : 'nothing'
      return `${before} → ${entryText(line, edit.entry)}${where}`
    }
    case 'note':
      return `${noteText(inverse?.kind === 'note' ? inverse.note : null, edit.note)}${where}`
    case 'formula': {
      const name = line.kind === 'constant' ? '' : 'formula: '
      const before = inverse?.kind === 'formula' ? formulaText(line, inverse.formula) : 'none'
      return `${name}${before} → ${formulaText(line, edit.formula)}${where}`
    }
  }
}

const howOf = ({ act, tab, to }: JournalEntry, here: string): string => {
  const deed = act === 'undo' ? 'undone' : act === 'redo' ? 'done again' : to === undefined ? '' : 'gone back'
  return [deed, tab === here ? '' : 'in another tab'].filter((each) => each !== '').join(', ')
}

/** Newest first, as the entries are. `here` is this tab. */
export const cellEvents = (
  model: Model,
  followed: Followed,
  entries: readonly JournalEntry[],
  here: string,
): readonly CellEvent[] => {
  const grounds = groundsOf(model, followed)
  return entries.flatMap((entry): readonly CellEvent[] => {
    const whats = entry.edits.flatMap((edit) => whatOf(grounds, edit, entry) ?? [])
    const isAll = whats.length === entry.edits.length
    return whats.length === 0
      ? []
      : [
          {
            id: String(entry.seq),
            when: momentText(entry.at),
            what: whats.join('; '),
            with: isAll ? null : entry.label,
            how: howOf(entry, here),
          },
        ]
  })
}
