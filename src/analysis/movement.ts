// A Movement is what an edit moved: told in one sentence, the commitment first, since that is what the model is for.

import type { Results } from '#engine/results.ts'
import type { Commitment } from '#model/commitment.ts'
import { figureWithUnit, inBillions, plainFigure, shownValue } from '#model/figure.ts'
import { fiscalName, fiscalYearName } from '#model/fiscalCalendar.ts'
import { allLines, type Model } from '#model/model.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { fiscalYearsOf, quartersOf } from '#model/timeline.ts'
import { pacingOf } from './pacing.ts'

/** How many cells of a scenario differ; a cell without a value equals another without one. */
export const cellsMoved = (before: Results, after: Results, scenario: ScenarioId): number => {
  const known = new Set(allLines(before.model).map(({ id }) => id))
  let count = 0
  for (const { id } of allLines(after.model))
    for (const quarter of quartersOf(after.model.timeline)) {
      const now = after.valueOf(scenario, id, quarter)
      const then = known.has(id) ? before.valueOf(scenario, id, quarter) : NaN
      if (!Object.is(now, then) && !(now === then)) count += 1
    }
  return count
}

/** `completion FY28 Q3 → FY28 Q2`, or what else changed in how the commitment ends; null if nothing did. */
const commitmentMoved = (
  before: Results,
  after: Results,
  commitment: Commitment,
  scenario: ScenarioId,
): string | null => {
  const then = pacingOf(before, commitment, commitment.reading, scenario)
  const now = pacingOf(after, commitment, commitment.reading, scenario)
  const name = (pacing: typeof now): string =>
    pacing.completion === null
      ? `not by ${fiscalName(pacing.end, after.model.fiscalCalendar)}`
      : fiscalName(pacing.completion.quarter, after.model.fiscalCalendar)
  if (name(then) !== name(now)) return `completion ${name(then)} → ${name(now)}`
  if (then.completion !== null && now.completion !== null && then.completion.quarters !== now.completion.quarters)
    return `completion after ${plainFigure(then.completion.quarters, 3)} → ${plainFigure(now.completion.quarters, 3)} quarters, in ${name(now)}`
  if (then.total !== now.total && !Number.isNaN(now.total) && !Number.isNaN(then.total))
    return `counted by ${fiscalName(now.end, after.model.fiscalCalendar)} ${inBillions(then.total, commitment.unit)} → ${inBillions(now.total, commitment.unit)}`
  return null
}

/** `Revenue FY28 1,230,500 → 1,241,900 RMB m`: the first line in order whose last whole year changed. */
const yearMoved = (before: Results, after: Results, scenario: ScenarioId): string | null => {
  const lastYear = fiscalYearsOf(after.model.timeline, after.model.fiscalCalendar).findLast(({ whole }) => whole)
  if (lastYear === undefined) return null
  const known = new Set(allLines(before.model).map(({ id }) => id))
  for (const line of allLines(after.model)) {
    if (line.driver || line.tolerance !== null || line.kind === 'constant' || !known.has(line.id)) continue
    const then = before.yearOf(scenario, line.id, lastYear.year)
    const now = after.yearOf(scenario, line.id, lastYear.year)
    if (then !== now && !Number.isNaN(then) && !Number.isNaN(now))
      return `${line.label} ${fiscalYearName(lastYear.year)} ${plainFigure(shownValue(then, line.unit, null), line.decimals)} → ${figureWithUnit(now, line.unit, line.decimals)}`
  }
  return null
}

const nameOf = (model: Model, scenario: ScenarioId): string =>
  model.scenarios.find(({ id }) => id === scenario)?.name ?? scenario

/** One sentence on what moved between two results, scenario by scenario; null if no cell did. */
export const movementSentence = (before: Results, after: Results): string | null => {
  const moved: string[] = []
  const unmoved: string[] = []
  for (const { id } of after.model.scenarios.filter((each) =>
    before.model.scenarios.some(({ id }) => id === each.id),
  )) {
    const cells = cellsMoved(before, after, id)
    if (cells === 0) {
      unmoved.push(nameOf(after.model, id))
      continue
    }
    const what =
      after.model.commitments
        .filter((each) => before.model.commitments.some(({ id }) => id === each.id))
        .map((commitment) => commitmentMoved(before, after, commitment, id))
        .find((each) => each !== null) ?? yearMoved(before, after, id)
    moved.push(
      `${nameOf(after.model, id)}: ${what === null ? '' : `${what}, `}${cells} ${cells === 1 ? 'cell' : 'cells'} moved`,
    )
  }
  if (moved.length === 0) return null
  return `${moved.join('; ')}${unmoved.length === 0 ? '' : `; ${unmoved.join(' and ')} unmoved`}.`
}
