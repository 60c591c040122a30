// The Workbench is the app apart from its screens: which models there are, which one is open, and what leaves the machine.
// Clock, chance, the shipped example and the way to hand a file to the user come in by the door (main.ts).

import { type Table } from '#exchange/csv.ts'
import { fromJson, readModelFile } from '#exchange/json.ts'
import type { Model, ModelId } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { renamedAlong, type Snapshot } from '#model/snapshot.ts'
import { firstView, type View } from '#model/view.ts'
import type { ModelSummary, StorageState } from '#store/store.ts'
import type { Cell } from './layout.ts'
import { yearsShown } from './column.ts'
import { complaint, remark, type Message } from './message.ts'
import { csvFile, tableFile, type CsvExtent, type CsvLayout } from './models/fileTexts.ts'
import { KeptModels } from './models/keptModels.svelte.ts'
import type { FileText, Surroundings } from './models/surroundings.ts'
import { OpenModel } from './openModel.svelte.ts'
import { openedText } from './snapshotText.ts'

/** A model that is kept but cannot be read: it can be taken out as raw data. */
export type Unreadable = { readonly id: ModelId; readonly problem: Problem }

export type DialogName =
  | ('palette' | 'shortcuts' | 'go to' | 'note' | 'expected')
  | ('new model' | 'new model from a table' | 'models' | 'model settings' | 'remove model')
  | ('new line' | 'new scenario' | 'promotion' | 'initials' | 'initials to check')

export class Workbench {
  open = $state.raw<OpenModel | null>(null)
  unreadable = $state.raw<Unreadable | null>(null)
  storage = $state.raw<StorageState | null>(null)
  /** False until the first model, or the lack of one, is on screen. */
  isStarted = $state.raw(false)
  /** The dialog that is open over the sheet, of those that commands open. */
  dialog = $state.raw<DialogName | null>(null)
  /** What to say while no model is open. */
  message = $state.raw<Message | null>(null)
  /** Whose checks these are; null until they are asked for. */
  initials = $state.raw<string | null>(null)
  readonly kept: KeptModels
  readonly #around: Surroundings

  constructor(around: Surroundings) {
    this.#around = around
    this.initials = around.initials.kept
    this.kept = new KeptModels(this, around)
  }

  /** The models that are kept, the one last changed first. */
  get models(): readonly ModelSummary[] {
    return this.kept.list
  }

  /** Opens the model named, else the one last changed; on a first visit a copy of the example. */
  async start(named: ModelId | null): Promise<void> {
    await this.kept.refresh()
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

  /** What is said at the moment. */
  get messageNow(): Message | null {
    return this.open === null ? this.message : this.open.message
  }

  /** Opens a model; does nothing, and says why, while what was typed into the open one cannot be saved. */
  async openModel(id: ModelId, cursor: Cell | null = null): Promise<void> {
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
    const onGone = (open: OpenModel): void => {
      this.kept.tellGone(open)
    }
    const open = new OpenModel({ store, opened, tab, now, newId, onGone })
    // Before the sheet is drawn: it takes the keyboard to the cursor.
    if (cursor !== null) open.select(cursor)
    this.open = open
  }

  async #mayLeave(): Promise<boolean> {
    if (this.open === null || (await this.open.ledger.whenSaved())) return true
    this.say(complaint('The last changes are not saved yet, so this model stays open. Save it to a file first.'))
    return false
  }

  #close(): void {
    this.open?.close()
    this.open = null
    // The list of models stays: from it, one after the other may be opened, copied or deleted.
    if (this.dialog !== 'models') this.dialog = null
    this.unreadable = null
    this.message = null
  }

  /** Keeps a new model and opens it. False, after saying why, where it cannot be kept. */
  async add(model: Model, view: View, more: { came?: readonly Snapshot[]; cursor?: Cell } = {}): Promise<boolean> {
    if (!(await this.#mayLeave())) return false
    const { store, now } = this.#around
    const problem = await store.addModel(model, view, now(), more.came ?? [])
    if (isProblem(problem)) {
      this.say(complaint(problem.sentence))
      return false
    }
    await this.openModel(model.id, more.cursor ?? null)
    await this.kept.refresh()
    // The browser may ask the user: nothing waits for the answer.
    void store.askToPersist().then((storage) => {
      this.storage = storage
    })
    return true
  }

  /** Opens the user's own copy of the built-in example; what is shipped never touches it again. */
  async openExample(): Promise<boolean> {
    const text = await this.#around.readExample()
    const model = isProblem(text) ? text : fromJson(text, this.#around.newId())
    if (!isProblem(model)) return this.add(this.#named(model), firstView(model))
    this.say(complaint(`The built-in example cannot be opened. ${model.sentence}`))
    return false
  }

  /** The model under a name that no other kept model has: files are named after it. */
  #named(model: Model): Model {
    return { ...model, name: this.kept.freeNameFor(model.name) }
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
    if (!(await this.add(model, view, { came }))) return
    this.say(remark(openedText(name, file)))
  }

  newId(): string {
    return this.#around.newId()
  }

  /** Leaves the open model, without a word. */
  leave(): void {
    this.#close()
    this.#around.nameInAddress(null)
  }

  /** Gives the open model as a file. */
  async saveFile(): Promise<void> {
    if (this.open !== null) await this.kept.saveFile(this.open.model.id)
  }

  exportCsv(layout: CsvLayout, extent: CsvExtent): void {
    const { open } = this
    if (open === null) return
    const by = yearsShown(open.model, open.view)
    this.#export(csvFile(open.results, open.shown, { layout, extent, by }, this.now()))
  }

  /** Gives a table of a screen as a file; `what` says what is in it. */
  exportTable(what: string, table: Table): void {
    if (this.open !== null) this.#export(tableFile(this.open.results, what, table, this.now()))
  }

  #export(file: FileText): void {
    this.#around.giveFile(file)
    this.say(remark(`Exported ${file.name}.`))
  }

  /** The raw rows of a model that cannot be read, as a file. */
  async saveRawData(id: ModelId): Promise<void> {
    const text = await this.#around.store.rawData(id)
    if (isProblem(text)) this.say(complaint(text.sentence))
    else this.#around.giveFile({ name: `paceline raw data ${id}.json`, type: 'application/json', text })
  }

  keepInitials(initials: string): void {
    this.initials = initials
    this.#around.initials.keep(initials)
  }

  now(): string {
    return this.#around.now()
  }
}
