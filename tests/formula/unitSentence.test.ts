// What the warnings say: plain words, the keys concerned, and what to do.

import { expect, test } from 'vitest'
import { warningsIn } from './unitLines.ts'

const sentence = (key: string, formula: string): string =>
  warningsIn(key, formula)
    .map((warning) => warning.sentence)
    .join(' AND ')

test.each<readonly [title: string, key: string, formula: string, expected: string]>([
  [
    '[W2] a per cent added to money',
    'revenue',
    'revenue + growth',
    '“revenue” is in CNY m and “growth” is a per cent: they do not add up. To change the one by the other, write revenue * (1 + growth).',
  ],
  [
    '[W2] what cannot be compared',
    'stores',
    'revenue > growth',
    '“revenue” is in CNY m and “growth” is a per cent: they cannot be compared. Take expressions of one unit.',
  ],
  [
    '[W2] two sides of a choice',
    'revenue',
    'if(actual, revenue, stores)',
    '“revenue” is in CNY m and “stores” is a count: one cannot stand in for the other. Take expressions of one unit.',
  ],
  [
    '[W3] another currency',
    'revenue',
    'revenue + revenue_usd',
    '“revenue” is in CNY m and “revenue_usd” is in US$ m: they do not add up. Write revenue_usd * usd_rate.',
  ],
  [
    '[W3] a currency without a rate',
    'revenue',
    'revenue + revenue_gbp',
    '“revenue” is in CNY m and “revenue_gbp” is in GBP m: they do not add up. Convert one of them by a line with the rate of exchange.',
  ],
  [
    '[W3] another scale',
    'revenue',
    'revenue + capex_bn',
    '“revenue” is in CNY m and “capex_bn” is in CNY bn: they do not add up. Write capex_bn * 1000.',
  ],
  [
    '[W3] a quotient of scales',
    'margin',
    'capex_bn / revenue',
    'The formula divides money of different scales. Write capex_bn / revenue * 1000.',
  ],
  [
    '[W3] a quotient of scales in a sum',
    'margin',
    'margin - capex_bn / revenue',
    '“capex_bn / revenue” divides money of different scales. Write capex_bn / revenue * 1000.',
  ],
  [
    '[W3] a quotient of currencies',
    'margin',
    'profit / revenue_usd',
    'The formula comes to CNY per US$, but “margin” is a per cent. Divide money by money of the same currency, or give the line another unit.',
  ],
  [
    '[W4] money times money',
    'revenue',
    'revenue * capex',
    'The formula comes to CNY squared, but “revenue” is in CNY m. Multiply money by a per cent, a ratio or a count, not by money.',
  ],
  [
    '[W4] a rate the wrong way round',
    'revenue_usd',
    'revenue * usd_rate',
    'The formula comes to CNY squared per US$, but “revenue_usd” is in US$ m. Turn the rate of exchange round: multiply where it divides, divide where it multiplies.',
  ],
  [
    '[W6] a per cent',
    'margin',
    'ttm(margin)',
    '“margin” is a per cent: adding it up over quarters gives no year’s per cent. Divide the sums instead: ttm(profit) / ttm(revenue).',
  ],
  [
    '[W6] growth',
    'growth',
    'ttm(growth)',
    '“growth” is a per cent: adding it up over quarters gives no year’s per cent. Let the sum grow instead: yoy(ttm(revenue)).',
  ],
  [
    '[W6] a per cent that is not computed',
    'quoted',
    'ttm(quoted)',
    '“quoted” is a per cent: it does not add up over quarters. Add up what it is made of first, or take its mean: mean(quoted[-3:0]).',
  ],
  [
    '[W6] a rate',
    'days',
    'ytd(days)',
    '“days” is a rate: it does not add up over quarters. Add up what it is made of first.',
  ],
  [
    '[W6] a balance',
    'cash',
    'ttm(cash)',
    '“cash” is a balance: adding it up over quarters counts the same again and again. Take cash itself, or its mean: mean(cash[-3:0]).',
  ],
  [
    '[W6] a per cent for the year to date',
    'margin',
    'decumulate(margin)',
    '“margin” is a per cent: its change within the year is no quarter’s per cent. Take single quarters of what it is made of, and divide those.',
  ],
  [
    '[W7] growth of a per cent',
    'gain',
    'yoy(margin)',
    '“margin” is a per cent, and the growth of a per cent is rarely meant. Its change in points is margin - margin[-4].',
  ],
  [
    '[W8] money on a per cent line',
    'margin',
    'profit',
    'The formula comes to CNY m, but “margin” is a per cent. Divide it by an amount in CNY m, or give the line another unit.',
  ],
  [
    '[W8] a per cent on money',
    'profit',
    'margin',
    'The formula comes to a per cent, but “profit” is in CNY m. Multiply it by an amount in CNY m, or give the line another unit.',
  ],
  [
    '[W8] quarters on money',
    'revenue',
    'elapsed',
    'The formula comes to a number of quarters, but “revenue” is in CNY m. Check the formula, or give the line another unit.',
  ],
  [
    '[W8] a fraction times 100',
    'margin',
    'profit / revenue * 100',
    'Per cents are kept as fractions: 0.345 is shown as 34.5, so the line would show a number 100 times too large. Write profit / revenue.',
  ],
  [
    '[W9] a balance added to a flow',
    'revenue',
    'revenue + cash',
    '“cash” is a balance, but “revenue” is a flow, whose year adds up four quarters of it. Make the line a balance, or take the change: cash - cash[-1].',
  ],
  [
    '[W9] a flow of what is added up already',
    'capex',
    'ttm(profit)',
    '“ttm(profit)” adds up quarters already, but “capex” is a flow, whose year adds up four quarters of it. Make the line a balance.',
  ],
  [
    '[W9] a flow of per cents',
    'share',
    'profit / revenue',
    '“share” is a flow, so its year adds up four quarters, but the formula comes to a ratio. Make the line a rate.',
  ],
])('%s', (_, key, formula, expected) => {
  expect(sentence(key, formula)).toBe(expected)
})

test('a long expression is named in short', () => {
  const growths = [1, 2, 3].map((quarters) => `(1 + growth[-${quarters}])`).join(' * ')
  expect(sentence('revenue', `revenue + capex + margin * ${growths}`)).toMatch(
    /“margin \* \(1 \+ growth.{20,30}…” is a ratio/,
  )
})
