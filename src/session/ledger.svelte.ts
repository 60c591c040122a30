// The Ledger keeps a model in step with its store: changes go in one after the other, each tab's and every other tab's, and
// what is displayed is always "what is committed, plus what still waits". A change that cannot be written keeps waiting;
// nothing the user typed is dropped because a disk was full.

import { isProblem, problem, type Problem } from '#model/problem.ts'
import type { Model } from '#model/model.ts'
import { applyEdits, type Edit } from '#model/edit.ts'
import type { Committed, Opened, Seq, Store } from '#store/store.ts'

export type Pending =
  | { readonly act: 'edit'; readonly edits: readonly Edit[]; readonly label: string }
  | { readonly act: 'undo' | 'redo' }
  /** To a point of the journal; `moment` is when it was, null for before all entries kept. */
  | { readonly act: 'go'; readonly to: Seq; readonly label: string; readonly moment: string | null }

export type SaveState =
  { readonly kind: 'saved' } | { readonly kind: 'saving' } | { readonly kind: 'failed'; readonly problem: Problem }

type LedgerOptions = {
  readonly store: Store
  readonly opened: Opened
  /** This tab's id, told to other tabs. */
  readonly tab: string
  readonly now: () => string
  /** The displayed model is another one now, by what this tab did or by another. */
  readonly onModel: (model: Model, isOwn: boolean) => void
  /** A change of this tab is written, or one of other tabs has arrived. */
  readonly onCommitted: (committed: Committed, pending: Pending | null) => void
  readonly onRefused: (problem: Problem) => void
  /** The model is no longer kept. */
  readonly onGone: () => void
}

export class Ledger {
  saveState = $state.raw<SaveState>({ kind: 'saved' })
  opened: Opened = $state.raw() as Opened
  /** What the newest edit is called that waits to be written; null where none waits. */
  waitingLabel = $state.raw<string | null>(null)
  #waiting: readonly Pending[] = []
  #waitingEdits = $state(0)
  #isWriting = false
  #writing: Promise<void> = Promise.resolve()
  #isBehind = false
  readonly #options: LedgerOptions
  readonly #stopWatching: () => void

  constructor(options: LedgerOptions) {
    this.#options = options
    this.opened = options.opened
    this.#stopWatching = options.store.watch(options.opened.model.id, (head) => {
      if (head === null) {
        options.onGone()
        return
      }
      if (head <= this.opened.cursor.head) return
      this.#isBehind = true
      this.#startWriting()
    })
  }

  close(): void {
    this.#stopWatching()
  }

  push(pending: Pending): void {
    this.#setWaiting([...this.#waiting, pending])
    this.#startWriting()
  }

  get hasWaitingEdit(): boolean {
    return this.#waitingEdits > 0
  }

  /** Takes back the newest edit that waits to be written and gives it; null where none waits or it is on its way. */
  takeBack(): Extract<Pending, { act: 'edit' }> | null {
    const last = this.#waiting.at(-1)
    const isOnItsWay = this.#isWriting && this.#waiting.length === 1
    if (last?.act !== 'edit' || isOnItsWay) return null
    this.#setWaiting(this.#waiting.slice(0, -1))
    if (this.#waiting.length === 0 && !this.#isWriting && !this.#isBehind) this.saveState = { kind: 'saved' }
    this.#options.onModel(this.#displayed(), true)
    return last
  }

  /** Resolves once nothing is being written: true where everything is, false where it could not be. */
  async whenSaved(): Promise<boolean> {
    await this.#writing.catch(() => undefined) // told by saveState, and thrown where it happened
    return this.saveState.kind === 'saved'
  }

  #setWaiting(waiting: readonly Pending[]): void {
    this.#waiting = waiting
    const edits = waiting.flatMap((each) => (each.act === 'edit' ? [each] : []))
    this.#waitingEdits = edits.length
    this.waitingLabel = edits.at(-1)?.label ?? null
  }

  /** Tries again to write what waits, after a failure. */
  retry(): void {
    this.#startWriting()
  }

  /** The committed model with the edits that still wait applied to it; edits that no longer apply are refused. */
  #displayed(): Model {
    let { model } = this.opened
    const kept: Pending[] = []
    for (const pending of this.#waiting) {
      const next = pending.act === 'edit' ? applyEdits(model, pending.edits) : model
      if (isProblem(next)) this.#options.onRefused(next)
      else {
        model = next
        kept.push(pending)
      }
    }
    this.#setWaiting(kept)
    return model
  }

  #startWriting(): void {
    if (!this.#isWriting) this.#writing = this.#write()
  }

  async #write(): Promise<void> {
    this.#isWriting = true
    this.saveState = { kind: 'saving' }
    try {
      while (this.#waiting.length > 0 || this.#isBehind) {
        const failure = await this.#writeNext()
        if (failure !== null) {
          this.saveState = { kind: 'failed', problem: failure }
          return
        }
      }
      this.saveState = { kind: 'saved' }
    } catch (fault) {
      const sentence = 'The last change could not be written: something went wrong here. Save the model to a file.'
      this.saveState = { kind: 'failed', problem: problem('storage', { at: 'model' }, sentence) }
      throw fault
    } finally {
      this.#isWriting = false
    }
  }

  /** Writes the oldest waiting change, or follows other tabs where none waits. Gives the Problem that stops writing. */
  async #writeNext(): Promise<Problem | null> {
    const { store, tab, now } = this.#options
    const [pending = null] = this.#waiting
    // Heads that arrive while this runs are newer than what it reads, so the flag is lowered first.
    const wasBehind = this.#isBehind
    this.#isBehind = false
    const result =
      pending === null
        ? await store.catchUp(this.opened)
        : await store.commit(this.opened, { ...pending, at: now(), tab })
    if (isProblem(result)) {
      if (result.kind === 'storage') {
        this.#isBehind ||= wasBehind
        return result
      }
      this.#setWaiting(this.#waiting.filter((each) => each !== pending))
      this.#options.onRefused(result)
      this.#isBehind = pending !== null
      this.#options.onModel(this.#displayed(), true)
      return null
    }
    this.opened = { model: result.model, cursor: result.cursor }
    this.#setWaiting(this.#waiting.filter((each) => each !== pending))
    // An edit of one's own is displayed already: only what came from elsewhere makes the screen read the model again.
    const isNews = pending?.act !== 'edit' || result.foreign.length > 0
    if (isNews) this.#options.onModel(this.#displayed(), pending !== null && pending.act !== 'edit')
    this.#options.onCommitted(result, pending)
    return null
  }
}
