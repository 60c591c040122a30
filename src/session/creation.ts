// New models, lines and scenarios from what a dialog asks.

import type { NewId } from '#base/id.ts'
import { keptFormula } from './formulaEdit.ts'
import { isReservedName } from '#formula/reserved.ts'
import { keyProblem, type Edit } from '#model/edit.ts'
import {
  fiscalName,
  quarterOfFiscal,
  readQuarter,
  type FiscalCalendar,
  type FiscalQuarter,
} from '#model/fiscalCalendar.ts'
import type { Kind, LineItem } from '#model/lineItem.ts'
import type { Model, ModelId } from '#model/model.ts'
import { isProblem, problem, type Problem } from '#model/problem.ts'
import { addQuarters, calendarName } from '#model/quarter.ts'
import { scenarioColours, type ScenarioId } from '#model/scenario.ts'
import { modelFault } from '#model/soundness.ts'
import { decimalsFor, type Scale, type Unit } from '#model/unit.ts'

export type ModelWish = {
  readonly name: string
  readonly yearEndMonth: number
  readonly currency: string
  readonly scale: Scale
  /** As typed: `FY25 Q1`, `Jun 2024` or `2024-06`. */
  readonly first: string
  readonly lastActual: string
  /** Quarters to forecast after the last actual; null where the field is empty. */
  readonly forecastQuarters: number | null
}

const refuse = (sentence: string): Problem => problem('edit', { at: 'model' }, sentence)

/** Refuses a text that is no quarter, with one that is, in both of its names. */
const refuseQuarter = (text: string, example: FiscalQuarter, calendar: FiscalCalendar): Problem => {
  const quarter = quarterOfFiscal(example, calendar)
  return refuse(
    `“${text}” is not a quarter of this fiscal year: write it as ${fiscalName(quarter, calendar)} or ${calendarName(quarter)}.`,
  )
}

export const emptyModel = (wish: ModelWish, id: ModelId): Model | Problem => {
  const calendar: FiscalCalendar = { yearEndMonth: wish.yearEndMonth, yearNamedBy: 'end' }
  const first = readQuarter(wish.first, calendar)
  const lastActual = readQuarter(wish.lastActual, calendar)
  const currency = wish.currency.trim().toUpperCase()
  if (wish.name.trim() === '') return refuse('Give the model a name, such as the company’s.')
  if (!/^[A-Z]{3}$/.test(currency))
    return refuse(`“${wish.currency}” is not a currency: write its three letters, such as USD.`)
  if (first === null) return refuseQuarter(wish.first, { year: 2025, quarter: 1 }, calendar)
  if (lastActual === null) return refuseQuarter(wish.lastActual, { year: 2026, quarter: 2 }, calendar)
  if (lastActual < first) return refuse('The last reported quarter comes before the first quarter.')
  if (wish.forecastQuarters === null || !Number.isInteger(wish.forecastQuarters) || wish.forecastQuarters < 0)
    return refuse('Quarters to forecast takes a whole number, 0 or more.')
  const model: Model = {
    id,
    name: wish.name.trim(),
    fiscalCalendar: calendar,
    timeline: { first, last: addQuarters(lastActual, wish.forecastQuarters) },
    lastActual,
    currency,
    scale: wish.scale,
    sections: ['Reported', 'Growth', 'Drivers', 'Checks'],
    lines: [],
    scenarios: [{ id: 'base', name: 'Base', parent: null, colour: 'blue', formulas: new Map() }],
    commitments: [],
    rows: new Map(),
    waivers: [],
  }
  const fault = modelFault(model)
  return fault === null ? model : refuse(`The model cannot be made: ${fault}`)
}

/** `Cloud revenue (recast)` → `cloud_revenue_recast`; empty where a label has no Latin letters. */
export const keyFromLabel = (label: string): string =>
  label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 64)

export type LineWish = {
  readonly label: string
  readonly key: string
  readonly section: string
  readonly unit: Unit['kind']
  readonly kind: Kind
  readonly driver: boolean
  readonly formula: string
}

const unitFrom = (model: Model, kind: Unit['kind']): Unit => {
  if (kind === 'currency') return { kind, currency: model.currency, scale: model.scale }
  if (kind === 'exchange') return { kind, currency: model.currency, per: model.currency === 'USD' ? 'EUR' : 'USD' }
  return { kind }
}

/** The edits that add a line, a section for it included where it is new. */
export const proposeLine = (model: Model, wish: LineWish, newId: NewId): readonly Edit[] | Problem => {
  const key = wish.key.trim()
  if (wish.label.trim() === '') return refuse('Give the line a label, such as “Revenue”.')
  if (key === '') return refuse('Give the line a key, its name in formulas, such as revenue: small letters a to z.')
  if (isReservedName(key)) return refuse(`“${key}” is a word of the formula language: choose another key.`)
  const bad = keyProblem(model, key, null)
  if (isProblem(bad)) return bad
  const section = wish.section.trim() === '' ? 'Lines' : wish.section.trim()
  const formula = keptFormula(wish.formula)
  const line: LineItem = {
    id: newId(),
    key,
    label: wish.label.trim(),
    section,
    unit: unitFrom(model, wish.unit),
    kind: wish.kind,
    decimals: decimalsFor(wish.unit),
    polarity: 'neutral',
    driver: wish.driver,
    formula: formula === '' ? null : formula,
    description: '',
    tolerance: null,
    expected: null,
    source: '',
    breaks: [],
  }
  return [...sectionEdits(model, section), { kind: 'insert line', line, at: model.lines.length }]
}

/** What makes sure that a section is there. */
export const sectionEdits = (model: Model, section: string): readonly Edit[] =>
  model.sections.includes(section) ? [] : [{ kind: 'change model', change: { sections: [...model.sections, section] } }]

const longestScenarioName = 40

/** Why a name cannot be a scenario's, or null. `except` is the scenario that may have it already. */
export const scenarioNameProblem = (model: Model, wanted: string, except: ScenarioId | null): Problem | null => {
  if (wanted === '') return refuse('Give the scenario a name.')
  if (wanted.length > longestScenarioName)
    return refuse(
      `A scenario’s name has at most ${longestScenarioName} characters: it stands above the sheet and in the chart.`,
    )
  return model.scenarios.some((each) => each.id !== except && each.name.toLowerCase() === wanted.toLowerCase())
    ? refuse(`There is a scenario “${wanted}” already: choose another name.`)
    : null
}

/** The edits that add a scenario under a parent; it says nothing of its own yet. */
export const proposeScenario = (
  model: Model,
  name: string,
  parent: ScenarioId,
  newId: NewId,
): { readonly id: ScenarioId; readonly edits: readonly Edit[] } | Problem => {
  const wanted = name.trim()
  const wrong = scenarioNameProblem(model, wanted, null)
  if (wrong !== null) return wrong
  const taken = new Set(model.scenarios.map(({ colour }) => colour))
  const colour =
    scenarioColours.find((each) => !taken.has(each)) ?? scenarioColours[model.scenarios.length % scenarioColours.length]
  const id = newId()
  return {
    id,
    edits: [
      {
        kind: 'insert scenario',
        scenario: { id, name: wanted, parent, colour: colour ?? 'blue', formulas: new Map() },
        at: model.scenarios.length,
      },
    ],
  }
}
