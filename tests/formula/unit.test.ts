// Units and kinds as an analyst would judge them: the formulas that are told of, with the range and what is suggested in its
// place. unitSilence.test.ts holds what is right.

import { expect, test } from 'vitest'
import { mended, toldOf } from './unitLines.ts'

/**
 * Rows of `key = formula  //  kind: range → suggestion`; each formula gives this one warning, and what is suggested ends it.
 */
const told = (text: string): void => {
  const rows = text
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '')
  const read = rows.map((row) => {
    const [, key = '', formula = ''] = /^(\w+) = (.*?) {2}\/\//.exec(row) ?? []
    const better = mended(key, formula)
    if (better !== null)
      expect(toldOf(key, better), `${formula}, mended: ${better}`).toEqual(toldOf(key, formula).slice(1))
    return `${key} = ${formula}  //  ${toldOf(key, formula).join(' AND ')}`
  })
  expect(read).toEqual(rows)
}

test('[W2] money and fractions, money and counts, per cents and counts do not add up', () => {
  told(`
    revenue = revenue[-4] + growth  //  unit: revenue[-4] + growth → revenue[-4] * (1 + growth)
    revenue = growth + revenue[-4]  //  unit: growth + revenue[-4] → revenue[-4] * (1 + growth)
    profit = revenue - tax  //  unit: revenue - tax → revenue * (1 - tax)
    margin = profit / (revenue - tax)  //  unit: revenue - tax → revenue * (1 - tax)
    revenue = growth - revenue  //  unit: growth
    revenue = revenue + capex + margin  //  unit: margin
    revenue = revenue - stores  //  unit: stores
    revenue = revenue + elapsed  //  unit: elapsed
    revenue = revenue + usd_rate  //  unit: usd_rate
    growth = growth + stores  //  unit: stores
    revenue = sum(revenue, growth)  //  unit: growth
  `)
})

test('[W2] nor can they be compared, or stand in for each other', () => {
  told(`
    stores = revenue > growth  //  unit: growth
    revenue = if(margin > profit, revenue, 0)  //  unit: profit
    elapsed = streak(revenue > growth)  //  unit: growth
    stores = 0 < revenue < margin  //  unit: margin
    revenue = if(actual, revenue, growth)  //  unit: growth
    revenue = actual ? margin : revenue  //  unit: margin
    revenue = coalesce(revenue, growth)  //  unit: growth
    revenue = clamp(revenue, 0, margin)  //  unit: margin
    revenue = max(revenue, leverage)  //  unit: leverage
    revenue = mod(revenue, stores)  //  unit: stores
    cash = ramp(cash, margin, "FY26 Q1", "FY28 Q4")  //  unit: margin
    elapsed = earned(cash, growth, elapsed, 12)  //  unit: growth
    elapsed = earned(cash, amount, margin, elapsed)  //  unit: elapsed
  `)
})

test('[W3] currencies are converted first, by the model’s line where there is just one', () => {
  told(`
    revenue = revenue + revenue_usd  //  unit: revenue_usd → revenue_usd * usd_rate
    revenue_usd = revenue_usd + revenue  //  unit: revenue → revenue / usd_rate
    revenue = revenue + revenue_eur  //  unit: revenue_eur → revenue_eur / euro_rate
    revenue = revenue + revenue_gbp  //  unit: revenue_gbp
    stores = revenue > revenue_usd  //  unit: revenue_usd → revenue_usd * usd_rate
    revenue = coalesce(revenue, revenue_usd)  //  unit: revenue_usd → revenue_usd * usd_rate
    revenue = revenue + capex_usdbn  //  unit: capex_usdbn → capex_usdbn * usd_rate * 1000
    margin = profit / revenue_usd  //  unit: profit / revenue_usd
  `)
})

