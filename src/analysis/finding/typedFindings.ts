// Slips in what is typed, told from the line's own numbers: a sign, a scale, a number far from its neighbours, a number repeated, a gap.

import { present } from '#base/assert.ts'
import { isFraction } from '#model/unit.ts'
import { timesText } from './misses.ts'
import { edits, finding, type Finding, type Steps } from './finding.ts'
import { around, beside, known, lastDigitOf, middle, slipFactor, strayings, usualStraying } from './series.ts'
import { expectedLines, type Survey, type SurveyedLine } from './survey.ts'

// Limits under which the companies of tests/laws are left in peace and their slips are named: who moves one runs these.

const quartersAYear = 4
const fewestOthers = 4
/** Numbers of a line that moves by so many of its last digits a quarter do not come back by chance; of one that moves by fewer they might. */
const neverByChance = 100
const hardlyByChance = 12
/** A line has a usual sign where so many of its numbers have one, and its own number each quarter where so many differ. */
const usualShare = 0.75
/** A number this small beside its neighbours may have either sign; so may a per cent this small beside the line's usual ones. */
const smallBesideNear = 0.4
const smallPercent = 0.3
/** An island has neighbours on more than two of its four sides: a quarter and a year before and after. */
const fewestNear = 3

/**
 * How far, in logarithms of sizes, a number stands out: so many times what others usually stray, and never less than so much. Amounts
 * nearly double with a season (e^0.6 is 1.8); per cents come close to nothing and back, and are told from seven times on.
 */
const far = { amount: { usual: 5, least: 0.6 }, percent: { usual: 8, least: 2 } }
/** A neighbour that stands out more by this is the one that is off. */
const moreByNoise = 1.05
/**
 * How far, in logarithms, a slip may lie from its factor: half as much again as the line usually strays, at least the tenth that a year's
 * growth leaves, and at most so much that ten (2.3), a hundred and a rate of exchange stay apart.
 */
const factorNoise = { usual: 1.5, least: 0.1, most: 0.35 }
/** By so many usual strayings a number that meets a factor is off by it; by so many it is grave without one. */
const slipStraying = 6
const graveStraying = 10
/** So many times the largest of all others, or as small a part of the smallest, no steady line ever is. */
const farBeyond = 3
/** Digits kept of a number divided by its factor: more are the machine's own. */
const mendedDigits = 12

/** A line with more of its quarters left out than this is not reported in each. */
const mostLeftOut = 0.15
/** So many of a section's lines begin in one quarter where the section does. */
const beginTogether = 0.6
/** One number alone has nothing to be held against. */
const fewestReported = 2

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
      isMostly &&
      near.length >= fewestNear &&
      near.every(isOpposite) &&
      Math.abs(value) > smallBesideNear * middle(near.map(Math.abs))
    if (!isAlone && !isIsland) return []
    if (isFraction(line.unit) && Math.abs(value) < smallPercent * size) return []
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

const mended = (value: number, factor: number): number => Number((value / factor).toPrecision(mendedDigits))

/** A number whose size is far from what stands around it. */
const outliersOf = (survey: Survey, surveyed: SurveyedLine, rates: readonly number[]): readonly Finding[] => {
  const { line } = surveyed
  const typed = surveyed.typed.slice(0, survey.past)
  const all = strayings(typed)
  const places = typedPlaces(surveyed, survey.past)
  if (places.length <= fewestOthers) return []
  const isPercent = isFraction(line.unit)
  const limit = isPercent ? far.percent : far.amount
  return places.flatMap((at) => {
    const straying = all[at] ?? NaN
    const usual = usualStraying(all, at)
    if (Number.isNaN(straying) || Math.abs(straying) < Math.max(limit.usual * usual, limit.least)) return []
    // Beside a number that is far off, its neighbours are off too: only the farthest speaks.
    const isOutdone = beside.some((offset) => Math.abs(all[at + offset] ?? 0) > Math.abs(straying) * moreByNoise)
    if (isOutdone) return []
    const value = present(typed[at], 'a number')
    const noise = Math.min(Math.max(factorNoise.usual * usual, factorNoise.least), factorNoise.most)
    const factor = slipFactor(Math.exp(straying), noise, rates)
    const isSlip = factor !== null && Math.abs(straying) > slipStraying * usual
    const sizes = places.filter((each) => each !== at).map((each) => Math.abs(present(typed[each], 'a number')))
    const beyond = Math.max(Math.abs(value) / Math.max(...sizes), Math.min(...sizes) / Math.abs(value))
    const isGrave = isSlip || (beyond > farBeyond && Math.abs(straying) > graveStraying * usual)
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
  if (places.length < fewestOthers || new Set(places.map((at) => typed[at])).size < places.length * usualShare)
    return []
  return places.flatMap((at) => {
    const value = present(typed[at], 'a number')
    const before = places[places.indexOf(at) - 1]
    const twin = [before === undefined ? 1 : at - before, quartersAYear].find(
      (quarters) => typed[at - quarters] === value,
    )
    if (twin === undefined || value === 0) return []
    const move = usualMove(typed, survey.past, twin < quartersAYear ? 1 : quartersAYear)
    if (move < (twin < quartersAYear ? hardlyByChance : neverByChance)) return []
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
  if (
    places.length < fewestOthers ||
    expected.has(line.id) ||
    missing.length > Math.max(1, places.length * mostLeftOut)
  )
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
      sentence: `${line.label} has no number in ${survey.nameAt(at)}, ${at > last ? 'the last reported quarter' : at < first ? 'where the lines around it begin' : 'and has one before and after'}.${formula === null ? '' : Number.isNaN(surveyed.values[at]) ? ' Its formula gives none there either.' : ' Its formula fills the quarter.'}`,
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
      return firsts.filter((each) => each === first).length > firsts.length * beginTogether
        ? [[section, first] as const]
        : []
    }),
  )
}

export function* typedFindings(survey: Survey, rates: readonly number[]): Steps {
  const expected = expectedLines(survey)
  const begins = beginnings(survey)
  for (const surveyed of survey.lines) {
    const { line, reported } = surveyed
    if (line.kind === 'constant' || reported < fewestReported || line.unit.kind === 'quarters') continue
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
