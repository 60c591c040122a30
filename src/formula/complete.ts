// Completion: what the name or the quarter under the caret may become. Lines come before functions and calendar names; names
// that begin with what is typed before those that contain it, and those before lines whose label does.

import type { Span } from '#base/span.ts'
import { fiscalName, plainName, readQuarter, type FiscalCalendar } from '#model/fiscalCalendar.ts'
import { calendarName, type Quarter } from '#model/quarter.ts'
import { signatureOf, unitSentence } from './function.ts'
import { functionTable } from './functionTable.ts'
import { calendarSentences } from './guide.ts'
import { namesElsewhere } from './nearest.ts'
import { calendarNames } from './reserved.ts'

/** A line as completion tells of it; the unit is its name. */
type NamedLine = { readonly key: string; readonly label: string; readonly unit: string }

export type CompletionScope = {
  /** In the order of the sheet. */
  readonly lines: readonly NamedLine[]
  readonly quarters: readonly Quarter[]
  readonly calendar: FiscalCalendar
}

export type Completion = {
  /** What to put in the span; a function's ends with its parenthesis, a quarter's has its quotes. */
  readonly text: string
  readonly kind: 'line' | 'function' | 'calendar' | 'quarter'
  /** A line's label and unit, or the month a quarter ends in. */
  readonly label: string | null
  readonly unit: string | null
  /** A function's signature, what becomes of units, and what it does. */
  readonly signature: string | null
  readonly units: string | null
  readonly sentence: string | null
}

export type Completions = { readonly span: Span; readonly choices: readonly Completion[] }

const nothingMore = { label: null, unit: null, signature: null, units: null, sentence: null }

const names = (lines: readonly NamedLine[]): readonly Completion[] => [
  ...lines.map(({ key, label, unit }): Completion => ({ ...nothingMore, text: key, kind: 'line', label, unit })),
  ...functionTable.map((entry): Completion => ({
    ...nothingMore,
    text: `${entry.name}(`,
    kind: 'function',
    signature: signatureOf(entry),
    units: unitSentence(entry),
    sentence: entry.sentence,
  })),
  ...calendarNames.map((text): Completion => ({
    ...nothingMore,
    text,
    kind: 'calendar',
    sentence: calendarSentences[text],
  })),
]

/** How well a name fits what is typed, 0 the best; null where it does not. */
const rankOf = ({ text, kind, label }: Completion, small: string): number | null => {
  if (text.startsWith(small)) return 0
  // What other tools call it: `ltm` is `ttm`.
  if (kind === 'function' && namesElsewhere(text.slice(0, -1)).some((each) => each.startsWith(small))) return 0
  if (text.includes(small)) return 1
  const words = label?.toLowerCase().split(/[^\p{L}\p{N}]+/u) ?? []
  return kind === 'line' && words.some((word) => word.startsWith(small)) ? 2 : null
}

const ranked = (choices: readonly Completion[], small: string): readonly Completion[] => {
  const ranks: readonly Completion[][] = [[], [], []]
  for (const choice of choices) ranks[rankOf(choice, small) ?? -1]?.push(choice)
  return ranks.flat()
}

const squeezed = (text: string): string => text.toLowerCase().replaceAll(/[\s-]/g, '')

/** Quarters by any of their names: `FY26 Q2`, `Sep 2025`, `2025-09`, or a whole one in another spelling. */
const quarterChoices = (typed: string, { quarters, calendar }: CompletionScope): readonly Completion[] => {
  const named = readQuarter(typed, calendar)
  const small = squeezed(typed)
  return quarters
    .filter(
      (quarter) =>
        quarter === named ||
        [fiscalName(quarter, calendar), calendarName(quarter), quarter].some((name) => squeezed(name).includes(small)),
    )
    .map((quarter) => ({
      ...nothingMore,
      text: `"${plainName(quarter, calendar)}"`,
      kind: 'quarter',
      label: calendarName(quarter),
    }))
}

/** Where the quotes that the caret stands in begin; null outside of any. */
const quoteBefore = (before: string): number | null =>
  (before.match(/"/g)?.length ?? 0) % 2 === 1 ? before.lastIndexOf('"') : null

/**
 * Choices for the name that ends at the caret, or for the quarter whose quotes it is in; null where none is being typed. Asked
 * for, there are all of them where nothing is typed, too.
 */
export const completionsAt = (
  text: string,
  caret: number,
  scope: CompletionScope,
  isAsked = false,
): Completions | null => {
  const before = text.slice(0, caret)
  const after = text.slice(caret)
  const quote = quoteBefore(before)
  if (quote !== null) {
    const rest = /^[\w -]*"/.exec(after)?.[0] ?? ''
    return {
      span: { start: quote, end: caret + rest.length },
      choices: quarterChoices(before.slice(quote + 1), scope),
    }
  }
  const typed = /(?<![\w.])[A-Za-z_]\w*$/.exec(before)?.[0] ?? ''
  if (typed === '' && (!isAsked || /[\w.]$/.test(before))) return null
  const end = caret + (typed === '' ? 0 : (/^\w*/.exec(after)?.[0].length ?? 0))
  return { span: { start: caret - typed.length, end }, choices: ranked(names(scope.lines), typed.toLowerCase()) }
}

/** Whether what is typed is one of the choices already: then there is nothing to complete, unless it is asked for. */
export const isComplete = (text: string, { span, choices }: Completions): boolean =>
  choices.some((choice) => choice.text === text.slice(span.start, span.end))
