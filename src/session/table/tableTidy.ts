// A tidy table has a row for each number: the line, the quarter, the value, in columns of their own. It is laid out as
// analysts lay it out, a row for each line and a column for each quarter, before anything is read of it.

import { isNumberText } from '#exchange/numberStyle.ts'
import type { TableCell } from '../pasting.ts'
import type { Table } from './tableText.ts'
import { rawTime } from './tableTime.ts'
import { unitOfCell } from './tableUnit.ts'

const nothing: TableCell = { text: '', isExact: false }

type Column = { readonly at: number; readonly head: string; readonly texts: readonly string[] }

const isMostly = (texts: readonly string[], test: (text: string) => boolean): boolean => {
  const filled = texts.filter((text) => text !== '')
  return filled.length > 0 && filled.filter(test).length * 10 > filled.length * 9
}

const kinds = ({ texts }: Column): number => new Set(texts).size

const isQuarterText = (text: string): boolean => {
  const time = rawTime(text)
  return time?.of === 'fiscal' || time?.of === 'month'
}

/** The first of the columns that a word heads, else the one with the most different texts. */
const chosen = (columns: readonly Column[], words: RegExp): Column | undefined =>
  columns.find(({ head }) => words.test(head)) ?? columns.toSorted((left, right) => kinds(right) - kinds(left))[0]

/** The table by line and quarter, where it has a row for each number; else as it is. */
export const laidOut = (table: Table): Table => {
  const [head = [], ...body] = table
  const columns = head.map(({ text }, at): Column => ({
    at,
    head: text.trim(),
    texts: body.map((row) => (row[at]?.text ?? '').trim()),
  }))
  const time = columns.find(({ texts }) => isMostly(texts, isQuarterText))
  // Each quarter comes again with every line.
  if (time === undefined || head.some(({ text }) => isQuarterText(text)) || kinds(time) * 2 > body.length) return table
  const others = columns.filter((column) => column !== time && !isMostly(column.texts, isQuarterText))
  const value = others.filter(({ texts }) => isMostly(texts, isNumberText)).at(-1)
  const unit = others.find(({ texts }) => isMostly(texts, (text) => unitOfCell(text) !== null))
  const names = others.filter((column) => column !== value && column !== unit)
  const label = chosen(names, /^(?:label|line|item|name|metric|account|指标|项目)$/i)
  if (value === undefined || label === undefined || kinds(label) * kinds(time) < body.length) return table
  const times = [...new Set(time.texts)].filter((text) => text !== '')
  const labels = [...new Set(label.texts)].filter((text) => text !== '')
  const cellOf = new Map(
    body.map((row, index) => [`${label.texts[index]}\t${time.texts[index]}`, row[value.at] ?? nothing] as const),
  )
  const unitOf = new Map(label.texts.map((text, index) => [text, unit?.texts[index] ?? ''] as const))
  const plain = (text: string): TableCell => ({ text, isExact: false })
  return [
    [plain(''), plain(''), ...times.map(plain)],
    ...labels.map((text) => [
      plain(text),
      plain(unitOf.get(text) ?? ''),
      ...times.map((each) => cellOf.get(`${text}\t${each}`) ?? nothing),
    ]),
  ]
}
