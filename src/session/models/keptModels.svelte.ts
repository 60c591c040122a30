// The models that this browser keeps: which there are, and what is done to a whole one, open or not. What was deleted stays
// at hand until the page is left.

import type { ModelId } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { renamedAlong } from '#model/snapshot.ts'
import type { ModelSummary, OpenedModel, RawModel } from '#store/store.ts'
import { freeName } from '../freeName.ts'
import { complaint, remark, type Message } from '../message.ts'
import type { OpenModel } from '../openModel.svelte.ts'
import { cameWith } from '../snapshotText.ts'
import { backupFile } from './fileTexts.ts'
import { modelNameProblem, renaming } from './modelName.ts'
import type { Surroundings } from './surroundings.ts'

/** What the models need of the workbench. */
type Desk = {
  readonly open: OpenModel | null
  readonly say: (message: Message) => void
  readonly openModel: (id: ModelId) => Promise<void>
  /** Leaves the open model, without a word. */
  readonly leave: () => void
}

export class KeptModels {
  list = $state.raw<readonly ModelSummary[]>([])
  /** Deleted since the page was opened, the newest first. */
  deleted = $state.raw<readonly RawModel[]>([])
  readonly #desk: Desk
  readonly #around: Surroundings

  constructor(desk: Desk, around: Surroundings) {
    this.#desk = desk
    this.#around = around
  }

  async refresh(): Promise<void> {
    const models = await this.#around.store.listModels()
    if (isProblem(models)) this.#desk.say(complaint(models.sentence))
    else this.list = models
  }

