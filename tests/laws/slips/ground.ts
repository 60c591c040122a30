// What slips are put into. Classic slips of spreadsheets, each put into a model at a place of chance: as a class, the model with the slip in it, and what was done.

import type { LineItem } from '#model/lineItem.ts'
import { type Edit } from '#model/edit.ts'
import { baseOf, isReported, type Model } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import { quartersOf } from '#model/timeline.ts'
import type { Results } from '#engine/results.ts'
import type { Chance } from '../../support/chance.ts'

export type Slip = {
  readonly kind: string
  readonly line: string
  readonly quarter: Quarter | null
  readonly edits: readonly Edit[]
  readonly said: string
}

export type Ground = { readonly model: Model; readonly results: Results; readonly chance: Chance }
export type Seeder = (ground: Ground) => Slip | null

export const pick = <Item>(chance: Chance, items: readonly Item[]): Item | null =>
  items[chance.below(Math.max(items.length, 1))] ?? null

export const typedOf = (model: Model, line: LineItem): readonly (readonly [Quarter, number])[] =>
  quartersOf(model.timeline).flatMap((quarter) => {
    const entry = model.rows.get(baseOf(model).id)?.get(quarter)?.entries.get(line.id)
    return typeof entry === 'number' && isReported(model, quarter) ? [[quarter, entry] as const] : []
  })

/** Lines with a history of amounts. */
export const reported = (model: Model): readonly LineItem[] =>
  model.lines.filter((line) => !line.driver && line.expected === null && typedOf(model, line).length >= 8)

export const enter = (model: Model, line: LineItem, quarter: Quarter, entry: number | null): Edit => ({
  ...({ kind: 'enter', scenario: baseOf(model).id } as const),
  ...{ quarter, line: line.id, entry },
})

export const withFormulas = (model: Model): readonly (LineItem & { readonly formula: string })[] =>
  model.lines.filter(
    (line): line is LineItem & { readonly formula: string } => line.formula !== null && line.kind !== 'constant',
  )
