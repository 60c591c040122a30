// Slips in what is typed, told from the line's own numbers: a sign, a scale, a number far from its neighbours, a number repeated, a gap.

import { present } from '#base/assert.ts'
import { isFraction } from '#model/unit.ts'
import { timesText } from './misses.ts'
import { edits, finding, type Finding, type Steps } from './finding.ts'
import { around, known, lastDigitOf, middle, slipFactor, strayings, usualStraying } from './series.ts'
import { expectedLines, type Survey, type SurveyedLine } from './survey.ts'

const fewestOthers = 4
/** Numbers of a line that moves by so many of its last digits a quarter do not come back by chance; of one that moves by fewer they might. */
const neverByChance = 100
const hardlyByChance = 12
/** A line of which so many numbers have one sign has a usual sign. */
const usualShare = 0.75
/** So many times the largest of all others, or as small a part of the smallest, no steady line ever is. */
const farBeyond = 3

const enter = (survey: Survey, { line }: SurveyedLine, at: number, entry: number | null) =>
  ({ kind: 'enter', scenario: survey.base, quarter: survey.quarterAt(at), line: line.id, entry }) as const

const typedPlaces = ({ typed }: SurveyedLine, past: number): readonly number[] =>
  [...typed.keys()].filter((at) => at < past && !Number.isNaN(typed[at]))

/** A number whose sign is another than that of all others, or of all around it, and which is no small one. */
const signsOf = (survey: Survey, surveyed: SurveyedLine): readonly Finding[] => {
  const { line, typed } = surveyed
  const places = typedPlaces(surveyed, survey.past).filter((at) => typed[at] !== 0)
  const size = middle(places.map((at) => Math.abs(present(typed[at], 'a number'))))
  return places.flatMap((at) => {
    const value = present(typed[at], 'a number')
    const others = places.filter((each) => each !== at).map((each) => present(typed[each], 'a number'))
    const near = around(typed.slice(0, survey.past), at).filter((each) => each !== 0)
    const isOpposite = (each: number): boolean => Math.sign(each) !== Math.sign(value)
    const isAlone = others.length >= fewestOthers && others.every(isOpposite)
    const isMostly = others.filter(isOpposite).length >= others.length * usualShare
    const isIsland =
      isMostly && near.length >= 3 && near.every(isOpposite) && Math.abs(value) > 0.4 * middle(near.map(Math.abs))
    if (!isAlone && !isIsland) return []
    if (isFraction(line.unit) && Math.abs(value) < 0.3 * size) return []
    return [
      finding({
        kind: 'sign',
        rule: 'typed',
        severity: 'warning',
        place: { scenario: survey.base, line: line.id, quarter: survey.quarterAt(at) },
        sentence: `${line.label} ${survey.nameAt(at)}: ${survey.figure(line, value)} has another sign than ${isAlone ? 'every other number of the line' : 'the numbers around it'}.`,
        about: String(value),
        mending: edits(`Type ${survey.figure(line, -value)} instead`, enter(survey, surveyed, at, -value)),
      }),
    ]
  })
}

const mended = (value: number, factor: number): number => Number((value / factor).toPrecision(12))

/** A number whose size is far from what stands around it. */
const outliersOf = (survey: Survey, surveyed: SurveyedLine, rates: readonly number[]): readonly Finding[] => {
  const { line } = surveyed
  const typed = surveyed.typed.slice(0, survey.past)
  const all = strayings(typed)
  const places = typedPlaces(surveyed, survey.past)
  if (places.length <= fewestOthers) return []
  const isPercent = isFraction(line.unit)
  return places.flatMap((at) => {
    const straying = all[at] ?? NaN
    const usual = usualStraying(all, at)
    const far = Math.max(isPercent ? 8 * usual : 5 * usual, isPercent ? 2 : 0.6)
    if (Number.isNaN(straying) || Math.abs(straying) < far) return []
    // Beside a number that is far off, its neighbours are off too: only the farthest speaks.
    const isOutdone = [-1, 1, -4, 4].some((offset) => Math.abs(all[at + offset] ?? 0) > Math.abs(straying) * 1.05)
    if (isOutdone) return []
    const value = present(typed[at], 'a number')
    const factor = slipFactor(Math.exp(straying), Math.min(Math.max(1.5 * usual, 0.1), 0.35), rates)
    const isSlip = factor !== null && Math.abs(straying) > 6 * usual
    const sizes = places.filter((each) => each !== at).map((each) => Math.abs(present(typed[each], 'a number')))
    const beyond = Math.max(Math.abs(value) / Math.max(...sizes), Math.min(...sizes) / Math.abs(value))
    const isGrave = isSlip || (beyond > farBeyond && Math.abs(straying) > 10 * usual)
    return [
      finding({
        kind: isSlip ? 'scale' : 'outlier',
        rule: 'typed',
        severity: isGrave ? 'warning' : 'remark',
        place: { scenario: survey.base, line: line.id, quarter: survey.quarterAt(at) },
        sentence: `${line.label} ${survey.nameAt(at)}: ${survey.figure(line, value, isPercent ? 1 : 0)} is ${timesText(Math.exp(straying))} what stands around it.${isSlip ? ' A scale, a per cent or a currency looks mixed up.' : ''}`,
        about: String(value),
        mending: isSlip
          ? edits(
              `Type ${survey.figure(line, mended(value, factor))} instead`,
              enter(survey, surveyed, at, mended(value, factor)),
            )
          : null,
      }),
    ]
  })
}

