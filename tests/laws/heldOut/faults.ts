// Faults of a spreadsheet, put into a model one at a time at a place of chance: in what is reported, what is assumed, in formulas, in a
// scenario. A way of going wrong gives no fault where the model has no place for it.

import type { Results } from '#engine/results.ts'
import type { LineItem } from '#model/lineItem.ts'
import { baseOf, isReported, type Model } from '#model/model.ts'
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

export const withTyped = (model: Model, scenario: string, line: string, quarter: Quarter, value: number): Model => {
  const row = model.rows.get(scenario)?.get(quarter) ?? emptyRow
  const entries = new Map(row.entries)
  if (Number.isNaN(value)) entries.delete(line)
  else entries.set(line, value)
  return { ...model, rows: withRow(model.rows, scenario, quarter, { ...row, entries }) }
}

const base = 'base'
const short = (value: number): string => String(Number(value.toPrecision(4)))

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
const cellFault =
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
const formulaFault =
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
const everywhere = (text: string, pattern: RegExp, change: (found: string) => string): readonly string[] =>
  [...text.matchAll(pattern)].map(
    (found) => text.slice(0, found.index) + change(found[0]) + text.slice(found.index + found[0].length),
  )

const text = ({ formula }: LineItem): string => formula ?? ''
const keyPattern = /(?<![a-z_0-9."])[a-z][a-z_0-9]*(?![a-z_0-9(])/g
const percents = (model: Model): readonly LineItem[] =>
  model.lines.filter((line) => line.unit.kind === 'percent' && line.kind === 'rate' && !line.driver)
const isMoney = (line: LineItem): boolean => line.unit.kind === 'currency'

/** What a line of numbers becomes when a quarter slips: from one quarter on everything stands one later. */
const shifted =
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

const swapped: Fault = ({ model }, chance) => {
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
const overwritten =
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

const unitFault =
  (what: string, change: (line: LineItem) => Partial<LineItem> | null): Fault =>
  ({ model }, chance) => {
    const lines = model.lines.filter((line) => line.tolerance === null && !line.driver && change(line) !== null)
    if (lines.length === 0) return null
    const line = chance.pick(lines)
    return {
      model: withLine(model, line.id, change(line) ?? {}),
      line: line.id,
      quarters: [],
      what: `${line.key}: ${what}`,
    }
  }

/** A driver in a formula written out as the number it has in the first forecast, or in half of all cases another line. */
const writtenOut = (drivers: boolean): Fault =>
  formulaFault('written out', (line, results) => {
    const { model } = results
    const first = addQuarters(model.lastActual ?? model.timeline.first, 1)
    return model.lines
      .filter((other) => other.driver === drivers && other.id !== line.id)
      .flatMap((other) => {
        const value = results.valueOf(baseOf(model).id, other.id, first)
        if (Number.isNaN(value) || value === 0) return []
        return everywhere(text(line), new RegExp(`(?<![a-z_0-9])${other.key}(?![a-z_0-9\\[])`, 'g'), () => short(value))
      })
  })

const near = (chance: Chance): number => 1 + (chance.happens(0.5) ? 1 : -1) * (0.03 + 0.1 * chance.fraction())

export const faultClasses: Readonly<Record<string, readonly Fault[]>> = {
  'a wrong sign': [
    cellFault(true, 'sign', (value) => -value),
    cellFault(false, 'sign', (value) => -value),
    formulaFault('sign', (line) => everywhere(text(line), / [+-] /g, (found) => (found === ' + ' ? ' - ' : ' + '))),
    formulaFault('sign', (line) => everywhere(text(line), / [+-] /g, (found) => (found === ' + ' ? ' - ' : ' + '))),
  ],
  'a per cent summed': [
    formulaFault('ttm of a per cent', (line, { model }) =>
      percents(model).some(({ id }) => id === line.id) ? [`ttm(${text(line)})`] : [],
    ),
    formulaFault('two per cents added', (line, { model }) =>
      percents(model).includes(line)
        ? percents(model)
            .filter(({ id }) => id !== line.id)
            .map(({ key }) => `${text(line)} + ${key}`)
        : [],
    ),
    formulaFault('summed over quarters', (line, { model }) =>
      percents(model)
        .filter(({ id }) => id === line.id)
        .map(() => `sum((${text(line)})[-3:0])`),
    ),
    unitFault('a per cent as a flow', (line) =>
      line.unit.kind === 'percent' && line.kind === 'rate' ? { kind: 'flow' } : null,
    ),
    formulaFault('added, not grown by', (line) =>
      everywhere(text(line), / \* \(1 \+ /g, () => ' + (1 + ').concat(
        everywhere(text(line), / \* \(1 \+ [a-z_]+\)/g, (found) => ` + ${found.slice(8, -1)}`),
      ),
    ),
  ],
  'a hard-coded number': [
    writtenOut(true),
    writtenOut(false),
    formulaFault('a plug', (line) => (isMoney(line) ? [`${text(line)} + 25`, `${text(line)} - 40`] : [])),
    formulaFault('a factor', (line) => (isMoney(line) ? [`(${text(line)}) * 1.02`, `(${text(line)}) * 0.97`] : [])),
  ],
  'a shifted quarter': [
    shifted(true, 1),
    shifted(true, -1),
    swapped,
    formulaFault('lag', (line) =>
      everywhere(text(line), /\[-4\]/g, () => '[-3]').concat(everywhere(text(line), /\[-4\]/g, () => '[-5]')),
    ),
    formulaFault('lag', (line) => everywhere(text(line), /\[-1\]/g, () => '[-2]')),
    formulaFault('window', (line) =>
      everywhere(text(line), /\[-1:0\]|\[-4:-1\]/g, (found) => (found === '[-1:0]' ? '[-2:-1]' : '[-3:-1]')),
    ),
    formulaFault('a lag too much', (line) =>
      everywhere(
        text(line).replace(/ttm\(.*?\)/g, (found) => found),
        new RegExp(`${keyPattern.source}(?!\\[)`, 'g'),
        (found) => (['fiscal_quarter', 'ttm', 'yoy'].includes(found) ? found : `${found}[-1]`),
      ),
    ),
  ],
  'a unit mixed': [
    cellFault(true, 'a thousand times', (value) => value * 1000),
    cellFault(true, 'a thousandth', (value) => value / 1000),
    cellFault(true, 'in yuan', (value) => Number((value * 7.1).toPrecision(4)), isMoney),
    cellFault(
      false,
      'a hundred times',
      (value) => value * 100,
      (line) => line.unit.kind === 'percent',
    ),
    cellFault(
      false,
      'a hundredth',
      (value) => value / 100,
      (line) => line.unit.kind === 'percent',
    ),
    formulaFault('divided, not times', (line) =>
      everywhere(text(line), / [*/] (?=[a-z])/g, (found) => (found === ' * ' ? ' / ' : ' * ')),
    ),
    formulaFault('a thousand lost or added', (line) =>
      everywhere(text(line), / [*/] (4|91|100|1000)\b/g, () => '').concat(
        isMoney(line) ? [`(${text(line)}) / 1000`, `(${text(line)}) * 100`] : [],
      ),
    ),
    unitFault('another scale', ({ unit }) =>
      unit.kind === 'currency' && unit.scale !== '' ? { unit: { ...unit, scale: 'bn' } } : null,
    ),
    formulaFault('a rate added', (line, { model }) =>
      isMoney(line)
        ? percents(model)
            .slice(0, 3)
            .map(({ key }) => `${text(line)} + ${key}`)
        : [],
    ),
  ],
  'an overwritten formula': [
    overwritten('ahead', 1, near),
    overwritten('ahead', 3, () => 1),
    overwritten('bull', 1, near),
    overwritten('past', 1, near),
    overwritten('ahead', 1, () => 1.002),
  ],
}
