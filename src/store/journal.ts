// The Journal of a model is an append-only, linear log of its edits, shared by all tabs. An undo appends the inverse of an
// entry, a redo the inverse of an undo; nothing is taken out but by folding (fold.ts). A Cursor, in the model's row, says
// where the log stands; it changes in the transaction that appends. Undo and redo are linked lists through the log:
//   - `cursor.undo` is the entry (edit or redo) that undo would invert, `cursor.redo` the undo that redo would take back;
//   - `under` of an edit or a redo is what `cursor.undo` was before it, `under` of an undo what `cursor.redo` was, so both
//     lists are walked one entry at a time, and every link points to an older entry;
//   - the model's content is exactly as it was just after the entry `cursor.undo`, so the inverse kept there applies;
//   - an edit empties the redo list.
// Going to an earlier point is an edit too, one that names the entry it goes to: undo takes it back in one step.
// Entries up to `cursor.folded` are gone: a link to one of them is the end of its list, and a tab whose head is older
// can no longer follow by entries and reads the rows instead.

import type { Edit } from '#model/edit.ts'
import type { ModelId } from '#model/model.ts'

/** An entry's number, given by the database: later entries have larger ones, whatever the model. */
export type Seq = number

export type JournalEntry = {
  readonly seq: Seq
  readonly modelId: ModelId
  readonly act: 'edit' | 'undo' | 'redo'
  readonly edits: readonly Edit[]
  /** What takes the edits back, in the order to apply. */
  readonly inverse: readonly Edit[]
  /** In plain words, "Cloud growth FY26 Q3 in Base: 35.0 % → 40.0 %"; an undo or redo has that of the edit it concerns. */
  readonly label: string
  /** ISO 8601. */
  readonly at: string
  /** The id of the tab that made it. */
  readonly tab: string
  /** The entry an undo inverts, the undo a redo takes back; null for an edit. */
  readonly of: Seq | null
  readonly under: Seq | null
  /** The entry that an edit went to: the model is as it was just after it (point.ts). No other entry has it. */
  readonly to?: Seq
}

export type EntryDraft = Omit<JournalEntry, 'seq'>

export type Cursor = {
  /** The newest entry, 0 before the first. */
  readonly head: Seq
  readonly undo: Seq | null
  readonly redo: Seq | null
  /** The newest entry folded away, 0 while all are kept. */
  readonly folded: Seq
  /** Entries kept, and their size. */
  readonly count: number
  readonly bytes: number
}

export const emptyCursor: Cursor = { head: 0, undo: null, redo: null, folded: 0, count: 0, bytes: 0 }

/** What a tab asks to append. */
export type Change =
  | {
      readonly act: 'edit'
      readonly edits: readonly Edit[]
      readonly label: string
      readonly at: string
      readonly tab: string
    }
  | { readonly act: 'undo' | 'redo'; readonly at: string; readonly tab: string }
  /** To the point just after the entry `to`, or before the oldest one kept. */
  | { readonly act: 'go'; readonly to: Seq; readonly label: string; readonly at: string; readonly tab: string }

/** JSON that shows a Map as its pairs. */
export const toJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, (_, each: unknown) => (each instanceof Map ? [...each] : each), indent)

/** An entry's size in bytes, as JSON in UTF-8: close to what it takes on disk. */
export const sizeOf = ({ seq: _, ...draft }: EntryDraft & { readonly seq?: Seq }): number =>
  new TextEncoder().encode(toJson(draft)).length

/** The entry to append; `inverted` is the one an undo or redo takes back, null for an edit. */
export const draftOf = (
  modelId: ModelId,
  cursor: Cursor,
  change: Change,
  inverted: JournalEntry | null,
  { edits, inverse, label }: Pick<JournalEntry, 'edits' | 'inverse' | 'label'>,
): EntryDraft => ({
  modelId,
  act: change.act === 'go' ? 'edit' : change.act,
  edits,
  inverse,
  label,
  at: change.at,
  tab: change.tab,
  of: inverted?.seq ?? null,
  under: change.act === 'undo' ? cursor.redo : cursor.undo,
  ...(change.act === 'go' ? { to: change.to } : {}),
})

const linksAfter = (entry: JournalEntry, inverted: JournalEntry | null): Pick<Cursor, 'undo' | 'redo'> => {
  switch (entry.act) {
    case 'edit':
      return { undo: entry.seq, redo: null }
    case 'undo':
      return { undo: inverted?.under ?? null, redo: entry.seq }
    case 'redo':
      return { undo: entry.seq, redo: inverted?.under ?? null }
  }
}

/** The cursor with links into the folded part ended. */
export const withEndedLinks = (cursor: Cursor): Cursor => ({
  ...cursor,
  undo: cursor.undo !== null && cursor.undo > cursor.folded ? cursor.undo : null,
  redo: cursor.redo !== null && cursor.redo > cursor.folded ? cursor.redo : null,
})

/** The cursor once the entry is appended. */
export const cursorAfter = (cursor: Cursor, entry: JournalEntry, inverted: JournalEntry | null): Cursor =>
  withEndedLinks({
    ...cursor,
    ...linksAfter(entry, inverted),
    head: entry.seq,
    count: cursor.count + 1,
    bytes: cursor.bytes + sizeOf(entry),
  })
