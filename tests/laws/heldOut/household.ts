// A maker of household goods in euros: three segments by price, volume and currency, costs kept below zero, associates, minorities, debt.

import { Drawing, flat } from './quartersDrawn.ts'
import type { Company, Series } from './sheet.ts'

const past = 14
const ahead = 6
const segments = ['care', 'home', 'food'] as const
const named = { care: 'Personal care', home: 'Home care', food: 'Food' }

const each = (line: (key: string, name: string) => string): string =>
  segments.map((key) => line(key, named[key])).join('\n')

const table = `
  ## Sales
  ${each((key, name) => `${key}_sales | ${name} sales | m | flow | ${key}_sales[-4] * (1 + ${key}_organic + currency_effect)`)}
  sales | Group sales | m | flow | care_sales + home_sales + food_sales
  us_dollars | Sales in the United States, dollars | USD m | flow | us_dollars[-4] * (1 + us_growth)
  dollars_a_euro | Dollars a euro | fx USD/EUR | rate | dollars_a_euro[-1]
  us_sales | Sales in the United States | m | flow | us_dollars / dollars_a_euro
  us_share | Share of the United States | % | rate | us_sales / sales
  ## Profit
  ${each((key, name) => `${key}_profit | ${name} profit | m | flow | ${key}_sales * ${key}_margin_assumed`)}
  corporate | Corporate costs | m | flow | corporate[-4] * (1 + inflation)
  ebit | Operating profit | m | flow | care_profit + home_profit + food_profit + corporate
  finance | Net finance costs | m | flow | -net_debt[-1] * cost_of_debt / 4
  associates | Share of associates | m | flow | mean(associates[-4:-1])
  pretax | Profit before tax | m | flow | ebit + finance + associates
  tax | Tax | m | flow | -(pretax - associates) * tax_rate
  minorities | Minority interests | m | flow | -(pretax + tax) * minority_share
  net_profit | Net profit of the group | m | flow | pretax + tax + minorities
  shares | Shares (m) | n | balance | shares[-1]
  eps | Earnings per share | each | flow | net_profit / shares
  ## Cash
  depreciation | Depreciation | m | flow | sales * depreciation_share
  capex | Capital expenditure | m | flow | sales * capex_share
  working_capital | Working capital | m | balance | ttm(sales) * working_share
  free_cash_flow | Free cash flow | m | flow | net_profit - minorities + depreciation - capex - (working_capital - working_capital[-1])
  dividends | Dividends paid | m | flow | if(fiscal_quarter == 2, ttm(net_profit[-2]) * payout, 0)
  net_debt | Net debt | m | balance | net_debt[-1] - free_cash_flow + dividends
  ebitda | EBITDA | m | flow | ebit + depreciation
  leverage | Net debt over EBITDA | x | rate | net_debt / ttm(ebitda)
  ## Ratios
  ${each((key, name) => `${key}_margin | ${name} margin | % | rate | ${key}_profit / ${key}_sales`)}
  ebit_margin | Operating margin | % | rate | ebit / sales
  tax_shown | Tax rate | % | rate | -tax / (pretax - associates)
  sales_yoy | Group sales, year on year | % | rate | yoy(sales)
  ${each((key, name) => `${key}_yoy | ${name} sales, year on year | % | rate | yoy(${key}_sales)`)}
  sales_check | Group sales less the segments | m | check 1 | sales - care_sales - home_sales - food_sales
  ## Assumptions
  ${each((key, name) => `${key}_price | ${name}: price | % | driver rate | | Price rises slow.`)}
  ${each((key, name) => `${key}_volume | ${name}: volume | % | driver rate | | Volumes come back.`)}
  ${each((key, name) => `${key}_organic | ${name}: organic growth | % | rate | ${key}_price + ${key}_volume`)}
  ${each((key, name) => `${key}_margin_assumed | ${name}: margin | % | driver rate | | Savings are reinvested.`)}
  currency_effect | Effect of currencies on sales | % | driver rate | | At today's rates.
  us_growth | Growth in the United States, year on year | % | driver rate | | Consumer holds.
  inflation | Inflation of corporate costs | % | driver constant | 2% | As in the past.
  cost_of_debt | Cost of debt, a year | % | driver constant | 3.4% | Bonds outstanding.
  tax_rate | Tax rate | % | driver constant | 26% | Guidance.
  minority_share | Minorities' share of profit | % | driver constant | 6% | India and Indonesia.
  depreciation_share | Depreciation over sales | % | driver constant | 3.2% | As in the past.
  capex_share | Capex over sales | % | driver constant | 3.8% | Guidance.
  working_share | Working capital over sales of a year | % | driver constant | 5% | Target.
  payout | Payout ratio | % | driver constant | 60% | Policy.
`

