import type { ColDef, ColumnState, GridApi } from 'ag-grid-community'
import { expect, test } from 'vitest'
import { followWidth, sheetColumns, type CellSource } from '#ui/grid/columns.ts'
import { noFace } from '#ui/grid/face.ts'
import type { SheetRow } from '#ui/grid/row.ts'
import { modelText } from '../../support/modelText.ts'

const source: CellSource = {
  label: () => noFace,
  unit: () => noFace,
  formula: () => noFace,
  labelTooltip: () => null,
  lineTooltip: () => null,
  lineOf: () => null,
  face: () => noFace,
  tooltip: () => null,
  isEditable: () => false,
}

const columnsOf = (header: string): ReadonlyMap<string, ColDef> => {
  const view = { foldedYears: [], areFormulasShown: false, yearColumns: 'among', yearsBy: 'fiscal' } as const
  const columns = sheetColumns(modelText(`${header}\n a 1`), view, source, 1000)
  const leaves = columns.flatMap((column): ColDef[] => ('children' in column ? column.children : [column]))
  return new Map(leaves.map((column) => [column.colId ?? '', column]))
}

test('[G4] a year with forecast quarters wears their header and says how many there are', () => {
  const columns = columnsOf('FY25 Q1 to FY27 Q4, actual to FY26 Q2')
  const header = (id: string) => [columns.get(id)?.headerClass, columns.get(id)?.headerTooltip]
  expect(header('FY2025')).toEqual(['head-year', 'FY25: four quarters reported'])
  expect(header('FY2026')).toEqual(['head-year head-forecast', 'FY26: two quarters reported, two forecast'])
  expect(header('FY2027')).toEqual(['head-year head-forecast', 'FY27: four quarters forecast'])
  expect(columnsOf('FY25 Q1 to FY25 Q4, actual to FY25 Q1').get('FY2025')?.headerTooltip).toBe(
    'FY25: one quarter reported, three forecast',
  )
})

test('no column and no group of columns shares its id with another', () => {
  for (const yearColumns of ['among', 'last', 'only'] as const) {
    const view = { foldedYears: [], areFormulasShown: false, yearColumns, yearsBy: 'fiscal' } as const
    const columns = sheetColumns(modelText('FY25 Q1 to FY26 Q4, actual to FY25 Q2\n a 1'), view, source, 1000)
    const ids = columns.flatMap((column): (string | undefined)[] =>
      'children' in column
        ? [column.groupId, ...column.children.map((child) => ('colId' in child ? child.colId : ''))]
        : [column.colId],
    )
    expect(new Set(ids).size).toBe(ids.length)
  }
})

test('the columns that stay left follow the sheet’s width, but for a label that was dragged', () => {
  const stateAt = (labelWidth: number, sheetWidth: number): readonly ColumnState[] => {
    let state: readonly ColumnState[] = []
    const stub = {
      getColumn: () => ({ getActualWidth: () => labelWidth }),
      applyColumnState: (applied: { readonly state: readonly ColumnState[] }) => {
        state = applied.state
      },
    }
    followWidth(stub as unknown as GridApi<SheetRow>, sheetWidth)
    return state
  }
  expect(stateAt(252, 700)).toEqual([
    { colId: 'label', pinned: 'left', width: 168 },
    { colId: 'unit', pinned: 'left', width: 74 },
    { colId: 'constant', pinned: 'left', width: 78 },
  ])
  expect(stateAt(168, 1000)[0]).toEqual({ colId: 'label', pinned: 'left', width: 252 })
  expect(stateAt(300, 700).map(({ colId }) => colId)).toEqual(['unit', 'constant'])
  expect(stateAt(168, 400)[1]).toMatchObject({ colId: 'unit', pinned: null })
})
