// The cells of a pasted HTML table. A cell is read from the text it shows; where a spreadsheet wrote the exact number beside
// it (Excel and WPS x:num, LibreOffice sdval, Google data-sheets-value) and that number rounds to the one shown, its digits
// take the place of those shown. Where they do not agree (a date, a hidden scale) the text wins: it is what was seen. Excel
// since 2007 writes no number, but says in its style sheet which sign parts off the decimals.

import { plainDecimal } from '#exchange/decimal.ts'
import { inPointStyle, isNumberIn, isNumberText, type NumberStyle } from '#exchange/numberStyle.ts'

/**
 * An exact text is a number in point style, whatever the style of the block round it: at full precision where the cell has
 * that beside it, else as shown on a page that says in which style it shows numbers.
 */
export type HtmlCell = { readonly text: string; readonly isExact: boolean }

const emptyCell: HtmlCell = { text: '', isExact: false }

/** Beyond these a table is no selection of numbers, and spans alone could ask for more cells than memory has. */
const mostCells = 1_000_000
const mostCharacters = 50_000_000
const mostColumns = 16_384 // Excel's
const mostRows = 1_048_576 // Excel's

/** Elements that begin a new line in a cell; a raised footnote mark is no digit of the number before it. */
const partedElements = new Set(['BR', 'P', 'DIV', 'LI', 'SUP'])
const unreadElements = new Set(['STYLE', 'SCRIPT', 'TEMPLATE', 'COMMENT'])

/** The text of a cell, blanks as a browser shows them. Excel hides what overflows a cell: it is text all the same. */
const textOf = (cell: Element): string => {
  const parts: string[] = []
  const walker = cell.ownerDocument.createTreeWalker(cell, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (!unreadElements.has(node.parentElement?.tagName ?? '')) parts.push(node.nodeValue ?? '')
    } else if (partedElements.has(node.nodeName)) parts.push(' ')
  }
  return parts
    .join('')
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/\s{2,}/g, ' ')
    .trim()
}

const googleNumber = /^\{"1":3,"3":(-?\d[^,}]*)[,}]/

/** The number a spreadsheet wrote beside the text of the cell. */
const exactNumber = (cell: Element): number | null => {
  const google = googleNumber.exec(cell.getAttribute('data-sheets-value') ?? '')?.[1]
  const digits = google ?? cell.getAttribute('sdval') ?? cell.getAttribute('x:num') ?? ''
  const value = digits.trim() === '' ? NaN : Number(digits)
  return Number.isFinite(value) ? value : null
}

