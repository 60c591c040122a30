// The two versions that the screen of snapshots holds against each other, from what was chosen and what is kept now.

import type { Results } from '#engine/results.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import type { SnapshotSummary } from '#store/store.ts'
import type { ComparedVersions } from './snapshots.svelte.ts'
import type { Versions } from './versions.ts'

/** The snapshots meant; `to` is null for now. Null as a whole while none is kept. */
export type Chosen = { readonly from: SnapshotSummary; readonly to: SnapshotSummary | null }

export const chosenFrom = (list: readonly SnapshotSummary[], { from, to }: ComparedVersions): Chosen | null => {
  const first = list.find(({ id }) => id === from) ?? list[0]
  return first === undefined ? null : { from: first, to: list.find(({ id }) => id === to) ?? null }
}

/** The versions calculated; `is` is null for now. */
export type VersionPair = { readonly was: Results; readonly is: Results | null }

export const pairFrom = async ({ from, to }: Chosen, resultsOf: Versions): Promise<VersionPair | Problem> => {
  const was = await resultsOf(from.id)
  if (isProblem(was)) return was
  const is = to === null ? null : await resultsOf(to.id)
  return isProblem(is) ? is : { was, is }
}
