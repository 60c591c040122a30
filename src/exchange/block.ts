// A block is a rectangle of cells on its way to or from the clipboard, in two texts: TSV, as spreadsheets quote it, and an
// HTML table whose cells carry their number at full precision for the programs that look (Excel x:num, LibreOffice sdval,
// Google data-sheets-value) under the text that mail shows.

import Papa from 'papaparse'
import { plainDecimal } from './decimal.ts'
import { harmless } from './harmless.ts'
import { isNumberText } from './numberStyle.ts'

/** A number, or the place where one would be. */
export type CopiedCell = {
  /** Full precision as one would type it, `34.512%` or `39824`; empty where there is no value. */
  readonly typed: string
  /** As the screen shows it: `34.5`, `(21,840)`, `n.m.`. */
  readonly shown: string
  /** In the unit shown, a fraction (0.34512) for per cents; NaN where there is no value. */
  readonly value: number
  readonly isPerCent: boolean
  readonly decimals: number
}

/** A text is a label, or the name of a quarter. */
export type BlockCell = CopiedCell | string

const signedNumberStart = /^[-+－＋] ?[.,\d０-９\p{Sc}]/u

/** Text that no spreadsheet runs; a number keeps its sign, and a lone dash is how tables print a zero. */
const safe = (text: string): string => {
  const bare = text.trim() // a table drops blanks, and what follows them would run
  return bare === '-' || (signedNumberStart.test(bare) && isNumberText(bare)) ? bare : harmless(bare)
}

/** The rows as spreadsheets put them on the clipboard: a tab between fields, quotes only where they are needed. */
export const tsvOf = (rows: readonly (readonly string[])[]): string => {
  const fields = rows.map((row) => row.map(safe))
  const text = Papa.unparse(fields, { delimiter: '\t', newline: '\r\n' })
  // A last row of one empty field would look like the end of the row before.
  return fields.at(-1)?.join('') === '' && fields.at(-1)?.length === 1 ? `${text}\r\n` : text
}

/** What parts the fields of a row. */
export type Delimiter = '\t' | ',' | ';'

/** Quotes count only round a whole field: `5" pipe` and an opening quote that nothing closes are text. */
const fieldForms: Readonly<Record<Delimiter, RegExp>> = {
  '\t': /"([^"]*(?:""[^"]*)*)"(?=[\t\r\n]|$)|([^\t\r\n]*)/y,
  ',': /"([^"]*(?:""[^"]*)*)"(?=[,\r\n]|$)|([^,\r\n]*)/y,
  ';': /"([^"]*(?:""[^"]*)*)"(?=[;\r\n]|$)|([^;\r\n]*)/y,
}

/** The rows of a text; line ends may be of any kind, and the last one begins no row. */
export const readRows = (text: string, delimiter: Delimiter): readonly (readonly string[])[] => {
  const fieldForm = fieldForms[delimiter]
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= text.length) {
    fieldForm.lastIndex = at
    const [, quoted, plain = ''] = fieldForm.exec(text) ?? []
    row.push((quoted?.replaceAll('""', '"') ?? plain).trim())
    at = fieldForm.lastIndex
    if (text[at] !== delimiter) {
      rows.push(row)
      row = []
      if (text.startsWith('\r\n', at)) at++
      if (at + 1 === text.length) break
    }
    at++
  }
  return rows
}

/** The cells of a pasted text, as a rectangle. */
export const readTsv = (text: string): readonly (readonly string[])[] => {
  const rows = readRows(text, '\t')
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0)
  return rows.map((cells) => [...cells, ...Array.from({ length: width - cells.length }, () => '')])
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Excel would begin a new row at a bare line break. */
const escapedLines = (text: string): string =>
  escaped(text).replace(/\r\n|\r|\n/g, '<br style="mso-data-placement:same-cell">')

/** In Excel's style sheets every mark of a number format is escaped. */
const excelFormat = (format: string): string =>
  `mso-number-format:'${format.replace(/[^0-9a-z]/gi, (mark) => `\\${mark}`)}'`

/** Language 1033 is US English, for the number as well as for its format. */
const calcFormat = (format: string): string => `sdnum="1033;1033;${escaped(format)}"`

const googleValue = (json: string, format: string, kind: number): string =>
  `data-sheets-value="${escaped(json)}" data-sheets-numberformat="${escaped(`{"1":${kind},"2":"${format}","3":1}`)}"`

const mostDecimals = 15 // a double has no more, and spreadsheets refuse formats of some thirty

const formatOf = ({ decimals, isPerCent }: CopiedCell): string => {
  const places = Math.min(decimals, mostDecimals)
  const digits = `#,##0${places === 0 ? '' : `.${'0'.repeat(places)}`}${isPerCent ? '%' : ''}`
  return `${digits}_);(${digits})`
}

/** The text under a number. A per cent says so, lest a program that reads only texts take it for a hundred times as much. */
const shownText = ({ shown, isPerCent }: CopiedCell): string =>
  isPerCent && /\d\)?$/.test(shown) ? shown.replace(/\)?$/, (close) => `%${close}`) : shown

const numberCell = (cell: CopiedCell): string => {
  const number = plainDecimal(cell.value)
  const format = formatOf(cell)
  const google = googleValue(`{"1":3,"3":${number}}`, format, cell.isPerCent ? 3 : 2)
  const style = `text-align:right;white-space:nowrap;${excelFormat(format)}`
  return `<td align="right" style="${style}" x:num="${number}" sdval="${number}" ${calcFormat(format)} ${google}>${escaped(shownText(cell))}</td>`
}

/** Marked as text for each program, so that `2025-09` does not become a date. */
const textCell = (text: string): string => {
  if (text === '') return '<td></td>'
  const google = `data-sheets-value="${escaped(JSON.stringify({ 1: 2, 2: text }))}"`
  const style = `white-space:nowrap;${excelFormat('@')}`
  return `<td style="${style}" x:str ${calcFormat('@')} ${google}>${escapedLines(text)}</td>`
}

const htmlCell = (cell: BlockCell): string => {
  if (typeof cell === 'string') return textCell(safe(cell))
  return Number.isFinite(cell.value) ? numberCell(cell) : `<td align="right">${escaped(safe(cell.shown))}</td>`
}

// Browsers may put a document of their own round this one, so the table names Excel's words once more.
const excelWords = 'xmlns:x="urn:schemas-microsoft-com:office:excel"'

/** How the texts are written, for an Excel in whose own language `39,824` is not forty thousand. */
const excelSeparators = String.raw`table{mso-displayed-decimal-separator:"\.";mso-displayed-thousand-separator:"\,";}`

/** The cells as one HTML table. */
export const htmlOf = (rows: readonly (readonly BlockCell[])[]): string => {
  const lines = rows.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`)
  return (
    `<html ${excelWords}><head><meta charset="utf-8"><style>${excelSeparators}</style></head><body>` +
    `<table ${excelWords} style="border-collapse:collapse">${lines.join('\n')}</table></body></html>`
  )
}
