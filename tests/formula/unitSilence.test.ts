// Formulas that are right, by line: not one of them may give a warning.

import { expect, test } from 'vitest'
import { toldOf } from './unitLines.ts'

/** Rows of `key = formula | formula | …`. */
const silent = (text: string): void => {
  const rows = text
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '')
  const read = rows.flatMap((row) => {
    const [, key = '', formulas = ''] = /^(\w+) = (.*)$/.exec(row) ?? []
    return formulas
      .split(' | ')
      .flatMap((formula) => toldOf(key, formula).map((told) => `${key} = ${formula}: ${told}`))
  })
  expect(rows.length).toBeGreaterThan(0)
  expect(read).toEqual([])
}

test('[W2] fractions are alike, so are counts and quarters, and conditions have no unit', () => {
  silent(`
    growth = growth - gain | growth + leverage | growth[-1] - fade | growth - quoted | max(margin, gain, leverage) | 1 - margin - tax
    growth = if(actual, growth, profit / revenue) | coalesce(quoted, growth) | clamp(growth, tax, leverage)
    gain = growth - growth[-1] | margin - quoted
    elapsed = elapsed + stores | streak(growth > 0) + count(revenue[-3:0])
    stores = revenue > capex | revenue and growth | not cash | (revenue > 0) + (growth > 0) | isblank(revenue) + sign(profit) | 0 < margin < 50%
    revenue = if(growth > 0, revenue, capex) | if(stores, revenue, 0) | if(actual and growth > fade, revenue, capex)
  `)
})

test('[W3] money is converted and brought to scale', () => {
  silent(`
    revenue = revenue_usd * usd_rate | revenue + revenue_usd * usd_rate | capex_bn * 1000 | capex_yi * 100 + revenue | revenue + capex_bn * 1e3
    revenue = capex_usdbn * usd_rate * 1000 | revenue_eur / euro_rate
    revenue_usd = revenue / usd_rate | revenue * (1 / usd_rate) | (revenue - capex) / mean(usd_rate[-3:0]) | revenue / (usd_rate * 1.02) | converted + revenue / usd_rate[-1]
    revenue_eur = revenue * euro_rate | revenue_usd * usd_rate * euro_rate
    revenue_bn = revenue / 1000 | revenue * 0.001 | revenue / 10^3 + capex_bn
    revenue = revenue_usd * 7.1 | revenue_usd * 7.1 + revenue | capex_usdbn * 7100
    margin = capex_bn * 1000 / revenue | capex_bn / revenue * 1000 | capex_yi / revenue * 100 | 1 - capex_bn / revenue * 1000
  `)
})

test('[W4] what products and quotients come to', () => {
  silent(`
    margin = profit / revenue | (revenue - capex) / abs(revenue) | cash / ttm(revenue) | capex_bn / revenue_bn | revenue / (revenue_usd * usd_rate) - 1
    profit = revenue * margin | revenue * (1 - tax) * leverage | revenue * profit / capex | profit / margin | 95% * capex | revenue[-4] * (1 + growth) | revenue * (1 + growth)^2
    revenue = orders * price | price * stores * 4 | stores * 2.5 | stores * revenue / stores[-1] | orders * price / 1000000
    price = revenue / orders | revenue / orders * 1000000
    stores = stores[-1] - capex / price | revenue / revenue_usd | stores[-1] * (1 + growth)
    cash = (amount - cash) / (12 - elapsed) | amount / 12 * elapsed | max(amount - cash, 0) / elapsed
    elapsed = (amount - cash) / capex | 380000 / capex | elapsed[-1] + 1 | streak(growth > gain) | earned(cash, amount, elapsed, 12) | earned(cash, amount, quarter_index, elapsed)
    usd_rate = usd_rate[-1] | usd_rate[-1] * (1 + growth) | usd_rate + 0.05 | revenue / revenue_usd | usd_rate * euro_rate / euro_rate[-1] | hold(usd_rate) | 7.1
    revenue = exp(log(revenue)) | sqrt(revenue * capex) | sqrt(revenue^2 + capex^2) | exp(log10(revenue) * growth) | 10^log10(revenue) | revenue^2
    growth = (revenue / revenue[-8])^(1 / 2) - 1 | (1 + growth)^4 - 1 | (1 + tax)^(quarter_index / 4) - 1 | sqrt(1 + growth) - 1 | margin^1
  `)
})

test('[W5] numbers written in the formula, and the calendar, fit anything', () => {
  silent(`
    revenue = revenue + 500 | 1 + revenue | if(actual, revenue, 0) | coalesce(revenue, 0) | max(revenue, 0) | clamp(revenue, 0, 1e6) | 380000
    revenue = margin * 500000 | 5000 / margin | elapsed * 31667 | spread(380000, "FY26 Q1", 12) | spread(amount, "FY26 Q1", 12)
    cash = ramp(0, amount, "FY26 Q1", "FY28 Q4")
    stores = revenue > 100 | growth > 30% | growth > 5 | 0 <= stores < 12 | usd_rate > 7
    stores = revenue / revenue["FY25 Q1"] * 100 | (growth + margin) * 100 | cash / revenue * 90
    growth = 5% | growth[-1] - 1% | growth * 2 | clamp(growth, 0, 0.5) | elapsed / 12 | ramp(10%, growth, "FY26 Q1", "FY28 Q4")
    growth = growth - fade * elapsed | growth[-1] - 0.5% * quarter_index
    revenue = ytd(revenue) / fiscal_quarter | if(fiscal_year > 2025, revenue, capex) | revenue * (1 + quarter_index / 100) | revenue * actual
  `)
})

