// A Layout is the sheet as it lies on screen: the stops along its two axes, lines and times, in the order shown, without
// what is folded away. Lines run down and times across, or, laid the other way, times down and lines across; a Place is
// a pair of positions along the axes, whichever way they lie, so that everything but the arrows is blind to the turn.

import type { LineItem } from '#model/lineItem.ts'
import { allLines, allSections, type Model } from '#model/model.ts'
import type { Orientation, View } from '#model/view.ts'
import { yearId, yearsByOf, yearsOf, yearWith, type YearsBy } from '#model/year.ts'
import { columnId, readColumnId, timeGroupsOf, yearsShown, type Column, type ColumnId } from './column.ts'

/** A line, or the heading of a section. Laid across every section has its heading, laid down only a folded one. */
type LineStop =
  | { readonly kind: 'heading'; readonly id: string; readonly section: string }
  | { readonly kind: 'line'; readonly id: string; readonly line: LineItem }

/** A cell by the ids of its stops: it stays the same cell when others are folded, added or moved. */
export type Cell = { readonly line: string; readonly column: ColumnId }

/** A cell by its positions along the axes, from 0. */
export type Place = { readonly line: number; readonly time: number }

export type Layout = {
  readonly orientation: Orientation
  readonly lines: readonly LineStop[]
  readonly times: readonly Column[]
  /**
   * Positions by id; what is folded away stands at its section's heading or its year, and a year of the kind that is not
   * shown at the one that has most of its quarters, or where that is not whole at its last quarter.
   */
  readonly lineAt: ReadonlyMap<string, number>
  readonly timeAt: ReadonlyMap<ColumnId, number>
  /** Positions of years that stand beside all their quarters: they are looked at only, and Tab passes them. */
  readonly openYears: ReadonlySet<number>
}

export const headingId = (section: string): string => `section:${section}`

const lineStops = (model: Model, { foldedSections, orientation }: LayoutView): Pick<Layout, 'lines' | 'lineAt'> => {
  const lines: LineStop[] = []
  const lineAt = new Map<string, number>()
  const bySection = new Map<string, LineItem[]>(allSections(model).map((section) => [section, []]))
  for (const line of allLines(model)) bySection.get(line.section)?.push(line)
  for (const section of allSections(model)) {
    const isFolded = foldedSections.includes(section)
    const ofSection = bySection.get(section) ?? []
    const hasHeading = orientation === 'across' || isFolded
    // Where there is no heading its section's first line stands for it.
    if (hasHeading || ofSection.length > 0) lineAt.set(headingId(section), lines.length)
    if (isFolded) for (const { id } of ofSection) lineAt.set(id, lines.length)
    if (hasHeading) lines.push({ kind: 'heading', id: headingId(section), section })
    if (isFolded) continue
    for (const line of ofSection) {
      lineAt.set(line.id, lines.length)
      lines.push({ kind: 'line', id: line.id, line })
    }
  }
  return { lines, lineAt }
}

const timeStops = (model: Model, view: LayoutView): Pick<Layout, 'times' | 'timeAt' | 'openYears'> => {
  const times: Column[] = [
    { kind: 'constant' },
    ...timeGroupsOf(model, view).flatMap(({ year, columns }) =>
      year === null || !view.foldedYears.includes(year) ? columns : columns.filter(({ kind }) => kind === 'year'),
    ),
  ]
  const timeAt = new Map<ColumnId, number>(times.map((column, at) => [columnId(column), at]))
  const { timeline, fiscalCalendar } = model
  const yearsBy = (by: YearsBy) => yearsOf(timeline, fiscalCalendar, by).filter(({ whole }) => whole)
  const shown = yearsShown(model, view)
  const openYears = yearsBy(shown).flatMap(({ year, quarters }) => {
    const at = timeAt.get(yearId(year))
    return at !== undefined && quarters.every((quarter) => timeAt.has(quarter)) ? [at] : []
  })
  for (const { year, quarters } of yearsBy(shown))
    for (const quarter of quarters) if (!timeAt.has(quarter)) timeAt.set(quarter, timeAt.get(yearId(year)) ?? 0)
  // Two of its quarters or three lie in the year of its second.
  for (const { year, quarters } of yearsBy(shown === 'fiscal' ? 'calendar' : 'fiscal')) {
    const [, second, , last] = quarters
    const like = second === undefined ? null : yearId(yearWith(second, fiscalCalendar, shown))
    timeAt.set(yearId(year), timeAt.get(like ?? '') ?? timeAt.get(last ?? '') ?? 0)
  }
  return { times, timeAt, openYears: new Set(openYears) }
}

/** What of a view decides how the sheet is laid out. */
export type LayoutView = Pick<View, 'orientation' | 'foldedYears' | 'foldedSections' | 'yearColumns' | 'yearsBy'>

export const layoutOf = (model: Model, view: LayoutView): Layout => ({
  orientation: view.orientation,
  ...lineStops(model, view),
  ...timeStops(model, view),
})

/** Where a cell stands, or what it is folded into; null where its line or quarter is gone. */
export const placeOf = ({ lineAt, timeAt }: Layout, { line, column }: Cell): Place | null => {
  const [atLine, atTime] = [lineAt.get(line), timeAt.get(column)]
  return atLine === undefined || atTime === undefined ? null : { line: atLine, time: atTime }
}

export const cellAt = ({ lines, times }: Layout, { line, time }: Place): Cell => {
  const [stop, column] = [lines[within(line, lines.length)], times[within(time, times.length)]]
  return { line: stop?.id ?? '', column: column === undefined ? 'constant' : columnId(column) }
}

/** A position moved into an axis of so many stops. */
export const within = (at: number, count: number): number => Math.min(Math.max(at, 0), count - 1)

export const isLine = ({ lines }: Layout, at: number): boolean => lines[at]?.kind === 'line'

/** The view in which a quarter is to be seen: where years stand alone, its year unfolded among the others. */
const unfoldedTime = (model: Model, view: View, column: Column | null): Partial<View> => {
  const { timeline, fiscalCalendar } = model
  if (column?.kind === 'year') {
    const by = yearsByOf(column.year)
    const isThere = yearsShown(model, { ...view, yearsBy: by }) === by
    return isThere && by !== yearsShown(model, view) ? { yearsBy: by } : {}
  }
  if (column?.kind !== 'quarter') return {}
  const by = yearsShown(model, view)
  const year = yearWith(column.quarter, fiscalCalendar, by)
  if (view.yearColumns !== 'only')
    return view.foldedYears.includes(year) ? { foldedYears: view.foldedYears.filter((each) => each !== year) } : {}
  const whole = yearsOf(timeline, fiscalCalendar, by).flatMap((each) => (each.whole ? [each.year] : []))
  return whole.includes(year) ? { yearColumns: 'among', foldedYears: whole.filter((each) => each !== year) } : {}
}

/** The view in which a cell is to be seen: its section and its year unfolded. */
export const unfolded = (model: Model, view: View, { line, column }: Cell): Partial<View> => {
  const section = allLines(model).find(({ id }) => id === line)?.section
  return {
    ...(section !== undefined && view.foldedSections.includes(section)
      ? { foldedSections: view.foldedSections.filter((each) => each !== section) }
      : {}),
    ...unfoldedTime(model, view, readColumnId(column)),
  }
}
