// The Database holds models in five tables (design, section 6). A row is plain: where the model has a Map by line id, the
// row has a list, for a line's id may be `__proto__`. A schema that has landed is never edited: a change is a new
// `version()` below the old ones, with an upgrade, and tests/store/versions.test.ts opens every one.

import Dexie, { type Table } from 'dexie'
import type { ModelDocument } from '#model/document.ts'
import type { Model, ModelId } from '#model/model.ts'
import type { Problem } from '#model/problem.ts'
import type { Quarter } from '#model/quarter.ts'
import type { Scenario, ScenarioId } from '#model/scenario.ts'
import type { Snapshot } from '#model/snapshot.ts'
import type { View } from '#model/view.ts'
import { attempt, outdated, storageProblem } from './failure.ts'
import type { Cursor, EntryDraft, JournalEntry, Seq } from './journal.ts'

export type ModelRow = Omit<Model, 'scenarios' | 'rows'> & {
  /** In the order shown. */
  readonly scenarios: readonly ScenarioId[]
  readonly view: View
  readonly cursor: Cursor
  /** ISO 8601, like the two below. */
  readonly createdAt: string
  readonly changedAt: string
  /** When the model was last saved to a file; null: never. */
  readonly backedUpAt: string | null
}

export type ScenarioRow = Omit<Scenario, 'formulas'> &
  Pick<ModelDocument['scenarios'][number], 'formulas'> & { readonly modelId: ModelId }

/** What one scenario has typed for one quarter, a cell for each line that holds an entry or a note. */
export type QuarterCells = {
  readonly modelId: ModelId
  readonly scenarioId: ScenarioId
  readonly quarter: Quarter
  readonly cells: ModelDocument['quarters'][number]['cells']
}

/** A version of the whole model, as it is kept. */
export type SnapshotRow = Snapshot & { readonly modelId: ModelId }

export type Database = Dexie & {
  readonly models: Table<ModelRow, ModelId>
  readonly scenarios: Table<ScenarioRow, [ModelId, ScenarioId]>
  readonly quarters: Table<QuarterCells, [ModelId, ScenarioId, Quarter]>
  readonly journal: Table<JournalEntry, Seq, EntryDraft>
  readonly snapshots: Table<SnapshotRow, string>
}

/** The tables whose rows belong to a model, by their index `modelId`. */
export const partTables = ['scenarios', 'quarters', 'journal', 'snapshots'] as const

const schemaVersion = 1

/** Dexie multiplies its versions by ten, so that IndexedDB's have room between them. */
const nativeVersion = schemaVersion * 10

const withSchema = (name: string): Database => {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' })
  database.version(1).stores({
    models: 'id',
    scenarios: '[modelId+id], modelId',
    quarters: '[modelId+scenarioId+quarter], modelId',
    journal: '++seq, modelId',
    snapshots: 'id, modelId',
  })
  return database as Database
}

/** Opens the database. `onProblem` hears what happens to it later: another tab waits for it, or takes it over. */
export const openDatabase = async (
  name: string,
  onProblem: (problem: Problem) => void,
): Promise<Database | Problem> => {
  const database = withSchema(name)
  database.on('versionchange', ({ newVersion }) => {
    // Closed at once, or the newer tab would wait; and for good, or the next call would open it with the old schema.
    database.close({ disableAutoOpen: true })
    onProblem(
      storageProblem(
        newVersion === null
          ? 'All of Paceline’s storage was deleted. Save this model to a file to keep it, then reload this page.'
          : outdated,
      ),
    )
    return false // Dexie's own answer would leave it to open again
  })
  database.on('blocked', () => {
    onProblem(
      storageProblem(
        'Another tab still holds an older Paceline. Close the other tabs; this one then goes on by itself.',
      ),
    )
  })
  const opened = await attempt(() => database.open())
  if (opened !== database) return opened as Problem
  if (database.backendDB().version <= nativeVersion) return database
  database.close()
  return storageProblem('These models were saved by a newer Paceline. Reload this page to update it.')
}
