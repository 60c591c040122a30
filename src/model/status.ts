// The status of a cell in a scenario: what kind of number stands there, in the words of the trade.

import type { LineItem } from './lineItem.ts'
import { baseOf, isBase, isReported, type Model } from './model.ts'
import { formulaOf, originOf } from './origin.ts'
import type { Quarter } from './quarter.ts'
import type { ScenarioId } from './scenario.ts'

/**
 * actual: reported and typed in Base. estimate: a formula, or a scenario, fills a quarter that a reported line has not
 * reported. forecast: computed or typed after the last actual. assumption: typed on a driver or constant. override: typed
 * over a formula in the forecast, or by a scenario before it. calculated: computed up to the last actual on a line that is
 * never reported. none: nothing typed and no formula.
 */
export type Status = 'actual' | 'estimate' | 'forecast' | 'assumption' | 'override' | 'calculated' | 'none'

/** Whether a line has any number typed in Base up to the last actual. */
export const hasActuals = (model: Model, line: LineItem): boolean => {
  for (const [quarter, row] of model.rows.get(baseOf(model).id) ?? [])
    if (isReported(model, quarter) && typeof row.entries.get(line.id) === 'number') return true
  return false
}

export const statusOf = (model: Model, scenario: ScenarioId, line: LineItem, quarter: Quarter): Status => {
  if (line.kind === 'constant')
    return (formulaOf(model, scenario, line)?.formula ?? '').trim() === '' ? 'none' : 'assumption'
  const origin = originOf(model, scenario, line, quarter)
  const reported = isReported(model, quarter)
  if (origin.from === 'nothing') return 'none'
  if (origin.from === 'typed') {
    if (line.driver) return 'assumption'
    const isActual = reported && isBase(model, origin.scenario)
    if (isActual) return 'actual'
    if (formulaOf(model, scenario, line) !== null) return 'override'
    return reported ? 'estimate' : 'forecast'
  }
  if (origin.formula.trim() === '') return 'none'
  if (!reported) return 'forecast'
  return hasActuals(model, line) && !line.driver ? 'estimate' : 'calculated'
}
