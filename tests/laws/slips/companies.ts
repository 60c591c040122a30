// Companies as an analyst would model them, with reported numbers drawn from a seed: seasons, growth and noise of the usual size, totals that
// are the sums of their rounded parts.

import type { Model } from '#model/model.ts'
import { tableModel } from './table.ts'

/** Numbers from 0 to 1, the same for a seed. */
export const chanceOf = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const past = 15
const ahead = 9

type Draw = {
  readonly level: number
  readonly growth: number
  readonly season: readonly number[]
  readonly noise: number
}

const flat = [1, 1, 1, 1]

const draw = (chance: () => number, { level, growth, season, noise }: Draw): readonly number[] =>
  Array.from({ length: past }, (_, at) =>
    Math.round(
      level * (1 + growth) ** (at / 4) * (season[at % 4] ?? 1) * (1 + noise * (chance() + chance() + chance() - 1.5)),
    ),
  )

const each = (count: number, make: (at: number) => number): readonly number[] =>
  Array.from({ length: count }, (_, at) => make(at))
const at = (series: readonly number[], index: number): number => series[index] ?? NaN
const total = (...parts: readonly (readonly number[])[]): readonly number[] =>
  each(past, (index) => parts.reduce((sum, part) => sum + at(part, index), 0))
const less = (one: readonly number[], ...others: readonly (readonly number[])[]): readonly number[] =>
  each(past, (index) => others.reduce((rest, part) => rest - at(part, index), at(one, index)))
const share = (of: readonly number[], part: number, chance: () => number, noise = 0.03): readonly number[] =>
  of.map((value) => Math.round(value * part * (1 + noise * (chance() * 2 - 1))))
const rolled = (start: number, change: (before: number, index: number) => number): readonly number[] => {
  const values: number[] = []
  for (let index = 0, level = start; index < past; index += 1) {
    level = change(level, index)
    values.push(level)
  }
  return values
}

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

