// Numbers typed that lie off what their formula gives, where it fits all others, and why as far as it can be told.

import { present } from '#base/assert.ts'
import type { CheckedFormula } from '#formula/check.ts'
import { plainFigure } from '#model/figure.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { isFraction } from '#model/unit.ts'
import { finding, type Finding } from './finding.ts'
import { isNear, known, lastDigitOf, middle, roundingOf, slipFactor } from './series.ts'
import type { Survey, SurveyedLine } from './survey.ts'

/** A formula that is held against fewer quarters is not held to them. */
export const fewestQuarters = 4

// Limits under which the companies of tests/laws are left in peace and their slips are named: who moves one runs these.

/** With the sign turned a number comes so much closer where the sign is what is wrong. */
const closerTurned = 0.15
/** A factor is told from others within a twentieth, or within what the formula misses by elsewhere. */
const factorNoise = 0.05
/** What is a neighbour's number comes so much closer to it than to its own quarter's, and no farther off than so many usual misses. */
const closerMoved = { part: 0.05, usual: 3 }
/** Per cents are often typed to more digits than they are known to: half a point, and a little for the machine's own rounding. */
const halfPoint = 0.0051
/** A formula that misses by no more than this part of the line's size, or than three roundings, adds up: it is what the line is. */
const identity = { size: 0.003, roundings: 3 }
/** What lies off an identity: many usual misses, more than the identity itself may miss by, and more than rounding. */
const offIdentity = { usual: 6, size: 0.004, roundings: 3 }
/** What lies off an estimate, which is never exact: a third of the line's size, and more misses than an estimate has by chance. */
const offEstimate = { usual: 9, size: 0.3 }
/** Where more than two quarters and more than one in three lie off, the formula does not fit and the numbers are not to blame. */
const mostOff = { quarters: 2, oneIn: 3 }

/** From twenty times on a decimal says nothing; below a twentieth a fraction says more than a per cent. */
const large = 20
const small = 1 / large

export const timesText = (ratio: number): string => {
  const size = Math.abs(ratio)
  if (size >= 1) return `${plainFigure(size, size < large ? 1 : 0)} times`
  return size >= small ? `${plainFigure(size * 100, 0)} % of` : `1/${plainFigure(1 / size, 0)} of`
}

/** Why a typed number lies off, as far as it can be told. */
const cause = (
  typed: Float64Array,
  given: Float64Array,
  at: number,
  rates: readonly number[],
  noise: number,
  usual: number,
): { readonly kind: Finding['kind']; readonly words: string } => {
  const [actual, value] = [present(typed[at], 'a number'), present(given[at], 'a value')]
  if (Math.abs(actual + value) <= Math.abs(actual - value) * closerTurned)
    return { kind: 'sign', words: ' The sign looks wrong.' }
  if (value !== 0 && slipFactor(actual / value, Math.max(factorNoise, noise), rates) !== null)
    return { kind: 'scale', words: ' A scale, a per cent or a currency looks mixed up.' }
  const [before, after] = [given[at - 1] ?? NaN, given[at + 1] ?? NaN]
  const close = Math.min(Math.abs(actual - value) * closerMoved.part, usual * closerMoved.usual)
  if (Math.abs(actual - before) <= close) return { kind: 'shift', words: ' It is what the quarter before should have.' }
  if (Math.abs(actual - after) <= close) return { kind: 'shift', words: ' It is what the next quarter should have.' }
  return { kind: 'fit', words: '' }
}

/** A formula that only carries the line's own past on, as it is or grown: it foretells, and what is reported need not agree. */
export const isProjection = (survey: Survey, line: LineItem, { references }: CheckedFormula): boolean =>
  references.every((reference) => {
    const item = survey.itemOf(reference.line)
    return reference.line === line.id || item?.kind === 'constant' || item?.driver === true
  })

/**
 * Whether a formula looks at what is only assumed: a constant, a driver that was never reported, or what is calculated from one; or only carries
 * its line's own past on. It is no statement about the past, which had other growth or another margin.
 */
export const isAssumed = (survey: Survey, line: LineItem, formula: CheckedFormula): boolean => {
  const seen = new Set<LineId>()
  const visit = ({ references }: CheckedFormula): boolean =>
    references.some(({ line: id }) => {
      if (seen.has(id)) return false
      seen.add(id)
      if (survey.itemOf(id)?.kind === 'constant') return true
      const surveyed = survey.byId.get(id)
      if (surveyed === undefined || surveyed.reported > 0) return false
      return surveyed.line.driver || (surveyed.formula !== null && visit(surveyed.formula))
    })
  return isProjection(survey, line, formula) || visit(formula)
}

/** Numbers typed that lie off, where the formula fits all others. */
export const missesOf = (
  survey: Survey,
  { line, typed }: SurveyedLine,
  formula: CheckedFormula,
  given: Float64Array,
  rates: readonly number[],
): readonly Finding[] => {
  const size = middle(known(typed.slice(0, survey.past)).map(Math.abs))
  const misses = Array.from(given, (value, at) => (typed[at] ?? NaN) - value)
  // That nothing is nothing in most quarters says little of the others.
  const counted = misses.filter((_, at) => typed[at] !== 0 || given[at] !== 0)
  const usual = middle(known(counted).map((each) => Math.abs(each)))
  const rounding = isFraction(line.unit) ? halfPoint : roundingOf(lastDigitOf(typed.slice(0, survey.past)), 1)
  const isIdentity =
    !isProjection(survey, line, formula) &&
    known(counted).length >= fewestQuarters &&
    usual <= Math.max(size * identity.size, rounding * identity.roundings)
  const limit = isIdentity
    ? Math.max(usual * offIdentity.usual, size * offIdentity.size, rounding * offIdentity.roundings)
    : Math.max(usual * offEstimate.usual, size * offEstimate.size)
  const off = [...misses.keys()].filter(
    (at) => Math.abs(misses[at] ?? NaN) > limit && !isNear(typed[at] ?? NaN, given[at] ?? NaN, rounding),
  )
  if (off.length > Math.max(mostOff.quarters, known(misses).length / mostOff.oneIn)) return []
  const isOpen = !isIdentity && isAssumed(survey, line, formula)
  return off.flatMap((at) => {
    const found = cause(typed, given, at, rates, usual / size, Math.max(usual, rounding))
    const { kind, words } = found.kind === 'shift' && !isIdentity ? { kind: 'fit' as const, words: '' } : found
    // What is far off an assumption may be a quarter like no other.
    if (kind === 'fit' && isOpen) return []
    const actual = present(typed[at], 'a number')
    const value = present(given[at], 'a value')
    return finding({
      kind: kind === 'fit' && isIdentity ? 'total' : kind,
      rule: 'miss',
      severity: isIdentity || kind !== 'fit' ? 'warning' : 'remark',
      place: { scenario: survey.base, line: line.id, quarter: survey.quarterAt(at) },
      sentence: `${line.label} ${survey.nameAt(at)}: ${survey.figure(line, actual)} is typed, its formula ${formula.text} gives ${survey.figure(line, value)}${isIdentity ? ', and fits all other quarters' : ''}.${words}`,
      about: String(actual),
    })
  })
}
