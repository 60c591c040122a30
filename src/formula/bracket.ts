// What stands in brackets behind an expression: a lag (`-4`, `+1`), a quarter (`"FY26 Q2"`), or a window between any two
// of them (`-3:0`, `"FY25 Q4":0`).

import { spanAround, type Span } from '#base/span.ts'
import { readQuarter, type FiscalCalendar } from '#model/fiscalCalendar.ts'
import { isQuarter, type Quarter } from '#model/quarter.ts'
import { refuse } from './formulaProblem.ts'
import type { Token } from './lexer.ts'
import type { End } from './tree.ts'

export type Bracket = End | { readonly from: End; readonly to: End }

/** The quarter a text in quotes names. */
export const quarterNamed = (token: Token, calendar: FiscalCalendar): Quarter => {
  const quarter = readQuarter(token.text, calendar)
  if (quarter !== null && isQuarter(quarter)) return quarter // years have four digits
  return refuse(
    'quarter',
    token.span,
    isQuarter(token.text)
      ? `No quarter of this model ends in the month ${token.text}.`
      : `“${token.text}” is not a quarter. Write it as "FY26 Q2", or by the month it ends in, as "2025-09".`,
  )
}

const wholeDigits = /^\d+$/

/** A whole number in digits with an optional sign, or null. */
export const wholeIn = (tokens: readonly Token[]): number | null => {
  const digits = tokens.at(-1)
  const sign = tokens.length === 2 ? tokens[0]?.text : ''
  if (digits?.kind !== 'number' || !wholeDigits.test(digits.text)) return null
  if (tokens.length > 2 || (sign !== '' && sign !== '-' && sign !== '+')) return null
  return sign === '-' ? 0 - Number(digits.text) : Number(digits.text)
}

const endIn = (tokens: readonly Token[], bracket: Span, calendar: FiscalCalendar): End => {
  const [first, ...others] = tokens
  if (first?.kind === 'quoted' && others.length === 0) return { quarter: quarterNamed(first, calendar) }
  const lag = wholeIn(tokens)
  if (lag !== null) return { lag }
  const last = tokens.at(-1)
  const span = first === undefined || last === undefined ? bracket : spanAround(first.span, last.span)
  const bare = [' ', ''].map((between) => tokens.map(({ text }) => text).join(between))
  const named = bare.find((text) => readQuarter(text, calendar) !== null)
  if (named !== undefined || (first?.kind === 'name' && /^(fy|q[1-4])/i.test(first.text)))
    return refuse(
      'lag',
      span,
      'Put the quarter’s name in double quotes, such as "FY26 Q2".',
      named === undefined ? null : `"${named}"`,
    )
  const whole = Number(bare[1])
  return refuse(
    'lag',
    span,
    'In brackets stands a whole number of quarters in digits, such as [-4], or a quarter, such as ["FY26 Q2"].',
    Number.isSafeInteger(whole) ? String(whole) : null,
  )
}

/** Reads the tokens between the brackets; `span` covers the brackets. */
export const readBracket = (tokens: readonly Token[], span: Span, calendar: FiscalCalendar): Bracket => {
  const isColon = ({ kind, text }: Token): boolean => kind === 'symbol' && text === ':'
  const colon = tokens.findIndex(isColon)
  const comma = tokens.find(({ kind, text }) => kind === 'symbol' && text === ',')
  if (comma !== undefined) return refuse('window', comma.span, 'A window has a colon between its ends: [-3:0].', ':')
  if (tokens.length === 0)
    return refuse('lag', span, 'The brackets are empty: put a number of quarters in them, such as [-4].')
  if (colon < 0) return endIn(tokens, span, calendar)
  const from = tokens.slice(0, colon)
  const to = tokens.slice(colon + 1)
  if (from.length === 0 || to.length === 0)
    return refuse('window', span, 'A window needs both its ends, such as [-3:0] for the last four quarters.')
  if (to.some(isColon)) return refuse('window', span, 'A window has one colon, between its two ends: [-3:0].')
  return { from: endIn(from, span, calendar), to: endIn(to, span, calendar) }
}
