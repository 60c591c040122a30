// Model rows are a model as the database holds it: one row for the model, one for each scenario, one for each quarter in
// which a scenario has typed something. They are read back as a document, whose schema trusts nothing, so that a row
// that was damaged gives a Problem and never a damaged model.

import { documentCell, documentVersion, readDocument } from '#model/document.ts'
import type { Model, ModelId } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import type { Quarter } from '#model/quarter.ts'
import type { QuarterRow } from '#model/quarterRow.ts'
import type { Scenario, ScenarioId } from '#model/scenario.ts'
import type { ModelRow, QuarterCells, ScenarioRow } from './database.ts'
import { storageProblem } from './failure.ts'

/** The part of the model's row that is the model itself. */
export const headOf = ({
  scenarios,
  rows: _,
  ...head
}: Model): Omit<ModelRow, 'view' | 'cursor' | 'createdAt' | 'changedAt' | 'backedUpAt'> => ({
  ...head,
  scenarios: scenarios.map(({ id }) => id),
})

const scenarioRow = (model: Model, scenario: Scenario): ScenarioRow => ({
  ...scenario,
  modelId: model.id,
  formulas: [...scenario.formulas].map(([line, formula]) => ({ line, formula })),
})

const cellsOf = (row: QuarterRow): QuarterCells['cells'] =>
  [...new Set([...row.entries.keys(), ...row.notes.keys()])].flatMap((line) => documentCell(line, row) ?? [])

const quarterRowsOf = (model: Model): readonly QuarterCells[] =>
  [...model.rows].flatMap(([scenarioId, quarters]) =>
    [...quarters].map(([quarter, row]) => ({ modelId: model.id, scenarioId, quarter, cells: cellsOf(row) })),
  )

/** Rows to put, and keys of rows to delete. */
export type RowChanges = {
  readonly scenarios: readonly ScenarioRow[]
  readonly quarters: readonly QuarterCells[]
  readonly goneScenarios: readonly [ModelId, ScenarioId][]
  readonly goneQuarters: readonly [ModelId, ScenarioId, Quarter][]
}

/** Every row of a model that is not yet stored. */
export const allRows = (model: Model): RowChanges => ({
  scenarios: model.scenarios.map((scenario) => scenarioRow(model, scenario)),
  quarters: quarterRowsOf(model),
  goneScenarios: [],
  goneQuarters: [],
})

/** The rows that differ between two states of one model: the same object is the same content. */
export const changedRows = (before: Model, after: Model): RowChanges => {
  const quarters: QuarterCells[] = []
  const goneQuarters: [ModelId, ScenarioId, Quarter][] = []
  for (const scenarioId of new Set([...before.rows.keys(), ...after.rows.keys()])) {
    const was = before.rows.get(scenarioId)
    const is = after.rows.get(scenarioId)
    if (was === is) continue
    for (const [quarter, row] of is ?? [])
      if (row !== was?.get(quarter)) quarters.push({ modelId: after.id, scenarioId, quarter, cells: cellsOf(row) })
    for (const quarter of was?.keys() ?? [])
      if (is?.has(quarter) !== true) goneQuarters.push([after.id, scenarioId, quarter])
  }
  return {
    scenarios: after.scenarios
      .filter((each) => !before.scenarios.includes(each))
      .map((each) => scenarioRow(after, each)),
    quarters,
    goneScenarios: before.scenarios
      .filter(({ id }) => !after.scenarios.some((each) => each.id === id))
      .map(({ id }) => [after.id, id]),
    goneQuarters,
  }
}

/** A row as it comes from the database: nothing about it is certain. */
export type Unread<Row> = { readonly [Name in keyof Row]?: unknown }

const scenariosInOrder = (order: unknown, rows: readonly Unread<ScenarioRow>[]): unknown =>
  Array.isArray(order) ? order.map((id: unknown) => rows.find((row) => row.id === id)) : order

/** The model that rows hold, or what is wrong with them. */
export const readRows = (
  row: Unread<ModelRow>,
  scenarioRows: readonly Unread<ScenarioRow>[],
  quarterRows: readonly Unread<QuarterCells>[],
): Model | Problem => {
  const { scenarios: order, ...head } = row
  const document = {
    ...head,
    format: 'paceline model',
    version: documentVersion,
    savedAt: row.changedAt,
    scenarios: scenariosInOrder(order, scenarioRows),
    quarters: quarterRows.map(({ scenarioId, quarter, cells }) => ({ scenario: scenarioId, quarter, cells })),
  }
  const read = readDocument(document, String(row.id))
  const fault = isProblem(read)
    ? read.sentence
    : read.scenarios.length < scenarioRows.length
      ? 'The model cannot be read: it holds a scenario that it does not list.'
      : null
  return fault === null ? read : storageProblem(`${fault} Nothing was changed; save its raw data to a file.`)
}
