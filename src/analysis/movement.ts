// A Movement is what an edit moved: told in one sentence, the commitment first, since that is what the model is for.

import { listed } from '#base/listing.ts'
import type { Results } from '#engine/results.ts'
import type { Commitment } from '#model/commitment.ts'
import { figureWithUnit, inBillions, plainFigure, shownValue } from '#model/figure.ts'
import { fiscalName, fiscalYearName } from '#model/fiscalCalendar.ts'
import { allLines, type Model } from '#model/model.ts'
import { originOf } from '#model/origin.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { contains, fiscalYearsOf } from '#model/timeline.ts'
import { movedCells, type MovedCell } from './movedCell.ts'
import { pacingOf, type Pacing } from './pacing.ts'

/** `then → now`, or null where both read the same. */
const arrow = (then: string, now: string, unit = ''): string | null =>
  then === now ? null : `${then} → ${now}${unit === '' ? '' : ` ${unit}`}`

/** `completion FY28 Q3 → FY28 Q2`, or what else changed in how the commitment ends; null if nothing that shows did. */
const commitmentMoved = (
  before: Results,
  after: Results,
  commitment: Commitment,
  scenario: ScenarioId,
): string | null => {
  const then = pacingOf(before, commitment, commitment.reading, scenario)
  const now = pacingOf(after, commitment, commitment.reading, scenario)
  const { fiscalCalendar } = after.model
  const outcome = (pacing: Pacing): string => {
    const { amount, end: last, forecast } = pacing
    if (Number.isNaN(forecast.total) || Number.isNaN(amount)) return 'no value'
    if (forecast.completion === null) return `not by ${fiscalName(last, fiscalCalendar)}`
    return fiscalName(forecast.completion.quarter, fiscalCalendar)
  }
  const end = arrow(outcome(then), outcome(now))
  if (end !== null) return `completion ${end}`
  const [was, is] = [then.forecast.completion, now.forecast.completion]
  if (was !== null && is !== null) {
    const used = arrow(plainFigure(was.quarters, 3), plainFigure(is.quarters, 3), 'quarters')
    if (used !== null) return `completion after ${used}, in ${outcome(now)}`
  }
  const total = arrow(inBillions(then.forecast.total, commitment.unit), inBillions(now.forecast.total, commitment.unit))
  return total === null ? null : `counted by ${fiscalName(now.end, fiscalCalendar)} ${total}`
}

/** `Revenue FY28 1,230,500 → 1,241,900 RMB m`: the first line in order whose last whole year reads otherwise. */
const yearMoved = (before: Results, after: Results, scenario: ScenarioId): string | null => {
  const lastYear = fiscalYearsOf(after.model.timeline, after.model.fiscalCalendar).findLast(({ whole }) => whole)
  if (lastYear === undefined) return null
  const known = new Set(allLines(before.model).map(({ id }) => id))
  for (const line of allLines(after.model)) {
    if (line.driver || line.tolerance !== null || line.kind === 'constant' || !known.has(line.id)) continue
    const [then, now] = [before, after].map((results) => results.yearOf(scenario, line.id, lastYear.year))
    if (then === undefined || now === undefined || Number.isNaN(then) || Number.isNaN(now)) continue
    const moved = arrow(figureWithUnit(then, line.unit, line.decimals), figureWithUnit(now, line.unit, line.decimals))
    if (moved === null) continue
    const short = plainFigure(shownValue(then, line.unit, null), line.decimals)
    return `${line.label} ${fiscalYearName(lastYear.year)} ${short} → ${figureWithUnit(now, line.unit, line.decimals)}`
  }
  return null
}

const placeName = ({ line, quarter }: MovedCell, { fiscalCalendar }: Model): string =>
  quarter === null ? line.label : `${line.label} ${fiscalName(quarter, fiscalCalendar)}`

/** `Revenue FY26 Q3 no value → 300 RMB m`. */
const cellMoved = (cell: MovedCell, model: Model): string => {
  const { line, then, now } = cell
  const before = Number.isNaN(then) ? 'no value' : plainFigure(shownValue(then, line.unit, null), line.decimals)
  const after = Number.isNaN(now) ? 'no value' : figureWithUnit(now, line.unit, line.decimals)
  return `${placeName(cell, model)} ${before} → ${after}`
}

/** `, 8 cells moved`, and how many of them lost their value; empty for one cell, which is told by itself. */
const countWords = (cells: readonly MovedCell[], told: string, model: Model): string => {
  if (cells.length === 1) return ''
  const emptied = cells.filter(({ now }) => Number.isNaN(now))
  const [first] = emptied
  if (first === undefined) return `, ${cells.length} cells moved`
  const place = placeName(first, model)
  const which = told.startsWith(place) ? '' : `, first ${place}`
  const count = emptied.length === cells.length ? 'all' : `${emptied.length} of them`
  return `, ${cells.length} cells moved, ${count} now without a value${which}`
}

/** Whether a cell is new with its quarter and nobody typed it: a timeline that grows moves nothing. */
const isMerelyAdded = ({ line, quarter }: MovedCell, before: Results, after: Results, scenario: ScenarioId): boolean =>
  quarter !== null &&
  !contains(before.model.timeline, quarter) &&
  originOf(after.model, scenario, line, quarter).from !== 'typed'

/** What an edit moved in a scenario, in words; null where nothing reads otherwise. */
const scenarioMoved = (before: Results, after: Results, scenario: ScenarioId): string | null => {
  const moved = movedCells(before, after, scenario)
  if (moved.length === 0) return null
  const cells = moved.filter((cell) => !isMerelyAdded(cell, before, after, scenario))
  // A driver is no news where something else moved: its number was typed.
  const first = cells.find(({ line }) => !line.driver) ?? cells[0]
  const known = new Set(before.model.commitments.map(({ id }) => id))
  const ofCommitment = after.model.commitments
    .filter(({ id }) => known.has(id))
    .map((commitment) => commitmentMoved(before, after, commitment, scenario))
    .find((each) => each !== null)
  if (first === undefined) return ofCommitment ?? null
  const what = ofCommitment ?? yearMoved(before, after, scenario) ?? cellMoved(first, after.model)
  return what + countWords(cells, what, after.model)
}

/** Beyond so many letters only the first scenario is told in full. */
const longestTold = 240

/** One sentence on what moved between two results, scenarios that moved alike together; null if no figure did. */
export const movementSentence = (before: Results, after: Results): string | null => {
  const known = new Set(before.model.scenarios.map(({ id }) => id))
  const namesByMovement = new Map<string | null, string[]>()
  for (const { id, name } of after.model.scenarios.filter(({ id }) => known.has(id))) {
    const what = scenarioMoved(before, after, id)
    namesByMovement.set(what, [...(namesByMovement.get(what) ?? []), name])
  }
  const unmoved = namesByMovement.get(null) ?? []
  namesByMovement.delete(null)
  if (namesByMovement.size === 0) return null
  const moved = [...namesByMovement].map(([what, names]) => `${listed(names)}: ${what ?? ''}`)
  const isLong = moved.join('; ').length > longestTold && moved.length > 1
  const others = [...namesByMovement.values()].slice(1).flat()
  return `${[
    ...(isLong ? [moved[0] ?? '', `${listed(others)} moved, too`] : moved),
    ...(unmoved.length === 0 ? [] : [`${listed(unmoved)} unmoved`]),
  ].join('; ')}.`
}
