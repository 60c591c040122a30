// What a cell is made of and what is made of it, on the example; expectations from the formulas in example.md.

import { describe, expect, test } from 'vitest'
import { present } from '#base/assert.ts'
import { calculate } from '#engine/calculate.ts'
import { allLines } from '#model/model.ts'
import { quartersOf } from '#model/timeline.ts'
import { readColumnId } from '#session/column.ts'
import { breakStory } from '#session/trace/breakStory.ts'
import { dependentLines } from '#session/trace/dependents.ts'
import { precedentsOf, type Followed } from '#session/trace/precedents.ts'
import { example } from '../../examples/alibaba.ts'
import { idOf, modelText } from '../../support/modelText.ts'

const alibaba = calculate(example)

const at = (results: typeof alibaba, line: string, column: string, shown = 'base'): Followed => ({
  shown,
  line: present(
    allLines(results.model).find(({ id }) => id === line),
    line,
  ),
  column: present(readColumnId(column), column),
})

const madeOf = (line: string, column: string, results = alibaba): readonly string[] =>
  precedentsOf(results, at(results, line, column)).map((cell) => `${cell.line} ${cell.column}`)

const lookingAt = (line: string, column: string, results = alibaba): Record<string, readonly string[]> =>
  Object.fromEntries(
    dependentLines(results, at(results, line, column)).map((each) => [
      each.line.id,
      each.cells.map((cell) => cell.column),
    ]),
  )

describe('what a cell is made of', () => {
  test('[TR2] a forecast is made of last year’s quarter and the growth typed for it', () => {
    expect(madeOf('cloud_revenue', '2025-12')).toEqual(['cloud_revenue 2024-12', 'cloud_growth 2025-12'])
  })

  test('[TR2] a typed number is made of nothing, and so is a constant', () => {
    expect(madeOf('cloud_revenue', '2025-09')).toEqual([])
    expect(madeOf('capex_growth', 'constant')).toEqual([])
  })

  test('[TR2] a constant that a formula uses is one of its inputs', () => {
    expect(madeOf('capex_run_rate', '2026-03')).toEqual(['capex_run_rate 2025-12', 'capex_growth constant'])
  })

  test('[TR2] a cell without a value is made of what its formula would look at, the quarters that are there too', () => {
    // The timeline begins in FY23 Q1: of FY23 Q3's four quarters three are there.
    expect(madeOf('capex_ttm', '2022-12')).toEqual(['capex 2022-03', 'capex 2022-06', 'capex 2022-09', 'capex 2022-12'])
    expect(madeOf('cloud_yoy', '2022-09')).toEqual(['cloud_revenue 2021-09', 'cloud_revenue 2022-09'])
  })

  test('[TR2] of a cell without a value each function looks at its own quarters, whatever else is in the formula', () => {
    const results = calculate(
      modelText(`
        FY25 Q1 to FY26 Q4
        a 1 2 3 4 5 6 7 8
        b 1 2 3 4 5 6 7 8
        yoyish = a[-8]
        all = yoy(a) + sum(b[-3:0]) + yoyish + cumulative(a)`),
    )
    // From FY25 Q3, September 2024, with June 2024 the first quarter: a year back and two of the four are outside it. The
    // quarters since the first one end at it.
    expect(madeOf(idOf('all'), '2024-09', results)).toEqual([
      `${idOf('a')} 2023-09`,
      `${idOf('a')} 2024-09`,
      `${idOf('b')} 2023-12`,
      `${idOf('b')} 2024-03`,
      `${idOf('b')} 2024-06`,
      `${idOf('b')} 2024-09`,
      `${idOf('yoyish')} 2024-09`,
      `${idOf('a')} 2024-06`,
    ])
    expect(madeOf(idOf('yoyish'), '2024-09', results)).toEqual([`${idOf('a')} 2022-09`])
  })

  test('[TR2] a year is made of its quarters, a rate’s of the years in its formula', () => {
    expect(madeOf('capex', 'FY2025')).toEqual(['capex 2024-06', 'capex 2024-09', 'capex 2024-12', 'capex 2025-03'])
    expect(madeOf('cloud_share', 'FY2025')).toEqual(['cloud_revenue FY2025', 'revenue FY2025'])
    expect(new Set(madeOf('revenue_yoy', 'FY2025'))).toEqual(new Set(['revenue FY2025', 'revenue FY2024']))
  })
})

