// Formula text that follows a change of names: of a line's key, or of quarters when the fiscal year end moves. It works on
// any text, right or wrong, and changes nothing but the names.

import { fiscalName, readQuarter, type FiscalCalendar } from '#model/fiscalCalendar.ts'
import { isQuarter } from '#model/quarter.ts'

/** Quoted texts, numbers and names, so that a name is never found inside the other two. */
const words = /"[^"]*"|(?:\d|\.\d)[\w.]*|[A-Za-z_]\w*/g

/** The text with every use of one key replaced by another. */
export const renameKey = (text: string, from: string, to: string): string =>
  text.replace(words, (word) => (word === from ? to : word))

/** The text with fiscal quarters named in one calendar named in another: the same calendar quarters under new names. */
export const renameQuarters = (text: string, from: FiscalCalendar, to: FiscalCalendar): string =>
  text.replace(words, (word) => {
    const name = word.slice(1, -1)
    const quarter = word.startsWith('"') && !isQuarter(name) ? readQuarter(name, from) : null
    return quarter === null ? word : `"${fiscalName(quarter, to)}"`
  })
