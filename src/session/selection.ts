// The selected cell, by the ids of its line and column: it stays on its cell when rows or columns move.

import type { LineId } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { addQuarters } from '#model/quarter.ts'
import { columnId, type ColumnId } from './column.ts'

export type Selection = { readonly line: LineId; readonly column: ColumnId }

/** The cell the cursor starts on: the first driver that differs by quarter, in the first quarter of the forecast. */
export const firstSelection = (model: Model): Selection | null => {
  const { lastActual, timeline } = model
  const quarter = lastActual === null || lastActual === timeline.last ? timeline.first : addQuarters(lastActual, 1)
  const line = model.lines.find(({ driver, kind }) => driver && kind !== 'constant') ?? model.lines[0]
  return line === undefined ? null : { line: line.id, column: columnId({ kind: 'quarter', quarter }) }
}
