// What became of a line in every reported quarter: the example's against its data file, and streaks by hand.

import { describe, expect, test } from 'vitest'
import { heldLines, outcomesOf, type Outcome } from '#analysis/outcome.ts'
import { reportingOf } from '#analysis/reported.ts'
import { calculate } from '#engine/calculate.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import type { LineItem, Polarity } from '#model/lineItem.ts'
import { allLines, type Model } from '#model/model.ts'
import { example, figures } from '../examples/alibaba.ts'
import { idOf, modelText } from '../support/modelText.ts'

const outcomesIn = (model: Model, key: string): readonly Outcome[] => {
  const line = allLines(model).find((each) => each.key === key)
  if (line === undefined) throw new Error(`no line ${key}`)
  return outcomesOf(reportingOf(calculate(model)), line)
}

/** The model with a line held against another, and better with more unless said otherwise. */
const held = (
  text: string,
  partners: Partial<NonNullable<LineItem['expected']>>,
  polarity: Polarity = 'moreIsBetter',
) => {
  const model = modelText(text)
  const expected = { consensus: null, low: null, high: null, tolerance: null, ...partners }
  return {
    ...model,
    lines: model.lines.map((line) => (line.key === 'sales' ? { ...line, polarity, expected } : line)),
  }
}

const told = ({ verdict, streak }: Outcome): string =>
  [verdict ?? '–', ...(streak === null ? [] : [streak.count, streak.after])].join(' ')

const verdictsOf = (typed: string, polls: string): readonly string[] =>
  outcomesIn(
    held(
      `FY25 Q1 to FY26 Q4, actual to FY26 Q2
      sales ${typed}
      poll ${polls}`,
      { consensus: idOf('poll') },
    ),
    'sales',
  ).map(told)

describe('[B6] the example', () => {
  test('[B6] revenue and cloud revenue are held against their polls', () => {
    expect(heldLines(allLines(example)).map(({ key }) => key)).toEqual(['revenue', 'cloud_revenue'])
  })

  test.each([
    ['revenue', 'consensus_revenue'],
    ['cloud_revenue', 'consensus_cloud_revenue'],
  ])('[B6] every surprise of %s is what its data file says', (key, poll) => {
    const outcomes = outcomesIn(example, key)
    // Fourteen quarters, June 2022 to September 2025. Of several polls the file lists the one that counts first.
    expect(outcomes).toHaveLength(14)
    for (const { quarter, surprise, reported } of outcomes) {
      const actual = figures.find((each) => each.quarter === quarter && each.item === key)
      const expected = figures.find((each) => each.quarter === quarter && each.item === poll)
      const name = plainName(quarter, example.fiscalCalendar)
      if (!(key === 'cloud_revenue' && ['FY23 Q1', 'FY24 Q1'].includes(name))) expect(reported).toBe(actual?.value)
      if (actual === undefined || expected === undefined) expect(surprise).toBeNull()
      else
        expect(surprise, name).toEqual({
          in: 'share',
          by: (actual.value - expected.value) / Math.abs(expected.value),
        })
    }
  })

  test('[B6] beats and misses, and the gap of FY25 Q4, which no poll is known for', () => {
    // 234,156 / 224,920 is +4.11 %, 224,790 / 224,300 +0.22, 260,348 / 262,070 −0.66, 221,874 / 219,800 +0.94,
    // 243,236 / 249,050 −2.33, 236,503 / 238,900 −1.003, 280,154 / 277,400 +0.99, 247,652 / 253,419 −2.28,
    // 247,795 / 242,650 +2.12.
    expect(outcomesIn(example, 'revenue').map(told)).toEqual([
      ...['–', '–', '–', '–'],
      ...['beat 1 a gap', 'in line', 'in line', 'in line'],
      ...['miss 1 another', 'miss 2 another', 'in line', '–'],
      ...['miss 1 a gap', 'beat 1 another'],
    ])
    // 33,398 / 31,861 is +4.82 %, 39,824 / 37,900 +5.08 %; no poll before.
    expect(outcomesIn(example, 'cloud_revenue').map(told).slice(-3)).toEqual(['–', 'beat 1 a gap', 'beat 2 a gap'])
  })
})

describe('[B6] streaks', () => {
  test('[B6] two beats, a quarter without a poll and a beat are a streak of one', () => {
    expect(verdictsOf('110 110 110 110 110 110', '100 100 . 100 100 100')).toEqual([
      ...['beat 1 nothing', 'beat 2 nothing', '–', 'beat 1 a gap', 'beat 2 a gap', 'beat 3 a gap'],
    ])
  })

  test('[B6] a quarter in line ends a streak, and so does one that is not reported', () => {
    expect(verdictsOf('90 90 100 90 . 110', '100 100 100 100 100 100')).toEqual([
      ...['miss 1 nothing', 'miss 2 nothing', 'in line', 'miss 1 another', '–', 'beat 1 a gap'],
    ])
  })

  test('[B6] only reported numbers count: an estimate of a formula has no verdict, nor has a forecast', () => {
    const outcomes = outcomesIn(
      held(
        `FY25 Q1 to FY26 Q4, actual to FY26 Q2
        sales 110 110 . 110 . . = 200
        poll 100 100 100 100 100 100 100 100`,
        { consensus: idOf('poll') },
      ),
      'sales',
    )
    expect(outcomes.map(told)).toEqual([...['beat 1 nothing', 'beat 2 nothing', '–', 'beat 1 a gap', '–', '–']])
  })

  test('[B6] what is calculated from reported numbers alone is held too', () => {
    const outcomes = outcomesIn(
      held(
        `FY25 Q1 to FY25 Q4, actual to FY25 Q3
        a 60 60 . = 1
        b 50 40 40
        sales = a + b
        poll 100 100 100`,
        { consensus: idOf('poll') },
      ),
      'sales',
    )
    expect(outcomes.map(told)).toEqual(['beat 1 nothing', 'in line', '–'])
  })

  test('[B6] a poll in another scale, and guidance beside it', () => {
    const model = held(
      `FY25 Q1 to FY25 Q4, actual to FY25 Q1
      sales 247795
      poll 242.65
      low 240000
      high 250000`,
      { consensus: idOf('poll'), low: idOf('low'), high: idOf('high') },
    )
    const money = (scale: 'm' | 'bn') => ({ kind: 'currency', currency: 'CNY', scale }) as const
    const lines = model.lines.map((line) => ({ ...line, unit: money(line.key === 'poll' ? 'bn' : 'm') }))
    const [outcome] = outcomesIn({ ...model, lines }, 'sales')
    expect(outcome?.consensus).toBe(242650)
    // 7,795 of the 10,000 between 240,000 and 250,000.
    expect(outcome?.place).toEqual({ at: 'inside', along: 0.7795 })
  })
})
