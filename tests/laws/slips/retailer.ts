// A retailer as an analyst would model it: segments, margins, cash and balance; totals are the sums of their rounded parts.

import type { Model } from '#model/model.ts'
import { ahead, at, chanceOf, draw, each, flat, less, past, rolled, share, total } from './drawn.ts'
import { tableModel } from './table.ts'

export const retailer = (seed = 7): Model => {
  const chance = chanceOf(seed)
  const season = [0.93, 0.97, 0.95, 1.2]
  const grocery_revenue = draw(chance, { level: 5200, growth: 0.04, season: [0.98, 1, 0.99, 1.06], noise: 0.02 })
  const home_revenue = draw(chance, { level: 2100, growth: 0.02, season, noise: 0.03 })
  const online_revenue = draw(chance, { level: 900, growth: 0.18, season: [0.9, 0.95, 0.94, 1.3], noise: 0.03 })
  const services_revenue = draw(chance, { level: 310, growth: 0.08, season: flat, noise: 0.03 })
  const revenue = total(grocery_revenue, home_revenue, online_revenue, services_revenue)
  const cogs = share(revenue, 0.7, chance, 0.012)
  const gross_profit = less(revenue, cogs)
  const store_costs = share(revenue, 0.15, chance)
  const marketing = share(revenue, 0.03, chance, 0.1)
  const admin_costs = draw(chance, { level: 240, growth: 0.05, season: flat, noise: 0.02 })
  const opex = total(store_costs, marketing, admin_costs)
  const depreciation = draw(chance, { level: 210, growth: 0.04, season: flat, noise: 0.01 })
  const operating_profit = less(gross_profit, opex, depreciation)
  const interest_expense = draw(chance, { level: 31, growth: 0.02, season: flat, noise: 0.04 })
  const income_tax = each(past, (index) =>
    Math.round((at(operating_profit, index) - at(interest_expense, index)) * (0.24 + 0.02 * chance())),
  )
  const net_income = less(operating_profit, interest_expense, income_tax)
  const capex = share(revenue, 0.035, chance, 0.15)
  const inventory = share(cogs, 0.55, chance, 0.04)
  const cash = rolled(1400, (before, index) =>
    Math.round(
      before + at(net_income, index) + at(depreciation, index) - at(capex, index) - 120 + 40 * (chance() - 0.5),
    ),
  )
  const debt = draw(chance, { level: 3100, growth: 0.01, season: flat, noise: 0.01 })
  const stores_opened = each(past, () => 6 + Math.floor(chance() * 9))
  const stores_closed = each(past, () => 1 + Math.floor(chance() * 4))
  const stores = rolled(820, (before, index) => before + at(stores_opened, index) - at(stores_closed, index))
  const eur_rate = each(past, () => Number((1.08 + 0.06 * (chance() - 0.5)).toFixed(4)))
  const blank = Array(past).fill('.').join(' ')
  return tableModel(
    'Retailer',
    past,
    ahead,
    `
    ## Revenue
    grocery_revenue | Grocery revenue | m | flow | grocery_revenue[-4] * (1 + grocery_growth)
    home_revenue | Home revenue | m | flow | home_revenue[-4] * (1 + home_growth)
    online_revenue | Online revenue | m | flow | online_revenue[-4] * (1 + online_growth)
    services_revenue | Services revenue | m | flow | services_revenue[-4] * (1 + services_growth)
    revenue | Total revenue | m | flow | grocery_revenue + home_revenue + online_revenue + services_revenue
    ## Income statement
    cogs | Cost of goods sold | m | flow | revenue * (1 - gross_margin_assumed)
    gross_profit | Gross profit | m | flow | revenue - cogs
    store_costs | Store costs | m | flow | revenue * store_cost_ratio
    marketing | Marketing | m | flow | revenue * marketing_ratio
    admin_costs | Administrative costs | m | flow | admin_costs[-4] * (1 + cost_inflation)
    opex | Operating expenses | m | flow | store_costs + marketing + admin_costs
    ebitda | EBITDA | m | flow | gross_profit - opex
    depreciation | Depreciation | m | flow | depreciation[-1]
    operating_profit | Operating profit | m | flow | ebitda - depreciation
    interest_expense | Interest expense | m | flow | debt[-1] * interest_rate
    income_tax | Income tax | m | flow | (operating_profit - interest_expense) * tax_rate
    net_income | Net income | m | flow | operating_profit - interest_expense - income_tax
    ## Cash and balance
    capex | Capital expenditure | m | flow | revenue * capex_ratio
    inventory | Inventory | m | balance | cogs * inventory_ratio
    free_cash_flow | Free cash flow | m | flow | net_income + depreciation - capex - (inventory - inventory[-1])
    cash | Cash | m | balance | cash[-1] + free_cash_flow - dividends
    debt | Debt | m | balance | debt[-1]
    net_debt | Net debt | m | balance | debt - cash
    stores_opened | Stores opened | n | flow | stores_opened[-4]
    stores_closed | Stores closed | n | flow | stores_closed[-4]
    stores | Stores at the end | n | balance | stores[-1] + stores_opened - stores_closed
    ## Ratios
    revenue_yoy | Revenue growth, year on year | % | rate | yoy(revenue)
    online_yoy | Online growth, year on year | % | rate | online_revenue / online_revenue[-4] - 1
    gross_margin | Gross margin | % | rate | gross_profit / revenue
    operating_margin | Operating margin | % | rate | operating_profit / revenue
    online_share | Online share of revenue | % | rate | online_revenue / revenue
    revenue_per_store | Revenue per store | m | rate | revenue / stores
    revenue_ttm | Revenue, last four quarters | m | balance | ttm(revenue)
    ebitda_ttm | EBITDA, last four quarters | m | balance | sum(ebitda[-3:0])
    leverage | Net debt to EBITDA | x | rate | net_debt / ebitda_ttm
    eur_rate | US$ per € | fx | balance | eur_rate[-1]
    revenue_eur | Revenue in € | eur | flow | revenue / eur_rate
    segment_check | Segments against the total | m | check | revenue - grocery_revenue - home_revenue - online_revenue - services_revenue
    ## Drivers
    grocery_growth | Grocery growth | % | driver rate | grocery_growth[-1] | ${blank} 0.035 0.035
    home_growth | Home growth | % | driver rate | home_growth[-1] | ${blank} 0.02
    online_growth | Online growth | % | driver rate | online_growth[-1] - online_fade | ${blank} 0.16
    services_growth | Services growth | % | driver rate | services_growth[-1] | ${blank} 0.07
    online_fade | Online growth fades, a quarter | pt | driver constant | 0.5%
    gross_margin_assumed | Gross margin, assumed | % | driver rate | gross_margin_assumed[-1] | ${blank} 0.301
    store_cost_ratio | Store costs of revenue | % | driver constant | 15%
    marketing_ratio | Marketing of revenue | % | driver constant | 3%
    cost_inflation | Cost inflation | % | driver constant | 4%
    interest_rate | Interest rate, a quarter | % | driver constant | 1%
    tax_rate | Tax rate | % | driver constant | 25%
    capex_ratio | Capex of revenue | % | driver constant | 3.5%
    inventory_ratio | Inventory over the quarter's cost | % | driver constant | 55%
    dividends | Dividends | m | driver flow | dividends[-4] | ${each(past, () => 120).join(' ')} 120 120 120 120
    `,
    {
      ...{ grocery_revenue, home_revenue, online_revenue, services_revenue, revenue, cogs, gross_profit, store_costs },
      ...{ marketing, admin_costs, opex, depreciation, operating_profit, interest_expense, income_tax, net_income },
      ...{ capex, inventory, cash, debt, stores_opened, stores_closed, stores, eur_rate },
    },
  )
}
