// Edits that an earlier Paceline wrote into the journal lack what lines and commitments have gained since. Read with it
// filled in, as a document is, they apply today.

import type { Reading } from './commitment.ts'
import type { Edit } from './edit.ts'
import type { LineItem } from './lineItem.ts'

/** Something as an earlier Paceline may have written it. */
type Earlier<Whole, Gained extends keyof Whole> = Omit<Whole, Gained> & Partial<Pick<Whole, Gained>>

const wholeLine = (line: Earlier<LineItem, 'expected' | 'source' | 'breaks'>): LineItem => ({
  ...line,
  expected: line.expected ?? null,
  source: line.source ?? '',
  breaks: line.breaks ?? [],
})

const wholeReading = (reading: Earlier<Reading, 'delay'>): Reading => ({ delay: 0, ...reading })

const wholeEdit = (edit: Edit): Edit => {
  switch (edit.kind) {
    case 'insert line':
      return { ...edit, line: wholeLine(edit.line) }
    case 'insert commitment': {
      const { commitment } = edit
      const otherReadings = commitment.otherReadings.map(wholeReading)
      return { ...edit, commitment: { ...commitment, reading: wholeReading(commitment.reading), otherReadings } }
    }
    default:
      return edit
  }
}

/** Edits out of the journal, whichever Paceline wrote them. */
export const wholeEdits = (edits: readonly Edit[]): readonly Edit[] => edits.map(wholeEdit)
