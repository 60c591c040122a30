// Why a cell has no value, told from the root: what is empty or went wrong there, the cells between that have none because
// of it, nearest first, and what can be done. What a commitment leaves open by its nature ends the way where it is met.

import { isUntyped, ofCommitment } from '#analysis/absence.ts'
import type { PathStep, Reason, ReasonPath, Results } from '#engine/results.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import { isPaced } from '#model/model.ts'
import { formulaOf } from '#model/origin.ts'
import { scenarioOf } from '#model/model.ts'
import { columnId } from '../column.ts'
import { isBlank } from '../cellValue.ts'
import type { Cell } from '../layout.ts'
import { namedCell, type NamedCell } from './cellName.ts'
import { precedentsOf, type Followed } from './precedents.ts'
import { cellOfStep } from './step.ts'

/** What can be done at the root: a number typed, the line's formula written or mended. */
export type AbsenceDeed = 'type' | 'write' | 'mend'

type AbsenceStep = {
  /** Null for what lies outside the timeline. */
  readonly named: NamedCell | null
  readonly name: string
  /** `has 3 of 4 quarters`, `is empty`. */
  readonly words: string
}

export type AbsenceStory = {
  readonly kind: Reason['kind']
  readonly sentence: string
  readonly advice: string | null
  /** From the cell asked about, left out itself, to the root; empty where it is the root. */
  readonly steps: readonly AbsenceStep[]
  /** The root where something can be done at it. */
  readonly root: NamedCell | null
  readonly deeds: readonly AbsenceDeed[]
  /** Cells the root's formula looks at that are 0, where it divides by one. */
  readonly zeros: readonly NamedCell[]
}

/** The way from a cell without a value to the root of its reason; null where it has one, or shows none by its place. */
export const pathOf = (results: Results, { shown, line, column }: Followed): ReasonPath | null => {
  if (isBlank({ line, column })) return null
  if (column.kind === 'quarter') return results.reasonPath(shown, line.id, column.quarter)
  if (column.kind === 'year') return results.reasonPathOfYear(shown, line.id, column.year)
  if (!Number.isNaN(results.constantOf(shown, line.id))) return null
  const problem = results.problemOf(shown, line.id)
  return {
    kind: problem === null ? 'missing' : 'fault',
    steps: [{ line: line.id, quarter: null, year: null, share: null }],
    sentence: problem?.sentence ?? 'no number is typed',
    isBlank: problem === null,
    isOutside: false,
  }
}

/** The path up to where a commitment’s own words tell all, and those words. */
const upToNature = (results: Results, shown: string, path: ReasonPath): { path: ReasonPath; nature: string | null } => {
  for (const [at, { line, quarter }] of path.steps.entries()) {
    const nature = quarter === null ? null : ofCommitment(results, shown, line, quarter)
    if (nature !== null) return { path: { ...path, kind: 'missing', steps: path.steps.slice(0, at + 1) }, nature }
  }
  return { path, nature: null }
}

type Root = {
  readonly words: string
  readonly advice: string | null
  readonly deeds: readonly AbsenceDeed[]
}

/** A way that leads out of the timeline ends where a reported number is not typed: that is what can be done. */
const upToUntyped = (results: Results, path: ReasonPath): { path: ReasonPath; isUntyped: boolean } => {
  const root = path.steps.at(-1)
  const at =
    path.isOutside && root !== undefined ? path.steps.findIndex((step) => isUntyped(results.model, step, root)) : -1
  return at < 0
    ? { path, isUntyped: false }
    : { path: { ...path, steps: path.steps.slice(0, at + 1), isOutside: false }, isUntyped: true }
}

const untyped: Root = {
  words: 'is not typed, and its formula has no value there',
  advice: 'Type the reported number.',
  deeds: ['type'],
}

const nameOfStep = ({ model }: Results, step: PathStep, named: NamedCell | null): string => {
  if (named !== null) return named.time === null ? named.label : `${named.label} ${named.time}`
  return step.quarter === null ? '' : plainName(step.quarter, model.fiscalCalendar)
}

/** Who says that a line has no formula: the scenario whose own one is empty; null where there is none at all. */
const emptiedBy = ({ model }: Results, shown: string, { line }: NamedCell): string | null => {
  const holder = formulaOf(model, shown, line)
  return holder !== null && holder.formula.trim() === '' ? scenarioOf(model, holder.scenario).name : null
}

