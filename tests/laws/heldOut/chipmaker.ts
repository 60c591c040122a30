// A semiconductor maker in dollars, year to June: units and prices, days of inventories and receivables, cash and shares.

import { Drawing, flat } from './quartersDrawn.ts'
import type { Company } from './sheet.ts'

const past = 14
const ahead = 6

const table = `
  ## Sales
  auto_units | Automotive units (m) | n | flow | auto_units[-4] * (1 + auto_unit_growth)
  auto_price | Automotive price a unit | each | rate | auto_price[-1] * (1 + price_change)
  auto_sales | Automotive sales | m | flow | auto_units * auto_price
  industrial_sales | Industrial sales | m | flow | industrial_sales[-4] * (1 + industrial_growth)
  consumer_sales | Consumer sales | m | flow | consumer_sales[-4] * (1 + consumer_growth)
  revenue | Revenue | m | flow | auto_sales + industrial_sales + consumer_sales
  auto_share | Automotive share of revenue | % | rate | auto_sales / revenue
  orders | Orders received | m | flow | revenue * book_to_bill_assumed
  backlog | Backlog | m | balance | backlog[-1] + orders - revenue
  book_to_bill | Book to bill | x | rate | orders / revenue
  ## Profit
  cogs | Cost of goods sold | m | flow | revenue * (1 - gross_margin_assumed)
  gross_profit | Gross profit | m | flow | revenue - cogs
  research | Research and development | m | flow | research[-1] * (1 + research_growth)
  selling | Selling and administration | m | flow | revenue * selling_share
  ebit | Operating profit | m | flow | gross_profit - research - selling
  interest | Interest income | m | flow | net_cash[-1] * cash_yield / 4
  tax | Income tax | m | flow | (ebit + interest) * tax_rate
  net_income | Net income | m | flow | ebit + interest - tax
  eps | Earnings per share | each | flow | net_income / shares
  ebitda | EBITDA | m | flow | ebit + depreciation
  ## Balance sheet
  inventories | Inventories | m | balance | cogs * inventory_days_assumed / 91
  receivables | Receivables | m | balance | revenue * receivable_days_assumed / 91
  payables | Payables | m | balance | cogs * payable_days_assumed / 91
  working_capital | Working capital | m | balance | inventories + receivables - payables
  plant | Property, plant and equipment | m | balance | plant[-1] + capex - depreciation
  net_cash | Net cash | m | balance | net_cash[-1] + free_cash_flow - dividends - buybacks
  shares | Shares (m) | n | balance | shares[-1] - buybacks / share_price
  ## Cash flow
  depreciation | Depreciation | m | flow | plant[-1] * depreciation_rate
  operating_cash_flow | Operating cash flow | m | flow | net_income + depreciation - (working_capital - working_capital[-1])
  capex | Capital expenditure | m | flow | revenue * capex_share
  free_cash_flow | Free cash flow | m | flow | operating_cash_flow - capex
  dividends | Dividends | m | flow | dividends[-1]
  buybacks | Share buybacks | m | flow | mean(buybacks[-4:-1])
  ## Ratios
  gross_margin | Gross margin | % | rate | gross_profit / revenue
  ebit_margin | Operating margin | % | rate | ebit / revenue
  inventory_days | Days of inventory | n | rate | inventories / cogs * 91
  receivable_days | Days of receivables | n | rate | receivables / revenue * 91
  revenue_ttm | Revenue, last four quarters | m | balance | ttm(revenue)
  capex_intensity | Capex over revenue, last four quarters | % | rate | ttm(capex) / ttm(revenue)
  revenue_yoy | Revenue, year on year | % | rate | yoy(revenue)
  revenue_qoq | Revenue, quarter on quarter | % | rate | qoq(revenue)
  ## Assumptions
  auto_unit_growth | Automotive unit growth, year on year | % | driver rate | | Content a car rises.
  price_change | Price change a quarter | % | driver constant | -0.5% | Contracts fall 2 % a year.
  industrial_growth | Industrial growth, year on year | % | driver rate | | Destocking ends.
  consumer_growth | Consumer growth, year on year | % | driver rate | | Handsets flat.
  book_to_bill_assumed | Book to bill | x | driver rate | | Back above one.
  gross_margin_assumed | Gross margin | % | driver rate | | Utilisation recovers.
  research_growth | Research growth a quarter | % | driver constant | 1% | Guidance.
  selling_share | Selling and administration over revenue | % | driver constant | 11% | As in the past.
  cash_yield | Yield on cash, a year | % | driver constant | 3.6% | Treasury bills.
  tax_rate | Tax rate | % | driver constant | 15% | Guidance.
  inventory_days_assumed | Days of inventory | n | driver rate | | Target of 120 days.
  receivable_days_assumed | Days of receivables | n | driver constant | 52 | As in the past.
  payable_days_assumed | Days of payables | n | driver constant | 58 | As in the past.
  depreciation_rate | Depreciation over plant, a quarter | % | driver constant | 4.2% | As in the past.
  capex_share | Capex over revenue | % | driver constant | 13% | Guidance of 12 to 14 %.
  share_price | Share price for buybacks | each | driver constant | 84 | Today's price.
`

