// The Workbench is the app apart from its screens: which models there are, which one is open, and what leaves the machine.
// Clock, chance, the shipped example and the way to hand a file to the user come in by the door (main.ts).

import { csvFileName, modelFileName } from '#exchange/fileName.ts'
import { tableCsv, tidyCsv, wideCsv, type Table } from '#exchange/csv.ts'
import { fromJson, readModelFile, toJson } from '#exchange/json.ts'
import type { NewId } from '#base/id.ts'
import { baseOf, type Model, type ModelId } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { cameWith, openedText } from './snapshotText.ts'
import { renamedAlong, type Snapshot } from '#model/snapshot.ts'
import type { ModelSummary, RawModel, StorageState, Store } from '#store/store.ts'
import { freeName } from './freeName.ts'
import { complaint, remark, type Message } from './message.ts'
import { OpenModel } from './openModel.svelte.ts'
import { firstView, type View } from '#model/view.ts'

/** A text to give to the user as a file. */
export type FileText = { readonly name: string; readonly type: string; readonly text: string }

export type Surroundings = {
  readonly store: Store
  /** This moment, ISO 8601. */
  readonly now: () => string
  readonly newId: NewId
  /** This tab's id, the same after a reload. */
  readonly tab: string
  /** Whether this browser has never had a model: then the example opens by itself. */
  readonly isFirstVisit: boolean
  /** The text of the built-in example's file, or why it cannot be had. */
  readonly readExample: () => Promise<string | Problem>
  readonly giveFile: (file: FileText) => void
  /** Names the open model in the page's address, so that a reload opens it again. */
  readonly nameInAddress: (id: ModelId | null) => void
}

/** A model that is kept but cannot be read: it can be taken out as raw data. */
export type Unreadable = { readonly id: ModelId; readonly problem: Problem }

export type DialogName =
  | ('palette' | 'shortcuts' | 'go to' | 'note' | 'expected')
  | ('new model' | 'remove model' | 'new line' | 'new scenario' | 'promotion')

export type CsvLayout = 'wide' | 'tidy'
export type CsvExtent = 'shown' | 'all'

export class Workbench {
  open = $state.raw<OpenModel | null>(null)
  models = $state.raw<readonly ModelSummary[]>([])
  unreadable = $state.raw<Unreadable | null>(null)
  storage = $state.raw<StorageState | null>(null)
  /** False until the first model, or the lack of one, is on screen. */
  isStarted = $state.raw(false)
  /** The dialog that is open over the sheet, of those that commands open. */
  dialog = $state.raw<DialogName | null>(null)
  /** What to say while no model is open. */
  message = $state.raw<Message | null>(null)
  readonly #around: Surroundings

  constructor(around: Surroundings) {
    this.#around = around
  }

  /** Opens the model named, else the one last changed; on a first visit a copy of the example. */
  async start(named: ModelId | null): Promise<void> {
    await this.#list()
    const wanted = this.models.find(({ id }) => id === named)
    const [latest] = this.models
    if (wanted !== undefined) await this.openModel(wanted.id)
    else if (latest !== undefined) {
      await this.openModel(latest.id)
      if (named !== null)
        this.say(remark(`The model of this address is not kept here. ${latest.name} is open instead.`))
    } else if (this.#around.isFirstVisit) await this.openExample()
    this.isStarted = true
    this.storage = await this.#around.store.storageState()
  }

  say(message: Message): void {
    if (this.open === null) this.message = message
    else this.open.message = message
  }

  async #list(): Promise<void> {
    const models = await this.#around.store.listModels()
    if (isProblem(models)) this.say(complaint(models.sentence))
    else this.models = models
  }

  /** Opens a model; does nothing, and says why, while what was typed into the open one cannot be saved. */
  async openModel(id: ModelId): Promise<void> {
    if (!(await this.#mayLeave())) {
      this.#around.nameInAddress(this.open?.model.id ?? null)
      return
    }
    const opened = await this.#around.store.openModel(id)
    this.#close()
    this.#around.nameInAddress(id)
    if (isProblem(opened)) {
      this.unreadable = { id, problem: opened }
      return
    }
    const { store, now, tab, newId } = this.#around
    this.open = new OpenModel({ store, opened, tab, now, newId })
  }

  async #mayLeave(): Promise<boolean> {
    if (this.open === null || (await this.open.ledger.whenSaved())) return true
    this.say(complaint('The last changes are not saved yet, so this model stays open. Save it to a file first.'))
    return false
  }

