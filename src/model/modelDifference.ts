// What differs between two versions of one model, as data. Lines, scenarios and commitments match by id; what was and what is
// stand side by side, null where there is none. Nothing is calculated here: it is about what people wrote.

import { isSame } from '#base/same.ts'
import { placements } from './arrangement.ts'
import type { Commitment } from './commitment.ts'
import type { LineId, LineItem } from './lineItem.ts'
import { baseOf, type Model } from './model.ts'
import type { Quarter } from './quarter.ts'
import { emptyRow, type Entry, type Note, type QuarterRow } from './quarterRow.ts'
import type { Scenario, ScenarioId } from './scenario.ts'
import type { Waiver } from './waiver.ts'

/** What a model says of itself. */
export const attributeNames = [
  ...(['name', 'fiscalCalendar', 'timeline', 'lastActual', 'currency', 'scale', 'sections'] as const),
] satisfies readonly (keyof Model)[]

export type AttributeName = (typeof attributeNames)[number]

export const lineFields = [
  ...(['key', 'label', 'section', 'unit', 'kind', 'decimals', 'polarity', 'driver', 'description'] as const),
  ...(['tolerance', 'expected', 'source', 'breaks'] as const),
] satisfies readonly (keyof LineItem)[]

export const scenarioFields = ['name', 'parent', 'colour'] as const satisfies readonly (keyof Scenario)[]

export const commitmentFields = [
  ...(['key', 'name', 'section', 'kind', 'amount', 'unit', 'plan', 'note', 'reading', 'otherReadings'] as const),
] satisfies readonly (keyof Commitment)[]

/** An item that is new, gone, or another: in some fields, or in its place among the others. */
export type ItemChange<Item, Field> = {
  readonly was: Item | null
  readonly is: Item | null
  readonly fields: readonly Field[]
  readonly isMoved: boolean
}

export type FormulaChange = {
  readonly scenario: ScenarioId
  readonly line: LineId
  readonly was: string | null
  readonly is: string | null
}

export type CellChange<Value> = {
  readonly scenario: ScenarioId
  readonly quarter: Quarter
  readonly line: LineId
  readonly was: Value | null
  readonly is: Value | null
}

export type WaiverChange = { readonly id: string; readonly was: Waiver | null; readonly is: Waiver | null }

export type ModelDifference = {
  readonly attributes: readonly AttributeName[]
  readonly lines: readonly ItemChange<LineItem, (typeof lineFields)[number]>[]
  readonly scenarios: readonly ItemChange<Scenario, (typeof scenarioFields)[number]>[]
  readonly commitments: readonly ItemChange<Commitment, (typeof commitmentFields)[number]>[]
  readonly formulas: readonly FormulaChange[]
  readonly entries: readonly CellChange<Entry>[]
  readonly notes: readonly CellChange<Note>[]
  readonly waivers: readonly WaiverChange[]
}

const itemChanges = <Item extends { readonly id: string }, Field extends keyof Item>(
  was: readonly Item[],
  is: readonly Item[],
  fields: readonly Field[],
): readonly ItemChange<Item, Field>[] => {
  const before = new Map(was.map((item) => [item.id, item]))
  const after = new Set(is.map(({ id }) => id))
  const moved = new Set(
    placements(
      was.map(({ id }) => id),
      is.map(({ id }) => id),
    ).flatMap(({ id, isNew }) => (isNew ? [] : [id])),
  )
  const gone = was.filter(({ id }) => !after.has(id))
  const others = is.map((item) => {
    const known = before.get(item.id) ?? null
    const differing = known === null ? [] : fields.filter((field) => !isSame(known[field], item[field]))
    return { was: known, is: item, fields: differing, isMoved: moved.has(item.id) }
  })
  return [
    ...gone.map((item) => ({ was: item, is: null, fields: [], isMoved: false })),
    ...others.filter((change) => change.was === null || change.fields.length > 0 || change.isMoved),
  ]
}

/** Every formula of a scenario by line: Base's are the lines' own. */
export const formulasOf = (model: Model, scenario: ScenarioId): ReadonlyMap<LineId, string> =>
  scenario === baseOf(model).id
    ? new Map(model.lines.flatMap(({ id, formula }) => (formula === null ? [] : [[id, formula] as const])))
    : (model.scenarios.find(({ id }) => id === scenario)?.formulas ?? new Map<LineId, string>())

const either = <Item>(one: Iterable<Item>, other: Iterable<Item>): readonly Item[] => [...new Set([...one, ...other])]

/** Scenarios of either version, those of now first. */
const scenarioIds = (was: Model, is: Model): readonly ScenarioId[] =>
  either(
    is.scenarios.map(({ id }) => id),
    was.scenarios.map(({ id }) => id),
  )

const formulaChanges = (was: Model, is: Model): readonly FormulaChange[] =>
  scenarioIds(was, is).flatMap((scenario) => {
    const [before, after] = [formulasOf(was, scenario), formulasOf(is, scenario)]
    return either(after.keys(), before.keys())
      .map((line) => ({ scenario, line, was: before.get(line) ?? null, is: after.get(line) ?? null }))
      .filter((change) => change.was !== change.is)
  })

const cellChanges = <Value>(
  was: Model,
  is: Model,
  part: (row: QuarterRow) => ReadonlyMap<LineId, Value>,
): readonly CellChange<Value>[] =>
  scenarioIds(was, is).flatMap((scenario) => {
    const [before, after] = [was.rows.get(scenario), is.rows.get(scenario)]
    return [...either(before?.keys() ?? [], after?.keys() ?? [])].sort().flatMap((quarter) => {
      const rows = [before?.get(quarter) ?? emptyRow, after?.get(quarter) ?? emptyRow] as const
      if (rows[0] === rows[1]) return []
      const [then, now] = [part(rows[0]), part(rows[1])]
      return either(then.keys(), now.keys())
        .map((line) => ({ scenario, quarter, line, was: then.get(line) ?? null, is: now.get(line) ?? null }))
        .filter((change) => !isSame(change.was, change.is))
    })
  })

const waiverChanges = (was: Model, is: Model): readonly WaiverChange[] => {
  const [before, after] = [was, is].map(({ waivers }) => new Map(waivers.map((waiver) => [waiver.id, waiver])))
  return either(after?.keys() ?? [], before?.keys() ?? [])
    .map((id) => ({ id, was: before?.get(id) ?? null, is: after?.get(id) ?? null }))
    .filter((change) => !isSame(change.was, change.is))
}

/** What differs from one version to the other. */
export const differenceBetween = (was: Model, is: Model): ModelDifference => ({
  attributes: attributeNames.filter((name) => !isSame(was[name], is[name])),
  lines: itemChanges(was.lines, is.lines, lineFields),
  scenarios: itemChanges(was.scenarios, is.scenarios, scenarioFields),
  commitments: itemChanges(was.commitments, is.commitments, commitmentFields),
  formulas: formulaChanges(was, is),
  entries: cellChanges(was, is, ({ entries }) => entries),
  notes: cellChanges(was, is, ({ notes }) => notes),
  waivers: waiverChanges(was, is),
})

export const hasDifference = (difference: ModelDifference): boolean =>
  Object.values(difference).some((part) => part.length > 0)
