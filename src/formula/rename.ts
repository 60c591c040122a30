// Formula text that follows a change of names: of a line's key, or of quarters when the fiscal year end moves. It works on
// any text, right or wrong, and changes nothing but the names. So are the quarters found that a text names.

import { fitsCalendar, plainName, readQuarter, type FiscalCalendar } from '#model/fiscalCalendar.ts'
import type { Quarter } from '#model/quarter.ts'
import { isReservedName } from './reserved.ts'

/** Quoted texts, numbers as the lexer reads them, and names in any letters, so that none is found inside another. */
const words = /"[^"]*"|(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?|[\p{L}_][\p{L}\p{N}_]*/gu

/** The text with every use of some keys replaced by others, all at once. A reserved word never means a line: it stays. */
export const renameKeys = (text: string, others: ReadonlyMap<string, string>): string =>
  text.replace(words, (word) => (isReservedName(word) ? word : (others.get(word) ?? word)))

/** The text with every use of one key replaced by another. */
export const renameKey = (text: string, from: string, to: string): string => renameKeys(text, new Map([[from, to]]))

/** The quarters that a text names, each once. */
export const quartersNamed = (text: string, calendar: FiscalCalendar): readonly Quarter[] => {
  const quoted = [...text.matchAll(words)].filter(([word]) => word.startsWith('"'))
  const quarters = quoted.map(([word]) => readQuarter(word.slice(1, -1), calendar)).filter((each) => each !== null)
  return [...new Set(quarters)]
}

/**
 * The text with quarters named in one calendar named in another: the same calendar quarters under new names, or those that
 * `moved` puts in their place. What reads as that quarter already stays, and so does a fiscal quarter's name where the other
 * calendar's quarters end elsewhere.
 */
export const renameQuarters = (
  text: string,
  from: FiscalCalendar,
  to: FiscalCalendar,
  moved: (quarter: Quarter) => Quarter = (quarter) => quarter,
): string =>
  text.replace(words, (word) => {
    const name = word.slice(1, -1)
    const read = word.startsWith('"') ? readQuarter(name, from) : null
    const quarter = read === null ? null : moved(read)
    if (quarter === null || readQuarter(name, to) === quarter || !fitsCalendar(quarter, to)) return word
    return `"${plainName(quarter, to)}"`
  })
