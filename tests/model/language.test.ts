// The rules of the language and of years in brief, through the engine: one small model for each. The whole language is held
// in tests/formula and tests/engine.

import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { idOf, modelText, columnOf, expectColumn, reasonIn, resultsOf, yearIn } from '../support/modelText.ts'

/** The values of one formula over four quarters with a = 1 2 4 8 and b without its third. */
const of = (formula: string): readonly (number | null)[] =>
  columnOf(resultsOf(`FY25 Q1 to FY25 Q4, actual to FY25 Q2\n a 1 2 4 8\n b 10 20 . 40\n x = ${formula}`), 'x')

const refusalOf = (formula: string): string =>
  resultsOf(`FY25 Q1 to FY25 Q4\n a 1 2 4 8\n x = ${formula}`).problemOf('base', idOf('x'))?.sentence ?? 'no problem'

test.each([
  ['[F1] one formula for all quarters', 'a * 10', [10, 20, 40, 80]],
  ['[F1] a sign that hands type first is dropped', '=+a', [1, 2, 4, 8]],
  ['[F3] a lag looks back; before the timeline there is no value', 'a[-1]', [null, 1, 2, 4]],
  ['[F3] a lead looks on', 'a[+1]', [2, 4, 8, null]],
  ['[F3] a quarter by name is that quarter everywhere', 'a["FY25 Q2"]', [2, 2, 2, 2]],
  ['[F3] or by its month', 'a["2024-09"]', [2, 2, 2, 2]],
  ['[F3] of any expression', '(a + b)[-1]', [null, 11, 22, null]],
  ['[F3] a window that reaches outside has a missing value', 'sum(a[-1:0])', [null, 3, 6, 12]],
  ['[F3] its ends may be named', 'sum(a["FY25 Q1":0])', [1, 3, 7, 15]],
  ['[F4] a per cent moves the point', 'a * 50%', [0.5, 1, 2, 4]],
  ['[F4] minus binds looser than a power', '-a ^ 2', [-1, -4, -16, -64]],
  ['[F4] a power goes to the right', '2 ^ 3 ^ 2 + 0 * a', [512, 512, 512, 512]],
  ['[F4] comparisons chain', '1 < a <= 4', [0, 1, 1, 0]],
  ['[F5] no value spreads', 'a + b', [11, 22, null, 48]],
  ['[F5] through logic too', 'a > 0 or b > 0', [1, 1, null, 1]],
  ['[F5] the branch not taken is not looked at', 'if(a == 4, 0, b)', [10, 20, 0, 40]],
  ['[F5] coalesce looks past it', 'coalesce(b, a)', [10, 20, 4, 40]],
  ['[F5] isblank tells it', 'isblank(b)', [0, 0, 1, 0]],
  ['[F5] count counts what has a value', 'count(b["FY25 Q1":0])', [1, 2, 2, 3]],
  ['[F5] hold keeps the last', 'hold(b)', [10, 20, 20, 40]],
  ['[F6] quarter on quarter', 'qoq(a)', [null, 1, 1, 1]],
  ['[F6] four quarters summed', 'ttm(a)', [null, null, null, 15]],
  ['[F6] the fiscal year to date', 'ytd(a)', [1, 3, 7, 15]],
  ['[F6] from a quarter on; before it no value', 'cumulative(a, "FY25 Q2")', [null, 2, 6, 14]],
  ['[F6] a ramp, its ends held', 'ramp(0, 2, "FY25 Q1", "FY25 Q3") + 0 * a', [0, 1, 2, 2]],
  ['[F6] an amount spread over quarters', 'spread(6, "FY25 Q2", 2) + 0 * a', [0, 3, 3, 0]],
  ['[F6] in a row so far', 'streak(a > 1)', [0, 1, 2, 3]],
  ['[F6] names of the calendar', 'actual * 1000 + fiscal_quarter', [1001, 1002, 3, 4]],
  ['[F6] the fiscal year has four digits', 'fiscal_year + quarter_index - 1', [2025, 2026, 2027, 2028]],
  ['[F7] a line may look at its own past', 'coalesce(x[-1], 0) + a', [1, 3, 7, 15]],
])('%s: %s', (_, formula, expected) => {
  expectColumn(of(formula), expected)
})

