// What leaves the machine, as files: the model's numbers as CSV, a screen's table, and the whole model as its backup.

import { csvFileName, modelFileName } from '#exchange/fileName.ts'
import { tableCsv, tidyCsv, wideCsv, type Table } from '#exchange/csv.ts'
import { toJson } from '#exchange/json.ts'
import type { Results } from '#engine/results.ts'
import type { Model } from '#model/model.ts'
import { scenarioOf } from '#model/model.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { View } from '#model/view.ts'
import type { SnapshotRow } from '#store/store.ts'
import type { FileText } from './surroundings.ts'

export type CsvLayout = 'wide' | 'tidy'
export type CsvExtent = 'shown' | 'all'

const csvType = 'text/csv;charset=utf-8'

export const csvFile = (
  results: Results,
  shown: ScenarioId,
  { layout, extent }: { readonly layout: CsvLayout; readonly extent: CsvExtent },
  at: string,
): FileText => {
  const { model } = results
  const scenarios = extent === 'all' ? model.scenarios.map(({ id }) => id) : [shown]
  const text = layout === 'wide' ? wideCsv(results, scenarios) : tidyCsv(results, scenarios)
  const what = extent === 'all' ? 'all scenarios' : scenarioOf(model, shown).name
  return { name: csvFileName(model.name, `${what} ${layout}`, at), type: csvType, text }
}

/** A table of a screen; `what` says what is in it. */
export const tableFile = (model: Model, what: string, table: Table, at: string): FileText => ({
  name: csvFileName(model.name, what, at),
  type: csvType,
  text: tableCsv(table),
})

/** The whole model, with its charts and snapshots. */
export const backupFile = (model: Model, view: View, kept: readonly SnapshotRow[], at: string): FileText => ({
  name: modelFileName(model.name, at),
  type: 'application/json',
  text: toJson(
    model,
    at,
    kept.map(({ modelId: _, ...snapshot }) => snapshot),
    view.charts.charts,
  ),
})
