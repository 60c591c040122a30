// The History of the open model is its journal in steps, as far as it has been read, newest first. Going to a point and
// comparing with one start here.

import type { LineItem } from '#model/lineItem.ts'
import type { ModelId } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { inForce, isChange } from '#store/inForce.ts'
import type { Cursor, JournalEntry, Opened, Seq, Store } from '#store/store.ts'
import type { Pending, SaveState } from '../ledger.svelte.ts'
import { complaint, remark, type Message } from '../message.ts'
import type { Navigation } from '../navigation.ts'
import type { Snapshots } from '../snapshots.svelte.ts'
import { goingLabel } from './historyText.ts'
import { JournalReading } from './journalReading.svelte.ts'
import { isSought, stepFrom, type HistoryStep, type Sought } from './step.ts'

/** What the history needs of the open model. */
type HistoryDoor = {
  readonly ledger: {
    readonly opened: Opened
    readonly saveState: SaveState
    readonly waitingLabel: string | null
    readonly push: (pending: Pending) => void
  }
  readonly selectedLine: LineItem | null
  readonly navigation: Pick<Navigation, 'toEdits' | 'toScreen'>
  readonly snapshots: Pick<Snapshots, 'comparePoint'>
  readonly say: (message: Message) => void
}

type Means = { readonly store: Store; readonly tab: string }

/** Nothing in particular is looked for. */
export const everything: Sought = { text: '', isLineOnly: false, isEveryStep: false }

/** Few enough to be read and drawn at once; more where one looks for something, which may be far back. */
const pageSize = 200
const soughtPageSize = 2000
const editsPageSize = 300

export class History {
  sought = $state.raw<Sought>(everything)
  #undone = $state.raw<{ readonly undo: string | null; readonly redo: string | null }>({ undo: null, redo: null })
  readonly #door: HistoryDoor
  readonly #store: Store
  readonly #journal: JournalReading<HistoryStep>
  /** The journal with its edits, of which the history of a cell is made. */
  readonly withEdits: JournalReading<JournalEntry>
  /** This tab, to tell what others did. */
  readonly tab: string

  constructor(door: HistoryDoor, model: ModelId, { store, tab }: Means) {
    this.#door = door
    this.#store = store
    this.#journal = new JournalReading({ store, model, hold: stepFrom, stretch: pageSize })
    this.withEdits = new JournalReading({ store, model, hold: (entry) => entry, stretch: editsPageSize })
    this.tab = tab
  }

  /** Newest first, without a gap; null until the first page has been read. */
  get steps(): readonly HistoryStep[] | null {
    return this.#journal.entries
  }

  /** Whether the oldest entry kept has been read. */
  get isWhole(): boolean {
    return this.#journal.isComplete
  }

  /** What keeps the journal from being read. */
  get problem(): Problem | null {
    return this.#journal.problem
  }

  get cursor(): Cursor {
    return this.#door.ledger.opened.cursor
  }

  /** What is in force now, as far as it has been read. */
  readonly holding = $derived.by(() => inForce(this.steps ?? [], this.steps?.[0]?.seq ?? 0))

  /** The newest change in force: where the model stands; null where that is before all that was read. */
  get present(): Seq | null {
    const steps = this.steps ?? []
    return this.sought.isEveryStep
      ? (steps[0]?.seq ?? null)
      : (steps.find(({ seq }) => this.holding.has(seq))?.seq ?? null)
  }

  get found(): readonly HistoryStep[] {
    const line = this.#door.selectedLine?.id ?? null
    return (this.steps ?? []).filter((step) => isSought(step, this.sought, line))
  }

  /** Whether some changes only are looked for. */
  get isSeeking(): boolean {
    return this.sought.text.trim() !== '' || this.sought.isLineOnly
  }

  isTakenBack(step: HistoryStep): boolean {
    return isChange(step) && !this.holding.has(step.seq)
  }

  /** Brings the list up to the newest entry; the first time reads a page. */
  read(): Promise<void> {
    return this.#journal.refresh()
  }

  /** Reads on towards the oldest. */
  readOlder(): Promise<void> {
    return this.#journal.readOlder(this.isSeeking ? soughtPageSize : pageSize)
  }

  /** Asks for the model as it was just after a step, or before all entries kept. It is one edit, as any. */
  go(step: HistoryStep | null): void {
    const { ledger } = this.#door
    if (ledger.saveState.kind === 'failed') {
      this.#door.say(
        complaint(
          'The last changes are not saved yet, so there is no going back: what is not saved would be lost. Save the model to a file, or free space first.',
        ),
      )
      return
    }
    const label = goingLabel(step, step !== null && this.isTakenBack(step))
    ledger.push({ act: 'go', to: step?.seq ?? this.cursor.folded, label, moment: step?.at ?? null })
  }

  /** Shows in the sheet what a step touched. */
  async show({ seq }: HistoryStep): Promise<void> {
    const entry = await this.#entry(seq)
    if (entry === null || !this.#door.navigation.toEdits(entry.edits))
      this.#door.say(remark('What this changed does not stand in the sheet now.'))
  }

  /** Compares the model as it was just after a step, or before all entries kept, with what it is now. */
  compare(step: HistoryStep | null): void {
    const moment = step?.at ?? this.steps?.at(-1)?.at ?? ''
    this.#door.snapshots.comparePoint(step?.seq ?? this.cursor.folded, moment)
    this.#door.navigation.toScreen('snapshots')
  }

  /** What undo would take back, and redo make again, as far as it has been read; null for nothing. */
  get undoLabel(): string | null {
    return this.#door.ledger.waitingLabel ?? (this.cursor.undo === null ? null : this.#undone.undo)
  }

  get redoLabel(): string | null {
    return this.cursor.redo === null ? null : this.#undone.redo
  }

  /** Reads what undo and redo would concern, whenever the journal's cursor has moved. */
  async readUndone(): Promise<void> {
    const { undo, redo } = this.cursor
    const labelOf = async (seq: Seq | null): Promise<string | null> =>
      seq === null ? null : ((await this.#entry(seq))?.label ?? null)
    const labels = { undo: await labelOf(undo), redo: await labelOf(redo) }
    if (undo === this.cursor.undo && redo === this.cursor.redo) this.#undone = labels
  }

  /** An entry with its edits; null where it is gone or cannot be read. */
  async #entry(seq: Seq): Promise<JournalEntry | null> {
    const entry = await this.#store.readEntry(this.#door.ledger.opened.model.id, seq)
    return isProblem(entry) ? null : entry
  }
}
