// What differs between two models, as far as values go: numbers typed, numbers of constants, or more than that.

import type { LineId, LineItem } from '#model/lineItem.ts'
import { allLines, type Model } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import { emptyRow, type QuarterRow } from '#model/quarterRow.ts'
import type { Scenario, ScenarioId } from '#model/scenario.ts'

/** A cell in which a scenario has typed something else than before. */
export type TypedCell = { readonly scenario: ScenarioId; readonly quarter: Quarter; readonly line: LineId }

export type NumbersDiffer = {
  readonly cells: readonly TypedCell[]
  /** Constants whose number may differ, in any scenario. */
  readonly constants: ReadonlySet<LineId>
}

const fieldsOf = (line: LineItem): readonly unknown[] => [
  ...[line.id, line.key, line.label, line.section, line.kind, line.decimals, line.polarity, line.driver],
  ...[line.unit, line.description, line.tolerance],
]

/** Whether two states of a line compute alike, but for a constant's number. */
const isAlike = (before: LineItem, after: LineItem): boolean => {
  if (before === after) return true
  if (before.kind !== 'constant' && before.formula !== after.formula) return false
  const fields = fieldsOf(after)
  return fieldsOf(before).every(
    (field, at) => field === fields[at] || JSON.stringify(field) === JSON.stringify(fields[at]),
  )
}

/** Whether lines differ otherwise than in the numbers of constants, which it adds. */
const linesDiffer = (before: Model, after: Model, constants: Set<LineId>): boolean => {
  const [lines, next] = [allLines(before), allLines(after)]
  if (lines === next) return false
  if (lines.length !== next.length) return true
  return lines.some((line, at) => {
    const other = next[at]
    if (other === undefined || !isAlike(line, other)) return true
    if (line.formula !== other.formula) constants.add(line.id)
    return false
  })
}

const formulasDiffer = (before: Scenario, after: Scenario, constants: Set<LineId>, isConstant: ReadonlySet<LineId>) => {
  if (before.formulas === after.formulas) return false
  for (const line of new Set([...before.formulas.keys(), ...after.formulas.keys()])) {
    if (before.formulas.get(line) === after.formulas.get(line)) continue
    if (!isConstant.has(line)) return true
    constants.add(line)
  }
  return false
}

const scenariosDiffer = (before: Model, after: Model, constants: Set<LineId>): boolean => {
  if (before.scenarios === after.scenarios) return false
  if (before.scenarios.length !== after.scenarios.length) return true
  const isConstant = new Set(allLines(after).flatMap(({ id, kind }) => (kind === 'constant' ? [id] : [])))
  return before.scenarios.some((scenario, at) => {
    const other = after.scenarios[at]
    return (
      other?.id !== scenario.id ||
      other.parent !== scenario.parent ||
      formulasDiffer(scenario, other, constants, isConstant)
    )
  })
}

/** Gives the lines whose entries differ. Rows made from each other list the same lines in the same order. */
const entriesDiffer = (before: QuarterRow, after: QuarterRow, add: (line: LineId) => void): void => {
  if (before.entries === after.entries) return
  const others = before.entries[Symbol.iterator]()
  let isInStep = before.entries.size === after.entries.size
  after.entries.forEach((entry, line) => {
    const other = isInStep ? others.next().value : undefined
    isInStep &&= other?.[0] === line
    const known = isInStep ? other?.[1] : before.entries.get(line)
    if (!Object.is(known, entry)) add(line)
  })
  if (isInStep) return
  for (const line of before.entries.keys()) if (!after.entries.has(line)) add(line)
}

const cellsThatDiffer = (before: Model, after: Model): readonly TypedCell[] => {
  const cells: TypedCell[] = []
  if (before.rows === after.rows) return cells
  const none: ReadonlyMap<Quarter, QuarterRow> = new Map()
  for (const { id: scenario } of after.scenarios) {
    const [rows, next] = [before.rows.get(scenario) ?? none, after.rows.get(scenario) ?? none]
    if (rows === next) continue
    const compare = (quarter: Quarter): void => {
      entriesDiffer(rows.get(quarter) ?? emptyRow, next.get(quarter) ?? emptyRow, (line) => {
        cells.push({ scenario, quarter, line })
      })
    }
    for (const [quarter, row] of next) if (rows.get(quarter) !== row) compare(quarter)
    for (const quarter of rows.keys()) if (!next.has(quarter)) compare(quarter)
  }
  return cells
}

const isSameCalendar = (before: Model, after: Model): boolean =>
  before.timeline.first === after.timeline.first &&
  before.timeline.last === after.timeline.last &&
  before.lastActual === after.lastActual &&
  before.fiscalCalendar.yearEndMonth === after.fiscalCalendar.yearEndMonth &&
  before.fiscalCalendar.yearNamedBy === after.fiscalCalendar.yearNamedBy

/** The numbers that differ; null where anything else does that values may depend on. */
export const numbersThatDiffer = (before: Model, after: Model): NumbersDiffer | null => {
  const constants = new Set<LineId>()
  const doesMore =
    !isSameCalendar(before, after) || linesDiffer(before, after, constants) || scenariosDiffer(before, after, constants)
  return doesMore ? null : { cells: cellsThatDiffer(before, after), constants }
}
