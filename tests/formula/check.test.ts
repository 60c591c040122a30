// From text to tree: precedence, ranges, references; and laws of checking over random texts.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textAt } from '#base/span.ts'
import { checkFormula, isFormulaProblem, type CheckedFormula } from '#formula/check.ts'
import { readConstant } from '#formula/constant.ts'
import { partsOf, type Tree } from '#formula/tree.ts'
import { randomFormula, randomKeys } from './randomFormula.ts'

const keys = new Map([...randomKeys, 'x', 'y', 'z', 'capex'].map((key) => [key, key]))
const calendar = { yearEndMonth: 3, yearNamedBy: 'end' } as const

const checked = (text: string, names: ReadonlyMap<string, string> = keys): CheckedFormula => {
  const result = checkFormula(text, { keys: names, calendar })
  if (isFormulaProblem(result)) throw new Error(`${text}: ${result.sentence}`)
  return result
}

/** The tree without its ranges, to compare. */
const bare = (tree: Tree): unknown =>
  JSON.parse(JSON.stringify(tree, (name, value: unknown) => (name === 'span' ? undefined : value)))

describe('precedence: what a formula reads as', () => {
  test.each<[string, string]>([
    ['x + y * z', 'x + (y * z)'],
    ['x - y - z', '(x - y) - z'],
    ['x / y * z', '(x / y) * z'],
    ['-x^2', '-(x^2)'],
    ['-x * y', '(-x) * y'],
    ['x * -y^2', 'x * (-(y^2))'],
    ['x^y^z', 'x^(y^z)'],
    ['x^-y^z', 'x^(-(y^z))'],
    ['-x[-1]', '-(x[-1])'],
    ['x^y[-1]', 'x^(y[-1])'],
    ['x + y < z * 2', '(x + y) < (z * 2)'],
    ['not x == y', 'not (x == y)'],
    ['not x < y and z', '(not (x < y)) and z'],
    ['x and not y or z', '(x and (not y)) or z'],
    ['not x + y', 'not (x + y)'],
    ['not not x == y', 'not (not (x == y))'],
    ['x or y and z', 'x or (y and z)'],
    ['x or y ? 1 : 2', '(x or y) ? 1 : 2'],
    ['not x ? not y : not z', '(not x) ? (not y) : (not z)'],
    ['x ? y : z ? 1 : 2', 'x ? y : (z ? 1 : 2)'],
    ['x ? y ? 1 : 2 : 3', 'x ? (y ? 1 : 2) : 3'],
    ['x ? y ? 1 : 2 : z ? 3 : 4', 'x ? (y ? 1 : 2) : (z ? 3 : 4)'],
    ['x ? 1 : 2 + 3', 'x ? 1 : (2 + 3)'],
    ['max(not x, y ? 1 : 2, z)', 'max((not x), (y ? 1 : 2), z)'],
    ['if(x, y, z)', 'x ? y : z'],
    ['lag(x, 2)', 'x[-2]'],
    ['lead(x, 2)', 'x[+2]'],
    ['=x', 'x'],
    ['=+x', 'x'],
    [' = + x', 'x'],
    ['=-x', '-x'],
    ['x["FY26 Q2"]', 'x["Sep 2025"]'],
  ])('%s is %s', (text, meant) => {
    // A run of one rank is one node, so parentheses around its first part are left to the evaluator's tests.
    if (/^\(x [-/] y\)/.test(meant)) expect(checked(text).tree.kind).toBe('chain')
    else expect(bare(checked(text).tree)).toEqual(bare(checked(meant).tree))
  })
})

