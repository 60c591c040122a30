// The dialog of a new model: what is typed, and what stands in its fields until something is: what suits today or, of a pasted
// table, what the table tells.

import type { NewId } from '#base/id.ts'
import { counted } from '#base/listing.ts'
import type { NumberStyle } from '#exchange/numberStyle.ts'
import type { FiscalCalendar } from '#model/fiscalCalendar.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import type { Model } from '#model/model.ts'
import { problem, type Problem } from '#model/problem.ts'
import type { Quarter } from '#model/quarter.ts'
import type { Scale } from '#model/unit.ts'
import { pastedModel } from '../table/tableModel.ts'
import type { TableReader } from '../table/tableReader.ts'
import type { TableReading } from '../table/tableReading.ts'
import { likelyYearEnd, type TableShape } from '../table/tableShape.ts'
import type { Table } from '../table/tableText.ts'
import type { TableOutline } from '../table/tableOutline.ts'
import { labelAndUnit, unitOfCell } from '../table/tableUnit.ts'
import { emptyModel, likelyForecast, likelyLastActual, likelyQuarters, startLines, type StartLine } from './newModel.ts'

const longestTitle = 60 // a longer one is a sentence about the table

/** Null in a field stands for what is proposed. */
export type NewForm = {
  readonly way: 'empty' | 'table' | 'example'
  readonly name: string | null
  readonly yearEndMonth: number | null
  readonly yearNamedBy: FiscalCalendar['yearNamedBy'] | null
  readonly currency: string | null
  readonly scale: Scale | null
  readonly first: string | null
  readonly lastActual: string | null
  /** `count` is null while the field is empty. */
  readonly forecast: { readonly count: number | null } | null
  readonly lines: readonly StartLine[]
  readonly table: Table
  /** The table as it was pasted. */
  readonly tableText: string
  /** Of a table: the last reported quarter, or that none is. */
  readonly reported: Quarter | 'none' | null
  readonly style: NumberStyle | null
  readonly areFormulasTaken: boolean
}

export const newForm: NewForm = {
  ...{ way: 'empty', name: null, yearEndMonth: null, yearNamedBy: null, currency: null, scale: null },
  ...{ first: null, lastActual: null, forecast: null, lines: startLines },
  ...{ table: [], tableText: '', reported: null, style: null, areFormulasTaken: true },
}

/** The form with every field filled. */
export type ShownForm = {
  readonly name: string
  readonly calendar: FiscalCalendar
  readonly currency: string
  readonly scale: Scale
  readonly first: string
  readonly lastActual: string
  readonly forecastQuarters: number | null
  readonly reported: Quarter | null
  readonly style: NumberStyle
  /** What the table says; null while there is none, or none that names quarters. */
  readonly reading: TableReading | null
}

/** The newest quarter of a table that is likely to be reported. */
const likelyReported = (
  { quarters, lastActual }: TableReading,
  calendar: FiscalCalendar,
  now: string,
): Quarter | null => lastActual ?? quarters.findLast((quarter) => quarter <= likelyLastActual(calendar, now)) ?? null

export const shownForm = (form: NewForm, now: string, reader: TableReader): ShownForm => {
  const outline = form.way === 'table' && form.table.length > 0 ? reader.outline(form.table) : null
  return outline === null ? shownEmpty(form, now) : shownTable(form, outline, now, reader)
}

const shownEmpty = (form: NewForm, now: string): ShownForm => {
  const calendar = { yearEndMonth: form.yearEndMonth ?? 12, yearNamedBy: form.yearNamedBy ?? 'end' } as const
  const likely = likelyQuarters(calendar, now)
  return {
    name: form.name ?? '',
    ...{ calendar, currency: form.currency ?? 'USD', scale: form.scale ?? 'm', reading: null, reported: null },
    ...{ first: form.first ?? likely.first, lastActual: form.lastActual ?? likely.lastActual },
    forecastQuarters: form.forecast === null ? likely.forecastQuarters : form.forecast.count,
    style: form.style ?? 'point',
  }
}

