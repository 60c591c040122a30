// Breaks in a series: which cells cross one, against windows enumerated by hand.

import { describe, expect, test } from 'vitest'
import { breakAt, crossingSentence, crossingsOf } from '#analysis/seriesBreak.ts'
import { calculate } from '#engine/calculate.ts'
import type { Results } from '#engine/results.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import type { SeriesBreak } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { quartersOf } from '#model/timeline.ts'
import type { Year } from '#model/year.ts'
import { idOf, modelText } from '../support/modelText.ts'

const recast = 'recast in Nov 2025: Cainiao moved out'

const broken = (model: Model, key: string, ...breaks: readonly SeriesBreak[]): Model => ({
  ...model,
  lines: model.lines.map((line) => (line.key === key ? { ...line, breaks } : line)),
})

// The growth of sales is above 0 in every quarter but FY26 Q2: 125 after 130.
const model = modelText(`
  FY24 Q1 to FY27 Q4, actual to FY26 Q2
  sales             100 105 110 115 120 130 135 140 150 125  = sales[-4] * (1 + pace)
  other             10 10 10 10 10 10 10 10 10 10            = other[-4]
  pace rate driver                                           = mean(growth[-4:-1])
  growth rate       = yoy(sales)
  typed_growth rate . . . . 0.2 0.2 0.2                      = yoy(sales)
  faster rate       = growth - growth[-1]
  on_quarter rate   = qoq(sales)
  trailing balance  = ttm(sales)
  trailing_growth rate = yoy(trailing)
  three balance     = sum(sales[-2:0])
  before            = sales[-4]
  by_hand rate      = sales / sales[-4] - 1
  so_far balance    = cumulative(sales)
  running balance   = coalesce(running[-1], 0) + sales
  in_a_row balance  = streak(growth > 0)
  double            = sales * 2
  share rate        = sales / other
  rest              = sales - other
  chosen rate       = if(actual, growth, chosen[-1])
  plain rate        = yoy(other)`)

const at = (quarter: SeriesBreak['quarter']): Results => calculate(broken(model, 'sales', { quarter, reason: recast }))

/** The quarters in which a line crosses a break. */
const crossed = (results: Results, key: string): readonly string[] =>
  quartersOf(results.model.timeline)
    .filter((quarter) => crossingsOf(results, 'base', idOf(key), { kind: 'quarter', quarter }).length > 0)
    .map((quarter) => fiscalName(quarter, results.model.fiscalCalendar))

const isYearCrossed = (results: Results, key: string, year: Year): boolean =>
  crossingsOf(results, 'base', idOf(key), { kind: 'year', year }).length > 0

describe('[QT4] a break in FY25 Q2 is crossed', () => {
  const results = at('2024-09')
  const fourFrom = ['FY25 Q2', 'FY25 Q3', 'FY25 Q4', 'FY26 Q1']
  const toTheEnd = [...fourFrom, ...['FY26 Q2', 'FY26 Q3', 'FY26 Q4'], ...['FY27 Q1', 'FY27 Q2', 'FY27 Q3', 'FY27 Q4']]

  test.each<[string, string, readonly string[]]>([
    ['growth', 'growth on the year for four quarters', fourFrom],
    ['by_hand', 'growth written out likewise', fourFrom],
    ['on_quarter', 'growth on the quarter for one', ['FY25 Q2']],
    ['trailing', 'the last four quarters for three', ['FY25 Q2', 'FY25 Q3', 'FY25 Q4']],
    ['three', 'a window of three for two', ['FY25 Q2', 'FY25 Q3']],
    ['so_far', 'a running sum from then on', toTheEnd],
    ['running', 'one that adds to itself likewise', toTheEnd],
    // Growth in a quarter, and in the one before it: one quarter longer.
    ['faster', 'acceleration for five quarters', [...fourFrom, 'FY26 Q2']],
    // Four quarters up to this one, and four up to a year ago, the first of which there is in FY24 Q4.
    ['trailing_growth', 'growth of the last four quarters', ['FY25 Q4', 'FY26 Q1', 'FY26 Q2', 'FY26 Q3', 'FY26 Q4']],
    // It ended in FY26 Q2, whose growth is from the break on.
    ['in_a_row', 'a streak while it goes back over it', fourFrom],
    // Growth of the four quarters before: FY26 Q1 to FY27 Q1 look at one that crosses.
    ['pace', 'a driver made of growth', ['FY26 Q1', 'FY26 Q2', 'FY26 Q3', 'FY26 Q4', 'FY27 Q1']],
    ['sales', 'not by the line, whose forecasts stand on what is from the break on', []],
    ['before', 'not by what looks at one side', []],
    ['double', 'not by what looks at its own quarter', []],
    ['share', 'not by a share in the quarter', []],
    ['rest', 'not by a difference in the quarter', []],
    ['plain', 'not by growth of another line', []],
  ])('%s: %s', (key, _, quarters) => {
    expect(crossed(results, key)).toEqual(quarters)
  })

  test('typed growth holds nothing; where it is computed it does', () => {
    // Typed in FY25 Q1 to Q3.
    expect(crossed(results, 'typed_growth')).toEqual(['FY25 Q4', 'FY26 Q1'])
  })

  test('the branch that is not taken holds nothing, a value carried on holds what it held', () => {
    // The forecast carries on FY26 Q2’s growth, which is from the break on.
    expect(crossed(results, 'chosen')).toEqual(fourFrom)
    expect(crossed(at('2024-12'), 'chosen')).toEqual([
      ...['FY25 Q3', 'FY25 Q4', 'FY26 Q1', 'FY26 Q2', 'FY26 Q3', 'FY26 Q4'],
      ...['FY27 Q1', 'FY27 Q2', 'FY27 Q3', 'FY27 Q4'],
    ])
  })

  test.each<[string, Year, boolean]>([
    ['sales', 2024, false],
    ['sales', 2025, true],
    ['sales', 2026, false],
    // March to December 2024, and the year after.
    ['sales', 'CY2024', true],
    ['sales', 'CY2025', false],
    ['growth', 2025, true],
    // On fiscal 2025, of which the first quarter stands before the break.
    ['growth', 2026, true],
    ['growth', 2027, false],
    ['growth', 'CY2025', true],
    ['growth', 'CY2026', false],
    ['trailing', 2025, true],
    ['trailing', 2026, false],
    ['share', 2025, true],
    ['double', 2025, true],
    ['double', 2026, false],
    ['plain', 2025, false],
  ])('%s in %s: %s', (key, year, isCrossed) => {
    expect(isYearCrossed(results, key, year)).toBe(isCrossed)
  })
})

