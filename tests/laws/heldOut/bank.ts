// A bank in euros: balances, interest and fees, costs with a levy in the first quarter, provisions, capital.

import { Drawing, flat, rounded } from './quartersDrawn.ts'
import type { Company } from './sheet.ts'

const past = 12
const ahead = 8

const table = `
  ## Balance sheet
  loans | Customer loans | m | balance | loans[-1] * (1 + loan_growth)
  deposits | Customer deposits | m | balance | deposits[-1] * (1 + deposit_growth)
  earning_assets | Interest-earning assets | m | balance | loans * asset_multiple
  rwa | Risk-weighted assets | m | balance | loans * rwa_density
  ## Income
  nii | Net interest income | m | flow | mean(earning_assets[-1:0]) * nim_assumed / 4
  fees | Net fee income | m | flow | fees[-4] * (1 + fee_growth)
  trading | Trading and other income | m | flow | mean(trading[-4:-1])
  income | Total income | m | flow | nii + fees + trading
  staff | Staff costs | m | flow | staff[-4] * (1 + wage_growth)
  other_costs | Other operating costs | m | flow | other_costs[-4] * (1 + cost_inflation)
  levies | Bank levies | m | flow | levies[-4]
  costs | Operating costs | m | flow | staff + other_costs + levies
  operating_profit | Profit before provisions | m | flow | income - costs
  provisions | Loan loss provisions | m | flow | mean(loans[-1:0]) * cost_of_risk_assumed / 4
  pretax | Profit before tax | m | flow | operating_profit - provisions
  tax | Tax | m | flow | pretax * tax_rate
  profit | Profit after tax | m | flow | pretax - tax
  minorities | Minority interests | m | flow | profit * minority_share
  net_profit | Net profit to shareholders | m | flow | profit - minorities
  shares | Shares | n | balance | shares[-1] - cancelled
  eps | Earnings per share | each | flow | net_profit / shares
  ## Capital
  dividends | Dividends accrued | m | flow | net_profit * payout
  other_capital | Other changes of CET1 | m | flow | 0
  cet1 | CET1 capital | m | balance | cet1[-1] + net_profit - dividends + other_capital
  cet1_ratio | CET1 ratio | % | rate | cet1 / rwa
  ## Ratios
  nim | Net interest margin, annualised | % | rate | nii * 4 / mean(earning_assets[-1:0])
  cost_income | Cost/income ratio | % | rate | costs / income
  loan_deposit | Loan/deposit ratio | % | rate | loans / deposits
  cost_of_risk | Cost of risk, annualised | % | rate | provisions * 4 / mean(loans[-1:0])
  return_on_capital | Return on CET1, annualised | % | rate | net_profit * 4 / mean(cet1[-1:0])
  income_yoy | Income, year on year | % | rate | yoy(income)
  ## Assumptions
  loan_growth | Loan growth a quarter | % | driver rate | | Demand for mortgages as in the last four quarters.
  deposit_growth | Deposit growth a quarter | % | driver rate | | Households keep saving.
  asset_multiple | Earning assets over loans | x | driver constant | 1.31 | As in the last two years.
  rwa_density | Risk weight of loans | % | driver constant | 46% | Before Basel IV.
  nim_assumed | Net interest margin | % | driver rate | | Deposit beta rises to 45 %.
  fee_growth | Fee growth, year on year | % | driver rate | | Asset management grows.
  wage_growth | Wage growth, year on year | % | driver constant | 3% | Agreement with the union.
  cost_inflation | Other cost inflation, year on year | % | driver constant | 2% | IT savings.
  cost_of_risk_assumed | Cost of risk | % | driver rate | | Guidance of 25 to 30 bps.
  tax_rate | Tax rate | % | driver constant | 27% | Guidance.
  minority_share | Minorities' share of profit | % | driver constant | 1.5% | As in the past.
  payout | Payout ratio | % | driver constant | 50% | Policy.
  cancelled | Shares cancelled a quarter | n | driver constant | 4 | The buyback.
`

export const bank = (seed: number): Company => {
  const draw = new Drawing(seed, past)
  const loans = draw.grown(210_400, 0.008, 0.004)
  const deposits = draw.grown(245_100, 0.006, 0.006)
  const assets = draw.whole((at) => (loans[at] ?? 0) * 1.31 * draw.about(0.004))
  const mean = (of: readonly number[], at: number): number => ((of[at] ?? 0) + (of[Math.max(at - 1, 0)] ?? 0)) / 2
  const nii = draw.whole((at) => (mean(assets, at) * (0.0158 + at * 0.0001) * draw.about(0.02)) / 4)
  const fees = draw.grown(618, 0.011, 0.025, [1.04, 1, 0.94, 1.03])
  const trading = draw.whole(() => 142 * draw.about(0.35))
  const staff = draw.grown(421, 0.007, 0.012, [1, 0.99, 0.98, 1.04])
  const other = draw.grown(318, 0.004, 0.02, [0.97, 0.99, 1, 1.06])
  const levies = draw.whole((at) => (at % 4 === 0 ? 96 + at : 6) * draw.about(0.04))
  const provisions = draw.whole((at) => (mean(loans, at) * 0.0027 * draw.about(0.25)) / 4)
  const pretax = draw.whole(
    (at) =>
      (nii[at] ?? 0) +
      (fees[at] ?? 0) +
      (trading[at] ?? 0) -
      ((staff[at] ?? 0) + (other[at] ?? 0) + (levies[at] ?? 0)) -
      (provisions[at] ?? 0),
  )
  const tax = draw.whole((at) => (pretax[at] ?? 0) * 0.27 * draw.about(0.03))
  const minorities = draw.whole((at) => ((pretax[at] ?? 0) - (tax[at] ?? 0)) * 0.015 * draw.about(0.2))
  const net = draw.of((at) => (pretax[at] ?? 0) - (tax[at] ?? 0) - (minorities[at] ?? 0))
  const dividends = draw.whole((at) => (net[at] ?? 0) * 0.5)
  const otherCapital = draw.whole(() => (draw.about(1) - 1) * 90)
  const cet1 = draw.rolled(
    13_400,
    (before, at) => before + (net[at] ?? 0) - (dividends[at] ?? 0) + (otherCapital[at] ?? 0),
  )
  return {
    name: 'Bank',
    yearEndMonth: 12,
    first: [2023, 3],
    currency: 'EUR',
    quarters: { past, ahead },
    table,
    past: {
      loans,
      deposits,
      earning_assets: assets,
      nii,
      fees,
      trading,
      staff,
      other_costs: other,
      levies,
      provisions,
      tax,
      minorities,
      dividends,
      rwa: draw.whole((at) => (loans[at] ?? 0) * 0.46 * draw.about(0.006)),
      shares: draw.of((at) => 1_212 - 4 * at),
      other_capital: otherCapital,
      cet1,
    },
    ahead: {
      loan_growth: flat(0.008, ahead),
      deposit_growth: flat(0.006, ahead),
      nim_assumed: Array.from({ length: ahead }, (_, at) => rounded(0.0168 - at * 0.0001, 4)),
      fee_growth: [0.045, 0.045, 0.04, 0.04, 0.04, 0.04, 0.035, 0.035],
      cost_of_risk_assumed: flat(0.0028, ahead),
    },
    bull: { loan_growth: flat(0.011, ahead), cost_of_risk_assumed: flat(0.0022, ahead) },
  }
}
