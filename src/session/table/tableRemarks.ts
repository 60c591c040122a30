// What is worth saying of a pasted table that was read: what it leaves out, and what is alike in it. Each a sentence.

import { counted, listed } from '#base/listing.ts'
import { plainName, type FiscalCalendar } from '#model/fiscalCalendar.ts'
import { addQuarters, calendarName, type Quarter } from '#model/quarter.ts'

/** Quarters between the first and the last that the table has none of. */
export const gapsIn = (quarters: readonly Quarter[], calendar: FiscalCalendar): readonly string[] => {
  const missing = quarters.slice(1).flatMap((quarter, index) => {
    const before = quarters[index] ?? quarter
    const gap: Quarter[] = []
    for (let each = addQuarters(before, 1); each < quarter; each = addQuarters(each, 1)) gap.push(each)
    return gap
  })
  if (missing.length === 0) return []
  const [first = '2000-03', ...rest] = missing
  const named =
    rest.length < 3
      ? listed(missing.map((each) => plainName(each, calendar)))
      : `${plainName(first, calendar)} (${calendarName(first)}) and ${rest.length} more quarters`
  return [`The table leaves out ${named}: ${missing.length === 1 ? 'it stays' : 'they stay'} empty.`]
}

const mostNamed = 4 // of many alike the first are told

/** Cells that the table itself says have no number: `Costs in FY25 Q1`. */
export const saidEmptyText = (
  cells: readonly { readonly label: string; readonly quarter: Quarter }[],
  calendar: FiscalCalendar,
): readonly string[] => {
  const places = cells.map(({ label, quarter }) => `${label} in ${plainName(quarter, calendar)}`)
  if (places.length === 0) return []
  const rest = places.length - mostNamed
  const named = listed(rest > 1 ? [...places.slice(0, mostNamed), `${rest} more`] : places)
  return [
    `The table says n/a or the like, and no number: ${named}. ${places.length === 1 ? 'It stays' : 'They stay'} empty.`,
  ]
}

type Named = { readonly key: string; readonly label: string }

/** Lines with one label, which only their keys tell apart. */
export const namesakesIn = (lines: readonly Named[]): readonly string[] => {
  const byLabel = new Map<string, Named[]>()
  for (const line of lines) byLabel.set(line.label, [...(byLabel.get(line.label) ?? []), line])
  return [...byLabel]
    .filter(([, alike]) => alike.length > 1)
    .map(
      ([label, alike]) =>
        `${counted(alike.length, 'row')} are called “${label}”: their lines are ${listed(alike.map(({ key }) => key))} in formulas.`,
    )
}
