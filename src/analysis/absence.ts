// An Absence is why a cell has no value, in the words of the matter: what a commitment leaves open by its nature (nothing is
// required after its window, nothing completes what is not reached) is told as such; all else is the engine's reason.

import type { Reason, Results } from '#engine/results.ts'
import { amountLineId, partOfLine, readingLineId } from '#model/commitment.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import type { LineId } from '#model/lineItem.ts'
import { lineOf } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { shortBillions } from './pacing.ts'

export type Absence = Pick<Reason, 'kind' | 'sentence'>

/** Why a commitment's line has no value in a quarter by its nature; null for other lines, and where something else lacks. */
const ofCommitment = (results: Results, scenario: ScenarioId, line: LineId, quarter: Quarter): string | null => {
  const { model } = results
  const found = partOfLine(model.commitments, line)
  if (found === null) return null
  const { commitment, reading, part } = found
  const valueOf = (each: 'elapsed' | 'counted'): number =>
    results.valueOf(scenario, readingLineId(commitment, reading, each), quarter)
  if (part === 'required' && valueOf('elapsed') >= reading.quarters)
    return 'the window has ended: no quarter is left to carry anything'
  const amount = results.constantOf(scenario, amountLineId(commitment))
  if (part === 'completion' && valueOf('counted') < amount)
    return `${shortBillions(amount, commitment.unit)} is not reached by ${plainName(quarter, model.fiscalCalendar)}`
  return null
}

/** Why a cell has no value in a scenario; null where it has one. */
export const absenceOf = (results: Results, scenario: ScenarioId, line: LineId, quarter: Quarter): Absence | null => {
  if (!Number.isNaN(results.valueOf(scenario, line, quarter))) return null
  const own = ofCommitment(results, scenario, line, quarter)
  if (own !== null) return { kind: 'missing', sentence: own }
  const reason = results.reasonOf(scenario, line, quarter)
  if (reason === null || reason.root.quarter === null) return reason
  const { root } = reason
  const ofRoot = ofCommitment(results, scenario, root.line, reason.root.quarter)
  if (ofRoot === null) return reason
  const { key } = lineOf(results.model, root.line)
  const place = `${key} in ${plainName(reason.root.quarter, results.model.fiscalCalendar)}`
  return { kind: reason.kind, sentence: `depends on ${place}: ${ofRoot}` }
}
