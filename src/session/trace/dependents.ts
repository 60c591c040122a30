// Dependents: the cells that have a cell among their precedents, line by line in the order of the sheet. Which lines look at
// which, and how far, is turned round once for each scenario of some results: only what may look at a cell is asked.

import type { Results } from '#engine/results.ts'
import { functionNamed } from '#formula/functionTable.ts'
import type { Reference } from '#formula/references.ts'
import { partsOf, type Tree } from '#formula/tree.ts'
import { yearObstacle } from '#formula/yearly.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { allLines } from '#model/model.ts'
import { originOf } from '#model/origin.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'
import { quartersOf } from '#model/timeline.ts'
import { yearsByOf, yearsOf } from '#model/year.ts'
import { columnId } from '../column.ts'
import type { Cell } from '../layout.ts'
import { precedentsOf, type Followed } from './precedents.ts'

/** A line that looks at another, and where its formula does. */
type Reader = { readonly line: LineItem; readonly references: readonly Reference[]; readonly isWhole: boolean }

type Readers = ReadonlyMap<LineId, readonly Reader[]>

/** The cells of one line that look at a cell. */
export type DependentLine = { readonly line: LineItem; readonly cells: readonly Cell[] }

/** Calls over quarters that look at every one they reach over. */
const wholeCalls: ReadonlySet<string> = new Set(['ttm', 'qoq'])

/**
 * Whether a formula looks at all that its references reach over: it leaves no branch out, and no quarter between two. Most
 * do, and need not be asked quarter by quarter.
 */
const looksAtWhole = (tree: Tree): boolean => {
  if (tree.kind === 'choice' || tree.kind === 'and' || tree.kind === 'or') return false
  const group = tree.kind === 'call' ? functionNamed(tree.name)?.group : 'number'
  const isWhole = group === 'number' || group === 'aggregate' || (tree.kind === 'call' && wholeCalls.has(tree.name))
  return isWhole && partsOf(tree).every(looksAtWhole)
}

const readersIn = (results: Results, shown: string): Readers => {
  const readers = new Map<LineId, Reader[]>()
  for (const line of allLines(results.model)) {
    const checked = results.checkedOf(shown, line.id)
    if (checked === null) continue
    const isWhole = looksAtWhole(checked.tree)
    for (const read of new Set(checked.references.map((reference) => reference.line))) {
      const reader = { line, references: checked.references.filter((each) => each.line === read), isWhole }
      const others = readers.get(read)
      if (others === undefined) readers.set(read, [reader])
      else others.push(reader)
    }
  }
  return readers
}

const known = new WeakMap<Results, Map<string, Readers>>()

const readersOf = (results: Results, shown: string): Readers => {
  const byScenario = known.get(results) ?? new Map<string, Readers>()
  known.set(results, byScenario)
  const readers = byScenario.get(shown) ?? readersIn(results, shown)
  byScenario.set(shown, readers)
  return readers
}

/** The quarters from which a reference looks at a quarter: its window, seen from the other side. */
const lookersOf = (
  { from, to }: Reference,
  quarter: Quarter,
): { first: Quarter | null; last: Quarter | null } | null => {
  if ('quarter' in from && quarter < from.quarter) return null
  if ('quarter' in to && quarter > to.quarter) return null
  return {
    first: 'lag' in to && Number.isFinite(to.lag) ? addQuarters(quarter, -to.lag) : null,
    last: 'lag' in from && Number.isFinite(from.lag) ? addQuarters(quarter, -from.lag) : null,
  }
}

/** Whether a cell has another among its precedents. */
const looksAt = (results: Results, follower: Followed, own: Cell): boolean =>
  precedentsOf(results, follower).some(({ line, column }) => line === own.line && column === own.column)

const quarterLookers = (
  results: Results,
  { shown, line, column }: Followed,
  { line: dependent, references, isWhole }: Reader,
  quarters: readonly Quarter[],
): readonly Cell[] => {
  const stretches =
    column.kind === 'quarter'
      ? references.map((reference) => lookersOf(reference, column.quarter)).filter((each) => each !== null)
      : [{ first: null, last: null }]
  const own: Cell = { line: line.id, column: columnId(column) }
  return quarters
    .filter((quarter) =>
      stretches.some(({ first, last }) => (first === null || quarter >= first) && (last === null || quarter <= last)),
    )
    .filter((quarter) => originOf(results.model, shown, dependent, quarter).from === 'formula')
    .filter(
      (quarter) => isWhole || looksAt(results, { shown, line: dependent, column: { kind: 'quarter', quarter } }, own),
    )
    .map((quarter): Cell => ({ line: dependent.id, column: quarter }))
}

/** The whole years of a line that look at a cell; of a flow or a balance those that its quarter goes into. */
const yearLookers = (
  results: Results,
  { shown, line, column, yearsBy = 'fiscal' }: Followed,
  dependent: LineItem,
): readonly Cell[] => {
  const { timeline, fiscalCalendar } = results.model
  const own: Cell = { line: line.id, column: columnId(column) }
  const by = column.kind === 'year' ? yearsByOf(column.year) : yearsBy
  return yearsOf(timeline, fiscalCalendar, by)
    .filter(({ whole }) => whole)
    .map(({ year }) => ({ kind: 'year', year }) as const)
    .filter((each) => looksAt(results, { shown, line: dependent, column: each }, own))
    .map((each): Cell => ({ line: dependent.id, column: columnId(each) }))
}

/** Whether a line's years are computed from what its formula looks at. */
const hasYearLookers = (results: Results, { shown }: Followed, line: LineItem): boolean => {
  const checked = line.kind === 'rate' ? results.checkedOf(shown, line.id) : null
  return checked !== null && yearObstacle(checked.tree) === null
}

/** Line by line in the order of the sheet, each one's quarters before its years; last the year the cell itself is part of. */
export const dependentLines = (results: Results, followed: Followed): readonly DependentLine[] => {
  const { shown, line, column } = followed
  if ((line.kind === 'constant') !== (column.kind === 'constant')) return []
  const quarters = quartersOf(results.model.timeline)
  const lines = (readersOf(results, shown).get(line.id) ?? []).map((reader): DependentLine => {
    const byQuarter = column.kind === 'year' ? [] : quarterLookers(results, followed, reader, quarters)
    const byYear = hasYearLookers(results, followed, reader.line) ? yearLookers(results, followed, reader.line) : []
    return { line: reader.line, cells: [...byQuarter, ...byYear] }
  })
  const isPartOfYear = column.kind === 'quarter' && (line.kind === 'flow' || line.kind === 'balance')
  const itself: DependentLine = { line, cells: isPartOfYear ? yearLookers(results, followed, line) : [] }
  return [...lines, itself].filter(({ cells }) => cells.length > 0)
}

export const dependentsOf = (results: Results, followed: Followed): readonly Cell[] =>
  dependentLines(results, followed).flatMap(({ cells }) => cells)
