// Words for all that a note bears: what it says and where its number was read, who checked it, and what stood in the cell
// before. The hint on hover, the panels, the trace and the comparison of versions say it in these.

import { figureWithUnit, shownValue } from '#model/figure.ts'
import type { LineItem } from '#model/lineItem.ts'
import { checkOf, earlierOf } from '#model/note.ts'
import type { Checked, EarlierValue, Entry, Note } from '#model/quarterRow.ts'
import { momentText } from '../snapshotText.ts'

type Measured = Pick<LineItem, 'unit' | 'decimals'>

/** `alibabagroup.com`; null for what is no web address. */
export const hostOf = (source: string | null): string | null => {
  if (source === null || !URL.canParse(source)) return null
  const { protocol, hostname } = new URL(source)
  return /^https?:$/.test(protocol) ? hostname.replace(/^www\./, '') : null
}

/** `25 Nov 2025`, where the reader is. */
const dayText = (at: string): string => momentText(at).replace(/, \d\d:\d\d$/, '')

const digitsOf = (value: number): number => /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0

/** A number with its unit and all its digits: 34.51 % and 34.52 % are told apart on a line of one decimal. */
export const wholeFigure = (value: number, { unit, decimals }: Measured): string =>
  figureWithUnit(value, unit, Math.max(decimals, Math.min(digitsOf(shownValue(value, unit, null)), 15)))

/** `checked by LW, 25 Nov 2025`. */
export const checkText = ({ by, at }: Checked): string => `checked by ${by}, ${dayText(at)}`

/** `247,795 RMB m until 25 Nov 2025: recast of the segments`. */
export const earlierText = ({ value, until, reason }: EarlierValue, line: Measured): string =>
  `${wholeFigure(value, line)} until ${dayText(until)}${reason === '' ? '' : `: ${reason}`}`

/** One thing a note bears, in words, and the address it leads to. */
export type NotePart = {
  readonly kind: 'text' | 'source' | 'checked' | 'restated'
  readonly words: string
  readonly address: string | null
}

/** Where the number of a cell was read: as its note says, else, where a number is typed, as its line does. */
export const sourceOf = (
  note: Pick<Note, 'source'> | null,
  line: Pick<LineItem, 'source'>,
  entry: Entry | undefined,
): { readonly source: string; readonly from: 'note' | 'line' } | null => {
  const own = note?.source ?? null
  if (own !== null) return { source: own, from: 'note' }
  return typeof entry === 'number' && line.source !== '' ? { source: line.source, from: 'line' } : null
}

/** The same in words, `alibabagroup.com (from the line)`, with the address they lead to; null where nothing says it. */
export const sourceWords = (
  ...about: Parameters<typeof sourceOf>
): { readonly words: string; readonly address: string | null } | null => {
  const found = sourceOf(...about)
  if (found === null) return null
  const host = hostOf(found.source)
  const words = `${host ?? found.source}${found.from === 'line' ? ' (from the line)' : ''}`
  return { words, address: host === null ? null : found.source }
}

/** Whether anything says where a typed number was read: its note, by words or address, or its line. A sum's text does not. */
export const hasSource = (note: Note | null, line: Pick<LineItem, 'source'>): boolean =>
  line.source !== '' || (note !== null && (note.source !== null || (note.text !== '' && !note.text.startsWith('='))))

/** All that is known about the number of a cell; `entry` is what is typed there. The numbers before it come last first. */
export const noteParts = (
  note: Note | null,
  line: Measured & Pick<LineItem, 'source'>,
  entry: Entry | undefined,
): readonly NotePart[] => {
  const parts: NotePart[] = []
  if (note !== null && note.text !== '') parts.push({ kind: 'text', words: note.text, address: null })
  const source = sourceWords(note, line, entry)
  if (source !== null) parts.push({ kind: 'source', ...source })
  const check = checkOf(note, entry)
  if (check !== null) parts.push({ kind: 'checked', words: checkText(check), address: null })
  for (const earlier of earlierOf(note).toReversed())
    parts.push({ kind: 'restated', words: earlierText(earlier, line), address: null })
  return parts
}

/** How a part stands alone, in a list of lines: `Source: alibabagroup.com`. */
export const partText = ({ kind, words }: NotePart): string => {
  switch (kind) {
    case 'text':
      return words
    case 'source':
      return `Source: ${words}`
    case 'checked':
      return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
    case 'restated':
      return `Earlier: ${words}`
  }
}

/** A whole note in one line, for tables; empty for nothing. */
export const noteInLine = (note: Note, line: Measured): string =>
  [
    note.text,
    note.source === null ? '' : note.text === '' ? note.source : `(${note.source})`,
    ...(note.checked === undefined ? [] : [`· ${wholeFigure(note.checked.value, line)} ${checkText(note.checked)}`]),
    ...earlierOf(note).map((earlier) => `· earlier ${earlierText(earlier, line)}`),
  ]
    .filter((part) => part !== '')
    .join(' ')
    .replace(/^· /, '')
