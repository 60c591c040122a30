// An Edit is a reversible change as plain data, small enough to journal, and the only way a Model changes. `applyEdit`
// gives the new model or the Problem that stops it; inverse.ts gives the edit that takes it back. Each edit does one
// thing: to remove a line, its cells are emptied first (removal.ts), so that every inverse is one edit too.

import { unreachable } from '#base/assert.ts'
import type { Commitment, CommitmentId } from './commitment.ts'
import { inputFault, inputOf } from './commitmentInput.ts'
import { keyForm, type LineId, type LineItem } from './lineItem.ts'
import { allLines, isBase, rowOf, scenarioOf, type Model } from './model.ts'
import { isProblem, problem, type Place, type Problem } from './problem.ts'
import type { Quarter } from './quarter.ts'
import { withKey, withRow, type Entry, type Note } from './quarterRow.ts'
import type { Scenario, ScenarioId } from './scenario.ts'
import { contains } from './timeline.ts'
import type { Waiver } from './waiver.ts'

/** What an edit may change of the model itself. */
type ModelChange = Partial<
  Pick<Model, 'name' | 'fiscalCalendar' | 'timeline' | 'lastActual' | 'currency' | 'scale' | 'sections'>
>
type LineChange = Partial<Omit<LineItem, 'id' | 'formula'>>
type ScenarioChange = Partial<Pick<Scenario, 'name' | 'parent' | 'colour'>>

type CommitmentChange = Partial<Omit<Commitment, 'id'>>

type CellAddress = { readonly scenario: ScenarioId; readonly quarter: Quarter; readonly line: LineId }

export type Edit =
  /** Types a number or a release into a cell; null removes what is there. */
  | ({ readonly kind: 'enter'; readonly entry: Entry | null } & CellAddress)
  | ({ readonly kind: 'note'; readonly note: Note | null } & CellAddress)
  /** Sets a scenario's own formula of a line (in Base, the line's); null removes it. */
  | { readonly kind: 'formula'; readonly scenario: ScenarioId; readonly line: LineId; readonly formula: string | null }
  | { readonly kind: 'insert line'; readonly line: LineItem; readonly at: number }
  | { readonly kind: 'remove line'; readonly line: LineId }
  /** Among the model's own lines, as listed, to where it then stands. */
  | { readonly kind: 'move line'; readonly line: LineId; readonly at: number }
  | { readonly kind: 'change line'; readonly line: LineId; readonly change: LineChange }
  | { readonly kind: 'insert scenario'; readonly scenario: Scenario; readonly at: number }
  | { readonly kind: 'remove scenario'; readonly scenario: ScenarioId }
  | { readonly kind: 'move scenario'; readonly scenario: ScenarioId; readonly at: number }
  | { readonly kind: 'change scenario'; readonly scenario: ScenarioId; readonly change: ScenarioChange }
  | { readonly kind: 'insert commitment'; readonly commitment: Commitment; readonly at: number }
  | { readonly kind: 'remove commitment'; readonly commitment: CommitmentId }
  | { readonly kind: 'change commitment'; readonly commitment: CommitmentId; readonly change: CommitmentChange }
  | { readonly kind: 'change model'; readonly change: ModelChange }
  /** Waives a finding, or with null takes its waiver back; `at` is where it then stands in the list. */
  | { readonly kind: 'waive'; readonly id: string; readonly waiver: Waiver | null; readonly at: number }

const inserted = <Item>(items: readonly Item[], at: number, item: Item): readonly Item[] => [
  ...items.slice(0, at),
  item,
  ...items.slice(at),
]

const replaced = <Item extends { readonly id: string }>(items: readonly Item[], item: Item): readonly Item[] =>
  items.map((each) => (each.id === item.id ? item : each))

const without = <Item extends { readonly id: string }>(items: readonly Item[], id: string): readonly Item[] =>
  items.filter((each) => each.id !== id)

