// The checks of a model: lines with a tolerance, looked at in every scenario and quarter. Quarters without a value are not
// checked, a fault fails; one light tells whether all others hold.

import type { Results } from '#engine/results.ts'
import { plainFigure, shownValue } from '#model/figure.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { allLines } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import type { Scenario, ScenarioId } from '#model/scenario.ts'
import { quartersOf } from '#model/timeline.ts'
import { unitName } from '#model/unit.ts'

export type FailedCheck = {
  readonly scenario: ScenarioId
  readonly line: LineId
  readonly quarter: Quarter
  readonly sentence: string
}

export type Checks = {
  /** Cells that were checked, over all scenarios. */
  readonly count: number
  readonly failed: readonly FailedCheck[]
}

/** What a check found in one cell: what is wrong, in a sentence, or nothing. Null where there is nothing to check. */
type Finding = { readonly fault: string | null }

const findingOf = (results: Results, scenario: Scenario, line: LineItem, quarter: Quarter): Finding | null => {
  const where = `${fiscalName(quarter, results.model.fiscalCalendar)} of ${scenario.name}`
  const value = results.valueOf(scenario.id, line.id, quarter)
  if (Number.isNaN(value)) {
    const reason = results.reasonOf(scenario.id, line.id, quarter)
    if (reason === null || reason.kind === 'missing') return null
    return { fault: `${line.label} cannot be checked in ${where}: ${reason.sentence}.` }
  }
  if (line.tolerance === null || Math.abs(value) <= line.tolerance) return { fault: null }
  const off = plainFigure(shownValue(value, line.unit, null), Math.max(line.decimals, 1))
  return { fault: `${line.label} is off by ${off} ${unitName(line.unit)} in ${where}.` }
}

export const checksOf = (results: Results): Checks => {
  const { model } = results
  const failed: FailedCheck[] = []
  let count = 0
  for (const line of allLines(model)) {
    if (line.tolerance === null) continue
    for (const scenario of model.scenarios)
      for (const quarter of quartersOf(model.timeline)) {
        const finding = findingOf(results, scenario, line, quarter)
        if (finding === null) continue
        count += 1
        if (finding.fault !== null)
          failed.push({ scenario: scenario.id, line: line.id, quarter, sentence: finding.fault })
      }
  }
  return { count, failed }
}
