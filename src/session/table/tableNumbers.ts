// The numbers of one row of a pasted table, in the unit of its line.

import { inPointStyle, isNothing, type NumberStyle } from '#exchange/numberStyle.ts'
import { readNumber } from '#exchange/number.ts'
import { isProblem } from '#model/problem.ts'
import { decimalsFor, type Unit } from '#model/unit.ts'
import type { TableCell } from '../pasting.ts'
import type { TableUnit } from './tableUnit.ts'

export type RowNumbers = {
  readonly unit: Unit
  /** How the numbers of the row are written. */
  readonly style: NumberStyle
  /** The word that scales plain numbers beyond what the unit says; empty for none. */
  readonly word: string
  /** Per cents without a sign that are written as fractions: 0.345 for 34.5 %. */
  readonly areFractions: boolean
}

const footnoteForm = /(?<=[\d)%])\s*[*†‡§¹²³⁴⁵]+$/u

/** The text of a cell as numbers are typed. */
const typedText = ({ text, isExact }: TableCell, style: NumberStyle): string => {
  const bare = text.trim().replace(footnoteForm, '')
  return isExact ? bare : inPointStyle(bare, style)
}

const hasWord = (text: string): boolean => /[\p{L}%×]/u.test(text)

/** What one cell holds: a number, nothing, or why it cannot be read. */
export const readCell = (cell: TableCell, { unit, style, word, areFractions }: RowNumbers): number | null | string => {
  if (isNothing(cell.text)) return null
  const text = typedText(cell, style)
  const isPlain = !hasWord(text)
  const scaled = isPlain && word !== '' && /\d/.test(text) ? text.replace(/\)?$/, (end) => `${word}${end}`) : text
  // A fraction is read as it stands: the point is not moved there and back.
  const read = readNumber(scaled, areFractions && isPlain ? { kind: 'ratio' } : unit)
  if (isProblem(read)) return read.sentence.replace(/ Type a number such as .*$/, '')
  return 'opensFormula' in read ? `“${cell.text.trim()}” is a formula of the spreadsheet, not a number.` : read.value
}

/** How the plain numbers of a row are to be taken. */
export const rowNumbers = (
  cells: readonly TableCell[],
  stated: TableUnit | null,
  isGuessed: boolean,
  unit: Unit,
  style: NumberStyle,
): RowNumbers => {
  const plain = cells.map((cell) => typedText(cell, style)).filter((text) => /\d/.test(text) && !hasWord(text))
  const amounts = plain
    .map((text) => Math.abs(Number(text.replace(/[(),+\s-]/g, ''))))
    .filter((each) => !Number.isNaN(each))
  const isShort = amounts.length > 0 && amounts.every((each) => each <= 1)
  const isFine = plain.some((text) => /\.\d{3}/.test(text)) || isGuessed
  const word =
    stated?.kind === 'points' || stated?.kind === 'count'
      ? (stated.word ?? '')
      : stated?.kind === 'currency' && stated.word === 'tn'
        ? 'tn'
        : ''
  return { unit, style, word, areFractions: unit.kind === 'percent' && isShort && isFine }
}

/** Digits after the point: those the table shows, two at the most beyond what suits the unit. */
export const decimalsOf = (cells: readonly TableCell[], { unit, style, areFractions }: RowNumbers): number => {
  const usual = decimalsFor(unit.kind)
  if (areFractions) return usual
  const shown = cells.map((cell) => /\.(\d+)/.exec(cell.isExact ? '' : typedText(cell, style))?.[1]?.length ?? 0)
  return Math.max(usual, Math.min(2, ...[Math.max(0, ...shown)]))
}

/** Half of what the last digit of a text is worth, in the value of its row: how far a rounded number may be off. */
export const halfDigit = (cell: TableCell, row: RowNumbers): number => {
  const text = typedText(cell, row.style)
  const digits = /\.(\d+)/.exec(text)?.[1]?.length ?? 0
  const scale = row.unit.kind === 'percent' && !(row.areFractions && !hasWord(text)) ? 0.01 : 1
  return 0.5 * 10 ** -digits * scale
}
