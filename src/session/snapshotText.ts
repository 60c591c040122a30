// Words about snapshots: when they were made, why, and what became of them in a file.

import { counted } from '#base/listing.ts'
import type { FoundCharts } from '#model/chartChoice.ts'
import type { FoundSnapshots, SnapshotKind } from '#model/snapshot.ts'

const momentForm = new Intl.DateTimeFormat('en-GB', {
  ...({ day: 'numeric', month: 'short', year: 'numeric' } as const),
  ...({ hour: '2-digit', minute: '2-digit' } as const),
})

/** `25 Nov 2026, 15:40`, where the reader is; the text itself where it is no moment. */
export const momentText = (at: string): string =>
  Number.isNaN(Date.parse(at)) ? at : momentForm.format(new Date(at)).replace('Sept', 'Sep')

/** Its name on screen: one that the journal folded into is called after a moment. */
export const snapshotName = ({ name, kind }: { readonly name: string; readonly kind: SnapshotKind }): string =>
  kind === 'folded' ? name.replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z$/, momentText) : name

/** Why a snapshot was made, in a few words. */
export const kindText = (kind: SnapshotKind): string => {
  switch (kind) {
    case 'named':
      return 'taken by hand'
    case 'before restore':
      return 'kept before a restore'
    case 'before import':
      return 'kept before an import'
    case 'before roll forward':
      return 'kept before a roll forward'
    case 'folded':
      return 'the oldest steps of undo, folded'
  }
}

/** The end of a sentence about a file: `, with 2 snapshots`; nothing for none. */
export const cameWith = (count: number): string => (count === 0 ? '' : `, with ${counted(count, 'snapshot')}`)

const unread = (count: number, one: string): string =>
  `${counted(count, one)} in it cannot be read and ${count === 1 ? 'was' : 'were'} left out`

/** That a file is open, with what came along and what of it could not be read. */
export const openedText = (
  file: string,
  { snapshots, leftOut, damagedCharts }: FoundSnapshots & FoundCharts,
): string => {
  const open = `${file} is open as a model of its own${cameWith(snapshots.length)}.`
  const lost = [
    ...(leftOut.length === 0 ? [] : [`${unread(leftOut.length, 'snapshot')}: ${leftOut.join(', ')}.`]),
    ...(damagedCharts === 0 ? [] : [`${unread(damagedCharts, 'chart')}.`]),
  ]
  return [open, ...lost].join(' ')
}
