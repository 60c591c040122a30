// Folding a year hides its quarters and leaves its year column, where the cursor goes that stood on one of them.

import type { ColumnGroupOpenedEvent, GridApi } from 'ag-grid-community'
import { fiscalQuarterOf } from '#model/fiscalCalendar.ts'
import type { Model } from '#model/model.ts'
import { columnId, readColumnId, type ColumnId } from '#session/column.ts'
import type { View } from '#model/view.ts'
import type { SheetRow } from './row.ts'

/** The column that shows what a column holds: itself, the year of a quarter that is folded away, else the label. */
export const shownColumn = (api: GridApi<SheetRow>, { fiscalCalendar }: Model, id: ColumnId): ColumnId => {
  const isDisplayed = (each: ColumnId): boolean =>
    api.getAllDisplayedColumns().some((column) => column.getColId() === each)
  if (isDisplayed(id)) return id
  const column = readColumnId(id)
  if (column?.kind !== 'quarter') return 'label'
  const year = columnId({ kind: 'year', year: fiscalQuarterOf(column.quarter, fiscalCalendar).year })
  return isDisplayed(year) ? year : 'label'
}

/** The years folded after some were folded or unfolded. */
export const foldedAfter = (
  { foldedYears }: View,
  { columnGroups }: ColumnGroupOpenedEvent<SheetRow>,
): readonly number[] => {
  const folded = new Set(foldedYears)
  for (const group of columnGroups) {
    const year = Number(group.getGroupId())
    if (group.isExpanded()) folded.delete(year)
    else folded.add(year)
  }
  return [...folded]
}
