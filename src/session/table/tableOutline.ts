// What a table tells by itself, before anything is chosen: how it lies, its lines, its money, and how its numbers are written.

import { decidedStyleOf, type NumberStyle } from '#exchange/numberStyle.ts'
import type { Scale } from '#model/unit.ts'
import { linesOf, type TableRows } from './tableLines.ts'
import { shapeOf, type TableShape } from './tableShape.ts'
import type { Table } from './tableText.ts'
import { scaleOfWord } from './tableUnit.ts'

type StatedMoney = { readonly currency: string | null; readonly scale: Scale | null }

export type TableOutline = {
  readonly shape: TableShape
  readonly lines: TableRows
  /** The currency and scale that the table states for its money. */
  readonly money: StatedMoney
  /** The style that its numbers are written in; null where none of them tells. */
  readonly style: NumberStyle | null
}

const moneyOf = ({ stated: titled, rows }: TableRows): StatedMoney => {
  // Without a title that says so it is the money of the first line that does.
  const named = rows.flatMap(({ unit }) => (unit?.kind === 'currency' && unit.word !== '' ? [unit] : []))
  const stated = titled ?? named[0] ?? null
  return { currency: stated?.currency ?? null, scale: scaleOfWord(stated?.word ?? null) }
}

const styleOf = ({ rows, first, columns }: TableShape): NumberStyle | null =>
  decidedStyleOf(
    rows
      .slice(first)
      .flatMap((cells) =>
        columns.flatMap(({ at }) => (cells[at] === undefined || cells[at].isExact ? [] : [cells[at].text])),
      ),
  )

/** Null where no row and no column of the table names quarters. */
export const outlineOf = (table: Table): TableOutline | null => {
  const shape = shapeOf(table)
  if (shape === null) return null
  const lines = linesOf(shape)
  return { shape, lines, money: moneyOf(lines), style: styleOf(shape) }
}
