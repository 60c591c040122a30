// The quarter's card: what the press said of 25 November 2025, from the example's lines.

import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { allLines, type Model } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import type { ResultsView } from '#model/view.ts'
import { cardLines, choosable, movedBy } from '#session/cardChoice.ts'
import { growthWords, ordinal, pressFigure, spanWords } from '#session/cardWords.ts'
import { cardText, quarterCard, type QuarterCard } from '#session/quarterCard.ts'
import { tellingOf, type Telling } from '#session/telling.ts'
import { example } from '../examples/alibaba.ts'
import { line, rmbM } from '../model/sample.ts'
import { idOf, modelText } from '../support/modelText.ts'

const first: ResultsView = { quarter: null, line: null, card: null }

const telling = (model: Model, view: ResultsView = first): Telling => {
  const told = tellingOf(calculate(model), view)
  if (told === null) throw new Error('nothing is reported')
  return told
}

const cardOf = (model: Model, view: Partial<ResultsView> = {}): QuarterCard =>
  quarterCard(telling(model, { ...first, ...view }), { ...first, ...view }, null)

const sentenceOf = (key: string, quarter: Quarter | null = null): string =>
  cardOf(example, { quarter, card: [key] })
    .items.map(({ sentence }) => sentence)
    .join('\n')

describe('[B7] the example on 25 November 2025', () => {
  test('[B7] revenue 247.8 bn against 242.65 bn expected, 5 % more on the year', () => {
    // 247,795 / 236,503 is +4.775 %, a quarter before 247,652 / 243,236 +1.816 %: 2.96 points apart.
    expect(sentenceOf('revenue')).toBe(
      'Revenue: 247.8 bn against 242.65 bn expected, +2.12 %: a beat. Growth 5 % from 2 %, +3.0 points unrounded.',
    )
  })

  test('[B7] cloud 39.8 bn against 37.9 bn, 34 % after 26 %, never 35', () => {
    // 39,824 / 29,610 is +34.495 %, 33,398 / 26,549 +25.797 %: 8.70 points apart.
    expect(sentenceOf('cloud_revenue')).toBe(
      'Cloud revenue (recast): 39.8 bn against 37.9 bn expected, +5.08 %: a beat. ' +
        'Growth 34 % from 26 %, +8.7 points unrounded. 2 beats in a row, a gap before.',
    )
  })

  test('[B7] streaks, the total as management rounds it, the commitment and dollars', () => {
    expect(sentenceOf('ai_streak')).toBe('AI products: ninth quarter of triple-digit growth.')
    expect(sentenceOf('cloud_acceleration_streak')).toBe('Cloud acceleration: eighth quarter in a row.')
    expect(sentenceOf('capex_ai_cloud_ttm')).toBe(
      'AI and cloud capex, last four quarters, as management rounds it: about 120 bn.',
    )
    // 38,676 and 31,501 of capital expenditure since April 2025 are 70,177.
    expect(sentenceOf('ai_capex.amount')).toBe(
      '380 bn for AI and cloud: at least 380 bn over three years, FY26 Q1 to FY28 Q4; 70.2 bn counted by FY26 Q2.',
    )
    // 247,795 / 7.1190 is 34,808.
    expect(sentenceOf('revenue_usd')).toContain('Revenue in US$: US$34.8 bn; growth ')
  })

  test('[B7] all of it stands on the card at first, and is its text', () => {
    const card = cardOf(example)
    expect(card.title).toBe('Alibaba: AI and cloud')
    expect(card.quarter).toBe('FY26 Q2, the quarter to September 2025')
    expect(card.items.map(({ line: { key } }) => key)).toEqual([
      ...['revenue', 'cloud_revenue', 'ai_streak', 'cloud_acceleration_streak', 'capex_ai_cloud_ttm'],
      ...['ai_capex_amount', 'revenue_usd'],
    ])
    const text = cardText(card).split('\n')
    expect(text[0]).toBe('Alibaba: AI and cloud: FY26 Q2, the quarter to September 2025')
    expect(text.slice(1, -1)).toEqual(card.items.map(({ sentence }) => sentence))
    expect(text.at(-1)).toBe('Money in RMB; growth on the year, all from full precision.')
    expect(cardText(card)).not.toContain('35 %')
  })

  test('[B7] an earlier quarter is told with what was known then', () => {
    // 247,652 against 253,419 is −2.276 %.
    expect(sentenceOf('revenue', '2025-06')).toBe(
      'Revenue: 247.7 bn against 253.42 bn expected, −2.28 %: a miss. Growth 2 % from 7 %, −4.8 points unrounded.',
    )
    expect(sentenceOf('ai_capex.amount', '2025-03')).toBe(
      '380 bn for AI and cloud: at least 380 bn over three years, FY26 Q1 to FY28 Q4.',
    )
    expect(cardOf(example, { quarter: '2025-03' }).items.map(({ line: { key } }) => key)).not.toContain(
      'capex_ai_cloud_ttm',
    )
    expect(sentenceOf('capex_ai_cloud_ttm', '2025-03')).toContain('not reported')
  })

  test('[B7] a profit that has become a loss has no growth in per cent', () => {
    // Free cash flow was 13,735 a year ago and is −21,840 now.
    expect(sentenceOf('free_cash_flow')).toBe('Free cash flow: −21.8 bn; growth n.m. (to loss).')
  })
})

