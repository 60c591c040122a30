// What stands in the fields of a new model from a table, and how often the table is read for it.

import { expect, test } from 'vitest'
import { newForm, shownForm, type NewForm } from '#session/models/newModelForm.ts'
import { TableReader } from '#session/table/tableReader.ts'
import { tableOfText } from '#session/table/tableText.ts'

const now = '2025-11-25T12:00:00.000Z'
const text = 'Shop (USD m)\tMar-25\tJun-25\nRevenue\t100\t110\nMargin %\t10\t11'
const form: NewForm = { ...newForm, way: 'table', table: tableOfText(text) }

test('[MD4] fields beside the table show other things without reading it again', () => {
  const reader = new TableReader()
  const { reading } = shownForm(form, now, reader)
  expect(reading?.lines.map(({ label }) => label)).toEqual(['Revenue', 'Revenue margin'])
  for (const beside of [{ name: 'Shop' }, { reported: 'none' }, { forecast: { count: 4 } }] as const)
    expect(shownForm({ ...form, ...beside }, now, reader).reading).toBe(reading)
})

test('[MD4] another table, and what a table is read by, reads it again', () => {
  const reader = new TableReader()
  const { reading } = shownForm(form, now, reader)
  for (const read of [{ currency: 'EUR' }, { scale: 'bn' }, { yearEndMonth: 3 }, { style: 'comma' }] as const)
    expect(shownForm({ ...form, ...read }, now, reader).reading).not.toBe(reading)
  const other = { ...form, table: tableOfText(text.replace('Revenue', 'Sales')) }
  expect(shownForm(other, now, reader).reading?.lines[0]?.label).toBe('Sales')
})

test.each([
  ['Meridian Semi ($ in millions, except per share)\tMar-25\tJun-25\nRevenue\t1\t2', 'Meridian Semi'],
  ['Meridian (Europe) (unaudited)\n\tMar-25\tJun-25\nRevenue\t1\t2', 'Meridian (Europe)'],
  ['Datum\tUmsatz\tEBIT\n2025-03\t1\t2\n2025-06\t3\t4\n2025-09\t3\t4', ''],
  ['Stichtag\tUmsatz\tEBIT\n2025-03\t1\t2\n2025-06\t3\t4\n2025-09\t3\t4', ''],
])('[MD4] of “%s” the name is “%s”: no unit and no heading of a column', (table, name) => {
  expect(shownForm({ ...form, table: tableOfText(table) }, now, new TableReader()).name).toBe(name)
})