  #close(): void {
    this.open?.close()
    this.open = null
    this.dialog = null
    this.unreadable = null
    this.message = null
  }

  /** Keeps a new model and opens it. False, after saying why, where it cannot be kept. */
  async add(model: Model, view: View, came: readonly Snapshot[] = []): Promise<boolean> {
    if (!(await this.#mayLeave())) return false
    const { store, now } = this.#around
    const problem = await store.addModel(model, view, now(), came)
    if (isProblem(problem)) {
      this.say(complaint(problem.sentence))
      return false
    }
    await this.openModel(model.id)
    await this.#list()
    // The browser may ask the user: nothing waits for the answer.
    void store.askToPersist().then((storage) => {
      this.storage = storage
    })
    return true
  }

  /** Opens the user's own copy of the built-in example; what is shipped never touches it again. */
  async openExample(): Promise<void> {
    const text = await this.#around.readExample()
    const model = isProblem(text) ? text : fromJson(text, this.#around.newId())
    if (isProblem(model)) this.say(complaint(`The built-in example cannot be opened. ${model.sentence}`))
    else await this.add(this.#named(model), firstView(model))
  }

  /** The model under a name that no other kept model has: files are named after it. */
  #named(model: Model): Model {
    return { ...model, name: freeName(model.name, this.models) }
  }

  /** Opens a saved file as a model of its own, with its charts and snapshots: nothing that is kept is overwritten. */
  async openFile(name: string, text: string): Promise<void> {
    const { newId } = this.#around
    const file = readModelFile(text, newId())
    if (isProblem(file)) {
      this.say(complaint(`${name}: ${file.sentence}`))
      return
    }
    const model = this.#named(file.model)
    const came = renamedAlong(file.snapshots, file.model.name, model.name).map((each) => ({ ...each, id: newId() }))
    const first = firstView(model)
    const view = { ...first, isHintDismissed: true, charts: { ...first.charts, charts: file.charts } }
    if (!(await this.add(model, view, came))) return
    this.say(remark(openedText(name, file)))
  }

  newId(): string {
    return this.#around.newId()
  }

  /** Deletes a model and opens another; the message offers it back. */
  async remove(id: ModelId): Promise<void> {
    const { store, nameInAddress } = this.#around
    const name = this.models.find((model) => model.id === id)?.name ?? 'The model'
    const removed = await store.removeModel(id)
    if (isProblem(removed)) {
      this.say(complaint(removed.sentence))
      return
    }
    this.#close()
    nameInAddress(null)
    await this.#list()
    const [next] = this.models
    if (next !== undefined) await this.openModel(next.id)
    this.say(remark(`${name} is deleted.`, { label: 'Undo', run: () => void this.#restore(id, removed) }))
  }

  async #restore(id: ModelId, removed: RawModel): Promise<void> {
    const problem = await this.#around.store.restoreModel(removed)
    if (isProblem(problem)) {
      this.say(complaint(problem.sentence))
      return
    }
    await this.#list()
    await this.openModel(id)
  }

  /** Gives the whole model as a file, with its charts and snapshots: the backup. */
  async saveFile(): Promise<void> {
    const { open } = this
    if (open === null) return
    const { store, now, giveFile } = this.#around
    const kept = await store.keptSnapshots(open.model.id)
    const snapshots = isProblem(kept) ? [] : kept.map(({ modelId: _, ...snapshot }) => snapshot)
    const at = now()
    const name = modelFileName(open.model.name, at)
    giveFile({ name, type: 'application/json', text: toJson(open.model, at, snapshots, open.view.charts.charts) })
    open.backedUpAt = at
    const marked = await store.markBackedUp(open.model.id, at)
    if (isProblem(kept)) this.say(complaint(`Saved as ${name}, without its snapshots. ${kept.sentence}`))
    else if (isProblem(marked)) this.say(complaint(marked.sentence))
    else this.say(remark(`Saved as ${name}${cameWith(snapshots.length)}.`))
  }

  exportCsv(layout: CsvLayout, extent: CsvExtent): void {
    const { open } = this
    if (open === null) return
    const scenarios = extent === 'all' ? open.model.scenarios.map(({ id }) => id) : [open.shown]
    const text = layout === 'wide' ? wideCsv(open.results, scenarios) : tidyCsv(open.results, scenarios)
    const what =
      extent === 'all'
        ? 'all scenarios'
        : (open.model.scenarios.find(({ id }) => id === open.shown)?.name ?? baseOf(open.model).name)
    const name = csvFileName(open.model.name, `${what} ${layout}`, this.#around.now())
    this.#around.giveFile({ name, type: 'text/csv;charset=utf-8', text })
    this.say(remark(`Exported ${name}.`))
  }

  /** Gives a table of a screen as a file; `what` says what is in it. */
  exportTable(what: string, table: Table): void {
    if (this.open === null) return
    const name = csvFileName(this.open.model.name, what, this.#around.now())
    this.#around.giveFile({ name, type: 'text/csv;charset=utf-8', text: tableCsv(table) })
    this.say(remark(`Exported ${name}.`))
  }

  /** The raw rows of a model that cannot be read, as a file. */
  async saveRawData(id: ModelId): Promise<void> {
    const text = await this.#around.store.rawData(id)
    if (isProblem(text)) this.say(complaint(text.sentence))
    else this.#around.giveFile({ name: `paceline raw data ${id}.json`, type: 'application/json', text })
  }

  now(): string {
    return this.#around.now()
  }
}
