// To watch a model is to hear of its journal's new heads, whichever tab appended: Dexie carries the news between tabs.

import { liveQuery } from 'dexie'
import type { ModelId } from '#model/model.ts'
import type { Problem } from '#model/problem.ts'
import { draftsOf, type ViewDrafts } from '#model/viewDrafts.ts'
import type { Database } from './database.ts'
import { problemOf } from './failure.ts'
import type { Seq } from './journal.ts'
import { listModels, type ModelSummary } from './models.ts'

/**
 * Calls `onHead` with the head at once and whenever it changes, for this tab's own commits too; with null once the model is
 * deleted, and with its head again if it is brought back. Gives what stops the watching.
 */
export const watch = (
  database: Database,
  id: ModelId,
  onHead: (head: Seq | null) => void,
  onProblem: (problem: Problem) => void,
): (() => void) => {
  let last: Seq | null | undefined
  const subscription = liveQuery(() => database.models.get(id)).subscribe({
    next: (row) => {
      const head = row?.cursor.head ?? null
      if (head === last) return
      last = head
      onHead(head)
    },
    error: (error: unknown) => onProblem(problemOf(error)),
  })
  return () => subscription.unsubscribe()
}

/** Calls `onChange` whenever a tab, this one too, changed the drafts of a model’s view from what was seen of them. */
export const watchDrafts = (
  database: Database,
  id: ModelId,
  seen: ViewDrafts,
  onChange: () => void,
  onProblem: (problem: Problem) => void,
): (() => void) => {
  let last = JSON.stringify(seen)
  const subscription = liveQuery(() => database.models.get(id)).subscribe({
    next: (row) => {
      const drafts = JSON.stringify(draftsOf(row?.view))
      if (drafts !== last) onChange()
      last = drafts
    },
    error: (error: unknown) => onProblem(problemOf(error)),
  })
  return () => subscription.unsubscribe()
}

/** Calls `onModels` with the list of models at once and whenever any tab adds, changes or deletes one. */
export const watchModels = (
  database: Database,
  onModels: (models: readonly ModelSummary[]) => void,
  onProblem: (problem: Problem) => void,
): (() => void) => {
  const subscription = liveQuery(() => listModels(database)).subscribe({
    next: onModels,
    error: (error: unknown) => onProblem(problemOf(error)),
  })
  return () => subscription.unsubscribe()
}
