// Reported numbers and what is known about each: whether it was held against its source, and whether it has one. They come
// quarter by quarter, in each as the sheet lists its lines, which is how one goes through a release.

import { counted } from '#base/listing.ts'
import { allLines, allSections, baseOf, isReported, rowOf, type Model } from '#model/model.ts'
import type { LineItem } from '#model/lineItem.ts'
import { checkOf } from '#model/note.ts'
import type { Quarter } from '#model/quarter.ts'
import { quartersOf } from '#model/timeline.ts'
import { quartersOfYear } from '#model/year.ts'
import { readColumnId } from '../column.ts'
import type { Cell } from '../layout.ts'
import { hasSource } from './noteWords.ts'

export type ReportedNumber = {
  readonly line: LineItem
  readonly quarter: Quarter
  readonly isChecked: boolean
  readonly hasSource: boolean
}

/** What is looked for among them. */
export type Lack = 'check' | 'source'

/** The lines as the sheet lists them: section by section. */
const linesInOrder = (model: Model): readonly LineItem[] => {
  const lines = allLines(model)
  return allSections(model).flatMap((section) => lines.filter((line) => line.section === section))
}

export const reportedNumbers = (model: Model): readonly ReportedNumber[] => {
  const own = linesInOrder(model).filter(({ driver }) => !driver)
  const base = baseOf(model).id
  return quartersOf(model.timeline)
    .filter((quarter) => isReported(model, quarter))
    .flatMap((quarter) => {
      const { entries, notes } = rowOf(model, base, quarter)
      return own.flatMap((line): readonly ReportedNumber[] => {
        const entry = entries.get(line.id)
        if (typeof entry !== 'number') return []
        const note = notes.get(line.id) ?? null
        return [{ line, quarter, isChecked: checkOf(note, entry) !== null, hasSource: hasSource(note, line) }]
      })
    })
}

export const lacking = (numbers: readonly ReportedNumber[], lack: Lack): readonly ReportedNumber[] =>
  numbers.filter((each) => (lack === 'check' ? !each.isChecked : !each.hasSource))

/** `12 of 240 reported numbers unchecked`. */
export const lackingText = (numbers: readonly ReportedNumber[], lack: Lack): string => {
  const { length } = lacking(numbers, lack)
  const what = lack === 'check' ? 'unchecked' : 'without a source'
  if (numbers.length === 0) return 'No number is reported yet'
  return length === 0
    ? lack === 'check'
      ? `All checked: ${counted(numbers.length, 'reported number')}`
      : `All with a source: ${counted(numbers.length, 'reported number')}`
    : `${length.toLocaleString('en-US')} of ${counted(numbers.length, 'reported number')} ${what}`
}

/** The quarter a cell stands at among quarters: a year at its last; null before them all. */
const quarterOf = ({ fiscalCalendar }: Model, { column: id }: Cell): Quarter | null => {
  const column = readColumnId(id)
  if (column?.kind === 'quarter') return column.quarter
  return column?.kind === 'year' ? (quartersOfYear(column.year, fiscalCalendar).at(-1) ?? null) : null
}

/** The next or the one before a cell, going round at the ends; null where there is none. */
export const stepFrom = (
  model: Model,
  numbers: readonly ReportedNumber[],
  cell: Cell | null,
  step: 1 | -1,
): ReportedNumber | null => {
  if (numbers.length === 0) return null
  const here = cell === null ? null : quarterOf(model, cell)
  if (cell === null || here === null) return numbers.at(step === 1 ? 0 : -1) ?? null
  const lineAt = new Map(linesInOrder(model).map(({ id }, at) => [id, at]))
  const at = lineAt.get(cell.line) ?? -1
  const found = numbers.findIndex(
    ({ line, quarter }) => quarter > here || (quarter === here && (lineAt.get(line.id) ?? 0) >= at),
  )
  const next = found === -1 ? numbers.length : found
  const isHere = numbers[next]?.line.id === cell.line && numbers[next].quarter === here
  const to = step === 1 ? (isHere ? next + 1 : next) : next - 1
  return numbers.at(((to % numbers.length) + numbers.length) % numbers.length) ?? null
}
