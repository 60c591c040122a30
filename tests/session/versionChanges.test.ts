// What differs between two versions, as people read it: groups, figures with their units, words, and the way to the cell.

import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { applyEdits, type Edit } from '#model/edit.ts'
import type { Model } from '#model/model.ts'
import { lineRemoval } from '#model/removal.ts'
import { changeGroups, type ChangeRow } from '#session/versionChanges.ts'
import { commonYears, figureRows } from '#session/versionFigures.ts'
import { changesTable } from '#session/versionTable.ts'
import { commitment, line, rowsWith, sample, settled } from '../model/sample.ts'

const told = ({ scenario, subject, aspect, was, is }: ChangeRow): readonly (string | null)[] => [
  scenario?.name ?? null,
  subject,
  aspect,
  was.text,
  is.text,
]

const after = (model: Model, edits: readonly Edit[]): Model => settled(applyEdits(model, edits))

const groupsOf = (was: Model, is: Model, now = is) => changeGroups({ was, is, now })

const rowsOf = (was: Model, is: Model): Record<string, unknown> =>
  Object.fromEntries(groupsOf(was, is).map(({ name, rows }) => [name, rows.map(told)]))

const typed = (scenario: string, id: string, entry: number | 'release' | null): Edit => ({
  kind: 'enter',
  scenario,
  quarter: '2026-03',
  line: id,
  entry,
})

