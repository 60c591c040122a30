// A Problem is something the user can cause, as data: what kind, where, one plain sentence that says what to do, and a
// suggested replacement where there is one. It is shown, never thrown.

import type { Span } from '#base/span.ts'
import type { LineId } from './lineItem.ts'
import type { Quarter } from './quarter.ts'
import type { ScenarioId } from './scenario.ts'

export type ProblemKind =
  | 'syntax'
  | 'unknown name'
  | 'arguments'
  | 'window'
  | 'lag'
  | 'quarter'
  | 'reserved key'
  | 'limit'
  | 'loop'
  | 'constant'
  | 'number'
  /** Of warnings: units that do not go together, and what does not add up over quarters. */
  | 'unit'
  | 'kind'
  | 'edit'
  | 'document'
  /** The browser's storage did not do what was asked: what is in memory is all there is. */
  | 'storage'

export type Place =
  | { readonly at: 'formula'; readonly scenario: ScenarioId; readonly line: LineId; readonly span: Span }
  | { readonly at: 'cell'; readonly scenario: ScenarioId; readonly line: LineId; readonly quarter: Quarter }
  | { readonly at: 'line'; readonly line: LineId }
  | { readonly at: 'text'; readonly span: Span }
  | { readonly at: 'model' }

export type Problem = {
  readonly kind: ProblemKind
  readonly place: Place
  readonly sentence: string
  /** Text to put in the place's span instead, or null. */
  readonly suggestion: string | null
}

const brand = Symbol('Problem')

type Branded = Problem & { readonly [brand]: true }

/** Makes a Problem. The mark tells it from a result in a union; copies by structured clone lose it. */
export const problem = (
  kind: ProblemKind,
  place: Place,
  sentence: string,
  suggestion: string | null = null,
): Problem => {
  const made: Branded = { kind, place, sentence, suggestion, [brand]: true }
  return made
}

export const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && brand in value
