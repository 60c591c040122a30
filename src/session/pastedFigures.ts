// A table of figures as a release or its press report has it: names with one or more columns of numbers, or numbers alone.
// Lines copied from a PDF have blanks between name and figures. Of several columns the one of the quarter is taken: the one
// headed so, else the first that does not repeat what was reported before.

import { counted } from '#base/listing.ts'
import { readCsvLine } from '#exchange/block.ts'
import { isNothing, isNumberText } from '#exchange/numberStyle.ts'
import { plainName, readQuarter, type FiscalCalendar } from '#model/fiscalCalendar.ts'
import { endMonthOf, monthNamed, yearOf, type Quarter } from '#model/quarter.ts'
import type { TableCell } from './pasting.ts'
import type { ReleasePart } from './releaseLines.ts'

type Rows = readonly (readonly string[])[]

export type NamedFigures = {
  readonly kind: 'named'
  readonly rows: readonly { readonly name: string; readonly figures: readonly string[] }[]
  /** Rows among them with digits but without a name or a figure, as they came. */
  readonly unread: readonly string[]
  /** Which figures are taken, by their place in the row, and as what. */
  readonly columns: readonly (readonly [at: number, part: ReleasePart])[]
  /** Which column was taken of several, and what was passed over. */
  readonly remarks: readonly string[]
}

/** Numbers in rows, empty where nothing stands. */
export type BareFigures = { readonly kind: 'bare'; readonly rows: Rows }

type About = {
  readonly quarter: Quarter
  readonly calendar: FiscalCalendar
  /** Whether a figure is what the line of the name reported before; null where the name is no line's. */
  readonly isOld: (name: string, figure: string) => boolean | null
}

const currencySign = /^(?:\p{Sc}|[A-Z]{2}\$|RMB|CNY|USD)$/u
const isDash = (text: string): boolean => /^[-‐‑‒–—−]$/.test(text)
const isFigure = (text: string): boolean => isNumberText(text) || isDash(text)
const hasLetter = (text: string): boolean => /\p{L}/u.test(text)

/** `Revenue (RMB m) 280,154 284,843 2 %` as name and figures; null where no figure ends it. */
const partedLine = (text: string): readonly string[] | null => {
  const words = text
    .trim()
    .replace(/(?<=\d) +%/g, '%')
    .split(/\s+/)
  const figures: string[] = []
  while (words.length > 0) {
    const last = words.at(-1) ?? ''
    if (isFigure(last) || isNothing(last)) figures.unshift(last)
    else if (currencySign.test(last) && isFigure(figures[0] ?? '')) figures[0] = `${last} ${figures[0] ?? ''}`
    else break
    words.pop()
  }
  if (!figures.some(isFigure) || (words.length === 0 && figures.length === 1)) return null
  return words.length === 0 ? figures : [words.join(' '), ...figures]
}

/** Commas that part thousands: `236,503`. */
const thousands = /\d,\d{3}(?!\d)/