const blankRoot = (results: Results, shown: string, root: NamedCell, isOutside: boolean): Root => {
  const { model } = results
  const { column } = root
  if (isOutside) {
    const { first, last } = model.timeline
    const isBefore = column.kind === 'quarter' && column.quarter < first
    const end = plainName(isBefore ? first : last, model.fiscalCalendar)
    return {
      words: `lies ${isBefore ? 'before' : 'after'} the timeline, which ${isBefore ? 'begins' : 'ends'} in ${end}`,
      advice: 'Extend the timeline and type it, or let the formula do without.',
      deeds: [],
    }
  }
  if (column.kind === 'constant') return { words: 'has no number', advice: 'Type it in its column.', deeds: ['type'] }
  const owner = emptiedBy(results, shown, root)
  if (owner !== null)
    return {
      words: `is empty: its own formula in ${owner} says that it has no value`,
      advice: 'Type it, or write the formula anew.',
      deeds: ['type', 'write'],
    }
  if (column.kind === 'year') return { words: 'is empty', advice: null, deeds: [] }
  return { words: 'is empty', advice: 'Type it, or give the line a formula.', deeds: ['type', 'write'] }
}

const rootOf = (results: Results, shown: string, path: ReasonPath, root: NamedCell): Root => {
  if (path.isBlank) return blankRoot(results, shown, root, path.isOutside)
  const isLocked = isPaced(results.model, root.line.id)
  const isProblem = results.problemOf(shown, root.line.id) !== null
  if (isProblem)
    return {
      words: `has a formula that cannot be used. ${path.sentence}`,
      advice: isLocked ? null : 'Mend the formula, and all that depends on it comes back.',
      deeds: isLocked ? [] : ['mend'],
    }
  if (path.sentence === '÷0') return { words: 'divides by 0', advice: null, deeds: [] }
  if (path.kind === 'n.m.')
    return { words: `is ${path.sentence}`, advice: 'A growth rate needs a base above zero.', deeds: [] }
  return { words: `has none: ${path.sentence}`, advice: null, deeds: [] }
}

const zerosOf = (results: Results, shown: string, { line, column }: NamedCell): readonly NamedCell[] =>
  precedentsOf(results, { shown, line, column })
    .map((cell) => namedCell(results.model, cell))
    .filter((each) => each !== null && valueIs(results, shown, each, 0))
    .filter((each) => each !== null)

const valueIs = (results: Results, shown: string, { line, column }: NamedCell, value: number): boolean => {
  if (column.kind === 'constant') return results.constantOf(shown, line.id) === value
  return column.kind === 'quarter'
    ? results.valueOf(shown, line.id, column.quarter) === value
    : results.yearOf(shown, line.id, column.year) === value
}

/** Why a cell has no value; null where it has one. */
export const absenceStory = (results: Results, followed: Followed): AbsenceStory | null => {
  const { shown, line, column } = followed
  const whole = pathOf(results, followed)
  if (whole === null) return null
  const { path: natural, nature } = upToNature(results, shown, whole)
  const { path, isUntyped } = nature === null ? upToUntyped(results, natural) : { path: natural, isUntyped: false }
  const cells = path.steps.map((step): Cell => cellOfStep(step))
  const named = cells.map((cell) => namedCell(results.model, cell))
  const root = named.at(-1) ?? null
  if (root === null) return null
  const isHere = root.cell.line === line.id && root.cell.column === columnId(column)
  const told: Root = isUntyped
    ? untyped
    : nature === null
      ? rootOf(results, shown, path, root)
      : { words: `has none: ${nature}`, advice: null, deeds: [] }
  const isOutside = path.isOutside && nature === null
  const steps = path.steps.slice(1).map((step, at): AbsenceStep => {
    const here = named[at + 1] ?? null
    const isRoot = at + 2 === path.steps.length
    const between = step.share === null ? 'has none' : `has ${step.share}`
    const name = nameOfStep(results, step, here)
    return { named: isRoot && isOutside ? null : here, name, words: isRoot ? told.words : between }
  })
  const share = path.steps[0]?.share ?? null
  const rootName = root.time === null ? root.label : `${root.time} of ${root.label}`
  return {
    kind: path.kind,
    sentence: `${share === null ? '' : `It has ${share}. `}${isHere ? 'It' : rootName} ${told.words}${/[.!?]$/.test(told.words) ? '' : '.'}`,
    advice: told.advice,
    steps,
    root: isOutside || told.deeds.length === 0 ? null : root,
    deeds: told.deeds,
    zeros: path.sentence === '÷0' ? zerosOf(results, shown, root) : [],
  }
}
