// Classic slips of spreadsheets, each put into a model at a place of chance: as a class, the model with the slip in it, and what was done.

import type { LineItem } from '#model/lineItem.ts'
import { applyEdits } from '#model/edit.ts'
import { baseOf, type Model } from '#model/model.ts'
import { isProblem } from '#model/problem.ts'
import type { Quarter } from '#model/quarter.ts'
import { checkFormula, isFormulaProblem } from '#formula/check.ts'

import { overwritten, shiftedSeries, shiftedTail, summedPerCent, perCentTyped, constantOff } from './cellSlips.ts'
import { enter, pick, reported, typedOf, withFormulas, type Ground, type Seeder, type Slip } from './ground.ts'

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
