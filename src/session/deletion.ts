// What Delete would do to a cell: it removes what the shown scenario itself holds, and of what it inherits it says whose it
// is and offers the release.

import { isSame } from '#base/same.ts'
import type { Edit } from '#model/edit.ts'
import type { Problem } from '#model/problem.ts'
import { figureWithUnit } from '#model/figure.ts'
import { baseOf, isBase, isExpanded, rowOf, scenarioOf, type Model } from '#model/model.ts'
import { ofAnotherNumber } from '#model/note.ts'
import { formulaOf, inheritedFrom, isBaseActual, landingOf, originOf, ownFormula } from '#model/origin.ts'
import type { Note } from '#model/quarterRow.ts'
import type { Results } from '#engine/results.ts'
import { nameOf, placeName, refuse, whyLocked, type Proposal, type Target } from './proposal.ts'

type CellEdit = Extract<Edit, { kind: 'note' }>

/** What goes with a number: its note. The numbers that stood in the cell before it stay. */
const noteGoes = (note: Note | undefined, address: Omit<CellEdit, 'kind' | 'note'>): readonly Edit[] => {
  if (note === undefined) return []
  const left = ofAnotherNumber(note, null)
  return isSame(left, note) ? [] : [{ kind: 'note', ...address, note: left }]
}

/** Delete changed nothing because the number is inherited: whose it is, and the release that would set it aside. */
export type ReleaseOffer = { readonly sentence: string; readonly release: Proposal }

const proposeConstantDeletion = (model: Model, { shown, line }: Target): Proposal | Problem => {
  const own = ownFormula(model, scenarioOf(model, shown), line)
  if (own === null) {
    const holder = formulaOf(model, shown, line)
    return refuse(
      holder === null
        ? `${line.label} has no number to delete.`
        : `${line.label} is ${nameOf(model, holder.scenario)}’s: type a number to give ${nameOf(model, shown)} its own.`,
    )
  }
  if (isExpanded(model, line.id) && isBase(model, shown))
    return refuse(`A commitment keeps its number for ${line.label}: type another one.`)
  return {
    edits: [{ kind: 'formula', scenario: shown, line: line.id, formula: null }],
    label: `Number of ${line.label} deleted in ${nameOf(model, shown)}`,
    landing: shown,
    remark: null,
    doubt: null,
  }
}

/** What Delete would do: remove what the shown scenario itself holds, or offer to release what it inherits. */
export const proposeDeletion = (results: Results, target: Target): Proposal | ReleaseOffer | Problem => {
  const { model } = results
  const { shown, line, column } = target
  const locked = whyLocked(model, target)
  if (locked !== null) return refuse(locked)
  if (column.kind !== 'quarter') return proposeConstantDeletion(model, target)
  const { quarter } = column
  const place = placeName(model, line, quarter)
  const base = baseOf(model).name
  if (!isBase(model, shown) && isBaseActual(model, line, quarter))
    return refuse(`${place} is ${base}’s reported number: show ${base} to delete it there.`)
  const row = rowOf(model, shown, quarter)
  const own = row.entries.get(line.id)
  const address = { scenario: shown, quarter, line: line.id }
  const edit = (entry: null | 'release', label: string): Proposal => ({
    edits: [
      { kind: 'enter', ...address, entry },
      ...(typeof own === 'number' ? noteGoes(row.notes.get(line.id), address) : []),
    ],
    label,
    landing: shown,
    remark: null,
    doubt: null,
  })
  if (own === 'release') return edit(null, `${place}: release taken back in ${nameOf(model, shown)}`)
  if (own !== undefined) return edit(null, `${place} deleted in ${nameOf(model, shown)}`)
  const holder = inheritedFrom(model, shown, line, quarter)
  if (holder === null) return refuse(`Nothing is typed in ${place}: there is nothing to delete.`)
  const value = figureWithUnit(results.valueOf(shown, line.id, quarter), line.unit, line.decimals)
  const instead = formulaOf(model, shown, line) === null ? 'leave the cell empty' : 'use the formula'
  return {
    sentence: `${value} is ${nameOf(model, holder)}’s, so nothing was deleted. Press Delete again to ${instead} here in ${nameOf(model, shown)}.`,
    release: edit('release', `${place} released in ${nameOf(model, shown)}`),
  }
}

/** What sets a cell back to its line's formula: its own number goes, and one that a parent typed is released. */
export const toFormula = (model: Model, { shown, line, column }: Target): readonly Edit[] => {
  if (column.kind !== 'quarter' || line.kind === 'constant') return []
  const { quarter } = column
  const landing = landingOf(model, shown, line, quarter)
  const { entries, notes } = rowOf(model, landing, quarter)
  const own = entries.get(line.id)
  const { parent, formulas } = scenarioOf(model, landing)
  const inherits =
    parent !== null &&
    !formulas.has(line.id) &&
    !isBaseActual(model, line, quarter) &&
    originOf(model, parent, line, quarter).from === 'typed'
  const entry = inherits ? 'release' : null
  if ((own ?? null) === entry) return []
  const address = { scenario: landing, quarter, line: line.id }
  return [
    { kind: 'enter', ...address, entry },
    ...(typeof own === 'number' ? noteGoes(notes.get(line.id), address) : []),
  ]
}
