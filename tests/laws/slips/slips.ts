// Classic slips of spreadsheets, each put into a model at a place of chance: as a class, the model with the slip in it, and what was done.

import type { LineItem } from '#model/lineItem.ts'
import { applyEdits, type Edit } from '#model/edit.ts'
import { baseOf, isReported, type Model } from '#model/model.ts'
import { isProblem } from '#model/problem.ts'
import type { Quarter } from '#model/quarter.ts'
import { quartersOf } from '#model/timeline.ts'
import type { Results } from '#engine/results.ts'
import { checkFormula, isFormulaProblem } from '#formula/check.ts'
import type { Chance } from '../../support/chance.ts'

export type Slip = {
  readonly kind: string
  readonly line: string
  readonly quarter: Quarter | null
  readonly edits: readonly Edit[]
  readonly said: string
}

type Ground = { readonly model: Model; readonly results: Results; readonly chance: Chance }
type Seeder = (ground: Ground) => Slip | null

const pick = <Item>(chance: Chance, items: readonly Item[]): Item | null =>
  items[chance.below(Math.max(items.length, 1))] ?? null

const typedOf = (model: Model, line: LineItem): readonly (readonly [Quarter, number])[] =>
  quartersOf(model.timeline).flatMap((quarter) => {
    const entry = model.rows.get(baseOf(model).id)?.get(quarter)?.entries.get(line.id)
    return typeof entry === 'number' && isReported(model, quarter) ? [[quarter, entry] as const] : []
  })

/** Lines with a history of amounts. */
const reported = (model: Model): readonly LineItem[] =>
  model.lines.filter((line) => !line.driver && line.expected === null && typedOf(model, line).length >= 8)

const enter = (model: Model, line: LineItem, quarter: Quarter, entry: number | null): Edit => ({
  ...({ kind: 'enter', scenario: baseOf(model).id } as const),
  ...{ quarter, line: line.id, entry },
})

const typedSlip =
  (
    kind: string,
    change: (
      value: number,
      at: number,
      values: readonly (readonly [Quarter, number])[],
      ground: Ground,
      line: LineItem,
    ) => number | null,
  ): Seeder =>
  (ground) => {
    const { model, chance } = ground
    const line = pick(chance, reported(model))
    if (line === null) return null
    const values = typedOf(model, line)
    const at = chance.below(values.length)
    const [quarter, value] = values[at] ?? [null, NaN]
    const next = quarter === null ? null : change(value, at, values, ground, line)
    if (quarter === null || next === null || next === value || value === 0) return null
    return {
      kind,
      line: line.id,
      quarter,
      edits: [enter(model, line, quarter, next)],
      said: `${line.key} ${quarter}: ${value} → ${next}`,
    }
  }

const withFormulas = (model: Model): readonly (LineItem & { readonly formula: string })[] =>
  model.lines.filter(
    (line): line is LineItem & { readonly formula: string } => line.formula !== null && line.kind !== 'constant',
  )

const formulaSlip =
  (kind: string, change: (formula: string, line: LineItem, ground: Ground) => readonly string[]): Seeder =>
  (ground) => {
    const { model, chance } = ground
    const choices = withFormulas(model).flatMap((line) =>
      change(line.formula, line, ground).map((formula) => ({ line, formula })),
    )
    const keys = new Map(model.lines.map(({ key, id }) => [key, id]))
    const chosen = pick(chance, choices)
    if (chosen === null || isFormulaProblem(checkFormula(chosen.formula, { keys, calendar: model.fiscalCalendar })))
      return null
    const { line, formula } = chosen
    return {
      ...{ kind, line: line.id, quarter: null, said: `${line.key} = ${line.formula} → ${formula}` },
      edits: [{ kind: 'formula', scenario: baseOf(model).id, line: line.id, formula }],
    }
  }

/** Every text that differs in one place that matches. */
const each = (text: string, form: RegExp, instead: (found: string, at: number) => string | null): readonly string[] =>
  [...text.matchAll(new RegExp(form, 'g'))].flatMap((found) => {
    const next = instead(found[0], found.index)
    return next === null ? [] : [text.slice(0, found.index) + next + text.slice(found.index + found[0].length)]
  })

