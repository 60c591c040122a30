// Where a line that only adds others up misses what is typed, one of those others may be why: one number that would make it add up and
// stand among its neighbours, two numbers that changed places, a series that slipped by a quarter from somewhere on. Only what makes the
// sum exact is told.

import type { CheckedFormula } from '#formula/check.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { edits, finding, type Finding, type Steps } from './finding.ts'
import { known, lastDigitOf, roundingOf, strayings, usualStraying } from './series.ts'
import type { Survey, SurveyedLine } from './survey.ts'
import { lookOf, termsOf } from './terms.ts'

const fewestQuarters = 5
const fewestSlipped = 4 // fewer numbers from a quarter on are no series that slipped
const mostInputs = 24
const mostTrials = 4000 // over the whole model: a trial takes from a tenth of a millisecond to two

type Sum = {
  readonly survey: Survey
  readonly line: LineItem
  readonly formula: CheckedFormula
  readonly typed: Float64Array
  readonly rounding: number
  /** Trials that are left, over all sums. */
  readonly left: { trials: number }
}

/** Whether a formula is nothing but lines added and taken off. */
const isPlainSum = (survey: Survey, { tree }: CheckedFormula): boolean => {
  const terms = termsOf(tree)
  return (
    terms.length > 1 &&
    terms.every(({ tree: term }) => {
      const look = lookOf(term)
      const item = look === null ? undefined : survey.itemOf(look.line)
      return item !== undefined && item.kind !== 'constant' && !item.driver
    })
  )
}

/** Reported lines that a sum comes from, itself left out: its terms, and through calculated ones what these come from. */
const inputsOf = (survey: Survey, of: LineId, formula: CheckedFormula): readonly SurveyedLine[] => {
  const seen = new Set<LineId>([of])
  const inputs: SurveyedLine[] = []
  const visit = ({ references }: CheckedFormula): void => {
    for (const { line: id } of references) {
      const surveyed = survey.byId.get(id)
      if (surveyed === undefined || seen.has(id) || surveyed.line.kind === 'constant') continue
      seen.add(id)
      if (surveyed.reported >= fewestQuarters) inputs.push(surveyed)
      else if (surveyed.formula !== null) visit(surveyed.formula)
    }
  }
  visit(formula)
  return inputs.slice(0, mostInputs)
}

const missesOf = ({ typed }: Sum, given: Float64Array): Float64Array =>
  given.map((value, at) => (typed[at] ?? NaN) - value)

const placesOff = ({ rounding }: Sum, misses: Float64Array): readonly number[] =>
  [...misses.keys()].filter((at) => Math.abs(misses[at] ?? NaN) > rounding)

type Trial = { readonly misses: Float64Array; readonly off: readonly number[]; readonly valued: number }

/** How the sum fares with another series typed on one of its inputs. */
const tried = (sum: Sum, input: LineId, series: Float64Array): Trial => {
  sum.left.trials -= 1
  const misses = missesOf(sum, sum.survey.retest(sum.line.id, sum.formula.tree, input, series))
  return { misses, off: placesOff(sum, misses), valued: known(misses).length }
}

const withValues = (series: Float64Array, ...changes: readonly (readonly [number, number])[]): Float64Array => {
  const copy = Float64Array.from(series)
  for (const [at, value] of changes) copy[at] = value
  return copy
}

const enter = (survey: Survey, line: LineId, at: number, entry: number) =>
  ({ kind: 'enter', scenario: survey.base, quarter: survey.quarterAt(at), line, entry }) as const

/** One number of an input that would make the sum right, and that its own neighbours speak for. */
const wrongNumber = (sum: Sum, { line, typed }: SurveyedLine, at: number, before: Trial): Finding | null => {
  const { survey } = sum
  const value = typed[at] ?? NaN
  const miss = before.misses[at] ?? NaN
  if (Number.isNaN(value) || value === 0) return null
  const nudged = tried(sum, line.id, withValues(typed, [at, value + miss]))
  const slope = (miss - (nudged.misses[at] ?? NaN)) / miss
  if (!(Math.abs(slope) > 1e-6)) return null
  const right = Number((value + miss / slope).toPrecision(10))
  const past = typed.slice(0, survey.past)
  // Of a small number the other sign may come right by chance.
  const isSign = Math.abs(right + value) <= sum.rounding * 2 && Math.abs(value) > sum.rounding * 20
  const all = strayings(past)
  const usual = usualStraying(all, at)
  const now = Math.abs(all[at] ?? NaN)
  const then = Math.abs(strayings(withValues(past, [at, right]))[at] ?? NaN)
  const isNatural = now > Math.max(5 * usual, 0.5) && then < Math.max(2.5 * usual, 0.2, now / 8) && right * value > 0
  if (!isSign && !isNatural) return null
  const after = tried(sum, line.id, withValues(typed, [at, right]))
  if (after.off.length >= before.off.length || after.off.includes(at)) return null
  return finding({
    kind: isSign ? 'sign' : 'scale',
    rule: `culprit`,
    severity: 'warning',
    place: { scenario: survey.base, line: line.id, quarter: survey.quarterAt(at) },
    sentence: `${line.label} ${survey.nameAt(at)}: ${survey.figure(line, value)} is typed; with ${survey.figure(line, right)} ${sum.line.label} would add up there${isSign ? '' : ', and it would stand among its neighbours'}.`,
    about: String(value),
    mending: edits(`Type ${survey.figure(line, right)} instead`, enter(survey, line.id, at, right)),
  })
}

