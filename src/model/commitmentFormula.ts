// What each part of a commitment is computed by, as formula text. Amount, plan, start and length are constants like any other,
// so the formulas are the same in every scenario.

import type { Reading } from './commitment.ts'
import type { ReadingPart } from './commitmentParts.ts'
import { fiscalQuarterOf, type FiscalCalendar } from './fiscalCalendar.ts'

/** The names that formulas of a reading use: `of('counted')` is its line's key. */
export type PartNames = {
  readonly amount: string
  readonly plan: string
  readonly of: (part: ReadingPart) => string
  /** The key of the plan typed for the reading that holds: others follow it; null for itself. */
  readonly typedElsewhere: string | null
}

/** The quarter's number in the window, 1 in its first: `(fiscal_year - 2026) * 4 + fiscal_quarter - ai_capex_delay`. */
const numberFormula = ({ first }: Reading, delay: string, calendar: FiscalCalendar): string => {
  const { year, quarter } = fiscalQuarterOf(first, calendar)
  const before = quarter === 1 ? '' : ` - ${quarter - 1}`
  return `(fiscal_year - ${year}) * 4 + fiscal_quarter${before} - ${delay}`
}

/** Null for what is typed and has no formula: the plan typed by quarter of the reading that holds. */
export const partFormula = (
  part: ReadingPart,
  reading: Reading,
  names: PartNames,
  calendar: FiscalCalendar,
): string | null => {
  const { amount, plan, of } = names
  const [number, elapsed, length] = [of('number'), of('elapsed'), of('quarters')]
  const [counting, counted, planned, earned] = [of('counting'), of('counted'), of('planned'), of('earned')]
  const [required, mean, completion, typed] = [of('required'), of('mean'), of('completion'), of('typed')]
  /** How a formula says "no value": the mean of no quarter at all, of a line that depends on nothing. */
  const none = `mean(${elapsed}[0:-1])`
  switch (part) {
    case 'delay':
      return String(reading.delay)
    case 'quarters':
      return String(reading.quarters)
    case 'counting':
      return reading.counts
    case 'typed':
      return names.typedElsewhere
    case 'number':
      return numberFormula(reading, of('delay'), calendar)
    case 'elapsed':
      return `clamp(${number}, 0, ${length})`
    case 'shape':
      return (
        `if(${plan} == 1, ${elapsed} / ${length}, ` +
        `if(${plan} == 2, ${elapsed} * (2 * ${length} + 1 - ${elapsed}) / (${length} * (${length} + 1)), ` +
        `if(${plan} == 3, ${elapsed} * (${elapsed} + 1) / (${length} * (${length} + 1)), ` +
        `if(${plan} == 4, 3 * (${elapsed} / ${length})^2 - 2 * (${elapsed} / ${length})^3, ${none}))))`
      )
    case 'counted':
      return `if(${number} < 1, 0, if(${number} == 1, ${counting}, ${counted}[-1] + ${counting}))`
    case 'planned':
      return (
        `if(${plan} != 5, ${amount} * ${of('shape')}, ` +
        `if(${number} < 1, 0, if(${number} > ${length}, ${planned}[-1], ` +
        `if(${number} == 1, ${typed}, ${planned}[-1] + ${typed}))))`
      )
    case 'ahead':
      return `${counted} - ${planned}`
    case 'spi':
      return `if(${planned} > 0, ${counted} / ${planned}, ${none})`
    case 'earned':
      return `earned(${counted}, ${planned}, ${elapsed}, ${length})`
    case 'ahead_quarters':
      return `${earned} - ${elapsed}`
    case 'spi_t':
      return `if(${elapsed} > 0, ${earned} / ${elapsed}, ${none})`
    case 'required':
      return `if(${elapsed} < ${length}, max(${amount} - ${counted}, 0) / (${length} - ${elapsed}), ${none})`
    case 'mean':
      return `mean(${counting}[-3:0])`
    case 'required_multiple':
      return `if(${mean} > 0, ${required} / ${mean}, ${none})`
    case 'completion':
      // Quarters from the window's start until the amount was reached, linear within the quarter, also past the window's
      // end; none while it is not reached.
      return (
        `if(${counted} < ${amount}, ${none}, ` +
        `if(coalesce(${counted}[-1], 0) >= ${amount}, ${completion}[-1], ` +
        `${number} - 1 + (${amount} - coalesce(${counted}[-1], 0)) / (${counted} - coalesce(${counted}[-1], 0))))`
      )
    case 'late':
      return `${completion} - ${length}`
    case 'mean_total':
      return `${counted} + (${length} - ${elapsed}) * ${mean}`
    case 'mean_completion':
      return (
        `if(${counted} >= ${amount}, ${completion}, ` +
        `if(${mean} > 0, max(${number}, 0) + (${amount} - ${counted}) / ${mean}, ${none}))`
      )
  }
}
