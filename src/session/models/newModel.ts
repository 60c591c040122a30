// A new model from what its dialog asks: empty with a few lines to type into, or from a pasted table.

import type { NewId } from '#base/id.ts'
import {
  fiscalName,
  fiscalQuarterOf,
  quarterOfFiscal,
  readQuarter,
  type FiscalCalendar,
  type FiscalQuarter,
} from '#model/fiscalCalendar.ts'
import type { Kind, LineItem } from '#model/lineItem.ts'
import type { Model, ModelId } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { addQuarters, calendarName, lastDayOf, quarterEnding, quartersBetween, type Quarter } from '#model/quarter.ts'
import { modelFault } from '#model/soundness.ts'
import { decimalsFor, type Scale, type Unit } from '#model/unit.ts'
import { freeKeyFor } from '../table/tableKeys.ts'
import { inUnitsIfPerShare, kindOf, unitOfWords } from '../table/tableUnit.ts'
import { refuse } from '../proposal.ts'

/** A line to start with; one without a label is left out. */
export type StartLine = { readonly label: string; readonly unit: Unit['kind']; readonly kind: Kind }

export type ModelWish = {
  readonly name: string
  readonly yearEndMonth: number
  readonly yearNamedBy: FiscalCalendar['yearNamedBy']
  readonly currency: string
  readonly scale: Scale
  /** As typed: `FY25 Q1`, `Jun 2024` or `2024-06`. */
  readonly first: string
  readonly lastActual: string
  /** Quarters to forecast after the last actual; null where the field is empty. */
  readonly forecastQuarters: number | null
  readonly lines: readonly StartLine[]
}

/** What most models of a company begin with. */
export const startLines: readonly StartLine[] = [
  { label: 'Revenue', unit: 'currency', kind: 'flow' },
  { label: 'Operating income', unit: 'currency', kind: 'flow' },
  { label: 'Capex', unit: 'currency', kind: 'flow' },
]

/** What a label’s words say of a line, money that adds up where they say nothing. */
export const lineSuiting = (label: string): StartLine => {
  const unit = unitOfWords(label)?.kind ?? 'currency'
  return { label, unit, kind: kindOf(label, unit) }
}

const daysToRelease = 45 // by then most companies have reported a quarter

/** The newest quarter that is likely to be reported at a moment (ISO 8601). */
export const likelyLastActual = (calendar: FiscalCalendar, now: string): Quarter => {
  const day = new Date(Date.parse(now) - daysToRelease * 86_400_000).toISOString().slice(0, 10)
  let quarter = quarterEnding(Number(day.slice(0, 4)) + 1, calendar.yearEndMonth)
  while (lastDayOf(quarter) > day) quarter = addQuarters(quarter, -1)
  return quarter
}

/** How many quarters after one lead to the end of the year after next: two whole years of forecast. */
export const likelyForecast = (lastActual: Quarter, calendar: FiscalCalendar): number =>
  quartersBetween(
    lastActual,
    quarterOfFiscal({ year: fiscalQuarterOf(lastActual, calendar).year + 2, quarter: 4 }, calendar),
  )

/** What the dialog proposes at a moment: from the year before the last reported quarter’s on, so that growth has a base. */
export const likelyQuarters = (
  calendar: FiscalCalendar,
  now: string,
): Pick<ModelWish, 'first' | 'lastActual' | 'forecastQuarters'> => {
  const lastActual = likelyLastActual(calendar, now)
  const { year } = fiscalQuarterOf(lastActual, calendar)
  return {
    first: fiscalName(quarterOfFiscal({ year: year - 1, quarter: 1 }, calendar), calendar),
    lastActual: fiscalName(lastActual, calendar),
    forecastQuarters: likelyForecast(lastActual, calendar),
  }
}

/** Refuses a text that is no quarter, with one that is, in both of its names. */
const refuseQuarter = (text: string, example: FiscalQuarter, calendar: FiscalCalendar): Problem => {
  const quarter = quarterOfFiscal(example, calendar)
  return refuse(
    `“${text}” is not a quarter of this fiscal year: write it as ${fiscalName(quarter, calendar)} or ${calendarName(quarter)}.`,
  )
}