const moved = <Item extends { readonly id: string }>(
  items: readonly Item[],
  id: string,
  at: number,
): readonly Item[] => {
  const item = items.find((each) => each.id === id)
  return item === undefined ? items : inserted(without(items, id), at, item)
}

const holds = (items: readonly { readonly id: string }[], id: string): boolean => items.some((each) => each.id === id)

const refuse = (sentence: string, place: Place = { at: 'model' }): Problem => problem('edit', place, sentence)

/** Why a key cannot be a line's, or null. `except` is the line that may have it already. */
export const keyProblem = (model: Model, key: string, except: LineId | null): Problem | null => {
  if (!keyForm.test(key))
    return refuse(
      `“${key}” cannot be a key: it takes small letters, digits and _, begins with a letter, and has at most 64.`,
    )
  const holder = allLines(model).find((line) => line.key === key && line.id !== except)
  return holder === undefined ? null : refuse(`The key “${key}” is already that of “${holder.label}”. Choose another.`)
}

const applyToCell = (model: Model, edit: Extract<Edit, { kind: 'enter' | 'note' }>): Model | Problem => {
  const { scenario, quarter, line } = edit
  const item = allLines(model).find((each) => each.id === line)
  if (!model.scenarios.some((each) => each.id === scenario))
    return refuse('The scenario of this cell no longer exists.')
  if (item === undefined) return refuse('The line of this cell no longer exists.')
  if (!contains(model.timeline, quarter)) return refuse(`${quarter} is outside the timeline of this model.`)
  const row = rowOf(model, scenario, quarter)
  if (edit.kind === 'note')
    return {
      ...model,
      rows: withRow(model.rows, scenario, quarter, { ...row, notes: withKey(row.notes, line, edit.note) }),
    }
  if (typeof edit.entry === 'number' && !Number.isFinite(edit.entry))
    return refuse('The number is too large to keep.', { at: 'cell', scenario, line, quarter })
  if (edit.entry === 'release' && isBase(model, scenario)) return refuse('Base has no parent to be released from.')
  return {
    ...model,
    rows: withRow(model.rows, scenario, quarter, { ...row, entries: withKey(row.entries, line, edit.entry) }),
  }
}

const applyFormula = (model: Model, edit: Extract<Edit, { kind: 'formula' }>): Model | Problem => {
  const scenario = model.scenarios.find((each) => each.id === edit.scenario)
  if (scenario === undefined) return refuse('The scenario of this formula no longer exists.')
  if (!holds(allLines(model), edit.line)) return refuse('The line of this formula no longer exists.')
  if (!isBase(model, scenario.id))
    return {
      ...model,
      scenarios: replaced(model.scenarios, {
        ...scenario,
        formulas: withKey(scenario.formulas, edit.line, edit.formula),
      }),
    }
  const line = model.lines.find((each) => each.id === edit.line)
  if (line !== undefined) return { ...model, lines: replaced(model.lines, { ...line, formula: edit.formula }) }
  return applyToInput(model, edit)
}

/** Base's formula of an expanded line is the commitment's: only its inputs can be typed. */
const applyToInput = (model: Model, edit: Extract<Edit, { kind: 'formula' }>): Model | Problem => {
  const input = inputOf(model.commitments, edit.line)
  if (input === null) return refuse('This line’s formula comes from its commitment and is changed there.')
  const fault = inputFault(input.part, edit.formula)
  if (fault !== null) return refuse(fault)
  return { ...model, commitments: replaced(model.commitments, input.with(edit.formula ?? '')) }
}

const holdsAnything = (model: Model, line: LineId): boolean =>
  model.scenarios.some((scenario) => scenario.formulas.has(line)) ||
  [...model.rows.values()].some((quarters) =>
    [...quarters.values()].some((row) => row.entries.has(line) || row.notes.has(line)),
  )

