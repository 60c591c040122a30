// Faults of a spreadsheet, put into a model one at a time at a place of chance: in what is reported, what is assumed, in formulas, in a
// scenario. A way of going wrong gives no fault where the model has no place for it.

import type { Results } from '#engine/results.ts'
import type { LineItem } from '#model/lineItem.ts'
import { isReported, type Model } from '#model/model.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'
import { emptyRow, withRow } from '#model/quarterRow.ts'
import { quartersOf } from '#model/timeline.ts'
import type { Chance } from '../../support/chance.ts'

export type Seeded = {
  readonly model: Model
  readonly line: string
  /** Quarters the fault is in; empty where it is the line's formula, unit or kind. */
  readonly quarters: readonly Quarter[]
  readonly what: string
}

export type Fault = (results: Results, chance: Chance) => Seeded | null

export const withLine = (model: Model, id: string, change: Partial<LineItem>): Model => ({
  ...model,
  lines: model.lines.map((line) => (line.id === id ? { ...line, ...change } : line)),
})

const typedOf = (model: Model, scenario: string, line: string, quarter: Quarter): number => {
  const entry = model.rows.get(scenario)?.get(quarter)?.entries.get(line)
  return typeof entry === 'number' ? entry : NaN
}

const withTyped = (model: Model, scenario: string, line: string, quarter: Quarter, value: number): Model => {
  const row = model.rows.get(scenario)?.get(quarter) ?? emptyRow
  const entries = new Map(row.entries)
  if (Number.isNaN(value)) entries.delete(line)
  else entries.set(line, value)
  return { ...model, rows: withRow(model.rows, scenario, quarter, { ...row, entries }) }
}

const base = 'base'
export const short = (value: number): string => String(Number(value.toPrecision(4)))

/** Cells typed in Base: reported or assumed, of a line that is more than zero somewhere. */
const cellsOf = (model: Model, reported: boolean): readonly (readonly [LineItem, Quarter])[] =>
  model.lines.flatMap((line) =>
    quartersOf(model.timeline)
      .filter(
        (quarter) => isReported(model, quarter) === reported && Math.abs(typedOf(model, base, line.id, quarter)) > 1e-9,
      )
      .map((quarter) => [line, quarter] as const),
  )

/** Another number in one cell. */
export const cellFault =
  (
    reported: boolean,
    what: string,
    change: (value: number, line: LineItem) => number,
    fits: (line: LineItem) => boolean = () => true,
  ): Fault =>
  ({ model }, chance) => {
    const cells = cellsOf(model, reported).filter(([line]) => fits(line))
    if (cells.length === 0) return null
    const [line, quarter] = chance.pick(cells)
    const value = typedOf(model, base, line.id, quarter)
    const wrong = change(value, line)
    return {
      model: withTyped(model, base, line.id, quarter, wrong),
      line: line.id,
      quarters: [quarter],
      what: `${line.key} ${quarter}: ${what}, ${short(value)} as ${short(wrong)}`,
    }
  }

/** Another text of one formula: every way `rewrite` finds in any line is as likely. */
export const formulaFault =
  (what: string, rewrite: (line: LineItem, results: Results) => readonly string[]): Fault =>
  (results, chance) => {
    const { model } = results
    const found = model.lines
      .filter((line) => line.kind !== 'constant' && line.formula !== null && line.tolerance === null)
      .flatMap((line) =>
        rewrite(line, results)
          .filter((text) => text !== line.formula)
          .map((text) => [line, text] as const),
      )
    if (found.length === 0) return null
    const [line, text] = chance.pick(found)
    return {
      model: withLine(model, line.id, { formula: text }),
      line: line.id,
      quarters: [],
      what: `${what}: ${line.key} = ${text}`,
    }
  }

/** The text once for each place where the pattern stands, changed there. */
export const everywhere = (text: string, pattern: RegExp, change: (found: string) => string): readonly string[] =>
  [...text.matchAll(pattern)].map(
    (found) => text.slice(0, found.index) + change(found[0]) + text.slice(found.index + found[0].length),
  )

/** What a line of numbers becomes when a quarter slips: from one quarter on everything stands one later. */
export const shifted =
  (reported: boolean, by: 1 | -1): Fault =>
  ({ model }, chance) => {
    const quarters = quartersOf(model.timeline).filter((quarter) => isReported(model, quarter) === reported)
    const full = model.lines.filter((line) => {
      const values = quarters.map((quarter) => typedOf(model, base, line.id, quarter))
      return values.every((value) => !Number.isNaN(value)) && new Set(values).size > quarters.length / 2
    })
    if (full.length === 0) return null
    const line = chance.pick(full)
    const from = reported ? chance.between(0, quarters.length - 4) : 0
    const moved = quarters.slice(from)
    const wrong = moved.reduce((to, quarter) => {
      const source = addQuarters(quarter, -by)
      const value = typedOf(
        model,
        base,
        line.id,
        source < (moved[0] ?? source) || !quarters.includes(source) ? quarter : source,
      )
      return withTyped(to, base, line.id, quarter, value)
    }, model)
    return { model: wrong, line: line.id, quarters: moved, what: `${line.key} from ${moved[0]} on shifted by ${by}` }
  }

export const swapped: Fault = ({ model }, chance) => {
  const cells = cellsOf(model, true).filter(([line, quarter]) => {
    const [one, next] = [typedOf(model, base, line.id, quarter), typedOf(model, base, line.id, addQuarters(quarter, 1))]
    return Math.abs(one / next - 1) > 0.08
  })
  if (cells.length === 0) return null
  const [line, quarter] = chance.pick(cells)
  const next = addQuarters(quarter, 1)
  const [one, two] = [typedOf(model, base, line.id, quarter), typedOf(model, base, line.id, next)]
  return {
    model: withTyped(withTyped(model, base, line.id, quarter, two), base, line.id, next, one),
    line: line.id,
    quarters: [quarter, next],
    what: `${line.key} ${quarter} and the next changed places`,
  }
}

/** A number typed over what a formula gives: in the forecast, in Bull, or in the past; one quarter or a pasted block. */
export const overwritten =
  (where: 'ahead' | 'bull' | 'past', count: number, factor: (chance: Chance) => number): Fault =>
  (results, chance) => {
    const { model } = results
    const scenario = where === 'bull' ? 'bull' : base
    const places = model.lines
      .filter((line) => line.formula !== null && line.kind !== 'constant' && !line.driver && line.tolerance === null)
      .flatMap((line) =>
        quartersOf(model.timeline)
          .filter(
            (quarter) =>
              isReported(model, quarter) === (where === 'past') &&
              Number.isNaN(typedOf(model, base, line.id, quarter)) &&
              Math.abs(results.valueOf(scenario, line.id, quarter)) > 1e-9,
          )
          .map((quarter) => [line, quarter] as const),
      )
    if (places.length === 0) return null
    const [line, quarter] = chance.pick(places)
    const quarters = Array.from({ length: count }, (_, at) => addQuarters(quarter, at)).filter(
      (each) => each <= model.timeline.last && (where !== 'past' || isReported(model, each)),
    )
    const wrong = quarters.reduce((to, each) => {
      const value = results.valueOf(scenario, line.id, each) * factor(chance)
      return withTyped(to, scenario, line.id, each, Number(value.toPrecision(5)))
    }, model)
    return {
      model: wrong,
      line: line.id,
      quarters,
      what: `${line.key} typed over in ${where} from ${quarter}, ${count}`,
    }
  }
