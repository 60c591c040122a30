// What a pasted table says, read whole: its lines with their numbers by quarter, and in words what was not taken and why.
// Nothing is lost in silence: a cell that cannot be read is named, and its text becomes the cell's note.

import { counted, listed } from '#base/listing.ts'
import type { NumberStyle } from '#exchange/numberStyle.ts'
import { figureWithUnit } from '#model/figure.ts'
import { fiscalYearName, plainName, type FiscalCalendar } from '#model/fiscalCalendar.ts'
import type { Kind } from '#model/lineItem.ts'
import { monthName, type Quarter } from '#model/quarter.ts'
import type { Scale, Unit } from '#model/unit.ts'
import { hasLetter } from '../pastedParts.ts'
import type { TableCell } from '../pasting.ts'
import { formulaFound, type FoundFormula, type NumberedRow } from './tableFormula.ts'
import type { TableRow } from './tableLines.ts'
import { decimalsOf, halfDigit, readCell, rowNumbers } from './tableNumbers.ts'
import type { TableColumn, TableShape } from './tableShape.ts'
import { quarterAt } from './tableTime.ts'
import type { TableOutline } from './tableOutline.ts'
import { kindOf, unitOfTable } from './tableUnit.ts'
import { gapsIn, namesakesIn, saidEmptyText } from './tableRemarks.ts'
import { checkYears, kindOfYears, type YearFigure } from './tableYears.ts'

export type TableWish = {
  readonly calendar: FiscalCalendar
  readonly currency: string
  readonly scale: Scale
  /** null: as the table tells. */
  readonly style: NumberStyle | null
}

export type ReadLine = Pick<TableRow, 'key' | 'label' | 'section' | 'description'> & {
  readonly unit: Unit
  readonly kind: Kind
  readonly decimals: number
  readonly numbers: ReadonlyMap<Quarter, number>
  /** Texts that could not be read, by quarter. */
  readonly notes: ReadonlyMap<Quarter, string>
  /** The formula that gives what is typed. */
  readonly found: FoundFormula | null
}

export type TableReading = {
  readonly lines: readonly ReadLine[]
  readonly sections: readonly string[]
  /** In order of time, without those that the table leaves out. */
  readonly quarters: readonly Quarter[]
  /** The newest quarter the table marks as reported, or before the first it marks as forecast; null where it marks none. */
  readonly lastActual: Quarter | null
  readonly style: NumberStyle
  /** What could not be read, with its place, each in a sentence. */
  readonly unread: readonly string[]
  /** What was understood in a way worth saying. */
  readonly remarks: readonly string[]
}

type QuarterColumn = TableColumn & { readonly quarter: Quarter }

const cellAt = ({ rows }: TableShape, row: number, at: number): TableCell =>
  rows[row]?.[at] ?? { text: '', isExact: false }

/** Where a cell lies in the table as it was pasted. */
const placeText = ({ lies }: TableShape, row: number, at: number): string =>
  lies === 'across' ? `row ${row + 1}, column ${at + 1}` : `row ${at + 1}, column ${row + 1}`

/** The columns of quarters, each quarter once, and what is said of those that are passed over. */
const quarterColumns = (
  shape: TableShape,
  { calendar }: TableWish,
): { readonly columns: readonly QuarterColumn[]; readonly unread: readonly string[] } => {
  const columns: QuarterColumn[] = []
  const unread: string[] = []
  for (const column of shape.columns) {
    if (column.time.of === 'year' || column.time.of === 'longer') continue
    const quarter = quarterAt(column.time, calendar)
    if (quarter === null)
      unread.push(
        `“${column.heading}” is no quarter of a fiscal year that ends in ${monthName(calendar.yearEndMonth)}: choose another month.`,
      )
    else if (columns.some((each) => each.quarter === quarter))
      unread.push(`“${column.heading}” is ${plainName(quarter, calendar)} again: the first of the two was taken.`)
    else columns.push({ ...column, quarter })
  }
  return { columns: columns.toSorted((left, right) => (left.quarter < right.quarter ? -1 : 1)), unread }
}

const lastActualOf = (columns: readonly QuarterColumn[]): Quarter | null => {
  const marked = (mark: 'actual' | 'forecast'): readonly Quarter[] =>
    columns.flatMap(({ quarter, time }) => (time.mark === mark ? [quarter] : []))
  const [firstForecast] = marked('forecast')
  const before = firstForecast === undefined ? undefined : columns.findLast(({ quarter }) => quarter < firstForecast)
  return marked('actual').at(-1) ?? before?.quarter ?? null
}

type Read = {
  readonly line: ReadLine
  readonly numbered: NumberedRow
  readonly years: readonly YearFigure[]
  /** Quarters where the table says that there is no number: `n/a`. */
  readonly saidEmpty: readonly Quarter[]
}

