// A table of figures as a release or its press report has it: names with one or more columns of numbers, or numbers alone.
// Lines copied from a PDF have blanks between name and figures. Of several columns the one of the quarter is taken: the one
// headed so, else the first that does not repeat what was reported before.

import { counted } from '#base/listing.ts'
import { isNothing } from '#exchange/numberStyle.ts'
import { plainName, readQuarter, type FiscalCalendar } from '#model/fiscalCalendar.ts'
import type { Quarter } from '#model/quarter.ts'
import { hasLetter, isFigure } from './pastedParts.ts'
import { isLonger, namesTime, timeOf, type HeadedTime } from './pastedTime.ts'
import { isUnitCell, unitIn, unitOfName, type PastedUnit } from './pastedUnit.ts'
import type { ReleasePart } from './releaseLines.ts'

type Rows = readonly (readonly string[])[]

export type NamedFigures = {
  readonly kind: 'named'
  readonly rows: readonly NamedRow[]
  /** Rows among them with digits but without a name or a figure, as they came. */
  readonly unread: readonly string[]
  /** Rows that name a line and have no figure that can be read. */
  readonly unreadable: readonly string[]
  /** Which figures are taken, by their place in the row, and as what. */
  readonly columns: readonly (readonly [at: number, part: ReleasePart])[]
  /** Which column was taken of several, and what was passed over. */
  readonly remarks: readonly string[]
}

type NamedRow = {
  readonly name: string
  readonly figures: readonly string[]
  /** The unit stated for each figure. */
  readonly units: readonly (PastedUnit | null)[]
}

/** Numbers in rows, empty where nothing stands. */
export type BareFigures = {
  readonly kind: 'bare'
  readonly rows: Rows
  readonly unit: PastedUnit | null
  readonly remarks: readonly string[]
}

type About = {
  readonly quarter: Quarter
  readonly calendar: FiscalCalendar
  /** Whether a figure is what the line of the name reported before; null where the name is no line's. */
  readonly isOld: (name: string, figure: string, unit: PastedUnit | null) => boolean | null
  readonly isLine: (name: string) => boolean
}

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
  return hasLetter(name) && !isFigure(name) && !isUnitCell(name) && row.slice(at + 1).some(isFigure) ? at : null
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

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']

type Column = { readonly at: number; readonly heading: string; readonly time: HeadedTime }

/** Which of several columns are taken. */
const columnsOf = (rows: readonly NamedRow[], places: readonly Column[], about: About): NamedFigures['columns'] => {
  const headed = places.flatMap(({ at, heading, time }): NamedFigures['columns'] => {
    const part = headingParts.find(([form]) => form.test(heading))?.[1]
    if (part !== undefined && time !== 'other' && time !== 'longer') return [[at, part]]
    return time === 'same' ? [[at, 'reported']] : []
  })
  const reported = headed.find(([, part]) => part === 'reported')
  const expected = headed.filter(([, part]) => part !== 'reported')
  if (reported !== undefined) return [reported, ...expected]
  const isOld = (at: number): boolean => {
    if (places.length === 1) return false
    const known = rows.flatMap(
      ({ name, figures, units }) => about.isOld(name, figures[at] ?? '', units[at] ?? null) ?? [],
    )
    return known.length > 0 && known.filter(Boolean).length * 2 >= known.length
  }
  const free = places.filter(({ at, time }) => time === null && !headed.some(([each]) => each === at))
  const current = free.find(({ at }) => !isOld(at))
  return current === undefined ? expected : [[current.at, 'reported'], ...expected]
}

const longerRemark = (heading: string): string =>
  `“${heading}” is of more than a quarter, so nothing was taken from it. Paste the column of the quarter alone.`

const remarkOf = (
  columns: NamedFigures['columns'],
  places: readonly Column[],
  title: string,
  { quarter, calendar }: About,
): readonly string[] => {
  const at = columns.find(([, part]) => part === 'reported')?.[0]
  const longer = places.find(({ time }) => time === 'longer')
  if (at === undefined && longer !== undefined) return [longerRemark(isLonger(longer.heading) ? longer.heading : title)]
  if (columns.length === 0) return [`No column of it is one of ${plainName(quarter, calendar)}.`]
  if (places.length < 2 || at === undefined) return []
  const taken = places.findIndex((each) => each.at === at)
  const heading = places[taken]?.heading.trim() ?? ''
  const place = ordinals[taken] ?? 'last'
  return [
    heading === '' ? `Of ${places.length} columns the ${place} was taken.` : `Taken from the column “${heading}”.`,
  ]
}

