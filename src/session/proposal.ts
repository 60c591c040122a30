// A Proposal is what a gesture on a cell would do, before it is done: the edits, where they land and in which words. Each
// function here looks and decides; nothing changes until the open model dispatches the proposal's edits.

import { plainDecimal } from '#exchange/decimal.ts'
import { numberText, readNumber, type OpensFormula, type TypedNumber } from '#exchange/number.ts'
import { readConstant } from '#formula/constant.ts'
import { inputFault, inputOf } from '#model/commitmentInput.ts'
import type { Edit } from '#model/edit.ts'
import { isProblem, problem, type Problem } from '#model/problem.ts'
import { figureWithUnit, plainFigure, shownValue } from '#model/figure.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import type { LineItem } from '#model/lineItem.ts'
import { ofAnotherNumber, reworded } from '#model/note.ts'
import { isPaced, rowOf, scenarioOf, type Model } from '#model/model.ts'
import { landingOf, ownFormula } from '#model/origin.ts'
import type { Quarter } from '#model/quarter.ts'
import type { Note } from '#model/quarterRow.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { Unit } from '#model/unit.ts'
import type { Results } from '#engine/results.ts'
import type { Column } from './column.ts'
import { doubtOf, doubtOfConstant } from './doubt.ts'

export type Proposal = {
  readonly edits: readonly Edit[]
  /** For the journal and undo: `Cloud growth FY26 Q3 in Base: 40.0 %`. */
  readonly label: string
  readonly landing: ScenarioId
  /** Said with what moved, where the edit lands elsewhere than shown; null otherwise. */
  readonly remark: string | null
  /** Why the number may be a slip; asked before it is typed. */
  readonly doubt: string | null
}

/** A cell of the sheet as a gesture addresses it. */
export type Target = {
  readonly shown: ScenarioId
  readonly line: LineItem
  readonly column: Column
  /** The unit its row shows (`shownUnit`), in which a plain typed number is read. */
  readonly unit: Unit
}

export const refuse = (sentence: string): Problem => problem('edit', { at: 'model' }, sentence)

export const nameOf = (model: Model, scenario: ScenarioId): string => scenarioOf(model, scenario).name

export const placeName = (model: Model, line: LineItem, quarter: Quarter): string =>
  `${line.label} ${fiscalName(quarter, model.fiscalCalendar)}`

/** Why nothing can be typed into a cell, or null. */
export const whyLocked = (model: Model, { line, column }: Pick<Target, 'line' | 'column'>): string | null => {
  if (column.kind === 'year') return 'A year is computed from its quarters: type into one of them.'
  if (line.kind === 'constant')
    return column.kind === 'constant'
      ? null
      : `${line.label} is one number for all quarters: type it in the Constant column.`
  if (column.kind === 'constant') return `${line.label} differs by quarter: type into one of its quarters.`
  return isPaced(model, line.id) ? `${line.label} is computed from the commitment.` : null
}

/** A dash alone is a zero in a table that is pasted; under the hand it is a number not yet finished. */
const isLoneDash = (text: string): boolean => /^[-–—−]$/.test(text.trim())

/** `32,000 → 33,000 RMB m`. */
const change = (line: LineItem, before: number, after: number): string =>
  Number.isNaN(before)
    ? figureWithUnit(after, line.unit, line.decimals)
    : `${plainFigure(shownValue(before, line.unit, null), line.decimals)} → ${figureWithUnit(after, line.unit, line.decimals)}`

const proposeConstant = (
  { model, constantOf }: Results,
  { shown, line, unit }: Target,
  value: number,
): Proposal | Problem => {
  const formula = numberText(value, line.unit)
  const input = inputOf(model.commitments, line.id)
  const fault = input === null ? null : inputFault(input.part, formula)
  if (fault !== null) return refuse(fault)
  const place = `${line.label} in ${nameOf(model, shown)}`
  const own = ownFormula(model, scenarioOf(model, shown), line)
  const isSame = own !== null && readConstant(own) === value
  const before = constantOf(shown, line.id)
  return {
    edits: isSame ? [] : [{ kind: 'formula', scenario: shown, line: line.id, formula }],
    label: isSame ? place : `${place}: ${change(line, before, value)}`,
    landing: shown,
    remark: null,
    doubt: isSame ? null : doubtOfConstant(line, unit, before, value),
  }
}

/**
 * The note another number leaves on its cell: a sum is its own note; over a figure that was read somewhere else, the source
 * no longer holds and what it said is kept as what was typed over; a reason for an assumption stays. Its check goes, and
 * what stood in the cell before stays.
 */
export const noteAfter = (before: Note | null, old: string, formula: string | null): Note | null => {
  if (formula !== null) return ofAnotherNumber(before, { text: formula, source: null })
  if (before === null || before.text.startsWith('=')) return ofAnotherNumber(before, null)
  if (before.source !== null) return ofAnotherNumber(before, { text: typedOver(old, before.text), source: null })
  return before.checked === undefined ? before : ofAnotherNumber(before, before)
}

