// A commit is one transaction: it brings the tab up to date, applies the change there, writes the rows that differ and
// appends the entry, or gives a Problem and writes nothing. A transaction locks its tables, so commits of all tabs come one
// after the other, in the order of their entries. It resolves once the change is on disk.

import { assert } from '#base/assert.ts'
import type { Edit } from '#model/edit.ts'
import { wholeEdits } from '#model/earlierEdit.ts'
import { applyReversibly } from '#model/inverse.ts'
import type { Model } from '#model/model.ts'
import { isProblem, problem, type Problem } from '#model/problem.ts'
import { editsBetween } from '#model/restoration.ts'
import { modelFault } from '#model/soundness.ts'
import type { Database, ModelRow } from './database.ts'
import { fold, type JournalLimits } from './fold.ts'
import type { Distance } from './inForce.ts'
import { cursorAfter, draftOf, type Change, type JournalEntry } from './journal.ts'
import { changedRows, headOf, type RowChanges } from './modelRows.ts'
import { follow, goneProblem, type Committed, type Opened } from './opened.ts'
import { pointAfter } from './point.ts'

/** Writes a model's row and its changed parts; inside a transaction over models, scenarios and quarters. */
export const writeRows = async (database: Database, row: ModelRow, changes: RowChanges): Promise<void> => {
  await database.models.put(row)
  await database.scenarios.bulkPut(changes.scenarios)
  await database.scenarios.bulkDelete([...changes.goneScenarios])
  await database.quarters.bulkPut(changes.quarters)
  await database.quarters.bulkDelete([...changes.goneQuarters])
}

type Step = {
  readonly edits: readonly Edit[]
  readonly label: string
  readonly inverted: JournalEntry | null
  readonly went: Distance | null
  readonly isOfGoing: boolean
}

const notEditable = (sentence: string): Problem => problem('edit', { at: 'model' }, sentence)

/** What going to a point does: the edits that make the model what it was there, whatever lies between. */
const stepTo = async (
  database: Database,
  before: Opened,
  { to, label }: Extract<Change, { act: 'go' }>,
): Promise<Step | Problem> => {
  const point = await pointAfter(database, before, to)
  if (isProblem(point)) return point
  const edits = editsBetween(before.model, point.model)
  return edits.length === 0
    ? notEditable('The model is already as it was then: there is nothing to take back.')
    : { edits, label, inverted: null, went: point.distance, isOfGoing: true }
}

/** What the change does at the cursor. */
const stepOf = async (database: Database, before: Opened, change: Change): Promise<Step | Problem> => {
  if (change.act === 'edit')
    return { edits: change.edits, label: change.label, inverted: null, went: null, isOfGoing: false }
  if (change.act === 'go') return stepTo(database, before, change)
  const link = before.cursor[change.act]
  if (link === null) return notEditable(`There is nothing to ${change.act}.`)
  const inverted = await database.journal.get(link)
  assert(inverted !== undefined, 'the cursor’s links lead to entries that are kept')
  // What a redo makes again is the edit that the undo took back; one that is folded away is told as any.
  const edit = inverted.of === null ? inverted : await database.journal.get(inverted.of)
  const isOfGoing = edit?.to !== undefined
  return { edits: wholeEdits(inverted.inverse), label: inverted.label, inverted, went: null, isOfGoing }
}

const applyStep = (model: Model, step: Step): ReturnType<typeof applyReversibly> => {
  const applied = applyReversibly(model, step.edits)
  if (isProblem(applied)) return applied
  const fault = modelFault(applied.model)
  return fault === null ? applied : notEditable(`The change does not fit the model: ${fault}`)
}

export const commit = (
  database: Database,
  limits: JournalLimits,
  opened: Opened,
  change: Change,
): PromiseLike<Committed | Problem> => {
  const { models, scenarios, quarters, journal, snapshots } = database
  return database.transaction('rw', [models, scenarios, quarters, journal, snapshots], async () => {
    const row = await models.get(opened.model.id)
    if (row === undefined) return goneProblem()
    const before = await follow(database, opened, row)
    if (isProblem(before)) return before
    const step = await stepOf(database, before, change)
    if (isProblem(step)) return step
    const applied = applyStep(before.model, step)
    if (isProblem(applied)) return applied
    const { model, inverse } = applied
    const draft = draftOf(model.id, before.cursor, change, step.inverted, { ...step, inverse })
    const entry: JournalEntry = { ...draft, seq: await journal.add({ ...draft }) }
    const appended = cursorAfter(before.cursor, entry, step.inverted)
    const cursor = await fold(database, model, appended, change.at, limits)
    await writeRows(
      database,
      { ...row, ...headOf(model), cursor, changedAt: change.at },
      changedRows(before.model, model),
    )
    return {
      model,
      cursor,
      foreign: before.foreign,
      entry,
      madeBy: step.inverted?.tab ?? null,
      went: step.went,
      isOfGoing: step.isOfGoing,
    }
  })
}
