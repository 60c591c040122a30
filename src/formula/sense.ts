// A Sense is what is known of an expression apart from its value: its measure, and how it adds up over quarters.

import type { LineId, LineItem } from '#model/lineItem.ts'
import type { Accrual, Term } from './accrual.ts'
import type { CheckedFormula } from './check.ts'
import { anything, type Measure } from './measure.ts'
import type { Tree } from './tree.ts'

export type Sense = {
  readonly measure: Measure
  readonly accrual: Accrual
  /** What a sum adds up, seen through parentheses, signs and lags. */
  readonly terms?: readonly Term[]
}

/** An expression with its sense. */
export type Part = { readonly tree: Tree; readonly sense: Sense }

/** The formula being read, the line it belongs to, and all lines there are. */
export type Reading = CheckedFormula & {
  readonly line: LineItem
  readonly lines: ReadonlyMap<LineId, LineItem>
}

/** A condition, or a name of the calendar. */
export const unitFree: Sense = { measure: anything, accrual: 'any' }

export const termsOf = ({ tree, sense }: Part, isTaken = false): readonly Term[] =>
  (sense.terms ?? [{ tree, accrual: sense.accrual, isTaken: false }]).map((term) => ({
    ...term,
    isTaken: term.isTaken !== isTaken,
  }))
