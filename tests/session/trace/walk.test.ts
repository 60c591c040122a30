// Walking from a number to what it is made of and back, on the example.

import { beforeEach, describe, expect, test } from 'vitest'
import { command } from '#session/commands.ts'
import { goBack, stepTo, walk } from '#session/trace/walk.ts'
import { traceTints } from '#session/trace/tints.ts'
import { tracedOf } from '#session/trace/traced.ts'
import { present } from '#base/assert.ts'
import { sizeOf } from '#session/range.ts'
import { exampleBench, type TestBench } from '../../support/workbench.ts'

let bench: TestBench

beforeEach(async () => {
  bench = await exampleBench()
})

const cursor = (): string => {
  const { cursor: cell } = bench.open.sheet.selection
  return `${cell?.line ?? ''} ${cell?.column ?? ''}`
}

const trail = (): readonly string[] => {
  const { sheet } = bench.open
  return sheet.trail.stops(sheet.layout, sheet.selection).map(({ cell }) => `${cell.line} ${cell.column}`)
}

const walkFrom = (line: string, column: string, steps: number): readonly string[] => {
  bench.open.select({ line, column })
  return Array.from({ length: steps }, () => {
    walk(bench.open, 'precedents')
    return cursor()
  })
}

describe('walking down', () => {
  test('[TR9] from completion over counted and capex to the number that is typed', () => {
    expect(walkFrom('ai_capex.completion', '2028-03', 13)).toEqual([
      'ai_capex.counted 2028-03',
      'ai_capex.counting 2028-03',
      'capex 2028-03',
      'capex_run_rate 2028-03',
      // capex_run_rate[-1] * (1 + capex_growth), back to the 32,000 typed in FY26 Q3
      ...['2027-12', '2027-09', '2027-06', '2027-03', '2026-12', '2026-09', '2026-06', '2026-03', '2025-12'].map(
        (quarter) => `capex_run_rate ${quarter}`,
      ),
    ])
    walk(bench.open, 'precedents')
    expect(cursor()).toBe('capex_run_rate 2025-12')
    expect(bench.open.message?.sentence).toBe('This cell is made of no other: its number is typed.')
  })

  test('[TR9] all cells of a level are selected, and the walk goes on from any of them', () => {
    walkFrom('cloud_revenue', '2025-12', 1)
    const { sheet } = bench.open
    expect(cursor()).toBe('cloud_revenue 2024-12')
    expect(sizeOf(sheet.selection.blocks(sheet.layout))).toBe(2)
    sheet.selection.visit({ line: 'cloud_growth', column: '2025-12' })
    walk(bench.open, 'dependents')
    expect(trail()).toEqual(['cloud_revenue 2025-12', 'cloud_growth 2025-12', 'cloud_revenue 2025-12'])
  })

  test('[TR9] what is folded away is unfolded', () => {
    const { open } = bench
    open.look({ foldedSections: ['Drivers'] })
    walkFrom('capex', '2025-12', 1)
    expect(cursor()).toBe('capex_run_rate 2025-12')
    expect(open.view.foldedSections).not.toContain('Drivers')
    // FY25 is folded at first.
    walkFrom('cloud_revenue', '2025-12', 1)
    expect(open.view.foldedYears).not.toContain(2025)
  })

  test('[TR9] from a year to its quarters, and from a rate’s year to the years in its formula', () => {
    expect(walkFrom('capex_intensity', 'FY2025', 2)).toEqual(['capex FY2025', 'capex 2025-03'])
  })

  test('[TR9] where a value is missing the cursor goes on to where it is missing', () => {
    // FY26 Q3 of operating income is empty, and nobody forecasts it.
    bench.open.dispatch(
      [{ kind: 'formula', scenario: 'base', line: 'capex_fcf', formula: 'capex * 2 - operating_income' }],
      'Formula',
    )
    expect(walkFrom('capex_fcf', '2025-12', 1)).toEqual(['operating_income 2025-12'])
  })
})

