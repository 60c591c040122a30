// A Piece is a stretch of a formula's text with what it is in the language, for those who show the text in colours. The pieces
// of a text, one after the other, are the text: blanks are pieces too, and what is in no formula is one of kind `stray`. Any
// text has pieces, half typed or wrong.

import { functionNamed } from './functionTable.ts'
import { leadOf, looseTokensOf, type Stray, type Token } from './lexer.ts'
import { isCalendarName } from './reserved.ts'

type PieceKind =
  | 'key'
  | 'function'
  | 'calendar'
  | 'number'
  /** A quarter's name with its quotes, or the beginning of one. */
  | 'quarter'
  | 'operator'
  | 'bracket'
  /** A name of nothing. */
  | 'unknown'
  | 'stray'
  | 'blank'

export type Piece = { readonly kind: PieceKind; readonly start: number; readonly text: string }

/** What tells a line's key from any other name. */
export type KnownKeys = { readonly has: (key: string) => boolean }

const brackets = '()[],:'

const kindOf = (token: Token | Stray, keys: KnownKeys): PieceKind => {
  switch (token.kind) {
    case 'number':
      return 'number'
    case 'quoted':
      return 'quarter'
    case 'symbol':
      return brackets.includes(token.text) ? 'bracket' : 'operator'
    case 'stray':
      return token.text.startsWith('"') ? 'quarter' : 'stray'
    case 'name':
      return keys.has(token.text)
        ? 'key'
        : functionNamed(token.text) !== null
          ? 'function'
          : isCalendarName(token.text)
            ? 'calendar'
            : 'unknown'
  }
}

export const piecesOf = (text: string, keys: KnownKeys): readonly Piece[] => {
  const pieces: Piece[] = []
  const lead = leadOf(text)
  let at = 0
  const add = (kind: PieceKind, end: number): void => {
    if (end > at) pieces.push({ kind, start: at, text: text.slice(at, end) })
    at = Math.max(at, end)
  }
  add('operator', lead.length)
  for (const token of looseTokensOf(text)) {
    if (token.span.end <= lead.length) continue
    add('blank', token.span.start)
    add(kindOf(token, keys), token.span.end)
  }
  add('blank', text.length)
  return pieces
}
