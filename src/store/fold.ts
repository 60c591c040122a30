// To fold is to give up the oldest part of a model's journal for one snapshot: the model as it was before the oldest entry
// kept, found by going back from the present through the inverses. Each fold replaces the snapshot of the one before.

import { toDocument } from '#model/document.ts'
import type { Model } from '#model/model.ts'
import type { Database } from './database.ts'
import { sizeOf, withEndedLinks, type Cursor, type JournalEntry } from './journal.ts'
import { stepBack } from './point.ts'

/** The most a journal holds before its oldest entries fold. */
export type JournalLimits = { readonly entries: number; readonly bytes: number }

export const journalLimits: JournalLimits = { entries: 10_000, bytes: 20_000_000 }

/** A fold leaves this much of what is allowed, so that it comes once in thousands of edits and not with each. */
const keptShare = 0.75

/** How many of the entries, counted from the newest, stay; always one, whatever its size. */
const countToKeep = (entries: readonly JournalEntry[], limits: JournalLimits): number => {
  let bytes = 0
  let count = 0
  for (const entry of entries.toReversed()) {
    bytes += sizeOf(entry)
    if (count > 0 && (count + 1 > limits.entries * keptShare || bytes > limits.bytes * keptShare)) break
    count += 1
  }
  return count
}

/** Folds if the journal is past its limits, and gives the cursor then; inside a transaction over journal and snapshots. */
export const fold = async (
  database: Database,
  model: Model,
  cursor: Cursor,
  at: string,
  limits: JournalLimits,
): Promise<Cursor> => {
  if (cursor.count <= limits.entries && cursor.bytes <= limits.bytes) return cursor
  const entries = await database.journal.where('modelId').equals(model.id).sortBy('seq')
  const oldestKept = entries.length - countToKeep(entries, limits)
  const gone = entries.slice(0, oldestKept)
  const kept = entries.slice(oldestKept)
  const newestGone = gone.at(-1)
  if (newestGone === undefined) return cursor
  await database.snapshots.put({
    id: `${model.id}.folded`,
    modelId: model.id,
    name: `Before ${kept[0]?.at ?? at}`,
    at,
    kind: 'folded',
    document: toDocument(kept.reduceRight(stepBack, model), at),
  })
  await database.journal.bulkDelete(gone.map(({ seq }) => seq))
  return withEndedLinks({
    ...cursor,
    folded: newestGone.seq,
    count: kept.length,
    bytes: kept.reduce((sum, entry) => sum + sizeOf(entry), 0),
  })
}
