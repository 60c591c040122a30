// Expressions that must be alike: terms of a sum, sides of a comparison, alternatives. The one that fits the formula's line
// is what the others are held against, else the first that has a unit.

import { accrualOfSum } from './accrual.ts'
import { clashOf, isFractionSort, joined, measureOf, plain, unknown, type Measure } from './measure.ts'
import { termsOf, type Part, type Reading, type Sense } from './sense.ts'
import type { ArithmeticOperator, Tree } from './tree.ts'
import { mismatch, type FormulaWarning, type Together } from './unitWarning.ts'

export type Tell = (warning: FormulaWarning) => void

const fits = (measure: Measure, expected: Measure): boolean => clashOf(measure, expected) === null

/** What parts of the `whole` have in common; null, after saying so, where two of them do not go together. */
export const alike = (
  reading: Reading,
  parts: readonly Part[],
  together: Together,
  whole: Tree,
  tell: Tell,
): Measure | null => {
  const expected = measureOf(reading.line.unit)
  const known = parts.filter(({ sense }) => 'scale' in sense.measure)
  const fitting = together === 'comparison' ? undefined : known.find(({ sense }) => fits(sense.measure, expected))
  const first = fitting ?? known[0]
  if (first === undefined) return parts.map(({ sense }) => sense.measure).reduce(joined)
  let { measure } = first.sense
  for (const odd of known) {
    const clash = clashOf(odd.sense.measure, measure)
    if (clash !== null) {
      const held = { ...first, sense: { ...first.sense, measure } }
      tell(mismatch(reading, together, clash, { fitting: held, odd, whole }))
      return null
    }
    measure = joined(measure, odd.sense.measure)
  }
  return parts.some(({ sense }) => sense.measure.kind === 'unknown') ? unknown : measure
}

/** A per cent less a per cent is points; with a number written beside it, it is a share of something: `1 + growth`. */
const measureOfSum = (measure: Measure, parts: readonly Part[], isDifference: boolean): Measure => {
  if (measure.kind !== 'plain' || !isFractionSort(measure.sort)) return measure
  if (parts.some(({ sense }) => sense.measure.kind === 'any')) return plain('ratio', measure.scale)
  return isDifference && measure.sort === 'percent' ? plain('points', measure.scale) : measure
}

/** Whether it is a quotient of money of two scales, which next to a written number cannot be right. */
const isOffScale = (measure: Measure): boolean =>
  measure.kind === 'plain' && measure.scale !== null && measure.scale !== 0

/** Of a sum whose terms do not go together. */
const apart: Sense = { measure: unknown, accrual: 'unknown', terms: [] }

export type SumPart = Part & { readonly operator: ArithmeticOperator }

export const sumSense = (reading: Reading, parts: readonly SumPart[], whole: Tree, tell: Tell): Sense => {
  const common = alike(reading, parts, 'sum', whole, tell)
  if (common === null) return apart
  const written = parts.find(({ sense }) => sense.measure.kind === 'any')
  const offScale = written === undefined ? undefined : parts.find(({ sense }) => isOffScale(sense.measure))
  if (written !== undefined && offScale !== undefined) {
    const fitting = { ...written, sense: { ...written.sense, measure: plain('ratio') } }
    tell(mismatch(reading, 'sum', 'scale', { fitting, odd: offScale, whole }))
    return apart
  }
  const terms = parts.flatMap((part) => termsOf(part, part.operator === '-'))
  const isDifference = parts.length === 2 && parts[1]?.operator === '-'
  const measure = measureOfSum(common, parts, isDifference)
  return { measure, accrual: accrualOfSum(terms), terms }
}
