// Slips in what is typed, told from the line's own numbers: a sign, a scale, a number far from its neighbours, a number repeated, a gap.

import { present } from '#base/assert.ts'
import { isFraction } from '#model/unit.ts'
import { timesText } from './backTest.ts'
import { edits, finding, type Finding } from './finding.ts'
import { around, known, middle, slipFactor, strayings, usualStraying } from './series.ts'
import type { Survey, SurveyedLine } from './survey.ts'

const fewestOthers = 4
/** Numbers with fewer digits come back by chance. */
const fewestDigits = 3

const digitsOf = (value: number): number =>
  String(Math.abs(value))
    .replace(/[.e+-]|^0+/g, '')
    .replace(/^0+|0+$/g, '').length

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
    const isIsland = near.length >= 3 && near.every(isOpposite) && Math.abs(value) > 0.4 * middle(near.map(Math.abs))
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
    return [
      finding({
        kind: isSlip ? 'scale' : 'outlier',
        rule: 'typed',
        severity: isSlip ? 'warning' : 'remark',
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

/** The same number in two neighbouring quarters, or a year apart, of a line that moves: a copy that went stale. */
const repeatsOf = (survey: Survey, surveyed: SurveyedLine): readonly Finding[] => {
  const { line, typed } = surveyed
  const places = typedPlaces(surveyed, survey.past)
  const values = places.map((at) => typed[at])
  if (places.length < fewestOthers || new Set(values).size < places.length * 0.75) return []
  return places.flatMap((at) => {
    const value = present(typed[at], 'a number')
    const twin = [-1, -4].find((offset) => typed[at + offset] === value)
    const digits = digitsOf(value)
    if (twin === undefined || digits < (twin === -1 ? fewestDigits : fewestDigits + 1)) return []
    return [
      finding({
        kind: 'repeat',
        rule: 'typed',
        severity: 'warning',
        place: { scenario: survey.base, line: line.id, quarter: survey.quarterAt(at) },
        sentence: `${line.label} ${survey.nameAt(at)}: ${survey.figure(line, value)} is exactly what ${survey.nameAt(at + twin)} has. It looks like a copy; type the quarter’s own number.`,
        about: String(value),
      }),
    ]
  })
}

/** Quarters left out in the middle of a reported line, and the last ones where it was reported in every quarter before. */
const gapsOf = (survey: Survey, surveyed: SurveyedLine, expected: ReadonlySet<string>): readonly Finding[] => {
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
  return [...missing, ...late].map((at) =>
    finding({
      kind: 'gap',
      rule: 'typed',
      severity: 'warning',
      place: { scenario: survey.base, line: line.id, quarter: survey.quarterAt(at) },
      sentence: `${line.label} has no number in ${survey.nameAt(at)}, ${at > last ? 'the last reported quarter' : 'and has one before and after'}.${formula === null ? '' : ' Its formula fills the quarter.'}`,
      about: `${places.length}`,
    }),
  )
}

/** Reported numbers before their line began: first quarter empty where its neighbours in the section have one. */
export const typedFindings = (survey: Survey, rates: readonly number[]): readonly Finding[] => {
  const expected = new Set(
    survey.lines
      .flatMap(({ line }) => [line.expected?.consensus, line.expected?.low, line.expected?.high])
      .filter((id) => typeof id === 'string'),
  )
  return survey.lines.flatMap((surveyed) => {
    if (surveyed.line.kind === 'constant' || surveyed.reported < 2) return []
    if (surveyed.line.unit.kind === 'quarters') return []
    return [
      ...signsOf(survey, surveyed),
      ...(surveyed.line.driver ? [] : outliersOf(survey, surveyed, rates)),
      ...(surveyed.line.driver ? [] : repeatsOf(survey, surveyed)),
      ...(surveyed.line.driver ? [] : gapsOf(survey, surveyed, expected)),
    ]
  })
}

export const ratesOf = (survey: Survey): readonly number[] =>
  survey.lines
    .filter(({ line }) => line.unit.kind === 'exchange')
    .flatMap(({ values }) => known([middle(known(values))]))
