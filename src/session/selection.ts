// The selected cell, by the ids of its line and column: it stays on its cell when rows or columns move.

import type { LineId } from '#model/lineItem.ts'
import type { ColumnId } from './column.ts'

export type Selection = { readonly line: LineId; readonly column: ColumnId }
