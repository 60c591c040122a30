// A pasted table read as the dialog reads it, and written out short: one row for each line.

import { present } from '#base/assert.ts'
import { unitName } from '#model/unit.ts'
import { readTable, statedMoney, type TableReading, type TableWish } from '#session/table/tableReading.ts'
import { likelyYearEnd, shapeOf } from '#session/table/tableShape.ts'
import { tableOfText } from '#session/table/tableText.ts'

export const readAs = (text: string, wish: Partial<TableWish> = {}): TableReading => {
  const shape = present(shapeOf(tableOfText(text)), 'a table with quarters')
  const { currency, scale } = statedMoney(shape)
  const calendar = shape.calendar ?? { yearEndMonth: likelyYearEnd(shape), yearNamedBy: 'end' }
  return readTable(shape, { calendar, currency: currency ?? 'USD', scale: scale ?? 'm', style: null, ...wish })
}

/** `Reported | revenue | Revenue | RMB m | flow | 1, 2, –`, a number for each quarter of the table. */
export const written = ({ lines, quarters }: TableReading): readonly string[] =>
  lines.map(({ section, key, label, unit, kind, numbers }) => {
    const figures = quarters.map((quarter) => String(numbers.get(quarter) ?? '–')).join(', ')
    return `${section} | ${key} | ${label} | ${unitName(unit)} | ${kind} | ${figures}`
  })