export const household = (seed: number): Company => {
  const draw = new Drawing(seed, past)
  const of = (series: readonly number[], at: number): number => series[Math.max(at, 0)] ?? 0
  const care = draw.grown(2_310, 0.011, 0.012, [0.97, 1.01, 0.99, 1.05])
  const home = draw.grown(1_640, 0.007, 0.014, [1.03, 1, 0.98, 0.99])
  const food = draw.grown(1_910, 0.006, 0.015, [0.93, 1.02, 1.09, 0.96])
  const sales = draw.of((at) => of(care, at) + of(home, at) + of(food, at))
  const profitOf = (series: readonly number[], margin: number): readonly number[] =>
    draw.whole((at) => of(series, at) * margin * draw.about(0.035))
  const profits = {
    care_profit: profitOf(care, 0.214),
    home_profit: profitOf(home, 0.128),
    food_profit: profitOf(food, 0.163),
  }
  const corporate = draw.whole((at) => -88 * 1.005 ** at * draw.about(0.06))
  const ebit = draw.of(
    (at) => of(profits.care_profit, at) + of(profits.home_profit, at) + of(profits.food_profit, at) + of(corporate, at),
  )
  const associates = draw.whole(() => 31 * draw.about(0.2))
  const dollars = draw.grown(1_120, 0.009, 0.015, [0.98, 1.01, 0.99, 1.03])
  const rate = draw.of((at) => Number((1.085 + 0.03 * Math.sin(at / 3) + 0.008 * (draw.about(1) - 1)).toFixed(3)))
  const depreciation = draw.whole((at) => of(sales, at) * 0.032 * draw.about(0.02))
  const capex = draw.whole((at) => of(sales, at) * 0.038 * of([0.8, 0.95, 1, 1.25], at % 4) * draw.about(0.06))
  const capital = draw.whole((at) => of(sales, at) * 4 * 0.05 * draw.about(0.05))
  const debt: number[] = [9_480]
  const [finance, tax, minorities, dividends, net]: number[][] = [[], [], [], [], []]
  for (let at = 0; at < past; at += 1) {
    finance?.push(-Math.round(((of(debt, at - 1) * 0.034) / 4) * draw.about(0.02)))
    const pretax = of(ebit, at) + of(finance ?? [], at) + of(associates, at)
    tax?.push(-Math.round((pretax - of(associates, at)) * 0.26 * draw.about(0.03)))
    minorities?.push(-Math.round((pretax + of(tax ?? [], at)) * 0.06 * draw.about(0.06)))
    net?.push(pretax + of(tax ?? [], at) + of(minorities ?? [], at))
    dividends?.push(at % 4 === 0 ? Math.round(1_240 * 1.012 ** at) : 0)
    const flow =
      of(net ?? [], at) -
      of(minorities ?? [], at) +
      of(depreciation, at) -
      of(capex, at) -
      (of(capital, at) - of(capital, at - 1))
    if (at > 0) debt.push(of(debt, at - 1) - flow + of(dividends ?? [], at))
  }
  const assumed = (values: Record<(typeof segments)[number], readonly number[]>, what: string): Series =>
    Object.fromEntries(segments.map((key) => [`${key}_${what}`, values[key]]))
  return {
    name: 'Household',
    yearEndMonth: 12,
    first: [2022, 6],
    currency: 'EUR',
    quarters: { past, ahead },
    table,
    past: {
      care_sales: care,
      home_sales: home,
      food_sales: food,
      sales,
      us_dollars: dollars,
      dollars_a_euro: rate,
      ...profits,
      corporate,
      associates,
      us_sales: draw.whole((at) => of(dollars, at) / of(rate, at)),
      finance: finance ?? [],
      tax: tax ?? [],
      minorities: minorities ?? [],
      shares: draw.of((at) => 1_006 - 2 * Math.floor(at / 2)),
      depreciation,
      capex,
      working_capital: capital,
      dividends: dividends ?? [],
      net_debt: debt,
    },
    ahead: {
      ...assumed(
        {
          care: [0.025, 0.025, 0.02, 0.02, 0.02, 0.02],
          home: flat(0.015, ahead),
          food: [0.02, 0.02, 0.02, 0.015, 0.015, 0.015],
        },
        'price',
      ),
      ...assumed(
        {
          care: [0.02, 0.02, 0.025, 0.025, 0.025, 0.025],
          home: [0.01, 0.01, 0.01, 0.015, 0.015, 0.015],
          food: flat(0.005, ahead),
        },
        'volume',
      ),
      ...assumed(
        {
          care: [0.214, 0.215, 0.216, 0.216, 0.217, 0.218],
          home: flat(0.13, ahead),
          food: [0.163, 0.163, 0.164, 0.164, 0.165, 0.165],
        },
        'margin_assumed',
      ),
      currency_effect: [-0.015, -0.01, -0.005, 0, 0, 0],
      us_growth: flat(0.035, ahead),
    },
    bull: {
      care_volume: [0.035, 0.035, 0.04, 0.04, 0.04, 0.04],
      home_margin_assumed: [0.135, 0.136, 0.138, 0.14, 0.141, 0.142],
    },
  }
}
