// A view goes on in the terms of a model whose calendar or keys are others, and comes back with the model.

import { describe, expect, test } from 'vitest'
import type { ChartChoice } from '#model/chartChoice.ts'
import type { FiscalCalendar } from '#model/fiscalCalendar.ts'
import type { Model } from '#model/model.ts'
import { firstView, type View } from '#model/view.ts'
import { calendarMove } from '#session/models/calendarMove.ts'
import { draftsInModel, viewInModel } from '#session/models/viewInModel.ts'
import { modelText } from '../../support/modelText.ts'

const march: FiscalCalendar = { yearEndMonth: 3, yearNamedBy: 'end' }
const model = modelText(`FY25 Q1 to FY26 Q4, actual to FY25 Q4
 revenue 100 110 120 130 = 5
 costs = revenue / 2`)

const inCalendar = (fiscalCalendar: FiscalCalendar): Model => ({ ...model, fiscalCalendar })
const moved = (view: View, from: Model, to: Model): View => ({ ...view, ...viewInModel(view, from, to) })

const chart = (range: ChartChoice['range']): ChartChoice => ({
  ...{ id: 'chart', name: 'Chart', kind: 'line', pace: 'quarter', lines: [], scenarios: 'shown' },
  range,
})

const first = firstView(model)
const view: View = {
  ...first,
  foldedYears: [2025, 'CY2025'],
  pacing: { ...first.pacing, asOf: '2024-12' },
  results: { ...first.results, quarter: '2025-03' },
  charts: { ...first.charts, charts: [chart({ kind: 'since', year: 2025 }), chart({ kind: 'all' })] },
  comparison: { ...first.comparison, time: '2024-09' },
  why: { ...first.why, time: 'FY2026' },
  release: {
    quarter: '2025-06',
    areAllShown: false,
    drafts: [
      {
        ...{ quarter: '2025-06', texts: [], source: '', address: '', poll: '' },
        before: { lastActual: '2025-03', entries: [] },
      },
    ],
  },
  formulaDrafts: [{ line: 'costs', scenario: 'base', text: 'revenue["2024-09"] + revenue["FY26 Q1"] +' }],
}

describe('by other months', () => {
  const february = inCalendar({ yearEndMonth: 2, yearNamedBy: 'end' })
  const then = moved(view, model, february)

  test('[MD15] every quarter of the view keeps its fiscal name', () => {
    // A quarter to March is the one to February under the same name: FY25 Q2 to September is FY25 Q2 to August.
    expect(then).toMatchObject({
      foldedYears: [2025, 'CY2025'],
      pacing: { asOf: '2024-11' },
      results: { quarter: '2025-02' },
      comparison: { time: '2024-08' },
      why: { time: 'FY2026' },
      release: { quarter: '2025-05', drafts: [{ quarter: '2025-05', before: { lastActual: '2025-02' } }] },
      formulaDrafts: [{ text: 'revenue["FY25 Q2"] + revenue["FY26 Q1"] +' }],
    })
    expect(then.charts.charts?.map(({ range }) => range)).toEqual([{ kind: 'since', year: 2025 }, { kind: 'all' }])
  })

  test('[MD15] the way back leads to the same view, but for how a quarter was spelled', () => {
    const back = moved(then, february, model)
    expect({ ...back, formulaDrafts: [] }).toEqual({ ...view, formulaDrafts: [] })
    expect(back.formulaDrafts[0]?.text).toBe('revenue["FY25 Q2"] + revenue["FY26 Q1"] +')
  })
})

describe('by whole quarters', () => {
  test('[MD14] quarters stay and go by new names', () => {
    const then = moved(view, model, inCalendar({ yearEndMonth: 3, yearNamedBy: 'start' }))
    expect(then).toEqual({
      ...view,
      foldedYears: [2024, 'CY2025'],
      why: { ...view.why, time: 'FY2025' },
      charts: { ...view.charts, charts: [chart({ kind: 'since', year: 2024 }), chart({ kind: 'all' })] },
      formulaDrafts: [
        {
          ...{ line: 'costs', scenario: 'base', text: 'revenue["2024-09"] + revenue["FY25 Q1"] +' },
          calendar: { yearEndMonth: 3, yearNamedBy: 'start' },
        },
      ],
    })
  })

  test.each([
    // The year to March 2025: three of its quarters lie in the year to June 2025, three in the one to December 2024.
    [6, 2025],
    [12, 2024],
    // Two lie in the year to September 2024, two in the one to September 2025.
    [9, 2025],
  ])('[MD14] a year is the one that shares most of its quarters, to month %i, and comes back', (yearEndMonth, year) => {
    const to: FiscalCalendar = { yearEndMonth, yearNamedBy: 'end' }
    expect(calendarMove(march, to).movedYear(2025)).toBe(year)
    expect(calendarMove(to, march).movedYear(year)).toBe(2025)
  })
})

test('[LN4] drafts follow keys, all at once: two lines may swap theirs', () => {
  const [revenue, costs] = model.lines
  if (revenue === undefined || costs === undefined) throw new Error('no lines')
  const swapped: Model = {
    ...model,
    lines: [
      { ...revenue, key: 'costs' },
      { ...costs, key: 'revenue' },
    ],
  }
  const drafted: View = { ...first, formulaDrafts: [{ line: 'x', scenario: 'base', text: 'revenue - costs +' }] }
  expect(viewInModel(drafted, model, swapped)).toEqual({
    formulaDrafts: [{ line: 'x', scenario: 'base', text: 'costs - revenue +', calendar: model.fiscalCalendar }],
  })
})

test('[MD14] a draft is renamed once, whichever of model and draft comes first from another tab', () => {
  const start: FiscalCalendar = { yearEndMonth: 3, yearNamedBy: 'start' }
  const draft = (text: string, calendar: FiscalCalendar) => ({ line: 'costs', scenario: 'base', text, calendar })
  const [old, renamed] = [draft('revenue["FY26 Q1"] +', march), draft('revenue["FY25 Q1"] +', start)]
  const inModel = (each: typeof old, fiscalCalendar: FiscalCalendar) =>
    draftsInModel({ releases: [], formulas: [each] }, inCalendar(fiscalCalendar)).formulas
  expect([inModel(renamed, march), inModel(old, start), inModel(renamed, start)]).toEqual([[old], [renamed], [renamed]])
  expect(viewInModel({ ...first, formulaDrafts: [renamed] }, model, inCalendar(start))?.formulaDrafts).toEqual([
    renamed,
  ])
})

test('[LN4] nothing of a view follows another number', () => {
  expect(viewInModel(view, model, { ...model, lines: [...model.lines] })).toBeNull()
})
