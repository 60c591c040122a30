// Editing a line's formula: what the bar starts from, what is wrong with a text, and the edit it becomes. A constant's text
// is its cell's: the bar shows, reads and types it as the cell does.

import type { Results } from '#engine/results.ts'
import { typedText } from '#exchange/number.ts'
import type { FormulaProblem } from '#formula/formulaProblem.ts'
import { readConstant } from '#formula/constant.ts'
import { leadOf } from '#formula/lexer.ts'
import type { LineItem } from '#model/lineItem.ts'
import { baseOf, isBase, isExpanded, scenarioOf, type Model } from '#model/model.ts'
import { formulaOf, ownFormula } from '#model/origin.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { Scale } from '#model/unit.ts'
import { inputOf } from '#model/commitmentInput.ts'
import type { Edit } from '#model/edit.ts'
import { isProblem, type ProblemKind } from '#model/problem.ts'
import { shownUnit } from '#model/figure.ts'
import { proposeNumber, type Target } from './proposal.ts'

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

/** The cell whose text the bar holds, where the line is a constant; null for every other line. */
export const constantCell = (shown: ScenarioId, line: LineItem, scale: Scale | null): Target | null =>
  line.kind === 'constant' ? { shown, line, column: { kind: 'constant' }, unit: shownUnit(line.unit, scale) } : null

/** A constant's formula as one would type it into its cell; one that is no number, as it stands. */
const constantText = (formula: string, { line, unit }: Target): string => {
  const value = readConstant(formula)
  return typeof value === 'number' ? typedText(value, line.unit, unit) : formula
}

export const formulaStart = (model: Model, shown: ScenarioId, line: LineItem, scale: Scale | null): FormulaStart => {
  const holder = formulaOf(model, shown, line)
  const cell = constantCell(shown, line, scale)
  const isOverlay = !isBase(model, shown)
  return {
    formula: cell === null || holder === null ? (holder?.formula ?? '') : constantText(holder.formula, cell),
    // A constant's number is typed like a cell's: it is the shown scenario's.
    landing: cell !== null && isOverlay ? shown : (holder?.scenario ?? baseOf(model).id),
    canBeOwn: isOverlay && holder?.scenario !== shown && cell === null,
    isOwn: isOverlay && holder?.scenario === shown,
    isLocked: isExpanded(model, line.id) && cell === null && inputOf(model.commitments, line.id) === null,
  }
}

/** What is wrong or doubtful in a formula's text, cut into what stands before, in and after the part concerned. */
export type FormulaFault = {
  /** Null where the text is no formula but a constant's number. */
  readonly kind: ProblemKind | null
  readonly before: string
  readonly wrong: string
  readonly after: string
  readonly sentence: string
  readonly suggestion: string | null
}

export const cutOut = (text: string, { kind, span, sentence, suggestion }: FormulaProblem): FormulaFault => ({
  kind,
  before: text.slice(0, span.start),
  wrong: text.slice(span.start, span.end),
  after: text.slice(span.end),
  sentence,
  suggestion,
})

/** Why a text cannot be a constant's, in the words of its cell; null where it can, or is empty. */
export const constantProblem = (results: Results, cell: Target, text: string): FormulaFault | null => {
  const proposal = text.trim() === '' ? null : proposeNumber(results, cell, text)
  return isProblem(proposal)
    ? { kind: null, before: '', wrong: text, after: '', sentence: proposal.sentence, suggestion: null }
    : null
}

/** The formula as it is kept: without the sign that hands used to Excel type first. */
export const keptFormula = (text: string): string => text.slice(leadOf(text).length).trim()

/** A label names a change in one look: the whole formula stands in the edit. */
const mostInLabel = 60

const shortened = (text: string): string => (text.length <= mostInLabel ? text : `${text.slice(0, mostInLabel - 1)}…`)

const changeText = (before: string | null, next: string | null): string => {
  if (next === null) return ' removed'
  const is = next === '' ? 'no value' : shortened(next)
  return before === null || before === '' ? `: ${is}` : `: ${shortened(before)} → ${is}`
}

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
  const before = ownFormula(model, scenarioOf(model, landing), line)
  if (before === next) return null
  const place = `Formula of ${line.label} in ${scenarioOf(model, landing).name}`
  const what = changeText(before, next)
  return { edits: [{ kind: 'formula', scenario: landing, line: line.id, formula: next }], label: `${place}${what}` }
}

/** Gives up a scenario's own formula: its parent's holds again. */
export const proposeFollowing = (model: Model, line: LineItem, scenario: ScenarioId): FormulaProposal => ({
  edits: [{ kind: 'formula', scenario, line: line.id, formula: null }],
  label: `${line.label} in ${scenarioOf(model, scenario).name} follows its parent’s formula`,
})
