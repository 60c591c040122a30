// Pasting into a release. A column of figures goes down from the caret, line by line; rows that carry names go to the lines
// of those names whatever their order. What finds no place is told by name and figure, so that nothing is lost.

import { counted } from '#base/listing.ts'
import { decidedStyleOf, inPointStyle, isNothing, isNumberText, type NumberStyle } from '#exchange/numberStyle.ts'
import type { FiscalCalendar } from '#model/fiscalCalendar.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { shownUnit } from '#model/figure.ts'
import { isProblem } from '#model/problem.ts'
import type { Scale } from '#model/unit.ts'
import { pastedFigures, unreadableOf, type BareFigures, type NamedFigures } from './pastedFigures.ts'
import { partedTable } from './pastedParts.ts'
import { settledByNeighbours, type ReleasePaste } from './pastedStyle.ts'
import { withUnit, type PastedUnit } from './pastedUnit.ts'
import type { TableCell } from './pasting.ts'
import { cellsOf, type Release, type ReleaseCell, type ReleaseRow } from './release.ts'
import { readFigure } from './releaseDraft.ts'
import type { ReleasePart } from './releaseLines.ts'

export type { ReleasePaste }

export type Caret = { readonly line: LineId; readonly part: ReleasePart }

const mostNamed = 12 // the rest is counted: a whole page may have been pasted

const leftSentence = (left: readonly string[]): string | null => {
  if (left.length === 0) return null
  const more = left.length > mostNamed ? ` and ${counted(left.length - mostNamed, 'other')}` : ''
  return `${counted(left.length, 'figure')} found no line here: ${left.slice(0, mostNamed).join('; ')}${more}.`
}

const unreadSentence = (rows: readonly string[]): string | null =>
  rows.length === 0
    ? null
    : `${counted(rows.length, 'row')} could not be read: ${rows.map((row) => `“${row}”`).join('; ')}. Type ${rows.length === 1 ? 'its figure' : 'their figures'}.`

const joined = (sentences: readonly (string | null)[]): string | null => {
  const said = sentences.filter((each) => each !== null)
  return said.length === 0 ? null : said.join(' ')
}

/** A cell of a table as it is typed on a line, with the unit stated for it. */
type TypedOn = (line: LineItem, text: string, unit: PastedUnit | null) => string

/** A cell of a table as it is typed: a lone dash is how tables print a zero. */
const typedOf = (text: string): string => (/^[-‐‑‒–—−]$/.test(text.trim()) ? '0' : text.trim())

/** Figures without names go down from the caret and, in more columns than one, to the right of it. */
const pasteColumn = (
  release: Release,
  { rows, unit, remarks }: BareFigures,
  { line, part }: Caret,
  typedOn: TypedOn,
): ReleasePaste => {
  const texts = new Map<LineId, string>()
  const left: string[] = []
  const first = release.rows.findIndex((row) => row.line.id === line)
  const columns = release.parts.slice(release.parts.indexOf(part))
  const takes = (row: ReleaseRow | undefined, at: number): ReleaseCell | null => {
    const column = columns[at]
    return row === undefined || column === undefined ? null : row.cells[column]
  }
  // Alone in its column, consensus is pasted past the lines that have none.
  const isSingle = rows.every((row) => row.length === 1)
  const targets = release.rows.slice(first).filter((row) => !isSingle || row.cells[part] !== null)
  for (const [at, row] of rows.entries())
    for (const [right, text] of row.entries()) {
      const cell = takes(targets[at], right)
      if (isNothing(text)) continue
      if (cell === null) left.push(text)
      else texts.set(cell.line.id, typedOn(cell.line, text, unit))
    }
  const said = texts.size === 0 ? 'Nothing was pasted.' : `Pasted ${counted(texts.size, 'figure')}.`
  return {
    texts,
    said: [said, ...remarks].join(' '),
    left: leftSentence(left),
  }
}

/** A name as it is matched: small letters and digits, without units in parentheses, marks of footnotes and the like. */
const plainNames = (name: string): readonly string[] => {
  const plain = (text: string): string =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/&/g, ' and ')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  const without = name.replace(/[([{][^)\]}]*[)\]}]/g, ' ')
  return [...new Set([plain(name), plain(without), plain(without.replace(/,.*$/, ''))])].filter((each) => each !== '')
}

