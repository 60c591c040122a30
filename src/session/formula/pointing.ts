// Pointing: a line clicked in the sheet while a formula is written stands in it by its key, and another quarter of the line by
// the lag from the selected one. A reference just pointed at gives way to the next; behind a value a plus comes first.

import type { Span } from '#base/span.ts'
import { piecesOf, type KnownKeys, type Piece } from '#formula/piece.ts'
import type { LineItem } from '#model/lineItem.ts'
import { quartersBetween, type Quarter } from '#model/quarter.ts'
import type { Column } from '../column.ts'

/** What was pressed in the sheet, and dragged to. */
export type Pointed = {
  readonly line: LineItem
  /** null: the line's label. */
  readonly from: Column | null
  readonly to: Column | null
}

/** Text to put in the place of a span. */
type Insertion = {
  readonly span: Span
  readonly text: string
  /** Where the reference stands afterwards. */
  readonly reference: Span
}

const lagOf = (column: Column | null, selected: Quarter): number =>
  column?.kind === 'quarter' ? quartersBetween(selected, column.quarter) : 0

/** Who takes what is pressed in the sheet, while a formula is being written. */
export type Pointing = { readonly takesLines: boolean; readonly point: (pointed: Pointed) => void }

/** The text that looks at what was pointed at from the selected quarter: `revenue`, `revenue[-4]`, `revenue[-3:0]`. */
export const pointedText = ({ line, from, to }: Pointed, selected: Column | null): string => {
  if (line.kind === 'constant' || selected?.kind !== 'quarter') return line.key
  const [one, other] = [lagOf(from, selected.quarter), lagOf(to, selected.quarter)]
  const [first, last] = one <= other ? [one, other] : [other, one]
  const signed = (lag: number): string => (lag > 0 ? `+${lag}` : String(lag))
  if (first !== last) return `${line.key}[${signed(first)}:${signed(last)}]`
  return first === 0 ? line.key : `${line.key}[${signed(first)}]`
}

const endsValue = (piece: Piece): boolean =>
  piece.kind === 'key' ||
  piece.kind === 'calendar' ||
  piece.kind === 'number' ||
  piece.kind === 'quarter' ||
  piece.text === ')' ||
  piece.text === ']'

/** What stands before the caret, blanks aside, and the one before that. */
const before = (pieces: readonly Piece[], caret: number): readonly [Piece | null, Piece | null] => {
  const all = pieces.filter(({ kind, start }) => kind !== 'blank' && start < caret)
  return [all.at(-1) ?? null, all.at(-2) ?? null]
}

/** The name the caret is in or at the end of, where it is none yet, or is not to be kept: the caret stands inside it. */
const unfinished = (piece: Piece | null, caret: number): Span | null => {
  if (piece === null) return null
  const end = piece.start + piece.text.length
  const isInside = caret < end && piece.kind === 'key'
  return (piece.kind === 'unknown' && caret <= end) || isInside ? { start: piece.start, end } : null
}

/** What goes before the reference so that it can stand behind what is there. */
const lead = (text: string, caret: number, [last, beforeLast]: readonly [Piece | null, Piece | null]): string => {
  if (last === null) return ''
  const isApart = /\s$/.test(text.slice(0, caret))
  if (last.kind === 'function') return '('
  if (endsValue(last)) return isApart ? '+ ' : ' + '
  const isBetweenValues = last.kind === 'operator' && beforeLast !== null && endsValue(beforeLast)
  return !isApart && (isBetweenValues || last.text === ',' || /^\w+$/.test(last.text)) ? ' ' : ''
}

/** What becomes of a text as a reference is pointed at, where a span of it is selected; `pointed` is the one just pointed at. */
export const insertion = (
  text: string,
  selected: Span,
  reference: string,
  pointed: Span | null,
  keys: KnownKeys,
): Insertion => {
  const caret = selected.start
  const around = before(piecesOf(text, keys), caret)
  const isPointedAnew = pointed !== null && selected.start === selected.end && pointed.end === caret
  const replaced = isPointedAnew ? pointed : selected.start < selected.end ? selected : unfinished(around[0], caret)
  const span = replaced ?? { start: caret, end: caret }
  const first = replaced === null ? lead(text, caret, around) : ''
  // Before a name, so that the two are not one.
  const last = /^\w/.test(text.slice(span.end)) ? ' ' : ''
  const start = span.start + first.length
  return {
    span,
    text: first + reference + last,
    reference: { start, end: start + reference.length },
  }
}
