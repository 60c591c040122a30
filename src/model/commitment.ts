// A Commitment is an amount promised on one line over a window of quarters, spread by a plan. It is an object for the user
// and ordinary lines for the engine: it expands into formula text (commitmentLines.ts), so pacing has no arithmetic of its
// own. A reading is the same commitment counted another way (another start, length, line or share) and expands likewise.

import { addQuarters, type Quarter } from './quarter.ts'
import type { Note } from './quarterRow.ts'
import type { Unit } from './unit.ts'

export type CommitmentId = string

/** What is counted, and over which quarters. */
export type Reading = {
  readonly id: string
  readonly name: string
  /** A formula; usually a line's key, or a share of it: `95% * capex`. */
  readonly counts: string
  /** The quarter the window was to begin in. */
  readonly first: Quarter
  /** How many quarters after `first` it begins in Base; a scenario may have its own. */
  readonly delay: number
  /** The window's length in quarters, 1 or more. */
  readonly quarters: number
}

/**
 * How the amount is spread over a window of N quarters: alike; by weights N … 1 or 1 … N; along 3x² − 2x³; or as typed. In
 * the plan's constant they are numbered from 1.
 */
export const planShapes = ['straight', 'front-loaded', 'back-loaded', 'S-curve', 'typed'] as const

export type PlanShape = (typeof planShapes)[number]

export const planNumber = (plan: PlanShape): number => planShapes.indexOf(plan) + 1

/** The plan of a number; null for any other number. */
export const planNumbered = (number: number): PlanShape | null => planShapes[number - 1] ?? null

export type CommitmentKind = 'floor' | 'target' | 'cap'

export type Commitment = {
  readonly id: CommitmentId
  /** The stem of its lines' keys: `ai_capex` gives `ai_capex_counted`. */
  readonly key: string
  readonly name: string
  readonly section: string
  readonly kind: CommitmentKind
  /** In `unit`. */
  readonly amount: number
  readonly unit: Unit
  readonly plan: PlanShape
  readonly note: Note
  /** The reading that holds; its lines carry the commitment's own stem. */
  readonly reading: Reading
  /** Other readings to stand beside it. */
  readonly otherReadings: readonly Reading[]
}

export const readingsOf = (commitment: Commitment): readonly Reading[] => [
  commitment.reading,
  ...commitment.otherReadings,
]

export const isMainReading = (commitment: Commitment, reading: Reading): boolean => reading.id === commitment.reading.id

/** The first quarter of a reading's window in Base. */
export const windowStart = ({ first, delay }: Reading): Quarter => addQuarters(first, delay)

/** The last quarter of a reading's window in Base. */
export const windowEnd = (reading: Reading): Quarter => addQuarters(windowStart(reading), reading.quarters - 1)

/** The sections its lines stand in besides its own: right after it, and folded at first. */
export const workingSection = ({ section }: Pick<Commitment, 'section'>): string => `${section}: workings`

export const otherReadingsSection = ({ section }: Pick<Commitment, 'section'>): string => `${section}: other readings`
