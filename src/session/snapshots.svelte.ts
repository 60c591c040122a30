// The Snapshots of the open model: versions that are kept beside it. The list is read when it is first asked for, and again
// after every change of it here.

import type { NewId } from '#base/id.ts'
import { toDocument } from '#model/document.ts'
import type { Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import type { SnapshotKind, SnapshotSummary, Store } from '#store/store.ts'
import { complaint, remark, type Message } from './message.ts'
import { versionsFrom, type Versions } from './versions.ts'

/** What snapshots need of the open model. */
type SnapshotDoor = { readonly model: Model; readonly say: (message: Message) => void }

type Means = { readonly store: Store; readonly now: () => string; readonly newId: NewId }

export class Snapshots {
  /** Newest first; null until they have been read. */
  list = $state.raw<readonly SnapshotSummary[] | null>(null)
  readonly #door: SnapshotDoor
  readonly #means: Means
  /** A version by its id, calculated. */
  readonly results: Versions

  constructor(door: SnapshotDoor, means: Means) {
    this.#door = door
    this.#means = means
    this.results = versionsFrom((id) => means.store.readSnapshot(id))
  }

  async read(): Promise<void> {
    const list = await this.#means.store.listSnapshots(this.#door.model.id)
    if (isProblem(list)) this.#door.say(complaint(list.sentence))
    else this.list = list
  }

  /** Keeps the model as it is now. Gives the Problem that stopped it, after saying so. */
  async take(name: string, kind: SnapshotKind = 'named'): Promise<Problem | null> {
    const { store, now, newId } = this.#means
    const { model } = this.#door
    const at = now()
    const snapshot = { id: newId(), modelId: model.id, name, at, kind, document: toDocument(model, at) }
    const problem = await store.addSnapshot(snapshot)
    if (problem !== null) this.#door.say(complaint(problem.sentence))
    await this.read()
    return problem
  }

  async rename(id: string, name: string): Promise<void> {
    const problem = await this.#means.store.renameSnapshot(id, name)
    if (problem !== null) this.#door.say(complaint(problem.sentence))
    await this.read()
  }

  /** Deletes a snapshot; the message offers it back. */
  async remove(id: string): Promise<void> {
    const { store } = this.#means
    const removed = await store.removeSnapshot(id)
    await this.read()
    if (isProblem(removed)) {
      this.#door.say(complaint(removed.sentence))
      return
    }
    const putBack = async (): Promise<void> => {
      const problem = await store.addSnapshot(removed)
      if (problem !== null) this.#door.say(complaint(problem.sentence))
      await this.read()
    }
    this.#door.say(remark(`The snapshot “${removed.name}” is deleted.`, { label: 'Undo', run: () => void putBack() }))
  }
}
