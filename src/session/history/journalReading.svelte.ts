// A JournalReading is a model's journal as far back as it has been read, newest entry first and without a gap: at first a
// stretch, older ones when asked for, newer entries as they are written, by whichever tab. Of each entry it holds what its
// reader makes of it, for the edits themselves may be twenty megabytes.

import type { ModelId } from '#model/model.ts'
import { isProblem, problem, type Problem } from '#model/problem.ts'
import type { JournalEntry, Seq, Store } from '#store/store.ts'

type Means<Held> = {
  readonly store: Pick<Store, 'readJournal'>
  readonly model: ModelId
  /** What is held of an entry. It never changes. */
  readonly hold: (entry: JournalEntry) => Held
  /** How many entries are read at once. */
  readonly stretch: number
}

export class JournalReading<Held extends { readonly seq: Seq }> {
  /** Null until the first stretch has been read. */
  entries = $state.raw<readonly Held[] | null>(null)
  /** Whether nothing older is kept. */
  isComplete = $state(false)
  /** Whether something older was folded into a snapshot. */
  isFolded = $state(false)
  /** What keeps it from being read, until it could be. */
  problem = $state.raw<Problem | null>(null)
  readonly #means: Means<Held>
  #reading: Promise<void> = Promise.resolve()

  constructor(means: Means<Held>) {
    this.#means = means
  }

  /** Reads what was written since, and forgets what was folded away; the first time reads the newest stretch. */
  refresh(): Promise<void> {
    return this.#inTurn(async () => {
      const known = this.entries
      const newest = known?.[0]?.seq ?? 0
      const newer: Held[] = []
      let before: Seq | null = null
      for (;;) {
        const page = await this.#page(before, this.#means.stretch)
        if (page === null) return
        newer.push(...page.entries.filter(({ seq }) => seq > newest).map(this.#means.hold))
        before = page.entries.at(-1)?.seq ?? null
        const isMet = known === null || page.isLast || before === null || before <= newest
        if (!isMet) continue
        this.isComplete ||= page.isLast
        this.entries = [...newer, ...(known ?? []).filter(({ seq }) => seq > page.folded)]
        return
      }
    })
  }

  /** Reads one stretch further back. */
  readOlder(limit = this.#means.stretch): Promise<void> {
    return this.#inTurn(async () => {
      if (this.entries === null || this.isComplete) return
      const page = await this.#page(this.entries.at(-1)?.seq ?? null, limit)
      if (page === null) return
      this.isComplete = page.isLast
      this.entries = [...this.entries, ...page.entries.map(this.#means.hold)]
    })
  }

  /** One reading after the other: each starts from what the one before found, and whatever became of it. */
  #inTurn(reading: () => Promise<void>): Promise<void> {
    const turn = this.#reading.then(reading).catch((fault: unknown) => {
      const sentence = 'Something went wrong here. Try again, or reload this page.'
      this.problem = problem('storage', { at: 'model' }, sentence)
      throw fault
    })
    this.#reading = turn.catch(() => undefined) // told by `problem`, and thrown to who asked
    return turn
  }

  async #page(before: Seq | null, limit: number) {
    const { store, model } = this.#means
    const page = await store.readJournal(model, { before, limit })
    this.problem = isProblem(page) ? page : null
    if (isProblem(page)) return null
    this.isFolded = page.folded > 0
    return page
  }
}
