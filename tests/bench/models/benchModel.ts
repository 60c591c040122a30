// A BenchModel is the one description from which every engine's form of a model is made: Paceline's Model, a spreadsheet
// for the peers, and the numbers for the hand-written programs. Formulas stand in Paceline's language and use only what
// all peers have: + - * /, comparisons, if, min, max, abs and windows of sum and max.
//
// Values, of every engine, are compared as one array: the value of line l in quarter q is at l * quarters + q.

import type { Kind } from '#model/lineItem.ts'

export type BenchLine = {
  readonly key: string
  readonly section: string
  readonly kind: Kind
  /** null on an input. */
  readonly formula: string | null
  /** Numbers of the first quarters: of all on an input, on a computed line of those its formula looks back at. */
  readonly typed: readonly number[]
}

export type BenchModel = {
  readonly name: string
  readonly quarters: number
  readonly lines: readonly BenchLine[]
  /** In a spreadsheet, so many lines lie on one sheet; no formula looks at another. */
  readonly linesPerSheet: number
}

/** Cells that a formula fills. */
export const computedCellCount = ({ lines, quarters }: BenchModel): number =>
  lines.reduce((sum, { formula, typed }) => sum + (formula === null ? 0 : quarters - typed.length), 0)

/** An array of values with the typed numbers in it and zero elsewhere. */
export const typedValues = ({ lines, quarters }: BenchModel): Float64Array => {
  const values = new Float64Array(lines.length * quarters)
  for (const [at, { typed }] of lines.entries()) values.set(typed, at * quarters)
  return values
}

export const lineNumber = ({ lines }: BenchModel, key: string): number => {
  const number = lines.findIndex((line) => line.key === key)
  if (number < 0) throw new Error(`The model has no line ${key}.`)
  return number
}

/** One typed number, and another that may stand in its place. */
export type NumberEdit = {
  readonly line: string
  readonly quarter: number
  readonly original: number
  readonly other: number
}