/** The one cell that a name stands for, by key or label; null where none does, or more than one. */
const cellNamed = (cells: readonly ReleaseCell[], name: string): ReleaseCell | null => {
  const key = name.trim().toLowerCase()
  const byKey = cells.find(({ line }) => line.key === key)
  if (byKey !== undefined) return byKey
  const wanted = plainNames(name)
  // The fullest form first: `Capex (total)` is that line before it is `Capex`.
  for (const each of wanted)
    for (const at of [0, 1, 2]) {
      const found = cells.filter(({ line }) => (plainNames(line.label)[at] ?? '') === each)
      const [only] = found
      if (only !== undefined && new Set(found.map(({ line }) => line.id)).size === 1) return only
    }
  return null
}

type Named = (name: string) => { readonly row: ReleaseRow; readonly cell: ReleaseCell } | null

/** Names stand for lines that are shown before they stand for the others. */
const namedIn =
  (...releases: readonly Release[]): Named =>
  (name) => {
    for (const { rows } of releases) {
      const cell = cellNamed(rows.flatMap(cellsOf), name)
      const row = rows.find((each) => cellsOf(each).some(({ line }) => line.id === cell?.line.id))
      if (cell !== null && row !== undefined) return { row, cell }
    }
    return null
  }

const pasteNamed = (lineNamed: Named, named: NamedFigures, typedOn: TypedOn): ReleasePaste => {
  const texts = new Map<LineId, string>()
  const left: string[] = named.unread.map((text) => `“${text}”`)
  for (const { name, figures, units } of named.rows) {
    const found = lineNamed(name)
    for (const [at, part] of named.columns) {
      const text = figures[at]
      if (text === undefined || isNothing(text)) continue
      // Under a heading of its own, what was expected goes beside the figure reported.
      const into = part === 'reported' ? found?.cell : found?.row.cells[part]
      if (into === undefined || into === null || texts.has(into.line.id)) left.push(`“${name}” ${text}`)
      else texts.set(into.line.id, typedOn(into.line, text, units[at] ?? null))
    }
  }
  const said = texts.size === 0 ? 'Nothing was pasted.' : `Pasted ${counted(texts.size, 'figure')} by name.`
  return {
    texts,
    said: [said, ...named.remarks].join(' '),
    left: joined([leftSentence(left), unreadSentence(named.unreadable)]),
  }
}

type Ground = { readonly calendar: FiscalCalendar; readonly scale: Scale | null }

/** Thousands as India parts them, `2,84,843`, without their commas. */
const withoutLakhs = (text: string): string =>
  text.replace(/(?<![\d,.])\d{1,2}(?:,\d{2})+,\d{3}(?![\d,])/g, (digits) => digits.replaceAll(',', ''))

/** What pasting a table at a place of the release puts where; null where it holds no figure. `all` has every line there is. */
export const pasteIntoRelease = (
  release: Release,
  all: Release,
  { calendar, scale }: Ground,
  table: readonly (readonly TableCell[])[],
  caret: Caret,
): ReleasePaste | null => {
  const parted = partedTable(
    table.map((row) => row.map((cell) => (cell.isExact ? cell : { ...cell, text: withoutLakhs(cell.text) }))),
  )
  const lineNamed = namedIn(release, all)
  const typedOn: TypedOn = (line, text, unit) => withUnit(typedOf(text), unit, shownUnit(line.unit, scale))
  const isOld = (name: string, text: string, unit: PastedUnit | null): boolean | null => {
    const row = lineNamed(name)?.row
    const read =
      row === undefined ? null : readFigure(row.line, { line: row.line.id, text: typedOn(row.line, text, unit), scale })
    if (row === undefined || read === null || isProblem(read)) return null
    return read.value === row.yearAgo || read.value === row.quarterAgo
  }
  const isLine = (name: string): boolean => lineNamed(name) !== null
  const pasteIn = (style: NumberStyle): ReleasePaste => {
    const rows = parted.map((row) => row.map(({ text, isExact }) => inPointStyle(text, isExact ? 'point' : style)))
    const found = pastedFigures(rows, { quarter: release.quarter, calendar, isOld, isLine })
    return found.kind === 'named' ? pasteNamed(lineNamed, found, typedOn) : pasteColumn(release, found, caret, typedOn)
  }
  const texts = parted.flat().flatMap(({ text, isExact }) => (isExact ? [] : [text]))
  if (!parted.flat().some(({ text }) => isNumberText(text))) {
    const cells = parted.map((row) => row.map(({ text }) => text))
    const unreadable = unreadableOf(cells, calendar, isLine).map((row) => row.filter((text) => text !== '').join(' '))
    return unreadable.length === 0
      ? null
      : { texts: new Map(), said: 'Nothing was pasted.', left: unreadSentence(unreadable) }
  }
  const decided = decidedStyleOf(texts)
  return decided === null ? settledByNeighbours(all, scale, pasteIn) : pasteIn(decided)
}
