// An Absence is why a cell has no value, in the words of the matter: what a commitment leaves open by its nature (nothing is
// required after its window, nothing completes what is not reached) is told as such, and so is a reported number that nobody
// typed; all else is the engine's reason.

import type { Reason, Results } from '#engine/results.ts'
import { amountLineId, partOfLine, readingLineId } from '#model/commitmentLines.ts'
import type { ReadingPart } from '#model/commitmentParts.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import type { LineId } from '#model/lineItem.ts'
import { isReported, lineOf, type Model } from '#model/model.ts'
import { isBaseActual } from '#model/origin.ts'
import type { Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { quartersOf } from '#model/timeline.ts'
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

/**
 * Whether a quarter without a value lacks a number that is to be typed: one of a reported quarter, on a line that was
 * reported before, or whose formula goes back on the line itself until the timeline ends, so that it never begins.
 */
export const isUntyped = (
  model: Model,
  { line: id, quarter }: { readonly line: LineId; readonly quarter: Quarter | null },
  root: Reason['root'],
): boolean => {
  const line = model.lines.find((each) => each.id === id)
  if (line === undefined || line.driver || quarter === null || !isReported(model, quarter)) return false
  const quarters = quartersOf(model.timeline)
  if (!quarters.includes(quarter)) return false
  const isOfItself = root.line === id && root.quarter !== null && root.quarter < model.timeline.first
  return isOfItself || quarters.some((each) => each < quarter && isBaseActual(model, line, each))
}

/** The reason of a cell that has a number to be typed on its way out of the timeline: that one comes first. */
const untypedFirst = (
  results: Results,
  scenario: ScenarioId,
  cell: { readonly line: LineId; readonly quarter: Quarter },
  reason: Reason,
): Absence => {
  const { model } = results
  const { kind, root, sentence } = reason
  const isHere = root.line === cell.line && root.quarter === cell.quarter
  if (kind !== 'missing' || isHere) return reason
  if (isUntyped(model, cell, root)) return { kind, sentence: `not typed yet; its formula ${sentence}` }
  const { first, last } = model.timeline
  if (root.quarter === null || (root.quarter >= first && root.quarter <= last)) return reason
  const steps = results.reasonPath(scenario, cell.line, cell.quarter)?.steps ?? []
  const untyped = steps.find((step) => isUntyped(model, step, root))
  if (untyped === undefined || untyped.quarter === null) return reason
  const { key } = lineOf(model, untyped.line)
  return {
    kind,
    sentence: `needs ${key} in ${plainName(untyped.quarter, model.fiscalCalendar)}, which is not typed yet`,
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
  if (ofRoot === null) return untypedFirst(results, scenario, { line, quarter }, reason)
  const { key } = lineOf(results.model, root.line)
  const place = `${key} in ${plainName(reason.root.quarter, results.model.fiscalCalendar)}`
  return { kind: reason.kind, sentence: `depends on ${place}: ${ofRoot}` }
}