/** `($ in millions, except per share)`, `(unaudited)`: how a table is to be read, and no part of a name. */
const readingForm =
  /\s*[([{][^()[\]{}]*(?:\p{Sc}|\b(?:thousands?|millions?|billions?|except|unaudited|USD|EUR|GBP|RMB|CNY)\b)[^()[\]{}]*[)\]}]/giu

const headingWords =
  /^(?:lines?|(?:line )?items?|metrics?|units?|quarters?|months?|periods?|labels?|dates?|datum|quartal|zeitraum|position|in |单位|项目|[^\p{L}]*$)/iu

/** The title of a table as a model’s name: `Alibaba Group (RMB m)` is Alibaba Group; empty where it has none. */
const titleOf = ({ titles, lies, corner }: TableShape): string =>
  titles
    .filter((title) => lies === 'across' || title !== corner)
    .map((title) => labelAndUnit(title.replace(readingForm, '')).label)
    .find((title) => !headingWords.test(title) && unitOfCell(title) === null && title.length <= longestTitle) ?? ''

const shownTable = (form: NewForm, table: TableOutline, now: string, reader: TableReader): ShownForm => {
  const { shape, money } = table
  const told = shape.calendar ?? { yearEndMonth: likelyYearEnd(shape), yearNamedBy: 'end' as const }
  const calendar = {
    yearEndMonth: form.yearEndMonth ?? told.yearEndMonth,
    yearNamedBy: form.yearNamedBy ?? told.yearNamedBy,
  }
  const currency = form.currency ?? money.currency ?? 'USD'
  const scale = form.scale ?? money.scale ?? 'm'
  const style = form.style ?? table.style ?? 'point'
  const reading = reader.read(table, { calendar, currency: currency.trim().toUpperCase(), scale, style })
  const likely = likelyReported(reading, calendar, now)
  const reported = form.reported === null ? likely : form.reported === 'none' ? null : form.reported
  return {
    name: form.name ?? titleOf(shape),
    ...{ calendar, currency, scale, style, reading, reported },
    ...{ first: '', lastActual: reported === null ? '' : plainName(reported, calendar) },
    forecastQuarters:
      form.forecast === null ? (reported === null ? 0 : likelyForecast(reported, calendar)) : form.forecast.count,
  }
}

const noTable =
  'No quarters were found in the table. Paste it with its quarters in a row above the numbers, or in a column beside them: FY26 Q1, 1Q26, Mar-25 or 2025-03.'

/** The model that the form asks for, as it is shown. */
export const modelOfForm = (
  form: NewForm,
  { calendar, reading, reported, ...shown }: ShownForm,
  newId: NewId,
): Model | Problem => {
  const head = { name: shown.name, ...calendar, currency: shown.currency, scale: shown.scale }
  const { first, lastActual, forecastQuarters } = shown
  if (form.way === 'empty')
    return emptyModel({ ...head, first, lastActual, forecastQuarters, lines: form.lines }, newId(), newId)
  if (reading === null) return problem('edit', { at: 'model' }, noTable)
  const { areFormulasTaken } = form
  return pastedModel(reading, { ...head, lastActual: reported, forecastQuarters, areFormulasTaken }, newId(), newId)
}

/** What is said of a new model. */
export const madeText = ({ name, lines }: Model, { reading }: ShownForm): string => {
  if (reading === null)
    return lines.length === 0
      ? `${name} is there, without a line yet.`
      : `${name} is there with ${counted(lines.length, 'line')}: type its numbers.`
  const numbers = reading.lines.reduce((sum, line) => sum + line.numbers.size, 0)
  const notes = reading.lines.reduce((sum, line) => sum + line.notes.size, 0)
  const made = `${name} has ${counted(lines.length, 'line')} and ${counted(numbers, 'number')} of the table.`
  const left = `${counted(notes, 'cell')} could not be read: what stood there is the cell’s note.`
  return notes === 0 ? made : `${made} ${left}`
}