export const software = (seed = 11): Model => {
  const chance = chanceOf(seed)
  const new_customers = draw(chance, { level: 420, growth: 0.12, season: [0.95, 1, 0.92, 1.15], noise: 0.06 })
  const churned_customers = draw(chance, { level: 118, growth: 0.13, season: flat, noise: 0.08 })
  const customers = rolled(6400, (before, index) => before + at(new_customers, index) - at(churned_customers, index))
  const subscription_revenue = customers.map(
    (count, index) => Math.round(count * 0.021 * 1.015 ** index * (1 + 0.01 * (chance() - 0.5)) * 10) / 10,
  )
  const services = draw(chance, { level: 21, growth: 0.08, season: [0.95, 1, 1, 1.08], noise: 0.04 })
  const revenue = total(subscription_revenue, services).map((value) => Math.round(value * 10) / 10)
  const one = (values: readonly number[], part: number, noise: number) =>
    values.map((value) => Math.round(value * part * (1 + noise * (chance() * 2 - 1)) * 10) / 10)
  const cost_of_revenue = one(revenue, 0.24, 0.02)
  const gross_profit = less(revenue, cost_of_revenue).map((value) => Math.round(value * 10) / 10)
  const sales_marketing = one(revenue, 0.33, 0.05)
  const research = one(revenue, 0.21, 0.04)
  const admin = one(revenue, 0.11, 0.05)
  const operating_expenses = total(sales_marketing, research, admin).map((value) => Math.round(value * 10) / 10)
  const operating_income = less(gross_profit, operating_expenses).map((value) => Math.round(value * 10) / 10)
  const stock_compensation = one(revenue, 0.12, 0.05)
  const depreciation = one(revenue, 0.04, 0.04)
  const capex = one(revenue, 0.03, 0.15)
  const deferred_revenue = revenue.map(
    (value, index) =>
      Math.round(value * (1.55 + (index % 4 === 3 ? 0.25 : 0)) * (1 + 0.02 * (chance() - 0.5)) * 10) / 10,
  )
  const cash = rolled(
    380,
    (before, index) =>
      Math.round((before + at(operating_income, index) * 0.8 + at(stock_compensation, index) - at(capex, index)) * 10) /
      10,
  )
  const retention = each(past, () => Number((1.12 + 0.03 * (chance() - 0.5)).toFixed(3)))
  const headcount = draw(chance, { level: 1480, growth: 0.1, season: flat, noise: 0.008 })
  const blank = Array(past).fill('.').join(' ')
  return tableModel(
    'Software',
    past,
    ahead,
    `
    ## Customers
    new_customers | New customers | n | flow | new_customers[-4] * (1 + new_growth)
    churned_customers | Customers churned | n | flow | customers[-1] * churn_rate
    customers | Customers at the end | n | balance | customers[-1] + new_customers - churned_customers
    net_new_customers | Net new customers | n | flow | new_customers - churned_customers
    retention | Net revenue retention | % | rate |
    headcount | Headcount | n | balance |
    ## Income statement
    subscription_revenue | Subscription revenue | m | flow | mean(customers[-1:0]) * revenue_per_customer
    services | Professional services | m | flow | services[-4] * (1 + services_growth)
    revenue | Revenue | m | flow | subscription_revenue + services
    cost_of_revenue | Cost of revenue | m | flow | revenue * (1 - gross_margin_assumed)
    gross_profit | Gross profit | m | flow | revenue - cost_of_revenue
    sales_marketing | Sales and marketing | m | flow | revenue * sales_ratio
    research | Research and development | m | flow | revenue * research_ratio
    admin | General and administrative | m | flow | revenue * admin_ratio
    operating_expenses | Operating expenses | m | flow | sales_marketing + research + admin
    operating_income | Operating income | m | flow | gross_profit - operating_expenses
    stock_compensation | Stock-based compensation | m | flow | revenue * stock_ratio
    depreciation | Depreciation and amortisation | m | flow | revenue * depreciation_ratio
    adjusted_ebitda | Adjusted EBITDA | m | flow | operating_income + stock_compensation + depreciation
    ## Cash
    capex | Capital expenditure | m | flow | revenue * capex_ratio
    deferred_revenue | Deferred revenue | m | balance | deferred_revenue[-4] * (1 + revenue_yoy)
    billings | Billings | m | flow | revenue + deferred_revenue - deferred_revenue[-1]
    free_cash_flow | Free cash flow | m | flow | adjusted_ebitda - capex + deferred_revenue - deferred_revenue[-1]
    cash | Cash | m | balance | cash[-1] + free_cash_flow
    ## Ratios
    revenue_yoy | Revenue growth, year on year | % | rate | yoy(revenue)
    growth_change | Change of revenue growth | pt | rate | revenue_yoy - revenue_yoy[-1]
    gross_margin | Gross margin | % | rate | gross_profit / revenue
    operating_margin | Operating margin | % | rate | operating_income / revenue
    sales_share | Sales and marketing, share of revenue | % | rate | sales_marketing / revenue
    research_share | Research, share of revenue | % | rate | research / revenue
    ebitda_margin | Adjusted EBITDA margin | % | rate | adjusted_ebitda / revenue
    fcf_margin_ttm | Free cash flow margin, four quarters | % | rate | ttm(free_cash_flow) / ttm(revenue)
    rule_of_40 | Rule of 40 | % | rate | revenue_yoy + fcf_margin_ttm
    churn_measured | Churn, a quarter | % | rate | churned_customers / customers[-1]
    revenue_ttm | Revenue, last four quarters | m | balance | ttm(revenue)
    ## Drivers
    new_growth | Growth of new customers | % | driver rate | new_growth[-1] | ${blank} 0.1
    churn_rate | Churn rate | % | driver constant | 1.8%
    revenue_per_customer | Revenue per customer, a quarter | m | driver rate | revenue_per_customer[-1] * (1 + price_growth) | ${blank} 0.0262
    price_growth | Price growth, a quarter | % | driver constant | 1.5%
    services_growth | Services growth | % | driver rate | services_growth[-1] | ${blank} 0.08
    gross_margin_assumed | Gross margin, assumed | % | driver rate | gross_margin_assumed[-1] | ${blank} 0.76
    sales_ratio | Sales and marketing of revenue | % | driver constant | 33%
    research_ratio | Research of revenue | % | driver constant | 21%
    admin_ratio | Administration of revenue | % | driver constant | 11%
    stock_ratio | Stock compensation of revenue | % | driver constant | 12%
    depreciation_ratio | Depreciation of revenue | % | driver constant | 4%
    capex_ratio | Capex of revenue | % | driver constant | 3%
    `,
    {
      ...{ new_customers, churned_customers, customers, retention, headcount, subscription_revenue, services, revenue },
      ...{ cost_of_revenue, gross_profit, sales_marketing, research, admin, operating_expenses, operating_income },
      ...{ stock_compensation, depreciation, capex, deferred_revenue, cash },
    },
  )
}
