// The right one of two grids marks what it shows otherwise than the left: a tint and a sign, by the line's polarity, and in the
// tooltip by how much.

import type { ColDef, ColGroupDef } from 'ag-grid-community'
import { differenceOf, type Difference } from '#analysis/comparison.ts'
import { scenarioOf } from '#model/model.ts'
import type { LineItem } from '#model/lineItem.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { isBlank, valueAt } from '#session/cellValue.ts'
import type { Column } from '#session/column.ts'
import { differenceSentence } from '#session/comparisonText.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import type { CellSource } from './columns.ts'
import { faceOf, type Face } from './face.ts'
import type { SheetRow } from './row.ts'
import { cellSource } from './source.ts'

const differingMarks = ['differsGood', 'differsBad', 'differs'] as const

const markOf = { good: 'differsGood', bad: 'differsBad', neutral: 'differs' } as const

export type Sides = { readonly left: ScenarioId; readonly right: ScenarioId }

/** Cells of the right scenario, marked where they read otherwise than the left's. */
export const differingSource = (open: OpenModel, sides: () => Sides): CellSource => {
  const plain = cellSource(open, () => sides().right)
  const difference = (line: LineItem, column: Column): Difference | null => {
    if (isBlank({ line, column })) return null
    const [left, right] = [sides().left, sides().right].map((shown) => valueAt(open.results, { shown, line, column }))
    return differenceOf(line, right ?? NaN, left ?? NaN)
  }
  return {
    ...plain,
    face: (line, column) => {
      const face = plain.face(line, column)
      const left = faceOf({ results: open.results, shown: sides().left, line, column }, open.view.scale)
      if (face.text === left.text) return face
      const mark = markOf[difference(line, column)?.tone ?? 'neutral']
      return { text: face.text, marks: `${face.marks} ${mark}`.trim() }
    },
    tooltip: (line, column) => {
      const found = difference(line, column)
      const size = found === null ? 0 : found.in === 'points' ? found.points : found.amount
      const against = scenarioOf(open.model, sides().left).name
      const own = plain.tooltip(line, column)
      if (found === null || size === 0) return own
      return [`Against ${against}: ${differenceSentence(line, found)}`, own].filter((each) => each !== null).join('\n')
    },
  }
}

const rules = Object.fromEntries(
  differingMarks.map((mark) => [
    `cell-${mark}`,
    ({ value }: { value?: unknown }) => (value as Face | undefined)?.marks.split(' ').includes(mark) === true,
  ]),
)

type Definition = ColDef<SheetRow> | ColGroupDef<SheetRow>

/** Columns that nothing is typed into; those of the right grid wear the marks of what differs, which the sheet's do not know. */
export const readOnlyColumns = (columns: readonly Definition[], areMarked: boolean): Definition[] =>
  columns.map((column) =>
    'children' in column
      ? { ...column, children: readOnlyColumns(column.children, areMarked) }
      : {
          ...column,
          editable: false,
          cellClassRules: areMarked ? { ...column.cellClassRules, ...rules } : (column.cellClassRules ?? {}),
        },
  )
