// Reading a model's journal back from its newest entry, a stretch at a time: what was read is kept, for an entry never changes,
// and what is written meanwhile is put before it.

import type { ModelId } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import type { JournalEntry } from '#store/journal.ts'
import type { Store } from '#store/store.ts'

const stretch = 300

export class JournalReading {
  /** Newest first. */
  entries: readonly JournalEntry[] = $state.raw([])
  /** Whether nothing older is kept. */
  isComplete: boolean = $state(false)
  /** Whether something older was folded into a snapshot. */
  isFolded: boolean = $state(false)
  problem: Problem | null = $state.raw(null)
  /** This tab, as entries name it. */
  readonly tab: string
  readonly #store: Pick<Store, 'readJournal'>
  readonly #model: ModelId
  #reading: Promise<void> = Promise.resolve()

  constructor(model: ModelId, { store, tab }: { readonly store: Pick<Store, 'readJournal'>; readonly tab: string }) {
    this.#model = model
    this.#store = store
    this.tab = tab
  }

  /** Reads what was written since; the first time, the newest stretch. */
  refresh(): Promise<void> {
    return this.#next(async () => {
      const known = this.entries[0]?.seq ?? null
      let fresh: readonly JournalEntry[] = []
      for (;;) {
        const page = await this.#page(fresh.at(-1)?.seq ?? null)
        if (page === null) return
        const news = known === null ? page.entries : page.entries.filter(({ seq }) => seq > known)
        fresh = [...fresh, ...news]
        this.isFolded = page.folded > 0
        if (known === null) this.isComplete = page.isLast
        if (known === null || news.length < page.entries.length || page.isLast) break
      }
      if (fresh.length > 0) this.entries = [...fresh, ...this.entries]
    })
  }

  /** Reads one stretch further back. */
  readOlder(): Promise<void> {
    return this.#next(async () => {
      const page = this.isComplete ? null : await this.#page(this.entries.at(-1)?.seq ?? null)
      if (page === null) return
      this.isComplete = page.isLast
      this.isFolded = page.folded > 0
      this.entries = [...this.entries, ...page.entries]
    })
  }

  /** One reading after the other. */
  #next(read: () => Promise<void>): Promise<void> {
    this.#reading = this.#reading.then(read)
    return this.#reading
  }

  async #page(before: number | null) {
    const page = await this.#store.readJournal(this.#model, { before, limit: stretch })
    this.problem = isProblem(page) ? page : null
    return isProblem(page) ? null : page
  }
}