  /** Keeps the list in step with what any tab does, until it is stopped. */
  watch(): () => void {
    return this.#around.store.watchModels((models) => {
      this.list = models
    })
  }

  /** The name, or one like it that no kept model has. */
  freeNameFor(name: string): string {
    return freeName(name, this.list)
  }

  #complain(problem: Problem): string {
    this.#desk.say(complaint(problem.sentence))
    return problem.sentence
  }

  /** Renames a model, open or not, as an edit that can be undone; gives the sentence of what is wrong, or null. */
  async rename(id: ModelId, wanted: string): Promise<string | null> {
    const name = wanted.trim()
    const was = this.list.find((each) => each.id === id)?.name ?? this.#desk.open?.model.name ?? ''
    const problem = modelNameProblem(name, id, this.list)
    if (problem !== null) return problem.sentence
    if (name === was) return null
    const { open } = this.#desk
    if (open?.model.id === id) {
      const stopped = open.dispatch(...renaming(was, name))
      await open.ledger.whenSaved()
      await this.refresh()
      return stopped?.sentence ?? null
    }
    const { store, now, tab } = this.#around
    const opened = await store.openModel(id)
    if (isProblem(opened)) return this.#complain(opened)
    const [edits, label] = renaming(was, name)
    const written = await store.commit(opened, { act: 'edit', edits, label, at: now(), tab })
    if (isProblem(written)) return this.#complain(written)
    await this.refresh()
    this.#desk.say(remark(`“${was}” is renamed “${name}”.`, { label: 'Undo', run: () => void this.#unname(id, was) }))
    return null
  }

  /** Gives a model its old name back. No field is there to say what is wrong with it: the message does. */
  async #unname(id: ModelId, was: string): Promise<void> {
    await this.refresh()
    const wrong = await this.rename(id, was)
    if (wrong !== null) this.#desk.say(complaint(wrong))
  }

  /** A model as it stands: the open one with what is not written yet. */
  async #read(id: ModelId): Promise<Pick<OpenedModel, 'model' | 'view'> | Problem> {
    const { open } = this.#desk
    return open?.model.id === id ? { model: open.model, view: open.view } : this.#around.store.openModel(id)
  }

  /** Keeps a copy with all scenarios, snapshots and charts under a free name; null where it cannot be. */
  async duplicate(id: ModelId): Promise<ModelId | null> {
    const { store, now, newId } = this.#around
    const read = await this.#read(id)
    const kept = await store.keptSnapshots(id)
    const failed = isProblem(read) ? read : isProblem(kept) ? kept : null
    if (isProblem(read) || isProblem(kept)) {
      if (failed !== null) this.#complain(failed)
      return null
    }
    const copy = { ...read.model, id: newId(), name: freeName(read.model.name, this.list) }
    const snapshots = renamedAlong(
      kept.map(({ modelId: _, ...snapshot }) => snapshot),
      read.model.name,
      copy.name,
    ).map((each) => ({ ...each, id: newId() }))
    const problem = await store.addModel(copy, read.view, now(), snapshots)
    if (isProblem(problem)) {
      this.#complain(problem)
      return null
    }
    await this.refresh()
    const opens = { label: 'Open the copy', run: () => void this.#desk.openModel(copy.id) }
    this.#desk.say(remark(`“${copy.name}” is a copy of “${read.model.name}”${cameWith(snapshots.length)}.`, opens))
    return copy.id
  }

  /** Deletes a model; where it was open, another opens. The message offers it back, and so does the list. */
  async remove(id: ModelId): Promise<void> {
    const removed = await this.#around.store.removeModel(id)
    if (isProblem(removed)) {
      this.#complain(removed)
      return
    }
    const name = this.list.find((model) => model.id === id)?.name ?? 'The model'
    this.deleted = [removed, ...this.deleted]
    const wasOpen = this.#desk.open === null || this.#desk.open.model.id === id
    if (wasOpen) this.#desk.leave()
    await this.refresh()
    const [next] = this.list
    if (wasOpen && next !== undefined) await this.#desk.openModel(next.id)
    this.#desk.say(
      remark(`${name} is deleted. It can be brought back until you leave the page.`, {
        label: 'Undo',
        run: () => void this.restore(id, wasOpen),
      }),
    )
  }

  /** Brings a deleted model back with all it had. */
  async restore(id: ModelId, opens = false): Promise<void> {
    const removed = this.deleted.find(({ model }) => model.id === id)
    if (removed === undefined) return
    const problem = await this.#around.store.restoreModel(removed)
    if (isProblem(problem)) {
      this.#complain(problem)
      return
    }
    this.deleted = this.deleted.filter((each) => each !== removed)
    await this.refresh()
    if (opens || this.#desk.open === null) await this.#desk.openModel(id)
    this.#desk.say(remark(`${removed.model.name} is back, with all it had.`))
  }

  /** Gives a whole model as a file, with its charts and snapshots: the backup. */
  async saveFile(id: ModelId): Promise<void> {
    const { store, now, giveFile } = this.#around
    const read = await this.#read(id)
    if (isProblem(read)) {
      this.#complain(read)
      return
    }
    const kept = await store.keptSnapshots(id)
    const snapshots = isProblem(kept) ? [] : kept
    const at = now()
    const file = backupFile(read.model, read.view, snapshots, at)
    giveFile(file)
    const { open } = this.#desk
    if (open?.model.id === id) open.backedUpAt = at
    const marked = await store.markBackedUp(id, at)
    await this.refresh()
    if (isProblem(kept)) this.#desk.say(complaint(`Saved as ${file.name}, without its snapshots. ${kept.sentence}`))
    else if (isProblem(marked)) this.#complain(marked)
    else this.#desk.say(remark(`Saved as ${file.name}${cameWith(snapshots.length)}.`))
  }

  /** The open model is gone from what is kept: another tab deleted it, or the browser did. */
  tellGone(open: OpenModel): void {
    open.say(
      complaint(`“${open.model.name}” was deleted in another tab. What is on screen here is not kept any more.`, {
        label: 'Keep it as a model of its own',
        run: () => void this.#keepGone(open),
      }),
    )
    void this.refresh()
  }

  async #keepGone(open: OpenModel): Promise<void> {
    const { store, now, newId } = this.#around
    const copy = { ...open.model, id: newId(), name: freeName(open.model.name, this.list) }
    const problem = await store.addModel(copy, open.view, now())
    if (isProblem(problem)) {
      this.#complain(problem)
      return
    }
    this.#desk.leave()
    await this.refresh()
    await this.#desk.openModel(copy.id)
    this.#desk.say(
      remark(`“${copy.name}” is kept. Its snapshots, and what could be undone, went with the deleted one.`),
    )
  }
}
