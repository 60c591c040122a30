// An airline in pounds, year to March: seats flown, load and fares by season, fuel bought in dollars, debt.

import { Drawing, flat } from './quartersDrawn.ts'
import type { Company } from './sheet.ts'

const past = 13
const ahead = 7

const table = `
  ## Traffic
  seat_km | Available seat kilometres (m) | n | flow | seat_km[-4] * (1 + capacity_growth)
  passenger_km | Passenger kilometres (m) | n | flow | seat_km * load_assumed
  load_factor | Load factor | % | rate | passenger_km / seat_km
  passengers | Passengers (m) | n | flow | passenger_km / trip_length
  ## Revenue
  passenger_revenue | Passenger revenue | m | flow | passenger_revenue[-4] * passenger_km / passenger_km[-4] * (1 + yield_growth)
  cargo | Cargo revenue | m | flow | cargo[-4] * (1 + cargo_growth)
  other_revenue | Other revenue | m | flow | passenger_revenue * other_share
  revenue | Total revenue | m | flow | passenger_revenue + cargo + other_revenue
  ## Costs
  fuel_tonnes | Fuel burnt (kt) | n | flow | seat_km * burn / 1000
  fuel_dollars | Fuel bill in dollars | USD m | flow | fuel_tonnes * fuel_price / 1000
  dollars_a_pound | Dollars a pound | fx USD/GBP | rate | dollars_a_pound[-1]
  fuel | Fuel cost | m | flow | fuel_dollars / dollars_a_pound
  staff | Staff cost | m | flow | staff[-4] * (1 + wage_growth)
  airports | Airport and handling charges | m | flow | airports[-4] * passengers / passengers[-4] * (1 + charge_inflation)
  maintenance | Maintenance | m | flow | maintenance[-4] * (1 + capacity_growth)
  depreciation | Depreciation | m | flow | depreciation[-1] * (1 + fleet_growth)
  costs | Operating costs | m | flow | fuel + staff + airports + maintenance + depreciation
  ebit | Operating profit | m | flow | revenue - costs
  ebitda | EBITDA | m | flow | ebit + depreciation
  finance_cost | Net finance cost | m | flow | net_debt[-1] * cost_of_debt / 4
  pretax | Profit before tax | m | flow | ebit - finance_cost
  tax | Tax | m | flow | pretax * tax_rate
  net_profit | Profit after tax | m | flow | pretax - tax
  ## Cash
  capex | Aircraft and other capex | m | flow | capex_year / 4
  net_debt | Net debt | m | balance | net_debt[-1] - ebitda + capex + finance_cost + tax
  leverage | Net debt over EBITDA | x | rate | net_debt / ttm(ebitda)
  ## Ratios
  fuel_share | Fuel over revenue | % | rate | fuel / revenue
  ebit_margin | Operating margin | % | rate | ebit / revenue
  unit_revenue | Revenue a seat kilometre | each | rate | revenue / seat_km
  unit_cost | Cost a seat kilometre without fuel | each | rate | (costs - fuel) / seat_km
  seat_km_yoy | Capacity, year on year | % | rate | yoy(seat_km)
  revenue_yoy | Revenue, year on year | % | rate | yoy(revenue)
  cost_check | Costs less their parts | m | check 1 | costs - fuel - staff - airports - maintenance - depreciation
  ## Assumptions
  capacity_growth | Capacity growth, year on year | % | driver rate | | Twelve aircraft a year.
  load_assumed | Load factor | % | driver rate | | A point above last year.
  trip_length | Kilometres a trip | n | driver constant | 1480 | As in the last two years.
  yield_growth | Yield growth, year on year | % | driver rate | | Fares hold.
  cargo_growth | Cargo growth, year on year | % | driver rate | | Rates normalise.
  other_share | Other over passenger revenue | % | driver constant | 12% | Bags and seats.
  burn | Tonnes a million seat kilometres | n | driver constant | 19.5 | Newer aircraft.
  fuel_price | Fuel price, dollars a tonne | n | driver rate | | Half is hedged at 800.
  wage_growth | Wage growth, year on year | % | driver constant | 4% | Pilots' agreement.
  charge_inflation | Inflation of charges, year on year | % | driver constant | 3% | Regulated.
  fleet_growth | Fleet growth a quarter | % | driver constant | 1% | Deliveries.
  cost_of_debt | Cost of debt, a year | % | driver constant | 5.2% | Bonds outstanding.
  tax_rate | Tax rate | % | driver constant | 25% | United Kingdom.
  capex_year | Capex a year | m | driver constant | 1000 | Guidance.
`

