// The cell of the sheet that a step on the way to a reason's root stands for.

import type { PathStep } from '#engine/results.ts'
import { columnId } from '../column.ts'
import type { Cell } from '../layout.ts'

export const cellOfStep = ({ line, quarter, year }: Pick<PathStep, 'line' | 'quarter' | 'year'>): Cell => ({
  line,
  column: quarter ?? (year === null ? 'constant' : columnId({ kind: 'year', year })),
})
