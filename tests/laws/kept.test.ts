// What the laws found once, each as the smallest model that showed it, with numbers worked out by hand. The seed is the one
// that found it; a seed makes another model whenever the generator changes, a text does not.

import { describe, expect, test } from 'vitest'
import { quartersOf } from '#model/timeline.ts'
import { columnOf, idOf, modelText } from '../support/modelText.ts'
import { differenceIn } from './bits.ts'
import { compiled, oracle } from './evaluators.ts'

type Kept = {
  readonly what: string
  readonly model: string
  readonly key: string
  readonly column: readonly (number | null)[]
}

/** 1 to 28, one a quarter from FY20 Q1 on. */
const counted = Array.from({ length: 28 }, (_, at) => at + 1)

const kept: readonly Kept[] = [
  {
    // From the 21st quarter on 21 values, the first and the last of them, and 1: 21 + 1 + 21 + 1, then two more each quarter.
    what: 'two formulas that differ in a number which a long window needs too share no code',
    model: `FY20 Q1 to FY26 Q4
      a ${counted.join(' ')}
      five = count(a[-20:0]) + (a[-20] + a + 5)
      one = count(a[-20:0]) + (a[-20] + a + 1)`,
    key: 'one',
    column: counted.map((number) => (number < 21 ? null : 44 + 2 * (number - 21))),
  },
  {
    // Before FY25 Q4 the line has no value there to look at; 1e309 is none either. 7 is typed, and 70 follows from it.
    what: 'a fixed quarter of its own is still empty where a loop is computed again',
    model:
      'FY25 Q1 to FY26 Q1\n a 1e308 . . 7 = coalesce(a["FY25 Q4"], a[-1]) * 10 + b[-1] * 0\n b = coalesce(1 / a, 5)',
    key: 'a',
    column: [1e308, null, null, 7, 70],
  },
  {
    // 1e309 is no number that a line can hold, so there is nothing to divide by; 1 over infinity would be 0.
    what: 'what grows too large round a loop is no value to the next line',
    model: 'FY25 Q1 to FY26 Q1\n a 1e308 . . 7 = a[-1] * 10 + b[-1] * 0\n b = coalesce(1 / a, 5)',
    key: 'b',
    column: [1 / 1e308, 5, 5, 1 / 7, 1 / 70],
  },
  {
    what: 'seed 10845: a window wholly before the timeline counts nothing',
    model: 'FY25 Q1 to FY25 Q1\n z = count((0.5)[-4:-1])',
    key: 'z',
    column: [0],
  },
  {
    what: 'a window wholly before the timeline counts nothing, of a line',
    model: 'FY25 Q1 to FY25 Q3\n a 1 2 3\n z = count(a[-8:-4])',
    key: 'z',
    column: [0, 0, 0],
  },
  {
    what: 'seed 1063: a window wholly after the timeline counts nothing',
    model: 'FY25 Q1 to FY25 Q2\n a 1 2\n z = count(a[31:45])',
    key: 'z',
    column: [0, 0],
  },
  {
    what: 'a window from the first quarter to one before it counts nothing',
    model: 'FY25 Q1 to FY25 Q3\n a 1 2 3\n z = count(a["FY25 Q1":-12])',
    key: 'z',
    column: [0, 0, 0],
  },
  {
    what: 'a year to date looked at before the timeline',
    model: 'FY25 Q1 to FY25 Q2\n a 1 2\n z = ytd(a)[-1] + 1',
    key: 'z',
    column: [null, 2],
  },
  {
    what: 'single quarters of a filing looked at before the timeline',
    model: 'FY25 Q1 to FY25 Q2\n a 1 3\n z = decumulate(a)[-1] + 1',
    key: 'z',
    column: [null, 2],
  },
]

describe.each(kept.map((each) => [each.what, each] as const))('%s', (_, { model: text, key, column }) => {
  const model = modelText(text)

  test('is what was worked out, by every evaluator', () => {
    expect(columnOf(oracle.calculate(model), key)).toEqual(column)
    expect(columnOf(compiled.calculate(model), key)).toEqual(column)
    expect(differenceIn(oracle.calculate(model), compiled.calculate(model))).toBeNull()
  })

  test('has a reason where it has no value', () => {
    const results = compiled.calculate(model)
    for (const [at, quarter] of quartersOf(model.timeline).entries()) {
      const { reason } = results.explain('base', idOf(key), quarter)
      expect(reason === null).toBe(column[at] !== null)
    }
  })
})
