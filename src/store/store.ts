// The Store is the one door to what the browser keeps. Every call ends in its answer or a Problem; a Problem of kind
// 'storage' means that nothing was written and the model in memory is all there is.

import type { Model, ModelId } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import type { Snapshot } from '#model/snapshot.ts'
import type { View } from '#model/view.ts'
import type { ViewDrafts } from '#model/viewDrafts.ts'
import { commit } from './commit.ts'
import { openDatabase, type SnapshotRow } from './database.ts'
import { attempt } from './failure.ts'
import { journalLimits, type JournalLimits } from './fold.ts'
import type { Change, JournalEntry, Seq } from './journal.ts'
import { readEntry, readPage, type JournalPage, type PageAsked } from './journalPage.ts'
import {
  addModel,
  keepBackedUp,
  keepView,
  readDrafts,
  listModels,
  rawData,
  removeModel,
  restoreModel,
  type ModelSummary,
  type RawModel,
} from './models.ts'
import {
  addSnapshot,
  keptSnapshots,
  listSnapshots,
  readSnapshot,
  removeSnapshot,
  renameSnapshot,
  type SnapshotSummary,
} from './snapshots.ts'
import { catchUp, openModel, type Committed, type Opened, type OpenedModel } from './opened.ts'
import { readPoint } from './point.ts'
import { askToPersist, storageState, type BrowserStorage, type StorageState } from './quota.ts'
import { watch, watchDrafts, watchModels } from './watch.ts'

export type { Change, Committed, ModelSummary, RawModel, Opened, OpenedModel, StorageState }
export type { SnapshotRow, SnapshotSummary }
export type { JournalEntry, Seq }
export type { Cursor } from './journal.ts'

export type Store = {
  readonly listModels: () => Promise<readonly ModelSummary[] | Problem>
  readonly openModel: (id: ModelId) => Promise<OpenedModel | Problem>
  /** `came` are snapshots that came along with the model. */
  readonly addModel: (model: Model, view: View, at: string, came?: readonly Snapshot[]) => Promise<Opened | Problem>
  readonly removeModel: (id: ModelId) => Promise<RawModel | Problem>
  readonly restoreModel: (removed: RawModel) => Promise<Problem | null>
  readonly rawData: (id: ModelId) => Promise<string | Problem>
  /** Drafts take along what another tab changed since `seen`; gives them as they are kept. */
  readonly saveView: (id: ModelId, view: View, seen: ViewDrafts) => Promise<ViewDrafts | Problem>
  readonly readDrafts: (id: ModelId) => Promise<ViewDrafts | Problem>
  readonly watchDrafts: (id: ModelId, seen: ViewDrafts, onChange: () => void) => () => void
  readonly markBackedUp: (id: ModelId, at: string) => Promise<Problem | null>
  /** May be called before an earlier one has answered: what `opened` lacks is applied first. */
  readonly commit: (opened: Opened, change: Change) => Promise<Committed | Problem>
  readonly catchUp: (opened: Opened) => Promise<Committed | Problem>
  /** What was done to a model, newest first, a page at a time: the cell's story and the history are read from it. */
  readonly readJournal: (id: ModelId, asked: PageAsked) => Promise<JournalPage | Problem>
  /** An entry of a model's journal; null where it is folded away. */
  readonly readEntry: (id: ModelId, seq: Seq) => Promise<JournalEntry | null | Problem>
  /** The model as it was just after an entry, or before all entries kept (`cursor.folded`). */
  readonly readPoint: (opened: Opened, after: Seq) => Promise<Model | Problem>
  readonly watch: (id: ModelId, onHead: (head: Seq | null) => void) => () => void
  readonly watchModels: (onModels: (models: readonly ModelSummary[]) => void) => () => void
  /** Newest first. */
  readonly listSnapshots: (id: ModelId) => Promise<readonly SnapshotSummary[] | Problem>
  /** As they are kept, oldest first, damaged ones too. */
  readonly keptSnapshots: (id: ModelId) => Promise<readonly SnapshotRow[] | Problem>
  readonly addSnapshot: (snapshot: SnapshotRow) => Promise<Problem | null>
  readonly renameSnapshot: (id: string, name: string) => Promise<Problem | null>
  /** Gives what brings it back when it is added. */
  readonly removeSnapshot: (id: string) => Promise<SnapshotRow | Problem>
  readonly readSnapshot: (id: string) => Promise<Model | Problem>
  readonly storageState: () => Promise<StorageState>
  readonly askToPersist: () => Promise<StorageState>
  readonly close: () => void
}

/** None in an insecure page, nor outside a browser. */
const browserStorage = (): BrowserStorage | undefined =>
  typeof navigator === 'undefined' ? undefined : navigator.storage

/** Opens the store of a name. `onProblem` hears what befalls it later: another tab that waits for it or updates it. */
export const openStore = async (
  name: string,
  onProblem: (problem: Problem) => void,
  limits: JournalLimits = journalLimits,
): Promise<Store | Problem> => {
  const database = await openDatabase(name, onProblem)
  if (isProblem(database)) return database
  return {
    listModels: () => attempt(() => listModels(database)),
    openModel: (id) => attempt(() => openModel(database, id)),
    addModel: (model, view, at, came = []) => attempt(() => addModel(database, { model, view, at, came })),
    removeModel: (id) => attempt(() => removeModel(database, id)),
    restoreModel: (removed) => attempt(() => restoreModel(database, removed)),
    rawData: (id) => attempt(() => rawData(database, id)),
    saveView: (id, view, seen) => attempt(() => keepView(database, id, view, seen)),
    readDrafts: (id) => attempt(() => readDrafts(database, id)),
    watchDrafts: (id, seen, onChange) => watchDrafts(database, id, seen, onChange, onProblem),
    markBackedUp: (id, at) => attempt(() => keepBackedUp(database, id, at)),
    commit: (opened, change) => attempt(() => commit(database, limits, opened, change)),
    catchUp: (opened) => attempt(() => catchUp(database, opened)),
    readJournal: (id, asked) => attempt(() => readPage(database, id, asked)),
    readEntry: (id, seq) => attempt(() => readEntry(database, id, seq)),
    readPoint: (opened, after) => attempt(() => readPoint(database, opened, after)),
    watch: (id, onHead) => watch(database, id, onHead, onProblem),
    watchModels: (onModels) => watchModels(database, onModels, onProblem),
    listSnapshots: (id) => attempt(() => listSnapshots(database, id)),
    keptSnapshots: (id) => attempt(() => keptSnapshots(database, id)),
    addSnapshot: (snapshot) => attempt(() => addSnapshot(database, snapshot)),
    renameSnapshot: (id, name) => attempt(() => renameSnapshot(database, id, name)),
    removeSnapshot: (id) => attempt(() => removeSnapshot(database, id)),
    readSnapshot: (id) => attempt(() => readSnapshot(database, id)),
    storageState: () => storageState(browserStorage()),
    askToPersist: () => askToPersist(browserStorage()),
    close: () => database.close(),
  }
}
