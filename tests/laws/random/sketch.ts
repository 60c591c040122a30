// A Sketch is what the generator knows of a model before its formulas are written: the calendar, the quarters, and the
// lines in a rank. A formula may look at lines of lower groups wherever it likes; inside a group, which may be one lagged
// loop, only as loops allow. So most formulas are sound, and the ones that are not are unsound on purpose.

import type { FiscalCalendar } from '#model/fiscalCalendar.ts'
import type { Kind, LineId } from '#model/lineItem.ts'
import type { Quarter } from '#model/quarter.ts'
import type { Chance } from '../../support/chance.ts'

export type LineSketch = {
  readonly id: LineId
  readonly key: string
  readonly kind: Kind
  readonly driver: boolean
  /** Lines of one group may look at each other; 0 is the lowest. */
  readonly group: number
  /** The place among all lines: inside a group a line may look at lower ranks in the same quarter. */
  readonly rank: number
}

export type Sketch = {
  readonly chance: Chance
  readonly calendar: FiscalCalendar
  readonly quarters: readonly Quarter[]
  /** By rank. */
  readonly lines: readonly LineSketch[]
  /** Keys of a commitment's lines, and the group of the line it counts: any group above may look at them. */
  readonly commitment: { readonly keys: readonly string[]; readonly group: number } | null
}

/** The lines of a line's group, itself among them. */
export const groupOf = (sketch: Sketch, line: LineSketch): readonly LineSketch[] =>
  sketch.lines.filter(({ group }) => group === line.group)

/** The keys a line's formula may use at any quarter. */
export const freeKeysOf = (sketch: Sketch, line: LineSketch): readonly string[] => {
  const keys = sketch.lines.filter(({ group }) => group < line.group).map(({ key }) => key)
  const { commitment } = sketch
  return commitment !== null && commitment.group < line.group ? [...keys, ...commitment.keys] : keys
}
