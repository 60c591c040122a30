// A software company as an analyst would model it: customers, subscriptions, margins and cash.

import type { Model } from '#model/model.ts'
import { ahead, at, chanceOf, draw, each, flat, less, past, rolled, total } from './drawn.ts'
import { tableModel } from './table.ts'

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
