// A Movement is what an edit moved: told in one sentence, the commitment first, since that is what the model is for.

import type { Results } from '#engine/results.ts'
import type { Commitment } from '#model/commitment.ts'
import { figureWithUnit, inBillions, plainFigure, shownValue } from '#model/figure.ts'
import { fiscalName, fiscalYearName } from '#model/fiscalCalendar.ts'
import { allLines, type Model } from '#model/model.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { fiscalYearsOf, quartersOf } from '#model/timeline.ts'
import { pacingOf, type Pacing } from './pacing.ts'

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
    if (Number.isNaN(pacing.total) || Number.isNaN(pacing.amount)) return 'no value'
    if (pacing.completion === null) return `not by ${fiscalName(pacing.end, fiscalCalendar)}`
    return fiscalName(pacing.completion.quarter, fiscalCalendar)
  }
  const end = arrow(outcome(then), outcome(now))
  if (end !== null) return `completion ${end}`
  if (then.completion !== null && now.completion !== null) {
    const used = arrow(plainFigure(then.completion.quarters, 3), plainFigure(now.completion.quarters, 3), 'quarters')
    if (used !== null) return `completion after ${used}, in ${outcome(now)}`
  }
  const total = arrow(inBillions(then.total, commitment.unit), inBillions(now.total, commitment.unit))
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

const nameOf = (model: Model, scenario: ScenarioId): string =>
  model.scenarios.find(({ id }) => id === scenario)?.name ?? scenario

/** `, 6 of them now without a value, first Revenue FY26 Q1`; empty where none lost its value. */
const emptiedWords = (before: Results, after: Results, scenario: ScenarioId): string => {
  const known = new Set(allLines(before.model).map(({ id }) => id))
  const emptied = allLines(after.model)
    .filter(({ id }) => known.has(id))
    .flatMap(({ id, label }) =>
      quartersOf(after.model.timeline)
        .filter((quarter) => Number.isNaN(after.valueOf(scenario, id, quarter)))
        .filter((quarter) => !Number.isNaN(before.valueOf(scenario, id, quarter)))
        .map((quarter) => `${label} ${fiscalName(quarter, after.model.fiscalCalendar)}`),
    )
  const [first] = emptied
  return first === undefined ? '' : `, ${emptied.length} of them now without a value, first ${first}`
}

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
      `${nameOf(after.model, id)}: ${what === null ? '' : `${what}, `}${cells} ${cells === 1 ? 'cell' : 'cells'} moved${emptiedWords(before, after, id)}`,
    )
  }
  if (moved.length === 0) return null
  return `${moved.join('; ')}${unmoved.length === 0 ? '' : `; ${unmoved.join(' and ')} unmoved`}.`
}
