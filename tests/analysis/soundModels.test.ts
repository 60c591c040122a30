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

/** Units in millions at dollars each; sales that fell, with a forecast that rises; a check that holds. */
const handsets: Company = {
  ...common,
  name: 'Handsets',
  table: `
    ## Reported
    units | Units (m) | n | flow | units[-4] * (1 + unit_growth)
    price | Average price | each | rate | price[-4] * (1 + price_growth)
    handset_sales | Handset sales | m | flow | units * price
    service_sales | Service sales | m | flow | service_sales[-4] * (1 + service_growth)
    revenue | Revenue | m | flow | handset_sales + service_sales
    patents | Patent income | m | flow | patents[-4]
    revenue_check | Revenue less its parts | m | check 1 | revenue - handset_sales - service_sales
    ## Assumptions
    unit_growth | Unit growth, year on year | % | driver rate | | A new model.
    price_growth | Price growth, year on year | % | driver constant | 2% | Mix.
    service_growth | Service growth, year on year | % | driver constant | 12% | More subscribers.
  `,
  past: {
    units: [21.4, 20.1, 19.8, 26.3, 18.9, 17.6, 17.5, 23.1],
    price: [312, 308, 305, 331, 306, 301, 299, 322],
    handset_sales: [6677, 6191, 6039, 8705, 5783, 5298, 5233, 7438],
    service_sales: [880, 891, 902, 915, 783, 795, 806, 818],
    revenue: [7557, 7082, 6941, 9620, 6566, 6093, 6039, 8256],
    patents: [152, 148, 161, 170, 140, 139, 147, 158],
  },
  ahead: { unit_growth: [0.04, 0.05, 0.05, 0.05, 0.03, 0.03, 0.03, 0.03] },
}

test.each([semiconductor, subscriptions, handsets])('[PB8] $name: no problem, no warning and no mending', (company) => {
  const found = findingsOf(calculate(modelOf(company)))
  const told = found.filter(({ severity, mending }) => severity !== 'remark' || mending?.by === 'edits')
  expect(told.map(({ sentence, mending }) => [sentence, mending?.words])).toEqual([])
})
