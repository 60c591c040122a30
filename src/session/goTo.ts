// Going to a cell by its name: a line by its key or label, a quarter or a year, or both. What is left out is the cursor's.

import { nearestName } from '#formula/nearest.ts'
import { fiscalName, readQuarter } from '#model/fiscalCalendar.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines, allSections, type Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { monthNamed } from '#model/quarter.ts'
import { contains } from '#model/timeline.ts'
import { yearId, yearName, yearsOf } from '#model/year.ts'
import { columnId, type ColumnId } from './column.ts'
import { keyFromLabel } from './creation.ts'
import { headingId, type Cell } from './layout.ts'
import { refuse } from './proposal.ts'

const mostNamed = 3

const timeForms = [
  /^FY\s*\d+(\s*-?\s*Q\d)?$/i,
  /^CY\s*\d+$/i,
  /^Q\d\s*-?\s*FY\s*\d+$/i,
  /^\dQ\s*FY\s*\d+$/i,
  /^\d{4}-\d{2}$/,
]

/** Whether a text is meant for a quarter or a year, be it one of the model's or not. */
const namesTime = (text: string): boolean => {
  const month = /^([a-z]{3,9})[- ]?(?:\d{4}|\d{2})$/i.exec(text)?.[1]
  return timeForms.some((form) => form.test(text)) || (month !== undefined && monthNamed(month) !== null)
}

const readYear = (model: Model, text: string): ColumnId | Problem | null => {
  const [, kind = '', digits] = /^([FC])Y\s*(\d{4}|\d{2})$/i.exec(text) ?? []
  if (digits === undefined) return null
  const by = kind.toUpperCase() === 'F' ? 'fiscal' : 'calendar'
  const named = `${kind.toUpperCase()}Y${digits}`
  const year = yearsOf(model.timeline, model.fiscalCalendar, by).find(
    (each) => yearId(each.year) === named || yearName(each.year) === named,
  )
  if (year === undefined) return outside(model, text)
  return year.whole
    ? columnId({ kind: 'year', year: year.year })
    : refuse(`${yearName(year.year)} has no column of its own: not all of its quarters are in the timeline.`)
}

const outside = ({ timeline, fiscalCalendar }: Model, text: string): Problem =>
  refuse(
    `“${text}” is no quarter of this model, which runs from ${fiscalName(timeline.first, fiscalCalendar)} to ${fiscalName(timeline.last, fiscalCalendar)}.`,
  )

/** The column a text names; null where it is no name of a time. */
const readTime = (model: Model, text: string): ColumnId | Problem | null => {
  if (!namesTime(text)) return null
  const year = readYear(model, text)
  if (year !== null) return year
  const quarter = readQuarter(text, model.fiscalCalendar)
  return quarter !== null && contains(model.timeline, quarter) ? quarter : outside(model, text)
}

/** Its key and its label in small letters. */
const namesOf = ({ key, label }: LineItem): readonly string[] => [key, label.toLowerCase()]

const missed = (lines: readonly LineItem[], text: string): Problem => {
  const labels = new Map(lines.flatMap((line) => namesOf(line).map((name) => [name, line.label] as const)))
  const nearest = nearestName(text, labels.keys())
  const label = nearest === null ? null : (labels.get(nearest) ?? null)
  return refuse(`No line is called “${text}”.${label === null ? '' : ` Did you mean “${label}”?`}`)
}

/** The line called so, or the only one whose key or label begins so, or else has the words in it. */
const readLine = (model: Model, text: string): LineItem | Problem => {
  const lines = allLines(model)
  const small = text.toLowerCase()
  const exact =
    lines.find(({ key }) => key === small) ??
    lines.find((line) => namesOf(line).includes(small)) ??
    lines.find(({ key }) => key === keyFromLabel(text))
  if (exact !== undefined) return exact
  const begun = lines.filter((line) => namesOf(line).some((name) => name.startsWith(small)))
  const found = begun.length > 0 ? begun : lines.filter((line) => namesOf(line).some((name) => name.includes(small)))
  const [only, second] = found
  if (only === undefined) return missed(lines, text)
  if (second === undefined) return only
  const named = found.slice(0, mostNamed).map(({ label }) => `“${label}”`)
  const rest = found.length - named.length
  const listed = rest > 0 ? `${named.join(', ')} and ${rest} more` : named.join(' and ')
  return refuse(
    `Several lines ${begun.length > 0 ? 'begin with' : 'have'} “${text}”: ${listed}. Type more of the name.`,
  )
}

type Parts = { readonly line: string; readonly column: ColumnId | Problem | null }

/** The longest end or beginning of the words that names a time, and the words that are left for the line. */
const partsOf = (model: Model, words: readonly string[]): Parts => {
  const whole = words.join(' ')
  if (allLines(model).some((line) => namesOf(line).includes(whole.toLowerCase()))) return { line: whole, column: null }
  for (let count = words.length; count > 0; count -= 1) {
    const rest = words.length - count
    const atEnd = readTime(model, words.slice(rest).join(' '))
    if (atEnd !== null) return { line: words.slice(0, rest).join(' '), column: atEnd }
    const atStart = readTime(model, words.slice(0, count).join(' '))
    if (atStart !== null) return { line: words.slice(count).join(' '), column: atStart }
  }
  return { line: whole, column: null }
}

/** Where the cursor is on a line: its column, the constant's own, or the last actual. */
const columnOf = ({ lastActual, timeline }: Model, line: LineItem | undefined, cursor: Cell | null): ColumnId => {
  if (line?.kind === 'constant') return 'constant'
  const column = cursor?.column ?? 'constant'
  return column === 'constant' ? (lastActual ?? timeline.first) : column
}

/** The cell a text names, such as `capex FY27 Q1`, or why there is none. */
export const readGoal = (model: Model, cursor: Cell | null, text: string): Cell | Problem => {
  const words = text.trim().split(/\s+/).filter(Boolean)
  if (words.length === 0) return refuse('Type a line, a quarter, or both: capex FY27 Q1.')
  const parts = partsOf(model, words)
  if (isProblem(parts.column)) return parts.column
  if (parts.line === '') {
    const line = cursor?.line ?? allLines(model)[0]?.id
    return line === undefined || parts.column === null
      ? refuse('This model has no lines to go to yet.')
      : { line, column: parts.column }
  }
  const line = readLine(model, parts.line)
  const section = allSections(model).find((each) => each.toLowerCase() === parts.line.toLowerCase())
  if (isProblem(line) && section !== undefined)
    return { line: headingId(section), column: parts.column ?? columnOf(model, undefined, cursor) }
  if (isProblem(line)) return line
  // A constant is one number for all quarters: whichever is named, it stands in its own column.
  const isConstant = line.kind === 'constant' || parts.column === null
  return { line: line.id, column: isConstant ? columnOf(model, line, cursor) : parts.column }
}
