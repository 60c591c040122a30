// The lines a commitment stands for: its amount and plan as constants, then the parts of each reading.

import {
  isMainReading,
  otherReadingsSection,
  planNumber,
  planShapes,
  readingsOf,
  workingSection,
  type Commitment,
  type Reading,
} from './commitment.ts'
import { partFormula } from './commitmentFormula.ts'
import { isWorking, partWords, readingParts, type ReadingPart } from './commitmentParts.ts'
import { plainName, type FiscalCalendar } from './fiscalCalendar.ts'
import type { LineId, LineItem } from './lineItem.ts'

export const amountLineId = (commitment: Pick<Commitment, 'id'>): LineId => `${commitment.id}.amount`

export const planLineId = (commitment: Pick<Commitment, 'id'>): LineId => `${commitment.id}.plan`

export const readingLineId = (commitment: Commitment, reading: Reading, part: ReadingPart): LineId =>
  isMainReading(commitment, reading) ? `${commitment.id}.${part}` : `${commitment.id}.${reading.id}.${part}`

export const readingLineKey = (commitment: Commitment, reading: Reading, part: ReadingPart): string =>
  isMainReading(commitment, reading) ? `${commitment.key}_${part}` : `${commitment.key}_${reading.id}_${part}`

/** The reading and the part that a line of a commitment is; null for every other line, amount and plan included. */
export const partOfLine = (
  commitments: readonly Commitment[],
  line: LineId,
): { readonly commitment: Commitment; readonly reading: Reading; readonly part: ReadingPart } | null => {
  for (const commitment of commitments) {
    if (!line.startsWith(`${commitment.id}.`)) continue
    for (const reading of readingsOf(commitment))
      for (const part of readingParts)
        if (readingLineId(commitment, reading, part) === line) return { commitment, reading, part }
  }
  return null
}

const sectionOf = (commitment: Commitment, reading: Reading, part: ReadingPart): string => {
  if (!isMainReading(commitment, reading)) return otherReadingsSection(commitment)
  return isWorking(part) ? workingSection(commitment) : commitment.section
}

/** `1 straight, 2 front-loaded, …` */
export const plansText = planShapes.map((plan) => `${planNumber(plan)} ${plan}`).join(', ')

/** In the order of the sheet, for each section. */
export const commitmentLines = (commitment: Commitment, calendar: FiscalCalendar): readonly LineItem[] => {
  const common = {
    section: commitment.section,
    driver: true,
    tolerance: null,
    expected: null,
    source: '',
    breaks: [],
  } as const
  const constant = { ...common, kind: 'constant', decimals: 0, polarity: 'neutral' } as const
  const names = { amount: `${commitment.key}_amount`, plan: `${commitment.key}_plan` }
  const amount: LineItem = {
    ...constant,
    id: amountLineId(commitment),
    key: names.amount,
    label: commitment.name,
    unit: commitment.unit,
    formula: String(commitment.amount),
    description: commitment.note.text,
  }
  const plan: LineItem = {
    ...constant,
    id: planLineId(commitment),
    key: names.plan,
    label: 'Plan, by its number',
    unit: { kind: 'count' },
    formula: String(planNumber(commitment.plan)),
    description: `How the amount is spread over the window: ${plansText}.`,
  }
  const mainTyped = readingLineKey(commitment, commitment.reading, 'typed')
  const ofReading = (reading: Reading): readonly LineItem[] => {
    const typedElsewhere = isMainReading(commitment, reading) ? null : mainTyped
    return readingParts.map((part) => {
      const words = partWords(commitment, part, plainName(reading.first, calendar))
      const of = (each: ReadingPart): string => readingLineKey(commitment, reading, each)
      return {
        ...common,
        ...words,
        id: readingLineId(commitment, reading, part),
        key: of(part),
        section: sectionOf(commitment, reading, part),
        label: isMainReading(commitment, reading) ? words.label : `${words.label}: ${reading.name}`,
        formula: partFormula(part, reading, { ...names, of, typedElsewhere }, calendar),
        description: `${commitment.name}, counted as: ${reading.name}.`,
      }
    })
  }
  return [amount, plan, ...readingsOf(commitment).flatMap(ofReading)]
}
