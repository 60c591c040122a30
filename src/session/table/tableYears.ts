// Years in a pasted table are no numbers of the model's, which computes them. They say whether a line adds up over its year or
// ends with its last quarter, and check what was read.

import type { Kind } from '#model/lineItem.ts'
import { fiscalYearName, quarterOfFiscal, type FiscalCalendar } from '#model/fiscalCalendar.ts'
import type { Quarter } from '#model/quarter.ts'

export type YearFigure = { readonly year: number; readonly value: number; readonly half: number }

type Evidence = {
  readonly year: number
  readonly value: number
  readonly sum: number
  readonly last: number
  readonly slack: number
}

const evidenceOf = (
  numbers: ReadonlyMap<Quarter, number>,
  years: readonly YearFigure[],
  calendar: FiscalCalendar,
): readonly Evidence[] =>
  years.flatMap(({ year, value, half }) => {
    const quarters = [1, 2, 3, 4].map((quarter) => numbers.get(quarterOfFiscal({ year, quarter }, calendar)))
    const known = quarters.filter((each) => each !== undefined)
    if (known.length < 4) return []
    // Each of five rounded figures may be off by half a digit.
    return [
      { year, value, sum: known.reduce((sum, each) => sum + each, 0), last: known[3] ?? NaN, slack: half * 5 + 1e-9 },
    ]
  })

const isSum = ({ value, sum, slack }: Evidence): boolean => Math.abs(value - sum) <= slack
const isLast = ({ value, last, slack }: Evidence): boolean => Math.abs(value - last) <= slack

/** What a line’s years say it is; null where they do not tell. */
export const kindOfYears = (
  numbers: ReadonlyMap<Quarter, number>,
  years: readonly YearFigure[],
  calendar: FiscalCalendar,
): Extract<Kind, 'flow' | 'balance'> | null => {
  const evidence = evidenceOf(numbers, years, calendar)
  if (evidence.length === 0) return null
  if (evidence.every(isSum)) return evidence.every(isLast) ? null : 'flow'
  return evidence.every(isLast) ? 'balance' : null
}

export type YearCheck = { readonly checked: number; readonly faults: readonly string[] }

/** Which years of a line are not what its quarters come to, each in a sentence. */
export const checkYears = (
  {
    label,
    kind,
    numbers,
  }: { readonly label: string; readonly kind: Kind; readonly numbers: ReadonlyMap<Quarter, number> },
  years: readonly YearFigure[],
  calendar: FiscalCalendar,
  show: (value: number) => string,
): YearCheck => {
  if (kind !== 'flow' && kind !== 'balance') return { checked: 0, faults: [] }
  const evidence = evidenceOf(numbers, years, calendar)
  const faults = evidence
    .filter((each) => !(kind === 'flow' ? isSum(each) : isLast(each)))
    .map(({ year, value, sum, last }) => {
      const name = `${label} ${fiscalYearName(year)}: the table has ${show(value)}`
      return kind === 'flow'
        ? `${name}, its quarters add up to ${show(sum)}.`
        : `${name}, its last quarter is ${show(last)}.`
    })
  return { checked: evidence.length, faults }
}
