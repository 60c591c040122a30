// What the browser's clipboard holds for a release: a table of figures, or one figure that the field itself takes.

import { readTsv } from '#exchange/block.ts'
import type { TableCell } from '#session/pasting.ts'
import { readHtmlTable } from '../grid/htmlTable.ts'

/** The table on the clipboard; null where it is one cell, which the field takes as any text. */
export const pastedTableOf = (clipboard: DataTransfer | null): readonly (readonly TableCell[])[] | null => {
  if (clipboard === null) return null
  const plain = clipboard.getData('text/plain')
  const html = clipboard.getData('text/html')
  const table =
    (html === '' ? null : readHtmlTable(html)) ??
    (plain.trim() === '' ? [] : readTsv(plain).map((row) => row.map((text) => ({ text, isExact: false }))))
  const filled = table.flat().filter(({ text }) => text.trim() !== '')
  return filled.length > 1 || /\s\S/.test((filled[0]?.text ?? '').trim()) ? table : null
}
