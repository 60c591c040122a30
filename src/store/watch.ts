// To watch a model is to hear of its journal's new heads, whichever tab appended: Dexie carries the news between tabs.

import { liveQuery } from 'dexie'
import type { ModelId } from '#model/model.ts'
import type { Problem } from '#model/problem.ts'
import type { View } from '#model/view.ts'
import type { Database } from './database.ts'
import { problemOf } from './failure.ts'
import type { Seq } from './journal.ts'

/**
 * Calls `onHead` with the head at once and whenever it changes, for this tab's own commits too. A deleted model has no more
 * heads; the next commit or catching up says that it is gone. Gives what stops the watching.
 */
export const watch = (
  database: Database,
  id: ModelId,
  onHead: (head: Seq) => void,
  onProblem: (problem: Problem) => void,
): (() => void) => {
  let last: Seq | null = null
  const subscription = liveQuery(() => database.models.get(id)).subscribe({
    next: (row) => {
      if (row === undefined || row.cursor.head === last) return
      last = row.cursor.head
      onHead(last)
    },
    error: (error: unknown) => onProblem(problemOf(error)),
  })
  return () => subscription.unsubscribe()
}

/** Calls `onChange` whenever a tab, this one too, changed the drafts of a model’s releases from what was seen of them. */
export const watchDrafts = (
  database: Database,
  id: ModelId,
  seen: View['release']['drafts'],
  onChange: () => void,
  onProblem: (problem: Problem) => void,
): (() => void) => {
  let last = JSON.stringify(seen)
  const subscription = liveQuery(() => database.models.get(id)).subscribe({
    next: (row) => {
      const drafts = JSON.stringify((row?.view as Partial<View> | undefined)?.release?.drafts ?? [])
      if (drafts !== last) onChange()
      last = drafts
    },
    error: (error: unknown) => onProblem(problemOf(error)),
  })
  return () => subscription.unsubscribe()
}