/** `revenue,284843` as name and figure; null for what is no line of a CSV file. */
const partedFields = (text: string): readonly string[] | null => {
  if (thousands.test(text.replace(/"[^"]*"/g, ''))) return null
  const fields = readCsvLine(text).map((field) => field.trim())
  return fields.some(isFigure) && fields.some((field) => hasLetter(field) && !isFigure(field)) ? fields : null
}

/** A table whose lines of one cell, as a PDF or a CSV file gives them, are parted into cells. */
export const partedTable = (table: readonly (readonly TableCell[])[]): readonly (readonly TableCell[])[] =>
  table.map((row) => {
    const cells = row.filter(({ text }) => text.trim() !== '')
    const only = cells[0]?.text ?? ''
    const parts = cells.length === 1 && !isNumberText(only) ? (partedFields(only) ?? partedLine(only)) : null
    return parts === null ? row : parts.map((text) => ({ text, isExact: false }))
  })

const yearForm = /^(?:19|20)\d\d$/

/** Whether all figures of a row are years, as headings have them. */
const areYears = (row: readonly string[]): boolean => {
  const figures = row.filter(isFigure)
  return figures.length > 0 && figures.every((text) => yearForm.test(text.trim()))
}

const dayForm = /^\d{4}-\d{2}(-\d{2})?$/

/** Where a row's name stands: its first cell with letters that is no figure and no time, a figure after it; null without. */
const nameAt = (row: readonly string[], calendar: FiscalCalendar): number | null => {
  const at = row.findIndex(
    (text) => text.trim() !== '' && !dayForm.test(text.trim()) && readQuarter(text, calendar) === null,
  )
  const name = row[at] ?? ''
  return hasLetter(name) && !isFigure(name) && row.slice(at + 1).some(isFigure) ? at : null
}

/** Whether the cells before a row's name say that it is of another quarter. */
const isOfAnother = (row: readonly string[], at: number, { quarter, calendar }: About): boolean =>
  row.slice(0, at).some((text) => {
    const named = readQuarter(text, calendar)
    return named !== null && named !== quarter
  })

const headingParts: readonly (readonly [RegExp, ReleasePart])[] = [
  [/\b(low|bottom)\b/i, 'low'],
  [/\b(high|top)\b/i, 'high'],
  [/consensus|expected|estimate|street|poll/i, 'consensus'],
  [/\b(actuals?|reported|released?)\b/i, 'reported'],
]

/** Whether a heading names a time: that of the quarter, or another. */
const timeOf = (heading: string, { quarter, calendar }: About): 'same' | 'other' | null => {
  const named = readQuarter(heading, calendar)
  if (named !== null) return named === quarter ? 'same' : 'other'
  const year = /\b(19|20)\d\d\b/.exec(heading)?.[0]
  const months = heading.split(/[^a-z]+/i).flatMap((word) => monthNamed(word) ?? [])
  if (year === undefined) return null
  const isSameMonth = months.length === 0 || months.includes(endMonthOf(quarter))
  return Number(year) === yearOf(quarter) && isSameMonth ? 'same' : 'other'
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']

/** Which of several columns are taken. */
const columnsOf = (
  rows: NamedFigures['rows'],
  places: readonly number[],
  headings: readonly string[],
  about: About,
): NamedFigures['columns'] => {
  const headed = places.flatMap((at): NamedFigures['columns'] => {
    const heading = headings[at] ?? ''
    const part = headingParts.find(([form]) => form.test(heading))?.[1]
    if (part !== undefined) return [[at, part]]
    return timeOf(heading, about) === 'same' ? [[at, 'reported']] : []
  })
  const reported = headed.find(([, part]) => part === 'reported')
  const expected = headed.filter(([, part]) => part !== 'reported')
  if (reported !== undefined) return [reported, ...expected]
  const isOld = (at: number): boolean => {
    if (places.length === 1) return false
    const known = rows.flatMap(({ name, figures }) => about.isOld(name, figures[at] ?? '') ?? [])
    return known.length > 0 && known.filter(Boolean).length * 2 >= known.length
  }
  const free = places.filter((at) => !headed.some(([each]) => each === at))
  const current = free.find((at) => timeOf(headings[at] ?? '', about) !== 'other' && !isOld(at))
  return current === undefined ? expected : [[current, 'reported'], ...expected]
}

const remarkOf = (
  columns: NamedFigures['columns'],
  places: readonly number[],
  headings: readonly string[],
  { quarter, calendar }: About,
): readonly string[] => {
  if (columns.length === 0) return [`No column of it is one of ${plainName(quarter, calendar)}.`]
  const at = columns.find(([, part]) => part === 'reported')?.[0]
  if (places.length < 2 || at === undefined) return []
  const heading = (headings[at] ?? '').trim()
  const place = ordinals[places.indexOf(at)] ?? 'last'
  return [
    heading === '' ? `Of ${places.length} columns the ${place} was taken.` : `Taken from the column “${heading}”.`,
  ]
}

/** The figures of pasted rows, whose numbers are in point style. */
export const pastedFigures = (all: Rows, about: About): NamedFigures | BareFigures => {
  const rows = all.filter((row) => !isOfAnother(row, nameAt(row, about.calendar) ?? 0, about))
  const passed = all.length - rows.length
  const numbered = rows.filter((row) => row.some(isFigure) && !areYears(row))
  const isHeading = (row: readonly string[]): boolean => rows.length > 1 && areYears(row)
  const first = rows.findIndex((row) => nameAt(row, about.calendar) !== null && !isHeading(row))
  const named = rows.slice(Math.max(first, 0)).flatMap((row) => {
    const at = nameAt(row, about.calendar)
    return at === null ? [] : [{ name: row[at] ?? '', figures: row }]
  })
  if (named.length * 2 < numbered.length || named.length === 0) {
    const [head, ...body] = rows
    const isHeaded = head?.every((text) => !isFigure(text)) === true && head.some(hasLetter)
    return { kind: 'bare', rows: withoutEmptyEdges(isHeaded ? body : rows) }
  }
  const width = Math.max(...named.map(({ figures }) => figures.length))
  const places = Array.from({ length: width }, (_, at) => at).filter((at) => {
    const filled = named.filter(({ figures }) => isFigure(figures[at] ?? '')).length
    return filled > 0 && filled * 2 >= named.length
  })
  const headings = Array.from({ length: width }, (_, at) =>
    rows
      .slice(0, first)
      .map((row) => row[at] ?? '')
      .filter((text) => text.trim() !== '')
      .join(' '),
  )
  const columns = columnsOf(named, places, headings, about)
  const unread = rows
    .slice(first)
    .filter((row) => nameAt(row, about.calendar) === null && row.some((text) => /\d/.test(text)))
    .map((row) => row.filter((text) => text !== '').join(' '))
  const remarks = [
    ...remarkOf(columns, places, headings, about),
    ...(passed === 0
      ? []
      : [`${counted(passed, 'row')} of other quarters ${passed === 1 ? 'was' : 'were'} passed over.`]),
  ]
  return { kind: 'named', rows: named, unread, columns, remarks }
}

/** Without columns that hold nothing, and without empty rows at the end. */
const withoutEmptyEdges = (rows: Rows): Rows => {
  const isEmpty = (row: readonly string[]): boolean => row.every((text) => text.trim() === '')
  const end = rows.findLastIndex((row) => !isEmpty(row)) + 1
  const kept = rows.slice(0, end)
  const width = Math.max(0, ...kept.map(({ length }) => length))
  const places = Array.from({ length: width }, (_, at) => at).filter((at) =>
    kept.some((row) => (row[at] ?? '').trim() !== ''),
  )
  return kept.map((row) => places.map((at) => row[at] ?? ''))
}