/** Reads one row: its numbers, and in `unread` what could not be read of it. */
const readRow = (
  shape: TableShape,
  row: TableRow,
  columns: readonly QuarterColumn[],
  all: readonly TableRow[],
  { wish, style, unread }: { readonly wish: TableWish; readonly style: NumberStyle; readonly unread: string[] },
): Read => {
  const cells = columns.map(({ at }) => cellAt(shape, row.row, at))
  const unit = unitOfTable(row.unit ?? { kind: 'currency', currency: null, word: null }, wish)
  const how = rowNumbers(cells, row.unit, row.isGuessed, unit, style)
  const numbers = new Map<Quarter, number>()
  const notes = new Map<Quarter, string>()
  const halves = new Map<Quarter, number>()
  columns.forEach(({ at, quarter }, index) => {
    const cell = cells[index] ?? cellAt(shape, row.row, at)
    const read = readCell(cell, how)
    if (typeof read === 'number') {
      numbers.set(quarter, read)
      halves.set(quarter, halfDigit(cell, how))
    } else if (read !== null) {
      notes.set(quarter, cell.text.trim())
      unread.push(`${row.label} in ${plainName(quarter, wish.calendar)} (${placeText(shape, row.row, at)}): ${read}`)
    }
  })
  const saidEmpty = columns.flatMap(({ quarter }, index) =>
    !numbers.has(quarter) && !notes.has(quarter) && hasLetter(cells[index]?.text ?? '') ? [quarter] : [],
  )
  const years = shape.columns.flatMap(({ at, time }): readonly YearFigure[] => {
    const cell = cellAt(shape, row.row, at)
    const value = time.of === 'year' ? readCell(cell, how) : null
    return time.of === 'year' && typeof value === 'number'
      ? [{ year: time.year, value, half: halfDigit(cell, how) }]
      : []
  })
  const { key, label, section, description } = row
  const usual = kindOf(label, unit.kind)
  const kind = usual === 'rate' ? usual : (kindOfYears(numbers, years, wish.calendar) ?? usual)
  const of = all.find((each) => each.row === row.of)?.key ?? null
  return {
    line: {
      key,
      label,
      section,
      description,
      unit,
      kind,
      decimals: decimalsOf(cells, how),
      numbers,
      notes,
      found: null,
    },
    numbered: { key, label, isMoney: unit.kind === 'currency', of, numbers, halves },
    years,
    saidEmpty,
  }
}

/** What is said of years, spans and other columns that are not taken. */
const passedColumns = (shape: TableShape, reads: readonly Read[], { calendar }: TableWish): readonly string[] => {
  const years = shape.columns.filter(({ time }) => time.of === 'year')
  const checks = reads.map(({ line, years: figures }) =>
    checkYears(line, figures, calendar, (value) => figureWithUnit(value, line.unit, line.decimals)),
  )
  const faults = checks.flatMap((each) => each.faults)
  const checked = checks.reduce((sum, each) => sum + each.checked, 0)
  const names = listed([...new Set(years.map(({ time }) => (time.of === 'year' ? fiscalYearName(time.year) : '')))])
  const longer = shape.columns.filter(({ time }) => time.of === 'longer').map(({ heading }) => `“${heading}”`)
  const left = shape.others.filter(({ at }) =>
    shape.rows.slice(shape.first).some((_, index) => /\d/.test(cellAt(shape, shape.first + index, at).text)),
  )
  const agreeing =
    checked === 0
      ? ''
      : ` ${checked - faults.length} of ${counted(checked, 'figure')} there agree with what the quarters come to.`
  return [
    ...(years.length === 0
      ? []
      : [
          `Years are computed from their quarters: ${names} ${years.length === 1 ? 'was' : 'were'} not taken.${agreeing}`,
        ]),
    ...faults,
    ...(longer.length === 0 ? [] : [`Of more than a quarter, and not taken: ${listed(longer)}.`]),
    ...left.map(
      ({ at, heading }) =>
        `No time heads column ${heading === '' ? at + 1 : `“${heading}”`}: its figures were not taken.`,
    ),
  ]
}

export const readTable = ({ shape, lines: ofTable, style: ownStyle }: TableOutline, wish: TableWish): TableReading => {
  const { rows, sections, remarks } = ofTable
  const style = wish.style ?? ownStyle ?? 'point'
  const { columns, unread: passed } = quarterColumns(shape, wish)
  const unread = [...passed]
  const reads = rows.map((row) => readRow(shape, row, columns, rows, { wish, style, unread }))
  const numbered = reads.map((read) => read.numbered)
  const lines = reads.map(({ line, numbered: row }) =>
    line.unit.kind === 'percent' && line.numbers.size > 0 ? { ...line, found: formulaFound(row, numbered) } : line,
  )
  const quarters = columns.map(({ quarter }) => quarter)
  const empty = reads.filter(({ line }) => line.numbers.size === 0 && line.notes.size === 0).length
  return {
    ...{ lines, sections, quarters, style, unread },
    lastActual: lastActualOf(columns),
    remarks: [
      ...passedColumns(shape, reads, wish),
      ...gapsIn(quarters, wish.calendar),
      ...saidEmptyText(
        reads.flatMap(({ line, saidEmpty }) => saidEmpty.map((quarter) => ({ label: line.label, quarter }))),
        wish.calendar,
      ),
      ...namesakesIn(lines),
      ...(empty === 0 || empty === rows.length
        ? []
        : [`${counted(empty, 'line')} without a number: ${empty === 1 ? 'it is' : 'they are'} taken as empty.`]),
      ...remarks,
    ],
  }
}
