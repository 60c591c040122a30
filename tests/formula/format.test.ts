// Formulas print in canonical form: read back, the text is the same tree, and no parenthesis could be left out.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkFormula, isFormulaProblem } from '#formula/check.ts'
import { formatFormula } from '#formula/format.ts'
import { functionTable } from '#formula/functionTable.ts'
import type { Tree } from '#formula/tree.ts'
import type { FiscalCalendar } from '#model/fiscalCalendar.ts'
import { randomFormula, randomKeys } from './randomFormula.ts'

const names = [...randomKeys, 'x', 'y', 'z', 'revenue', 'constructor']
const ids = new Map(names.map((key) => [key, `id of ${key}`]))
const keys = new Map(names.map((key) => [`id of ${key}`, key]))
const march: FiscalCalendar = { yearEndMonth: 3, yearNamedBy: 'end' }
const runs = { numRuns: 5000, seed: 20251126 }

const read = (text: string, calendar = march): Tree => {
  const result = checkFormula(text, { keys: ids, calendar })
  if (isFormulaProblem(result)) throw new Error(`${text}: ${result.sentence}`)
  return result.tree
}

const printed = (text: string, calendar = march): string => formatFormula(read(text, calendar), keys, calendar)

/** The tree without its ranges, to compare. */
const bare = (tree: Tree): string =>
  JSON.stringify(tree, (name, value: unknown) => (name === 'span' ? undefined : value))

describe('[F11] canonical form', () => {
  test.each<[typed: string, canonical: string]>([
    ['=+ x*( 1+y )', 'x * (1 + y)'],
    ['((x))', 'x'],
    ['(x*y)+z', 'x * y + z'],
    ['x-(y-z)', 'x - (y - z)'],
    ['(x-y)-z', '(x - y) - z'],
    ['x/(y*z)', 'x / (y * z)'],
    ['-(x^2)', '-x^2'],
    ['(-x)^2', '(-x)^2'],
    ['(x^y)^z', '(x^y)^z'],
    ['x^(y^z)', 'x^y^z'],
    ['x^(-1)', 'x^-1'],
    ['-(x*y)', '-(x * y)'],
    ['(-x)*y', '-x * y'],
    ['x - (-y)', 'x - -y'],
    ['not (x==y)', 'not x == y'],
    ['(not x)==y', '(not x) == y'],
    ['(x<y)<z', '(x < y) < z'],
    ['x<y<=z', 'x < y <= z'],
    ['(x and y) or (not z)', 'x and y or not z'],
    ['x and (y or z)', 'x and (y or z)'],
    ['(x and y) and z', '(x and y) and z'],
    ['lag(x,4)', 'x[-4]'],
    ['lead(x, 1)', 'x[+1]'],
    ['x[1]', 'x[+1]'],
    ['x[-0]', 'x[0]'],
    ['lag(x-y,1)', '(x - y)[-1]'],
    ['lag(lag(x,1),4)', 'x[-1][-4]'],
    ['(5)[-1]', '(5)[-1]'],
    ['((actual))[-1]', '(actual)[-1]'],
    ['lag(-x, 1)', '(-x)[-1]'],
    ['yoy( x )[-4]', 'yoy(x)[-4]'],
    ['x?y:z', 'if(x, y, z)'],
    ['x ? y : z ? 1 : 2', 'if(x, y, if(z, 1, 2))'],
    ['(x ? y : z)[-1] * 2', 'if(x, y, z)[-1] * 2'],
    ['sum((x)[-3:0])', 'sum(x[-3:0])'],
    ['sum((x[-1])[-3:1])', 'sum(x[-1][-3:+1])'],
    ['mean((x-y)["2QFY26":0])', 'mean((x - y)["FY26 Q2":0])'],
    ['x["2025-09"]', 'x["FY26 Q2"]'],
    ['cumulative(x,"Sep-25")', 'cumulative(x, "FY26 Q2")'],
    ['ramp(x,y,"Q1FY26","Q2 FY2026")', 'ramp(x, y, "FY26 Q1", "FY26 Q2")'],
    ['spread(x,"FY2070 Q1",03)', 'spread(x, "2069-06", 3)'],
    ['round(x,-0)', 'round(x, 0)'],
    ['26%', '26%'],
    ['.50', '0.5'],
    ['007', '7'],
    ['1.5E3', '1500'],
    ['.5e-1%', '0.05%'],
    ['0.0000001', '1e-7'],
    ['1e+21', '1e21'],
    ['50000000000000000000000', '5e22'],
  ])('[F11] %s prints as %s', (typed, canonical) => {
    expect(printed(typed)).toBe(canonical)
    expect(printed(canonical)).toBe(canonical)
  })

  test('a quarter is named in the calendar given', () => {
    const tree = read('x["2025-09"]')
    expect(formatFormula(tree, keys, { yearEndMonth: 12, yearNamedBy: 'end' })).toBe('x["FY25 Q3"]')
    expect(formatFormula(tree, keys, { yearEndMonth: 3, yearNamedBy: 'start' })).toBe('x["FY25 Q2"]')
  })

  test('a lag of any length is printed in digits', () => {
    expect(printed('x[-100000000000000000000000]')).toMatch(/^x\[-\d{23,24}\]$/)
    expect(bare(read(printed('x[-1234567890123456789012345]')))).toBe(bare(read('x[-1234567890123456789012345]')))
  })

  test('the examples of the function table are in canonical form, but for the other spellings of a lag', () => {
    for (const { name, examples } of functionTable)
      for (const { formula, given } of examples) {
        const own = new Map(Object.keys(given).map((key) => [key, key]))
        const result = checkFormula(formula, { keys: own, calendar: march })
        if (isFormulaProblem(result)) throw new Error(result.sentence)
        if (name !== 'lag' && name !== 'lead') expect(formatFormula(result.tree, own, march)).toBe(formula)
      }
  })
})