export type ModelHead = Pick<ModelWish, 'name' | 'yearEndMonth' | 'yearNamedBy' | 'currency' | 'scale'>

/** A currency as it is typed, in capitals; refused where it is none. */
export const readCurrency = (text: string): string | Problem => {
  const currency = text.trim().toUpperCase()
  return /^[A-Z]{3}$/.test(currency)
    ? currency
    : refuse(`“${text}” is not a currency: write its three letters, such as USD.`)
}

/** A model without lines: what holds for any new one. */
export const blankModel = (
  head: ModelHead,
  id: ModelId,
  {
    first,
    lastActual,
    forecastQuarters,
  }: { first: Quarter; lastActual: Quarter | null; forecastQuarters: number | null },
): Model | Problem => {
  const currency = readCurrency(head.currency)
  if (head.name.trim() === '') return refuse('Give the model a name, such as the company’s.')
  if (isProblem(currency)) return currency
  if (lastActual !== null && lastActual < first)
    return refuse('The last reported quarter comes before the first quarter.')
  if (forecastQuarters === null || !Number.isInteger(forecastQuarters) || forecastQuarters < 0)
    return refuse('Quarters to forecast takes a whole number, 0 or more.')
  const last =
    lastActual === null
      ? addQuarters(first, Math.max(0, forecastQuarters - 1))
      : addQuarters(lastActual, forecastQuarters)
  return {
    ...{ id, name: head.name.trim(), currency, scale: head.scale, lastActual },
    fiscalCalendar: { yearEndMonth: head.yearEndMonth, yearNamedBy: head.yearNamedBy },
    timeline: { first, last },
    sections: ['Reported', 'Growth', 'Drivers', 'Checks'],
    ...{ lines: [], commitments: [], rows: new Map(), waivers: [] },
    scenarios: [{ id: 'base', name: 'Base', parent: null, colour: 'blue', formulas: new Map() }],
  }
}

/** The model, refused where it would not be sound. */
export const soundModel = (model: Model): Model | Problem => {
  const fault = modelFault(model)
  return fault === null ? model : refuse(`The model cannot be made: ${fault}`)
}

/** A line as new ones are, of a unit and kind. */
export const plainLine = (line: Pick<LineItem, 'id' | 'key' | 'label' | 'section' | 'unit' | 'kind'>): LineItem => ({
  ...line,
  ...{ decimals: decimalsFor(line.unit.kind), polarity: 'neutral', driver: false, formula: null, description: '' },
  ...{ tolerance: null, expected: null, source: '', breaks: [] },
})

export const emptyModel = (wish: ModelWish, id: ModelId, newId: NewId): Model | Problem => {
  const calendar = { yearEndMonth: wish.yearEndMonth, yearNamedBy: wish.yearNamedBy }
  const first = readQuarter(wish.first, calendar)
  const lastActual = readQuarter(wish.lastActual, calendar)
  if (wish.name.trim() === '') return refuse('Give the model a name, such as the company’s.')
  const currency = readCurrency(wish.currency)
  if (isProblem(currency)) return currency
  if (first === null) return refuseQuarter(wish.first, { year: 2025, quarter: 1 }, calendar)
  if (lastActual === null) return refuseQuarter(wish.lastActual, { year: 2026, quarter: 2 }, calendar)
  const model = blankModel(wish, id, { first, lastActual, forecastQuarters: wish.forecastQuarters })
  if (isProblem(model)) return model
  const keys = new Set<string>()
  const lines = wish.lines
    .filter(({ label }) => label.trim() !== '')
    .map(({ label, unit, kind }, index) => {
      const key = freeKeyFor(label, keys, index + 1)
      keys.add(key)
      const whole: Unit = unit === 'currency' ? { kind: unit, currency, scale: wish.scale } : unitAlone(unit, currency)
      const line = { id: newId(), key, label: label.trim(), section: 'Reported', unit: whole, kind }
      const plain = inUnitsIfPerShare(plainLine(line))
      return kind === 'constant' ? { ...plain, formula: '0' } : plain
    })
  return soundModel({ ...model, lines })
}

const unitAlone = (kind: Exclude<Unit['kind'], 'currency'>, currency: string): Unit =>
  kind === 'exchange' ? { kind, currency, per: currency === 'USD' ? 'EUR' : 'USD' } : { kind }