/** A reading that leaves takes its lines along: what they hold is emptied first. */
const changeCommitment = (model: Model, edit: Extract<Edit, { kind: 'change commitment' }>): Model | Problem => {
  const commitment = model.commitments.find(({ id }) => id === edit.commitment)
  if (commitment === undefined) return refuse('The commitment no longer exists.')
  const next = { ...model, commitments: replaced(model.commitments, { ...commitment, ...edit.change }) }
  const staying = allLines(next)
  const left = allLines(model).find(({ id }) => !holds(staying, id) && holdsAnything(model, id))
  return left === undefined
    ? next
    : refuse(`“${left.label}” still holds numbers, notes or formulas: another change added them. Try again.`)
}

export const applyEdit = (model: Model, edit: Edit): Model | Problem => {
  switch (edit.kind) {
    case 'enter':
    case 'note':
      return applyToCell(model, edit)
    case 'formula':
      return applyFormula(model, edit)
    case 'insert line':
      return (
        keyProblem(model, edit.line.key, null) ??
        (model.sections.includes(edit.line.section)
          ? { ...model, lines: inserted(model.lines, edit.at, edit.line) }
          : refuse(`There is no section “${edit.line.section}” for the line “${edit.line.label}”.`))
      )
    case 'remove line':
      if (!holds(model.lines, edit.line)) return refuse('The line no longer exists.')
      return holdsAnything(model, edit.line)
        ? refuse('The line still holds numbers, notes or formulas: another change added them. Try again.')
        : { ...model, lines: without(model.lines, edit.line) }
    case 'move line':
      return holds(model.lines, edit.line)
        ? { ...model, lines: moved(model.lines, edit.line, edit.at) }
        : refuse('The line no longer exists.')
    case 'change line': {
      const line = model.lines.find((each) => each.id === edit.line)
      if (line === undefined) return refuse('The line no longer exists.')
      const changed = { ...line, ...edit.change }
      return keyProblem(model, changed.key, line.id) ?? { ...model, lines: replaced(model.lines, changed) }
    }
    case 'insert scenario':
      return { ...model, scenarios: inserted(model.scenarios, edit.at, edit.scenario) }
    case 'remove scenario':
      if (!holds(model.scenarios, edit.scenario)) return refuse('The scenario no longer exists.')
      return model.rows.has(edit.scenario) || model.scenarios.some((each) => each.parent === edit.scenario)
        ? refuse('The scenario still holds numbers, or another scenario inherits from it. Try again.')
        : { ...model, scenarios: without(model.scenarios, edit.scenario) }
    case 'move scenario':
      return holds(model.scenarios, edit.scenario)
        ? { ...model, scenarios: moved(model.scenarios, edit.scenario, edit.at) }
        : refuse('The scenario no longer exists.')
    case 'change scenario':
      if (!holds(model.scenarios, edit.scenario)) return refuse('The scenario no longer exists.')
      return { ...model, scenarios: replaced(model.scenarios, { ...scenarioOf(model, edit.scenario), ...edit.change }) }
    case 'insert commitment':
      return { ...model, commitments: inserted(model.commitments, edit.at, edit.commitment) }
    case 'remove commitment':
      if (!holds(model.commitments, edit.commitment)) return refuse('The commitment no longer exists.')
      return { ...model, commitments: without(model.commitments, edit.commitment) }
    case 'change commitment':
      return changeCommitment(model, edit)
    case 'change model':
      return { ...model, ...edit.change }
    case 'waive': {
      const others = without(model.waivers, edit.id)
      return { ...model, waivers: edit.waiver === null ? others : inserted(others, edit.at, edit.waiver) }
    }
    default:
      return unreachable(edit)
  }
}

/** Applies edits one after the other; the first Problem stops all of them. */
export const applyEdits = (model: Model, edits: readonly Edit[]): Model | Problem => {
  let current = model
  for (const edit of edits) {
    const next = applyEdit(current, edit)
    if (isProblem(next)) return next
    current = next
  }
  return current
}
