// Every formula text of a model with its place: Base's of lines, what commitments count, and scenarios' own. What rewrites
// names goes through all of them.

import type { Edit } from '#model/edit.ts'
import type { LineId } from '#model/lineItem.ts'
import { inputsOf } from '#model/commitmentInput.ts'
import { baseOf, type Model } from '#model/model.ts'
import type { ScenarioId } from '#model/scenario.ts'

export type FormulaPlace = { readonly scenario: ScenarioId; readonly line: LineId; readonly formula: string }

export const formulaPlaces = (model: Model): readonly FormulaPlace[] => {
  const base = baseOf(model).id
  return [
    ...model.lines.flatMap(({ id, formula }) => (formula === null ? [] : [{ scenario: base, line: id, formula }])),
    ...model.commitments
      .flatMap(inputsOf)
      .filter(({ part }) => part === 'counting')
      .map(({ line, formula }) => ({ scenario: base, line, formula })),
    ...model.scenarios.flatMap(({ id, formulas }) =>
      [...formulas].map(([line, formula]) => ({ scenario: id, line, formula })),
    ),
  ]
}

/** The edits that rewrite every formula for which `rewrite` gives another text. */
export const rewritingEdits = (
  model: Model,
  rewrite: (formula: string, place: FormulaPlace) => string,
): readonly Edit[] =>
  formulaPlaces(model).flatMap((place): readonly Edit[] => {
    const formula = rewrite(place.formula, place)
    return formula === place.formula ? [] : [{ kind: 'formula', scenario: place.scenario, line: place.line, formula }]
  })
