// A Point of a journal is a state the model was in: just after an entry, or before the oldest one kept. It is found by
// walking back from the present through the inverses, whatever was undone, redone or gone back to on the way.

import { assert } from '#base/assert.ts'
import { wholeEdits } from '#model/earlierEdit.ts'
import { applyEdits } from '#model/edit.ts'
import type { Model } from '#model/model.ts'
import { isProblem, problem, type Problem } from '#model/problem.ts'
import type { Database } from './database.ts'
import { distance, type Distance } from './inForce.ts'
import type { Cursor, JournalEntry, Seq } from './journal.ts'
import { follow, goneProblem, type Opened } from './opened.ts'

/** The model before an entry, from the model just after it. */
export const stepBack = (model: Model, entry: JournalEntry): Model => {
  const before = applyEdits(model, wholeEdits(entry.inverse))
  assert(!isProblem(before), 'each entry’s inverse applies to the model just after it')
  return before
}

export type Point = { readonly model: Model; readonly distance: Distance }

const foldedProblem = (): Problem =>
  problem(
    'edit',
    { at: 'model' },
    'This change was folded away with the oldest ones, so there is no going back to it. The snapshot it was folded into can be compared and restored.',
  )

/** The point after the entry `to`, or with `cursor.folded` the one before all entries; inside a transaction. */
export const pointAfter = async (
  database: Database,
  { model, cursor }: { readonly model: Model; readonly cursor: Cursor },
  to: Seq,
): Promise<Point | Problem> => {
  const oldestFirst = await database.journal.where('modelId').equals(model.id).sortBy('seq')
  const isKept = to === cursor.folded || oldestFirst.some(({ seq }) => seq === to)
  if (!isKept) return foldedProblem()
  return {
    model: oldestFirst.filter(({ seq }) => seq > to).reduceRight(stepBack, model),
    distance: distance(oldestFirst.toReversed(), cursor.head, to),
  }
}

/** A model as it was just after an entry of its journal; `known` is what the tab knows of it. */
export const readPoint = (database: Database, known: Opened, after: Seq): PromiseLike<Model | Problem> => {
  const { models, scenarios, quarters, journal } = database
  return database.transaction('r', models, scenarios, quarters, journal, async () => {
    const row = await models.get(known.model.id)
    if (row === undefined) return goneProblem()
    const now = await follow(database, known, row)
    if (isProblem(now)) return now
    const point = await pointAfter(database, now, after)
    return isProblem(point) ? point : point.model
  })
}
