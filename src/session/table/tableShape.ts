// How a table lies: the row or column that names its quarters, where its lines are named, and what its other columns are. A
// table that lies down is turned, so that from here on lines are rows.

import { isNothing } from '#exchange/numberStyle.ts'
import type { FiscalCalendar } from '#model/fiscalCalendar.ts'
import { hasLetter, isFigure } from '../pastedParts.ts'
import { unitOfCell } from './tableUnit.ts'
import { calendarTold, markOf, rawTime, type RawTime } from './tableTime.ts'
import { laidOut } from './tableTidy.ts'
import { turned, type Table } from './tableText.ts'

export type TableColumn = { readonly at: number; readonly heading: string; readonly time: RawTime }

export type TableShape = {
  readonly lies: 'across' | 'down'
  /** A row for each line, whichever way the table lies. */
  readonly rows: Table
  /** The first row below the headings. */
  readonly first: number
  readonly columns: readonly TableColumn[]
  readonly labelAt: number
  readonly sectionAt: number | null
  readonly unitAt: number | null
  /** Columns that are neither times nor names, with what heads them. */
  readonly others: readonly { readonly at: number; readonly heading: string }[]
  /** What stands above the lines besides times: titles, and the corner. */
  readonly titles: readonly string[]
  /** What stands where the names of lines and of quarters meet; in a table down a column it heads that of its quarters. */
  readonly corner: string
  /** The fiscal year's end, where the table tells it. */
  readonly calendar: FiscalCalendar | null
}

type Heading = { readonly row: number; readonly times: readonly (RawTime | null)[] }

const mostHeadingRows = 15

const textAt = (table: Table, row: number, at: number): string => (table[row]?.[at]?.text ?? '').trim()

/** A row in which an empty cell stands for the one to its left, as under merged headings. */
const spread = (table: Table, row: number): readonly string[] => {
  let last = ''
  return (table[row] ?? []).map((_, at) => {
    const text = textAt(table, row, at)
    if (text !== '') last = text
    return last
  })
}

const isQuarter = (time: RawTime | null): boolean => time?.of === 'fiscal' || time?.of === 'month'

const quartersIn = ({ times }: Heading): number => times.filter(isQuarter).length

const aloneHeading = (table: Table, row: number): Heading => ({
  row,
  times: (table[row] ?? []).map(({ text }) => rawTime(text)),
})

/** Years over quarters: `2025` over `Q1`. */
const pairedHeading = (table: Table, row: number): Heading => {
  const upper = spread(table, row - 1)
  const times = upper.map((above, at) => {
    const below = textAt(table, row, at)
    if (below === '') return null
    return rawTime(below) ?? rawTime(`${above} ${below}`) ?? rawTime(`${below} ${above}`)
  })
  return { row, times }
}

/** The row that names the most quarters, the first of several. */
const headingOf = (table: Table): Heading | null => {
  const found = table
    .slice(0, mostHeadingRows)
    .flatMap((_, row) => [aloneHeading(table, row), ...(row === 0 ? [] : [pairedHeading(table, row)])])
  const most = Math.max(0, ...found.map(quartersIn))
  return most === 0 ? null : (found.find((heading) => quartersIn(heading) === most) ?? null)
}

/** The rows right below a heading that are headings, too: the quarters' other names, or `A` and `E`. */
const headingEnd = (table: Table, { row, times }: Heading): number => {
  let end = row + 1
  while (end < table.length) {
    const texts = times.flatMap((time, at) => {
      const text = textAt(table, end, at)
      return isQuarter(time) && text !== '' ? [text] : []
    })
    const isHeading = (text: string): boolean => markOf(text) !== null || isQuarter(rawTime(text))
    if (texts.length === 0 || !texts.every(isHeading)) break
    end += 1
  }
  return end
}

/** The calendar that two rows of names tell, or the place of a year right behind its last quarter. */
const calendarOf = (table: Table, { row, times }: Heading, end: number): FiscalCalendar | null => {
  const told = times.flatMap((time, at): readonly FiscalCalendar[] => {
    if (time === null) return []
    const rows = [row - 1, ...Array.from({ length: end - row - 1 }, (_, index) => row + 1 + index)]
    const other = rows.map((each) => rawTime(textAt(table, each, at))).find(isQuarter)
    if (other?.of === 'month' && time.of === 'fiscal')
      return [calendarTold(time, other)].filter((each) => each !== null)
    if (other?.of === 'fiscal' && time.of === 'month')
      return [calendarTold(other, time)].filter((each) => each !== null)
    const before = times[at - 1] ?? null
    if (time.of !== 'year' || before?.of !== 'month') return []
    const named = { ...time, of: 'fiscal', quarter: 4 } as const
    return [calendarTold(named, before)].filter((each) => each !== null)
  })
  return told[0] ?? null
}

