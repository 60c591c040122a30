// A small model of three levels of scenarios with something of every sort in it, made by hand, and what tests ask of models.

import { toDocument } from '#model/document.ts'
import type { Commitment } from '#model/commitment.ts'
import type { LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import type { Quarter } from '#model/quarter.ts'
import { emptyRow, withRow, type Entry, type Note, type QuarterRows } from '#model/quarterRow.ts'
import type { Unit } from '#model/unit.ts'

export const rmbM: Unit = { kind: 'currency', currency: 'RMB', scale: 'm' }

export const line = (id: string, more: Partial<LineItem> = {}): LineItem => ({
  id,
  key: id,
  label: `Line ${id}`,
  section: 'Reported',
  unit: rmbM,
  kind: 'flow',
  decimals: 0,
  polarity: 'neutral',
  driver: false,
  formula: null,
  description: '',
  tolerance: null,
  expected: null,
  source: '',
  breaks: [],
  ...more,
})

export const commitment = (more: Partial<Commitment> = {}): Commitment => ({
  id: 'plan',
  key: 'plan',
  name: 'Plan',
  section: 'Pacing',
  kind: 'floor',
  amount: 380,
  unit: rmbM,
  plan: 'straight',
  note: { text: 'said in February', source: null },
  reading: { id: 'main', name: 'Revenue', counts: 'revenue', first: '2025-06', delay: 0, quarters: 6 },
  otherReadings: [{ id: 'half', name: 'Half of it', counts: '50% * revenue', first: '2025-09', delay: 0, quarters: 4 }],
  ...more,
})

export type Typed = readonly [scenario: string, quarter: Quarter, line: string, entry: Entry | null, note?: Note]

export const rowsWith = (typed: readonly Typed[]): QuarterRows => {
  let rows: QuarterRows = new Map()
  for (const [scenario, quarter, id, entry, note] of typed) {
    const row = rows.get(scenario)?.get(quarter) ?? emptyRow
    const entries = entry === null ? row.entries : new Map(row.entries).set(id, entry)
    const notes = note === undefined ? row.notes : new Map(row.notes).set(id, note)
    rows = withRow(rows, scenario, quarter, { entries, notes })
  }
  return rows
}

/** FY26 Q1 to FY27 Q3, reported to FY26 Q2; Bear stands under Bull, Bull under Base. */
export const sample = (more: Partial<Model> = {}): Model => ({
  id: 'm',
  name: 'Sample',
  fiscalCalendar: { yearEndMonth: 3, yearNamedBy: 'end' },
  timeline: { first: '2025-06', last: '2026-12' },
  lastActual: '2025-09',
  currency: 'RMB',
  scale: 'm',
  sections: ['Reported', 'Drivers', 'Pacing'],
  lines: [
    line('growth', { section: 'Drivers', kind: 'rate', driver: true, unit: { kind: 'percent' }, decimals: 1 }),
    line('revenue', { formula: 'revenue[-1] * (1 + growth)' }),
    line('costs'),
    line('fade', { section: 'Drivers', kind: 'constant', driver: true, unit: { kind: 'points' }, formula: '1%' }),
  ],
  scenarios: [
    { id: 'base', name: 'Base', parent: null, colour: 'blue', formulas: new Map() },
    { id: 'bull', name: 'Bull', parent: 'base', colour: 'green', formulas: new Map([['fade', '2%']]) },
    { id: 'bear', name: 'Bear', parent: 'bull', colour: 'orange', formulas: new Map([['costs', '']]) },
  ],
  waivers: [],
  commitments: [commitment()],
  rows: rowsWith([
    ['base', '2025-06', 'revenue', 100],
    ['base', '2025-09', 'revenue', 110, { text: 'Release, p. 3', source: 'https://example.com' }],
    ['base', '2025-12', 'growth', 0.1],
    ['bull', '2025-12', 'growth', 0.2],
    ['bear', '2025-12', 'growth', 'release'],
    ['bear', '2026-03', 'costs', null, { text: 'why', source: null }],
  ]),
  ...more,
})

/** The model as the text of its file: equal models are equal texts. */
export const textOf = (model: Model): string => JSON.stringify(toDocument(model, '2026-01-01T00:00:00.000Z'))

export const settled = <Value>(value: Value | Problem): Value => {
  if (isProblem(value)) throw new Error(value.sentence)
  return value
}

export const sentenceOf = (value: unknown): string => (isProblem(value) ? value.sentence : 'no problem')
