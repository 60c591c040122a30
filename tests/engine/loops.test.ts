// Loops: what may refer to what, judged by what formulas look at and never by what is typed.

import { describe, expect, test } from 'vitest'
import { textAt } from '#base/span.ts'
import type { Results } from '#engine/results.ts'
import { columnOf, expectColumn, idOf, resultsOf } from '../support/modelText.ts'

const timeline = 'FY25 Q1 to FY25 Q4\n'

/** The Problem of a line, as its marked text and its sentence; null where it has none. */
const problemOf = (results: Results, key: string, scenario = 'base'): readonly [string, string] | null => {
  const found = results.problemOf(scenario, idOf(key))
  if (found?.place.at !== 'formula') return null
  const base = results.model.lines.find((line) => line.key === key)?.formula ?? ''
  const own = results.model.scenarios.find(({ id }) => id === scenario)?.formulas.get(idOf(key))
  return [textAt(own ?? base, found.place.span), found.sentence]
}

describe('loops that go back in time', () => {
  test('a line refers to its own past', () => {
    const results = resultsOf(`${timeline} a 10 = a[-1] * 2`)
    expect(results.problems).toEqual([])
    expectColumn(columnOf(results, 'a'), [10, 20, 40, 80])
  })

  test('lines refer to each other’s past, in whatever order they stand', () => {
    const results = resultsOf(`${timeline}
      debt     100 = debt[-1] + interest - payment
      payment  = interest + 10
      interest = debt[-1] * 0.1`)
    expect(results.problems).toEqual([])
    expectColumn(columnOf(results, 'debt'), [100, 90, 80, 70])
    expectColumn(columnOf(results, 'payment'), [null, 20, 19, 18])
  })

  test('a line may sum all its own past', () => {
    const results = resultsOf(`${timeline} a 1 = sum(a["FY25 Q1":-1])\n b = cumulative(b[-1])`)
    expect(results.problems).toEqual([])
    expectColumn(columnOf(results, 'a'), [1, 1, 2, 4])
    expectColumn(columnOf(results, 'b'), [null, null, null, null])
  })

  test('lines outside the loop may be read at any quarter', () => {
    const results = resultsOf(`${timeline} a 1 = a[-1] + b[+1] + b["FY25 Q4"]\n b 1 2 3 4`)
    expect(results.problems).toEqual([])
    expectColumn(columnOf(results, 'a'), [1, 8, 16, null])
  })

  test('a fixed quarter of the line itself is read from later quarters only', () => {
    const results = resultsOf(`${timeline}
      a 10 20 = a["FY25 Q2"] + 1
      b 10 . 30 = b["FY25 Q3"] + 1
      c 10 . . 40 = count(c["FY25 Q3":"FY25 Q4"])`)
    expect(results.problems).toEqual([])
    expectColumn(columnOf(results, 'a'), [10, 20, 21, 21])
    expectColumn(columnOf(results, 'b'), [10, null, 30, 31]) // in Q2 the third quarter is still to come, though typed
    expectColumn(columnOf(results, 'c'), [10, 0, 0, 40])
  })

  test('the quarters of cumulative, ramp and spread are no fixed quarters', () => {
    const results = resultsOf(`${timeline} a 1 = cumulative(b, "FY25 Q1")\n b 1 = a[-1]`)
    expect(results.problems).toEqual([])
    expectColumn(columnOf(results, 'a'), [1, 2, 4, 8])
  })

  test('a window that ends before it starts looks at nothing', () => {
    const results = resultsOf(`${timeline} a = count(a[0:-1])\n b = count(b[3:1])`)
    expect(results.problems).toEqual([])
    expectColumn(columnOf(results, 'a'), [0, 0, 0, 0])
  })
})

test('what a call came to for one quarter is not taken for another', () => {
  const results = resultsOf(`${timeline} a . 20 = count((max(a["FY25 Q2"], 0))[-1:1])`)
  expectColumn(columnOf(results, 'a'), [0, 20, 3, 2])
})

