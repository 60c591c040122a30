// The checks of a model: lines with a tolerance, looked at in every scenario and quarter. Quarters without a value are not
// checked; one light tells whether all others hold.

import type { Results } from '#engine/results.ts'
import { plainFigure, shownValue } from '#model/figure.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import type { LineId } from '#model/lineItem.ts'
import { allLines } from '#model/model.ts'
import type { Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
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

export const checksOf = (results: Results): Checks => {
  const { model } = results
  const failed: FailedCheck[] = []
  let count = 0
  for (const line of allLines(model)) {
    if (line.tolerance === null) continue
    for (const scenario of model.scenarios)
      for (const quarter of quartersOf(model.timeline)) {
        const value = results.valueOf(scenario.id, line.id, quarter)
        if (Number.isNaN(value)) continue
        count += 1
        if (Math.abs(value) <= line.tolerance) continue
        const off = `${plainFigure(shownValue(value, line.unit, null), Math.max(line.decimals, 1))} ${unitName(line.unit)}`
        const sentence = `${line.label} is off by ${off} in ${fiscalName(quarter, model.fiscalCalendar)} of ${scenario.name}.`
        failed.push({ scenario: scenario.id, line: line.id, quarter, sentence })
      }
  }
  return { count, failed }
}