describe('[B7] what stands on the card', () => {
  test('[B7] the lines chosen, in their order, without those that are gone', () => {
    const chosen = ['free_cash_flow', 'gone', 'revenue', 'revenue']
    expect(cardOf(example, { card: chosen }).items.map(({ line: { id } }) => id)).toEqual(['free_cash_flow', 'revenue'])
    const lines = cardLines(telling(example), { ...first, card: ['revenue', 'capex', 'usd_rate'] })
    expect(movedBy(lines, 'capex', -1)).toEqual(['capex', 'revenue', 'usd_rate'])
    expect(movedBy(lines, 'capex', 1)).toEqual(['revenue', 'usd_rate', 'capex'])
    expect(movedBy(lines, 'revenue', -1)).toEqual(['revenue', 'capex', 'usd_rate'])
    expect(movedBy(lines, 'gone', 1)).toEqual(['revenue', 'capex', 'usd_rate'])
  })

  test('[B7] those to choose from are reported in the quarter, or the amount of a commitment', () => {
    const keys = choosable(telling(example)).map(({ key }) => key)
    expect(keys).toContain('ai_capex_amount')
    expect(keys).toContain('ebita_margin')
    for (const key of ['consensus_revenue', 'cloud_growth', 'capex_check', 'capex_fiscal_year', 'cloud_fade'])
      expect(keys).not.toContain(key)
  })

  test('[B7] without any consensus the first flows that are reported, and nothing before anything is', () => {
    const model = modelText(`FY25 Q1 to FY25 Q4, actual to FY25 Q2
      sales 100 110
      cash balance 5 6
      guess driver 1 1`)
    const card = quarterCard(telling(model), first, null)
    expect(card.items.map(({ sentence }) => sentence)).toEqual(['sales: 110.'])
    expect(tellingOf(calculate({ ...model, lastActual: null }), first)).toBeNull()
  })

  test('[B7] guidance is told beside the consensus, or without one', () => {
    const model = modelText(`FY25 Q1 to FY25 Q4, actual to FY25 Q2
      sales 1000 2620
      low 900 2000
      high 1100 3000`)
    const money = { kind: 'currency', currency: 'CNY', scale: 'm' } as const
    const expected = { consensus: null, low: idOf('low'), high: idOf('high'), tolerance: null }
    const lines = model.lines.map((each) => ({ ...each, unit: money, ...(each.key === 'sales' ? { expected } : {}) }))
    // 620 of the 1,000 between the ends.
    expect(cardOf({ ...model, lines }).items.map(({ sentence }) => sentence)).toEqual([
      'Sales: 2.6 bn. Guidance 2 bn to 3 bn: inside, 62 % of the range.',
    ])
  })

  test('[B7] a streak that reaches the first quarter with data is told as at least so long', () => {
    const model = modelText(`FY25 Q1 to FY25 Q4, actual to FY25 Q3
      sales 100 110 120
      run balance = streak(sales > sales[-1])`)
    const lines = model.lines.map((each) =>
      each.key === 'run'
        ? { ...each, unit: { kind: 'quarters' } as const, label: 'Quarters of rising sales in a row' }
        : each,
    )
    expect(cardOf({ ...model, lines }, { card: [idOf('run')] }).items[0]?.sentence).toBe(
      'Rising sales: at least the second quarter in a row.',
    )
  })
})

describe('[B7] words', () => {
  const money = (value: number, most?: number): string => pressFigure({ currency: 'RMB' }, line('x'), value, null, most)

  test('[B7] money is rounded once, and not written out where it is whole', () => {
    expect([247795, 120000, 39824, 999.4, -21840, 5].map((each) => money(each))).toEqual([
      ...['247.8 bn', '120 bn', '39.8 bn', '999.4 m', '−21.8 bn', '5 m'],
    ])
    expect([242650, 37900, 253419].map((each) => money(each, 2))).toEqual(['242.65 bn', '37.9 bn', '253.42 bn'])
    expect(pressFigure({ currency: 'RMB' }, { unit: rmbM, decimals: 0 }, 247795, '亿')).toBe('2,478.0 亿')
    const euro = { ...line('x'), unit: { kind: 'currency', currency: 'EUR', scale: 'm' } as const }
    expect(pressFigure({ currency: 'RMB' }, euro, -1250, null)).toBe('−EUR 1.3 bn')
    expect(pressFigure({ currency: 'RMB' }, { unit: { kind: 'percent' }, decimals: 1 }, 0.34495, null)).toBe('34.5 %')
  })

  test('[B7] ordinals and spans', () => {
    expect([1, 2, 9, 12, 13, 21, 22, 111, 103].map(ordinal)).toEqual([
      ...['first', 'second', 'ninth', 'twelfth', '13th', '21st', '22nd', '111th', '103rd'],
    ])
    expect([12, 4, 1, 6, 48].map(spanWords)).toEqual([
      'three years',
      'one year',
      'one quarter',
      '6 quarters',
      '12 years',
    ])
  })

  test('[B7] growth of a margin is told in basis points, and alone where the quarter before has none', () => {
    expect(growthWords({ now: { in: 'bps', by: -0.0125 }, before: null, rise: NaN })).toBe('−125 bps on the year')
    expect(growthWords({ now: { in: 'share', by: 0.34495 }, before: null, rise: NaN })).toBe('growth 34 %')
    expect(growthWords({ now: null, before: null, rise: NaN })).toBeNull()
  })

  test('[B7] every line of the example can be told', () => {
    const ids = allLines(example).map(({ id }) => id)
    expect(cardOf(example, { card: ids }).items.every(({ sentence }) => !sentence.includes('NaN'))).toBe(true)
  })
})
