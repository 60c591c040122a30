// Completion: what the name under the caret may become. Lines come before functions and calendar names, names that begin
// with what is typed before those that contain it.

import type { Span } from '#base/span.ts'
import { signatureOf, unitSentence } from './function.ts'
import { functionTable } from './functionTable.ts'
import { calendarSentences } from './guide.ts'
import { calendarNames } from './reserved.ts'

type Completion = {
  /** What to put in the span; a function's ends with its parenthesis. */
  readonly text: string
  readonly kind: 'line' | 'function' | 'calendar'
  /** A function's signature, what becomes of units, and what it does. */
  readonly signature: string | null
  readonly units: string | null
  readonly sentence: string | null
}

export type Completions = { readonly span: Span; readonly choices: readonly Completion[] }

const everything = (keys: Iterable<string>): readonly Completion[] => [
  ...[...keys].map((text) => ({ text, kind: 'line' as const, signature: null, units: null, sentence: null })),
  ...functionTable.map((entry) => ({
    text: `${entry.name}(`,
    kind: 'function' as const,
    signature: signatureOf(entry),
    units: unitSentence(entry),
    sentence: entry.sentence,
  })),
  ...calendarNames.map((text) => ({
    text,
    kind: 'calendar' as const,
    signature: null,
    units: null,
    sentence: calendarSentences[text],
  })),
]

/** Choices for the name that ends at the caret; null where none is being typed. */
export const completionsAt = (text: string, caret: number, keys: Iterable<string>): Completions | null => {
  const before = text.slice(0, caret)
  const typed = /(?<![\w.])[A-Za-z_]\w*$/.exec(before)?.[0]
  const isInQuotes = (before.match(/"/g)?.length ?? 0) % 2 === 1
  if (typed === undefined || isInQuotes) return null
  const end = caret + (/^\w*/.exec(text.slice(caret))?.[0].length ?? 0)
  const small = typed.toLowerCase()
  const all = everything(keys)
  const choices = [
    ...all.filter(({ text: each }) => each.startsWith(small)),
    ...all.filter(({ text: each }) => !each.startsWith(small) && each.includes(small)),
  ]
  return { span: { start: caret - typed.length, end }, choices }
}
