// The inverse of an edit, taken from the model before the edit is applied: applying both leaves the model as it was.

import { present, unreachable } from '#base/assert.ts'
import { inputOf } from './commitmentInput.ts'
import { applyEdit, type Edit } from './edit.ts'
import { isBase, rowOf, scenarioOf, type Model } from './model.ts'
import { isProblem, type Problem } from './problem.ts'

/** The part of `whole` that a change replaces. */
const before = <Whole, Change extends Partial<Whole>>(whole: Whole, change: Change): Change =>
  Object.fromEntries(Object.keys(change).map((name) => [name, whole[name as keyof Whole]])) as Change

const find = <Item extends { readonly id: string }>(items: readonly Item[], id: string): Item =>
  present(
    items.find((each) => each.id === id),
    id,
  )

const inverseOfFormula = (model: Model, edit: Extract<Edit, { kind: 'formula' }>): Edit => {
  if (!isBase(model, edit.scenario))
    return { ...edit, formula: scenarioOf(model, edit.scenario).formulas.get(edit.line) ?? null }
  return {
    ...edit,
    formula: inputOf(model.commitments, edit.line)?.formula ?? find(model.lines, edit.line).formula,
  }
}

/** The edit that takes back an edit that applies to the model. */
export const invert = (model: Model, edit: Edit): Edit => {
  switch (edit.kind) {
    case 'enter':
      return { ...edit, entry: rowOf(model, edit.scenario, edit.quarter).entries.get(edit.line) ?? null }
    case 'note':
      return { ...edit, note: rowOf(model, edit.scenario, edit.quarter).notes.get(edit.line) ?? null }
    case 'formula':
      return inverseOfFormula(model, edit)
    case 'insert line':
      return { kind: 'remove line', line: edit.line.id }
    case 'remove line':
      return {
        kind: 'insert line',
        line: find(model.lines, edit.line),
        at: model.lines.findIndex((line) => line.id === edit.line),
      }
    case 'move line':
      return { ...edit, at: model.lines.findIndex((line) => line.id === edit.line) }
    case 'change line':
      return { ...edit, change: before(find(model.lines, edit.line), edit.change) }
    case 'insert scenario':
      return { kind: 'remove scenario', scenario: edit.scenario.id }
    case 'remove scenario':
      return {
        kind: 'insert scenario',
        scenario: scenarioOf(model, edit.scenario),
        at: model.scenarios.findIndex((scenario) => scenario.id === edit.scenario),
      }
    case 'move scenario':
      return { ...edit, at: model.scenarios.findIndex((scenario) => scenario.id === edit.scenario) }
    case 'change scenario':
      return { ...edit, change: before(scenarioOf(model, edit.scenario), edit.change) }
    case 'insert commitment':
      return { kind: 'remove commitment', commitment: edit.commitment.id }
    case 'remove commitment':
      return {
        kind: 'insert commitment',
        commitment: find(model.commitments, edit.commitment),
        at: model.commitments.findIndex((commitment) => commitment.id === edit.commitment),
      }
    case 'change commitment':
      return { ...edit, change: before(find(model.commitments, edit.commitment), edit.change) }
    case 'change model':
      return { ...edit, change: before(model, edit.change) }
    case 'waive': {
      const at = model.waivers.findIndex(({ id }) => id === edit.id)
      return { ...edit, waiver: model.waivers[at] ?? null, at: Math.max(at, 0) }
    }
    default:
      return unreachable(edit)
  }
}

export type Reversible = {
  readonly model: Model
  /** What takes the edits back, in the order to apply. */
  readonly inverse: readonly Edit[]
}

/** Applies edits one after the other and gives what takes all of them back; the first Problem stops all of them. */
export const applyReversibly = (model: Model, edits: readonly Edit[]): Reversible | Problem => {
  let current = model
  const inverse: Edit[] = []
  for (const edit of edits) {
    const next = applyEdit(current, edit)
    if (isProblem(next)) return next
    inverse.unshift(invert(current, edit))
    current = next
  }
  return { model: current, inverse }
}
