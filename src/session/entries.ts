// Entries are what goes into many cells at once: pasted, filled, typed into a selection or deleted from it. They become one
// proposal, which is one step of undo; a cell that takes nothing is told with its place, its text and the reason, and keeps
// nothing else from going in.

import type { TypedNumber } from '#exchange/number.ts'
import { isNothing } from '#exchange/numberStyle.ts'
import type { Results } from '#engine/results.ts'
import type { Edit } from '#model/edit.ts'
import { rowOf } from '#model/model.ts'
import { noWords, reworded, withArrived } from '#model/note.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import type { Note } from '#model/quarterRow.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { yearName } from '#model/year.ts'
import { columnId } from './column.ts'
import { proposeDeletion, toFormula } from './deletion.ts'
import type { Cell } from './layout.ts'
import {
  placeName,
  proposeValue,
  readTyped,
  refuse,
  whyLocked,
  type Proposal,
  type Target,
  type ValueBeside,
} from './proposal.ts'

/** What goes into one cell. */
export type Input =
  /** A text, read as typed or as a table has it, where a dash is zero and an empty cell empties. */
  | { readonly kind: 'text'; readonly text: string }
  /** A number in the line's own unit; its note comes along where it is given. */
  | { readonly kind: 'number'; readonly value: number; readonly note?: Note | null }
  /** Whatever the line's formula gives. */
  | { readonly kind: 'formula' }
  | { readonly kind: 'nothing' }
  /** What cannot go into this cell, and why. */
  | { readonly kind: 'refused'; readonly text: string; readonly sentence: string }

/** The number an input is, where it is one already. */
export const inNumberOf = (input: Input): number | null => (input.kind === 'number' ? input.value : null)

export type Entry = { readonly target: Target; readonly input: Input }

/** A cell that took nothing, and why. */
export type Refusal = { readonly cell: Cell; readonly place: string; readonly text: string; readonly sentence: string }

export type BlockProposal = {
  readonly edits: readonly Edit[]
  /** Cells that got a number, that were emptied, and that were set back to their formula. */
  readonly typed: number
  readonly emptied: number
  readonly reset: number
  readonly refusals: readonly Refusal[]
  /** What looks like a slip; asked before anything is typed. */
  readonly doubts: readonly string[]
  /** Scenarios other than the one shown that numbers land in. */
  readonly landings: readonly ScenarioId[]
}

/** `Cloud growth FY26 Q3`, `Points`, `Revenue FY26`. */
export const targetName = ({ model }: Results, { line, column }: Target): string => {
  if (column.kind === 'quarter') return placeName(model, line, column.quarter)
  return column.kind === 'year' ? `${line.label} ${yearName(column.year)}` : line.label
}

const readInput = ({ model }: Results, target: Target, input: Input): TypedNumber | 'formula' | 'nothing' | Problem => {
  const isEmpty = input.kind === 'nothing' || (input.kind === 'text' && isNothing(input.text))
  if (isEmpty || input.kind === 'formula') return isEmpty ? 'nothing' : 'formula'
  const locked = whyLocked(model, target)
  if (locked !== null) return refuse(locked)
  switch (input.kind) {
    case 'text': {
      const read = readTyped(model, target, input.text)
      if (isProblem(read) || !('opensFormula' in read)) return read
      return refuse(`“${input.text.trim()}” is a formula: type it into the formula bar, for all quarters of the line.`)
    }
    case 'number':
      return { value: input.value, formula: null }
    case 'refused':
      return refuse(input.sentence)
  }
}

/** What empties a cell; what is inherited, or not there, stays. */
const emptying = (results: Results, target: Target): readonly Edit[] => {
  const proposal = proposeDeletion(results, target)
  return isProblem(proposal) || 'release' in proposal ? [] : proposal.edits
}

/** The number’s edits, with the note that comes along in place of the one that typing would leave. */
const withNote = (
  { model }: Results,
  { edits, landing }: Proposal,
  { line, column }: Target,
  input: Input,
): readonly Edit[] => {
  if (input.kind !== 'number' || input.note === undefined || column.kind !== 'quarter') return edits
  const address = { scenario: landing, quarter: column.quarter, line: line.id }
  const { entries, notes } = rowOf(model, landing, column.quarter)
  const before = notes.get(line.id) ?? null
  const isSame = entries.get(line.id) === input.value
  const note = isSame ? reworded(before, input.note ?? noWords) : withArrived(before, input.note)
  return [...edits.filter(({ kind }) => kind !== 'note'), { kind: 'note', ...address, note }]
}

const besideBlock = (results: Results, reads: readonly (readonly [Target, unknown])[]): ValueBeside => {
  const coming = new Map<string, number>()
  for (const [{ line, column }, read] of reads)
    if (typeof read === 'object' && read !== null && 'value' in read && column.kind === 'quarter')
      coming.set(`${line.id} ${column.quarter}`, Number(read.value))
  const shown = reads[0]?.[0].shown
  return (line, quarter) =>
    coming.get(`${line.id} ${quarter}`) ?? (shown === undefined ? NaN : results.valueOf(shown, line.id, quarter))
}

/** What putting the entries into their cells would do; each cell once. */
export const proposeEntries = (results: Results, entries: readonly Entry[]): BlockProposal => {
  const reads = entries.map(({ target, input }) => [target, readInput(results, target, input)] as const)
  const beside = besideBlock(results, reads)
  const edits: Edit[] = []
  const refusals: Refusal[] = []
  const doubts: string[] = []
  const landings = new Set<ScenarioId>()
  let [typed, emptied, reset] = [0, 0, 0]
  for (const [at, [target, read]] of reads.entries()) {
    const input = entries[at]?.input ?? { kind: 'nothing' }
    if (read === 'nothing' || read === 'formula') {
      const own = read === 'nothing' ? emptying(results, target) : toFormula(results.model, target)
      edits.push(...own)
      if (own.length > 0 && read === 'nothing') emptied += 1
      if (own.length > 0 && read === 'formula') reset += 1
      continue
    }
    const proposal = isProblem(read) ? read : proposeValue(results, target, read, beside)
    if (isProblem(proposal)) {
      const cell = { line: target.line.id, column: columnId(target.column) }
      const text = 'text' in input ? input.text.trim() : ''
      refusals.push({ cell, place: targetName(results, target), text, sentence: proposal.sentence })
      continue
    }
    edits.push(...withNote(results, proposal, target, input))
    typed += 1
    if (proposal.doubt !== null) doubts.push(proposal.doubt)
    if (proposal.landing !== target.shown) landings.add(proposal.landing)
  }
  return { edits, typed, emptied, reset, refusals, doubts, landings: [...landings] }
}

/** `2 cells took nothing: Capex FY26 Q3: “abc” is not a number. …` */
export const summary = (refusals: readonly Refusal[]): string => {
  const [first] = refusals
  if (first === undefined) return ''
  const one = `${first.place}: ${first.sentence}`
  return refusals.length === 1 ? one : `${refusals.length} cells took nothing. ${one}`
}
