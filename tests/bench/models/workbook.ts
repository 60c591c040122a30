// A BenchModel as a workbook, for the peers: a row for each line, a column for each quarter, in each cell a number or
// a formula as text that names other cells by their address: `=C4*(1+D7)`, or `=C4*D$3` where the row lies in another
// section. So formulas that were copied across and down are the same relative to their cell, which both peers make use of.

import type { BenchLine, BenchModel } from './benchModel.ts'

export type Sheet = readonly (readonly (number | string)[])[]

/** A piece of a formula: text as it is, or cells of one row, from one lag to another. */
type Piece = string | { readonly row: string; readonly from: number; readonly to: number }

type Rows = ReadonlyMap<string, number>

const functions = new Set(['if', 'min', 'max', 'abs', 'sum'])

/** `A`, …, `Z`, `AA`, … for columns from 0. */
const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

const named = /([a-z][a-z0-9_]*)(?:\[(-?\d+)(?::(-?\d+))?\])?/g

const piecesOf = (lines: readonly BenchLine[], { formula, section }: BenchLine, rowOf: Rows): readonly Piece[] => {
  if (formula === null) return []
  const pieces: Piece[] = []
  let end = 0
  for (const { 0: whole, 1: name = '', 2: from = '0', 3: to = from, index } of formula.matchAll(named)) {
    const row = rowOf.get(name)
    if (row === undefined && !functions.has(name)) throw new Error(`${name} in ${formula} is no line.`)
    pieces.push(formula.slice(end, index))
    if (row === undefined) pieces.push(name.toUpperCase())
    else {
      const dollar = lines[row]?.section === section ? '' : '$'
      pieces.push({ row: `${dollar}${row + 1}`, from: Number(from), to: Number(to) })
    }
    end = index + whole.length
  }
  return [...pieces, formula.slice(end)]
}

const pieceAt = (piece: Piece, column: number): string => {
  if (typeof piece === 'string') return piece
  const { row, from, to } = piece
  const first = columnName(column + from) + row
  return from === to ? first : `${first}:${columnName(column + to)}${row}`
}

const sheetOf = (lines: readonly BenchLine[], quarters: number): Sheet => {
  const rowOf = new Map(lines.map(({ key }, row) => [key, row]))
  return lines.map((line) => {
    const pieces = piecesOf(lines, line, rowOf)
    return Array.from(
      { length: quarters },
      (_, column) => line.typed[column] ?? `=${pieces.map((piece) => pieceAt(piece, column)).join('')}`,
    )
  })
}

export const workbookOf = ({ lines, quarters, linesPerSheet }: BenchModel): readonly Sheet[] =>
  Array.from({ length: lines.length / linesPerSheet }, (_, sheet) =>
    sheetOf(lines.slice(sheet * linesPerSheet, (sheet + 1) * linesPerSheet), quarters),
  )
