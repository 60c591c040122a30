// Reverting: what the shown scenario says of its own is given up, for some cells, a line, or all of it, and its parent's holds.

import type { LineItem } from '#model/lineItem.ts'
import { scenarioOf, type Model } from '#model/model.ts'
import type { Problem } from '#model/problem.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { reversionEdits } from '#model/scenarioChange.ts'
import type { EditDeed } from './editDeed.ts'
import { refuse, type Target } from './proposal.ts'

/** The names of a scenario and its parent; a Problem for Base, which has none. */
const namesOf = (model: Model, scenario: ScenarioId): { readonly own: string; readonly parent: string } | Problem => {
  const { name, parent } = scenarioOf(model, scenario)
  return parent === null
    ? refuse(`${name} has no parent: the other scenarios inherit from it. Show the one to revert.`)
    : { own: name, parent: scenarioOf(model, parent).name }
}

/** Gives up what a scenario says in the cells selected; a formula of its own is a matter of the whole line. */
export const proposeCellReversion = (
  model: Model,
  scenario: ScenarioId,
  targets: readonly Target[],
): EditDeed | Problem => {
  const names = namesOf(model, scenario)
  if ('sentence' in names) return names
  const cells = new Set(
    targets.flatMap(({ line, column }) =>
      column.kind === 'quarter'
        ? [`${line.id} ${column.quarter}`]
        : column.kind === 'constant' && line.kind === 'constant'
          ? [`${line.id} all quarters`]
          : [],
    ),
  )
  const edits = reversionEdits(model, scenario, (line, quarter) => cells.has(`${line} ${quarter}`))
  if (edits.length > 0) {
    const count = new Set(
      edits.flatMap((edit) =>
        'line' in edit && typeof edit.line === 'string'
          ? [`${edit.line} ${'quarter' in edit ? edit.quarter : ''}`]
          : [],
      ),
    ).size
    const what = count === 1 ? '1 cell' : `${count} cells`
    return {
      edits,
      label: `${what} of ${names.own} reverted`,
      said: `${what} of ${names.own} reverted to ${names.parent}.`,
    }
  }
  const { formulas } = scenarioOf(model, scenario)
  const ruled = targets.find(({ line }) => line.kind !== 'constant' && formulas.has(line.id))
  return refuse(
    ruled === undefined
      ? `${names.own} says nothing of its own here: these cells are ${names.parent}’s already.`
      : `${ruled.line.label} has a formula of its own in ${names.own}: revert the line.`,
  )
}

/** Gives up all that a scenario says of a line: numbers, releases, notes and its formula. */
export const proposeLineReversion = (
  model: Model,
  scenario: ScenarioId,
  { id, label }: Pick<LineItem, 'id' | 'label'>,
): EditDeed | Problem => {
  const names = namesOf(model, scenario)
  if ('sentence' in names) return names
  const edits = reversionEdits(model, scenario, (line) => line === id)
  if (edits.length === 0)
    return refuse(`${names.own} says nothing of its own on ${label}: it is ${names.parent}’s already.`)
  return { edits, label: `${label} in ${names.own} reverted`, said: `${label} follows ${names.parent} again.` }
}
