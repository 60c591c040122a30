// Walking from cell to cell: to those the cursor's is made of, to those made of it, and back the way one came. All of them
// are selected, so that Tab and Enter go round them; walked from any of them, the next level is.

import { counted } from '#base/listing.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines } from '#model/model.ts'
import { isTypedAt, valueAt } from '../cellValue.ts'
import { readColumnId } from '../column.ts'
import { placeOf, type Cell, type Layout } from '../layout.ts'
import { remark } from '../message.ts'
import type { OpenModel } from '../openModel.svelte.ts'
import { rangeOf, type Range } from '../range.ts'
import { pathOf } from './absenceStory.ts'
import { namedCell } from './cellName.ts'
import { dependentsOf } from './dependents.ts'
import { precedentsOf, type Followed } from './precedents.ts'
import { cellOfStep } from './step.ts'
import { followedFrom } from './traced.ts'
import type { Direction, Stop } from './trail.svelte.ts'

/** More than these are not unfolded, nor selected: nobody goes round them. */
const mostUnfolded = 40
const mostSelected = 600

/** Neighbours on a line as one range: a line looked at in forty quarters is one mark. */
const rangesOver = (layout: Layout, cells: readonly Cell[]): readonly Range[] => {
  const ranges: Range[] = []
  for (const cell of cells) {
    const last = ranges.at(-1)
    const [before, now] = [last === undefined ? null : placeOf(layout, last.head), placeOf(layout, cell)]
    const isNext = now !== null && before?.line === now.line && before.time + 1 === now.time
    if (last !== undefined && isNext && last.head.line === cell.line)
      ranges[ranges.length - 1] = rangeOf(last.anchor, cell)
    else ranges.push(rangeOf(cell))
  }
  return ranges
}

const lineAt = (open: OpenModel, { line }: Cell): LineItem | undefined =>
  allLines(open.model).find(({ id }) => id === line)

/** Of cells of amounts that went into an amount the largest, of another line before its own earlier quarters. */
const heaviestOf = (open: OpenModel, { shown, line }: Followed, cells: readonly Cell[]): Cell | null => {
  if (line.unit.kind !== 'currency') return null
  const weigh = (cell: Cell): number => {
    const [of, column] = [lineAt(open, cell), readColumnId(cell.column)]
    if (of?.unit.kind !== 'currency' || column === null) return NaN
    return Math.abs(valueAt(open.results, { shown, line: of, column }))
  }
  const weighed = cells.map((cell) => ({ cell, weight: weigh(cell) })).filter(({ weight }) => !Number.isNaN(weight))
  const others = weighed.filter(({ cell }) => cell.line !== line.id)
  const [heaviest] = (others.length > 0 ? others : weighed).toSorted((one, other) => other.weight - one.weight)
  return heaviest?.cell ?? null
}

/**
 * The cell the cursor goes to: where a value is missing the one it is missing for; else the newest quarter of a line, of an
 * amount that of the largest amount in it, of all others that looked at first.
 */
const landingIn = (open: OpenModel, followed: Followed, cells: readonly Cell[]): Cell | null => {
  const next = pathOf(open.results, followed)?.steps[1]
  const lacking = next === undefined ? null : cellOfStep(next)
  const missing = cells.find(({ line, column }) => line === lacking?.line && column === lacking.column)
  if (missing !== undefined) return missing
  const chosen = heaviestOf(open, followed, cells) ?? cells[0]
  const [first = null, ...others] = cells.filter(({ line }) => line === chosen?.line)
  return others.reduce((newest, cell) => (newest !== null && newest.column > cell.column ? newest : cell), first)
}

const said = (direction: Direction, found: number, outside: number, selected: number): string => {
  const all =
    direction === 'precedents'
      ? `Made of ${counted(found, 'cell')}.`
      : `${counted(found, 'cell')} look${found === 1 ? 's' : ''} at this one.`
  const beyond =
    outside === 0
      ? ''
      : ` ${outside === 1 ? 'One' : outside} of them lie${outside === 1 ? 's' : ''} outside the timeline.`
  const first = selected < found - outside ? ` The first ${selected} are selected.` : ''
  return `${all}${beyond}${first}`
}

const nothing = ({ results }: OpenModel, followed: Followed, direction: Direction): string => {
  if (direction === 'dependents') return 'No formula looks at this cell.'
  return isTypedAt(results, followed)
    ? 'This cell is made of no other: its number is typed.'
    : 'This cell is made of no other: it has no formula, or one without names.'
}

/** Selects a stop. Where other columns are laid for it the sheet is drawn anew and lets go of the keyboard: it is given back. */
const select = (open: OpenModel, { cell, ranges }: Pick<Stop, 'cell' | 'ranges'>, before = open.view): void => {
  const { sheet } = open
  sheet.unfold(cell)
  sheet.selection.choose(ranges, cell)
  sheet.screen?.follow()
  if (open.view.yearColumns !== before.yearColumns || open.view.yearsBy !== before.yearsBy) open.returnToSheet()
}

/** Selects the cells one level on from the cursor's. */
export const walk = (open: OpenModel, direction: Direction): void => {
  const { target, sheet, results } = open
  if (target === null) return
  const followed = followedFrom(open, target)
  const all = direction === 'precedents' ? precedentsOf(results, followed) : dependentsOf(results, followed)
  const inSheet = all.filter((cell) => placeOf(sheet.layout, cell) !== null)
  const cells = inSheet.slice(0, mostSelected)
  const cell = direction === 'precedents' ? landingIn(open, followed, cells) : (cells[0] ?? null)
  if (cell === null) {
    open.say(
      remark(all.length === 0 ? nothing(open, followed, direction) : 'All it is made of lies outside the timeline.'),
    )
    return
  }
  const { layout, selection } = sheet
  const { view } = open
  const from = { cursor: selection.cursor, ranges: selection.ranges }
  sheet.unfold(...cells.slice(0, mostUnfolded), cell)
  const stop = { cell, ranges: rangesOver(sheet.layout, cells) }
  sheet.trail.goOn(layout, from, stop, direction)
  select(open, stop, view)
  open.say(remark(said(direction, all.length, all.length - inSheet.length, cells.length)))
}

/** Goes to one cell, as a step of the walk. */
export const stepTo = (open: OpenModel, cell: Cell, direction: Direction): void => {
  const { sheet } = open
  if (placeOf(sheet.layout, cell) === null) {
    const named = namedCell(open.model, cell)
    open.say(remark(`${named?.time ?? 'It'} lies outside the timeline: the sheet has no such cell.`))
    return
  }
  const { cursor, ranges } = sheet.selection
  const stop = { cell, ranges: [rangeOf(cell)] }
  sheet.trail.goOn(sheet.layout, { cursor, ranges }, stop, direction)
  select(open, stop)
}

/** Goes back to the stop before, or to the one at a position of the trail. */
export const goBack = (open: OpenModel, at: number | null = null): void => {
  const { sheet } = open
  const { cursor, ranges } = sheet.selection
  const stop =
    at === null
      ? sheet.trail.back(sheet.layout, { cursor, ranges })
      : sheet.trail.backTo(sheet.layout, { cursor, ranges }, at)
  if (stop !== null) {
    select(open, stop)
    const named = namedCell(open.model, stop.cell)
    if (named !== null)
      open.say(remark(`Back at ${[named.label, named.time].filter((each) => each !== null).join(' ')}.`))
  } else open.say(remark('There is no way back from here: Ctrl+[ and Ctrl+] begin a walk.'))
}
