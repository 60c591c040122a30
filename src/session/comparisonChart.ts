// The chart of a line in the scenarios compared: a chart as any other, over the whole timeline, that nobody chose.

import type { ChartChoice } from '#model/chartChoice.ts'
import type { LineItem } from '#model/lineItem.ts'
import type { Scenario } from '#model/scenario.ts'

export type Pace = ChartChoice['pace']

export const comparisonChart = (line: LineItem, scenarios: readonly Scenario[], pace: Pace): ChartChoice => ({
  id: line.id,
  name: line.label,
  kind: 'line',
  pace,
  range: { kind: 'all' },
  lines: [{ line: line.id, hasGrowth: false }],
  scenarios: scenarios.map(({ id }) => id),
})
