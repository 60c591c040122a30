// To watch a model is to hear of its journal's new heads, whichever tab appended: Dexie carries the news between tabs.

import { liveQuery } from 'dexie'
import type { ModelId } from '#model/model.ts'
import type { Problem } from '#model/problem.ts'
import type { Database } from './database.ts'
import { problemOf } from './failure.ts'
import type { Seq } from './journal.ts'
import { goneProblem } from './opened.ts'

/**
 * Calls `onHead` with the head at once and whenever it changes, for this tab's own commits too; `onProblem` once the model
 * is gone. Gives what stops it.
 */
export const watch = (
  database: Database,
  id: ModelId,
  onHead: (head: Seq) => void,
  onProblem: (problem: Problem) => void,
): (() => void) => {
  let last: Seq | undefined
  const subscription = liveQuery(() => database.models.get(id)).subscribe({
    next: (row) => {
      if (row === undefined) onProblem(goneProblem())
      else if (row.cursor.head !== last) onHead((last = row.cursor.head))
    },
    error: (error: unknown) => onProblem(problemOf(error)),
  })
  return () => subscription.unsubscribe()
}
