// A line that a formula being written names and that is not there yet: whether it can be made, what it is taken for, and the
// formula that can be used once it is there.

import { calculate } from '#engine/calculate.ts'
import { formulaFault } from '#analysis/formulaFault.ts'
import { isReservedName } from '#formula/reserved.ts'
import { applyEdits, keyProblem, type Edit } from '#model/edit.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines, type Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import type { FormulaDraft, View } from '#model/view.ts'
import { draftOf, withoutDraft } from '../formula/draft.ts'
import { landingOf } from '../formula/formulaAt.ts'
import type { FormulaEditing } from '../formula/formulaEditing.svelte.ts'
import type { LineWish } from '../creation.ts'
import { proposeFormula, type FormulaFault } from '../formulaEdit.ts'
import { guessBeside, kindGuessed, unitGuessed, type LineGuess, type Neighbour } from './insertion.ts'

/** The key that is missing, and the text that waits for it. */
export type MissingLine = { readonly key: string; readonly draft: FormulaDraft }

/** The key of the line that a text lacks, where that is all that is wrong at its first fault and a line can have it. */
export const missingKey = (model: Model, fault: FormulaFault | null): string | null => {
  if (fault === null || fault.kind !== 'unknown name') return null
  const { wrong, after } = fault
  const isCalled = after.trimStart().startsWith('(')
  return isCalled || isReservedName(wrong) || keyProblem(model, wrong, null) !== null ? null : wrong
}

/** `gross_margin` → `Gross margin`. */
export const labelFromKey = (key: string): string => {
  const words = key.replaceAll('_', ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What the missing line is taken for: by its words a per cent or a count, else what its neighbour is; per cents are drivers. */
export const guessMissing = (model: Model, key: string, neighbour: Neighbour): LineGuess => {
  const beside = guessBeside(model, neighbour)
  const label = labelFromKey(key)
  const unit = unitGuessed(beside, label)
  const driver = unit === 'percent' || unit === 'points'
  const section = driver && model.sections.includes('Drivers') ? 'Drivers' : beside.section
  return { section, unit, kind: kindGuessed(beside, unit, label), driver }
}

/** The formula it begins with: what is assumed once holds until something else is. */
export const formulaForMissing = ({ key, driver, kind }: Pick<LineWish, 'key' | 'driver' | 'kind'>): string =>
  driver && kind !== 'constant' ? `${key}[-1]` : ''

/** The edits that take a draft into use where it can be on a model changed so; none where something else is wrong still. */
const usingDraft = (model: Model, edits: readonly Edit[], draft: FormulaDraft): readonly Edit[] => {
  const next = applyEdits(model, edits)
  const line = isProblem(next) ? undefined : allLines(next).find(({ id }) => id === draft.line)
  if (isProblem(next) || line === undefined || formulaFault(calculate(next), draft) !== null) return []
  return proposeFormula(next, line, draft.text, draft.scenario)?.edits ?? []
}

type Desk = {
  readonly model: Model
  readonly view: Pick<View, 'formulaDrafts'>
  readonly dispatch: (edits: readonly Edit[], label: string) => Problem | null
  readonly look: (change: Partial<View>) => void
}

/** Adds the line, and in the same step takes the text that waits for it into use. */
export const addMissing = (
  desk: Desk,
  adding: readonly Edit[],
  { draft }: MissingLine,
  label: string,
): Problem | null => {
  const using = usingDraft(desk.model, adding, draft)
  const problem = desk.dispatch([...adding, ...using], label)
  if (problem === null && using.length > 0)
    desk.look({ formulaDrafts: withoutDraft(desk.view.formulaDrafts, draft.line, draft.scenario) })
  return problem
}

type Open = {
  readonly model: Model
  readonly formula: Pick<FormulaEditing, 'at' | 'text' | 'isTyping' | 'isOnlyHere' | 'fault' | 'leave'>
  readonly lines: { readonly openMissing: (missing: MissingLine, beside: LineItem) => void }
}

/** Leaves the text as a draft and opens the dialog for the line it lacks. */
export const askForMissing = ({ model, formula, lines }: Open): void => {
  const { at, text, isTyping, isOnlyHere } = formula
  const key = missingKey(model, formula.fault)
  if (at === null || key === null) return
  const scenario = isTyping || at.draft === null ? landingOf(at, isOnlyHere) : at.draft.scenario
  formula.leave()
  lines.openMissing({ key, draft: draftOf(model, { line: at.line.id, scenario, text }) }, at.line)
}
