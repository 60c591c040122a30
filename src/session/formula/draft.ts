// Drafts of formulas: texts that were left and cannot be used. They are kept with the view, one for a line and a scenario, and
// are no part of the model: the formula in use and its results stay.

import type { Results } from '#engine/results.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { baseOf, type Model } from '#model/model.ts'
import { formulaOf } from '#model/origin.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { FormulaDraft, View } from '#model/view.ts'
import { faultIn } from './fault.ts'

type Drafts = readonly FormulaDraft[]

const isOf = (line: LineId, scenario: ScenarioId) => (draft: FormulaDraft) =>
  draft.line === line && draft.scenario === scenario

/** A text as a draft, which names quarters as the model's calendar does. */
export const draftOf = (
  { fiscalCalendar: calendar }: Pick<Model, 'fiscalCalendar'>,
  text: Pick<FormulaDraft, 'line' | 'scenario' | 'text'>,
): FormulaDraft => ({ ...text, calendar })

export const withoutDraft = (drafts: Drafts, line: LineId, scenario: ScenarioId): Drafts =>
  drafts.some(isOf(line, scenario)) ? drafts.filter((each) => !isOf(line, scenario)(each)) : drafts

export const withDraft = (drafts: Drafts, draft: FormulaDraft): Drafts => [
  ...withoutDraft(drafts, draft.line, draft.scenario),
  draft,
]

/** The draft that the scenario shown has for a line: its own, else that of the scenario whose formula holds in it. */
export const draftFor = (drafts: Drafts, model: Model, shown: ScenarioId, line: LineItem): FormulaDraft | null => {
  if (drafts.length === 0) return null
  const own = drafts.find(isOf(line.id, shown))
  // A constant's number is typed in the scenario shown, whoever has the one that holds.
  if (own !== undefined || line.kind === 'constant') return own ?? null
  const holder = formulaOf(model, shown, line)?.scenario ?? baseOf(model).id
  return drafts.find(isOf(line.id, holder)) ?? null
}

/** What keeps the draft of a line from being used, in the scenario shown; null where there is no draft. */
export const draftSentence = (
  results: Results,
  { formulaDrafts, scale }: Pick<View, 'formulaDrafts' | 'scale'>,
  shown: ScenarioId,
  line: LineItem,
): string | null => {
  const draft = draftFor(formulaDrafts, results.model, shown, line)
  if (draft === null) return null
  const fault = faultIn(results, { line, scenario: draft.scenario, text: draft.text, scale })
  return fault?.sentence ?? 'it can be used now.'
}
