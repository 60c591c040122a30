// The models in the database: listing, adding, removing and bringing back whole ones, and what is kept with a model without
// being an edit of it.

import type { Table } from 'dexie'
import type { Model, ModelId } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { isQuarter } from '#model/quarter.ts'
import type { Snapshot } from '#model/snapshot.ts'
import { lengthOf, type Timeline } from '#model/timeline.ts'
import type { View } from '#model/view.ts'
import { draftsOf, mergedViewDrafts, withDrafts, type ViewDrafts } from '#model/viewDrafts.ts'
import { writeRows } from './commit.ts'
import {
  partTables,
  type Database,
  type ModelRow,
  type QuarterCells,
  type ScenarioRow,
  type SnapshotRow,
} from './database.ts'
import { storageProblem } from './failure.ts'
import { emptyCursor, toJson, type Cursor, type JournalEntry } from './journal.ts'
import { allRows, headOf, type Unread } from './modelRows.ts'
import { goneProblem, type Opened } from './opened.ts'

export type ModelSummary = Pick<ModelRow, 'id' | 'name' | 'changedAt' | 'backedUpAt'> & {
  /** Lines and quarters; null where the row is damaged. */
  readonly size: { readonly lines: number; readonly quarters: number } | null
  /** How many edits its journal keeps. */
  readonly edits: number
}

const sizeOf = ({ lines, timeline }: Unread<ModelRow>): ModelSummary['size'] => {
  const { first, last } = (timeline ?? {}) as Unread<Timeline>
  const isWhole = [first, last].every((end) => typeof end === 'string' && isQuarter(end))
  if (!isWhole || !Array.isArray(lines)) return null
  return { lines: lines.length, quarters: lengthOf({ first, last } as Timeline) }
}

/** Every row of a model, as stored. */
export type RawModel = {
  readonly model: ModelRow
  readonly scenarios: readonly ScenarioRow[]
  readonly quarters: readonly QuarterCells[]
  readonly journal: readonly JournalEntry[]
  readonly snapshots: readonly SnapshotRow[]
}

/** What each model is called and when it changed, newest change first; of damaged ones too. */
export const listModels = async (database: Database): Promise<readonly ModelSummary[]> => {
  const rows = await database.models.toArray()
  return rows
    .map((row: Unread<ModelRow>) => ({
      ...row,
      count: (row.cursor as Partial<Cursor> | undefined)?.count,
      of: sizeOf(row),
    }))
    .map(({ id, name, changedAt, backedUpAt, count, of }) => ({
      id: String(id),
      name: typeof name === 'string' ? name : 'Unnamed model',
      changedAt: typeof changedAt === 'string' ? changedAt : '',
      backedUpAt: typeof backedUpAt === 'string' ? backedUpAt : null,
      size: of,
      edits: typeof count === 'number' ? count : 0,
    }))
    .sort((left, right) => (left.changedAt > right.changedAt ? -1 : 1))
}

export type NewModel = {
  readonly model: Model
  readonly view: View
  /** This moment, ISO 8601. */
  readonly at: string
  readonly came: readonly Snapshot[]
}

const existsProblem = (): Problem =>
  storageProblem('This model is in the browser’s storage already; it was left as it is.')

/** Stores a new model, with the snapshots that came along. */
export const addModel = (database: Database, { model, view, at, came }: NewModel): PromiseLike<Opened | Problem> => {
  const { models, scenarios, quarters, snapshots } = database
  return database.transaction('rw', models, scenarios, quarters, snapshots, async () => {
    if ((await models.get(model.id)) !== undefined) return existsProblem()
    const row = { ...headOf(model), view, cursor: emptyCursor, createdAt: at, changedAt: at, backedUpAt: null }
    await writeRows(database, row, allRows(model))
    await snapshots.bulkAdd(came.map((snapshot) => ({ ...snapshot, modelId: model.id })))
    return { model, cursor: emptyCursor }
  })
}

const allTables = (database: Database): Table[] => [database.models, ...partTables.map((name) => database[name])]

/** Every row of a model; inside a transaction over all tables. */
const readRaw = async (database: Database, id: ModelId): Promise<RawModel | Problem> => {
  const model = await database.models.get(id)
  if (model === undefined) return goneProblem()
  return {
    model,
    scenarios: await database.scenarios.where('modelId').equals(id).toArray(),
    quarters: await database.quarters.where('modelId').equals(id).toArray(),
    journal: await database.journal.where('modelId').equals(id).sortBy('seq'),
    snapshots: await database.snapshots.where('modelId').equals(id).toArray(),
  }
}

/** The rows of a model as JSON, damaged or not: what can be saved when it cannot be opened. */
export const rawData = async (database: Database, id: ModelId): Promise<string | Problem> => {
  const raw = await database.transaction('r', allTables(database), () => readRaw(database, id))
  return isProblem(raw) ? raw : toJson({ format: 'paceline raw rows', ...raw }, 2)
}

/** Deletes a model with all it has, and gives what restores it while the caller keeps it. */
export const removeModel = (database: Database, id: ModelId): PromiseLike<RawModel | Problem> =>
  database.transaction('rw', allTables(database), async () => {
    const raw = await readRaw(database, id)
    if (isProblem(raw)) return raw
    await database.models.delete(id)
    for (const name of partTables) await database[name].where('modelId').equals(id).delete()
    return raw
  })

/** Puts a removed model back as it was, journal included: the database never gives an entry's number twice. */
export const restoreModel = (database: Database, raw: RawModel): PromiseLike<Problem | null> =>
  database.transaction('rw', allTables(database), async () => {
    if ((await database.models.get(raw.model.id)) !== undefined) return existsProblem()
    await database.models.add(raw.model)
    await database.scenarios.bulkAdd(raw.scenarios)
    await database.quarters.bulkAdd(raw.quarters)
    await database.journal.bulkAdd(raw.journal)
    await database.snapshots.bulkAdd(raw.snapshots)
    return null
  })

const draftsIn = (row: Unread<ModelRow>): ViewDrafts => draftsOf(row.view as Partial<View> | undefined)

/**
 * Keeps how a model is looked at. Its drafts are merged with what another tab changed of them since this one saw `seen`;
 * gives them as they are kept now.
 */
export const keepView = (
  database: Database,
  id: ModelId,
  view: View,
  seen: ViewDrafts,
): PromiseLike<ViewDrafts | Problem> =>
  database.transaction('rw', database.models, async () => {
    const row = await database.models.get(id)
    if (row === undefined) return goneProblem()
    const drafts = mergedViewDrafts(seen, draftsOf(view), draftsIn(row))
    await database.models.update(id, { view: withDrafts(view, drafts) })
    return drafts
  })

export const readDrafts = async (database: Database, id: ModelId): Promise<ViewDrafts | Problem> => {
  const row = await database.models.get(id)
  return row === undefined ? goneProblem() : draftsIn(row)
}

/** Keeps when a model was backed up. */
export const keepBackedUp = async (database: Database, id: ModelId, backedUpAt: string): Promise<Problem | null> =>
  (await database.models.update(id, { backedUpAt })) === 0 ? goneProblem() : null
