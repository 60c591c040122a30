// A JournalPage is a stretch of a model's journal to be read: newest entry first, as far back as was asked for. The journal
// of all models is one table, so the model's own numbers are found first and only the page's entries are read. One entry is
// read by its number alone.

import type { Problem } from '#model/problem.ts'
import type { ModelId } from '#model/model.ts'
import type { Database } from './database.ts'
import type { JournalEntry, Seq } from './journal.ts'
import { goneProblem } from './opened.ts'

export type PageAsked = {
  /** Only entries older than this one; null: from the newest on. */
  readonly before: Seq | null
  /** How many at most. */
  readonly limit: number
}

export type JournalPage = {
  /** Newest first; an entry never changes, so what was read may be kept. */
  readonly entries: readonly JournalEntry[]
  /** Whether the oldest entry kept is among them, or none is older. */
  readonly isLast: boolean
  /** The newest entry folded away (fold.ts), 0 while all are kept. */
  readonly folded: Seq
}

/** The numbers of a model's entries, oldest first; inside a transaction over the journal or on their own. */
const seqsOf = (database: Database, id: ModelId): PromiseLike<readonly Seq[]> =>
  database.journal.where('modelId').equals(id).primaryKeys()

export const readPage = (
  database: Database,
  id: ModelId,
  { before, limit }: PageAsked,
): PromiseLike<JournalPage | Problem> =>
  database.transaction('r', database.models, database.journal, async () => {
    const row = await database.models.get(id)
    if (row === undefined) return goneProblem()
    const all = await seqsOf(database, id)
    const older = before === null ? all : all.filter((seq) => seq < before)
    const asked = older.slice(Math.max(0, older.length - limit))
    const [oldest, newest] = [asked.at(0), asked.at(-1)]
    const entries =
      oldest === undefined ? [] : await database.journal.where(':id').between(oldest, newest, true, true).toArray()
    return {
      entries: entries.filter(({ modelId }) => modelId === id).reverse(),
      isLast: asked.length === older.length,
      folded: row.cursor.folded,
    }
  })

/** An entry by its number; null where the model has none of that number any more. */
export const readEntry = async (database: Database, id: ModelId, seq: Seq): Promise<JournalEntry | null> => {
  const entry = await database.journal.get(seq)
  return entry?.modelId === id ? entry : null
}
