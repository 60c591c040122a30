// Surprise, verdict and place in the guidance, against arithmetic by hand.

import { describe, expect, test } from 'vitest'
import { isMargin } from '#analysis/margin.ts'
import {
  growthOf,
  inUnitOf,
  measureOf,
  placeIn,
  surpriseOf,
  toleranceOf,
  verdictOf,
  type Change,
} from '#analysis/surprise.ts'
import { calculate } from '#engine/calculate.ts'
import type { LineItem } from '#model/lineItem.ts'
import type { Unit } from '#model/unit.ts'
import { example } from '../examples/alibaba.ts'
import { line, rmbM, sample } from '../model/sample.ts'

const percent: Unit = { kind: 'percent' }

/** What a change comes to, to twelve digits. */
const by = (change: Change | null): number => (change === null || change.in === 'nothing' ? NaN : change.by)

describe('[B3] surprise', () => {
  test('[B3] an amount is told in per cent of what was expected', () => {
    // 247,795 − 242,650 = 5,145; 5,145 / 242,650 = 0.0212034… and 1,924 / 37,900 = 0.0507652…
    expect(by(surpriseOf('share', 247795, 242650))).toBeCloseTo(0.0212034, 7)
    expect(by(surpriseOf('share', 39824, 37900))).toBeCloseTo(0.0507652, 7)
    // Half of a hundred is 50 % less, nothing at all 100 % less: no turn yet.
    expect(surpriseOf('share', 50, 100)).toEqual({ in: 'share', by: -0.5 })
    expect(surpriseOf('share', 0, 100)).toEqual({ in: 'share', by: -1 })
  })

  test('[B3] there is none of a consensus that is not above 0, and a change of sign says which way', () => {
    expect(surpriseOf('share', 5, 0)).toEqual({ in: 'nothing', turn: null })
    expect(surpriseOf('share', -5, -10)).toEqual({ in: 'nothing', turn: null })
    expect(surpriseOf('share', -15, -10)).toEqual({ in: 'nothing', turn: null })
    expect(surpriseOf('share', -1, 10)).toEqual({ in: 'nothing', turn: 'to loss' })
    expect(surpriseOf('share', 1, -10)).toEqual({ in: 'nothing', turn: 'to profit' })
    expect(surpriseOf('share', 0, -10)).toEqual({ in: 'nothing', turn: null })
    // 1 over the smallest number is no double any more.
    expect(surpriseOf('share', 1, 5e-324)).toEqual({ in: 'nothing', turn: null })
  })

  test('[B3] growth likewise, as yoy has it', () => {
    expect(by(growthOf('share', 247795, 236503))).toBe(247795 / 236503 - 1)
    expect(growthOf('share', -21840, 13734)).toEqual({ in: 'nothing', turn: 'to loss' })
    expect(growthOf('share', 3, -1)).toEqual({ in: 'nothing', turn: 'to profit' })
    expect(growthOf('share', 3, 0)).toEqual({ in: 'nothing', turn: null })
  })

  test('[B3] per cents and points differ in points, margins in basis points, below 0 too', () => {
    expect(by(surpriseOf('points', 0.345, 0.34))).toBeCloseTo(0.005, 12)
    expect(surpriseOf('bps', -0.25, -0.5)).toEqual({ in: 'bps', by: 0.25 })
    expect(surpriseOf('points', 0.25, 0)).toEqual({ in: 'points', by: 0.25 })
  })

  test('[B3] a figure that is missing on either side has no surprise', () => {
    expect(surpriseOf('share', NaN, 1)).toBeNull()
    expect(surpriseOf('points', 1, NaN)).toBeNull()
    expect(growthOf('share', 1, NaN)).toBeNull()
  })

  test('[B3] a margin is a per-cent line that divides money by money, or is called one', () => {
    const of = (key: string): boolean => isMargin(example, example.lines.find((each) => each.key === key) ?? line('x'))
    expect(['ebita_margin', 'fcf_margin', 'cloud_share', 'capex_intensity'].map(of)).toEqual([true, true, true, true])
    expect(['revenue_yoy', 'cloud_yoy', 'cloud_acceleration', 'revenue', 'revenue_yoy_quoted'].map(of)).toEqual([
      ...[false, false, false, false, false],
    ])
    const model = sample({ lines: [...sample().lines, line('assets', { kind: 'balance' })] })
    const made = (formula: string | null, more: Partial<LineItem> = {}): boolean =>
      isMargin(model, line('x', { unit: percent, formula, ...more }))
    expect(made('(revenue - costs) / revenue')).toBe(true)
    expect(made('ttm(costs) / assets[-1]')).toBe(true)
    expect(made('4 * costs / assets')).toBe(true)
    expect(made('if(revenue > 0, costs, 1) / abs(revenue)')).toBe(true)
    expect(made('revenue / revenue[-4] - 1')).toBe(false)
    expect(made('costs / count(revenue[-3:0])')).toBe(false)
    expect(made('growth / 2')).toBe(false)
    expect(made('revenue ^ 2 / costs ^ 2')).toBe(false)
    expect(made('costs / gone')).toBe(false)
    expect(made(null)).toBe(false)
    expect(made(null, { label: 'Gross margin' })).toBe(true)
    expect(made('costs / revenue', { unit: { kind: 'ratio' } })).toBe(false)
  })

  test('[B3] what is told of a line: per cent of amounts and rates of exchange, points, basis points', () => {
    const results = calculate(example)
    const of = (key: string): string => measureOf(results, example.lines.find((each) => each.key === key) ?? line('x'))
    expect(['revenue', 'usd_rate', 'ai_streak'].map(of)).toEqual(['share', 'share', 'share'])
    expect(['cloud_yoy', 'cloud_acceleration'].map(of)).toEqual(['points', 'points'])
    expect(of('ebita_margin')).toBe('bps')
  })

  test('[B3] what was expected in another scale of the currency is brought into the line’s, the point moved', () => {
    const bn: Unit = { kind: 'currency', currency: 'RMB', scale: 'bn' }
    expect(inUnitOf(242.65, bn, rmbM)).toBe(242650)
    expect(inUnitOf(37900, rmbM, bn)).toBe(37.9)
    expect(inUnitOf(0.34, percent, percent)).toBe(0.34)
    expect(inUnitOf(1, percent, rmbM)).toBeNaN()
  })
})

