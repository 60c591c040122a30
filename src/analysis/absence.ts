// An Absence is why a cell has no value, in the words of the matter: what a commitment leaves open by its nature (nothing is
// required after its window, nothing completes what is not reached) is told as such; all else is the engine's reason.

import type { Reason, Results } from '#engine/results.ts'
import { amountLineId, partOfLine, readingLineId } from '#model/commitmentLines.ts'
import type { ReadingPart } from '#model/commitmentParts.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import type { LineId } from '#model/lineItem.ts'
import { lineOf } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { shortBillions } from './pacingWords.ts'

export type Absence = Pick<Reason, 'kind' | 'sentence'>

/** Why a commitment's line has no value in a quarter by its nature; null for other lines, and where something else lacks. */
export const ofCommitment = (results: Results, scenario: ScenarioId, line: LineId, quarter: Quarter): string | null => {
  const { model } = results
  const found = partOfLine(model.commitments, line)
  if (found === null) return null
  const { commitment, reading, part } = found
  const valueOf = (each: ReadingPart): number =>
    results.valueOf(scenario, readingLineId(commitment, reading, each), quarter)
  const amount = results.constantOf(scenario, amountLineId(commitment))
  const length = results.constantOf(scenario, readingLineId(commitment, reading, 'quarters'))
  switch (part) {
    case 'required':
    case 'required_multiple':
      if (valueOf('elapsed') >= length) return 'the window has ended: no quarter is left to carry anything'
      return part === 'required_multiple' && valueOf('mean') <= 0 ? 'the last four quarters’ mean is not above 0' : null
    case 'completion':
    case 'late':
      return valueOf('counted') < amount
        ? `${shortBillions(amount, commitment.unit)} is not reached by ${plainName(quarter, model.fiscalCalendar)}`
        : null
    case 'mean_completion':
      return valueOf('counted') < amount && valueOf('mean') <= 0
        ? 'never at that pace: the last four quarters’ mean is not above 0'
        : null
    case 'spi':
      return valueOf('planned') === 0 ? 'nothing is planned yet' : null
    case 'spi_t':
      return valueOf('elapsed') === 0 ? 'the window has not begun' : null
    default:
      return null
  }
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
