// Sums that are kept by hand: where typed numbers of a line are those of two to six others added up in nearly every quarter, a quarter in which
// they are not is a slip; where they are so in every quarter, the sum can be a formula. Looked for among lines of one unit that stand in one section.

import { isFraction } from '#model/unit.ts'
import { edits, finding, type Finding, type Steps } from './finding.ts'
import { isCashFlow, isEarning } from './lineWords.ts'
import { known, lastDigitOf, middle, roundingOf } from './series.ts'
import type { Survey, SurveyedLine } from './survey.ts'

/** A year in which a sum holds in every quarter; one that is missed in a quarter must hold in four others. */
const fewestQuarters = 4
const fewestWithOdd = 5
const mostLines = 24 // of a section: each is tried with every pair of the others, which grows with the cube
const mostParts = 6
/** Numbers of fewer last digits add up by chance. */
const fewestDigits = 50

/** A line with the last digit its numbers are typed to. */
type Typed = SurveyedLine & { readonly lastDigit: number }

const groupsOf = (survey: Survey): readonly (readonly Typed[])[] => {
  const groups = new Map<string, Typed[]>()
  for (const each of survey.lines) {
    const { unit, kind, section, driver } = each.line
    if (unit.kind !== 'currency' && unit.kind !== 'count') continue
    if (driver || kind === 'constant' || each.reported < fewestQuarters || isFraction(unit)) continue
    const name = JSON.stringify([unit, section])
    groups.set(name, [...(groups.get(name) ?? []), { ...each, lastDigit: lastDigitOf(each.typed) }])
  }
  return [...groups.values()].filter((group) => group.length >= 3).map((group) => group.slice(0, mostLines))
}

/** Candidates for parts of a total: each pair, and each run of neighbours in the order of the sheet. */
const partsFor = (group: readonly Typed[], total: Typed): readonly (readonly Typed[])[] => {
  const others = group.filter((each) => each !== total)
  const pairs = others.flatMap((one, at) => others.slice(at + 1).map((other) => [one, other]))
  const runs = others.flatMap((_, at) =>
    Array.from({ length: mostParts - 2 }, (__, more) => others.slice(at, at + 3 + more)).filter(
      (run) => run.length >= 3,
    ),
  )
  return [...pairs, ...runs]
}

const misses = (survey: Survey, total: SurveyedLine, parts: readonly SurveyedLine[]): readonly number[] =>
  Array.from({ length: survey.past }, (_, at) =>
    parts.reduce((rest, { typed }) => rest - (typed[at] ?? NaN), total.typed[at] ?? NaN),
  )

/** Earnings and cash flows are what is left of others rather than a part of them. */
const isLeft = ({ line }: SurveyedLine): boolean => isEarning(line) || isCashFlow(line)

/** A sum that holds in every quarter, as the formula of the line that is calculated from the others. */
const keptByHand = (
  survey: Survey,
  total: SurveyedLine,
  parts: readonly SurveyedLine[],
  valued: number,
): Finding | null => {
  const left = isLeft(total) ? [] : parts.filter(isLeft)
  const result = left.length === 1 ? left[0] : total
  if (result === undefined || left.length > 1 || result.formula !== null) return null
  const others = parts.filter((part) => part !== result)
  const formula =
    result === total
      ? others.map(({ line }) => line.key).join(' + ')
      : [total, ...others].map(({ line }) => line.key).join(' - ')
  // What is calculated from the line cannot give it.
  const readers = survey.readersOf(result.line.id)
  if ([total, ...others].some((each) => each !== result && readers.has(each.line.id))) return null
  return finding({
    kind: 'total',
    rule: 'kept',
    severity: 'remark',
    place: { scenario: survey.base, line: result.line.id, quarter: null },
    sentence: `${result.line.label} has no formula, and is ${formula} in all ${valued} quarters reported: as a formula it would go on into the forecast.`,
    about: formula,
    mending: edits(`Make ${formula} its formula`, survey.baseFormulaEdit(result.line.id, formula)),
  })
}

const sumsOf = (survey: Survey, group: readonly Typed[], total: Typed): readonly Finding[] => {
  const { line, typed, formula } = total
  const size = middle(known(typed.slice(0, survey.past)).map(Math.abs))
  const kept: Finding[] = []
  for (const parts of partsFor(group, total)) {
    // What a formula says is tested against the formula.
    if (
      formula !== null &&
      parts.every((part) => formula.references.some((reference) => reference.line === part.line.id))
    )
      continue
    const off = misses(survey, total, parts)
    const valued = known(off).length
    const lastDigit = Math.max(total.lastDigit, ...parts.map((part) => part.lastDigit))
    const limit = roundingOf(lastDigit, parts.length)
    const odd = [...off.keys()].filter((at) => Math.abs(off[at] ?? NaN) > limit)
    const isSum =
      valued >= (odd.length === 0 ? fewestQuarters : fewestWithOdd) &&
      odd.length <= Math.max(1, valued * 0.2) &&
      valued - odd.length >= 4
    if (!isSum || size <= fewestDigits * lastDigit) continue
    if (odd.length === 0) {
      const byHand = keptByHand(survey, total, parts, valued)
      if (byHand !== null) kept.push(byHand)
      continue
    }
    const keys = parts.map((part) => part.line.key).join(' + ')
    return odd.map((at) =>
      finding({
        kind: 'total',
        rule: 'sum',
        severity: 'warning',
        place: { scenario: survey.base, line: line.id, quarter: survey.quarterAt(at) },
        sentence: `${line.label} ${survey.nameAt(at)}: ${survey.figure(line, typed[at] ?? NaN)} misses ${keys} by ${survey.figure(line, off[at] ?? NaN)}, and they agree in the other ${valued - odd.length} quarters.`,
        about: `${off[at] ?? NaN}`,
      }),
    )
  }
  return kept
}

export function* sumFindings(survey: Survey): Steps {
  for (const group of groupsOf(survey)) for (const total of group) yield sumsOf(survey, group, total)
}
