// What is known about a cell's number beside the number: its note and source, whether it was held against the source, and the
// numbers that stood there before it was restated.

import type { LineItem } from '#model/lineItem.ts'
import { isPaced } from '#model/model.ts'
import { checkOf, earlierOf } from '#model/note.ts'
import type { Note } from '#model/quarterRow.ts'
import { valueAt } from '../cellValue.ts'
import { checkText, earlierText, sourceWords, wholeFigure } from '../notes/noteWords.ts'
import type { Traced } from './traced.ts'

export type NoteStory = {
  readonly text: string
  /** The site a number was read on, and its address; the text as it stands where it is none. */
  readonly source: { readonly words: string; readonly address: string | null } | null
  readonly checked: string | null
  /** Newest first: `38,600 RMB m until 25 Nov 2025: recast`. */
  readonly earlier: readonly string[]
}

const checkedText = (line: LineItem, note: Note | null, entry: number | undefined): string | null => {
  const check = checkOf(note, entry)
  if (check !== null) return `✓ ${checkText(check)}`
  const before = note?.checked
  return before === undefined
    ? null
    : `Not checked: it was ${wholeFigure(before.value, line)} when ${checkText(before)}`
}

/** What is told of a cell's number; null where a cell can have no note. */
export const noteStory = (
  { model, results, followed }: Traced,
  note: Note | null,
  isTyped: boolean,
): NoteStory | null => {
  const { line, column } = followed
  if (column.kind !== 'quarter' || line.kind === 'constant' || isPaced(model, line.id)) return null
  const entry = isTyped ? valueAt(results, followed) : undefined
  return {
    text: note?.text ?? '',
    source: sourceWords(note, line, entry),
    checked: checkedText(line, note, entry),
    earlier: earlierOf(note)
      .toReversed()
      .map((each) => earlierText(each, line)),
  }
}