describe('walking back', () => {
  test('[TR10] goes the way one came, to all that was selected there', () => {
    walkFrom('ai_capex.completion', '2028-03', 3)
    goBack(bench.open)
    expect(cursor()).toBe('ai_capex.counting 2028-03')
    const { sheet } = bench.open
    // counted is made of counting, its own last quarter and the quarter of the window
    expect(sizeOf(sheet.selection.blocks(sheet.layout))).toBe(3)
    goBack(bench.open)
    goBack(bench.open)
    expect(cursor()).toBe('ai_capex.completion 2028-03')
    goBack(bench.open)
    expect(bench.open.message?.sentence).toBe('There is no way back from here: Ctrl+[ and Ctrl+] begin a walk.')
  })

  test('[TR10] after straying goes to where the walk had come first', () => {
    walkFrom('ai_capex.completion', '2028-03', 2)
    bench.open.select({ line: 'revenue', column: '2025-12' })
    goBack(bench.open)
    expect(cursor()).toBe('ai_capex.counting 2028-03')
    goBack(bench.open)
    expect(cursor()).toBe('ai_capex.counted 2028-03')
  })

  test('[TR10] a stop of the trail is gone to; a walk begun elsewhere is another trail', () => {
    walkFrom('ai_capex.completion', '2028-03', 3)
    goBack(bench.open, 1)
    expect(trail()).toEqual(['ai_capex.completion 2028-03', 'ai_capex.counted 2028-03'])
    walkFrom('cloud_revenue', '2025-12', 1)
    expect(trail()).toEqual(['cloud_revenue 2025-12', 'cloud_revenue 2024-12'])
  })

  test('[TR10] stops that are gone from the model are passed over', () => {
    const { open } = bench
    open.select({ line: 'capex', column: '2025-12' })
    stepTo(open, { line: 'ai_streak', column: '2025-09' }, 'precedents')
    stepTo(open, { line: 'revenue', column: '2025-09' }, 'precedents')
    const edits = [...open.model.rows.entries()].flatMap(([scenario, rows]) =>
      [...rows.entries()].flatMap(([quarter, { entries, notes }]) => [
        ...(entries.has('ai_streak')
          ? [{ kind: 'enter', scenario, quarter, line: 'ai_streak', entry: null } as const]
          : []),
        ...(notes.has('ai_streak')
          ? [{ kind: 'note', scenario, quarter, line: 'ai_streak', note: null } as const]
          : []),
      ]),
    )
    expect(open.dispatch([...edits, { kind: 'remove line', line: 'ai_streak' }], 'Removed')).toBeNull()
    expect(trail()).toEqual(['capex 2025-12', 'revenue 2025-09'])
    goBack(open)
    expect(cursor()).toBe('capex 2025-12')
  })

  test('[TR8] a command goes to where a missing value begins and says what to do', () => {
    bench.open.dispatch(
      [{ kind: 'formula', scenario: 'base', line: 'capex_fcf', formula: 'capex * 2 - operating_income' }],
      'Formula',
    )
    bench.open.select({ line: 'capex_fcf_ttm', column: '2025-12' })
    command('audit.root').run(bench.workbench)
    expect(cursor()).toBe('operating_income 2025-12')
    expect(bench.open.message?.sentence).toMatch(
      /^It has 3 of 4 quarters\. FY26 Q3 of Income from operations is empty\. Type it, or give the line a formula\.$/,
    )
  })
})

test('[TR11] what the cell is made of and what is made of it are tinted, each place once', () => {
  const { open } = bench
  const tints = (line: string, column: string) => {
    open.select({ line, column })
    const traced = present(tracedOf(open), 'a cell')
    return traceTints(traced.results, open.sheet.layout, traced.followed).map(
      ({ cell, tone }) => `${tone} ${cell.line} ${cell.column}`,
    )
  }
  const capex = tints('capex', '2025-12')
  expect(capex).toContain('precedent capex_run_rate 2025-12')
  expect(capex).toContain('dependent capex_intensity 2025-12')
  expect(capex).toContain('dependent capex FY2026')
  // Fiscal 2023 to 2025 are folded, each to one place; of the 23 quarters that look at the constant 11 are in them or typed.
  const places = tints('capex_growth', 'constant').filter((text) => text.startsWith('dependent capex_run_rate'))
  // FY26 Q1, Q2 and Q4, eight quarters of FY27 and FY28, and one place for each folded year.
  expect(places).toHaveLength(3 + 8 + open.view.foldedYears.length)
})
