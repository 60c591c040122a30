// What has to be emptied before a line or a scenario can be removed, as edits.

import type { Edit } from './edit.ts'
import type { LineId } from './lineItem.ts'
import type { Model } from './model.ts'
import type { ScenarioId } from './scenario.ts'

const emptying = (model: Model, concerns: (scenario: ScenarioId, line: LineId) => boolean): readonly Edit[] => {
  const edits: Edit[] = []
  for (const scenario of model.scenarios)
    for (const line of scenario.formulas.keys())
      if (concerns(scenario.id, line)) edits.push({ kind: 'formula', scenario: scenario.id, line, formula: null })
  for (const [scenario, quarters] of model.rows)
    for (const [quarter, row] of quarters) {
      for (const line of row.entries.keys())
        if (concerns(scenario, line)) edits.push({ kind: 'enter', scenario, quarter, line, entry: null })
      for (const line of row.notes.keys())
        if (concerns(scenario, line)) edits.push({ kind: 'note', scenario, quarter, line, note: null })
    }
  return edits
}

export const lineRemoval = (model: Model, line: LineId): readonly Edit[] => [
  ...emptying(model, (_, each) => each === line),
  { kind: 'remove line', line },
]