describe('loops that are Problems', () => {
  test('a line that needs itself in the same quarter', () => {
    const results = resultsOf(`${timeline} a 1 2 = 1 + a`)
    expect(problemOf(results, 'a')).toEqual([
      'a',
      '“a” needs itself in the same quarter. Look at an earlier one, such as a[-1].',
    ])
    expectColumn(columnOf(results, 'a'), [1, 2, null, null])
  })

  test('a loop inside a quarter is listed in order, on every line of it, whatever is typed', () => {
    const results = resultsOf(`${timeline}
      a 1 2 3 4 = c + 1
      b = a * 2
      c = b - d
      d = a[-1]
      e = a`)
    expect(problemOf(results, 'a')?.[1]).toBe(
      'a → c → b → a is a loop inside one quarter. Let one of them look at an earlier quarter.',
    )
    expect(problemOf(results, 'b')?.[1]).toContain('b → a → c → b')
    expect(problemOf(results, 'c')?.[1]).toContain('c → b → a → c')
    expect(problemOf(results, 'd')).toBeNull()
    expect(problemOf(results, 'e')).toBeNull()
    expectColumn(columnOf(results, 'a'), [1, 2, 3, 4])
    expectColumn(columnOf(results, 'b'), [null, null, null, null])
    expectColumn(columnOf(results, 'd'), [null, 1, 2, 3])
  })

  test('ttm and a window that ends now look at this quarter', () => {
    const results = resultsOf(`${timeline} a = ttm(a)\n b = sum(b[-3:0])\n c = sum(c["FY25 Q1":0])\n d = if(0, d, 1)`)
    expect(results.problems.map(({ kind }) => kind)).toEqual(['loop', 'loop', 'loop', 'loop'])
  })

  test('of two Problems in one line, the loop inside a quarter is told', () => {
    const results = resultsOf(`${timeline} a = a[+1] + a`)
    expect(problemOf(results, 'a')?.[1]).toMatch(/^“a” needs itself in the same quarter/)
  })

  test('a look ahead inside a loop is the Problem of the line that looks', () => {
    const results = resultsOf(`${timeline}
      a 1 = b[-2]
      b 5 = a[+1] + 1
      own = own[+1]`)
    expect(problemOf(results, 'a')).toBeNull()
    expect(problemOf(results, 'b')).toEqual([
      'a',
      '“b” looks ahead at “a”, which depends on “b” in turn: inside a loop a formula may only look back.',
    ])
    expect(problemOf(results, 'own')?.[1]).toBe(
      '“own” looks ahead at itself: inside a loop a formula may only look back.',
    )
    expectColumn(columnOf(results, 'a'), [1, null, 5, null])
    expectColumn(columnOf(results, 'b'), [5, null, null, null])
  })

  test('a fixed quarter of another line inside a loop is the Problem of the line that looks', () => {
    const results = resultsOf(`${timeline}
      a 1 = b[-1]
      b 5 = a["FY25 Q1"] + 1
      c 1 = sum(d["FY25 Q1":-1])
      d 1 = c[-1]`)
    expect(problemOf(results, 'b')?.[1]).toBe(
      '“b” looks at a fixed quarter of “a”, which depends on “b” in turn: inside a loop only a line itself may be looked at so.',
    )
    expect(problemOf(results, 'a')).toBeNull()
    expect(problemOf(results, 'c')).not.toBeNull()
    expect(problemOf(results, 'd')).toBeNull()
  })

  test('a loop that a child inherits is listed once, as its parent’s', () => {
    const results = resultsOf(`${timeline} a = a\n bull:\n wild under bull:`)
    expect(results.problems.map(({ place }) => place.at === 'formula' && place.scenario)).toEqual(['base'])
    expect(results.problemOf('wild', idOf('a'))?.kind).toBe('loop')
  })

  test('loops are judged per scenario', () => {
    const results = resultsOf(`${timeline}
      a = b
      b 1 2 3 4
      bull:
      a =
      b = a
      bear:
      b = a`)
    expect(results.problemOf('base', idOf('a'))).toBeNull()
    expect(results.problemOf('bull', idOf('b'))).toBeNull()
    expect(problemOf(results, 'a', 'bear')?.[1]).toContain('a → b → a')
    expect(results.problems).toHaveLength(2)
    expect(results.problems.map(({ place }) => place.at === 'formula' && place.scenario)).toEqual(['bear', 'bear'])
    expectColumn(columnOf(results, 'a', 'base'), [1, 2, 3, 4])
    expectColumn(columnOf(results, 'a', 'bear'), [null, null, null, null])
  })
})

describe('size', () => {
  test('a chain of two thousand lines and a sum of a thousand terms overflow nothing', () => {
    const lines = Array.from({ length: 2000 }, (_, at) =>
      at === 0 ? 'x0 rate = 1' : `x${at} rate = x${at - 1} + 1`,
    ).reverse()
    const results = resultsOf(`${timeline} ${lines.join('\n')}\n s = ${Array(1900).fill('1').join('+')}`)
    expect(results.problems).toEqual([])
    expect(columnOf(results, 'x1999')[3]).toBe(2000)
    expect(results.yearOf('base', idOf('x1999'), 2025)).toBe(2000)
    expect(columnOf(results, 's')[0]).toBe(1900)
  })
})
