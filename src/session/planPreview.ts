// How a plan spreads an amount over a window, before it is chosen: for the dialog's drawings and words, and to fill a plan
// that is typed by quarter. The model's own figures come from its formulas (commitmentFormula.ts).

import { shortBillions } from '#analysis/pacingWords.ts'
import { listed } from '#base/listing.ts'
import type { PlanShape } from '#model/commitment.ts'
import type { Unit } from '#model/unit.ts'

/** A plan that its shape alone tells; one typed by quarter is told by what is typed. */
export type DrawnPlan = Exclude<PlanShape, 'typed'>

/** The share of the amount planned after `elapsed` of so many quarters. */
const planShare = (plan: DrawnPlan, elapsed: number, quarters: number): number => {
  const weights = quarters * (quarters + 1)
  const share = elapsed / quarters
  switch (plan) {
    case 'straight':
      return share
    case 'front-loaded':
      return (elapsed * (2 * quarters + 1 - elapsed)) / weights
    case 'back-loaded':
      return (elapsed * (elapsed + 1)) / weights
    case 'S-curve':
      return 3 * share ** 2 - 2 * share ** 3
  }
}

export const planWords: Readonly<Record<PlanShape, string>> = {
  straight: 'Straight: the same in every quarter',
  'front-loaded': 'Front-loaded: most at first, less in every quarter',
  'back-loaded': 'Back-loaded: little at first, more in every quarter',
  'S-curve': 'S-curve: slow, then fast, then slow',
  typed: 'Typed by quarter',
}

/** Drawn in a box of width 1 and height 1, the amount at the top: `0,1 0.5,0.5 1,0`. */
export const planPoints = (plan: DrawnPlan, quarters = 12): string =>
  Array.from({ length: quarters + 1 }, (_, at) => {
    const place = (value: number): string => String(Math.round(value * 1000) / 1000)
    return `${place(at / quarters)},${place(1 - planShare(plan, at, quarters))}`
  }).join(' ')

/** `Planned by the end of quarter 1, 2 and 3: 31.667 bn, 63.333 bn and 95 bn of 380 bn.` */
export const planStartText = (plan: DrawnPlan, amount: number, quarters: number, unit: Unit): string => {
  const shown = Array.from({ length: Math.min(3, quarters) }, (_, at) => at + 1)
  const figures = shown.map((at) => shortBillions(amount * planShare(plan, at, quarters), unit))
  return `Planned by the end of quarter ${listed(shown.map(String))}: ${listed(figures)} of ${shortBillions(amount, unit)}.`
}

const digitsKept = 6 // an amount of 380,000 is planned in whole ones, one of 380 in thousandths

/** What is planned in each quarter, in figures one would type; they add up to the amount. */
export const plannedByQuarter = (plan: DrawnPlan, amount: number, quarters: number): readonly number[] => {
  const digits = Math.max(0, digitsKept - 1 - Math.floor(Math.log10(amount)))
  const rounded = (value: number): number => Number(value.toFixed(Math.min(digits, 20)))
  const sums = Array.from({ length: quarters }, (_, at) =>
    at === quarters - 1 ? amount : rounded(amount * planShare(plan, at + 1, quarters)),
  )
  return sums.map((sum, at) => Number((sum - (sums[at - 1] ?? 0)).toPrecision(14)))
}
