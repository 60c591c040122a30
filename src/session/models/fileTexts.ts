// What leaves the machine, as files: the model's numbers as CSV, a screen's table, and the whole model as its backup.

import { csvFileName, modelFileName } from '#exchange/fileName.ts'
import { lastRow, lastTidyRow, tableCsv, tidyCsv, wideCsv, type Table } from '#exchange/csv.ts'
import { toJson } from '#exchange/json.ts'
import type { Results } from '#engine/results.ts'
import type { Model } from '#model/model.ts'
import { scenarioOf } from '#model/model.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { View } from '#model/view.ts'
import type { YearsBy } from '#model/year.ts'
import type { SnapshotRow } from '#store/store.ts'
import { checksText, type ChecksText } from '../checksText.ts'
import type { FileText } from './surroundings.ts'

export type CsvLayout = 'wide' | 'tidy'
export type CsvExtent = 'shown' | 'all'

/** The years of a wide file are those that the sheet shows. */
type CsvWish = { readonly layout: CsvLayout; readonly extent: CsvExtent; readonly by: YearsBy }

const csvType = 'text/csv;charset=utf-8'

/** Below the lines of a sheet. */
const wideChecks = ({ sentence }: ChecksText): readonly string[] => ['Checks', sentence]

/** In the columns of the tidy rows: no scenario and no quarter, and how many fail. */
const tidyChecks = ({ fails, sentence }: ChecksText): string =>
  lastTidyRow({ line_key: 'checks', label: sentence, status: fails === 0 ? 'hold' : 'fail', value: fails })

export const csvFile = (results: Results, shown: ScenarioId, { layout, extent, by }: CsvWish, at: string): FileText => {
  const { model } = results
  const scenarios = extent === 'all' ? model.scenarios.map(({ id }) => id) : [shown]
  const checks = checksText(results)
  const text = layout === 'wide' ? wideCsv(results, scenarios, by) : tidyCsv(results, scenarios)
  const last = checks === null ? '' : layout === 'wide' ? lastRow(wideChecks(checks)) : tidyChecks(checks)
  const what = extent === 'all' ? 'all scenarios' : scenarioOf(model, shown).name
  return { name: csvFileName(model.name, `${what} ${layout}`, at), type: csvType, text: text + last }
}

/** A table of a screen; `what` says what is in it. Where a check fails, a last row says so. */
export const tableFile = (results: Results, what: string, table: Table, at: string): FileText => {
  const checks = checksText(results)
  return {
    name: csvFileName(results.model.name, what, at),
    type: csvType,
    text: tableCsv(table) + (checks === null || checks.fails === 0 ? '' : lastRow(wideChecks(checks))),
  }
}

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