/** How many of its last digits a line usually moves by over some quarters. */
const usualMove = (typed: Float64Array, past: number, quarters: number): number => {
  const moves = Array.from({ length: past }, (_, at) => Math.abs((typed[at] ?? NaN) - (typed[at - quarters] ?? NaN)))
  return middle(known(moves)) / lastDigitOf(typed.slice(0, past))
}

/** The same number in two neighbouring quarters, or a year apart, of a line that moves: a copy that went stale. */
const repeatsOf = (survey: Survey, surveyed: SurveyedLine): readonly Finding[] => {
  const { line, typed } = surveyed
  const places = typedPlaces(surveyed, survey.past)
  if (places.length < fewestOthers || new Set(places.map((at) => typed[at])).size < places.length * 0.75) return []
  return places.flatMap((at) => {
    const value = present(typed[at], 'a number')
    const before = places[places.indexOf(at) - 1]
    const twin = [before === undefined ? 1 : at - before, 4].find((quarters) => typed[at - quarters] === value)
    if (twin === undefined || value === 0) return []
    const move = usualMove(typed, survey.past, twin < 4 ? 1 : 4)
    if (move < (twin < 4 ? hardlyByChance : neverByChance)) return []
    return [
      finding({
        kind: 'repeat',
        rule: 'typed',
        severity: move >= neverByChance ? 'warning' : 'remark',
        place: { scenario: survey.base, line: line.id, quarter: survey.quarterAt(at) },
        sentence: `${line.label} ${survey.nameAt(at)}: ${survey.figure(line, value)} is exactly what ${survey.nameAt(at - twin)} has. It looks like a copy; type the quarter’s own number.`,
        about: String(value),
      }),
    ]
  })
}

/** The numbers on both sides of a gap; at an end there is one. */
const besideGap = (typed: Float64Array, places: readonly number[], gap: number): string =>
  [places.findLast((at) => at < gap), places.find((at) => at > gap)]
    .map((at) => (at === undefined ? 'nothing' : String(typed[at])))
    .join(' ')

/** Quarters left out in the middle of a reported line, and the last ones where it was reported in every quarter before. */
const gapsOf = (
  survey: Survey,
  surveyed: SurveyedLine,
  expected: ReadonlySet<string>,
  begins: ReadonlyMap<string, number>,
): readonly Finding[] => {
  const { line, typed, formula } = surveyed
  const places = typedPlaces(surveyed, survey.past)
  const [first, last] = [places[0] ?? 0, places.at(-1) ?? 0]
  const missing = Array.from({ length: last - first }, (_, step) => first + step).filter((at) =>
    Number.isNaN(typed[at]),
  )
  if (places.length < fewestOthers || expected.has(line.id) || missing.length > Math.max(1, places.length * 0.15))
    return []
  // The past's last quarter alone may be due; a line that ended long ago has ended.
  const late = missing.length === 0 && last === survey.past - 2 ? [survey.past - 1] : []
  const early = first === (begins.get(line.section) ?? NaN) + 1 && missing.length === 0 ? [first - 1] : []
  return [...early, ...missing, ...late].map((at) =>
    finding({
      kind: 'gap',
      rule: 'typed',
      severity: 'warning',
      place: { scenario: survey.base, line: line.id, quarter: survey.quarterAt(at) },
      sentence: `${line.label} has no number in ${survey.nameAt(at)}, ${at > last ? 'the last reported quarter' : at < first ? 'where the lines around it begin' : 'and has one before and after'}.${formula === null ? '' : ' Its formula fills the quarter.'}`,
      about: besideGap(typed, places, at),
    }),
  )
}

/** Where most reported lines of a section begin. */
const beginnings = (survey: Survey): ReadonlyMap<string, number> => {
  const bySection = new Map<string, number[]>()
  for (const surveyed of survey.lines) {
    const first = typedPlaces(surveyed, survey.past)[0]
    if (first === undefined || surveyed.line.driver || surveyed.reported < fewestOthers) continue
    bySection.set(surveyed.line.section, [...(bySection.get(surveyed.line.section) ?? []), first])
  }
  return new Map(
    [...bySection].flatMap(([section, firsts]) => {
      const first = Math.min(...firsts)
      return firsts.filter((each) => each === first).length > firsts.length * 0.6 ? [[section, first] as const] : []
    }),
  )
}

export function* typedFindings(survey: Survey, rates: readonly number[]): Steps {
  const expected = expectedLines(survey)
  const begins = beginnings(survey)
  for (const surveyed of survey.lines) {
    const { line, reported } = surveyed
    if (line.kind === 'constant' || reported < 2 || line.unit.kind === 'quarters') continue
    yield [
      ...signsOf(survey, surveyed),
      ...(line.driver
        ? []
        : [
            ...outliersOf(survey, surveyed, rates),
            ...repeatsOf(survey, surveyed),
            ...gapsOf(survey, surveyed, expected, begins),
          ]),
    ]
  }
}

export const ratesOf = (survey: Survey): readonly number[] =>
  survey.lines
    .filter(({ line }) => line.unit.kind === 'exchange')
    .flatMap(({ values }) => known([middle(known(values))]))
