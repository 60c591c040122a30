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
  /** Whose formula it is, where an edit of it lands; Base's where nobody has one. */
  readonly landing: ScenarioId
  /** Whether the shown scenario may take the formula for itself alone. */
  readonly canBeOwn: boolean
  /** Whether the shown scenario has a formula of its own that can be given up for its parent's. */
  readonly isOwn: boolean
  /** Whether the formula is a commitment's and cannot be edited here. */
  readonly isLocked: boolean
}

export const formulaStart = (model: Model, shown: ScenarioId, line: LineItem): FormulaStart => {
  const holder = formulaOf(model, shown, line)
  const isAmount = line.kind === 'constant'
  const isOverlay = !isBase(model, shown)
  return {
    formula: holder?.formula ?? '',
    // A constant's number is typed like a cell's: it is the shown scenario's.
    landing: isAmount && isOverlay ? shown : (holder?.scenario ?? baseOf(model).id),
    canBeOwn: isOverlay && holder?.scenario !== shown && !isAmount,
    isOwn: isOverlay && holder?.scenario === shown,
    isLocked: isExpanded(model, line.id) && !isAmount,
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
export const keptFormula = (text: string): string => text.trim().replace(/^(=\+|=|\+)\s*/, '')

export type FormulaProposal = { readonly edits: readonly Edit[]; readonly label: string }

/**
 * The edit a formula's text becomes; null where it changes nothing. An empty text takes Base's formula away; in another
 * scenario it is a formula of its own that gives no value.
 */
export const proposeFormula = (
  model: Model,
  line: LineItem,
  text: string,
  landing: ScenarioId,
): FormulaProposal | null => {
  const formula = keptFormula(text)
  const next = formula === '' && isBase(model, landing) ? null : formula
  if (ownFormula(model, scenarioOf(model, landing), line) === next) return null
  const place = `Formula of ${line.label} in ${scenarioOf(model, landing).name}`
  const what = next === null ? ' removed' : next === '' ? ': no value' : `: ${next}`
  return { edits: [{ kind: 'formula', scenario: landing, line: line.id, formula: next }], label: `${place}${what}` }
}

/** Gives up a scenario's own formula: its parent's holds again. */
export const proposeFollowing = (model: Model, line: LineItem, scenario: ScenarioId): FormulaProposal => ({
  edits: [{ kind: 'formula', scenario, line: line.id, formula: null }],
  label: `${line.label} in ${scenarioOf(model, scenario).name} follows its parent’s formula`,
})