test('[QT4] a break at the start of a year is between years', () => {
  const results = at('2024-06')
  const years = [2024, 2025, 2026] as const
  expect(years.map((year) => isYearCrossed(results, 'sales', year))).toEqual([false, false, false])
  expect(years.map((year) => isYearCrossed(results, 'growth', year))).toEqual([false, true, false])
})

test('[QT4] a forecast built on what stands before the break crosses it, its own line’s too', () => {
  // FY26 Q3 and Q4 stand on FY25 Q3 and Q4; FY27 Q1 on FY26 Q1, the break itself. Reported quarters are typed.
  expect(crossed(at('2025-06'), 'sales')).toEqual(['FY26 Q3', 'FY26 Q4'])
})

test('[QT4] what is reported stands for itself: no crossing is carried through it', () => {
  const results = calculate(
    broken(
      modelText(`
        FY25 Q1 to FY27 Q4, actual to FY26 Q2
        cloud    10 10 10 10 20 20                = cloud[-4] * 2
        revenue  50 50 50 50 70 70                = cloud + rest[-4]
        rest     = revenue - cloud
        margin rate = rest / revenue`),
      'cloud',
      { quarter: '2025-06', reason: recast },
    ),
  )
  // Revenue’s forecast of FY26 Q3 and Q4 adds to cloud what was left of the group before its break.
  expect(crossed(results, 'revenue')).toEqual(['FY26 Q3', 'FY26 Q4'])
  // What is left then is revenue less cloud, each in its own quarter, and revenue is a reported line.
  expect(crossed(results, 'rest')).toEqual([])
  expect(crossed(results, 'margin')).toEqual([])
})

test('[QT4] several breaks of several lines are each told, in the order of lines and time', () => {
  const two = broken(
    broken(model, 'sales', { quarter: '2024-09', reason: 'one' }, { quarter: '2024-12', reason: 'two' }),
    'other',
    { quarter: '2024-12', reason: 'three' },
  )
  const withRatio = {
    ...two,
    lines: two.lines.map((line) => (line.key === 'plain' ? { ...line, formula: 'yoy(sales) / yoy(other)' } : line)),
  }
  const results = calculate(withRatio)
  const crossings = crossingsOf(results, 'base', idOf('growth'), { kind: 'quarter', quarter: '2024-12' })
  expect(crossings.map(({ line, at: { quarter } }) => `${line.key} ${quarter}`)).toEqual([
    'sales 2024-09',
    'sales 2024-12',
  ])
  expect(crossingSentence(results.model, crossings)).toBe(
    'Crosses the break of sales in FY25 Q2: one and the break of sales in FY25 Q3: two',
  )
  // yoy(other) is 0, so that there is no value: nothing to mistrust.
  expect(crossingsOf(results, 'base', idOf('plain'), { kind: 'quarter', quarter: '2024-12' })).toEqual([])
})

test('[QT4] without breaks nothing is crossed, and the sentence is none', () => {
  const results = calculate(model)
  expect(crossingsOf(results, 'base', idOf('growth'), { kind: 'quarter', quarter: '2024-09' })).toEqual([])
  expect(crossingSentence(model, [])).toBeNull()
})

test('[QT3] a line has a break in a quarter or none', () => {
  const [sales] = broken(model, 'sales', { quarter: '2024-09', reason: recast }).lines
  expect(sales === undefined ? [] : [breakAt(sales, '2024-09')?.reason, breakAt(sales, '2024-12')]).toEqual([
    recast,
    null,
  ])
})

test('[QT4] a chain of ten thousand cells is walked without overflowing', () => {
  const long = modelText(`
    FY25 Q1 to FY26 Q4, actual to FY25 Q4
    sales 1 2 3 4 5
    first = cumulative(sales)`)
  const [sales, first] = long.lines
  if (sales === undefined || first === undefined) throw new Error('two lines')
  const chain = Array.from({ length: 3000 }, (_, each) => ({
    ...first,
    id: `id ${each}`,
    key: `chain_${each}`,
    formula: each === 0 ? 'cumulative(sales)' : `chain_${each - 1}`,
  }))
  const lines = [{ ...sales, breaks: [{ quarter: '2024-09' as const, reason: recast }] }, ...chain]
  const results = calculate({ ...long, lines })
  const crossing = (quarter: '2024-06' | '2024-09') =>
    crossingsOf(results, 'base', 'id 2999', { kind: 'quarter', quarter }).length
  expect([crossing('2024-06'), crossing('2024-09')]).toEqual([0, 1])
})
