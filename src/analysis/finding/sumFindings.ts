// Sums that are kept by hand: where typed numbers of a line are those of two to six others added up in nearly every quarter, a quarter in which
// they are not is a slip. Looked for among lines of one unit that stand in one section.

import { isFraction } from '#model/unit.ts'
import { finding, type Finding, type Steps } from './finding.ts'
import { known, middle } from './series.ts'
import type { Survey, SurveyedLine } from './survey.ts'

const fewestQuarters = 5
const mostLines = 24 // lines of a section that are tried with each other: triples grow with the cube
const mostParts = 6

const groupsOf = (survey: Survey): readonly (readonly SurveyedLine[])[] => {
  const groups = new Map<string, SurveyedLine[]>()
  for (const each of survey.lines) {
    const { unit, kind, section, driver } = each.line
    if (unit.kind !== 'currency' && unit.kind !== 'count') continue
    if (driver || kind === 'constant' || each.reported < fewestQuarters || isFraction(unit)) continue
    const name = JSON.stringify([unit, section])
    groups.set(name, [...(groups.get(name) ?? []), each])
  }
  return [...groups.values()].filter((group) => group.length >= 3).map((group) => group.slice(0, mostLines))
}

/** Candidates for parts of a total: each pair, and each run of neighbours in the order of the sheet. */
const partsFor = (group: readonly SurveyedLine[], total: SurveyedLine): readonly (readonly SurveyedLine[])[] => {
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

const sumsOf = (survey: Survey, group: readonly SurveyedLine[], total: SurveyedLine): readonly Finding[] => {
  const { line, typed, formula } = total
  const size = middle(known(typed.slice(0, survey.past)).map(Math.abs))
  for (const parts of partsFor(group, total)) {
    // What a formula says is tested against the formula.
    if (
      formula !== null &&
      parts.every((part) => formula.references.some((reference) => reference.line === part.line.id))
    )
      continue
    const off = misses(survey, total, parts)
    const valued = known(off).length
    const limit = Math.max(size * 0.0005, 1.01)
    const odd = [...off.keys()].filter((at) => Math.abs(off[at] ?? NaN) > limit)
    const isRounded = size > 50
    if (
      valued < fewestQuarters ||
      odd.length === 0 ||
      odd.length > Math.max(1, valued * 0.2) ||
      valued - odd.length < 4 ||
      !isRounded
    )
      continue
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
  return []
}

export function* sumFindings(survey: Survey): Steps {
  for (const group of groupsOf(survey)) for (const total of group) yield sumsOf(survey, group, total)
}
