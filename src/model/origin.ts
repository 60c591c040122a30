// Where a cell's value comes from: the rule "typed beats formula; the nearest scenario wins; the past is Base's".
// Up to the last actual, on a line that is not a driver, the number typed in Base comes first. Otherwise the first found
// from the scenario shown up to Base counts: at each, what is typed there, then its own formula. A release sets aside
// what the scenario's parents typed and leaves formulas alone.

import type { LineId, LineItem } from './lineItem.ts'
import { ancestry, baseOf, isBase, isReported, rowOf, type Model } from './model.ts'
import type { Quarter } from './quarter.ts'
import type { Entry, Note } from './quarterRow.ts'
import type { Scenario, ScenarioId } from './scenario.ts'

export type Origin =
  | { readonly from: 'typed'; readonly value: number; readonly scenario: ScenarioId }
  | {
      readonly from: 'formula'
      readonly formula: string
      readonly scenario: ScenarioId
      readonly releasedBy: ScenarioId | null
    }
  | { readonly from: 'nothing'; readonly releasedBy: ScenarioId | null }

/** A scenario's own formula of a line, Base's being the line's; null where it has none. */
export const ownFormula = (model: Model, scenario: Scenario, line: LineItem): string | null =>
  isBase(model, scenario.id) ? line.formula : (scenario.formulas.get(line.id) ?? null)

/** The formula that holds for a line in a scenario, and whose it is; null where no scenario up to Base has one. */
export const formulaOf = (
  model: Model,
  scenario: ScenarioId,
  line: LineItem,
): { readonly formula: string; readonly scenario: ScenarioId } | null => {
  for (const each of ancestry(model, scenario)) {
    const formula = ownFormula(model, each, line)
    if (formula !== null) return { formula, scenario: each.id }
  }
  return null
}

/** Whether Base's typed number comes before everything a scenario says of the cell. */
export const isBaseActual = (model: Model, line: LineItem, quarter: Quarter): boolean =>
  !line.driver &&
  isReported(model, quarter) &&
  typeof rowOf(model, baseOf(model).id, quarter).entries.get(line.id) === 'number'

export const originOf = (model: Model, scenario: ScenarioId, line: LineItem, quarter: Quarter): Origin => {
  const base = baseOf(model).id
  const actual = rowOf(model, base, quarter).entries.get(line.id)
  if (typeof actual === 'number' && isBaseActual(model, line, quarter))
    return { from: 'typed', value: actual, scenario: base }
  let releasedBy: ScenarioId | null = null
  for (const each of ancestry(model, scenario)) {
    const entry = rowOf(model, each.id, quarter).entries.get(line.id)
    if (entry === 'release') releasedBy ??= each.id
    else if (entry !== undefined && releasedBy === null) return { from: 'typed', value: entry, scenario: each.id }
    const formula = ownFormula(model, each, line)
    if (formula !== null) return { from: 'formula', formula, scenario: each.id, releasedBy }
  }
  return { from: 'nothing', releasedBy }
}

/**
 * Gives the number typed for each line in a quarter as a scenario sees it: what `originOf` says, for all lines at once.
 * Only Base's rows need no more than to be read.
 */
export const forEachTyped = (
  model: Model,
  scenario: ScenarioId,
  quarter: Quarter,
  isDriver: (line: LineId) => boolean,
  give: (line: LineId, value: number) => void,
): void => {
  const base = rowOf(model, baseOf(model).id, quarter).entries
  if (isBase(model, scenario)) {
    base.forEach((entry, line) => {
      if (typeof entry === 'number') give(line, entry)
    })
    return
  }
  /** Lines of which the nearest that counts has spoken. */
  const settled = new Set<LineId>()
  const settle = (line: LineId, entry: Entry | null): void => {
    if (settled.has(line)) return
    settled.add(line)
    if (typeof entry === 'number') give(line, entry)
  }
  if (isReported(model, quarter)) for (const [line, entry] of base) if (!isDriver(line)) settle(line, entry)
  for (const { id, formulas } of ancestry(model, scenario)) {
    for (const [line, entry] of rowOf(model, id, quarter).entries) settle(line, entry)
    for (const line of formulas.keys()) settle(line, null)
  }
}

/**
 * The note that belongs to what a cell shows: that of its number where one is typed; else the nearest from the scenario up
 * to Base that was written without a number, for the cell itself.
 */
export const noteOf = (model: Model, scenario: ScenarioId, line: LineItem, quarter: Quarter): Note | null => {
  const origin = originOf(model, scenario, line, quarter)
  if (origin.from === 'typed') return rowOf(model, origin.scenario, quarter).notes.get(line.id) ?? null
  for (const { id } of ancestry(model, scenario)) {
    const { entries, notes } = rowOf(model, id, quarter)
    const note = notes.get(line.id)
    if (note !== undefined && typeof entries.get(line.id) !== 'number') return note
  }
  return null
}

/** The scenario an edit of a cell lands in: reported numbers are Base's, all others the shown scenario's. */
export const landingOf = (model: Model, shown: ScenarioId, line: LineItem, quarter: Quarter): ScenarioId =>
  !line.driver && isReported(model, quarter) ? baseOf(model).id : shown

/** The nearest ancestor of a scenario that typed a number into a cell, itself left out. */
export const inheritedFrom = (
  model: Model,
  scenario: ScenarioId,
  line: LineItem,
  quarter: Quarter,
): ScenarioId | null => {
  const origin = originOf(model, scenario, line, quarter)
  return origin.from === 'typed' && origin.scenario !== scenario ? origin.scenario : null
}
