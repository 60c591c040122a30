// Editing a line's formula: what the bar starts from, what is wrong with a text, and the edit it becomes.

import { checkFormula, isFormulaProblem } from '#formula/check.ts'
import { readConstant } from '#formula/constant.ts'
import type { FormulaProblem } from '#formula/formulaProblem.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines, baseOf, isBase, isExpanded, scenarioOf, type Model } from '#model/model.ts'
import { formulaOf, ownFormula } from '#model/origin.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { Edit } from '#model/edit.ts'

export type FormulaStart = {
  readonly formula: string
  /** Where an edit lands unless the user chooses otherwise: Base, or the shown scenario where it has a formula of its own. */
  readonly landing: ScenarioId
  /** Whether the shown scenario may take the formula for itself alone. */
  readonly canBeOwn: boolean
  /** Why the formula cannot be edited here, or null. */
  readonly locked: string | null
}

export const formulaStart = (model: Model, shown: ScenarioId, line: LineItem): FormulaStart => {
  const holder = formulaOf(model, shown, line)
  const hasOwn = !isBase(model, shown) && ownFormula(model, scenarioOf(model, shown), line) !== null
  const isAmount = line.kind === 'constant'
  return {
    formula: holder?.formula ?? '',
    landing: hasOwn || (isAmount && !isBase(model, shown)) ? shown : baseOf(model).id,
    canBeOwn: !isBase(model, shown),
    locked: isExpanded(model, line.id) && !isAmount ? (holder?.formula ?? '') : null,
  }
}

/** What is wrong with a formula's text, cut into what stands before, in and after the wrong part. */
export type FormulaFault = {
  readonly before: string
  readonly wrong: string
  readonly after: string
  readonly sentence: string
  readonly suggestion: string | null
}

const scopeOf = (model: Model) => ({
  keys: new Map(allLines(model).map(({ key, id }) => [key, id])),
  calendar: model.fiscalCalendar,
})

export const formulaProblem = (model: Model, line: LineItem, text: string): FormulaFault | null => {
  if (text.trim() === '') return null
  const fault = faultOf(model, line, text)
  if (fault === null) return null
  const { span, sentence, suggestion } = fault
  return {
    before: text.slice(0, span.start),
    wrong: text.slice(span.start, span.end),
    after: text.slice(span.end),
    sentence,
    suggestion,
  }
}

const faultOf = (model: Model, line: LineItem, text: string): FormulaProblem | null => {
  if (line.kind === 'constant') {
    const read = readConstant(text)
    return typeof read === 'number' ? null : read
  }
  const checked = checkFormula(text, scopeOf(model))
  return isFormulaProblem(checked) ? checked : null
}

/** The formula as it is kept: without the sign that hands used to Excel type first. */
const kept = (text: string): string => text.trim().replace(/^(=\+|=|\+)\s*/, '')

/** The edit a formula's text becomes; null where it changes nothing. */
export const proposeFormula = (
  model: Model,
  line: LineItem,
  text: string,
  landing: ScenarioId,
): { readonly edits: readonly Edit[]; readonly label: string } | null => {
  const formula = kept(text)
  const before = ownFormula(model, scenarioOf(model, landing), line)
  // An empty text takes the formula away: in Base there is none then, in a scenario its parent's holds again.
  const next = formula === '' ? null : formula
  if (before === next) return null
  const place = `Formula of ${line.label} in ${scenarioOf(model, landing).name}`
  return {
    edits: [{ kind: 'formula', scenario: landing, line: line.id, formula: next }],
    label: next === null ? `${place} removed` : `${place}: ${next}`,
  }
}
