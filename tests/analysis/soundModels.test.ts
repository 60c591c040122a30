// Models as an analyst begins them, without a slip: nothing in them is warned of, and nothing is to be mended.

import { expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { findingsOf } from '#analysis/finding/findings.ts'
import { modelOf, type Company } from '../laws/heldOut/sheet.ts'

const common = {
  yearEndMonth: 12,
  first: [2023, 3],
  currency: 'USD',
  quarters: { past: 8, ahead: 8 },
  bull: {},
} as const

/** Assumed growth below that of the past, in constants and in a driver. */
const semiconductor: Company = {
  ...common,
  name: 'Semiconductor',
  table: `
    ## Reported
    memory_revenue | Memory revenue | m | flow | memory_revenue[-4] * (1 + memory_growth_assumed)
    logic_revenue | Logic revenue | m | flow | logic_revenue[-4] * (1 + logic_growth_assumed)
    revenue | Revenue | m | flow | memory_revenue + logic_revenue
    gross_profit | Gross profit | m | flow | revenue * gross_margin_assumed
    opex | Operating expenses | m | flow | opex[-1] * (1 + opex_growth)
    operating_profit | Operating profit | m | flow | gross_profit - opex
    share_buybacks | Share buybacks | m | flow | share_buybacks[-4]
    gross_margin | Gross margin | % | rate | gross_profit / revenue
    revenue_yoy | Revenue growth, year on year | % | rate | yoy(revenue)
    ## Assumptions
    memory_growth_assumed | Memory growth, year on year | % | driver constant | 12% | Prices level off.
    logic_growth_assumed | Logic growth, year on year | % | driver rate | | Handsets flat.
    opex_growth | Expense growth a quarter | % | driver constant | 2% | Hiring plan.
    gross_margin_assumed | Gross margin assumed | % | driver constant | 48% | Mix.
  `,
  past: {
    memory_revenue: [520, 540, 560, 600, 630, 660, 690, 740],
    logic_revenue: [310, 322, 318, 345, 351, 366, 359, 392],
    revenue: [830, 862, 878, 945, 981, 1026, 1049, 1132],
    gross_profit: [374, 392, 403, 443, 466, 495, 511, 560],
    opex: [210, 214, 219, 225, 228, 233, 239, 246],
    operating_profit: [164, 178, 184, 218, 238, 262, 272, 314],
    share_buybacks: [52, 55, 58, 60, 61, 64, 68, 71],
  },
  ahead: { logic_growth_assumed: [0.05, 0.05, 0.04, 0.04, 0.04, 0.04, 0.04, 0.04] },
}

/** US$ m of recurring revenue from a count of customers at US$ k each. */
const subscriptions: Company = {
  ...common,
  name: 'Subscriptions',
  table: `
    ## Reported
    arr | Annual recurring revenue | m | balance | customers * price_per_customer / 1000
    customers | Customers | n | balance | customers[-1] + new_customers - churned_customers
    new_customers | New customers | n | flow | new_customers[-4] * (1 + new_growth)
    churned_customers | Churned customers | n | flow | customers[-1] * churn
    price_per_customer | Price per customer | k | rate | price_per_customer[-1] * (1 + price_change)
    revenue | Revenue | m | flow | mean(arr[-1:0]) / 4
    ## Assumptions
    new_growth | New customer growth, year on year | % | driver constant | 5% | Fewer sales staff.
    churn | Churn a quarter | % | driver constant | 2% | As in the past.
    price_change | Price change a quarter | % | driver constant | 1% | List price.
  `,
  past: {
    arr: [62.4, 66.2, 70.5, 75.5, 80.8, 86.4, 92.5, 99.6],
    customers: [1200, 1248, 1301, 1362, 1424, 1490, 1561, 1642],
    new_customers: [70, 72, 79, 88, 91, 95, 102, 114],
    churned_customers: [22, 24, 26, 27, 29, 29, 31, 33],
    price_per_customer: [52, 53, 54.2, 55.4, 56.7, 58, 59.3, 60.7],
  },
  ahead: {},
}

test.each([semiconductor, subscriptions])('[PB8] $name: no problem, no warning and no mending', (company) => {
  const found = findingsOf(calculate(modelOf(company)))
  const told = found.filter(({ severity, mending }) => severity !== 'remark' || mending?.by === 'edits')
  expect(told.map(({ sentence, mending }) => [sentence, mending?.words])).toEqual([])
})
