// What is typed where a formula would give the number: over it in the forecast, in a scenario or in Base; over it in the past of a line
// that is calculated everywhere else; and beyond the last actual on a line that only ever is reported.

import { listed } from '#base/listing.ts'
import type { LineItem } from '#model/lineItem.ts'
import { isBase, rowOf } from '#model/model.ts'
import { formulaOf } from '#model/origin.ts'
import type { Scenario } from '#model/scenario.ts'
import { edits, finding, type Finding, type Steps } from './finding.ts'
import { known } from './series.ts'
import { expectedLines, type Survey, type SurveyedLine } from './survey.ts'

type Cell = { readonly at: number; readonly value: number; readonly hasReason: boolean }

/** Numbers a scenario has typed on a line after the last actual, in runs of neighbouring quarters. */
const runsOf = (cells: readonly Cell[]): readonly (readonly Cell[])[] => {
  const runs: Cell[][] = []
  for (const cell of cells) {
    const last = runs.at(-1)
    const before = last?.at(-1)
    if (last !== undefined && before?.at === cell.at - 1 && before.hasReason === cell.hasReason) last.push(cell)
    else runs.push([cell])
  }
  return runs
}

const cellsOf = (survey: Survey, scenario: Scenario, line: LineItem, from: number): readonly Cell[] =>
  survey.quarters.flatMap((quarter, at) => {
    if (at < from) return []
    const { entries, notes } = rowOf(survey.model, scenario.id, quarter)
    const value = entries.get(line.id)
    return typeof value === 'number' ? [{ at, value, hasReason: (notes.get(line.id)?.text ?? '') !== '' }] : []
  })

const span = (survey: Survey, run: readonly Cell[]): string => {
  const [first, last] = [run[0]?.at ?? 0, run.at(-1)?.at ?? 0]
  return first === last ? survey.nameAt(first) : `${survey.nameAt(first)} to ${survey.nameAt(last)}`
}

const overridesIn = (survey: Survey, { line }: SurveyedLine, scenario: Scenario): readonly Finding[] => {
  const holds = formulaOf(survey.model, scenario.id, line)
  if (holds === null || holds.formula.trim() === '') return []
  // A number that Base reported comes first in the past; what a scenario types there is over the formula too.
  const from = isBase(survey.model, scenario.id) ? survey.past : 0
  return runsOf(cellsOf(survey, scenario, line, from)).map((run) => {
    const isOne = run.length === 1
    const figures = listed(run.slice(0, 3).map(({ value }) => survey.figure(line, value)))
    return finding({
      kind: 'override',
      rule: 'forecast',
      severity: run[0]?.hasReason === true ? 'remark' : 'warning',
      place: { scenario: scenario.id, line: line.id, quarter: survey.quarterAt(run[0]?.at ?? 0) },
      sentence: `${line.label} ${span(survey, run)} in ${scenario.name}: ${figures}${run.length > 3 ? ' …' : ''} ${isOne ? 'is' : 'are'} typed over its formula ${holds.formula}.`,
      about: run.map(({ value }) => value).join(' '),
      mending: edits(
        isOne ? 'Let the formula give the number' : `Let the formula give these ${run.length} numbers`,
        ...run.map(({ at }) => ({
          ...({ kind: 'enter', scenario: scenario.id, quarter: survey.quarterAt(at), line: line.id } as const),
          entry: null,
        })),
      ),
    })
  })
}

/** A few numbers in the past of a line that its formula gives everywhere else. */
const pastOverrides = (survey: Survey, surveyed: SurveyedLine): readonly Finding[] => {
  const { line, typed, formula, reported } = surveyed
  if (formula === null || reported === 0 || reported > survey.past / 2) return []
  const given = survey.backTest(line.id, formula.tree)
  const untyped = known(Array.from(given, (value, at) => (Number.isNaN(typed[at]) ? value : NaN))).length
  if (reported > Math.max(1, untyped / 2) || untyped < 2) return []
  return [...typed.keys()].flatMap((at) => {
    const value = typed[at] ?? NaN
    if (at >= survey.past || Number.isNaN(value)) return []
    const instead = given[at] ?? NaN
    const gives = Number.isNaN(instead) ? '' : `, which gives ${survey.figure(line, instead)} there`
    return [
      finding({
        kind: 'override',
        rule: 'past',
        severity: 'warning',
        place: { scenario: survey.base, line: line.id, quarter: survey.quarterAt(at) },
        sentence: `${line.label} ${survey.nameAt(at)}: ${survey.figure(line, value)} is typed on a line that is otherwise calculated by ${formula.text}${gives}.`,
        about: String(value),
        mending: edits('Let the formula give the number', {
          ...({ kind: 'enter', scenario: survey.base, quarter: survey.quarterAt(at), line: line.id } as const),
          entry: null,
        }),
      }),
    ]
  })
}

/** Numbers beyond the last actual on a line that has no formula and is reported: they look like actuals too early. */
const tooEarly = (
  survey: Survey,
  { line, typed, reported, formula }: SurveyedLine,
  expected: ReadonlySet<string>,
): readonly Finding[] => {
  const ahead = [...typed.keys()].filter((at) => at >= survey.past && !Number.isNaN(typed[at]))
  const isForecast = ahead.length > Math.max(2, (typed.length - survey.past) / 3)
  if (
    formula !== null ||
    line.formula !== null ||
    reported < 3 ||
    ahead.length === 0 ||
    isForecast ||
    expected.has(line.id)
  )
    return []
  const at = ahead[0] ?? 0
  return [
    finding({
      kind: 'shift',
      rule: 'ahead',
      severity: 'warning',
      place: { scenario: survey.base, line: line.id, quarter: survey.quarterAt(at) },
      sentence: `${line.label} ${survey.nameAt(at)}: ${survey.figure(line, typed[at] ?? NaN)} is typed beyond the last actual on a line that is only reported. Is it a quarter late, or is the last actual to be moved?`,
      about: String(typed[at]),
    }),
  ]
}

export function* overrideFindings(survey: Survey): Steps {
  const expected = expectedLines(survey)
  const scenarios = survey.model.scenarios.filter(({ id }) => survey.model.rows.has(id))
  for (const surveyed of survey.lines) {
    const { line } = surveyed
    if (line.kind === 'constant' || line.driver) continue
    yield [
      ...scenarios.flatMap((scenario) => overridesIn(survey, surveyed, scenario)),
      ...pastOverrides(survey, surveyed),
      ...tooEarly(survey, surveyed, expected),
    ]
  }
}
