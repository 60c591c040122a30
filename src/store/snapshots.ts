// Snapshots are named versions of a whole model, kept beside it. They are no part of it: undo leaves them alone, and deleting
// the model deletes them.

import { readDocument } from '#model/document.ts'
import type { Model, ModelId } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { isQuarter, type Quarter } from '#model/quarter.ts'
import { snapshotKinds, type Snapshot, type SnapshotKind } from '#model/snapshot.ts'
import type { Database, SnapshotRow } from './database.ts'
import { storageProblem } from './failure.ts'
import type { Unread } from './modelRows.ts'
import { goneProblem } from './opened.ts'

export type SnapshotSummary = Omit<Snapshot, 'document'> & {
  /** The last actual of the version; null where it had none. */
  readonly lastActual: Quarter | null
}

const kinds: readonly string[] = snapshotKinds

const isKind = (value: unknown): value is SnapshotKind => typeof value === 'string' && kinds.includes(value)

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const lastActualOf = (document: unknown): Quarter | null => {
  const quarter =
    typeof document === 'object' && document !== null && 'lastActual' in document ? document.lastActual : null
  return typeof quarter === 'string' && isQuarter(quarter) ? quarter : null
}

/** The snapshots of a model, newest first. One of an older Paceline does not say of what kind it is. */
export const listSnapshots = async (database: Database, modelId: ModelId): Promise<readonly SnapshotSummary[]> => {
  const rows: readonly Unread<SnapshotRow>[] = await database.snapshots.where('modelId').equals(modelId).toArray()
  return rows
    .map(({ id, name, at, kind, document }) => ({
      id: String(id),
      name: textOf(name),
      at: textOf(at),
      kind: isKind(kind) ? kind : ('folded' as const),
      lastActual: lastActualOf(document),
    }))
    .sort((left, right) => (left.at > right.at ? -1 : left.at < right.at ? 1 : 0))
}

const goneSnapshot = (): Problem => storageProblem('This snapshot is no longer kept: it was deleted in another tab.')

/** Every snapshot of a model as it is kept, oldest first; of damaged ones too. */
export const keptSnapshots = async (database: Database, modelId: ModelId): Promise<readonly SnapshotRow[]> => {
  const rows = await database.snapshots.where('modelId').equals(modelId).toArray()
  return rows.sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0))
}

/** Keeps a snapshot of a model that is kept itself. */
export const addSnapshot = (database: Database, snapshot: SnapshotRow): PromiseLike<Problem | null> =>
  database.transaction('rw', database.models, database.snapshots, async () => {
    if ((await database.models.get(snapshot.modelId)) === undefined) return goneProblem()
    await database.snapshots.put(snapshot)
    return null
  })

export const renameSnapshot = async (database: Database, id: string, name: string): Promise<Problem | null> =>
  (await database.snapshots.update(id, { name })) === 0 ? goneSnapshot() : null

/** Deletes a snapshot and gives it: added again, it is back. */
export const removeSnapshot = (database: Database, id: string): PromiseLike<SnapshotRow | Problem> =>
  database.transaction('rw', database.snapshots, async () => {
    const snapshot = await database.snapshots.get(id)
    if (snapshot === undefined) return goneSnapshot()
    await database.snapshots.delete(id)
    return snapshot
  })

/** The model as it was, under the id it has. */
export const readSnapshot = async (database: Database, id: string): Promise<Model | Problem> => {
  const snapshot = await database.snapshots.get(id)
  if (snapshot === undefined) return goneSnapshot()
  const model = readDocument(snapshot.document, snapshot.modelId)
  return isProblem(model) ? storageProblem(`The snapshot “${snapshot.name}” is damaged. ${model.sentence}`) : model
}
