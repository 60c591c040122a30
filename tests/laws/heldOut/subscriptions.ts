// A seller of subscriptions in thousands of dollars, year to January: recurring revenue rolled forward, churn, billings; losses that narrow.

import { Drawing, flat, rounded } from './quartersDrawn.ts'
import type { Company } from './sheet.ts'

const past = 11
const ahead = 9

const table = `
  ## Recurring revenue
  reps | Sales representatives | n | balance | reps[-1] + hires
  new_arr | New recurring revenue | USD k | flow | reps[-1] * productivity
  expansion | Expansion | USD k | flow | arr[-1] * expansion_rate
  churned | Churned | USD k | flow | arr[-1] * churn_rate
  arr | Recurring revenue, year-end run-rate | USD k | balance | arr[-1] + new_arr + expansion - churned
  net_new_arr | Net new recurring revenue | USD k | flow | new_arr + expansion - churned
  retention | Net revenue retention | % | rate | 1 + (ttm(expansion) - ttm(churned)) / arr[-4]
  gross_retention | Gross revenue retention | % | rate | 1 - ttm(churned) / arr[-4]
  ## Revenue
  subscription | Subscription revenue | USD k | flow | mean(arr[-1:0]) / 4
  services | Services revenue | USD k | flow | subscription * services_share
  revenue | Revenue | USD k | flow | subscription + services
  billings | Billings | USD k | flow | revenue + deferred - deferred[-1]
  deferred | Deferred revenue | USD k | balance | arr * deferred_share
  ## Costs
  hosting | Cost of subscriptions | USD k | flow | subscription * (1 - subscription_margin_assumed)
  services_cost | Cost of services | USD k | flow | services * services_cost_share
  gross_profit | Gross profit | USD k | flow | revenue - hosting - services_cost
  marketing | Sales and marketing | USD k | flow | revenue * marketing_share
  development | Research and development | USD k | flow | development[-1] * (1 + development_growth)
  administration | General and administration | USD k | flow | administration[-1] * (1 + administration_growth)
  operating_costs | Operating costs | USD k | flow | marketing + development + administration
  operating_result | Operating result | USD k | flow | gross_profit - operating_costs
  share_pay | Share-based pay | USD k | flow | revenue * share_pay_share
  adjusted_result | Operating result before share-based pay | USD k | flow | operating_result + share_pay
  ## Cash
  free_cash_flow | Free cash flow | USD k | flow | adjusted_result + deferred - deferred[-1] - equipment
  equipment | Equipment and software | USD k | flow | revenue * equipment_share
  cash | Cash | USD k | balance | cash[-1] + free_cash_flow
  ## Ratios
  gross_margin | Gross margin | % | rate | gross_profit / revenue
  subscription_margin | Subscription margin | % | rate | (subscription - hosting) / subscription
  adjusted_margin | Adjusted operating margin | % | rate | adjusted_result / revenue
  fcf_margin | Free cash flow margin | % | rate | free_cash_flow / revenue
  rule_of_40 | Rule of 40 | % | rate | yoy(revenue) + fcf_margin
  magic_number | Magic number | x | rate | (subscription - subscription[-1]) * 4 / marketing[-1]
  customers | Customers | n | balance | customers[-1] * (1 + customer_growth)
  arr_a_customer | Recurring revenue a customer | USD k | balance | arr / customers
  arr_yoy | Recurring revenue, year on year | % | rate | yoy(arr)
  ## Assumptions
  hires | Representatives hired, net | n | driver flow | | One team a quarter.
  productivity | New recurring revenue a representative | USD k | driver rate | | As in the last year.
  expansion_rate | Expansion over opening, a quarter | % | driver rate | | Second product.
  churn_rate | Churn over opening, a quarter | % | driver rate | | Small customers leave.
  services_share | Services over subscriptions | % | driver constant | 9% | Partners take over.
  deferred_share | Deferred revenue over recurring | % | driver constant | 41% | Billed a year ahead.
  subscription_margin_assumed | Subscription margin | % | driver rate | | Hosting contract.
  services_cost_share | Cost over services | % | driver constant | 96% | Break-even.
  marketing_share | Sales and marketing over revenue | % | driver rate | | Efficiency programme.
  development_growth | Development growth a quarter | % | driver constant | 2.5% | Hiring plan.
  administration_growth | Administration growth a quarter | % | driver constant | 1.5% | Hiring plan.
  share_pay_share | Share-based pay over revenue | % | driver constant | 14% | As in the past.
  equipment_share | Equipment over revenue | % | driver constant | 3% | As in the past.
  customer_growth | Customer growth a quarter | % | driver constant | 3% | As in the past.
`

