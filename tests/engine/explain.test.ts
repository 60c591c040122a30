// Why a cell has no value, what it was computed with, and its formula with the numbers in.

import { describe, expect, test } from 'vitest'
import type { NumberFormat } from '#engine/results.ts'
import { idOf, reasonIn, resultsOf } from '../support/modelText.ts'

describe('reasons', () => {
  const results = resultsOf(`
    FY25 Q1 to FY26 Q2, actual to FY26 Q1
    revenue  100 110 120 130 140
    capex    10 . 12 13 14
    zero     0 0 0 0 0 0
    loss     -5 -5 -5 -5 5 5
    direct   = capex + revenue
    indirect = direct * 2
    share    = revenue / zero
    of_share = share + 1
    deep     = of_share
    trailing = ttm(capex)
    window   = mean(capex[-1:0])
    both     = capex + share
    grown    = yoy(loss)
    on_grown = grown + 1
    heavy    = capex + grown
    heaviest = capex + grown + share
    chosen   = if(capex > 0, share, 1)
    untaken  = if(revenue > 0, capex, share)
    passed   = coalesce(capex, share)
    found    = coalesce(share, capex)
    held     = hold(1 / zero)
    rate     constant
    uses     = rate * 2
    huge     = 1e308 * revenue
    on_huge  = huge
    negative = log(loss)
    root     = (0 - revenue)^0.5
    ends     = sum(revenue[0:-1])
    begins   = cumulative(revenue, "FY26 Q1")
    on_begins = begins
    outer    = (5)[-1]
    two      = capex + consensus
    consensus
    self     1 . . . 7 = self["FY26 Q1"]
    late     = (capex - revenue)[+1]
    ancient  = capex[-400]
    run      = revenue / zero / capex
    run_late = capex / revenue / zero
    boundless = yoy(1e308 * revenue)
    endless  = cagr(1e308 * revenue, 1)`)

  test.each<[string, string, string, string]>([
    ['capex', 'FY25 Q2', 'missing', 'nothing is typed here and there is no formula'],
    ['direct', 'FY25 Q2', 'missing', 'needs capex in FY25 Q2'],
    ['indirect', 'FY25 Q2', 'missing', 'needs capex in FY25 Q2'],
    ['share', 'FY25 Q1', 'fault', '÷0'],
    ['of_share', 'FY25 Q1', 'fault', 'depends on share in FY25 Q1, which is ÷0'],
    ['deep', 'FY25 Q1', 'fault', 'depends on share in FY25 Q1, which is ÷0'],
    ['trailing', 'FY25 Q4', 'missing', '3 of 4 quarters: needs capex in FY25 Q2'],
    ['trailing', 'FY25 Q1', 'missing', '1 of 4 quarters: needs capex in FY24 Q2, before the timeline'],
    ['window', 'FY25 Q3', 'missing', '1 of 2 quarters: needs capex in FY25 Q2'],
    ['both', 'FY25 Q2', 'fault', 'depends on share in FY25 Q2, which is ÷0'],
    // In a run of operators each is an operation: ÷0 is a fault whatever comes after, and needs both its sides.
    ['run', 'FY25 Q2', 'fault', '÷0'],
    ['run_late', 'FY25 Q2', 'missing', 'needs capex in FY25 Q2'],
    ['boundless', 'FY26 Q1', 'fault', 'this is not a number'],
    ['endless', 'FY26 Q1', 'fault', 'this is not a number'],
    ['grown', 'FY26 Q1', 'n.m.', 'n.m.: growth over a base of zero or less'],
    ['grown', 'FY25 Q1', 'missing', 'needs loss in FY24 Q1, before the timeline'],
    ['on_grown', 'FY26 Q1', 'n.m.', 'depends on grown in FY26 Q1, which is n.m.'],
    ['heavy', 'FY26 Q2', 'n.m.', 'depends on grown in FY26 Q2, which is n.m.'],
    ['heaviest', 'FY26 Q1', 'fault', 'depends on share in FY26 Q1, which is ÷0'],
    ['chosen', 'FY25 Q1', 'fault', 'depends on share in FY25 Q1, which is ÷0'],
    ['chosen', 'FY25 Q2', 'missing', 'needs capex in FY25 Q2'],
    ['untaken', 'FY25 Q2', 'missing', 'needs capex in FY25 Q2'],
    ['passed', 'FY25 Q2', 'fault', 'depends on share in FY25 Q2, which is ÷0'],
    ['found', 'FY25 Q2', 'fault', 'depends on share in FY25 Q2, which is ÷0'],
    ['held', 'FY25 Q2', 'fault', '÷0'],
    ['uses', 'FY25 Q2', 'missing', 'needs rate'],
    ['huge', 'FY25 Q2', 'fault', 'the number is too large'],
    ['on_huge', 'FY25 Q2', 'fault', 'depends on huge in FY25 Q2: the number is too large'],
    ['negative', 'FY25 Q1', 'fault', 'the logarithm of zero or less'],
    ['root', 'FY25 Q1', 'fault', 'a broken power of a negative number'],
    ['ends', 'FY25 Q1', 'missing', 'the window is empty'],
    ['begins', 'FY25 Q1', 'missing', 'it has not begun yet'],
    ['on_begins', 'FY25 Q1', 'missing', 'depends on begins in FY25 Q1: it has not begun yet'],
    ['outer', 'FY25 Q1', 'missing', 'it looks outside the timeline'],
    ['two', 'FY25 Q2', 'missing', 'needs capex in FY25 Q2'],
    ['late', 'FY26 Q2', 'missing', 'needs capex in FY26 Q3, after the timeline'],
    ['ancient', 'FY25 Q1', 'missing', 'needs capex in 1924-06, before the timeline'],
    ['ancient', 'FY26 Q1', 'missing', 'needs capex in 1925-06, before the timeline'],
  ])('%s in %s is %s: %s', (key, quarter, kind, sentence) => {
    expect(reasonIn(results, key, quarter)).toMatchObject({ kind, sentence })
  })

  test('a value has no reason', () => {
    expect(reasonIn(results, 'direct', 'FY25 Q1')).toBeNull()
    expect(reasonIn(results, 'passed', 'FY25 Q1')).toBeNull()
  })

  test('the root is the cell where it begins: the nearest of the heaviest kind, the first looked at', () => {
    expect(reasonIn(results, 'two', 'FY25 Q2')?.root).toEqual({ line: idOf('capex'), quarter: '2024-09' })
    expect(reasonIn(results, 'heaviest', 'FY26 Q1')?.root).toEqual({ line: idOf('share'), quarter: '2025-06' })
    expect(reasonIn(results, 'uses', 'FY25 Q1')?.root).toEqual({ line: idOf('rate'), quarter: null })
  })

  test('the reasons of a thousand lines in a row, empty over a hundred quarters, are found in one walk', () => {
    const chain = Array.from({ length: 1000 }, (_, at) => `x${at} = x${at + 1}[-1] + x${at + 1}`)
    const long = resultsOf(['FY15 Q1 to FY39 Q4', ...chain, 'x1000'].join('\n'))
    // A hundred steps back lead out of the timeline; where fewer lead to the last line, nothing is typed there.
    for (let at = 0; at < 1000; at += 1)
      expect(reasonIn(long, `x${at}`, 'FY39 Q4')?.root.line).toBe(idOf(`x${Math.min(at + 100, 1000)}`))
  })

  test('a fixed quarter of the line itself that is still to come is missing', () => {
    expect(reasonIn(results, 'self', 'FY25 Q3')).toMatchObject({
      kind: 'missing',
      sentence: 'it looks at a quarter of its own that is still to come',
      root: { line: idOf('self'), quarter: '2024-12' },
    })
  })

  test('a reason under growth of growth of growth is found without trying every way to it', () => {
    const nested = `${'qoq('.repeat(60)}x${')'.repeat(60)}`
    const found = reasonIn(resultsOf(`FY15 Q1 to FY35 Q4\n x = quarter_index\n y = ${nested}`), 'y', 'FY35 Q4')
    expect(found?.kind).toBe('n.m.')
  })

  test('a reason at the end of a long chain is found', () => {
    const lines = Array.from({ length: 3000 }, (_, at) => `x${at} = ${at === 0 ? '1 / 0' : `x${at - 1}`}`)
    expect(reasonIn(resultsOf(`FY25 Q1 to FY25 Q1\n${lines.join('\n')}`), 'x2999', 'FY25 Q1')?.sentence).toBe(
      'depends on x0 in FY25 Q1, which is ÷0',
    )
  })
})

