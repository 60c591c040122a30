// A pasted table read as the dialog reads it, and written out short: one row for each line.

import { present } from '#base/assert.ts'
import { unitName } from '#model/unit.ts'
import { readTable, type TableReading, type TableWish } from '#session/table/tableReading.ts'
import { likelyYearEnd } from '#session/table/tableShape.ts'
import { tableOfText } from '#session/table/tableText.ts'
import { outlineOf } from '#session/table/tableOutline.ts'

export const readAs = (text: string, wish: Partial<TableWish> = {}): TableReading => {
  const outline = present(outlineOf(tableOfText(text)), 'a table with quarters')
  const { shape, money } = outline
  const { currency, scale } = money
  const calendar = shape.calendar ?? { yearEndMonth: likelyYearEnd(shape), yearNamedBy: 'end' }
  return readTable(outline, { calendar, currency: currency ?? 'USD', scale: scale ?? 'm', style: null, ...wish })
}

/** `Reported | revenue | Revenue | RMB m | flow | 1, 2, –`, a number for each quarter of the table. */
export const written = ({ lines, quarters }: TableReading): readonly string[] =>
  lines.map(({ section, key, label, unit, kind, numbers }) => {
    const figures = quarters.map((quarter) => String(numbers.get(quarter) ?? '–')).join(', ')
    return `${section} | ${key} | ${label} | ${unitName(unit)} | ${kind} | ${figures}`
  })