const isWord = (text: string): boolean => hasLetter(text) && !isFigure(text) && !isNothing(text)

/** The columns beside the times, by what most of their cells are. */
const namesOf = (
  table: Table,
  first: number,
  free: readonly number[],
): Pick<TableShape, 'labelAt' | 'sectionAt' | 'unitAt'> => {
  const texts = (at: number): readonly string[] =>
    table.slice(first).flatMap((_, row) => {
      const text = textAt(table, first + row, at)
      return text === '' ? [] : [text]
    })
  const isUnits = (at: number): boolean => {
    const filled = texts(at)
    return filled.length > 0 && filled.filter((text) => unitOfCell(text) !== null).length * 2 > filled.length
  }
  const unitAt = free.find(isUnits) ?? null
  const words = (at: number): number => texts(at).filter(isWord).length
  const kinds = (at: number): number => new Set(texts(at)).size
  const named = free.filter((at) => at !== unitAt && words(at) > 0)
  const most = Math.max(0, ...named.map(kinds))
  const labelAt = named.find((at) => kinds(at) === most) ?? free[0] ?? 0
  const sectionAt = named.find((at) => at < labelAt) ?? null
  return { labelAt, sectionAt, unitAt }
}

const shapeFrom = (table: Table, heading: Heading, lies: TableShape['lies']): TableShape => {
  const first = headingEnd(table, heading)
  const marks = [heading.row - 1, ...Array.from({ length: first - heading.row - 1 }, (_, at) => heading.row + 1 + at)]
  const columns = heading.times.flatMap((time, at): readonly TableColumn[] => {
    if (time === null) return []
    const mark = time.mark ?? marks.map((row) => markOf(textAt(table, row, at))).find((each) => each !== null) ?? null
    const own = textAt(table, heading.row, at)
    const above = rawTime(own) === null && heading.row > 0 ? `${spread(table, heading.row - 1)[at] ?? ''} ` : ''
    return [{ at, heading: `${above}${own}`, time: { ...time, mark } }]
  })
  const free = (table[0] ?? []).flatMap((_, at) => (columns.some((column) => column.at === at) ? [] : [at]))
  const { labelAt, sectionAt, unitAt } = namesOf(table, first, free)
  const headings = (at: number): string =>
    table
      .slice(0, first)
      .map((_, row) => textAt(table, row, at))
      .filter((text) => text !== '')
      .join(' ')
  const titles = table.slice(0, first).flatMap((cells, row) =>
    cells.flatMap((_, at) => {
      const text = textAt(table, row, at)
      const isTime = row === heading.row && heading.times[at] !== null
      const isWritten = at <= labelAt || at === unitAt || row < heading.row
      return text !== '' && !isTime && isWritten && rawTime(text) === null ? [text] : []
    }),
  )
  return {
    ...{ lies, rows: table, first, columns, labelAt, sectionAt, unitAt, titles },
    corner: textAt(table, heading.row, labelAt),
    others: free.flatMap((at) =>
      at === labelAt || at === sectionAt || at === unitAt ? [] : [{ at, heading: headings(at) }],
    ),
    calendar: calendarOf(table, heading, first),
  }
}

/** How a table lies; null where no row and no column of it names quarters. */
export const shapeOf = (pasted: Table): TableShape | null => {
  const table = laidOut(pasted)
  const down = turned(table)
  const [across, along] = [headingOf(table), headingOf(down)]
  const isDown = (along === null ? 0 : quartersIn(along)) > (across === null ? 0 : quartersIn(across))
  if (isDown && along !== null) return shapeFrom(down, along, 'down')
  return across === null ? null : shapeFrom(table, across, 'across')
}

/** The month a fiscal year ends in where the table does not say: December, or what suits the months it names. */
export const likelyYearEnd = ({ columns }: TableShape): number => {
  const dated = columns.flatMap(({ time }) => (time.of === 'month' ? [time] : []))
  const fits = (month: number): boolean => dated.every((time) => (time.month - month + 12) % 3 === 0)
  return [12, 1, 11].find(fits) ?? 12
}
