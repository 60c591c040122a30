// The inputs of a commitment are those of its lines whose formula is the commitment's to say: amount, plan, start, length and
// what is counted. In Base such a formula is a field of the commitment; another scenario may have its own, as of any line.

import { planNumber, planNumbered, readingsOf, type Commitment, type Reading } from './commitment.ts'
import { amountLineId, planLineId, plansText, readingLineId } from './commitmentLines.ts'
import type { InputPart } from './commitmentParts.ts'
import type { LineId } from './lineItem.ts'

export type CommitmentInput = {
  readonly commitment: Commitment
  readonly part: InputPart
  readonly line: LineId
  /** The formula that Base has. */
  readonly formula: string
  /** The commitment with another formula that has no fault. */
  readonly with: (formula: string) => Commitment
}

/** No window is longer or later than a timeline can be. */
export const mostWindowQuarters = 400

const withReading = (commitment: Commitment, reading: Reading): Commitment =>
  reading.id === commitment.reading.id
    ? { ...commitment, reading }
    : {
        ...commitment,
        otherReadings: commitment.otherReadings.map((each) => (each.id === reading.id ? reading : each)),
      }

const inputsOfReading = (commitment: Commitment, reading: Reading): readonly CommitmentInput[] => [
  {
    ...{ commitment, part: 'delay', line: readingLineId(commitment, reading, 'delay') },
    formula: String(reading.delay),
    with: (formula) => withReading(commitment, { ...reading, delay: Number(formula) }),
  },
  {
    ...{ commitment, part: 'quarters', line: readingLineId(commitment, reading, 'quarters') },
    formula: String(reading.quarters),
    with: (formula) => withReading(commitment, { ...reading, quarters: Number(formula) }),
  },
  {
    ...{ commitment, part: 'counting', line: readingLineId(commitment, reading, 'counting') },
    formula: reading.counts,
    with: (formula) => withReading(commitment, { ...reading, counts: formula }),
  },
]

export const inputsOf = (commitment: Commitment): readonly CommitmentInput[] => [
  {
    ...{ commitment, part: 'amount', line: amountLineId(commitment) },
    formula: String(commitment.amount),
    with: (formula) => ({ ...commitment, amount: Number(formula) }),
  },
  {
    ...{ commitment, part: 'plan', line: planLineId(commitment) },
    formula: String(planNumber(commitment.plan)),
    with: (formula) => ({ ...commitment, plan: planNumbered(Number(formula)) ?? commitment.plan }),
  },
  ...readingsOf(commitment).flatMap((reading) => inputsOfReading(commitment, reading)),
]

/** The input that a line is; null for a line that is none. */
export const inputOf = (commitments: readonly Commitment[], line: LineId): CommitmentInput | null => {
  const holder = commitments.find(({ id }) => line.startsWith(`${id}.`))
  return holder === undefined ? null : (inputsOf(holder).find((each) => each.line === line) ?? null)
}

const numberForm = /^\s*[-+]?\d+(\.\d+)?(e[-+]?\d+)?\s*$/i

/** Why a formula cannot be an input's, as a sentence; null where it can. */
export const inputFault = (part: InputPart, formula: string | null): string | null => {
  const text = formula ?? ''
  const value = numberForm.test(text) ? Number(text) : NaN
  const isWhole = Number.isInteger(value)
  switch (part) {
    case 'amount':
      return value > 0 && value < Infinity ? null : `“${text}” is not an amount: type a number above 0.`
    case 'plan':
      return planNumbered(value) === null ? `“${text}” is not a plan’s number: type ${plansText}.` : null
    case 'delay':
      return isWhole && Math.abs(value) <= mostWindowQuarters
        ? null
        : `“${text}” is not a start: type a whole number of quarters, such as 2, or -1 for one quarter earlier.`
    case 'quarters':
      return isWhole && value >= 1 && value <= mostWindowQuarters
        ? null
        : `“${text}” is not a length: type a whole number of quarters from 1 to ${mostWindowQuarters}.`
    case 'counting':
      return text.trim() === '' ? 'A commitment counts something: type a line’s key or a formula.' : null
  }
}
