// Series typed a quarter late or early, told from the season: lines of one company rise and fall together, and one that goes with all others only
// when it is moved by a quarter is a quarter off.

import { shiftBack } from './backTest.ts'
import { finding, type Steps } from './finding.ts'
import { correlation, known, middle } from './series.ts'
import type { Survey, SurveyedLine } from './survey.ts'

const fewestQuarters = 9
const mostLines = 60

/** Steps from quarter to quarter in logarithms, less their usual size: the season and the events. */
const stepsOf = ({ typed }: SurveyedLine, past: number): Float64Array => {
  const steps = Float64Array.from({ length: past }, (_, at) => {
    const [value, before] = [typed[at] ?? NaN, typed[at - 1] ?? NaN]
    return value > 0 && before > 0 ? Math.log(value / before) : NaN
  })
  const centre = middle(known(steps))
  return steps.map((step) => step - centre)
}

const close = 0.75 // how well lines go together that share a season
const apart = 0.4

export function* shiftFindings(survey: Survey): Steps {
  const lines = survey.lines
    .filter(
      ({ line, reported }) =>
        line.unit.kind === 'currency' && line.kind === 'flow' && !line.driver && reported >= fewestQuarters,
    )
    .slice(0, mostLines)
    .map((surveyed) => ({ surveyed, steps: stepsOf(surveyed, survey.past) }))
  if (lines.length < 3) return
  for (const { surveyed, steps } of lines) {
    const { line, typed } = surveyed
    const others = lines.filter((each) => each.surveyed !== surveyed)
    const best = (shift: number) => others.filter((each) => correlation(steps, each.steps, shift) > close).length
    const now = others.filter((each) => correlation(steps, each.steps) > apart).length
    const [late, early] = [best(-1), best(1)]
    const shift = late >= early ? 1 : -1
    const count = Math.max(late, early)
    if (count < 2 || count < others.length * 0.4 || now > 0) continue
    yield [
      finding({
        kind: 'shift',
        rule: 'season',
        severity: 'warning',
        place: { scenario: survey.base, line: line.id, quarter: null },
        sentence: `${line.label}: its numbers look typed a quarter ${shift === 1 ? 'late' : 'early'}. Moved by one quarter they rise and fall with ${count} other lines, as they stand with none.`,
        about: [shift, ...known(typed).slice(0, fewestQuarters)].join(' '),
        mending: shiftBack(survey, line, typed, shift),
      }),
    ]
  }
}
