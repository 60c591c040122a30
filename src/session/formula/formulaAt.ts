// A line's formula as the bar finds it in a scenario: what it starts from, and the draft that was left of it.

import type { LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { FormulaDraft, View } from '#model/view.ts'
import { formulaStart, type FormulaStart } from '../formulaEdit.ts'
import { draftFor } from './draft.ts'

export type FormulaAt = {
  readonly line: LineItem
  readonly shown: ScenarioId
  readonly start: FormulaStart
  readonly draft: FormulaDraft | null
}

export const formulaAt = (model: Model, view: View, shown: ScenarioId, line: LineItem): FormulaAt => ({
  line,
  shown,
  start: formulaStart(model, shown, line, view.scale),
  draft: draftFor(view.formulaDrafts, model, shown, line),
})

/** Where an edit lands, which may be in the scenario shown alone. */
export const landingOf = ({ start, shown }: FormulaAt, isOnlyHere: boolean): ScenarioId =>
  isOnlyHere ? shown : start.landing

/** Whether the draft that was left was to be the shown scenario's alone. */
export const isOfItsOwn = ({ draft, shown, start }: FormulaAt): boolean =>
  draft !== null && start.canBeOwn && draft.scenario === shown