test.each([
  ['[F2] no name but a line’s key', 'aa', 'There is no line “aa”. Did you mean “a”?'],
  ['[F2] nothing that is not in the language', 'a = 1', expect.stringContaining('=')],
  ['[F2] no multiplication without its sign', '2 a', expect.stringMatching(/^.*“a”.*$|\*/)],
  ['[F3] no sum of one plain value', 'sum(a)', expect.stringMatching(/ttm\(/)],
  ['[F7] no loop inside a quarter', 'x + 1', expect.stringMatching(/x → x|itself|loop/i)],
])('%s: %s is a Problem', (_, formula, sentence) => {
  expect(refusalOf(formula)).toEqual(sentence)
})

describe('no value has a reason', () => {
  const results = resultsOf(`
    FY25 Q1 to FY26 Q1, actual to FY25 Q2
    a 1 0 . -4 2
    ratio = 1 / a
    after = ratio * 2
    growth = yoy(a)
    mean = a[-2] + ratio`)

  test.each([
    ['[F8] ÷0 is a fault', 'ratio', 'FY25 Q2', 'fault', '÷0'],
    ['[F8] nothing typed is missing, and the root is named', 'ratio', 'FY25 Q3', 'missing', 'needs a in FY25 Q3'],
    [
      '[F8] a fault is passed on with its place',
      'after',
      'FY25 Q2',
      'fault',
      'depends on ratio in FY25 Q2, which is ÷0',
    ],
    ['[F8] a fault outranks missing', 'mean', 'FY25 Q2', 'fault', 'depends on ratio in FY25 Q2, which is ÷0'],
  ])('%s', (_, line, quarter, kind, sentence) => {
    expect(reasonIn(results, line, quarter)).toMatchObject({ kind, sentence })
  })

  test('[F8] growth over a base of zero or less is n.m.', () => {
    const sinking = resultsOf('FY25 Q1 to FY26 Q1\n a -1 1 1 1 2\n growth = yoy(a)')
    expect(reasonIn(sinking, 'growth', 'FY26 Q1')?.kind).toBe('n.m.')
  })
})

test('[F9] a line whose formula is a Problem keeps its typed numbers, and no parent’s formula steps in', () => {
  const results = resultsOf('FY25 Q1 to FY25 Q2\n x 1 = 5\n bull:\n x = 5 +')
  expectColumn(columnOf(results, 'x', 'base'), [1, 5])
  expectColumn(columnOf(results, 'x', 'bull'), [null, null])
  const typed = resultsOf('FY25 Q1 to FY25 Q2\n x 1 = 5 +')
  expectColumn(columnOf(typed, 'x'), [1, null])
  expect(reasonIn(typed, 'x', 'FY25 Q2')?.kind).toBe('fault')
})

test('[S6] a line that is computed from an inherited number follows its parent, quarter by quarter', () => {
  const results = resultsOf('FY25 Q1 to FY25 Q3\n a 1 2 3\n twice = a * 2\n bull:\n a . 5')
  expectColumn(columnOf(results, 'twice', 'base'), [2, 4, 6])
  expectColumn(columnOf(results, 'twice', 'bull'), [2, 10, 6])
})

describe('years', () => {
  const results = resultsOf(`
    FY24 Q4 to FY26 Q1, actual to FY25 Q4
    sales   7 10 20 30 40 50
    debt balance 9 1 2 3 4 5
    gap     1 1 . 1 1 1
    cost    1 5 5 5 5 5
    fixed constant = 3
    margin rate = (sales - cost) / sales
    typed  rate . 1 1 1 1
    shifted rate = sales[-1] / sales
    half rate = 50%
    averaged rate 1 1 1 1 1 1 = half`)

  test.each([
    ['[Y2] a flow sums its quarters', 'sales', 100],
    ['[Y2] and has no year where one is missing', 'gap', null],
    ['[Y3] a balance takes the last quarter', 'debt', 4],
    ['[Y3] a constant is its number', 'fixed', 3],
    ['[Y4] a rate is its formula on the year’s values', 'margin', 0.8], // the mean of the quarters is 0.7396
    ['[Y4] what is typed on a rate does not enter its year', 'averaged', 0.5],
    ['[Y4] a rate without a formula has no year', 'typed', null],
    ['[Y5] nor has one that looks less than years back', 'shifted', null],
  ])('%s', (_, line, value) => {
    const found = yearIn(results, line, 2025)
    if (value === null) expect(found).toBeNull()
    else expect(found).toBeCloseTo(value, 12)
  })

  test('[Y1] a year that is not whole has no value', () => {
    expect(yearIn(results, 'sales', 2024)).toBeNull()
    expect(yearIn(results, 'sales', 2026)).toBeNull()
    expect(yearIn(results, 'debt', 2024)).toBeNull()
  })

  test('[Y5] a year without a value says why', () => {
    const reason = (key: string) => results.explainYear('base', idOf(key), 2025).reason?.sentence
    expect(reason('gap')).toContain('3 of 4 quarters')
    expect(reason('shifted')).toContain('no value for a year')
    expect(reason('typed')).toContain('a year of a rate is its formula')
  })

  test('[Y5] lags of whole years, yoy and ttm have a year', () => {
    const years = resultsOf(`
      FY25 Q1 to FY26 Q4
      a 10 10 10 10 20 20 20 30
      growth rate = yoy(a)
      before rate = a[-4]
      summed rate = ttm(a)`)
    expect(yearIn(years, 'growth', 2026)).toBeCloseTo(90 / 40 - 1, 12)
    expect(yearIn(years, 'before', 2026)).toBe(40)
    expect(yearIn(years, 'summed', 2026)).toBe(90)
    expect(yearIn(years, 'growth', 2025)).toBeNull()
  })
})

test('[E7] an edit to a number gives what a full calculation would', () => {
  const before = modelText('FY25 Q1 to FY25 Q2\n a 1 2\n x = a * 2')
  const after = modelText('FY25 Q1 to FY25 Q2\n a 1 3\n x = a * 2')
  expect(columnOf(calculate(after, calculate(before)), 'x')).toEqual([2, 6])
})
