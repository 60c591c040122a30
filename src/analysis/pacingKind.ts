// The words of a commitment's kind where figures have names: nothing is required of a cap, and what is spent under one is
// over plan or under it, never ahead or early.

import type { CommitmentKind } from '#model/commitment.ts'

export type KindWords = {
  /** Headings of tables and names of cards. */
  readonly ahead: string
  readonly required: string
  readonly completes: string
  readonly early: string
  /** What the ring in the chart marks. */
  readonly reached: string
  /** Said once the amount is counted. */
  readonly isReached: string
}

const promised: KindWords = {
  ahead: 'Ahead',
  required: 'Required',
  completes: 'Completes',
  early: 'Early or late',
  reached: 'completes',
  isReached: 'the amount is met',
}

const capped: KindWords = {
  ahead: 'Over plan',
  required: 'Left',
  completes: 'Used up',
  early: 'Before or after its end',
  reached: 'used up',
  isReached: 'the cap is used up',
}

export const kindWords = (kind: CommitmentKind): KindWords => (kind === 'cap' ? capped : promised)