const digitsForm = /\d*\.?\d+(?:e[-+]?\d+)?/i
const signs = /[-+‐‑‒–—−﹣()]/g
const minusSign = /[-‐‑‒–—−﹣(]/

/** What may stand after exact digits. A word of scale is not among it: `39.8bn` may show 39.8 or 39,800,000,000. */
const plainEnd = /^\s*(?:%|[x×]|bps?|pp)?\s*(?:\p{Sc}|[a-z]{3}|元|人民币)?$/iu

/** Whether a number is the one shown but for its rounding to the last digit shown. */
const roundsTo = (magnitude: number, shown: string): boolean => {
  const [mantissa = '', exponent = '0'] = shown.toLowerCase().split('e')
  const places = (mantissa.split('.')[1] ?? '').length
  const lastDigit = Number(`1e${Number(exponent) - places}`)
  return Math.abs(Number(shown) - magnitude) <= lastDigit * 0.500001 + magnitude * 1e-14
}

/** The text shown with the digits of the exact number, read in one style; null where the two are different numbers. */
const exactText = (shown: string, exact: number, style: NumberStyle): string | null => {
  const text = inPointStyle(shown, style).replaceAll(',', '')
  const found = digitsForm.exec(text)
  if (found === null) return null
  const before = text.slice(0, found.index)
  const after = text.slice(found.index + found[0].length).replace(signs, '')
  const magnitude = plainDecimal(Math.abs(exact), after.includes('%') ? 2 : 0)
  if (!roundsTo(Number(magnitude), found[0]) || !plainEnd.test(after)) return null
  if (minusSign.test(before) && exact > 0) return null
  return `${exact < 0 ? '-' : ''}${before.replace(signs, '').trim()}${magnitude}${after}`
}

const cellOf = (element: Element, declared: NumberStyle | null): HtmlCell => {
  const text = textOf(element)
  const exact = isNumberText(text) ? exactNumber(element) : null
  const rewritten = exact === null ? null : (exactText(text, exact, 'point') ?? exactText(text, exact, 'comma'))
  if (rewritten !== null) return { text: rewritten, isExact: true }
  if (declared !== null && isNumberIn(text, declared)) return { text: inPointStyle(text, declared), isExact: true }
  return text === '' ? emptyCell : { text, isExact: false }
}

/** The style Excel and WPS say they show numbers in; null where the page does not say. */
const declaredStyle = (html: string): NumberStyle | null => {
  const sign = /mso-displayed-decimal-separator:\s*['"]?\\?([.,])/.exec(html)?.[1]
  return sign === undefined ? null : sign === ',' ? 'comma' : 'point'
}

const isHidden = (element: Element): boolean =>
  element.hasAttribute('hidden') || /display\s*:\s*none/i.test(element.getAttribute('style') ?? '')

/** How many columns or rows a cell takes; a rowspan of 0 goes on to the end. */
const spanOf = (cell: Element, name: 'colspan' | 'rowspan', most: number): number => {
  const span = Number.parseInt(cell.getAttribute(name) ?? '1', 10)
  return span === 0 && name === 'rowspan' ? most : Math.min(Math.max(span || 1, 1), most)
}

/** Adds the rows of a table to `rows`; what a spanning cell covers is empty. False where that would be too many cells. */
const addRows = (table: HTMLTableElement, declared: NumberStyle | null, rows: HtmlCell[][]): boolean => {
  const rowsCovered: number[] = [] // by column: how many rows from here on a cell above reaches into
  let count = 0
  for (const row of [...table.rows]) {
    const cells: HtmlCell[] = []
    const passCovered = (): void => {
      for (let left = rowsCovered[cells.length] ?? 0; left > 0; left = rowsCovered[cells.length] ?? 0) {
        rowsCovered[cells.length] = left - 1
        cells.push(emptyCell)
      }
    }
    for (const element of row.children) {
      if (!(element instanceof HTMLTableCellElement) || isHidden(element)) continue
      passCovered()
      const below = spanOf(element, 'rowspan', mostRows) - 1
      const width = spanOf(element, 'colspan', mostColumns)
      for (let column = 0; column < width; column++) {
        if (below > 0 || cells.length < rowsCovered.length) rowsCovered[cells.length] = below
        cells.push(column === 0 ? cellOf(element, declared) : emptyCell)
      }
      if (count + cells.length > mostCells) return false
    }
    while (cells.length < rowsCovered.length) {
      passCovered()
      if (cells.length < rowsCovered.length) cells.push(emptyCell)
    }
    count += cells.length
    if (!isHidden(row)) rows.push(cells)
  }
  return true
}

/** The tables that hold numbers, not those that only lay out others; what Excel puts round a drawing is part of its cell. */
const tablesOf = (page: Document): readonly HTMLTableElement[] => {
  const tables = [...page.querySelectorAll('table')].filter((table) => table.closest('[style*="vglayout"]') === null)
  const outer = new Set(tables.map((table) => table.parentElement?.closest('table') ?? null))
  return tables.filter((table) => !outer.has(table))
}

/**
 * The cells of all tables of a page, one table below the other, as a rectangle. Null where there is no table, or where it
 * would come to more than a million cells. Nothing in the page is run or loaded.
 */
export const readHtmlTable = (html: string): readonly (readonly HtmlCell[])[] | null => {
  if (html.length > mostCharacters) return null
  const declared = declaredStyle(html)
  const rows: HtmlCell[][] = []
  for (const table of tablesOf(new DOMParser().parseFromString(html, 'text/html')))
    if (!addRows(table, declared, rows)) return null
  const width = rows.reduce((widest, { length }) => Math.max(widest, length), 0)
  if (width === 0 || width * rows.length > mostCells) return null
  return rows.map((cells) => [...cells, ...Array.from({ length: width - cells.length }, () => emptyCell)])
}
