// An Opened model is what a tab knows of it: the content, and the cursor of the journal at that content. A tab gets it by
// opening, and from then on from each commit and each catching up; while other tabs write, it may be behind.

import { assert } from '#base/assert.ts'
import { wholeEdits } from '#model/earlierEdit.ts'
import { applyEdits } from '#model/edit.ts'
import type { Model, ModelId } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { firstView, type View } from '#model/view.ts'
import type { Database, ModelRow } from './database.ts'
import { storageProblem } from './failure.ts'
import type { Distance } from './inForce.ts'
import type { Cursor, JournalEntry } from './journal.ts'
import { readRows, type Unread } from './modelRows.ts'

export type Opened = { readonly model: Model; readonly cursor: Cursor }

/** What the tab knows after a commit or a catching up. */
export type Committed = Opened & {
  /** The entries this tab had not seen, oldest first, now in the model: other tabs', as a rule. */
  readonly foreign: readonly JournalEntry[]
  /** The tab's own entry, appended last; null where it only caught up. */
  readonly entry: JournalEntry | null
  /** The tab that made what an undo or redo took back; null where nothing was taken back. */
  readonly madeBy: string | null
  /** How far it was to the point gone to; null where nothing went to one. */
  readonly went: Distance | null
  /** Whether it went to a point, or took back or made again such a going. */
  readonly isOfGoing: boolean
}

export type OpenedModel = Opened & Pick<ModelRow, 'view' | 'changedAt' | 'backedUpAt'>

export const goneProblem = (): Problem =>
  storageProblem(
    'This model is no longer in the browser’s storage: it was deleted in another tab, or the browser cleared it. Save it to a file to keep it.',
  )

/** Reads the model a row heads; inside a transaction over models, scenarios and quarters. */
const readModel = async (database: Database, row: ModelRow): Promise<Model | Problem> => {
  const scenarios = await database.scenarios.where('modelId').equals(row.id).toArray()
  const quarters = await database.quarters.where('modelId').equals(row.id).toArray()
  return readRows(row, scenarios, quarters)
}

/** The view kept; whatever an older Paceline did not keep yet, or another tab's edit removed, is as in a new model. */
const viewOf = (model: Model, kept: unknown): View => {
  const first = firstView(model)
  const view = typeof kept === 'object' ? { ...first, ...kept } : first
  return model.scenarios.some(({ id }) => id === view.scenario) ? view : { ...view, scenario: first.scenario }
}

const isCursor = (value: unknown): value is Cursor =>
  typeof value === 'object' &&
  value !== null &&
  'head' in value &&
  'undo' in value &&
  'redo' in value &&
  'folded' in value

export const openModel = (database: Database, id: ModelId): PromiseLike<OpenedModel | Problem> =>
  database.transaction('r', database.models, database.scenarios, database.quarters, async () => {
    const row = await database.models.get(id)
    if (row === undefined) return goneProblem()
    const model = await readModel(database, row)
    if (isProblem(model)) return model
    const { cursor, view, changedAt, backedUpAt }: Unread<ModelRow> = row
    if (!isCursor(cursor))
      return storageProblem(
        'The model cannot be read: it does not say where its journal stands. Save its raw data to a file.',
      )
    return {
      model,
      cursor,
      view: viewOf(model, view),
      changedAt: String(changedAt),
      backedUpAt: typeof backedUpAt === 'string' ? backedUpAt : null,
    }
  })

/** The entries of a model that came after one, oldest first. */
const entriesAfter = (database: Database, id: ModelId, head: number): PromiseLike<readonly JournalEntry[]> =>
  database.journal
    .where(':id')
    .above(head)
    .and(({ modelId }) => modelId === id)
    .toArray()

/** What the tab knows, brought up to the row; inside a transaction over models, scenarios, quarters and journal. */
export const follow = async (database: Database, known: Opened, row: ModelRow): Promise<Committed | Problem> => {
  const { cursor } = row
  const { head } = known.cursor
  const caughtUp = { cursor, entry: null, madeBy: null, went: null, isOfGoing: false }
  if (cursor.head === head) return { ...caughtUp, model: known.model, foreign: [] }
  const foreign = await entriesAfter(database, row.id, head)
  const canFollow = head >= cursor.folded && head < cursor.head
  const model = canFollow
    ? applyEdits(
        known.model,
        foreign.flatMap(({ edits }) => wholeEdits(edits)),
      )
    : await readModel(database, row)
  assert(!canFollow || !isProblem(model), 'the journal’s entries apply in order')
  return isProblem(model) ? model : { ...caughtUp, model, foreign }
}

export const catchUp = (database: Database, known: Opened): PromiseLike<Committed | Problem> =>
  database.transaction('r', database.models, database.scenarios, database.quarters, database.journal, async () => {
    const row = await database.models.get(known.model.id)
    return row === undefined ? goneProblem() : follow(database, known, row)
  })
