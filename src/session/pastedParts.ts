// Lines of one cell, as a PDF or a CSV file gives them, parted into the cells of a table.

import { readRows } from '#exchange/block.ts'
import { isNothing, isNumberText } from '#exchange/numberStyle.ts'
import { namesTime, partedTimes } from './pastedTime.ts'
import type { TableCell } from './pasting.ts'

const currencySign = /^(?:\p{Sc}|[A-Z]{2}\$|RMB|CNY|USD)$/u
const isDash = (text: string): boolean => /^[-‐‑‒–—−]$/.test(text)
export const isFigure = (text: string): boolean => (isNumberText(text) && !namesTime(text)) || isDash(text)
export const hasLetter = (text: string): boolean => /\p{L}/u.test(text)

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
  if (words.length === 0 && figures.every((text) => /^(?:19|20)\d\d$/.test(text))) return ['', ...figures]
  return words.length === 0 ? figures : [words.join(' '), ...figures]
}

/** Commas that part thousands: `236,503`. */
const thousands = /\d,\d{3}(?!\d)/

/** `revenue,284843` as name and figure; null for what is no line of a CSV file. */
const partedFields = (text: string): readonly string[] | null => {
  if (thousands.test(text.replace(/"[^"]*"/g, ''))) return null
  const [fields = []] = readRows(text, text.includes(';') ? ';' : ',')
  return fields.some(isFigure) && fields.some((field) => hasLetter(field) && !isFigure(field)) ? fields : null
}

/** A table whose lines of one cell, as a PDF or a CSV file gives them, are parted into cells. */
export const partedTable = (table: readonly (readonly TableCell[])[]): readonly (readonly TableCell[])[] =>
  table.map((row) => {
    const cells = row.filter(({ text }) => text.trim() !== '')
    const only = cells[0]?.text ?? ''
    const isLine = cells.length === 1 && !isNumberText(only)
    const parts = isLine ? (partedTimes(only) ?? partedFields(only) ?? partedLine(only)) : null
    return parts === null ? row : parts.map((text) => ({ text, isExact: false }))
  })
