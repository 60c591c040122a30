// The text of a table as cells: parted by tabs as spreadsheets do, by the bars of Markdown, by the signs of a CSV file, or line
// by line as from a PDF.

import { readRows, readTsv, type Delimiter } from '#exchange/block.ts'
import { partedTable } from '../pastedParts.ts'
import type { TableCell } from '../pasting.ts'
import { rawTime } from './tableTime.ts'

export type Table = readonly (readonly TableCell[])[]

/** A cell is one line: a break inside it is how it was laid out. */
const plain = (text: string): TableCell => ({ text: text.trim().replace(/\s*[\r\n]\s*/g, ' '), isExact: false })

/** Every row as long as the longest, without empty rows and columns at the edges. */
const squared = (table: Table): Table => {
  const isFilled = (row: readonly TableCell[]): boolean => row.some(({ text }) => text.trim() !== '')
  const first = table.findIndex(isFilled)
  const rows = first < 0 ? [] : table.slice(first, table.findLastIndex(isFilled) + 1)
  const ends = rows.map((row) => row.findLastIndex(({ text }) => text.trim() !== '') + 1)
  const width = Math.max(0, ...ends)
  return rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? plain('')))
}

/** Whether a row has as many names of times as makes it a heading. */
const isHeading = (fields: readonly string[]): boolean => fields.filter((field) => rawTime(field) !== null).length > 1

/** A year alone may be any number. */
const namesQuarter = (field: string): boolean => !['year', undefined].includes(rawTime(field)?.of)

/** The rows of a CSV file parted so; null where the text is none: then it names no times. */
const csvRows = (text: string, delimiter: Delimiter): Table | null => {
  const rows = readRows(text, delimiter).filter((row) => row.length > 1 || row[0] !== '')
  const [head = []] = rows
  const isOfTime = (row: readonly string[]): boolean => row.length === head.length && row.some(namesQuarter)
  const isDown = head.length > 1 && rows.length > 2 && rows.filter(isOfTime).length * 2 > rows.length
  return rows.slice(0, 8).some(isHeading) || isDown ? rows.map((row) => row.map(plain)) : null
}

/** The line under a Markdown table's heading: `|---|:--:|`. */
const ruleForm = /^\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?$/

const barredForm = /^\|.*\|$/

/** A cell as it is read: without the marks of bold, slanted and code. */
const unmarked = (text: string): string =>
  text
    .replaceAll('\\|', '|')
    .trim()
    .replace(/^(\*{1,3}|`)(.*\S.*)\1$/, '$2')

/** The rows of a Markdown table, and what stands round it in rows of one cell; null where the text is none. */
const markdownRows = (text: string): Table | null => {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim())
  const filled = lines.filter((line) => line !== '')
  const isBarred = filled.filter((line) => barredForm.test(line)).length * 2 > filled.length
  if (!isBarred && !lines.some((line) => ruleForm.test(line))) return null
  return lines
    .filter((line) => !ruleForm.test(line) && !/^(?:```|~~~)/.test(line))
    .map((line) =>
      line
        .replace(/^#+\s+|^\||(?<!\\)\|$/g, '')
        .split(/(?<!\\)\|/)
        .map((cell) => plain(unmarked(cell))),
    )
}

export const tableOfText = (text: string): Table => {
  if (text.trim() === '') return []
  const markdown = markdownRows(text)
  if (markdown !== null) return squared(markdown)
  if (text.includes('\t')) return squared(readTsv(text).map((row) => row.map(plain)))
  return squared(csvRows(text, ';') ?? csvRows(text, ',') ?? partedTable(readTsv(text).map((row) => row.map(plain))))
}

/** A table that is in cells already, as a page or a spreadsheet gives it. */
export const tableOfCells = squared

/** Lines and times changed about. */
export const turned = (table: Table): Table => (table[0] ?? []).map((_, at) => table.map((row) => row[at] ?? plain('')))
