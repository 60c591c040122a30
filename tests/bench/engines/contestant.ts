// A Contestant is one engine with one model. Whatever it needs in another form (a workbook, a Model) is made beforehand;
// what is timed are its methods and tasks alone.

import type { NumberEdit } from '../models/benchModel.ts'

export type Task = 'recalculate' | 'rebuild' | 'half edit' | 'four-cell edit' | 'lanes'

/** Cells, each as line * quarters + quarter. */
type CellPlaces = readonly number[]

export type Contestant = {
  /** From the model's texts to first values. */
  readonly open: () => void
  /** Every value, the one of line l in quarter q at l * quarters + q. */
  readonly values: () => Float64Array
  readonly recalculate: () => void
  /** The public way to a full recalculation, where there is another below it. */
  readonly rebuild?: () => void
  /** Makes ready for an edit. Each call of what it gives types the other of its two numbers, and gives what changed. */
  readonly edit?: (edit: NumberEdit) => () => unknown
  readonly changedCells?: (changes: unknown) => CellPlaces
  /** What the values take, as the engine counts it. */
  readonly valueBytes?: () => number
  /** Makes ready for many lanes: `run` computes all, `outcomes` gives each lane's last debt, then each one's cash flow. */
  readonly lanes?: () => { readonly run: () => void; readonly outcomes: () => Float64Array }
}
