// A Commitment is an amount promised on one line over a window of quarters, spread by a plan. It is an object for the user
// and ordinary lines for the engine: it expands into formula text, so pacing has no arithmetic of its own. A reading is
// the same commitment counted another way (another start, line or share) and expands likewise.

import { plainName, type FiscalCalendar } from './fiscalCalendar.ts'
import type { LineId, LineItem, Polarity } from './lineItem.ts'
import { addQuarters, type Quarter } from './quarter.ts'
import type { Note } from './quarterRow.ts'
import type { Unit } from './unit.ts'

export type CommitmentId = string

/** What is counted, and from when. */
export type Reading = {
  readonly id: string
  readonly name: string
  /** A formula; usually a line's key, or a share of it: `95% * capex`. */
  readonly counts: string
  readonly first: Quarter
  /** The window's length in quarters, 1 or more. */
  readonly quarters: number
}

export type Commitment = {
  readonly id: CommitmentId
  /** The stem of its lines' keys: `ai_capex` gives `ai_capex_counted`. */
  readonly key: string
  readonly name: string
  readonly section: string
  readonly kind: 'floor' | 'target' | 'cap'
  /** In `unit`. */
  readonly amount: number
  readonly unit: Unit
  readonly plan: 'straight'
  readonly note: Note
  /** The reading that holds; its lines carry the commitment's own stem. */
  readonly reading: Reading
  /** Other readings to stand beside it. */
  readonly otherReadings: readonly Reading[]
}

/** The lines a reading expands into; each is the last part of an id and of a key. */
const readingParts = ['elapsed', 'counted', 'planned', 'ahead', 'required', 'completion'] as const

export type ReadingPart = (typeof readingParts)[number]

/** The last quarter of a reading's window. */
export const windowEnd = (reading: Reading): Quarter => addQuarters(reading.first, reading.quarters - 1)

const isMainReading = (commitment: Commitment, reading: Reading): boolean => reading.id === commitment.reading.id

/** Where the lines of a commitment's other readings stand: right after its own section, and folded at first. */
export const otherReadingsSection = ({ section }: Pick<Commitment, 'section'>): string => `${section}: other readings`

export const readingsOf = (commitment: Commitment): readonly Reading[] => [
  commitment.reading,
  ...commitment.otherReadings,
]

const keyStem = (commitment: Commitment, reading: Reading): string =>
  isMainReading(commitment, reading) ? commitment.key : `${commitment.key}_${reading.id}`

export const amountLineId = (commitment: Commitment): string => `${commitment.id}.amount`

export const readingLineId = (commitment: Commitment, reading: Reading, part: ReadingPart): string =>
  isMainReading(commitment, reading) ? `${commitment.id}.${part}` : `${commitment.id}.${reading.id}.${part}`

/** The reading and the part that a line of a commitment is; null for every other line, the amount included. */
export const partOfLine = (
  commitments: readonly Commitment[],
  line: LineId,
): { readonly commitment: Commitment; readonly reading: Reading; readonly part: ReadingPart } | null => {
  for (const commitment of commitments)
    for (const reading of readingsOf(commitment))
      for (const part of readingParts)
        if (readingLineId(commitment, reading, part) === line) return { commitment, reading, part }
  return null
}

/** A quarter's name in a formula. */
const quarterText = (quarter: Quarter, calendar: FiscalCalendar): string => `"${plainName(quarter, calendar)}"`

