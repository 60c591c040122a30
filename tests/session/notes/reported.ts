// A small company reported to FY26 Q2 (Q3 is a forecast), and a desk over it that asks what changes in what is reported.

import { toDocument } from '#model/document.ts'
import { rowOf, type Model } from '#model/model.ts'
import type { Note } from '#model/quarterRow.ts'
import { line, rowsWith, sample } from '../../model/sample.ts'
import { Desk } from '../desk.ts'

export const release: Note = { text: 'Release, p. 3', source: 'https://example.com/q2.pdf' }
export const checked: Note = { ...release, checked: { value: 110, by: 'LW', at: '2025-11-24T09:00:00.000Z' } }
export const at = '2025-11-25T12:00:00.000Z'

export const model: Model = sample({
  lines: [
    line('revenue', { label: 'Revenue', expected: { consensus: 'poll', low: null, high: null, tolerance: null } }),
    line('costs', { label: 'Costs' }),
    line('poll', { label: 'Poll' }),
    line('price', { label: 'Price', driver: true }),
  ],
  scenarios: [
    { id: 'base', name: 'Base', parent: null, colour: 'blue', formulas: new Map() },
    { id: 'bull', name: 'Bull', parent: 'base', colour: 'green', formulas: new Map() },
  ],
  commitments: [],
  rows: rowsWith([
    ['base', '2025-06', 'revenue', 100],
    ['base', '2025-09', 'revenue', 110, release],
    ['base', '2025-12', 'revenue', 120, release],
    ['base', '2025-06', 'costs', 50, { text: '=20+30', source: null }],
    ['base', '2025-09', 'costs', 60, { ...release, checked: { value: 60, by: 'LW', at: '2025-11-24T09:00:00.000Z' } }],
    ['base', '2025-09', 'poll', 108, release],
    ['base', '2025-09', 'price', 3, release],
  ]),
})

export const noteOf = (desk: Desk, id: string, quarter: string, scenario = 'base'): Note | null =>
  rowOf(desk.model, scenario, quarter as '2025-09').notes.get(id) ?? null

export const textOf = (of: Model): string => JSON.stringify(toDocument(of, at))

/** A desk that asks, at a cell. */
export const deskAt = (from: string, to = from, of = model): Desk => {
  const desk = new Desk(of, true)
  desk.select(from, to)
  return desk
}

export const type = (desk: Desk, text: string): void => {
  const { target } = desk
  if (target === null) throw new Error('no cell')
  desk.gestures.typeInto(target, text)
}
