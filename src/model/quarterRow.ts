// A QuarterRow is what one scenario has typed for one quarter: entries and notes by line id. An entry is a number, or a
// release ("here the formula"), which sets aside what the scenario's parents typed.

import type { LineId } from './lineItem.ts'
import type { Quarter } from './quarter.ts'
import type { ScenarioId } from './scenario.ts'

export type Entry = number | 'release'

/** That a number was held against its source. It speaks of `value` alone: another number in the cell is unchecked. */
export type Checked = { readonly value: number; readonly by: string; readonly at: string }

/** A number that stood in a cell until it was restated, when (ISO 8601) and why. */
export type EarlierValue = { readonly value: number; readonly until: string; readonly reason: string }

/** What is known about the number of a cell. Without text and source it bears a check or earlier values alone. */
export type Note = {
  readonly text: string
  /** Where the number was read: an address, or null. */
  readonly source: string | null
  readonly checked?: Checked
  /** Oldest first. */
  readonly earlier?: readonly EarlierValue[]
}

export type QuarterRow = {
  readonly entries: ReadonlyMap<LineId, Entry>
  readonly notes: ReadonlyMap<LineId, Note>
}

export type QuarterRows = ReadonlyMap<ScenarioId, ReadonlyMap<Quarter, QuarterRow>>

export const emptyRow: QuarterRow = { entries: new Map(), notes: new Map() }

/** A copy of a map in which one key has a value, or none when the value is null. */
export const withKey = <Key, Value>(
  map: ReadonlyMap<Key, Value>,
  key: Key,
  value: Value | null,
): ReadonlyMap<Key, Value> => {
  const copy = new Map(map)
  if (value === null) copy.delete(key)
  else copy.set(key, value)
  return copy
}

/** The rows with one row replaced; a row that holds nothing is left out, so that equal contents are equal rows. */
export const withRow = (rows: QuarterRows, scenario: ScenarioId, quarter: Quarter, row: QuarterRow): QuarterRows => {
  const holdsNothing = row.entries.size === 0 && row.notes.size === 0
  const ofScenario = withKey(rows.get(scenario) ?? new Map<Quarter, QuarterRow>(), quarter, holdsNothing ? null : row)
  return withKey(rows, scenario, ofScenario.size === 0 ? null : ofScenario)
}
