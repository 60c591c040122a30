// The words of beat and miss, and the file of it.

import { describe, expect, test } from 'vitest'
import type { Outcome } from '#analysis/outcome.ts'
import { calculate } from '#engine/calculate.ts'
import { tableCsv } from '#exchange/csv.ts'
import {
  changeCell,
  changeWords,
  placeText,
  streakCell,
  streakText,
  stripText,
  surpriseDecimals,
} from '#session/surpriseText.ts'
import { resultsTable } from '#session/resultsTable.ts'
import { historyOf, quarterBeside, stripOf, tellingOf, type Telling } from '#session/telling.ts'
import { example } from '../examples/alibaba.ts'
import { line } from '../model/sample.ts'
import { readRecords } from '../support/csv.ts'

const told = (quarter: '2025-09' | '2024-09' | null = null): Telling => {
  const telling = tellingOf(calculate(example), { quarter, line: null, card: null })
  if (telling === null) throw new Error('nothing is reported')
  return telling
}

describe('[B9] words', () => {
  test('[B9] a surprise in a table and in a sentence', () => {
    expect(changeCell({ in: 'share', by: 0.0212034 })).toBe('+2.12 %')
    expect(changeCell({ in: 'share', by: -0.022757 })).toBe('(2.28) %')
    expect(changeWords({ in: 'share', by: -0.022757 })).toBe('−2.28 %')
    expect(changeWords({ in: 'points', by: 0.087 })).toBe('+8.7 points')
    expect(changeCell({ in: 'points', by: -0.004 })).toBe('(0.4) pts')
    expect(changeWords({ in: 'bps', by: 0.0035 })).toBe('+35 bps')
    expect(changeCell({ in: 'bps', by: -0.0125 })).toBe('(125) bps')
    expect(changeCell({ in: 'nothing', turn: 'to loss' })).toBe('n.m. (to loss)')
    expect(changeWords({ in: 'nothing', turn: 'to profit' })).toBe('n.m. (to profit)')
    expect(changeWords({ in: 'nothing', turn: null })).toBe('n.m.')
    expect(changeCell(null)).toBe('')
    // 28.5 % is 29 and 34.495 % 34.5: rounded once, half away from zero.
    expect(changeWords({ in: 'share', by: 0.34495 }, 1)).toBe('+34.5 %')
    expect(changeWords({ in: 'share', by: 0.34495 }, 0)).toBe('+34 %')
  })

  test('[B9] a surprise that rounds to what is tolerated shows the digits that tell why it is none', () => {
    // 2,397 / 238,900 is 1.00335 %.
    const by = (236503 - 238900) / 238900
    const decimals = surpriseDecimals(line('x'), { surprise: { in: 'share', by }, verdict: 'miss' })
    expect(changeCell({ in: 'share', by }, decimals)).toBe('(1.003) %')
    expect(surpriseDecimals(line('x'), { surprise: { in: 'share', by: 0.01 }, verdict: 'in line' })).toBe(2)
    expect(surpriseDecimals(line('x'), { surprise: { in: 'bps', by: 0.1 }, verdict: 'beat' })).toBe(0)
  })

  test('[B9] places in the guidance', () => {
    const place = (at: 'inside' | 'below' | 'above', along: number | null, low: number, high: number): string =>
      placeText({ place: { at, along }, low, high })
    expect(place('inside', 0.62, 0, 100)).toBe('inside, 62 % of the range')
    expect(place('below', null, 0, 100)).toBe('below')
    expect(place('inside', null, 5, NaN)).toBe('at or above the low end')
    expect(place('inside', null, NaN, 5)).toBe('at or below the high end')
    expect(place('inside', null, 5, 5)).toBe('as guided')
    expect(placeText({ place: null, low: NaN, high: NaN })).toBe('')
  })

  test('[B9] streaks, with what stands before them', () => {
    expect(streakText('beat', { count: 2, after: 'a gap' })).toBe('2 beats in a row, a gap before')
    expect(streakText('miss', { count: 1, after: 'another' })).toBe('1 miss')
    expect(streakText('above', { count: 3, after: 'nothing' })).toBe('at least 3 quarters above in a row')
    expect(streakText('in line', null)).toBe('')
    expect(streakCell('beat', { count: 2, after: 'a gap' })).toBe('2 beats, gap before')
    expect(streakCell('miss', { count: 1, after: 'another' })).toBe('1 miss')
    expect(streakCell('above', { count: 3, after: 'nothing' })).toBe('≥ 3 above')
    expect(streakCell(null, null)).toBe('')
  })
})

describe('[B9] the screen', () => {
  test('[B9] tells the last actual, or another reported quarter', () => {
    expect(told().quarter).toBe('2025-09')
    expect(told('2024-09').quarter).toBe('2024-09')
    expect([quarterBeside(told(), 1), quarterBeside(told(), -1)]).toEqual([null, '2025-06'])
    expect(told().line?.line.key).toBe('revenue')
  })

  test('[B9] the strip has the last eight quarters, gaps in their places', () => {
    const [revenue] = told().held
    if (revenue === undefined) throw new Error('revenue is held')
    const strip = stripOf(revenue)
    expect(strip.map(({ verdict }) => verdict)).toEqual([
      ...['in line', 'in line', 'miss', 'miss', 'in line', null, 'miss', 'beat'],
    ])
    const texts = strip.map((each: Outcome) => stripText(example, revenue.line, each))
    expect(texts.slice(3, 6)).toEqual(['FY25 Q2: miss, −1.003 %', 'FY25 Q3: in line, +0.99 %', 'FY25 Q4: no consensus'])
    // From FY24 Q1, the first with a poll, to FY26 Q2, the newest first.
    expect(historyOf(revenue).map(({ quarter }) => quarter)).toHaveLength(10)
    expect(historyOf(revenue)[0]?.quarter).toBe('2025-09')
  })

  test('[B9] exports every reported quarter at full precision', () => {
    const records = readRecords(tableCsv(resultsTable(told())))
    expect(records).toHaveLength(28)
    const last = records.find((each) => each.get('line_key') === 'revenue' && each.get('fiscal_quarter') === 'FY26 Q2')
    expect([...(last?.values() ?? [])]).toEqual([
      ...['Reported', 'revenue', 'Revenue', 'RMB m', '2025-09-30', 'FY26 Q2', '247795', '242650'],
      ...[String(5145 / 242650), '', '', 'beat', '1', '', '', '', ''],
    ])
  })
})
