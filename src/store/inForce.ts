// What is in force at an entry of the journal are the edits whose work the model held just after it: an edit adds itself to
// what was in force before it; an undo and a redo leave what was in force before the entry they take back; an entry that
// went back (`to`) leaves what was in force at the entry it went to. All of these lie further back, so that one walk from
// the newest entry to the oldest finds them, page by page where it must.

import type { JournalEntry, Seq } from './journal.ts'

type Link = Pick<JournalEntry, 'seq' | 'act' | 'of' | 'to'>

/** Whether an entry changes the model by itself, rather than going to where it has been. */
export const isChange = ({ act, to }: Pick<JournalEntry, 'act' | 'to'>): boolean => act === 'edit' && to === undefined

/** The changes in force just after the entry `at`, from entries newest first; those are all that is looked at. */
export const inForce = (entries: readonly Link[], at: Seq): ReadonlySet<Seq> => {
  const found = new Set<Seq>()
  let newest = at
  for (const entry of entries) {
    if (entry.seq > newest) continue
    if (isChange(entry)) {
      found.add(entry.seq)
      newest = entry.seq - 1
    } else newest = entry.to ?? (entry.of ?? entry.seq) - 1
  }
  return found
}

/** How many changes one loses and wins by going from the state after one entry to that after another. */
export type Distance = { readonly taken: number; readonly made: number }

export const distance = (entries: readonly Link[], from: Seq, to: Seq): Distance => {
  const [before, after] = [inForce(entries, from), inForce(entries, to)]
  return {
    taken: [...before].filter((seq) => !after.has(seq)).length,
    made: [...after].filter((seq) => !before.has(seq)).length,
  }
}