describe('[B4] the verdict', () => {
  const more = line('x', { polarity: 'moreIsBetter' })
  const against = (consensus: number, reported: number, item = more) => verdictOf(item, reported, consensus)

  test('[B4] beats and misses begin beyond 1 %, which itself is in line', () => {
    expect([101, 99, 101.01, 98.99, 100].map((each) => against(100, each))).toEqual([
      ...(['in line', 'in line', 'beat', 'miss', 'in line'] as const),
    ])
    // 1 % of 242,650 is 2,426.5; of 1.1 it is 0.011, which no double is.
    expect([245076.5, 240223.5, 245076.6].map((each) => against(242650, each))).toEqual(['in line', 'in line', 'beat'])
    expect([1.111, 1.089, 1.1111].map((each) => against(1.1, each))).toEqual(['in line', 'in line', 'beat'])
    // 2,397 below 238,900 is 1.0033 %.
    expect(against(238900, 236503)).toBe('miss')
    expect(against(277400, 280154)).toBe('in line')
  })

  test('[B4] or beyond what the line tolerates', () => {
    const expected = { consensus: 'y', low: null, high: null, tolerance: 0.02 }
    const wide = { ...more, expected }
    expect([102, 102.1].map((each) => against(100, each, wide))).toEqual(['in line', 'beat'])
    expect(
      [100, 100.001].map((each) => against(100, each, { ...more, expected: { ...expected, tolerance: 0 } })),
    ).toEqual(['in line', 'beat'])
    expect(toleranceOf(wide)).toBe(0.02)
  })

  test('[B4] points and margins are in line within half a point', () => {
    const growth = { ...more, unit: percent }
    expect(toleranceOf(growth)).toBe(0.005)
    expect([0.345, 0.3451, 0.335, 0.3349].map((each) => against(0.34, each, growth))).toEqual([
      ...(['in line', 'beat', 'in line', 'miss'] as const),
    ])
  })

  test('[B4] less is better turns it round, and a neutral line is above or below', () => {
    const less = { ...more, polarity: 'lessIsBetter' as const }
    expect([110, 90, 100.5].map((each) => against(100, each, less))).toEqual(['miss', 'beat', 'in line'])
    const neutral = { ...more, polarity: 'neutral' as const }
    expect([110, 90, 100.5].map((each) => against(100, each, neutral))).toEqual(['above', 'below', 'in line'])
  })

  test('[B4] it stands where there is no per cent: a smaller loss beats, a loss for a profit misses', () => {
    expect(against(-100, -50)).toBe('beat')
    expect(against(-100, -101)).toBe('in line')
    expect(against(10, -1)).toBe('miss')
    expect([0, 1, -1].map((each) => against(0, each))).toEqual(['in line', 'beat', 'miss'])
    expect(against(NaN, 1)).toBeNull()
  })
})

describe('[B5] the place in the guidance', () => {
  test('[B5] below, inside with how far along, above; the ends are inside', () => {
    expect(placeIn(62, 0, 100)).toEqual({ at: 'inside', along: 0.62 })
    expect(placeIn(100, 100, 200)).toEqual({ at: 'inside', along: 0 })
    expect(placeIn(200, 100, 200)).toEqual({ at: 'inside', along: 1 })
    expect(placeIn(99.9, 100, 200)).toEqual({ at: 'below', along: null })
    expect(placeIn(200.1, 100, 200)).toEqual({ at: 'above', along: null })
    expect(placeIn(-150, -200, -100)).toEqual({ at: 'inside', along: 0.5 })
  })

  test('[B5] one end alone, both the same, and both the other way round', () => {
    expect([99, 100, 900].map((each) => placeIn(each, 100, NaN)?.at)).toEqual(['below', 'inside', 'inside'])
    expect([-900, 200, 201].map((each) => placeIn(each, NaN, 200)?.at)).toEqual(['inside', 'inside', 'above'])
    expect([99, 100, 101].map((each) => placeIn(each, 100, 100))).toEqual([
      { at: 'below', along: null },
      { at: 'inside', along: null },
      { at: 'above', along: null },
    ])
    expect(placeIn(125, 200, 100)).toEqual({ at: 'inside', along: 0.25 })
  })

  test('[B5] there is none without guidance or without a figure', () => {
    expect(placeIn(1, NaN, NaN)).toBeNull()
    expect(placeIn(NaN, 1, 2)).toBeNull()
  })
})