/** `Typed over 247,795 RMB m. It read: Release, p. 3`. */
export const typedOver = (old: string, text: string): string =>
  `Typed over ${old}.${text === '' ? '' : ` It read: ${text}`}`

/** The note of a cell into which the number was typed that it has, as a sum or plainly. */
const noteOfSame = (before: Note | null, formula: string | null): Note | null =>
  formula === null ? before : reworded(before, { text: formula, source: null })

/** A constant has a number for a formula: what opens the formula of another line is refused on it. */
const refuseNames = (line: LineItem, text: string): Problem =>
  refuse(
    text === '='
      ? '“=” is not a number yet. Type a number, or a sum such as =35-1.'
      : `“${text}” has names in it, but ${line.label} is one number for all quarters. Type a number, or a sum such as =35-1.`,
  )

/** A text as the number it stands for in a cell's row, or why it cannot be typed there. */
export const readTyped = (model: Model, target: Target, text: string): TypedNumber | OpensFormula | Problem => {
  const { line, unit } = target
  const locked = whyLocked(model, target)
  if (locked !== null) return refuse(locked)
  const read = readNumber(text, line.unit, unit)
  return !isProblem(read) && 'opensFormula' in read && line.kind === 'constant' ? refuseNames(line, text.trim()) : read
}

/** The value of a line in a quarter, for whoever asks what stands beside a number. */
export type ValueBeside = (line: LineItem, quarter: Quarter) => number

/**
 * What typing a number into a cell that can be typed into would do. `beside` gives the values it is held against: those of
 * the screen, or, where a whole block comes in, the block's.
 */
export const proposeValue = (
  results: Results,
  target: Target,
  read: TypedNumber,
  beside?: ValueBeside,
): Proposal | Problem => {
  const { model } = results
  const { shown, line, column, unit } = target
  if (column.kind !== 'quarter') return proposeConstant(results, target, read.value)
  const { quarter } = column
  const landing = landingOf(model, shown, line, quarter)
  const address = { scenario: landing, quarter, line: line.id }
  const row = rowOf(model, landing, quarter)
  const entry = row.entries.get(line.id)
  const noteBefore = row.notes.get(line.id) ?? null
  const old = typeof entry === 'number' ? figureWithUnit(entry, line.unit, line.decimals) : 'nothing'
  const note = entry === read.value ? noteOfSame(noteBefore, read.formula) : noteAfter(noteBefore, old, read.formula)
  const place = `${placeName(model, line, quarter)} in ${nameOf(model, landing)}`
  const isSame = entry === read.value && note === noteBefore
  const valueBeside = beside ?? ((each, at) => results.valueOf(landing, each.id, at))
  return {
    edits: [
      ...(entry === read.value ? [] : [{ kind: 'enter', ...address, entry: read.value } as const]),
      ...(note === noteBefore ? [] : [{ kind: 'note', ...address, note } as const]),
    ],
    label: isSame ? place : `${place}: ${change(line, results.valueOf(landing, line.id, quarter), read.value)}`,
    landing,
    remark: landing === shown ? null : landedIn(model, landing),
    doubt: isSame ? null : doubtOf(model, valueBeside, line, quarter, read.value, unit),
  }
}

/** Said where numbers landed in another scenario than the one shown. */
export const landedIn = (model: Model, landing: ScenarioId): string =>
  `Landed in ${nameOf(model, landing)}: reported numbers are ${nameOf(model, landing)}’s.`

/** Beyond it digits after the point are noise beside the figure. */
const smallestWhole = 1000
const mostDigitsBrought = 2

/** The digits a line shows with a number typed on it: a small amount brings its own, at most two, for 12.3 is not to read 12. */
const digitsWith = ({ unit, decimals, kind }: LineItem, value: number): number => {
  const isAmount = unit.kind === 'currency' || unit.kind === 'count'
  if (!isAmount || kind === 'constant' || Math.abs(value) >= smallestWhole) return decimals
  return Math.max(decimals, Math.min(plainDecimal(value).split('.')[1]?.length ?? 0, mostDigitsBrought))
}

/** What typing a text into a cell would do. */
export const proposeNumber = (results: Results, target: Target, text: string): Proposal | OpensFormula | Problem => {
  const read = readTyped(results.model, target, text)
  if (isProblem(read)) return read
  if ('opensFormula' in read) return read
  if (isLoneDash(text)) return refuse(`“${text.trim()}” is not a number yet. Type 0 for zero.`)
  const { line } = target
  const decimals = digitsWith(line, read.value)
  const proposal = proposeValue(results, target, read)
  if (isProblem(proposal) || proposal.edits.length === 0 || decimals === line.decimals) return proposal
  const shown = proposeValue(results, { ...target, line: { ...line, decimals } }, read)
  return {
    ...proposal,
    edits: [...proposal.edits, { kind: 'change line', line: line.id, change: { decimals } }],
    label: isProblem(shown) ? proposal.label : shown.label,
  }
}
