import { describe, expect, test } from 'vitest'
import { emptyModel, likelyQuarters, lineSuiting, startLines, type ModelWish } from '#session/models/newModel.ts'
import { sentenceOf, settled } from '../../model/sample.ts'

const modelWish: ModelWish = {
  name: ' Example Corp ',
  yearEndMonth: 3,
  yearNamedBy: 'end',
  currency: ' rmb ',
  scale: 'm',
  first: 'FY25 Q1',
  lastActual: 'Sep-25',
  forecastQuarters: 4,
  lines: [],
}

let ids = 0
const newId = (): string => `id${(ids += 1)}`

describe('a new model', () => {
  test('[M1] has Base, four sections and the timeline asked for', () => {
    const model = settled(emptyModel(modelWish, 'new', newId))
    expect(model).toMatchObject({
      id: 'new',
      name: 'Example Corp',
      currency: 'RMB',
      timeline: { first: '2024-06', last: '2026-09' },
      lastActual: '2025-09',
      sections: ['Reported', 'Growth', 'Drivers', 'Checks'],
      lines: [],
    })
    expect(model.scenarios.map(({ name, parent }) => [name, parent])).toEqual([['Base', null]])
  })

  test.each([
    [{ name: '  ' }, 'Give the model a name, such as the company’s.'],
    [{ first: 'nonsense' }, '“nonsense” is not a quarter of this fiscal year: write it as FY25 Q1 or Jun 2024.'],
    [{ first: 'Jul 2024' }, '“Jul 2024” is not a quarter of this fiscal year: write it as FY25 Q1 or Jun 2024.'],
    [{ lastActual: '' }, '“” is not a quarter of this fiscal year: write it as FY26 Q2 or Sep 2025.'],
    [{ yearEndMonth: 12, first: 'x' }, '“x” is not a quarter of this fiscal year: write it as FY25 Q1 or Mar 2025.'],
    [{ currency: '<b>' }, '“<b>” is not a currency: write its three letters, such as USD.'],
    [{ currency: '' }, '“” is not a currency: write its three letters, such as USD.'],
    [{ forecastQuarters: 1.5 }, 'Quarters to forecast takes a whole number, 0 or more.'],
    [{ forecastQuarters: -1 }, 'Quarters to forecast takes a whole number, 0 or more.'],
    [{ forecastQuarters: null }, 'Quarters to forecast takes a whole number, 0 or more.'],
    [{ lastActual: 'FY24 Q4' }, 'The last reported quarter comes before the first quarter.'],
    [{ forecastQuarters: 400 }, 'The model cannot be made: its timeline has 406 quarters; from 1 to 400 are possible.'],
  ])('[M1] with %o is refused', (change, sentence) => {
    expect(sentenceOf(emptyModel({ ...modelWish, ...change }, 'new', newId))).toBe(sentence)
  })

  test('[MD1] begins with three lines, which can be others or none, each with a key of its own', () => {
    const model = settled(emptyModel({ ...modelWish, lines: startLines }, 'new', newId))
    expect(model.lines.map(({ key, label, kind, unit, section }) => [key, label, kind, unit, section])).toEqual(
      (
        [
          ['revenue', 'Revenue'],
          ['operating_income', 'Operating income'],
          ['capex', 'Capex'],
        ] as const
      ).map(([key, label]) => [key, label, 'flow', { kind: 'currency', currency: 'RMB', scale: 'm' }, 'Reported']),
    )
    const lines = [
      lineSuiting('Users'),
      lineSuiting('Gross margin'),
      { ...lineSuiting(' '), label: ' ' },
      lineSuiting('Users'),
    ]
    const others = settled(emptyModel({ ...modelWish, lines }, 'new', newId))
    expect(others.lines.map(({ key, unit, kind }) => [key, unit.kind, kind])).toEqual([
      ['users', 'count', 'balance'],
      ['gross_margin', 'percent', 'rate'],
      ['users_2', 'count', 'balance'],
    ])
  })

  test.each([
    ['ARR', 'currency', 'balance'],
    ['Net new ARR', 'currency', 'flow'],
    ['Deferred revenue', 'currency', 'balance'],
    ['Change in deferred revenue', 'currency', 'flow'],
    ['Churned customers', 'count', 'flow'],
    ['Gross adds', 'count', 'flow'],
    ['Net adds', 'count', 'flow'],
    ['Customers', 'count', 'balance'],
    ['EPS', 'currency', 'flow'],
    ['Dividend per share', 'currency', 'flow'],
    ['Book-to-bill', 'ratio', 'rate'],
    ['Inventory days', 'count', 'rate'],
    ['DSO', 'count', 'rate'],
    ['Days sales outstanding', 'count', 'rate'],
    ['Trading days', 'count', 'flow'],
  ] as const)('[MD1] %s is taken for a %s, a %s', (label, unit, kind) => {
    expect(lineSuiting(label)).toEqual({ label, unit, kind })
  })

  test('[MD1] money a share is in units with cents, whatever the model’s scale', () => {
    const lines = ['Revenue', 'EPS', 'Dividend per share'].map(lineSuiting)
    const model = settled(emptyModel({ ...modelWish, lines }, 'new', newId))
    expect(model.lines.map(({ unit, decimals }) => [unit, decimals])).toEqual([
      [{ kind: 'currency', currency: 'RMB', scale: 'm' }, 0],
      [{ kind: 'currency', currency: 'RMB', scale: '' }, 2],
      [{ kind: 'currency', currency: 'RMB', scale: '' }, 2],
    ])
  })
})

describe('what is proposed for today', () => {
  const december = { yearEndMonth: 12, yearNamedBy: 'end' } as const
  const march = { yearEndMonth: 3, yearNamedBy: 'end' } as const

  test('[MD2] the last quarter that ended six weeks ago is reported; two years stand before and after its own', () => {
    // 26 Nov 2026 less 45 days is 12 Oct: September 2026 has ended, FY26 Q3. On to FY28 Q4 are 1 + 4 + 4 quarters.
    expect(likelyQuarters(december, '2026-11-26T10:00:00.000Z')).toEqual({
      ...{ first: 'FY25 Q1', lastActual: 'FY26 Q3', forecastQuarters: 9 },
    })
    // 10 Nov 2026 less 45 days is 26 Sep: the newest that has ended is June 2026, FY26 Q2.
    expect(likelyQuarters(december, '2026-11-10T10:00:00.000Z').lastActual).toBe('FY26 Q2')
    // With March as the end, September 2026 is FY27 Q2: on to FY29 Q4 are 2 + 4 + 4.
    expect(likelyQuarters(march, '2026-11-26T10:00:00.000Z')).toEqual({
      ...{ first: 'FY26 Q1', lastActual: 'FY27 Q2', forecastQuarters: 10 },
    })
    // Just after the year's end: 14 Feb 2027 less 45 days is 31 Dec 2026, the last day of FY26 Q4.
    expect(likelyQuarters(december, '2027-02-14T00:00:00.000Z').lastActual).toBe('FY26 Q4')
  })

  test.each([
    ['Revenue', 'currency', 'flow'],
    ['Cash and equivalents', 'currency', 'balance'],
    ['Operating cash flow', 'currency', 'flow'],
    ['Cloud revenue growth', 'percent', 'rate'],
    ['Monthly active users', 'count', 'balance'],
    ['EPS', 'currency', 'flow'],
    ['毛利率', 'percent', 'rate'],
  ])('[MD1] “%s” is suggested as %s, %s', (label, unit, kind) => {
    expect(lineSuiting(label)).toEqual({ label, unit, kind })
  })
})
