// Renaming a key rewrites exactly the references to its line; moving the year end, exactly the names of quarters.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textAt, type Span } from '#base/span.ts'
import { checkFormula, isFormulaProblem, type CheckedFormula } from '#formula/check.ts'
import { tokensOf } from '#formula/lexer.ts'
import { renameKey, renameQuarters } from '#formula/rename.ts'
import type { FiscalCalendar } from '#model/fiscalCalendar.ts'
import { randomFormula } from './randomFormula.ts'

const march: FiscalCalendar = { yearEndMonth: 3, yearNamedBy: 'end' }

describe('a key', () => {
  test('is renamed wherever it stands, and nothing that looks like it', () => {
    expect(renameKey('rev[-4] * (1 + rev_yoy) - prev + rev', 'rev', 'sales')).toBe(
      'sales[-4] * (1 + rev_yoy) - prev + sales',
    )
    expect(renameKey('fy26["FY26 Q1"] + 1e5 + e5', 'e5', 'x')).toBe('fy26["FY26 Q1"] + 1e5 + x')
    expect(renameKey('q1["q1"]', 'q1', 'x')).toBe('x["q1"]')
    expect(renameKey('x>5or_x and 5or x', 'or_x', 'y')).toBe('x>5y and 5or x')
  })

  test('is renamed in a formula that is a Problem as well', () => {
    expect(renameKey('rev + # rev "', 'rev', 'sales')).toBe('sales + # sales "')
    expect(renameKey('2rev (1 + rev', 'rev', 'sales')).toBe('2sales (1 + sales')
    expect(renameKey('rév + r', 'r', 'sales')).toBe('rév + sales')
  })

  test('such as constructor is a name like any other', () => {
    expect(renameKey('constructor + $1', 'constructor', '$&')).toBe('$& + $1')
  })

  test('that is a reserved word never stood for its line: the function keeps its name', () => {
    expect(renameKey('sum(a[-3:0]) * actual', 'sum', 'total')).toBe('sum(a[-3:0]) * actual')
    expect(renameKey('sum(a[-3:0]) * actual', 'actual', 'reported')).toBe('sum(a[-3:0]) * actual')
  })
})

/** Keys that are parts of one another, of functions, of numbers, of quarters' names, of words, and of objects. */
const keys = ['rev', 'prev', 'rev_yoy', 'sums', 'ttm_rev', 'e5', 'mar', 'q2', 'fy25', 'actuals', 'constructor', 'or_x']
const newKeys = ['sales', 'revenue', 'rev2', 'r', 'fy26', 'e6', 'valueof', 'x']

const runs = { numRuns: 4000, seed: 20251127 }

const check = (text: string, names: readonly string[], ids: readonly string[]): CheckedFormula => {
  const result = checkFormula(text, { keys: new Map(names.map((key, at) => [key, ids[at] ?? ''])), calendar: march })
  if (isFormulaProblem(result)) throw new Error(`${text}: ${result.sentence}`)
  return result
}

const bare = (value: unknown): string =>
  JSON.stringify(value, (name, each: unknown) => (name === 'span' ? undefined : each))

/** A random formula over keys that are easily taken for something else. */
const formula = fc
  .tuple(randomFormula, fc.shuffledSubarray(keys, { minLength: 4, maxLength: 4 }))
  .map(([text, [a = '', b = '', c = '', d = '']]) => {
    const named: Readonly<Record<string, string>> = { a, b, c, d }
    return text.replace(/"[^"]*"|\b[abcd]\b/g, (word) => named[word] ?? word.toLowerCase())
  })

