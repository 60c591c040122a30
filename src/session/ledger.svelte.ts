// The Ledger keeps a model in step with its store: changes go in one after the other, each tab's and every other tab's, and
// what is displayed is always "what is committed, plus what still waits". A change that cannot be written keeps waiting;
// nothing the user typed is dropped because a disk was full.

import { isProblem, problem, type Problem } from '#model/problem.ts'
import type { Edit } from '#model/edit.ts'
import type { Model } from '#model/model.ts'
import { applyEdits } from '#model/edit.ts'
import type { Committed, Opened, Store } from '#store/store.ts'

export type Pending =
  { readonly act: 'edit'; readonly edits: readonly Edit[]; readonly label: string } | { readonly act: 'undo' | 'redo' }

export type SaveState =
  { readonly kind: 'saved' } | { readonly kind: 'saving' } | { readonly kind: 'failed'; readonly problem: Problem }

type LedgerOptions = {
  readonly store: Store
  readonly opened: Opened
  /** This tab's id, told to other tabs. */
  readonly tab: string
  readonly now: () => string
  /** The displayed model is another one now. */
  readonly onModel: (model: Model) => void
  /** A change of this tab is written, or one of other tabs has arrived. */
  readonly onCommitted: (committed: Committed, pending: Pending | null) => void
  readonly onRefused: (problem: Problem) => void
}

export class Ledger {
  saveState = $state.raw<SaveState>({ kind: 'saved' })
  opened: Opened = $state.raw() as Opened
  #waiting: readonly Pending[] = []
  #isWriting = false
  #writing: Promise<void> = Promise.resolve()
  #isBehind = false
  readonly #options: LedgerOptions
  readonly #stopWatching: () => void

  constructor(options: LedgerOptions) {
    this.#options = options
    this.opened = options.opened
    this.#stopWatching = options.store.watch(options.opened.model.id, (head) => {
      if (head <= this.opened.cursor.head) return
      this.#isBehind = true
      this.#startWriting()
    })
  }

  close(): void {
    this.#stopWatching()
  }

  push(pending: Pending): void {
    this.#waiting = [...this.#waiting, pending]
    this.#startWriting()
  }

  /** Resolves once nothing waits to be written, or writing has failed. */
  whenIdle(): Promise<void> {
    return this.#writing
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
    this.#waiting = kept
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
    const result =
      pending === null
        ? await store.catchUp(this.opened)
        : await store.commit(this.opened, { ...pending, at: now(), tab })
    this.#isBehind = false
    if (isProblem(result)) {
      if (result.kind === 'storage') return result
      this.#waiting = this.#waiting.filter((each) => each !== pending)
      this.#options.onRefused(result)
      this.#isBehind = pending !== null
      this.#options.onModel(this.#displayed())
      return null
    }
    this.opened = { model: result.model, cursor: result.cursor }
    this.#waiting = this.#waiting.filter((each) => each !== pending)
    // An edit of one's own is displayed already: only what came from elsewhere makes the screen read the model again.
    const isNews = pending?.act !== 'edit' || result.foreign.length > 0
    if (isNews) this.#options.onModel(this.#displayed())
    this.#options.onCommitted(result, pending)
    return null
  }
}