const summer = [1.22, 1.34, 0.84, 0.8]

export const airline = (seed: number): Company => {
  const draw = new Drawing(seed, past)
  const of = (series: readonly number[], at: number): number => series[Math.max(at, 0)] ?? 0
  const seats = draw.grown(18_900, 0.011, 0.008, [1.08, 1.17, 0.92, 0.86])
  const flown = draw.whole((at) => of(seats, at) * of([0.87, 0.9, 0.84, 0.82], at % 4) * draw.about(0.008))
  const passengers = draw.of((at) => Number(((of(flown, at) / 1480) * draw.about(0.008)).toFixed(2)))
  const ticket = draw.whole(
    (at) => of(flown, at) * 0.071 * (0.86 + 0.14 * of(summer, at % 4)) * 1.006 ** at * draw.about(0.012),
  )
  const cargo = draw.whole((at) => 74 * (1 + 0.06 * Math.sin(at)) * draw.about(0.05))
  const other = draw.whole((at) => of(ticket, at) * 0.12 * draw.about(0.03))
  const tonnes = draw.of((at) => Number((of(seats, at) * 0.0195 * draw.about(0.006)).toFixed(1)))
  const fuelPrice = draw.whole((at) => 830 + 70 * Math.sin(at / 3) + 20 * (draw.about(1) - 1))
  const dollars = draw.of((at) => Math.round((of(tonnes, at) * of(fuelPrice, at)) / 1000))
  const rate = draw.of((at) => Number((1.255 + 0.03 * Math.sin(at / 2.5) + 0.01 * (draw.about(1) - 1)).toFixed(3)))
  const fuel = draw.whole((at) => of(dollars, at) / of(rate, at))
  const staff = draw.grown(268, 0.012, 0.012, [1.03, 1.06, 0.97, 0.95])
  const airports = draw.whole((at) => of(passengers, at) * 33 * 1.005 ** at * draw.about(0.015))
  const maintenance = draw.whole((at) => of(seats, at) * 0.0084 * draw.about(0.03))
  const depreciation = draw.grown(121, 0.01, 0.012)
  const revenue = draw.of((at) => of(ticket, at) + of(cargo, at) + of(other, at))
  const costs = draw.of(
    (at) => of(fuel, at) + of(staff, at) + of(airports, at) + of(maintenance, at) + of(depreciation, at),
  )
  const capex = draw.whole(() => 246 * draw.about(0.2))
  const debt: number[] = [2_310]
  const finance: number[] = [31]
  const tax: number[] = []
  for (let at = 0; at < past; at += 1) {
    if (at > 0) finance.push(Math.round(((of(debt, at - 1) * 0.052) / 4) * draw.about(0.03)))
    const ebit = of(revenue, at) - of(costs, at)
    tax.push(Math.round((ebit - of(finance, at)) * 0.25 * draw.about(0.04)))
    if (at > 0)
      debt.push(of(debt, at - 1) - ebit - of(depreciation, at) + of(capex, at) + of(finance, at) + of(tax, at))
  }
  return {
    name: 'Airline',
    yearEndMonth: 3,
    first: [2022, 6],
    currency: 'GBP',
    quarters: { past, ahead },
    table,
    past: {
      seat_km: seats,
      passenger_km: flown,
      passengers,
      passenger_revenue: ticket,
      cargo,
      other_revenue: other,
      fuel_tonnes: tonnes,
      fuel_dollars: dollars,
      dollars_a_pound: rate,
      fuel,
      staff,
      airports,
      maintenance,
      depreciation,
      costs,
      finance_cost: finance,
      tax,
      capex,
      net_debt: debt,
      fuel_price: fuelPrice,
    },
    ahead: {
      capacity_growth: [0.05, 0.05, 0.045, 0.045, 0.04, 0.04, 0.04],
      load_assumed: [0.905, 0.845, 0.825, 0.875, 0.905, 0.85, 0.83],
      yield_growth: [0.02, 0.02, 0.015, 0.015, 0.015, 0.01, 0.01],
      cargo_growth: flat(0.02, ahead),
      fuel_price: [810, 800, 800, 790, 790, 780, 780],
    },
    bull: {
      yield_growth: [0.03, 0.035, 0.035, 0.03, 0.03, 0.03, 0.03],
      fuel_price: [780, 760, 750, 740, 740, 740, 740],
    },
  }
}
