// Model A: one company, 55 lines by 40 quarters, in RMB bn. Eighteen drivers; four segments that grow on the same quarter
// of the year before, one of them at a fading rate; fixed assets; and a financing loop in which last quarter's debt and
// cash bear this quarter's interest. That makes seven groups of lines that look back at themselves.

import type { Kind } from '#model/lineItem.ts'
import type { BenchLine, BenchModel } from './benchModel.ts'
import { seededNumbers, type SeededNumbers } from './seededNumbers.ts'

export const quarters = 40

/** A driver's key and the range its numbers lie in. */
export const drivers: readonly (readonly [key: string, low: number, high: number])[] = [
  ['cloud_growth_target', 0.1, 0.2],
  ['commerce_growth', 0.01, 0.06],
  ['international_growth', 0.05, 0.15],
  ['logistics_growth', 0.02, 0.08],
  ['fade_speed', 0.05, 0.15],
  ['cloud_margin_target', 0.09, 0.14],
  ['commerce_margin', 0.25, 0.35],
  ['international_margin', -0.05, 0.05],
  ['logistics_margin', 0.01, 0.05],
  ['capex_share', 0.06, 0.14],
  ['depreciation_rate', 0.03, 0.06],
  ['tax_rate', 0.15, 0.25],
  ['interest_rate', 0.03, 0.05],
  ['cash_yield', 0.01, 0.03],
  ['payout_ratio', 0.3, 0.6],
  ['receivable_share', 0.15, 0.2],
  ['minimum_cash', 80, 120],
  ['usd_rate', 6.8, 7.4],
]

/** Key, kind, formula, and the numbers typed in its first quarters. */
const computed: readonly (readonly [key: string, kind: Kind, formula: string, ...typed: number[]])[] = [
  ['cloud_growth', 'rate', 'cloud_growth[-1] + (cloud_growth_target - cloud_growth[-1]) * fade_speed', 0.34],
  ['cloud_revenue', 'flow', 'cloud_revenue[-4] * (1 + cloud_growth)', 30.1, 33.4, 39.8, 41.2],
  ['commerce_revenue', 'flow', 'commerce_revenue[-4] * (1 + commerce_growth)', 101.4, 140.1, 132.6, 159.3],
  ['international_revenue', 'flow', 'international_revenue[-4] * (1 + international_growth)', 33.6, 34.7, 34.8, 39.5],
  ['logistics_revenue', 'flow', 'logistics_revenue[-4] * (1 + logistics_growth)', 21.6, 24.1, 26.8, 28.2],
  ['eliminations', 'flow', '-0.03 * (cloud_revenue + logistics_revenue)'],
  ['revenue', 'flow', 'cloud_revenue + commerce_revenue + international_revenue + logistics_revenue + eliminations'],
  ['revenue_growth', 'rate', 'revenue / revenue[-4] - 1', 0.05, 0.06, 0.05, 0.07],
  ['revenue_year', 'balance', 'sum(revenue[-3:0])', 760.2, 790.4, 811.7],
  ['revenue_usd', 'flow', 'revenue / usd_rate'],
  ['cloud_share', 'rate', 'cloud_revenue / revenue'],
  ['cloud_margin', 'rate', 'min(cloud_margin_target, cloud_growth * 0.2 + 0.06)'],
  ['cloud_profit', 'flow', 'cloud_revenue * cloud_margin'],
  ['commerce_profit', 'flow', 'commerce_revenue * commerce_margin'],
  ['international_profit', 'flow', 'international_revenue * international_margin'],
  ['logistics_profit', 'flow', 'logistics_revenue * logistics_margin'],
  ['segment_profit', 'flow', 'cloud_profit + commerce_profit + international_profit + logistics_profit'],
  ['corporate_cost', 'flow', '0.02 * revenue_year / 4 + abs(eliminations) * 0.1'],
  ['ebitda', 'flow', 'segment_profit - corporate_cost'],
  ['capex', 'flow', 'capex_share * revenue * if(cloud_growth > 20%, 1.25, 1)'],
  ['depreciation', 'flow', 'fixed_assets[-1] * depreciation_rate', 9.3],
  ['fixed_assets', 'balance', 'fixed_assets[-1] + capex - depreciation', 203.5],
  ['operating_profit', 'flow', 'ebitda - depreciation'],
  ['receivables', 'balance', 'receivable_share * revenue'],
  ['receivables_change', 'flow', 'receivables - receivables[-1]', 2.4],
  ['interest_cost', 'flow', 'debt[-1] * interest_rate / 4', 1.9],
  ['interest_income', 'flow', 'cash[-1] * cash_yield / 4', 0.7],
  ['pretax_profit', 'flow', 'operating_profit - interest_cost + interest_income'],
  ['tax', 'flow', 'if(pretax_profit > 0, pretax_profit * tax_rate, 0)'],
  ['net_profit', 'flow', 'pretax_profit - tax'],
  ['operating_cash_flow', 'flow', 'net_profit + depreciation - receivables_change'],
  ['free_cash_flow', 'flow', 'operating_cash_flow - capex'],
  ['dividends', 'flow', 'max(net_profit, 0) * payout_ratio'],
  ['cash_before_borrowing', 'balance', 'cash[-1] + free_cash_flow - dividends', 103.1],
  ['borrowing', 'flow', 'max(minimum_cash - cash_before_borrowing, -debt[-1])', 4.2],
  ['cash', 'balance', 'cash_before_borrowing + borrowing', 107.3],
  ['debt', 'balance', 'debt[-1] + borrowing', 214.6],
]

/** The drivers that differ by lane where there are many. */
export const drawnDrivers = [
  ...['cloud_growth_target', 'commerce_growth', 'international_growth'],
  ...['cloud_margin_target', 'commerce_margin', 'capex_share'],
]

const driverLine = (key: string, low: number, high: number, numbers: SeededNumbers): BenchLine => ({
  key,
  section: 'Drivers',
  kind: high > 1 ? 'balance' : 'rate',
  formula: null,
  typed: Array.from({ length: quarters }, () => numbers.between(low, high)),
})

export const companyModel = (): BenchModel => {
  const numbers = seededNumbers(55)
  return {
    name: 'A',
    quarters,
    linesPerSheet: drivers.length + computed.length,
    lines: [
      ...drivers.map(([key, low, high]) => driverLine(key, low, high, numbers)),
      ...computed.map(([key, kind, formula, ...typed]) => ({ key, section: 'Company', kind, formula, typed })),
    ],
  }
}
