// Results are what a model calculates to: every value in every scenario, every Problem, and on demand the reason and the
// making of one cell. They belong to the model they were calculated from and never change.

import type { CheckedFormula } from '#formula/check.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import type { Problem } from '#model/problem.ts'
import type { Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { Year } from '#model/year.ts'

/** Why there is no value. A fault outranks n.m., n.m. outranks missing. */
export type Reason = {
  readonly kind: 'fault' | 'n.m.' | 'missing'
  /** Such as `÷0`, or `needs capex in FY25 Q1`. */
  readonly sentence: string
  /** The cell where it begins; the quarter is null for a constant or a year. */
  readonly root: { readonly line: LineId; readonly quarter: Quarter | null }
}

/** A cell on the way from one without a value to the root of its reason; both are null for a constant. */
export type PathStep = {
  readonly line: LineId
  readonly quarter: Quarter | null
  readonly year: Year | null
  /** Such as `3 of 4 quarters`, where it adds quarters up and lacks some. */
  readonly share: string | null
}

export type ReasonPath = {
  readonly kind: Reason['kind']
  /** The first is the cell asked about, the last the root. */
  readonly steps: readonly PathStep[]
  /** What happened at the root: `÷0`. */
  readonly sentence: string
  /** Whether the root is a cell with nothing typed and no formula, or none of the timeline's. */
  readonly isBlank: boolean
  readonly isOutside: boolean
}

/** A value that went into another: of a quarter, of a year, or, where both are null, a constant's. NaN is no value. */
export type Input = {
  readonly line: LineId
  readonly quarter: Quarter | null
  readonly year: Year | null
  readonly value: number
}

export type Explanation = {
  /** null where there is a value. */
  readonly reason: Reason | null
  /** The formula the value comes from, as written; null where it is typed, or there is none. */
  readonly formula: string | null
  /** The formula with its numbers in. */
  readonly withNumbers: string | null
  /** In the order they are looked at, each once. */
  readonly inputs: readonly Input[]
}

/** Writes a line's value as the screen shows it. */
export type NumberFormat = (line: LineItem, value: number) => string

/** Who computed: code compiled from the formulas, or the interpreter that the tests hold it against. */
export type Evaluator = 'compiled' | 'oracle'

export type Results = {
  readonly model: Model
  readonly evaluator: Evaluator
  /** NaN is no value, here and below. */
  readonly valueOf: (scenario: ScenarioId, line: LineId, quarter: Quarter) => number
  readonly yearOf: (scenario: ScenarioId, line: LineId, year: Year) => number
  /** The number of a constant line. */
  readonly constantOf: (scenario: ScenarioId, line: LineId) => number
  /** Each Problem once, in the first scenario that has it. */
  readonly problems: readonly Problem[]
  /** Formulas whose units or kinds do not go together; found when first asked for. */
  readonly warnings: readonly Problem[]
  readonly problemOf: (scenario: ScenarioId, line: LineId) => Problem | null
  /** Why a cell has no value; null where it has one. Found once for each cell: all may be asked for. */
  readonly reasonOf: (scenario: ScenarioId, line: LineId, quarter: Quarter) => Reason | null
  /** Null for a cell that has a value. */
  readonly reasonPath: (scenario: ScenarioId, line: LineId, quarter: Quarter) => ReasonPath | null
  readonly reasonPathOfYear: (scenario: ScenarioId, line: LineId, year: Year) => ReasonPath | null
  /** The formula that holds for a line, checked; null where there is none, it cannot be read, and for a constant. */
  readonly checkedOf: (scenario: ScenarioId, line: LineId) => CheckedFormula | null
  readonly reasonOfYear: (scenario: ScenarioId, line: LineId, year: Year) => Reason | null
  /** What the formula of a cell looks at, each once, in the order it does; nothing where its number is typed. */
  readonly inputsOf: (scenario: ScenarioId, line: LineId, quarter: Quarter) => readonly Input[]
  /** The quarters a year adds up, or the one it takes; of a rate the years its formula looks at. */
  readonly inputsOfYear: (scenario: ScenarioId, line: LineId, year: Year) => readonly Input[]
  readonly explain: (scenario: ScenarioId, line: LineId, quarter: Quarter, format?: NumberFormat) => Explanation
  readonly explainYear: (scenario: ScenarioId, line: LineId, year: Year, format?: NumberFormat) => Explanation
}
