// A model written as text, the way one would sketch it on paper, and its results as columns:
//
//   FY25 Q1 to FY26 Q4, actual to FY25 Q4
//   revenue             100 110 120 130       = revenue[-4] * (1 + growth)
//   growth rate driver  . . . . 0.1           = growth[-1]
//   fade constant                             = 0.5
//   bull:
//   growth              . . . . 0.2 release
//   bear under bull:
//   revenue             = 7
//
// A line is its key, its kind (flow where none is named), perhaps `driver`, its typed numbers from the first quarter on
// (`.` is nothing) and its formula. The fiscal year ends in March. A line's id is `id of` and its key.

import { expect } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import type { Reason, Results } from '#engine/results.ts'
import { readQuarter, type FiscalCalendar } from '#model/fiscalCalendar.ts'
import type { Kind, LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import { withRow, emptyRow, type Entry } from '#model/quarterRow.ts'
import type { Scenario } from '#model/scenario.ts'
import { quartersOf } from '#model/timeline.ts'

const fiscalCalendar: FiscalCalendar = { yearEndMonth: 3, yearNamedBy: 'end' }

export const idOf = (key: string): string => `id of ${key}`

const lineForm =
  /^(?<key>[a-z][a-z0-9_]*)(?: +(?<kind>flow|balance|rate|constant)\b)?(?<driver> +driver\b)?(?<typed>(?: +[^ =]+)*) *(?:=(?<formula>.*))?$/

const quarterIn = (text: string): Quarter => {
  const quarter = readQuarter(text, fiscalCalendar)
  if (quarter === null) throw new Error(`not a quarter: ${text}`)
  return quarter
}

const emptyModel = (header: string): Model => {
  const [, first, last, actual] = /^(.+?) to (.+?)(?:, actual to (.+))?$/.exec(header) ?? []
  if (first === undefined || last === undefined) throw new Error(`not a timeline: ${header}`)
  return {
    id: 'model',
    name: 'Model',
    fiscalCalendar,
    timeline: { first: quarterIn(first), last: quarterIn(last) },
    lastActual: actual === undefined ? null : quarterIn(actual),
    currency: 'CNY',
    scale: 'm',
    sections: ['All'],
    lines: [],
    scenarios: [{ id: 'base', name: 'Base', parent: null, colour: 'blue', formulas: new Map() }],
    waivers: [],
    commitments: [],
    rows: new Map(),
  }
}

const withScenario = (model: Model, header: RegExpExecArray): Model => {
  const id = header[1] ?? ''
  const scenario: Scenario = { id, name: id, parent: header[2] ?? 'base', colour: 'green', formulas: new Map() }
  return { ...model, scenarios: [...model.scenarios, scenario] }
}

const entryIn = (text: string): Entry => {
  if (text === 'release') return 'release'
  const value = Number(text)
  if (Number.isNaN(value)) throw new Error(`not a number: ${text}`)
  return value
}

const withLine = (model: Model, text: string): Model => {
  const found = lineForm.exec(text)?.groups
  const key = found?.['key']
  if (found === undefined || key === undefined) throw new Error(`not a line: ${text}`)
  const scenario = model.scenarios.at(-1) ?? { id: 'base', formulas: new Map<string, string>() }
  const formula = found['formula']?.trim() ?? null
  const line: LineItem = {
    id: idOf(key),
    key,
    label: key,
    section: 'All',
    unit: { kind: 'count' },
    kind: (found['kind'] ?? 'flow') as Kind,
    decimals: 0,
    polarity: 'neutral',
    driver: found['driver'] !== undefined,
    formula,
    description: '',
    tolerance: null,
    expected: null,
    source: '',
    breaks: [],
  }
  let { rows } = model
  const quarters = quartersOf(model.timeline)
  for (const [at, each] of (found['typed'] ?? '').trim().split(/ +/).entries()) {
    const quarter = quarters[at]
    if (each === '.' || each === '') continue
    if (quarter === undefined) throw new Error(`too many numbers: ${text}`)
    const row = rows.get(scenario.id)?.get(quarter) ?? emptyRow
    rows = withRow(rows, scenario.id, quarter, { ...row, entries: new Map(row.entries).set(line.id, entryIn(each)) })
  }
  if (scenario.id === 'base') return { ...model, rows, lines: [...model.lines, line] }
  const formulas = formula === null ? scenario.formulas : new Map(scenario.formulas).set(line.id, formula)
  const scenarios = model.scenarios.map((each) => (each.id === scenario.id ? { ...each, formulas } : each))
  return { ...model, rows, scenarios }
}

export const modelText = (text: string): Model => {
  const [header = '', ...lines] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.reduce((model, line) => {
    const scenario = /^(\w+)(?: under (\w+))?:$/.exec(line)
    return scenario === null ? withLine(model, line) : withScenario(model, scenario)
  }, emptyModel(header))
}

export const resultsOf = (text: string): Results => calculate(modelText(text))

/** A line's values over the timeline; null for no value. */
export const columnOf = (results: Results, key: string, scenario = 'base'): readonly (number | null)[] =>
  quartersOf(results.model.timeline).map((quarter) => {
    const value = results.valueOf(scenario, idOf(key), quarter)
    return Number.isNaN(value) ? null : value
  })

export const reasonIn = (results: Results, key: string, quarter: string, scenario = 'base'): Reason | null =>
  results.explain(scenario, idOf(key), quarterIn(quarter)).reason

export const yearIn = (results: Results, key: string, fiscalYear: number, scenario = 'base'): number | null => {
  const value = results.yearOf(scenario, idOf(key), fiscalYear)
  return Number.isNaN(value) ? null : value
}

/** Holds a column against numbers worked out by hand, to twelve digits. */
export const expectColumn = (actual: readonly (number | null)[], expected: readonly (number | null)[]): void => {
  expect(actual.map((value) => value === null)).toEqual(expected.map((value) => value === null))
  for (const [at, value] of expected.entries())
    if (value !== null) expect(actual[at]).toBeCloseTo(value, 12 - Math.ceil(Math.log10(Math.abs(value) + 1)))
}
