// An OpenCall is the call whose parentheses the caret is in, and which of its arguments is being written. Told from tokens
// alone, since a text being written can seldom be read.

import { signatureOf, type FunctionEntry } from './function.ts'
import { functionNamed } from './functionTable.ts'
import { looseTokensOf } from './lexer.ts'

export type OpenCall = { readonly entry: FunctionEntry; readonly argument: number }

/** The innermost call round the caret; null where it is in none. */
export const openCallAt = (text: string, caret: number): OpenCall | null => {
  const open: { readonly entry: FunctionEntry | null; argument: number }[] = []
  let before = ''
  for (const { kind, span, text: token } of looseTokensOf(text)) {
    if (span.start >= caret) break
    if (kind === 'symbol') {
      if (token === '(' || token === '[')
        open.push({ entry: token === '(' ? functionNamed(before) : null, argument: 0 })
      else if (token === ')' || token === ']') open.pop()
      const last = open.at(-1)
      if (token === ',' && last !== undefined) last.argument += 1
    }
    before = kind === 'name' ? token : ''
  }
  const call = open.findLast(({ entry }) => entry !== null)
  return call === undefined || call.entry === null ? null : { entry: call.entry, argument: call.argument }
}

/** A part of a signature, and whether it is the argument being written. */
export type SignaturePart = { readonly text: string; readonly isCurrent: boolean }

/** The signature of an open call, cut at the argument being written. */
export const signatureParts = ({ entry, argument }: OpenCall): readonly SignaturePart[] => {
  const { name, group, parameters, repeats } = entry
  // An aggregate's first argument may be a window: its two forms stand as they are until there is a second argument.
  if (group === 'aggregate' && argument === 0) {
    const [, window = '', rest = ''] = /^[^(]*\(([^)]*)\)(.*)$/.exec(signatureOf(entry)) ?? []
    return [
      { text: `${name}(`, isCurrent: false },
      { text: window, isCurrent: true },
      { text: `)${rest}`, isCurrent: false },
    ]
  }
  const last = parameters.length - 1
  const current = repeats && argument > last ? parameters.length : argument
  const named = parameters.map((each) => (each.takes === 'quarter' ? `"${each.name}"` : each.name))
  const all = repeats ? [...named, '…'] : named
  return [
    { text: `${name}(`, isCurrent: false },
    ...all.flatMap((text, at): readonly SignaturePart[] => [
      ...(at === 0 ? [] : [{ text: ', ', isCurrent: false }]),
      { text, isCurrent: at === current },
    ]),
    { text: ')', isCurrent: false },
  ]
}
