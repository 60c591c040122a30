// The History of the open model is its journal as far as it has been read, newest step first: at first a page, older pages
// when asked for, newer entries as they are written, by whichever tab. Going to a point and comparing with one start here.

import type { LineItem } from '#model/lineItem.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { inForce, isChange } from '#store/inForce.ts'
import type { Cursor, JournalEntry, Opened, Seq, Store } from '#store/store.ts'
import type { Pending, SaveState } from '../ledger.svelte.ts'
import { complaint, remark, type Message } from '../message.ts'
import type { Navigation } from '../navigation.ts'
import type { Snapshots } from '../snapshots.svelte.ts'
import { goingLabel } from './historyText.ts'
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

export class History {
  /** Newest first, without a gap; null until the first page has been read. */
  steps = $state.raw<readonly HistoryStep[] | null>(null)
  /** Whether the oldest entry kept has been read. */
  isWhole = $state.raw(false)
  problem = $state.raw<Problem | null>(null)
  sought = $state.raw<Sought>(everything)
  #undone = $state.raw<{ readonly undo: string | null; readonly redo: string | null }>({ undo: null, redo: null })
  readonly #door: HistoryDoor
  readonly #store: Store
  /** This tab, to tell what others did. */
  readonly tab: string
  #reading: Promise<void> = Promise.resolve()

  constructor(door: HistoryDoor, { store, tab }: Means) {
    this.#door = door
    this.#store = store
    this.tab = tab
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

  /** Brings the list up to the newest entry, and forgets what was folded away; the first time reads a page. */
  read(): Promise<void> {
    return this.#inTurn(async () => {
      const known = this.steps
      const newer: HistoryStep[] = []
      const newest = known?.[0]?.seq ?? 0
      let before: Seq | null = null
      for (;;) {
        const page = await this.#store.readJournal(this.#door.ledger.opened.model.id, { before, limit: pageSize })
        if (isProblem(page)) {
          this.problem = page
          return
        }
        newer.push(...page.entries.filter(({ seq }) => seq > newest).map(stepFrom))
        before = page.entries.at(-1)?.seq ?? null
        const isMet = known === null || page.isLast || before === null || before <= newest
        if (!isMet) continue
        this.problem = null
        this.isWhole ||= page.isLast
        this.steps = [...newer, ...(known ?? []).filter(({ seq }) => seq > page.folded)]
        return
      }
    })
  }

  /** Reads on towards the oldest. */
  readOlder(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.steps === null || this.isWhole) return
      const before = this.steps.at(-1)?.seq ?? null
      const limit = this.isSeeking ? soughtPageSize : pageSize
      const page = await this.#store.readJournal(this.#door.ledger.opened.model.id, { before, limit })
      if (isProblem(page)) {
        this.problem = page
        return
      }
      this.isWhole = page.isLast
      this.steps = [...this.steps, ...page.entries.map(stepFrom)]
    })
  }

  /** One reading after the other: each starts from what the one before found. */
  #inTurn(reading: () => Promise<void>): Promise<void> {
    this.#reading = this.#reading.then(reading)
    return this.#reading
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
    const page = await this.#store.readJournal(this.#door.ledger.opened.model.id, { before: seq + 1, limit: 1 })
    const entry = isProblem(page) ? null : (page.entries[0] ?? null)
    return entry?.seq === seq ? entry : null
  }
}
