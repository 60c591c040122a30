// Why a cell is empty, told from the root, on models made by hand.

import { describe, expect, test } from 'vitest'
import { present } from '#base/assert.ts'
import { calculate } from '#engine/calculate.ts'
import type { Results } from '#engine/results.ts'
import { allLines } from '#model/model.ts'
import { readColumnId } from '#session/column.ts'
import { absenceStory } from '#session/trace/absenceStory.ts'
import { withCapex } from '../../support/commitmentModel.ts'
import { idOf, resultsOf } from '../../support/modelText.ts'

const results = resultsOf(`
  FY25 Q1 to FY26 Q4
  capex                . 20 30 40 50 60 70 80
  capex_ttm balance                           = ttm(capex)
  intensity rate                              = capex_ttm / capex
  zero constant                               = 0
  halved                                      = capex / zero
  deeper                                      = halved + 1
  before                                      = capex[-1] * 2
  wrong                                       = 1 +
  on_wrong                                    = wrong + capex
  negative            -1 -1 -1 -1 1 1 1 1
  grown rate                                  = yoy(negative)
  later                                       = grown + 1
  one                                         = other
  other                                       = one + capex
  none constant
  with_none                                   = capex + none
  bull:
  capex_ttm                                   = `)

const story = (key: string, column: string, shown = 'base', from: Results = results) =>
  absenceStory(from, {
    shown,
    line: present(
      allLines(from.model).find((line) => line.key === key),
      key,
    ),
    column: present(readColumnId(column), column),
  })

const stepsOf = (...asked: Parameters<typeof story>): readonly string[] =>
  (story(...asked)?.steps ?? []).map(({ name, words }) => `${name} ${words}`)

describe('a cell that is empty', () => {
  test('[TR7] says why, down to the root', () => {
    expect(story('intensity', '2025-03')?.sentence).toBe('FY25 Q1 of capex is empty.')
    expect(stepsOf('intensity', '2025-03')).toEqual(['capex_ttm FY25 Q4 has 3 of 4 quarters', 'capex FY25 Q1 is empty'])
  })

  test('[TR8] and what to do: type it, or give the line a formula', () => {
    expect(story('intensity', '2025-03')).toMatchObject({
      advice: 'Type it, or give the line a formula.',
      deeds: ['type', 'write'],
      root: { cell: { line: idOf('capex'), column: '2024-06' } },
    })
  })

  test('[TR7] that is the root itself says so of itself', () => {
    expect(story('capex', '2024-06')).toMatchObject({ sentence: 'It is empty.', steps: [] })
  })

  test('[TR7] of a year names the quarter it lacks', () => {
    expect(story('capex', 'FY2025')?.sentence).toBe('It has 3 of 4 quarters. FY25 Q1 of capex is empty.')
  })

  test('[TR8] before the timeline nothing can be typed: it says where the timeline begins', () => {
    expect(story('before', '2024-06')).toMatchObject({
      sentence: 'FY24 Q4 of capex lies before the timeline, which begins in FY25 Q1.',
      root: null,
      deeds: [],
    })
    expect(story('before', '2024-06')?.steps[0]?.named).toBeNull()
  })

  test('[TR8] for a constant without a number says to type it', () => {
    expect(story('with_none', '2024-09')).toMatchObject({ sentence: 'none has no number.', deeds: ['type'] })
    expect(story('none', 'constant')).toMatchObject({ sentence: 'It has no number.', steps: [] })
  })

  test('[TR8] for a scenario’s own empty formula names the scenario', () => {
    expect(story('intensity', '2025-06', 'bull')?.sentence).toBe(
      'FY26 Q1 of capex_ttm is empty: its own formula in bull says that it has no value.',
    )
  })

  test('a cell with a value, and one that shows none by its place, have no story', () => {
    expect(story('capex', '2024-09')).toBeNull()
    expect(story('zero', '2024-09')).toBeNull()
    expect(story('zero', 'constant')).toBeNull()
    expect(story('capex', 'constant')).toBeNull()
  })
})

describe('a cell that is faulty', () => {
  test('[TR7] names the cell that divides by 0, and what is 0 there', () => {
    const told = story('deeper', '2024-09')
    expect(told).toMatchObject({ kind: 'fault', sentence: 'FY25 Q2 of halved divides by 0.' })
    expect(told?.zeros.map(({ label }) => label)).toEqual(['zero'])
  })

  test('[TR8] names the formula that cannot be used, and offers to mend it', () => {
    expect(story('on_wrong', '2024-09')).toMatchObject({
      sentence:
        'FY25 Q2 of wrong has a formula that cannot be used. The formula ends after “+”: something is missing behind it.',
      deeds: ['mend'],
    })
  })

  test('[TR7] names the loop it is in', () => {
    const told = story('one', '2025-03')
    expect(told?.sentence).toMatch(/^It has a formula that cannot be used\. .*one.*other/)
    expect(told?.deeds).toEqual(['mend'])
  })

  test('[TR7] names what is not meaningful', () => {
    expect(story('later', '2025-06')).toMatchObject({
      kind: 'n.m.',
      sentence: 'FY26 Q1 of grown is n.m.: growth over a base of zero or less.',
      advice: 'A growth rate needs a base above zero.',
    })
  })
})

test('[TR7] what a commitment leaves open by its nature ends the way', () => {
  const model = withCapex('100 100 150 150 150 150')
  const [capex] = model.lines
  if (capex === undefined) throw new Error('no line')
  const gap = { ...capex, id: 'gap', key: 'gap', label: 'gap', formula: 'plan_required - capex' }
  const told = story('gap', '2026-03', 'base', calculate({ ...model, lines: [capex, gap] }))
  expect(told?.sentence).toMatch(
    /^FY26 Q4 of .* has none: the window has ended: no quarter is left to carry anything\.$/,
  )
  expect(told?.deeds).toEqual([])
})

test('[TR7] a way out of the timeline ends where a number of a reported line is not typed', () => {
  const from = resultsOf(`
  FY25 Q1 to FY26 Q4, actual to FY26 Q2
  capex                10 . 30 40 50 60 = run
  run                                   = run[-1]
  later                                 = capex[-1]
  capex_ttm balance                     = ttm(capex)`)
  const told = story('capex_ttm', '2025-03', 'base', from)
  expect(told?.sentence).toMatch(
    /^It has 3 of 4 quarters\. FY25 Q2 of \S+ is not typed, and its formula has no value there\.$/,
  )
  expect(told?.advice).toBe('Type the reported number.')
  expect(told?.root?.cell).toEqual({ line: idOf('capex'), column: '2024-09' })
  // A line that goes on from itself never begins unless it is typed; one that looks at another is not typed.
  expect(story('run', '2024-09', 'base', from)?.sentence).toBe('It is not typed, and its formula has no value there.')
  expect(story('later', '2024-06', 'base', from)?.sentence).toContain('before the timeline')
})