const partFormula = (commitment: Commitment, reading: Reading, part: ReadingPart, calendar: FiscalCalendar): string => {
  const stem = keyStem(commitment, reading)
  const amount = `${commitment.key}_amount`
  const first = quarterText(reading.first, calendar)
  const before = quarterText(addQuarters(reading.first, -1), calendar)
  const last = quarterText(windowEnd(reading), calendar)
  /** Quarters since the window's start, this one included, without end; no value before it. */
  const since = `cumulative(1, ${first})`
  /** How a formula says "no value": the mean of no quarter at all, of a line that depends on nothing. */
  const none = `mean(${stem}_elapsed[0:-1])`
  switch (part) {
    case 'elapsed':
      return `ramp(0, ${reading.quarters}, ${before}, ${last})`
    case 'counted':
      return `if(${stem}_elapsed > 0, cumulative(${reading.counts}, ${first}), 0)`
    case 'planned':
      return `ramp(0, ${amount}, ${before}, ${last})`
    case 'ahead':
      return `${stem}_counted - ${stem}_planned`
    case 'required':
      return `if(${stem}_elapsed < ${reading.quarters}, max(${amount} - ${stem}_counted, 0) / (${reading.quarters} - ${stem}_elapsed), ${none})`
    case 'completion':
      // Quarters from the window's start until the amount was reached, linear within the quarter, also past the window's
      // end; none while it is not reached.
      return (
        `if(${stem}_counted < ${amount}, ${none}, ` +
        `if(coalesce(${stem}_counted[-1], 0) >= ${amount}, ${stem}_completion[-1], ` +
        `${since} - 1 + (${amount} - coalesce(${stem}_counted[-1], 0)) / (${stem}_counted - coalesce(${stem}_counted[-1], 0))))`
      )
  }
}

type PartLine = {
  readonly label: string
  readonly unit: Unit
  readonly decimals: number
  readonly kind: 'balance' | 'rate'
  readonly polarity: Polarity
}

const partLine = (commitment: Commitment, part: ReadingPart): PartLine => {
  const money = { unit: commitment.unit, decimals: 0 } as const
  const quarters = { unit: { kind: 'quarters' }, kind: 'balance' } as const
  switch (part) {
    case 'elapsed':
      return { label: 'Quarters elapsed', ...quarters, decimals: 0, polarity: 'neutral' }
    case 'counted':
      return { label: 'Counted', ...money, kind: 'balance', polarity: 'neutral' }
    case 'planned':
      return { label: 'Planned', ...money, kind: 'balance', polarity: 'neutral' }
    case 'ahead':
      return {
        label: 'Ahead of plan',
        ...money,
        kind: 'balance',
        polarity: commitment.kind === 'cap' ? 'lessIsBetter' : 'moreIsBetter',
      }
    case 'required':
      return { label: 'Required a quarter', ...money, kind: 'balance', polarity: 'neutral' }
    case 'completion':
      return { label: 'Quarters to completion', ...quarters, decimals: 3, polarity: 'lessIsBetter' }
  }
}

/** The lines a commitment stands for: its amount as a constant, then six lines for each reading. */
export const commitmentLines = (commitment: Commitment, calendar: FiscalCalendar): readonly LineItem[] => {
  const common = { section: commitment.section, driver: false, tolerance: null }
  const amount: LineItem = {
    ...common,
    id: amountLineId(commitment),
    key: `${commitment.key}_amount`,
    label: commitment.name,
    unit: commitment.unit,
    kind: 'constant',
    decimals: 0,
    polarity: 'neutral',
    driver: true,
    formula: String(commitment.amount),
    description: commitment.note.text,
  }
  const ofReading = (reading: Reading): readonly LineItem[] =>
    readingParts.map((part) => {
      const line = partLine(commitment, part)
      return {
        ...common,
        ...line,
        id: readingLineId(commitment, reading, part),
        key: `${keyStem(commitment, reading)}_${part}`,
        section: isMainReading(commitment, reading) ? commitment.section : otherReadingsSection(commitment),
        label: isMainReading(commitment, reading) ? line.label : `${line.label}: ${reading.name}`,
        formula: partFormula(commitment, reading, part, calendar),
        description: `${commitment.name}, counted as: ${reading.name}.`,
      }
    })
  return [amount, ...readingsOf(commitment).flatMap(ofReading)]
}
