// Per cents typed as fractions: 0.226 on a line that is 22.5 to 23 %, where a hundred times the number stands among all the others.

import { isFraction } from '#model/unit.ts'
import { edits, finding, type Finding, type Steps } from './finding.ts'
import { known, middle } from './series.ts'
import type { Survey, SurveyedLine } from './survey.ts'

const fewestOthers = 3
/** The others lie together, or a small one among them is none too small: their range against what they usually are. */
const mostRange = 0.5
/** Beside that range a number may lie by so much of what they usually are. */
const room = 0.1

const hundredthsOf = (survey: Survey, { line, typed, values }: SurveyedLine): readonly Finding[] => {
  if (!isFraction(line.unit) || line.kind === 'constant') return []
  return [...typed.keys()].flatMap((at) => {
    const value = typed[at] ?? NaN
    if (Number.isNaN(value) || value === 0) return []
    const others = known(values.filter((_, each) => each !== at))
    const usual = middle(others)
    const [low, high] = [Math.min(...others), Math.max(...others)]
    const slack = Math.abs(usual) * room
    const meant = Number((value * 100).toPrecision(12))
    const isMeant = meant >= low - slack && meant <= high + slack && high - low <= Math.abs(usual) * mostRange
    if (others.length < fewestOthers || !isMeant) return []
    const entry = {
      ...({ kind: 'enter', scenario: survey.base, quarter: survey.quarterAt(at), line: line.id } as const),
      entry: meant,
    }
    return [
      finding({
        kind: 'scale',
        rule: 'hundredth',
        severity: 'warning',
        place: { scenario: survey.base, line: line.id, quarter: survey.quarterAt(at) },
        sentence: `${line.label} ${survey.nameAt(at)}: ${survey.figure(line, value, 2)} is typed, and all others lie between ${survey.figure(line, low)} and ${survey.figure(line, high)}. Was ${survey.figure(line, meant)} meant?`,
        about: String(value),
        mending: edits(`Type ${survey.figure(line, meant)} instead`, entry),
      }),
    ]
  })
}

export function* hundredthFindings(survey: Survey): Steps {
  for (const surveyed of survey.lines) yield hundredthsOf(survey, surveyed)
}
