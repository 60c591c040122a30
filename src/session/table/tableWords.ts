// What was understood of a pasted table, in sentences.

import { counted, listed } from '#base/listing.ts'
import { plainName, type FiscalCalendar } from '#model/fiscalCalendar.ts'
import type { TableReading } from './tableReading.ts'

/** `Read 8 lines in 2 sections over 12 quarters, FY24 Q1 to FY26 Q4: 96 numbers. 3 cells could not be read.` */
export const readText = ({ lines, sections, quarters, unread }: TableReading, calendar: FiscalCalendar): string => {
  const numbers = lines.reduce((sum, line) => sum + line.numbers.size, 0)
  const [first] = quarters
  const last = quarters.at(-1)
  const span =
    first === undefined || last === undefined ? '' : `, ${plainName(first, calendar)} to ${plainName(last, calendar)}`
  const parts = sections.length < 2 ? '' : ` in ${counted(sections.length, 'section')}`
  const read = `Read ${counted(lines.length, 'line')}${parts} over ${counted(quarters.length, 'quarter')}${span}: ${counted(numbers, 'number')}.`
  return unread.length === 0
    ? read
    : `${read} ${counted(unread.length, 'thing')} could not be read; in a cell, the text stays as its note:`
}

const mostNamed = 3

/** The offer to compute what the table only repeats; null where it repeats nothing. */
export const formulasText = ({ lines }: TableReading): string | null => {
  const found = lines.flatMap(({ label, found: formula }) =>
    formula === null ? [] : [`${label} = ${formula.formula}`],
  )
  if (found.length === 0) return null
  const rest = found.length - mostNamed
  const named = [...found.slice(0, mostNamed), ...(rest > 0 ? [`${rest} more`] : [])]
  return `Compute what follows from other lines, instead of typing it: ${listed(named)}. The numbers agree.`
}