const exchange = (ground: Ground): number => (ground.model.name.startsWith('Ali') ? 7.2 : 1.09)

const isKey = (text: string, model: Model): boolean => model.lines.some(({ key }) => key === text)

const keyForm = /\b[a-z][a-z0-9_]*\b(?!\()/

const overwritten =
  (kind: string, isPast: boolean): Seeder =>
  ({ model, results, chance }) => {
    const base = baseOf(model).id
    const line = pick(
      chance,
      withFormulas(model).filter(
        (each) => !each.driver && each.tolerance === null && (!isPast || typedOf(model, each).length === 0),
      ),
    )
    const quarter = pick(
      chance,
      quartersOf(model.timeline).filter((each) => isReported(model, each) === isPast),
    )
    if (line === null || quarter === null) return null
    const value = results.valueOf(base, line.id, quarter)
    if (Number.isNaN(value)) return null
    const next = value * (0.9 + 0.2 * chance.fraction())
    return {
      kind,
      line: line.id,
      quarter,
      edits: [enter(model, line, quarter, next)],
      said: `${line.key} ${quarter}: ${next} typed over`,
    }
  }

const shiftedSeries: Seeder = ({ model, chance }) => {
  const line = pick(chance, reported(model))
  if (line === null) return null
  const values = typedOf(model, line)
  const by = chance.below(2) === 0 ? 1 : -1
  const edits = values.map(([quarter], at) => enter(model, line, quarter, values[at - by]?.[1] ?? null))
  return { kind: 'series shifted', line: line.id, quarter: null, edits, said: `${line.key} moved by ${by}` }
}

/** The end of a series pasted a quarter late. */
const shiftedTail: Seeder = ({ model, chance }) => {
  const line = pick(chance, reported(model))
  if (line === null) return null
  const values = typedOf(model, line)
  const from = values.length - 3 - chance.below(3)
  const edits = values
    .slice(from)
    .map(([quarter], at) => enter(model, line, quarter, values[from + at - 1]?.[1] ?? null))
  return {
    kind: 'tail shifted',
    line: line.id,
    quarter: values[from]?.[0] ?? null,
    edits,
    said: `${line.key} late from ${values[from]?.[0] ?? ''}`,
  }
}

const summedPerCent: Seeder = (ground) => {
  const { model, chance } = ground
  const rate = pick(
    chance,
    model.lines.filter(({ unit, kind }) => unit.kind === 'percent' && kind === 'rate'),
  )
  if (rate === null) return null
  const other = pick(
    chance,
    model.lines.filter(
      (line) =>
        line.unit.kind === 'percent' &&
        line.kind === 'rate' &&
        line.id !== rate.id &&
        /(margin|yoy|growth)/.test(line.key),
    ),
  )
  const flow = { kind: 'change line', line: rate.id, change: { kind: 'flow' } } as const
  const made = (formula: string): Edit => ({
    ...({ kind: 'insert line', at: model.lines.length } as const),
    line: { ...rate, id: 'summed', key: 'summed', label: `${rate.label}, year`, formula, driver: false },
  })
  const choices: (readonly [string, Edit, string])[] = [
    [`ttm(${rate.key})`, made(`ttm(${rate.key})`), 'summed'],
    [`sum(${rate.key}[-3:0])`, made(`sum(${rate.key}[-3:0])`), 'summed'],
    [`ytd(${rate.key})`, made(`ytd(${rate.key})`), 'summed'],
    ['flow', flow, rate.id],
  ]
  if (other !== null && !rate.driver && !other.driver && /(margin|yoy|growth)/.test(rate.key))
    choices.push(['added', made(`${rate.key} + ${other.key}`), 'summed'])
  const [what, edit, line] = pick(chance, choices) ?? ['', flow, rate.id]
  return { kind: 'per cent summed', line, quarter: null, edits: [edit], said: `${rate.key}: ${what}` }
}

const perCentTyped: Seeder = ({ model, chance }) => {
  const cells = model.lines
    .filter(({ unit }) => unit.kind === 'percent')
    .flatMap((line) =>
      quartersOf(model.timeline).flatMap((quarter) => {
        const value = model.rows.get(baseOf(model).id)?.get(quarter)?.entries.get(line.id)
        return typeof value === 'number' && value !== 0 ? [{ line, quarter, value }] : []
      }),
    )
  const cell = pick(chance, cells)
  if (cell === null) return null
  const next = cell.value * 100
  return {
    kind: 'per cent as number',
    line: cell.line.id,
    quarter: cell.quarter,
    edits: [enter(model, cell.line, cell.quarter, next)],
    said: `${cell.line.key} ${cell.quarter}: ${cell.value} → ${next}`,
  }
}

const constantOff: Seeder = ({ model, chance }) => {
  const line = pick(
    chance,
    model.lines.filter(({ kind, unit, formula }) => kind === 'constant' && unit.kind === 'percent' && formula !== null),
  )
  if (line === null) return null
  const formula = (line.formula ?? '').replace('%', '')
  return {
    kind: 'per cent as number',
    line: line.id,
    quarter: null,
    edits: [{ kind: 'formula', scenario: baseOf(model).id, line: line.id, formula }],
    said: `${line.key} = ${formula}`,
  }
}

export const seeders: readonly Seeder[] = [
  typedSlip('sign typed', (value) => -value),
  typedSlip('scale typed', (value, _, __, { chance }, line) =>
    line.unit.kind === 'percent' ? null : value * (pick(chance, [10, 100, 1000, 0.1, 0.001, 0.01]) ?? 10),
  ),
  typedSlip('currency typed', (value, _, __, ground, line) =>
    line.unit.kind === 'currency' && exchange(ground) > 2 ? value / exchange(ground) : null,
  ),
  typedSlip('number repeated', (_, at, values) => values[at - 1]?.[1] ?? null),
  shiftedSeries,
  shiftedTail,
  formulaSlip('sign in formula', (formula) => each(formula, / [+-] /, (found) => (found === ' + ' ? ' - ' : ' + '))),
  formulaSlip('lag by one', (formula) =>
    each(formula, /\[-\d+\]/, (found) => found).length === 0
      ? []
      : [
          ...each(formula, /\[-\d+\]/, (found) => `[${Number(found.slice(1, -1)) - 1}]`),
          ...each(formula, /\[-\d+\]/, (found) => (found === '[-1]' ? null : `[${Number(found.slice(1, -1)) + 1}]`)),
        ],
  ),
  formulaSlip('reference moved', (formula, line, { model }) =>
    line.tolerance !== null
      ? []
      : each(formula, /\b[a-z][a-z0-9_]*\b(?![[(])/, (found) =>
          isKey(found, model) && model.lines.find(({ key }) => key === found)?.kind !== 'constant'
            ? `${found}[-1]`
            : null,
        ),
  ),
  formulaSlip('number in formula', (formula, _, { model, chance }) => [
    ...each(formula, keyForm, (found) =>
      isKey(found, model) && !formula.includes(`${found}[`)
        ? String(Number((0.11 + chance.fraction()).toFixed(2)))
        : null,
    ),
    `(${formula}) * 1.05`,
    `${formula} + 250`,
  ]),
  formulaSlip('scale in formula', (formula, line) =>
    line.unit.kind === 'currency'
      ? [`(${formula}) * 1000`, `(${formula}) / 1000`, `(${formula}) * 100`]
      : line.unit.kind === 'percent'
        ? [`(${formula}) * 100`]
        : [],
  ),
  formulaSlip('currency in formula', (formula) =>
    each(formula, / [*/] [a-z]*_rate\b/, (found) => (/eur_rate|usd_rate/.test(found) ? '' : null)).concat(
      each(formula, / \/ (?=(eur|usd)_rate)/, () => ' * '),
    ),
  ),
  formulaSlip('range short', (formula) =>
    /^[a-z_]+( \+ [a-z_]+){2,}$/.test(formula) ? each(formula, / \+ [a-z_]+/, () => '') : [],
  ),
  overwritten('overwritten forecast', false),
  overwritten('overwritten past', true),
  summedPerCent,
  perCentTyped,
  constantOff,
]

export const slipIn = (ground: Ground, seeder: Seeder): (Slip & { readonly model: Model }) | null => {
  const slip = seeder(ground)
  if (slip === null) return null
  const model = applyEdits(ground.model, slip.edits)
  if (isProblem(model)) return null
  return { ...slip, model }
}