test('[W3] scales are brought together first, to the line’s own where one of them has it', () => {
  told(`
    revenue = revenue + capex_bn  //  unit: capex_bn → capex_bn * 1000
    revenue_bn = revenue + capex_bn  //  unit: revenue → revenue / 1000
    revenue = revenue - capex_yi  //  unit: capex_yi → capex_yi * 100
    revenue = revenue - capex_bn * margin  //  unit: capex_bn * margin → capex_bn * margin * 1000
    revenue = max(revenue, capex_bn + revenue_bn)  //  unit: capex_bn + revenue_bn → (capex_bn + revenue_bn) * 1000
    stores = capex > revenue_bn  //  unit: revenue_bn → revenue_bn * 1000
    margin = capex_bn / revenue  //  unit: capex_bn / revenue → capex_bn / revenue * 1000
    margin = profit / revenue_bn  //  unit: profit / revenue_bn → profit / revenue_bn / 1000
    margin = 1 - capex_bn / revenue  //  unit: capex_bn / revenue → capex_bn / revenue * 1000
    margin = margin - capex_bn / revenue  //  unit: capex_bn / revenue → capex_bn / revenue * 1000
  `)
})

test('[W4] money times money is no amount, and a rate of exchange has a direction', () => {
  told(`
    revenue = revenue * capex  //  unit: revenue * capex
    margin = margin / revenue  //  unit: margin / revenue
    revenue_usd = revenue * usd_rate  //  unit: revenue * usd_rate
    revenue = revenue_usd / usd_rate  //  unit: revenue_usd / usd_rate
    usd_rate = 1 / usd_rate  //  unit: 1 / usd_rate
  `)
})

test('[W6] per cents, ratios and rates do not add up over quarters', () => {
  told(`
    margin = ttm(margin)  //  kind: ttm(margin) → ttm(profit) / ttm(revenue)
    margin = ttm(margin) * 2  //  kind: ttm(margin) → (ttm(profit) / ttm(revenue))
    growth = ttm(growth)  //  kind: ttm(growth) → yoy(ttm(revenue))
    margin = ttm(profit / revenue)  //  kind: ttm(profit / revenue) → ttm(profit) / ttm(revenue)
    growth = ttm(yoy(revenue))  //  kind: ttm(yoy(revenue)) → yoy(ttm(revenue))
    margin = sum(margin[-3:0])  //  kind: sum(margin[-3:0]) → ttm(profit) / ttm(revenue)
    margin = sum(margin[-1:0])  //  kind: sum(margin[-1:0]) → mean(margin[-1:0])
    margin = (sum(margin[-1:0]))  //  kind: (sum(margin[-1:0])) → (mean(margin[-1:0]))
    margin = sum(margin["FY25 Q1":0])  //  kind: sum(margin["FY25 Q1":0]) → mean(margin["FY25 Q1":0])
    quoted = ttm(quoted)  //  kind: ttm(quoted) → mean(quoted[-3:0])
    share = ytd(share)  //  kind: ytd(share)
    tax = cumulative(tax)  //  kind: cumulative(tax)
    margin = ttm(1 + growth)  //  kind: ttm(1 + growth) → mean((1 + growth)[-3:0])
    margin = ttm(margin) / 2  //  kind: ttm(margin) → (ttm(profit) / ttm(revenue))
    leverage = ttm(leverage)  //  kind: ttm(leverage) → mean(leverage[-3:0])
    usd_rate = ttm(usd_rate)  //  kind: ttm(usd_rate) → mean(usd_rate[-3:0])
    days = ttm(days)  //  kind: ttm(days) → mean(days[-3:0])
    price = ttm(price)  //  kind: ttm(price) → mean(price[-3:0])
    margin = decumulate(margin)  //  kind: decumulate(margin)
  `)
})

