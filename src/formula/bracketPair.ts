// The bracket at the caret with the one it belongs to. Brackets in a quarter's name, or in what is no token, are none.

import { looseTokensOf } from './lexer.ts'

/** Where two brackets stand that belong together; `other` is null where one has none. */
export type BracketPair = { readonly at: number; readonly other: number | null }

const closingOf: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
])

/** The pair at a caret: of the bracket before it, else of the one behind it. Null where there is none. */
export const bracketPairAt = (text: string, caret: number): BracketPair | null => {
  const partners = new Map<number, number | null>()
  const open: { readonly at: number; readonly closing: string }[] = []
  for (const { kind, span, text: symbol } of looseTokensOf(text)) {
    if (kind !== 'symbol') continue
    const closing = closingOf.get(symbol)
    if (closing !== undefined) open.push({ at: span.start, closing })
    else if (symbol === ')' || symbol === ']') {
      const last = open.at(-1)
      const isPair = last?.closing === symbol
      partners.set(span.start, isPair ? last.at : null)
      if (isPair) {
        partners.set(last.at, span.start)
        open.pop()
      }
    }
  }
  for (const { at } of open) partners.set(at, null)
  const at = [caret - 1, caret].find((each) => partners.has(each))
  return at === undefined ? null : { at, other: partners.get(at) ?? null }
}
