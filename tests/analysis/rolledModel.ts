// A model that was rolled forward twice, small enough to reckon by hand: sales 80 and 100 are reported; growth is 10 % in
// Base, 20 % in Bull and 0 in Bear. Rolled, sales FY25 Q3 come out at 125; rolled again, FY25 Q4 at 130.

import { expect } from 'vitest'
import { reportingOf, type Reporting } from '#analysis/reported.ts'
import { lineRecord, type LineRecord, type Version } from '#analysis/trackRecord.ts'
import { calculate } from '#engine/calculate.ts'
import { applyEdits } from '#model/edit.ts'
import { lineOf, type Model } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import { rollForward } from '#model/rollForward.ts'
import type { Unit } from '#model/unit.ts'
import { settled } from '../model/sample.ts'
import { idOf, modelText } from '../support/modelText.ts'

export const [third, fourth]: readonly [Quarter, Quarter] = ['2024-12', '2025-03']

const lines = `
  sales                 80 100 . . . .     = sales[-1] * (1 + growth)
  growth rate driver    . . 0.1            = growth[-1]
  costs                 40 60 . . . .      = sales * 50%
  profit                                   = sales - costs
  sales_growth rate                        = qoq(sales)
  euro_rate constant                       = 5
  in_euro                                  = sales / euro_rate
  hoped rate                               = sales * (1 + growth)
  total balance                            = cumulative(sales)
  place balance                            = quarter_index * 2`

const scenarios = `
  bull:
  growth                . . 0.2
  bear:
  growth                . . 0`

const percent: Unit = { kind: 'percent' }

/** With growth in per cent. */
const withUnits = (model: Model): Model => ({
  ...model,
  lines: model.lines.map((line) => (line.key === 'sales_growth' ? { ...line, unit: percent } : line)),
})

/** Reported to FY25 Q2, with more lines or none of the scenarios. */
export const start = (more = '', overlays = scenarios): Model =>
  withUnits(modelText(`FY25 Q1 to FY26 Q2, actual to FY25 Q2${lines}\n${more}${overlays}`))

/** Rolled forward by a quarter, in which sales come out at a number. */
export const rolledOn = (model: Model, sales: number | null): Model => {
  const { edits, quarter } = settled(rollForward(model))
  const entry = { kind: 'enter', scenario: 'base', quarter, line: idOf('sales'), entry: sales } as const
  return settled(applyEdits(model, sales === null ? edits : [...edits, entry]))
}

export const versionOf = (model: Model, madeAt: string): Version => ({
  id: `made ${madeAt}`,
  madeAt,
  results: calculate(model),
})

export type History = { readonly now: Model; readonly versions: readonly Version[]; readonly reporting: Reporting }

/** What a model is after both rolls, with what each of them froze. */
export const historyOf = (first: Model): History => {
  const second = rolledOn(first, 125)
  const now = rolledOn(second, 130)
  const versions = [versionOf(first, '2024-11-20'), versionOf(second, '2025-02-20')]
  return { now, versions, reporting: reportingOf(calculate(now)) }
}

export const recordIn = ({ now, versions, reporting }: History, key: string, scenario = 'base'): LineRecord =>
  lineRecord(reporting, versions, lineOf(now, idOf(key)), scenario)

/** A quarter’s forecasts by horizon and error, in the line’s unit or in points as fractions. */
export const errorsIn = ({ quarters }: LineRecord, quarter: Quarter): readonly (readonly [number, number, number])[] =>
  (quarters.find((each) => each.quarter === quarter)?.forecasts ?? []).map(({ horizon, value, error }) => [
    horizon,
    value,
    error === null ? NaN : error.in === 'points' ? error.points : error.amount,
  ])

/** Holds numbers against those worked out by hand, to ten digits. */
export const expectNear = (actual: readonly (readonly number[])[], expected: readonly (readonly number[])[]): void => {
  expect(actual.map(({ length }) => length)).toEqual(expected.map(({ length }) => length))
  for (const [row, each] of expected.entries())
    for (const [at, value] of each.entries())
      if (Number.isNaN(value)) expect(actual[row]?.[at]).toBeNaN()
      else expect(actual[row]?.[at]).toBeCloseTo(value, 10)
}