test('[W6] nor do balances, or what is added up already', () => {
  told(`
    cash = ttm(cash)  //  kind: ttm(cash) → mean(cash[-3:0])
    cash = ytd(cash)  //  kind: ytd(cash) → cash
    cash = cumulative(cash)  //  kind: cumulative(cash) → cash
    cash = cumulative(cash, "FY25 Q1")  //  kind: cumulative(cash, "FY25 Q1") → cash
    cash = sum(cash[-3:0])  //  kind: sum(cash[-3:0]) → mean(cash[-3:0])
    cash = ttm(cash[-1])  //  kind: ttm(cash[-1]) → mean((cash[-1])[-3:0])
    debt = ttm(debt - cash)  //  kind: ttm(debt - cash) → mean((debt - cash)[-3:0])
    stores = ttm(stores)  //  kind: ttm(stores) → mean(stores[-3:0])
    cash = ttm(ttm(capex))  //  kind: ttm(ttm(capex)) → mean((ttm(capex))[-3:0])
  `)
})

test('[W7] the growth of a per cent is its change in points', () => {
  told(`
    gain = yoy(margin)  //  unit: yoy(margin) → margin - margin[-4]
    gain = qoq(margin)  //  unit: qoq(margin) → margin - margin[-1]
    gain = cagr(margin, 2)  //  unit: cagr(margin, 2) → margin - margin[-8]
    gain = -yoy(margin)  //  unit: yoy(margin) → (margin - margin[-4])
    gain = yoy(gain)  //  unit: yoy(gain) → gain - gain[-4]
  `)
})

test('[W8] a count beside money in thousands counts single ones', () => {
  told(`
    revenue = stores * contract  //  unit: stores * contract → stores * contract / 1000
    revenue = contract * stores[-1] * (1 + growth)  //  unit: contract * stores[-1] * (1 + growth) → contract * stores[-1] * (1 + growth) / 1000
    contract = revenue / stores  //  unit: revenue / stores → revenue / stores * 1000
  `)
})

test('[W8] the whole formula is held against the unit of its line', () => {
  told(`
    margin = profit  //  unit: profit
    stores = revenue  //  unit: revenue
    profit = margin  //  unit: margin
    profit = profit / revenue  //  unit: profit / revenue
    profit = yoy(profit)  //  unit: yoy(profit)
    revenue = streak(revenue > 0)  //  unit: streak(revenue > 0)
    margin = count(revenue[-3:0])  //  unit: count(revenue[-3:0])
    elapsed = growth  //  unit: growth
    revenue = revenue_usd  //  unit: revenue_usd → revenue_usd * usd_rate
    converted = revenue - capex  //  unit: revenue - capex → (revenue - capex) / usd_rate
    revenue_bn = revenue  //  unit: revenue → revenue / 1000
    revenue = if(actual, capex_bn, 0)  //  unit: if(actual, capex_bn, 0) → if(actual, capex_bn, 0) * 1000
    revenue = actual ? capex_bn : 0  //  unit: actual ? capex_bn : 0 → (actual ? capex_bn : 0) * 1000
    margin = profit / revenue * 100  //  unit: profit / revenue * 100 → profit / revenue
    margin = 100 * profit / revenue  //  unit: 100 * profit / revenue → profit / revenue
    gain = (margin - margin[-4]) * 10000  //  unit: (margin - margin[-4]) * 10000 → (margin - margin[-4])
  `)
})

test('[W9] a flow adds no balance as it stands, and no per cents', () => {
  told(`
    revenue = revenue[-4] + cash  //  kind: cash
    profit = cash  //  kind: cash
    capex = ttm(profit)  //  kind: ttm(profit)
    share = profit / revenue  //  kind: profit / revenue
  `)
})

test('[W1] one slip is one warning, and two are told in the order of the text', () => {
  told(`
    margin = (revenue + growth) / capex - gain  //  unit: revenue + growth → revenue * (1 + growth)
    margin = ttm(cash) / (revenue + growth)  //  kind: ttm(cash) → mean(cash[-3:0]) AND unit: revenue + growth → revenue * (1 + growth)
  `)
})
