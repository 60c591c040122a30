// Random edits to a model, from three numbers each, so that fast-check can shrink them. Some do not apply: those are refused.

import fc from 'fast-check'
import { present } from '#base/assert.ts'
import type { Edit } from '#model/edit.ts'
import { allLines, type Model } from '#model/model.ts'
import { lineRemoval } from '#model/removal.ts'
import { quartersOf } from '#model/timeline.ts'
import { line } from './sample.ts'

export const seedOf = fc.record({ kind: fc.nat(13), place: fc.nat(9999), value: fc.integer({ min: -50, max: 50 }) })

export type Seed = { readonly kind: number; readonly place: number; readonly value: number }

const pick = <Item>(items: readonly Item[], place: number): Item => present(items[place % items.length], 'an item')

export const editsFrom = (model: Model, { kind, place, value }: Seed): readonly Edit[] => {
  const scenario = pick(model.scenarios, place).id
  const someLine = pick(allLines(model), Math.floor(place / 3)).id
  const quarter = pick(quartersOf(model.timeline), Math.floor(place / 7))
  const cell = { scenario, quarter, line: someLine }
  switch (kind) {
    case 0:
    case 1:
      return [{ kind: 'enter', ...cell, entry: value / 8 }]
    case 2:
      return [{ kind: 'enter', ...cell, entry: null }]
    case 3:
      return [{ kind: 'enter', ...cell, entry: 'release' }]
    case 4:
      return [{ kind: 'note', ...cell, note: value < 0 ? null : { text: `note ${value}`, source: null } }]
    case 5:
      return [{ kind: 'formula', scenario, line: someLine, formula: value < -20 ? null : String(value) }]
    case 6:
      return [{ kind: 'insert line', line: line(`line${value + 50}`), at: place % (model.lines.length + 1) }]
    case 7:
      return model.lines.length > 1
        ? lineRemoval(model, pick(model.lines, place).id)
        : [{ kind: 'enter', ...cell, entry: 1 }]
    case 8:
      return [{ kind: 'change line', line: pick(model.lines, place).id, change: { label: `Label ${value}` } }]
    case 9:
      return [
        {
          kind: 'insert scenario',
          scenario: {
            id: `scenario${value}`,
            name: `S ${value}`,
            parent: scenario,
            colour: 'rose',
            formulas: new Map([[someLine, '7']]),
          },
          at: model.scenarios.length,
        },
      ]
    case 10:
      return [{ kind: 'remove scenario', scenario: pick(model.scenarios, model.scenarios.length - 1).id }]
    case 11:
      return [{ kind: 'change model', change: { name: `Name ${value}`, lastActual: quarter } }]
    case 12:
      return [{ kind: 'formula', scenario: 'base', line: 'plan.amount', formula: String(value) }]
    default:
      // Many cells at once, as a paste does.
      return quartersOf(model.timeline).map((each) => ({ kind: 'enter', ...cell, quarter: each, entry: value }))
  }
}
