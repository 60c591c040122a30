// A BenchModel as Paceline's own Model: one scenario, ids equal to keys, every typed number in a quarter row.

import { addQuarters, quarterEnding, type Quarter } from '#model/quarter.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { withRow, type QuarterRow } from '#model/quarterRow.ts'
import type { BenchLine, BenchModel } from './benchModel.ts'

export const baseScenario = 'base'

const firstQuarter = quarterEnding(2024, 6)

export const quarterAt = (place: number): Quarter => addQuarters(firstQuarter, place)

const lineItem = ({ key, section, kind, formula }: BenchLine): LineItem => ({
  id: key,
  key,
  label: key,
  section,
  unit: kind === 'rate' ? { kind: 'ratio' } : { kind: 'currency', currency: 'RMB', scale: 'bn' },
  kind,
  decimals: 2,
  polarity: 'neutral',
  driver: formula === null,
  formula,
  description: '',
  tolerance: null,
  expected: null,
  source: '',
  breaks: [],
})

export const pacelineModel = (model: BenchModel): Model => {
  const rows = new Map<Quarter, QuarterRow>()
  for (let place = 0; place < model.quarters; place += 1) {
    const entries = new Map<LineId, number>()
    for (const { key, typed } of model.lines) {
      const number = typed[place]
      if (number !== undefined) entries.set(key, number)
    }
    rows.set(quarterAt(place), { entries, notes: new Map() })
  }
  return {
    id: model.name,
    name: model.name,
    fiscalCalendar: { yearEndMonth: 3, yearNamedBy: 'end' },
    timeline: { first: firstQuarter, last: quarterAt(model.quarters - 1) },
    lastActual: quarterAt(3),
    currency: 'RMB',
    scale: 'bn',
    sections: [...new Set(model.lines.map(({ section }) => section))],
    lines: model.lines.map(lineItem),
    scenarios: [{ id: baseScenario, name: 'Base', parent: null, colour: 'blue', formulas: new Map() }],
    waivers: [],
    commitments: [],
    rows: new Map([[baseScenario, rows]]),
  }
}

/** The model after one number was typed over. */
export const withNumber = (model: Model, line: LineId, place: number, number: number): Model => {
  const quarter = quarterAt(place)
  const row = model.rows.get(baseScenario)?.get(quarter)
  if (row === undefined) throw new Error(`The model has no row for ${quarter}.`)
  const entries = new Map(row.entries).set(line, number)
  return { ...model, rows: withRow(model.rows, baseScenario, quarter, { ...row, entries }) }
}
