// What a note bears: words about the number of its cell, whether that number was held against its source, and the numbers
// that stood in the cell before. Words and check are the number's and go with it; what stood before is the cell's and stays.

import type { Checked, EarlierValue, Entry, Note } from './quarterRow.ts'

/** What a note says, and where the number was read. */
export type Words = Pick<Note, 'text' | 'source'>

export const noWords: Words = { text: '', source: null }

export const hasWords = (note: Words | null): boolean => note !== null && (note.text !== '' || note.source !== null)

export const earlierOf = (note: Note | null): readonly EarlierValue[] => note?.earlier ?? []

/** A note that bears this much; null where that is nothing. */
const bearing = ({ text, source }: Words, checked: Checked | null, earlier: readonly EarlierValue[]): Note | null =>
  text === '' && source === null && checked === null && earlier.length === 0
    ? null
    : { text, source, ...(checked === null ? {} : { checked }), ...(earlier.length === 0 ? {} : { earlier }) }

/** Other words about the same number. */
export const reworded = (note: Note | null, words: Words): Note | null =>
  bearing(words, note?.checked ?? null, earlierOf(note))

/** What stays in a cell that gets another number or none: words of its own, and what stood there before. */
export const ofAnotherNumber = (note: Note | null, words: Words | null): Note | null =>
  bearing(words ?? noWords, null, earlierOf(note))

/** What a cell bears once another number has come with its note: what stood in either cell before stays. */
export const withArrived = (note: Note | null, coming: Note | null): Note | null =>
  bearing(coming ?? noWords, coming?.checked ?? null, [...earlierOf(note), ...earlierOf(coming)])

/** The same note once a number has given way to another. */
export const withEarlier = (note: Note | null, earlier: EarlierValue): Note | null =>
  bearing(note ?? noWords, note?.checked ?? null, [...earlierOf(note), earlier])

/** The same note without one of the numbers that stood before, by its place among them. */
export const withoutEarlier = (note: Note, at: number): Note | null =>
  bearing(
    note,
    note.checked ?? null,
    earlierOf(note).filter((_, each) => each !== at),
  )

/** The same note with its number checked, or with null no longer so. */
export const withCheck = (note: Note | null, checked: Checked | null): Note | null =>
  bearing(note ?? noWords, checked, earlierOf(note))

/** The check of a note while the number it spoke of stands in the cell; null otherwise. */
export const checkOf = (note: Note | null, entry: Entry | undefined): Checked | null =>
  note?.checked !== undefined && note.checked.value === entry ? note.checked : null

/** The same note on a line whose numbers are counted in another unit: each number of the note becomes what `moved` says. */
export const withNumbersMoved = (note: Note, moved: (value: number) => number): Note | null =>
  bearing(
    note,
    note.checked === undefined ? null : { ...note.checked, value: moved(note.checked.value) },
    earlierOf(note).map((each) => ({ ...each, value: moved(each.value) })),
  )
