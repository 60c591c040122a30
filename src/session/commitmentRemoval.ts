// Taking a commitment or one of its readings away: what goes with it, and the question to ask before.

import { counted } from '#base/listing.ts'
import { readingsOf, type Commitment, type Reading } from '#model/commitment.ts'
import { commitmentLines, readingLineId } from '#model/commitmentLines.ts'
import { readingParts } from '#model/commitmentParts.ts'
import type { LineId } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { commitmentRemoval, readingRemoval } from '#model/removal.ts'
import type { CommitmentDeed } from './commitmentEdit.ts'
import { formulaUsersText } from './formulaUsers.ts'
import { heldOn, heldText } from './lines/heldText.ts'

export type Removal = CommitmentDeed & {
  readonly title: string
  /** The question that is asked first. */
  readonly question: string
}

const goesText = (model: Model, name: string, lines: ReadonlySet<LineId>, others: string): string => {
  const held = heldText(heldOn(model, lines))
  const along = held === '' ? '' : `, with ${held}`
  return `“${name}” goes${others}: ${counted(lines.size, 'line')} of the sheet${along}. ${formulaUsersText(model, lines)} Undo brings all of it back.`
}

export const proposeCommitmentRemoval = (model: Model, commitment: Commitment): Removal => {
  const lines = new Set(commitmentLines(commitment, model.fiscalCalendar).map(({ id }) => id))
  const readings = readingsOf(commitment).length
  return {
    edits: commitmentRemoval(model, commitment),
    label: `Commitment ${commitment.name} removed`,
    said: `${commitment.name} is removed.`,
    title: 'Remove the commitment?',
    question: goesText(model, commitment.name, lines, readings === 1 ? '' : `, with its ${readings} readings`),
  }
}

/** Of one of its other readings; the one that holds goes only with the commitment. */
export const proposeReadingRemoval = (model: Model, commitment: Commitment, reading: Reading): Removal => {
  const lines = new Set(readingParts.map((part) => readingLineId(commitment, reading, part)))
  return {
    edits: readingRemoval(model, commitment, reading),
    label: `Reading ${reading.name} of ${commitment.name} removed`,
    said: `${reading.name} is removed.`,
    title: 'Remove the reading?',
    question: goesText(model, reading.name, lines, ''),
  }
}