const filledText = (row: readonly string[]): string => row.filter((text) => text.trim() !== '').join(' ')

/** Rows that name a line though no figure of them can be read. */
export const unreadableOf = (rows: Rows, calendar: FiscalCalendar, isLine: (name: string) => boolean): Rows =>
  rows.filter((row) => {
    if (nameAt(row, calendar) !== null) return false
    const [name = '', ...others] = row.filter((text) => text.trim() !== '')
    if (others.length > 0) return isLine(name) && others.some((text) => !isNothing(text) && !namesTime(text))
    const [words = '', digits] = name.split(/(?=\d)/)
    return digits !== undefined && isLine(words)
  })

/** The rows above the figures: an empty cell beside another goes under the heading to its left, as merged cells do. */
const spread = (rows: Rows): Rows =>
  rows.map((row, index) => {
    if (index === rows.length - 1) return row
    let last = ''
    return row.map((text, at) => {
      if (at > 0 && text.trim() !== '') last = text
      return at > 0 ? last : text
    })
  })

const mostOfTitle = 120 // a longer text is prose

/** The figures of pasted rows, whose numbers are in point style. */
export const pastedFigures = (all: Rows, about: About): NamedFigures | BareFigures => {
  const rows = all.filter((row) => !isOfAnother(row, nameAt(row, about.calendar) ?? 0, about))
  const passed = all.length - rows.length
  const numbered = rows.filter((row) => row.some(isFigure) && !areYears(row))
  const isHeading = (row: readonly string[]): boolean => rows.length > 1 && areYears(row)
  const first = rows.findIndex((row) => nameAt(row, about.calendar) !== null && !isHeading(row))
  const unreadable = unreadableOf(rows, about.calendar, about.isLine)
  const above = spread(rows.slice(0, Math.max(first, 0)).filter((row) => !unreadable.includes(row)))
  const found = rows.slice(Math.max(first, 0)).flatMap((row) => {
    const at = nameAt(row, about.calendar)
    return at === null ? [] : [{ at, row }]
  })
  if (found.length * 2 < numbered.length || found.length === 0) return bareFigures(rows)
  const width = Math.max(...found.map(({ row }) => row.length))
  const nameColumn = found[0]?.at ?? 0
  const titles = above.flatMap((row) => row.slice(0, nameColumn + 1)).filter((text) => text.length <= mostOfTitle)
  const title = titles.filter((text) => text.trim() !== '').join(' ')
  const headings = Array.from({ length: width }, (_, at) => filledText(above.map((row) => row[at] ?? '')))
  const named = found.map(({ at, row }): NamedRow => {
    const beside = row.find((text, place) => place !== at && isUnitCell(text))
    const own = unitOfName(row[at] ?? '') ?? (beside === undefined ? null : unitIn(beside))
    return { name: row[at] ?? '', figures: row, units: headings.map((text) => own ?? unitIn(text) ?? unitIn(title)) }
  })
  const places = headings.flatMap((heading, at): readonly Column[] => {
    const filled = named.filter(({ figures }) => isFigure(figures[at] ?? '')).length
    const isColumn = filled > 0 && filled * 2 >= named.length
    return isColumn ? [{ at, heading, time: timeOf(heading, title, about.quarter, about.calendar) }] : []
  })
  const columns = columnsOf(named, places, about)
  const unread = rows
    .slice(first)
    .filter((row) => nameAt(row, about.calendar) === null && !unreadable.includes(row) && /\d/.test(row.join('')))
    .map(filledText)
  const remarks = [
    ...remarkOf(columns, places, title, about),
    ...(passed === 0
      ? []
      : [`${counted(passed, 'row')} of other quarters ${passed === 1 ? 'was' : 'were'} passed over.`]),
  ]
  return { kind: 'named', rows: named, unread, unreadable: unreadable.map(filledText), columns, remarks }
}

/** Numbers without names, under a heading or none. */
const bareFigures = (rows: Rows): BareFigures => {
  const [head, ...body] = rows
  const isHeaded = head?.every((text) => !isFigure(text)) === true && head.some(hasLetter)
  if (!isHeaded) return { kind: 'bare', rows: withoutEmptyEdges(rows), unit: null, remarks: [] }
  const heading = filledText(head)
  return isLonger(heading)
    ? { kind: 'bare', rows: [], unit: null, remarks: [longerRemark(heading)] }
    : { kind: 'bare', rows: withoutEmptyEdges(body), unit: unitIn(heading), remarks: [] }
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