describe('references', () => {
  const looks = (text: string): readonly string[] =>
    checked(text).references.map(({ line, from, to, span }) => {
      const end = (each: typeof from): string => ('lag' in each ? String(each.lag) : each.quarter)
      return `${line} ${end(from)}..${end(to)} at ${textAt(text, span)}`
    })

  test.each<[string, readonly string[]]>([
    ['x + y[-4]', ['x 0..0 at x', 'y -4..-4 at y']],
    ['(x - y[-1])[-4]', ['x -4..-4 at x', 'y -5..-5 at y']],
    ['x["FY26 Q2"]', ['x 2025-09..2025-09 at x']],
    ['(x[-1])["FY26 Q2"]', ['x 2025-06..2025-06 at x']],
    ['sum(x[-3:1])', ['x -3..1 at x']],
    ['sum(x["FY26 Q2":0])', ['x 2025-09..0 at x']],
    ['sum((x[-1])[-3:0])[-4]', ['x -8..-5 at x']],
    ['yoy(x)', ['x -4..0 at x']],
    ['ttm(x)[-4]', ['x -7..-4 at x']],
    ['qoq(x[+1])', ['x 0..1 at x']],
    ['cagr(x, 3)', ['x -12..0 at x']],
    ['cumulative(x[-1], "FY26 Q1")', ['x -Infinity..-1 at x']],
    ['ramp(x, y, "FY26 Q1", "FY26 Q2")', ['x 0..0 at x', 'y 0..0 at y']],
    ['if(x, y, z)', ['x 0..0 at x', 'y 0..0 at y', 'z 0..0 at z']],
    ['x + x', ['x 0..0 at x', 'x 0..0 at x']],
    ['actual + 1', []],
  ])('%s', (text, expected) => {
    expect(looks(text)).toEqual(expected)
  })
})

describe('constants', () => {
  test.each<[string, number]>([
    ['5', 5],
    ['=5', 5],
    ['-1.0%', -0.01],
    ['+2', 2],
    ['=-2', -2],
    [' .5 ', 0.5],
    ['1e+21', 1e21],
    [String(1.5e-7), 1.5e-7],
  ])('%s is %d', (text, value) => {
    expect(readConstant(text)).toBe(value)
  })

  test.each(['', '-', '1 + 1', '- -1', 'x', '(5)', '5 5', '"5"', '1,000'])('%s is none', (text) => {
    expect(readConstant(text)).toMatchObject({ kind: 'constant', span: { start: 0, end: text.length } })
  })
})

describe('laws', () => {
  const pieces = fc.constantFrom(
    ...'x y 1 2.5 10% ( ) [ ] , : ? + - * / ^ == < and or not -1 [-1] ["FY26 Q2"] [-3:0] sum( ttm( round( "FY26 Q1" = % e to # sum x[-1 :'.split(
      ' ',
    ),
  )

  test('any text is a formula or a Problem with a range inside it', () => {
    const text = fc.oneof(
      fc.array(pieces, { maxLength: 12 }).map((each) => each.join(' ')),
      fc.array(pieces, { maxLength: 8 }).map((each) => each.join('')),
      fc.string(),
    )
    fc.assert(
      fc.property(text, (each) => {
        const result = checkFormula(each, { keys, calendar })
        if (!isFormulaProblem(result)) return
        const { start, end } = result.span
        expect(start >= 0 && start <= end && end <= each.length, `${each}: ${start} to ${end}`).toBe(true)
        expect(result.sentence).toMatch(/^\S[^]*[.?]$/)
      }),
      { numRuns: 20000, seed: 20251125 },
    )
  })

  test('the text of each part of a formula, read alone, is that part', () => {
    fc.assert(
      fc.property(randomFormula, (text) => {
        const visit = (tree: Tree): void => {
          expect(bare(checked(textAt(text, tree.span)).tree)).toEqual(bare(tree))
          for (const part of partsOf(tree)) visit(part)
        }
        visit(checked(text).tree)
      }),
      { numRuns: 1000, seed: 20251125 },
    )
  })

  test('formulas alike in shape do not share what differs', () => {
    expect(bare(checked('x[-1] + y').tree)).not.toEqual(bare(checked('y[-2] + x').tree))
    expect(bare(checked('x + 26%').tree)).not.toEqual(bare(checked('x + 27%').tree))
  })
})