export const chipmaker = (seed: number): Company => {
  const draw = new Drawing(seed, past)
  const of = (series: readonly number[], at: number): number => series[Math.max(at, 0)] ?? 0
  const units = draw.grown(152, 0.015, 0.03, [1, 1.03, 0.98, 1.05])
  const price = draw.of((at) => Number((3.42 * 0.995 ** at * draw.about(0.006)).toFixed(3)))
  const auto = draw.whole((at) => of(units, at) * of(price, at))
  const industrial = draw.whole((at) => 388 * (1 + 0.14 * Math.sin(at / 2.4)) * draw.about(0.025))
  const consumer = draw.grown(241, 0.004, 0.03, [1.12, 1.02, 0.86, 0.98])
  const revenue = draw.of((at) => of(auto, at) + of(industrial, at) + of(consumer, at))
  const cogs = draw.whole((at) => of(revenue, at) * (0.47 + 0.02 * Math.sin(at / 2.4 + 3)) * draw.about(0.01))
  const research = draw.grown(168, 0.01, 0.012)
  const selling = draw.whole((at) => of(revenue, at) * 0.11 * draw.about(0.03))
  const ebit = draw.of((at) => of(revenue, at) - of(cogs, at) - of(research, at) - of(selling, at))
  const interest = draw.grown(19, 0.012, 0.08)
  const tax = draw.whole((at) => (of(ebit, at) + of(interest, at)) * 0.15 * draw.about(0.06))
  const capex = draw.whole((at) => of(revenue, at) * 0.13 * draw.about(0.12))
  const plant: number[] = [3_020]
  const depreciation: number[] = [124]
  for (let at = 1; at < past; at += 1) {
    depreciation.push(Math.round(of(plant, at - 1) * 0.042 * draw.about(0.015)))
    plant.push(of(plant, at - 1) + of(capex, at) - of(depreciation, at))
  }
  const inventories = draw.whole((at) => ((of(cogs, at) * 124) / 91) * draw.about(0.05))
  const receivables = draw.whole((at) => ((of(revenue, at) * 52) / 91) * draw.about(0.04))
  const payables = draw.whole((at) => ((of(cogs, at) * 58) / 91) * draw.about(0.05))
  const capital = draw.of((at) => of(inventories, at) + of(receivables, at) - of(payables, at))
  const dividends = draw.of((at) => 62 + 3 * Math.floor(at / 4))
  const buybacks = draw.whole(() => 95 * draw.about(0.25))
  const netCash = draw.rolled(2_140, (before, at) => {
    const income = of(ebit, at) + of(interest, at) - of(tax, at)
    const operating = income + of(depreciation, at) - (of(capital, at) - of(capital, at - 1))
    return before + operating - of(capex, at) - of(dividends, at) - of(buybacks, at)
  })
  const orders = draw.whole((at) => of(revenue, at) * (1.02 + 0.08 * Math.sin(at / 2.4 + 1)) * draw.about(0.03))
  return {
    name: 'Chipmaker',
    yearEndMonth: 6,
    first: [2022, 9],
    currency: 'USD',
    quarters: { past, ahead },
    table,
    past: {
      auto_units: units,
      auto_price: price,
      auto_sales: auto,
      industrial_sales: industrial,
      consumer_sales: consumer,
      orders,
      cogs,
      research,
      selling,
      interest,
      tax,
      inventories,
      receivables,
      payables,
      plant,
      depreciation,
      capex,
      dividends,
      buybacks,
      net_cash: netCash,
      backlog: draw.rolled(2_660, (before, at) => before + of(orders, at) - of(revenue, at)),
      shares: draw.of((at) => Number((412 - 1.14 * at).toFixed(1))),
    },
    ahead: {
      auto_unit_growth: [0.06, 0.06, 0.07, 0.07, 0.07, 0.06],
      industrial_growth: [0.02, 0.04, 0.06, 0.08, 0.08, 0.07],
      consumer_growth: flat(0.02, ahead),
      book_to_bill_assumed: [1.02, 1.03, 1.04, 1.04, 1.03, 1.02],
      gross_margin_assumed: [0.53, 0.532, 0.535, 0.538, 0.54, 0.54],
      inventory_days_assumed: [124, 123, 122, 121, 120, 120],
    },
    bull: {
      industrial_growth: [0.05, 0.08, 0.11, 0.13, 0.12, 0.1],
      gross_margin_assumed: [0.535, 0.54, 0.545, 0.55, 0.555, 0.56],
    },
  }
}
