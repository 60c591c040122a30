// The Snapshots of the open model: versions that are kept beside it. The list is read when it is first asked for, and again
// after every change of it here; a screen that shows it asks again whenever the model changes.

import type { NewId } from '#base/id.ts'
import { toDocument } from '#model/document.ts'
import type { Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import type { SnapshotKind } from '#model/snapshot.ts'
import type { Opened, Seq, SnapshotSummary, Store } from '#store/store.ts'
import { freeName } from './freeName.ts'
import { complaint, remark, type Message } from './message.ts'
import { momentText } from './snapshotText.ts'
import { versionsFrom, type Versions } from './versions.ts'

/** What snapshots need of the open model. */
type SnapshotDoor = {
  readonly model: Model
  readonly ledger: { readonly opened: Opened }
  readonly say: (message: Message) => void
}

type Means = { readonly store: Store; readonly now: () => string; readonly newId: NewId }

/** The ids of two snapshots held against each other; null is the newest one to begin with, and now to end with. */
export type ComparedVersions = { readonly from: string | null; readonly to: string | null }

/** A point of the history as a version: nothing is kept for it. */
const pointId = (seq: Seq): string => `point ${seq}`
const seqIn = (id: string): Seq | null => {
  const [, digits] = /^point (\d+)$/.exec(id) ?? []
  return digits === undefined ? null : Number(digits)
}

export const isPoint = ({ id }: Pick<SnapshotSummary, 'id'>): boolean => seqIn(id) !== null

export class Snapshots {
  /** Newest first; null until they have been read. */
  list = $state.raw<readonly SnapshotSummary[] | null>(null)
  compared = $state.raw<ComparedVersions>({ from: null, to: null })
  /** The point of the history that is compared, beside the snapshots. */
  point = $state.raw<SnapshotSummary | null>(null)
  readonly #door: SnapshotDoor
  readonly #means: Means
  /** A version by its id, calculated. */
  readonly results: Versions

  constructor(door: SnapshotDoor, means: Means) {
    this.#door = door
    this.#means = means
    this.results = versionsFrom((id) => {
      const seq = seqIn(id)
      return seq === null ? means.store.readSnapshot(id) : means.store.readPoint(door.ledger.opened, seq)
    })
  }

  /** What can be compared: the snapshots, and the point asked for; null until they have been read. */
  get versions(): readonly SnapshotSummary[] | null {
    return this.list === null || this.point === null ? this.list : [this.point, ...this.list]
  }

  /** Compares the model as it was just after an entry of its journal, at a moment, with what it is now. */
  comparePoint(seq: Seq, at: string): void {
    this.point = { id: pointId(seq), name: momentText(at), at, kind: 'named', lastActual: null }
    this.compared = { from: this.point.id, to: null }
  }

  /** What a snapshot taken now would be called: `25 Nov 2026, 15:40`. */
  get nameNow(): string {
    return freeName(momentText(this.#means.now()), this.list ?? [])
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

  /** Takes one by hand and says so; without a name it is called after the moment. */
  async takeNamed(wanted: string): Promise<Problem | null> {
    if (this.list === null) await this.read()
    const name = wanted.trim() === '' ? this.nameNow : wanted.trim()
    const problem = await this.take(name)
    if (problem === null) this.#door.say(remark(`The model as it is now is kept as “${name}”.`))
    return problem
  }

  /** An empty name changes nothing. */
  async rename(id: string, wanted: string): Promise<void> {
    const name = wanted.trim()
    if (name === '') return
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
      this.#door.say(problem === null ? remark(`The snapshot “${removed.name}” is back.`) : complaint(problem.sentence))
      await this.read()
    }
    this.#door.say(remark(`The snapshot “${removed.name}” is deleted.`, { label: 'Undo', run: () => void putBack() }))
  }
}
