// Tables often come with the names of their rows and columns. A first row or column of nothing but words has no number to
// give: it is passed over, and so is a column or row named as a fiscal year, which is computed from its quarters.

import { isNothing, isNumberText } from '#exchange/numberStyle.ts'
import type { TableCell } from './pasting.ts'

type Table = readonly (readonly TableCell[])[]

/** `FY26 Q2`, `2QFY26`, `Sep-25`, `2025-09`: names of times, though a sign and digits could be an amount too. */
const timeForm =
  /^(FY\s*\d|Q[1-4]\b|[1-4]Q|H[12]\b|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-' ]*\d{2,4}$|\d{4}-\d{2}\b)/i

const isWord = ({ text }: TableCell): boolean => !isNothing(text) && (!isNumberText(text) || timeForm.test(text.trim()))

/** Whether cells are words, with perhaps an empty one in the corner. */
const areWords = (cells: readonly TableCell[]): boolean =>
  cells.some(isWord) && cells.every((cell) => isWord(cell) || cell.text.trim() === '')

/** Whether cells are years one after the other, beside an empty corner or a word: `2025`, `2026`. */
const areYears = ([corner, ...cells]: readonly TableCell[]): boolean =>
  corner !== undefined &&
  (isWord(corner) || corner.text.trim() === '') &&
  cells.length > 1 &&
  cells.every(({ text }, at) => /^(19|20)\d\d$/.test(text.trim()) && Number(text) - at === Number(cells[0]?.text))

const holdsNumbers = (table: Table): boolean => table.some((row) => row.some(({ text }) => isNumberText(text)))

/** `FY26`, `FY2026 year`; a bare number may be anything. */
const yearForm = /^FY\s*(\d{2}|\d{4})( (year|total))?$/i

/** The table without the names of its rows and columns; `areNamed` tells whether it had any. */
export const withoutNames = (table: Table): { readonly table: Table; readonly areNamed: boolean } => {
  const [head, ...body] = table
  if (head === undefined || !holdsNumbers(table)) return { table, areNamed: false }
  const isHeaded = body.length > 0 && (areWords(head) || areYears(head)) && holdsNumbers(body)
  const rows = isHeaded ? body : table
  const labels = rows.flatMap((row) => row.slice(0, 1))
  // A single row that begins with a word may be a number mistyped: that is told, not passed over.
  const isLabelled = (rows[0]?.length ?? 0) > 1 && table.length > 1 && areWords(labels)
  if (!isHeaded && !isLabelled) return { table, areNamed: false }
  const isKept = (at: number): boolean => {
    if (isLabelled && at === 0) return false
    return !isHeaded || !yearForm.test(head[at]?.text.trim() ?? '')
  }
  const isYear = (row: readonly TableCell[]): boolean => isLabelled && yearForm.test(row[0]?.text.trim() ?? '')
  return { table: rows.filter((row) => !isYear(row)).map((row) => row.filter((_, at) => isKept(at))), areNamed: true }
}