/** Two neighbouring numbers of an input that changed places. */
const exchanged = (sum: Sum, { line, typed }: SurveyedLine, at: number, before: Trial): Finding | null => {
  const { survey } = sum
  const [one, two] = [typed[at] ?? NaN, typed[at + 1] ?? NaN]
  if (at < 0 || at + 1 >= survey.past || Number.isNaN(one + two) || Math.abs(one - two) <= sum.rounding * 2) return null
  const after = tried(sum, line.id, withValues(typed, [at, two], [at + 1, one]))
  const isMended = before.off.filter((each) => each === at || each === at + 1).length > 0
  if (!isMended || after.off.includes(at) || after.off.includes(at + 1) || after.off.length >= before.off.length)
    return null
  return finding({
    kind: 'shift',
    rule: `exchanged ${sum.line.key}`,
    severity: 'warning',
    place: { scenario: survey.base, line: line.id, quarter: survey.quarterAt(at) },
    sentence: `${line.label}: ${survey.figure(line, one)} in ${survey.nameAt(at)} and ${survey.figure(line, two)} in ${survey.nameAt(at + 1)} look exchanged. The other way round ${sum.line.label} adds up.`,
    about: `${one} ${two}`,
    mending: edits('Exchange the two numbers', enter(survey, line.id, at, two), enter(survey, line.id, at + 1, one)),
  })
}

/** The series of an input from one quarter on moved back to where it belongs. */
function* slipped(sum: Sum, { line, typed }: SurveyedLine, before: Trial): Steps {
  const { survey } = sum
  for (const by of [1, -1])
    for (let from = 0; from <= survey.past - fewestSlipped && sum.left.trials > 0; from += 1) {
      const series = typed.map((value, at) => {
        if (at < from || at >= survey.past) return value
        const source = at + by
        return source < from || source >= survey.past ? NaN : (typed[source] ?? NaN)
      })
      const after = tried(sum, line.id, series)
      const enough = after.valued >= Math.max(fewestQuarters - 1, before.valued - 2)
      if (!enough || after.off.length > 0) {
        yield []
        continue
      }
      const words = by === 1 ? 'late' : 'early'
      yield [
        finding({
          kind: 'shift',
          rule: `slipped ${sum.line.key}`,
          severity: 'warning',
          place: { scenario: survey.base, line: line.id, quarter: null },
          sentence: `${line.label}: its numbers${from === 0 ? '' : ` from ${survey.nameAt(from)} on`} look typed a quarter ${words}. Moved by one quarter, ${sum.line.label} adds up in all ${after.valued} quarters.`,
          // The slip's beginning: the series goes on with each quarter that is reported.
          about: [words, survey.quarterAt(from), ...typed.slice(from, from + fewestSlipped)].join(' '),
        }),
      ]
      return
    }
}

/** The single numbers that make a sum miss, a few trials at a time; gives them all. */
function* wrongNumbers(
  sum: Sum,
  inputs: readonly SurveyedLine[],
  before: Trial,
): Generator<readonly Finding[], readonly Finding[]> {
  const found: Finding[] = []
  for (const at of before.off)
    for (const input of inputs) {
      if (sum.left.trials <= 0) return found
      for (const look of [wrongNumber(sum, input, at, before), exchanged(sum, input, at - 1, before)])
        if (look !== null) found.push(look)
      yield []
      const next = exchanged(sum, input, at, before)
      if (next !== null) found.push(next)
      yield []
    }
  return found
}

/** A trial takes a tenth of a millisecond or two: no step has more than three. */
function* culpritsOf(sum: Sum): Steps {
  const { survey, line, formula } = sum
  const misses = missesOf(sum, survey.backTest(line.id, formula.tree))
  const before: Trial = { misses, off: placesOff(sum, misses), valued: known(misses).length }
  const isOff = before.valued >= fewestQuarters && before.off.length > 0
  if (!isOff) return
  const inputs = inputsOf(survey, line.id, formula)
  const isMostlyRight = before.off.length <= Math.max(2, before.valued / 2)
  if (isMostlyRight) {
    const found = yield* wrongNumbers(sum, inputs, before)
    if (found.length > before.off.length * 2) return
    if (found.length > 0) {
      yield found
      return
    }
  }
  if (before.off.length < 3) return
  for (const input of inputs)
    for (const found of slipped(sum, input, before)) {
      yield found
      if (found.length > 0) return
    }
}

/** What makes sums of reported lines miss. */
export function* culpritFindings(survey: Survey): Steps {
  const left = { trials: mostTrials }
  for (const { line, typed, formula, reported } of survey.lines) {
    if (formula === null || line.driver || reported < fewestQuarters || line.tolerance !== null) continue
    if (line.unit.kind !== 'currency' && line.unit.kind !== 'count') continue
    if (left.trials <= 0 || !isPlainSum(survey, formula)) continue
    const rounding = roundingOf(lastDigitOf(typed), termsOf(formula.tree).length)
    yield* culpritsOf({ survey, line, formula, typed, rounding, left })
    yield []
  }
}
