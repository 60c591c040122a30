// Recording: what of the model the track record shows, from the snapshots that rolls have left, and the versions they hold.

import { reportingOf, type Reporting } from '#analysis/reported.ts'
import {
  countingVersions,
  lineRecord,
  recordedLines,
  recordedQuarters,
  type Forecast,
  type LineRecord,
  type Version,
} from '#analysis/trackRecord.ts'
import type { Results } from '#engine/results.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines, scenarioOf, type Model } from '#model/model.ts'
import { isProblem } from '#model/problem.ts'
import type { Quarter } from '#model/quarter.ts'
import type { Scenario } from '#model/scenario.ts'
import { hasActuals } from '#model/status.ts'
import type { RecordView } from '#model/view.ts'
import type { SnapshotSummary } from '#store/store.ts'
import type { OpenModel } from './openModel.svelte.ts'
import type { Versions } from './versions.ts'

/** The versions that count, calculated, and the names of those that cannot be read. */
export type Frozen = { readonly versions: readonly Version[]; readonly unread: readonly string[] }

/** The snapshots that a record is made of. */
export const countingSnapshots = (
  list: readonly SnapshotSummary[],
  { lastActual }: Model,
): readonly SnapshotSummary[] => countingVersions(list, lastActual)

export const frozenIn = async (counting: readonly SnapshotSummary[], resultsOf: Versions): Promise<Frozen> => {
  const versions: Version[] = []
  const unread: string[] = []
  // One after the other: between two of them the screen can draw.
  for (const { id, name, at } of counting) {
    const results = await resultsOf(id)
    if (isProblem(results)) unread.push(name)
    else versions.push({ id, madeAt: at, results })
  }
  return { versions, unread }
}

export type Recording = {
  readonly reporting: Reporting
  readonly versions: readonly Version[]
  /** Those that can have a record, as listed. */
  readonly lines: readonly LineItem[]
  /** The line shown; null where no line can have a record. */
  readonly line: LineItem | null
  /** The line asked for, where it is none of them and another is shown instead. */
  readonly without: LineItem | null
  readonly scenarios: readonly Scenario[]
  readonly shown: Scenario
  /** From the first that was forecast to the last actual. */
  readonly quarters: readonly Quarter[]
  /** Made once for each line and scenario. */
  readonly recordOf: (line: LineItem, scenario: Scenario) => LineRecord
}

/** The line named, else the first that is typed, else the first. */
const lineNamed = (model: Model, lines: readonly LineItem[], { line }: RecordView): LineItem | null =>
  lines.find(({ id }) => id === line) ?? lines.find((each) => hasActuals(model, each)) ?? lines[0] ?? null

export const recordingOf = (
  results: Results,
  versions: readonly Version[],
  { record, scenario }: { readonly record: RecordView; readonly scenario: string },
): Recording => {
  const { model } = results
  const reporting = reportingOf(results)
  const lines = recordedLines(reporting, versions)
  const isNamed = ({ id }: LineItem): boolean => id === record.line
  const made = new Map<string, LineRecord>()
  return {
    reporting,
    versions,
    lines,
    line: lineNamed(model, lines, record),
    without: lines.some(isNamed) ? null : (allLines(model).find(isNamed) ?? null),
    scenarios: model.scenarios,
    shown: scenarioOf(model, scenario),
    quarters: recordedQuarters(model, versions),
    recordOf: (line, { id }) => {
      const mark = JSON.stringify([line.id, id])
      const found = made.get(mark) ?? lineRecord(reporting, versions, line, id)
      made.set(mark, found)
      return found
    },
  }
}

/** Asks why a line came out otherwise than a scenario had it in a frozen version. */
export const askWhy = (
  open: Pick<OpenModel, 'look' | 'returnToSheet'>,
  { line, scenario }: LineRecord,
  time: Quarter,
  { version }: Forecast,
): void => {
  open.look({
    screen: 'why',
    why: { line: line.id, time, from: { scenario, snapshot: version.id }, to: { scenario, snapshot: null } },
  })
  open.returnToSheet()
}

/** Lines by section, in the model's order. */
export const bySection = (
  lines: readonly LineItem[],
): readonly { readonly section: string; readonly lines: readonly LineItem[] }[] =>
  [...new Set(lines.map(({ section }) => section))].map((section) => ({
    section,
    lines: lines.filter((line) => line.section === section),
  }))
