// A lag as it is written: the bracket behind what is looked at in another quarter, `[-4]`, and the formula with another one in its place.

import type { Span } from '#base/span.ts'
import type { Tree } from '#formula/tree.ts'

type Lag = Extract<Tree, { kind: 'lag' }>

const lagForm = /\[\s*[-+]?\d+\s*\]/

const bracketText = (quarters: number): string => (quarters === 0 ? '' : `[${quarters > 0 ? '+' : ''}${quarters}]`)

/** Where a lag's bracket stands in the formula's text: behind what it looks at, where other brackets may be. */
const bracketSpan = (text: string, { of, span }: Lag): Span | null => {
  const written = lagForm.exec(text.slice(of.span.end, span.end))
  if (written === null) return null
  const start = of.span.end + written.index
  return { start, end: start + written[0].length }
}

/** The formula with a lag of so many quarters in place of a lag's own; null where that is not written as a number of quarters. */
export const withLag = (text: string, lag: Lag, quarters: number): string | null => {
  const bracket = bracketSpan(text, lag)
  return bracket === null ? null : text.slice(0, bracket.start) + bracketText(quarters) + text.slice(bracket.end)
}