describe('what looks at a cell', () => {
  test('[TR3] capex of FY26 Q1 is in the sums, shares and growth of the quarters that look at it', () => {
    const lines = lookingAt('capex', '2025-06')
    // ttm(capex) looks three quarters back; intensity and free cash flow's share only at their own quarter.
    expect(lines['capex_ttm']).toEqual(['2025-06', '2025-09', '2025-12', '2026-03'])
    expect(lines['capex_intensity']).toEqual(['2025-06'])
    // capex_fcf is typed in FY26 Q1: its formula looks at nothing there.
    expect(lines['capex_fcf']).toBeUndefined()
    // 38,676 is one of the four quarters of fiscal 2026.
    expect(lines['capex']).toEqual(['FY2026'])
  })

  test('[TR3] growth on the year looks at its own quarter and the one a year before, and at none between', () => {
    expect(lookingAt('cloud_revenue', '2024-09')['cloud_yoy']).toEqual(['2024-09', '2025-09'])
  })

  test('[TR3] what looks at a cell is what is made of it, whichever the formula', () => {
    const results = calculate(
      modelText(`
        FY25 Q1 to FY26 Q4
        a 1 2 3 4 5 6 7 8
        b 1 2 3 4 5 6 7 8
        n = 2
        ttm_like = 1
        one = yoy(a) + sum(b[-3:0])
        two = if(a > 4, b, a[-1]) * n
        three = cagr(a, 1) + decumulate(b)
        four = ytd(a) + ttm_like
        five = qoq(b[-1]) + hold(a)
        six = ttm(a) * n + mean(b[-2:+1]) - qoq(b)[-1]`),
    )
    const cells = allLines(results.model).flatMap(({ id, kind }) =>
      (kind === 'constant' ? ['constant'] : quartersOf(results.model.timeline)).map((column) => ({ id, column })),
    )
    const made = cells.flatMap(({ id, column }) =>
      madeOf(id, column, results).map((each) => `${id} ${column} ← ${each}`),
    )
    const looking = cells.flatMap((cell) =>
      Object.entries(lookingAt(cell.id, cell.column, results)).flatMap(([line, columns]) =>
        columns.map((column) => `${line} ${column} ← ${cell.id} ${cell.column}`),
      ),
    )
    const inSheet = (each: string): boolean => cells.some(({ id, column }) => each.endsWith(` ← ${id} ${column}`))
    const isQuarter = (each: string): boolean => !/ FY\d{4} /.test(each)
    expect(new Set(looking.filter(isQuarter))).toEqual(new Set(made.filter(inSheet)))
    expect(made.length).toBeGreaterThan(50)
  })

  test('[TR3] a constant is looked at in every quarter that is computed by it', () => {
    // Of the 24 quarters one is typed: FY26 Q3, 32,000. Those before have the formula too, though it finds no start.
    const quarters = lookingAt('capex_growth', 'constant')['capex_run_rate'] ?? []
    expect(quarters).toHaveLength(23)
    expect(quarters).not.toContain('2025-12')
    expect(quarters).toContain('2026-03')
  })

  test('[TR3] a year is looked at by the years of rates', () => {
    const lines = lookingAt('revenue', 'FY2025')
    expect(lines['cloud_share']).toEqual(['FY2025'])
    expect(lines['revenue_yoy']).toEqual(['FY2025', 'FY2026'])
    expect(lines['revenue']).toBeUndefined()
  })

  test('[TR3] where calendar years are shown, a quarter goes into its calendar year', () => {
    const followed = { ...at(alibaba, 'capex', '2025-06'), yearsBy: 'calendar' } as const
    const itself = dependentLines(alibaba, followed).find(({ line }) => line.id === 'capex')
    expect(itself?.cells).toEqual([{ line: 'capex', column: 'CY2025' }])
  })

  test('[TR3] a scenario’s own formula looks at what it names, and Base’s does not', () => {
    const results = calculate(
      modelText(`
        FY25 Q1 to FY25 Q4
        a 1 2 3 4
        b 5 6 7 8
        c = a
        bull:
        c = b[-1]`),
    )
    const looking = (shown: string, key: string): readonly string[] =>
      dependentLines(results, at(results, idOf(key), '2024-06', shown)).flatMap(({ line, cells }) =>
        cells.map(({ column }) => `${line.key} ${column}`),
      )
    expect(looking('base', 'a')).toEqual(['c 2024-06', 'a FY2025'])
    expect(looking('bull', 'a')).toEqual(['a FY2025'])
    expect(looking('bull', 'b')).toEqual(['c 2024-09', 'b FY2025'])
  })
})

describe('breaks in a series', () => {
  const lines = example.lines.map((line) =>
    line.id === 'cloud_revenue' ? { ...line, breaks: [{ quarter: '2024-06', reason: 'recast' } as const] } : line,
  )
  const broken = calculate({ ...example, lines })
  const told = (line: string, column: string): readonly string[] => breakStory(broken, at(broken, line, column))

  test('[TR12] growth over a break says which and why, growth beyond it does not', () => {
    // FY25 Q2 over FY24 Q2 has the break in FY25 Q1 between; FY26 Q2 over FY25 Q2 has none.
    expect(told('cloud_yoy', '2024-09')).toEqual([`Crosses the break of Cloud revenue (recast) in FY25 Q1: recast.`])
    expect(told('cloud_yoy', '2025-09')).toEqual([])
  })

  test('[TR12] the quarter of the break says so itself', () => {
    expect(told('cloud_revenue', '2024-06')).toEqual(['The series breaks here: recast.'])
    expect(told('cloud_revenue', '2024-09')).toEqual([])
    expect(told('capex_growth', 'constant')).toEqual([])
  })
})