describe('the formula with its numbers in', () => {
  const results = resultsOf(`
    FY25 Q1 to FY26 Q1
    cloud    33398 . . . = cloud[-4] * (1 + growth)
    growth   rate = 0.33
    loss     -5 -6 -7 -8 -9
    blank
    fade     constant = 2
    total    = ttm(loss)
    grown    = yoy( cloud )
    window   = =sum(loss[-1:0]) - fade
    shifted  = (loss - growth)[-1] + loss["FY25 Q1"] + lag(loss, 1)
    chosen   = growth > 0 ? blank : loss
    unknown  = blank > 0 ? growth : loss
    flags    = actual + quarter_index
    composite = ttm(loss * 2)
    mixed    = -loss * growth - loss[-1] - 1.5e-3 * 2 - cumulative(loss, "2024-06")
    branches = growth > 0 ? growth - 1 : (loss - 2)[-1] * loss["2024-06"]`)
  const format: NumberFormat = (line, value) =>
    line.key === 'growth' ? `${value * 100}%` : value.toLocaleString('en-US')

  test.each<[string, string | null]>([
    ['cloud', '33,398 × (1 + 33%)'],
    ['total', 'ttm((-6); (-7); (-8); (-9))'.replaceAll(/\((-\d)\)/g, '$1')],
    ['grown', 'yoy( 33,398; 44,419.34 )'],
    ['window', 'sum(-8; -9) − 2'],
    ['mixed', '−(-9) × 33% − (-8) − 1.5e-3 × 2 − cumulative(-5; -6; -7; -8; -9, "2024-06")'],
    ['branches', '33% > 0 ? 33% − 1 : (loss − 2)[-1] × loss["2024-06"]'],
    ['shifted', '((-8) − 33%) + (-5) + (-8)'],
    ['chosen', '33% > 0 ? no value : loss'],
    ['unknown', 'no value > 0 ? growth : loss'],
    ['flags', '0 + 5'],
    ['composite', 'ttm(loss × 2)'],
    ['loss', null],
  ])('%s', (key, expected) => {
    expect(results.explain('base', idOf(key), '2025-06', format).withNumbers).toBe(expected)
  })

  test('outside the timeline names have no value, those of the calendar too', () => {
    const outside = resultsOf(`
      FY25 Q1 to FY25 Q2
      x 1 2
      y = (actual)[-1] + (ytd(x))[-1] + (decumulate(x))[-1]`)
    expect(outside.explain('base', idOf('y'), '2024-06').withNumbers).toBe(
      'no value + (ytd(no value)) + (decumulate(no value))',
    )
  })

  test('the formula is given as written, and what it read, each cell once', () => {
    expect(results.explain('base', idOf('cloud'), '2025-06')).toMatchObject({
      formula: 'cloud[-4] * (1 + growth)',
      inputs: [
        { line: idOf('cloud'), quarter: '2024-06', value: 33398 },
        { line: idOf('growth'), quarter: '2025-06', value: 0.33 },
      ],
    })
    expect(results.explain('base', idOf('window'), '2025-06').inputs).toEqual([
      { line: idOf('loss'), quarter: '2025-03', year: null, value: -8 },
      { line: idOf('loss'), quarter: '2025-06', year: null, value: -9 },
      { line: idOf('fade'), quarter: null, year: null, value: 2 },
    ])
    expect(results.explain('base', idOf('chosen'), '2025-06').inputs).toEqual([
      { line: idOf('growth'), quarter: '2025-06', year: null, value: 0.33 },
      { line: idOf('blank'), quarter: '2025-06', year: null, value: NaN },
    ])
  })

  test('a typed cell has no formula', () => {
    expect(results.explain('base', idOf('loss'), '2024-06')).toEqual({
      reason: null,
      formula: null,
      withNumbers: null,
      inputs: [],
    })
  })
})
