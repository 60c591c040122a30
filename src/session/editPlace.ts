// Where edits are: the cells they touch and the scenario they are in, so that undo and redo lead the eye back to them.

import type { Edit } from '#model/edit.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines, ancestry, type Model } from '#model/model.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { ColumnId } from './column.ts'
import type { Cell } from './layout.ts'

/** Whether edits are of the timeline: the cells they empty or fill are all over the sheet, and lead nowhere. */
const isOfTimeline = (edits: readonly Edit[]): boolean =>
  edits.some((edit) => edit.kind === 'change model' && edit.change.timeline !== undefined)

/** The scenario in which edits are to be seen: the one shown, where it inherits from theirs; else theirs. */
export const shownFor = (model: Model, shown: ScenarioId, edits: readonly Edit[]): ScenarioId => {
  if (isOfTimeline(edits)) return shown
  const first = edits.find((edit) => edit.kind === 'enter' || edit.kind === 'note' || edit.kind === 'formula')
  if (first === undefined || !model.scenarios.some(({ id }) => id === first.scenario)) return shown
  return ancestry(model, shown).some(({ id }) => id === first.scenario) ? shown : first.scenario
}

const lineOfEdit = (edit: Edit): string | null =>
  edit.kind === 'insert line' ? edit.line.id : 'line' in edit ? edit.line : null

/** The rectangle round the cells that edits touch, by its first and last; null where they touch none that is there. */
export const touchedBy = (
  model: Model,
  edits: readonly Edit[],
  columnOn: (line: LineItem) => ColumnId,
): { readonly first: Cell; readonly last: Cell } | null => {
  if (isOfTimeline(edits)) return null
  const lines = allLines(model)
  const touched = new Set(edits.map(lineOfEdit))
  const there = lines.filter(({ id }) => touched.has(id))
  const [first, last] = [there.at(0), there.at(-1)]
  if (first === undefined || last === undefined) return null
  const quarters = edits.flatMap((edit) => (edit.kind === 'enter' || edit.kind === 'note' ? [edit.quarter] : [])).sort()
  return {
    first: { line: first.id, column: quarters.at(0) ?? columnOn(first) },
    last: { line: last.id, column: quarters.at(-1) ?? columnOn(last) },
  }
}
