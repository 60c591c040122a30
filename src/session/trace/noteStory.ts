// What is known about a cell's number beside the number: its note and source, whether it was held against the source, and the
// numbers that stood there before it was restated.

import { figureWithUnit } from '#model/figure.ts'
import type { LineItem } from '#model/lineItem.ts'
import type { Note } from '#model/quarterRow.ts'
import { momentText } from '../snapshotText.ts'

/** An address that can be followed, and the name of its site. */
export type SourceLink = { readonly address: string; readonly host: string }

export type NoteStory = {
  readonly text: string
  readonly link: SourceLink | null
  readonly checked: string | null
  /** Newest first: `38,600 RMB m until 25 Nov 2025, 15:40: recast`. */
  readonly earlier: readonly string[]
}

export const sourceLink = (source: string | null): SourceLink | null =>
  source !== null && URL.canParse(source) && /^https?:$/.test(new URL(source).protocol)
    ? { address: source, host: new URL(source).hostname }
    : null

/** What a note tells of the number that stands in its cell. */
export const noteStory = (line: LineItem, note: Note, value: number): NoteStory => {
  const figure = (each: number): string => figureWithUnit(each, line.unit, line.decimals)
  const { checked, earlier = [] } = note
  return {
    text: note.text,
    link: sourceLink(note.source),
    checked:
      checked === undefined
        ? null
        : checked.value === value
          ? `✓ checked by ${checked.by}, ${momentText(checked.at)}`
          : `Not checked: ${checked.by} checked ${figure(checked.value)}, ${momentText(checked.at)}`,
    earlier: earlier
      .toReversed()
      .map(({ value: before, until, reason }) =>
        [`${figure(before)} until ${momentText(until)}`, ...(reason === '' ? [] : [reason])].join(': '),
      ),
  }
}