describe('[Z5] the groups', () => {
  test('[Z5] numbers and constants on drivers are drivers, others numbers, with their units', () => {
    const is = after(sample(), [
      typed('bull', 'growth', 0.125),
      typed('base', 'costs', -1234),
      typed('bear', 'costs', 'release'),
      { kind: 'formula', scenario: 'base', line: 'fade', formula: '1.5%' },
      { kind: 'formula', scenario: 'bull', line: 'plan.amount', formula: '420' },
    ])
    expect(rowsOf(sample(), is)).toEqual({
      Drivers: [
        ['Base', 'Line fade', '', '1 points', '2 points'],
        ['Bull', 'Plan', '', 'none', '420 RMB m'],
        ['Bull', 'Line growth', 'FY26 Q4', 'none', '12.5 %'],
      ],
      Numbers: [
        ['Base', 'Line costs', 'FY26 Q4', 'none', '−1,234 RMB m'],
        ['Bear', 'Line costs', 'FY26 Q4', 'none', 'here the formula'],
      ],
    })
  })

  test('[Z5] figures have as many digits as it takes to tell them apart', () => {
    const was = after(sample(), [typed('base', 'growth', 0.345)])
    expect(rowsOf(was, after(was, [typed('base', 'growth', 0.34549)]))).toEqual({
      Drivers: [['Base', 'Line growth', 'FY26 Q4', '34.50 %', '34.55 %']],
    })
  })

  test('[Z5] formulas are told as they are written, an empty one as no value', () => {
    const is = after(sample(), [
      { kind: 'formula', scenario: 'base', line: 'revenue', formula: 'revenue[-4]' },
      { kind: 'formula', scenario: 'bear', line: 'revenue', formula: '' },
    ])
    expect(rowsOf(sample(), is)).toEqual({
      Formulas: [
        ['Base', 'Line revenue', '', 'revenue[-1] * (1 + growth)', 'revenue[-4]'],
        ['Bear', 'Line revenue', '', 'none', 'no value'],
      ],
    })
    const [group] = groupsOf(sample(), is)
    expect(group?.rows.map((row) => row.is.form)).toEqual(['code', 'words'])
  })

  test('[Z5] the model, lines, scenarios and commitments field by field', () => {
    const was = sample()
    const is = sample({
      name: 'Other',
      timeline: { first: '2025-06', last: '2027-03' },
      lastActual: null,
      scale: '',
      lines: [
        ...was.lines.slice(1, 3).map((each) => ({ ...each, key: each.key === 'costs' ? 'expenses' : each.key })),
        ...was.lines.slice(3),
        line('new', { unit: { kind: 'ratio' }, kind: 'rate' }),
      ],
      rows: rowsWith([]),
      scenarios: was.scenarios.map((each) => (each.id === 'bear' ? { ...each, parent: 'base', colour: 'rose' } : each)),
      commitments: [commitment({ kind: 'cap', amount: 400.5, otherReadings: [] })],
    })
    const { Model: model, Lines: lines, Scenarios: scenarios, Commitments: commitments } = rowsOf(was, is)
    expect(model).toEqual([
      [null, 'Name', '', 'Sample', 'Other'],
      [null, 'Timeline', '', 'FY26 Q1 to FY27 Q3', 'FY26 Q1 to FY27 Q4'],
      [null, 'Last actual', '', 'FY26 Q2', 'none'],
      [null, 'Scale of new lines', '', 'm', 'units'],
    ])
    expect(lines).toEqual([
      [null, 'Line growth', 'gone', 'growth, rate, %', 'none'],
      [null, 'Line costs', 'key', 'costs', 'expenses'],
      [null, 'Line new', 'new', 'none', 'new, rate, ×'],
    ])
    expect(scenarios).toEqual([
      ['Bear', 'Bear', 'inherits from', 'Bull', 'Base'],
      ['Bear', 'Bear', 'colour', 'orange', 'rose'],
    ])
    expect(commitments).toEqual([
      [null, 'Plan', 'kind', 'floor', 'cap'],
      [null, 'Plan', 'amount', '380 RMB m', '400.5 RMB m'],
      [null, 'Plan', 'other readings', 'Half of it: 50% * revenue, FY26 Q2 to FY27 Q1', 'none'],
    ])
  })

  test('[Z5] a line that moved says behind which it stands', () => {
    const is = after(sample(), [{ kind: 'move line', line: 'growth', at: 3 }])
    expect(rowsOf(sample(), is)).toEqual({
      Lines: [[null, 'Line growth', 'place', 'first', 'after Line fade']],
    })
  })

  test('[Z5] what a line is held against, by the names of those lines', () => {
    const expected = { consensus: 'costs', low: 'costs', high: null, tolerance: 0.025 }
    const is = after(sample(), [{ kind: 'change line', line: 'revenue', change: { expected } }])
    const told = 'consensus Line costs, guidance from Line costs, in line within 2.5 %'
    expect(rowsOf(sample(), is)).toEqual({
      Lines: [[null, 'Line revenue', 'held against', 'nothing', told]],
    })
  })

  test('[Z5] notes with their sources', () => {
    const is = after(sample(), [{ kind: 'note', scenario: 'base', quarter: '2025-09', line: 'revenue', note: null }])
    expect(rowsOf(sample(), is)).toEqual({
      Notes: [['Base', 'Line revenue', 'FY26 Q2', 'Release, p. 3 (https://example.com)', 'none']],
    })
  })
})

describe('[Z6] the way to a cell', () => {
  const placeOf = (was: Model, is: Model, now: Model) => groupsOf(was, is, now)[0]?.rows[0]?.place

  test('[Z6] it leads to line and quarter in its scenario, a constant to its column', () => {
    const number = after(sample(), [typed('bull', 'costs', 5)])
    expect(placeOf(sample(), number, number)).toEqual({
      cell: { line: 'costs', column: '2026-03' },
      scenario: 'bull',
    })
    const constant = after(sample(), [{ kind: 'formula', scenario: 'base', line: 'fade', formula: '3%' }])
    expect(placeOf(sample(), constant, constant)?.cell).toEqual({ line: 'fade', column: 'constant' })
  })

  test('[Z6] there is none where line, scenario or quarter is gone now', () => {
    const then = after(sample(), [typed('bull', 'costs', 5)])
    const edits = [
      lineRemoval(sample(), 'costs'),
      [{ kind: 'change model', change: { timeline: { first: '2025-06', last: '2025-12' } } }],
    ] as const
    for (const now of edits) expect(placeOf(sample(), then, after(sample(), now))).toBeNull()
    const [base] = sample().scenarios
    if (base === undefined) throw new Error('Base')
    expect(placeOf(sample(), then, sample({ scenarios: [base] }))).toBeNull()
  })
})

