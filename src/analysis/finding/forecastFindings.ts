// A calculated line held against its own history, in every scenario: a forecast whose sign no quarter of the past has had, a step no year has
// shown, a per cent beyond all measure.

import { isFraction } from '#model/unit.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { originOf } from '#model/origin.ts'
import type { Quarter } from '#model/quarter.ts'
import type { Scenario } from '#model/scenario.ts'
import { assumptionsOf } from './assumptions.ts'
import { finding, type Finding, type FindingPlace, type Steps } from './finding.ts'
import { timesText } from './misses.ts'
import { isShare } from './lineWords.ts'
import { known, middle, spread } from './series.ts'
import type { Survey, SurveyedLine } from './survey.ts'

const fewestQuarters = 6

type Odd = { readonly at: number; readonly kind: 'sign' | 'outlier'; readonly words: string; readonly isGrave: boolean }

const quartersAYear = 4

const oddSign = (values: Float64Array, past: number): Odd | null => {
  const history = known(values.slice(0, past)).filter((value) => value !== 0)
  const sign = Math.sign(history[0] ?? NaN)
  if (history.length < fewestQuarters || history.some((value) => Math.sign(value) !== sign)) return null
  const at = values.findIndex((value, each) => each >= past && value !== 0 && Math.sign(value) === -sign)
  if (at < 0) return null
  // A line that comes to zero by steps it has made before crosses it; one that jumps over it has another sign.
  const step = (each: number, back: number): number => Math.abs((values[each] ?? NaN) - (values[each - back] ?? NaN))
  const isUsual = [1, quartersAYear].some((back) => {
    const steps = known(values.slice(0, past).map((_, each) => step(each, back)))
    return step(at, back) <= Math.max(...steps) * 1.1
  })
  const isSmall = Math.abs(values[at] ?? 0) < middle(history.map(Math.abs)) * 0.5
  const words = `has another sign than all ${history.length} quarters before`
  return { at, kind: 'sign', words, isGrave: !(isUsual && isSmall) }
}

/** How far the first year of the forecast steps away from the year before it, against how far the past ever stepped. */
const oddStep = (values: Float64Array, past: number): Odd | null => {
  const steps = values.map((value, at) => {
    const before = values[at - quartersAYear] ?? NaN
    return value * before > 0 ? Math.log(value / before) : NaN
  })
  const history = known(steps.slice(0, past))
  const first = steps.slice(past, past + quartersAYear)
  if (history.length < quartersAYear) return null
  const centre = middle(history)
  const most = Math.max(...history.map((step) => Math.abs(step - centre)))
  const limit = Math.max(6 * spread(history), 1.3 * most, 0.22)
  const at = first.findIndex((step) => Math.abs(step - centre) > limit)
  if (at < 0) return null
  return {
    at: past + at,
    kind: 'outlier',
    words: `is ${timesText(Math.exp(first[at] ?? 0))} what it was a year before, a step the past has not shown`,
    isGrave: Math.abs((first[at] ?? 0) - centre) > Math.max(limit * 2, 0.7),
  }
}

const oddPercent = (values: Float64Array, past: number): Odd | null => {
  const history = known(values.slice(0, past))
  if (history.length < fewestQuarters) return null
  const [low, high] = [Math.min(...history), Math.max(...history)]
  const room = Math.max(1.5 * (high - low), 0.15)
  const at = values.findIndex((value, each) => each >= past && (value > high + room || value < low - room))
  return at < 0
    ? null
    : {
        at,
        kind: 'outlier',
        words: 'is far from anything in its past',
        isGrave: Math.abs(values[at] ?? 0) > 10 * Math.max(Math.abs(high), Math.abs(low)),
      }
}

const oddOf = (line: LineItem, values: Float64Array, past: number): Odd | null =>
  isFraction(line.unit) ? oddPercent(values, past) : (oddSign(values, past) ?? oddStep(values, past))

/** What is typed that a cell is calculated from in its own quarter, to be named with it. */
const typedInputs = (survey: Survey, scenario: string, { line }: SurveyedLine, quarter: Quarter): string => {
  if (originOf(survey.model, scenario, line, quarter).from === 'typed') return ''
  const checked = survey.results.checkedOf(scenario, line.id)
  const typed = [...new Set(checked?.references.map((reference) => reference.line) ?? [])].flatMap((id) => {
    const item = survey.itemOf(id)
    const origin =
      item === undefined || item.kind === 'constant' ? null : originOf(survey.model, scenario, item, quarter)
    return origin?.from === 'typed' && item !== undefined ? [`${item.key} ${survey.figure(item, origin.value)}`] : []
  })
  return typed.length === 0 ? '' : ` It is calculated from ${typed.slice(0, 2).join(' and ')}.`
}

