// News is what is said once a change is written: an undo or redo of one's own, or what another tab did meanwhile.

import type { Committed } from '#store/store.ts'
import { wentText } from './history/historyText.ts'
import type { Pending } from './ledger.svelte.ts'

const actsElsewhere = {
  edit: 'Another tab changed this model',
  undo: 'Undone in another tab',
  redo: 'Redone in another tab',
}

/** The sentence, or null where there is nothing to say: an edit was told of as it was made. */
export const newsOf = (committed: Committed, pending: Pending | null, tab: string): string | null => {
  const { entry, foreign, madeBy, went } = committed
  if (pending?.act === 'go' && entry !== null && went !== null) return wentText(went, pending.moment, entry.at)
  if (pending !== null && pending.act !== 'edit' && entry !== null) {
    const elsewhere = madeBy !== null && madeBy !== tab ? ', made in another tab' : ''
    return `${pending.act === 'undo' ? 'Undone' : 'Redone'}${elsewhere}: ${entry.label}.`
  }
  const latest = foreign.at(-1)
  return latest === undefined ? null : `${actsElsewhere[latest.act]}: ${latest.label}.`
}