test('[Z7] the table has every change in full: numbers as they are kept, formulas as written', () => {
  const is = after(sample(), [
    typed('bull', 'growth', 0.12345),
    { kind: 'formula', scenario: 'bear', line: 'revenue', formula: '' },
    { kind: 'change line', line: 'costs', change: { label: 'Costs' } },
  ])
  const { fields, rows } = changesTable(groupsOf(sample(), is))
  expect(fields).toHaveLength(9)
  expect(rows).toEqual([
    ['Lines', 'Costs', 'costs', 'RMB m', '', '', 'label', 'Line costs', 'Costs'],
    ['Formulas', 'Line revenue', 'revenue', 'RMB m', 'Bear', '', '', null, ''],
    ['Drivers', 'Line growth', 'growth', '%', 'Bull', '2026-03-31', 'FY26 Q4', null, 0.12345],
  ])
})

describe('[Z9] what it comes to', () => {
  const four = { first: '2025-06', last: '2026-03' } as const
  // 100 + 110 + 110 · 1.1 + 133.1 = 463.1… with growth 10 % in Q3 and 10 % in Q4.
  const was = sample({
    timeline: four,
    commitments: [],
    rows: rowsWith([
      ['base', '2025-06', 'revenue', 100],
      ['base', '2025-09', 'revenue', 110],
      ['base', '2025-12', 'growth', 0.1],
      ['base', '2026-03', 'growth', 0.1],
    ]),
  })
  const is = after(was, [{ ...typed('base', 'growth', 0.2) }])

  test('[Z9] the years both have that are not all reported, and the lines that read otherwise', () => {
    expect(commonYears(was, is)).toEqual([2026])
    const rows = figureRows(calculate(was), calculate(is), { scenario: 'base', year: 2026, scale: null })
    // 100 + 110 + 121 + 133.1 = 464.1; with 20 % in the last, 100 + 110 + 121 + 145.2 = 476.2
    expect(rows.map((row) => [row.line.id, row.was, row.is])).toEqual([['revenue', '464', '476']])
    expect(rows[0]?.difference).toMatchObject({ in: 'amount', amount: expect.closeTo(12.1, 9) as number })
  })

  test('[Z9] none where one has not the scenario; none told where a value is missing; none where calendars differ', () => {
    const wish = { scenario: 'gone', year: 2026, scale: null }
    expect(figureRows(calculate(was), calculate(is), wish)).toEqual([])
    const empty = after(was, [typed('base', 'growth', null)])
    expect(
      figureRows(calculate(was), calculate(empty), { ...wish, scenario: 'base' }).map((row) => [
        row.is,
        row.difference,
      ]),
    ).toEqual([['none', null]])
    expect(commonYears(was, { ...is, fiscalCalendar: { yearEndMonth: 6, yearNamedBy: 'end' } })).toEqual([])
    expect(commonYears(was, { ...is, lastActual: '2026-03' })).toEqual([])
  })
})

test('[Z5] a commitment’s plan, start and length are told in words', () => {
  const one = commitment({ otherReadings: [] })
  const { reading } = one
  const was = sample({ commitments: [one] })
  const is = sample({ commitments: [{ ...one, plan: 'typed', reading: { ...reading, delay: 1, quarters: 2 } }] })
  expect(rowsOf(was, is)).toEqual({
    Commitments: [
      ['plan', 'straight', 'typed by quarter'],
      ['counts', 'revenue, FY26 Q1 to FY27 Q2', 'revenue, FY26 Q2 to FY26 Q3'],
    ].map((each) => [null, one.name, ...each]),
  })
})