const cellName = ({ scenario, line, quarter }: FindingPlace): string => `${scenario} ${line} ${quarter}`

/** Whether a cell comes, within its own quarter, from one of the cells named. */
const comesFrom = (survey: Survey, cell: FindingPlace, named: ReadonlySet<string>): boolean => {
  const seen = new Set<LineId>()
  const visit = (line: LineId): boolean => {
    if (seen.has(line)) return false
    seen.add(line)
    if (named.has(cellName({ ...cell, line }))) return true
    const references = survey.results.checkedOf(cell.scenario, line)?.references ?? []
    return references.some(({ line: other, to }) => 'lag' in to && to.lag === 0 && visit(other))
  }
  return visit(cell.line)
}

/** Where each line of a scenario first is odd against its own past, some lines at a time. */
function* oddities(survey: Survey, { id }: Scenario): Generator<readonly Finding[], ReadonlyMap<LineId, Odd>> {
  const isRoot = id === survey.base
  const odd = new Map<LineId, Odd>()
  for (const surveyed of survey.lines) {
    const { line } = surveyed
    if (line.kind === 'constant' || line.driver || line.tolerance !== null || line.unit.kind === 'quarters') continue
    const values = isRoot ? surveyed.values : survey.valuesOf(id, line.id)
    const same = !isRoot && values.every((value, at) => Object.is(value, surveyed.values[at]))
    const found = same ? null : oddOf(line, values, survey.past)
    if (found !== null) odd.set(line.id, found)
    yield []
  }
  return odd
}

/** `assumed` names the cells whose assumption is told as odd itself. */
function* againstHistory(survey: Survey, scenario: Scenario, assumed: ReadonlySet<string>): Steps {
  const { id, name } = scenario
  const odd = yield* oddities(survey, scenario)
  for (const surveyed of survey.lines) {
    const { line } = surveyed
    const found = odd.get(line.id)
    if (found === undefined) continue
    const value = survey.results.valueOf(id, line.id, survey.quarterAt(found.at))
    // The same number is told of Base.
    if (id !== survey.base && Object.is(value, surveyed.values[found.at])) continue
    // What only follows from another line's oddity in the same quarter is not told again.
    const checked = survey.results.checkedOf(id, line.id)
    const quarter = survey.quarterAt(found.at)
    const follows = checked?.references.some(({ line: other, from, to }) => {
      const isSame = 'lag' in from && 'lag' in to && from.lag === 0 && to.lag === 0
      const above = odd.get(other)
      return isSame && other !== line.id && above !== undefined && (found.kind !== 'sign' || above.kind === 'sign')
    })
    if (follows === true) continue
    if (found.kind !== 'sign' && comesFrom(survey, { scenario: id, line: line.id, quarter }, assumed)) continue
    yield [
      finding({
        kind: found.kind,
        rule: 'forecast',
        severity: found.isGrave ? 'warning' : 'remark',
        place: { scenario: id, line: line.id, quarter },
        sentence: `${line.label} ${survey.nameAt(found.at)} in ${name}: ${survey.figure(line, value)} ${found.words}.${typedInputs(survey, id, surveyed, quarter)}`,
        about: value.toPrecision(6),
      }),
    ]
  }
}

/** Calculated per cents that cannot be what their name says, unless an odd assumption of their own explains them. */
const beyondMeasure = (survey: Survey, explained: ReadonlySet<LineId>): readonly Finding[] =>
  survey.lines.flatMap(({ line, values, formula, typed }) => {
    if (line.unit.kind !== 'percent' || line.kind === 'constant' || explained.has(line.id)) return []
    const usual = middle(known(values))
    const isOutside = isShare(line) ? usual < -0.001 || usual > 1.001 : Math.abs(usual) > 1.5
    if (!isOutside) return []
    const isTyped = formula === null || known(typed).length > known(values).length / 2
    return [
      finding({
        kind: 'per cent',
        rule: 'measure',
        severity: 'warning',
        place: { scenario: survey.base, line: line.id, quarter: null },
        sentence: `${line.label} is around ${survey.figure(line, usual)}${isShare(line) ? ', and a share lies between 0 and 100 %' : ''}. ${isTyped ? 'Was it typed a hundred times too large?' : 'Look at its formula.'}`,
        about: formula?.text ?? String(usual),
      }),
    ]
  })

export function* forecastFindings(survey: Survey): Steps {
  const assumptions: Finding[] = []
  for (const { line } of survey.lines) {
    const own = assumptionsOf(survey, line)
    assumptions.push(...own)
    yield own
  }
  const assumed = new Set(assumptions.map(({ place }) => cellName(place)))
  for (const scenario of survey.model.scenarios) yield* againstHistory(survey, scenario, assumed)
  yield beyondMeasure(survey, new Set(assumptions.map(({ place }) => place.line)))
}