export const subscriptions = (seed: number): Company => {
  const draw = new Drawing(seed, past)
  const of = (series: readonly number[], at: number): number => series[Math.max(at, 0)] ?? 0
  const reps = draw.rolled(120, (before) => before + 6 + Math.round(3 * (draw.about(1) - 1)))
  const season = [0.86, 0.96, 0.98, 1.22]
  const fresh = draw.whole((at) => of(reps, at - 1) * 74 * of(season, at % 4) * draw.about(0.05))
  const arr: number[] = [168_400]
  const expansion: number[] = [5_380]
  const churned: number[] = [3_610]
  for (let at = 1; at < past; at += 1) {
    expansion.push(Math.round(of(arr, at - 1) * 0.034 * draw.about(0.08)))
    churned.push(Math.round(of(arr, at - 1) * 0.021 * draw.about(0.1)))
    arr.push(of(arr, at - 1) + of(fresh, at) + of(expansion, at) - of(churned, at))
  }
  const subscription = draw.whole(
    (at) => ((of(arr, at) + (at === 0 ? 160_900 : of(arr, at - 1))) / 8) * draw.about(0.004),
  )
  const services = draw.whole((at) => of(subscription, at) * 0.095 * draw.about(0.08))
  const revenue = draw.of((at) => of(subscription, at) + of(services, at))
  const hosting = draw.whole((at) => of(subscription, at) * (0.24 - at * 0.002) * draw.about(0.02))
  const servicesCost = draw.whole((at) => of(services, at) * 0.97 * draw.about(0.04))
  const marketing = draw.whole((at) => of(revenue, at) * (0.52 - at * 0.006) * draw.about(0.03))
  const development = draw.grown(13_900, 0.027, 0.015)
  const administration = draw.grown(7_200, 0.016, 0.02)
  const sharePay = draw.whole((at) => of(revenue, at) * 0.142 * draw.about(0.04))
  const equipment = draw.whole((at) => of(revenue, at) * 0.03 * draw.about(0.15))
  const deferred = draw.whole((at) => of(arr, at) * of([0.395, 0.385, 0.39, 0.43], at % 4) * draw.about(0.01))
  const cash = draw.rolled(142_000, (before, at) => {
    const result =
      of(revenue, at) -
      of(hosting, at) -
      of(servicesCost, at) -
      of(marketing, at) -
      of(development, at) -
      of(administration, at)
    return before + result + of(sharePay, at) + of(deferred, at) - of(deferred, at - 1) - of(equipment, at)
  })
  return {
    name: 'Subscriptions',
    yearEndMonth: 1,
    first: [2023, 4],
    currency: 'USD',
    quarters: { past, ahead },
    table,
    past: {
      reps,
      new_arr: fresh,
      expansion,
      churned,
      arr,
      subscription,
      services,
      deferred,
      hosting,
      services_cost: servicesCost,
      marketing,
      development,
      administration,
      share_pay: sharePay,
      equipment,
      cash,
      customers: draw.grown(2_410, 0.031, 0.006),
    },
    ahead: {
      hires: [6, 6, 6, 8, 6, 6, 6, 8, 6],
      productivity: [75, 90, 66, 72, 75, 92, 67, 73, 76],
      expansion_rate: flat(0.034, ahead),
      churn_rate: Array.from({ length: ahead }, (_, at) => rounded(0.021 - at * 0.0003, 4)),
      subscription_margin_assumed: [0.782, 0.784, 0.786, 0.788, 0.79, 0.79, 0.792, 0.794, 0.795],
      marketing_share: [0.45, 0.445, 0.44, 0.435, 0.43, 0.425, 0.42, 0.415, 0.41],
    },
    bull: { expansion_rate: flat(0.039, ahead), churn_rate: flat(0.017, ahead) },
  }
}
