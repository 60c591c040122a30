// Adding and changing a reading: the same commitment counted another way. What its dialog says is Base's; starts and lengths
// that scenarios have of their own are changed on their lines, and stay.

import { isSame } from '#base/same.ts'
import { isMainReading, readingsOf, windowEnd, windowStart, type Commitment, type Reading } from '#model/commitment.ts'
import type { Edit } from '#model/edit.ts'
import { plainName, readQuarter } from '#model/fiscalCalendar.ts'
import type { Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { grownText, type CommitmentDeed } from './commitmentEdit.ts'
import { delaysKept, timelineEdits, uncountedText } from './commitmentWindow.ts'
import { readWindow } from './commitmentWish.ts'
import { isCounted, readCounted, readingNameAfter, readingNameFor, refuseFault } from './countedFormula.ts'
import { freeReadingId } from './readingId.ts'
import { refuse } from './proposal.ts'

export type ReadingWish = {
  /** null: by what it counts and where it begins. */
  readonly name: string | null
  /** A formula. */
  readonly counts: string
  /** As typed: `FY26 Q1`. */
  readonly first: string
  readonly quarters: number | null
  readonly isTimelineGrown: boolean
}

/** What the dialog starts from: the reading, or for a new one the commitment's own. */
export const readingWish = (model: Model, { reading: main }: Commitment, reading: Reading | null): ReadingWish => {
  const from = reading ?? main
  return {
    ...{ name: null, counts: from.counts, quarters: from.quarters, isTimelineGrown: true },
    first: plainName(windowStart(from), model.fiscalCalendar),
  }
}

/** What it is called: as typed, else by what it counts and where it begins. */
export const readingWishName = (model: Model, reading: Reading | null, wish: ReadingWish): string => {
  if (wish.name !== null) return wish.name
  const first = readQuarter(wish.first, model.fiscalCalendar)
  if (reading === null) return readingNameFor(model, wish.counts, first ?? model.timeline.first)
  const begins = windowStart(reading)
  return readingNameAfter(model, { ...reading, first: begins }, wish.counts, first ?? begins)
}

const bare = (formula: string): string => formula.replace(/\s+/g, '')

/** Another reading that counts the same over the same window. */
const twinOf = (commitment: Commitment, reading: Reading): Reading | undefined =>
  readingsOf(commitment).find(
    (each) =>
      each.id !== reading.id &&
      bare(each.counts) === bare(reading.counts) &&
      windowStart(each) === windowStart(reading) &&
      each.quarters === reading.quarters,
  )

/** The commitment with one of its readings otherwise, or with one more. */
const readingChange = (
  commitment: Commitment,
  reading: Reading,
): Partial<Pick<Commitment, 'reading' | 'otherReadings'>> => {
  if (isMainReading(commitment, reading)) return { reading }
  const { otherReadings } = commitment
  return {
    otherReadings: otherReadings.some(({ id }) => id === reading.id)
      ? otherReadings.map((each) => (each.id === reading.id ? reading : each))
      : [...otherReadings, reading],
  }
}

export type ReadingDeed = CommitmentDeed & { readonly id: string }

/** `reading` is the one that is changed; null for a new one. */
export const proposeReading = (
  model: Model,
  commitment: Commitment,
  reading: Reading | null,
  wish: ReadingWish,
): ReadingDeed | Problem => {
  const counted = readCounted(model, wish.counts, commitment.unit, commitment.id)
  const isKept = reading !== null && bare(reading.counts) === bare(wish.counts)
  if (!isCounted(counted) && !isKept) return refuseFault(counted)
  const window = readWindow(model, wish)
  if (isProblem(window)) return window
  const name = readingWishName(model, reading, wish).trim()
  if (name === '') return refuse('Give the reading a name, such as “95 % of capex from FY25 Q4”.')
  const isMoved = reading === null || windowStart(reading) !== window.first
  const next: Omit<Reading, 'id'> = {
    ...{ name, counts: isCounted(counted) ? counted.formula : wish.counts, quarters: window.quarters },
    ...(isMoved ? { first: window.first, delay: 0 } : { first: reading.first, delay: reading.delay }),
  }
  const whole: Reading = { ...next, id: reading?.id ?? freeReadingId(model, commitment, next) }
  const twin = twinOf(commitment, whole)
  if (twin !== undefined)
    return refuse(
      `“${twin.name}” counts ${twin.counts} from ${wish.first} to ${plainName(windowEnd(twin), model.fiscalCalendar)} already: change what counts, the first quarter or the length.`,
    )
  const kept =
    reading !== null && isMoved ? delaysKept(model, commitment, reading, window.first) : { edits: [], said: [] }
  const grown = timelineEdits(model, window, wish.isTimelineGrown)
  const said = [
    reading === null ? `${name} stands beside ${commitment.reading.name}.` : null,
    grownText(model, grown, window.last),
    uncountedText(model, window),
    ...kept.said,
  ].filter((each) => each !== null)
  const isSameAsBefore = reading !== null && isSame(reading, whole)
  const change: Edit = {
    kind: 'change commitment',
    commitment: commitment.id,
    change: readingChange(commitment, whole),
  }
  return {
    id: whole.id,
    edits: [...grown, ...kept.edits, ...(isSameAsBefore ? [] : [change])],
    label: `Reading ${name} of ${commitment.name} ${reading === null ? 'added' : 'changed'}`,
    said: said.length === 0 ? null : said.join(' '),
  }
}