describe('laws', () => {
  test('[F12] after a key is renamed the tree is the same, and every other character stands where it stood', () => {
    fc.assert(
      fc.property(formula, fc.constantFrom(...keys), fc.constantFrom(...newKeys), (text, from, to) => {
        const renamed = renameKey(text, from, to)
        const before = check(text, keys, keys)
        const after = check(
          renamed,
          keys.map((key) => (key === from ? to : key)),
          keys,
        )
        expect(bare(after.tree)).toBe(bare(before.tree))
        // By hand: each place that refers to the line, with its parentheses, and the text between as it was.
        const spans = before.references.filter(({ line }) => line === from).map(({ span }) => span)
        const inOrder: readonly Span[] = [...new Map(spans.map((span) => [span.start, span])).values()]
        let expected = ''
        let end = 0
        for (const span of [...inOrder].sort((left, right) => left.start - right.start)) {
          expected += text.slice(end, span.start) + textAt(text, span).replace(from, to)
          end = span.end
        }
        expect(renamed).toBe(expected + text.slice(end))
        expect(renameKey(renamed, to, from)).toBe(text)
      }),
      runs,
    )
  })

  test('[F12] whatever the text, the tokens are the same but for that name', () => {
    const piece = fc.constantFrom(
      ...keys,
      '5',
      '.5',
      '1e5',
      '2.5%',
      '"mar-25"',
      '"',
      '(',
      ')',
      '[',
      ' ',
      '-',
      'and',
      'é',
    )
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, fc.constantFrom(...keys), (each, from) => {
        const renamed = renameKey(each, from, 'sales')
        if (!isReadable(each)) return
        const expected = tokensOf(each).map((token) =>
          token.kind === 'name' && token.text === from ? 'sales' : token.text,
        )
        expect(tokensOf(renamed).map((token) => token.text)).toEqual(expected)
      }),
      runs,
    )
  })
})

const isReadable = (text: string): boolean => {
  try {
    tokensOf(text)
    return true
  } catch {
    return false
  }
}

describe('quarters', () => {
  const december: FiscalCalendar = { yearEndMonth: 12, yearNamedBy: 'end' }

  test.each([
    ['keep their place in the calendar', 'x["FY26 Q2"] + y[" 2qfy26 "]', 'x["FY25 Q3"] + y["FY25 Q3"]'],
    [
      'named by the month stay',
      'x["2025-09"] + y["Sep-25"] + z["Sep 2025"]',
      'x["2025-09"] + y["Sep-25"] + z["Sep 2025"]',
    ],
    ['of another century keep it', 'x["FY2071 Q1"]', 'x["2070-06"]'],
    ['that are none stay', 'x["not one"] + fy26 + "FY26', 'x["not one"] + fy26 + "FY26'],
    [
      'in windows and functions too',
      'sum(x["FY26 Q4":0]) + spread(1, "FY26 Q4", 2)',
      'sum(x["FY26 Q1":0]) + spread(1, "FY26 Q1", 2)',
    ],
  ])('[F12] %s', (_, text, renamed) => {
    expect(renameQuarters(text, march, december)).toBe(renamed)
  })

  test('[F12] keep their names where the new quarters end in other months', () => {
    expect(renameQuarters('x["FY26 Q2"]', march, { yearEndMonth: 4, yearNamedBy: 'end' })).toBe('x["FY26 Q2"]')
  })

  test('[F12] a formula means the same quarters after the year end has moved by whole quarters', () => {
    const calendar = fc.record({
      yearEndMonth: fc.constantFrom(3, 6, 9, 12),
      yearNamedBy: fc.constantFrom('end' as const, 'start' as const),
    })
    fc.assert(
      fc.property(randomFormula, calendar, (text, to) => {
        const scope = { keys: new Map(['a', 'b', 'c', 'd'].map((key) => [key, key])) }
        const before = checkFormula(text, { ...scope, calendar: march })
        const after = checkFormula(renameQuarters(text, march, to), { ...scope, calendar: to })
        expect(bare(after)).toBe(bare({ ...before, text: renameQuarters(text, march, to) }))
        expect(isFormulaProblem(after)).toBe(false)
      }),
      runs,
    )
  })
})
