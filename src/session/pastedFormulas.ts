// Whole lines pasted over whole lines bring their formulas along. A formula that names what this model does not have is kept
// as its text, a Problem of its line like any other.

import type { Copied } from '#exchange/copied.ts'
import type { Results } from '#engine/results.ts'
import type { Edit } from '#model/edit.ts'
import { isExpanded } from '#model/model.ts'
import { ownFormula } from '#model/origin.ts'
import { scenarioOf } from '#model/model.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { formulaStart } from './formulaEdit.ts'
import type { Layout } from './layout.ts'
import type { Block } from './range.ts'

type Sheet = { readonly results: Results; readonly layout: Layout; readonly shown: ScenarioId }

export const pastedFormulas = (
  { results: { model }, layout, shown }: Sheet,
  copied: Copied,
  selected: Block,
): readonly Edit[] => {
  const lines = layout.lines.slice(selected.firstLine).flatMap((stop) => (stop.kind === 'line' ? [stop.line] : []))
  return copied.lines.flatMap(({ formula }, at): readonly Edit[] => {
    const line = lines[at]
    if (line === undefined || formula === null || line.kind === 'constant' || isExpanded(model, line.id)) return []
    const { landing } = formulaStart(model, shown, line, null)
    if (ownFormula(model, scenarioOf(model, landing), line) === formula) return []
    return [{ kind: 'formula', scenario: landing, line: line.id, formula }]
  })
}