describe('laws', () => {
  test('[F11] read back, a printed formula is the same tree; printed again, the same text', () => {
    fc.assert(
      fc.property(randomFormula, (text) => {
        const canonical = printed(text)
        expect(bare(read(canonical)), canonical).toBe(bare(read(text)))
        expect(printed(canonical)).toBe(canonical)
      }),
      runs,
    )
  })

  test('[F11] without any one pair of its parentheses a printed formula would be another, or none', () => {
    fc.assert(
      fc.property(randomFormula, (text) => {
        const canonical = printed(text)
        for (const without of withoutOnePair(canonical)) {
          const result = checkFormula(without, { keys: ids, calendar: march })
          expect(isFormulaProblem(result) || bare(result.tree) !== bare(read(canonical)), without).toBe(true)
        }
      }),
      runs,
    )
  })

  test('[F11] blanks, a leading = and more parentheses change nothing', () => {
    fc.assert(
      fc.property(randomFormula, fc.constantFrom('', ' ', '\t', '\n  '), (text, blank) => {
        const spaced = text.replaceAll(
          /("[^"]*")|(?<=[-+*/^(),?:[\]<>]) ?(?![=>])/g,
          (_, quoted?: string) => quoted ?? blank,
        )
        const loose = `=${blank}(${spaced}${blank})`
        expect(printed(loose)).toBe(printed(text))
      }),
      runs,
    )
  })

  test('[F11] any number reads back to the same double, with its % and without', () => {
    const value = fc.double({ noNaN: true, noDefaultInfinity: true, min: 0 })
    fc.assert(
      fc.property(value, fc.boolean(), (each, isPercent) => {
        const typed = `${each}${isPercent ? '%' : ''}`
        const canonical = printed(typed)
        expect(bare(read(canonical))).toBe(bare(read(typed)))
        expect(printed(canonical)).toBe(canonical)
        expect(canonical.length).toBeLessThanOrEqual(typed.length + 1)
      }),
      runs,
    )
  })
})

/** The text without each of the pairs of parentheses that group. */
const withoutOnePair = (text: string): readonly string[] =>
  [...text.matchAll(/(?<!\w)\(/g)].map(({ index }) => {
    let depth = 0
    let end = index
    do {
      depth += text[end] === '(' ? 1 : text[end] === ')' ? -1 : 0
      end += 1
    } while (depth > 0)
    return `${text.slice(0, index)} ${text.slice(index + 1, end - 1)} ${text.slice(end)}`
  })