test('[W6] flows add up, converted ones too, and so do conditions and changes', () => {
  silent(`
    cash = ttm(capex) | sum(capex[-3:0]) | ytd(revenue - capex) | cumulative(95% * capex, "FY26 Q1") | ttm(revenue * margin) | ttm(profit / margin)
    cash = ttm(orders * price) | cumulative(revenue_usd * usd_rate) | ttm(cash - cash[-1]) | ttm((debt - cash) - (debt - cash)[-1])
    cash = ttm(debt - cash - debt[-1] + cash[-1]) | ttm(decumulate(capex_ytd)) | ttm(-(cash[-1] - cash))
    converted = ttm(converted) | ttm(revenue / usd_rate)
    stores = ttm(revenue > capex) | cumulative(growth > 0) | cumulative(1) | sum(orders[-3:0]) | ytd(isblank(revenue)) | ttm(orders)
    margin = cumulative(capex / amount) | ttm(revenue / guidance) | ttm(profit) / ttm(revenue)
    gain = ttm(gain) | cumulative(margin - margin[-1]) | cumulative(fade)
  `)
})

test('[W6] a mean, an extreme or a deviation over quarters is right of anything', () => {
  silent(`
    margin = mean(margin[-3:0]) | median(growth[-7:0]) | min(margin[-3:0]) | max(growth[-3:0]) | stdev(margin[-7:0]) | stdev(growth[-3:0]) / mean(growth[-3:0])
    margin = ttm(margin) / 4 | sum(margin[-1:0]) / 2 | sum(margin[-3:0]) / count(margin[-3:0]) | ytd(margin) / fiscal_quarter | ttm(cash) / 4 / revenue | 0.25 * ttm(margin) | ttm(margin) * 25%
    cash = mean(cash[-3:0]) | max(cash, debt) | stdev(cash[-3:0]) | hold(cash) | cash[-1] | cash["FY26 Q1"] | sum(cash, debt)
    cash = if(elapsed < 12, cash, mean(elapsed[0:-1])) | sum(growth[0:-1])
  `)
})

test('[W7] the growth of what is no per cent', () => {
  silent(`
    growth = yoy(revenue) | qoq(cash) | yoy(ttm(revenue)) | cagr(revenue, 3) | yoy(usd_rate) | yoy(stores) | yoy(leverage) | yoy(profit / revenue) | yoy(1 + growth)
  `)
})

test('[W8] a count may be in millions beside a price in single units, or where its name says so', () => {
  silent(`
    revenue = stores * price | seats_m * contract | stores * contract / 1000 | contract * 1000 | revenue * stores / stores[-1]
    price = revenue / stores | revenue / seats_m
    contract = revenue / seats_m | revenue * 1000 / stores | contract * stores / orders
  `)
})

test('[W8] fractions fit per cents, points and ratios; counts, quarters and ratios fit each other', () => {
  silent(`
    leverage = debt / cash | growth | stores | elapsed | stores / orders | growth - margin | 1 + growth
    stores = leverage | elapsed | debt / cash | round(stores * margin) | count(revenue[-3:0])
    gain = growth | profit / revenue | growth - growth[-4] | round(growth, 2) - quoted | fade
    margin = gain | leverage | quoted
    revenue = round(revenue, -3) | abs(profit) | floor(revenue) | ceil(capex) | -capex | mod(revenue, capex) | revenue[-4] | lag(revenue, 4)
  `)
})

test('[W9] balances roll forward, their changes are flows, and what they pay or earn is one too', () => {
  silent(`
    cash = cash[-1] + profit - capex | cash + profit | cash - profit | amount - ttm(capex) | profit | debt - cash
    profit = debt - debt[-1] | cash[-1] - cash | (debt - cash) - (debt[-1] - cash[-1]) | revenue + debt - debt[-1]
    capex = decumulate(capex_ytd) | if(fiscal_quarter == 1, capex_ytd, capex_ytd - capex_ytd[-1])
    profit = debt * 1.5% | mean(debt[-1:0]) * margin / 4 | debt[-1] | min(debt[-1], cash[-1] + revenue) | revenue + cash[-1]
    profit = guidance - ytd(revenue[-1]) | guidance / 4 | ttm(capex) / 20 | stores * price | if(fiscal_quarter == 4, ttm(revenue), 0)
    margin = profit / revenue | quoted | share
    share = revenue / guidance | capex / amount | if(growth > 0, 1, 0) | share[-1]
  `)
})
