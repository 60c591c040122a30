// Random edits of every kind to a model, from a few numbers each, so that fast-check can shrink them. Some do not apply.

import fc from 'fast-check'
import { present } from '#base/assert.ts'
import type { Edit } from '#model/edit.ts'
import { allLines, type Model } from '#model/model.ts'
import { addQuarters } from '#model/quarter.ts'
import { quartersOf } from '#model/timeline.ts'
import { commitment, line } from './sample.ts'

export type Seed = {
  readonly kind: number
  readonly place: number
  readonly value: number
  /** A number that no other seed has, for ids. */
  readonly fresh: string
}

/** Every kind of edit, so that a kind that is added is missed here. */
export const editKinds: readonly Edit['kind'][] = [
  ...(['enter', 'note', 'formula', 'insert line', 'remove line', 'move line', 'change line'] as const),
  ...(['insert scenario', 'move scenario'] as const),
  ...(['remove scenario', 'change scenario', 'insert commitment', 'remove commitment'] as const),
  ...(['change commitment', 'change model', 'waive'] as const),
]

export const someSeeds = fc
  .array(
    fc.record({
      kind: fc.nat(editKinds.length - 1),
      place: fc.nat(9999),
      value: fc.integer({ min: -40, max: 40 }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((seeds): readonly Seed[] => seeds.map((seed, at) => ({ ...seed, fresh: `new${at}` })))

const pick = <Item>(items: readonly Item[], place: number): Item => present(items[place % items.length], 'an item')

const modelChange = (model: Model, place: number, value: number): Extract<Edit, { kind: 'change model' }>['change'] =>
  pick(
    [
      { name: `Name ${value}`, currency: 'USD' },
      { lastActual: value < 0 ? null : pick(quartersOf(model.timeline), place) },
      { timeline: { ...model.timeline, last: addQuarters(model.timeline.last, value < 0 ? 0 : 2) } },
      { sections: [...model.sections].reverse() },
      { fiscalCalendar: { yearEndMonth: pick([3, 6, 9, 12], place), yearNamedBy: 'end' } },
      { scale: 'bn' },
    ],
    place,
  )

export const editFrom = (model: Model, { kind, place, value, fresh }: Seed): Edit => {
  const scenario = pick(model.scenarios, place)
  const item = pick([...allLines(model), line('gone')], Math.floor(place / 3))
  const quarter = pick([...quartersOf(model.timeline), '1999-12'] as const, Math.floor(place / 7))
  const cell = { scenario: scenario.id, quarter, line: item.id }
  const named = editKinds[kind] ?? 'enter'
  switch (named) {
    case 'enter':
      return {
        kind: named,
        ...cell,
        entry: value === 0 ? Infinity : value < -30 ? null : value < -10 ? 'release' : value / 8,
      }
    case 'note':
      return { kind: named, ...cell, note: value < -10 ? null : { text: `note ${value}`, source: null } }
    case 'formula':
      return {
        kind: named,
        scenario: scenario.id,
        line: item.id,
        formula: value < -20 ? null : value > 30 ? '' : String(value),
      }
    case 'insert line':
      return {
        kind: named,
        line: line(fresh, { key: value < -20 ? 'revenue' : fresh, section: value > 30 ? 'Nowhere' : 'Drivers' }),
        at: place % (model.lines.length + 1),
      }
    case 'remove line':
      return { kind: named, line: item.id }
    case 'move line':
      return { kind: named, line: item.id, at: place % model.lines.length }
    case 'change line':
      return {
        kind: named,
        line: item.id,
        change: value < 0 ? { label: fresh } : { key: value > 20 ? 'costs' : fresh, driver: true },
      }
    case 'insert scenario': {
      const formulas = new Map([[item.id, '7']])
      return {
        kind: named,
        scenario: { id: fresh, name: fresh, parent: scenario.id, colour: 'rose', formulas },
        at: model.scenarios.length,
      }
    }
    case 'move scenario':
      return { kind: named, scenario: value < -20 ? 'gone' : scenario.id, at: place % model.scenarios.length }
    case 'remove scenario':
      return { kind: named, scenario: value < -20 ? 'gone' : scenario.id }
    case 'change scenario':
      return { kind: named, scenario: value < -20 ? 'gone' : scenario.id, change: { name: fresh, colour: 'teal' } }
    case 'insert commitment':
      return {
        kind: named,
        commitment: commitment({ id: fresh, key: fresh }),
        at: place % (model.commitments.length + 1),
      }
    case 'remove commitment':
      return { kind: named, commitment: value < 0 ? 'gone' : (model.commitments[0]?.id ?? 'gone') }
    case 'change commitment':
      return {
        kind: named,
        commitment: value < -20 ? 'gone' : (model.commitments[0]?.id ?? 'gone'),
        change: { name: fresh, kind: 'cap', plan: 'S-curve' },
      }
    case 'change model':
      return { kind: named, change: modelChange(model, place, value) }
    case 'waive': {
      const id = value < 10 ? pick([...model.waivers, { id: fresh }], place).id : fresh
      const waiver = value < -10 ? null : { id, about: String(value), reason: fresh, at: '2026-01-31T08:00:00.000Z' }
      return { kind: named, id, waiver, at: place % (model.waivers.length + 1) }
    }
  }
}
