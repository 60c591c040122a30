// A Release is what its screen shows of a quarter: every line with what is typed for it, what that is held against, and what
// is odd about it. It is read from the model and the draft anew with every keystroke; nothing of it is in the model.

import type { Reporting } from '#analysis/reported.ts'
import { inUnitOf, measureOf, type Measure } from '#analysis/surprise.ts'
import type { Results } from '#engine/results.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { baseOf, isReported, rowOf, type Model } from '#model/model.ts'
import { isProblem } from '#model/problem.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'
import { shownUnit } from '#model/figure.ts'
import { nextActual } from '#model/rollForward.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { contains } from '#model/timeline.ts'
import type { Scale } from '#model/unit.ts'
import type { ReleaseDraft, ReleaseView } from '#model/view.ts'
import { doubtOf } from './doubt.ts'
import { draftFor, isEntered, readFigure, releaseQuarter, textNow } from './releaseDraft.ts'
import { releaseLines, releaseParts, type ReleaseLine, type ReleasePart } from './releaseLines.ts'

export type ReleaseCell = {
  readonly line: LineItem
  readonly part: ReleasePart
  /** As its field has it. */
  readonly text: string
  /** What the text stands for; NaN where it stands for nothing. */
  readonly typed: number
  /** The sum it was computed from; null for a plain number. */
  readonly formula: string | null
  /** What the model holds already; NaN where that is nothing. */
  readonly held: number
  /** Why the text cannot be read; null where it can. */
  readonly fault: string | null
  /** Why the figure may be a slip; null where nothing is odd about it. */
  readonly doubt: string | null
}

export type ReleaseRow = {
  readonly line: LineItem
  /** What its differences are told in. */
  readonly measure: Measure
  readonly isDue: boolean
  readonly cells: Readonly<Record<ReleasePart, ReleaseCell | null>>
  /** Reported a year ago and in the quarter before; NaN where nothing was. */
  readonly yearAgo: number
  readonly quarterAgo: number
  /** NaN where there is none. */
  readonly forecast: number
}

export type Release = {
  readonly quarter: Quarter
  readonly draft: ReleaseDraft
  /** Whether it is the quarter after the last actual: entering it rolls. */
  readonly rolls: boolean
  /** Whether it is in the model as typed. */
  readonly isEntered: boolean
  readonly groups: readonly { readonly section: string | null; readonly rows: readonly ReleaseRow[] }[]
  /** All rows, in order. */
  readonly rows: readonly ReleaseRow[]
  /** The columns there is a line for. */
  readonly parts: readonly ReleasePart[]
}

/** What a cell stands for: what is typed, else what the model holds. */
export const standing = (cell: ReleaseCell | null): number =>
  cell === null ? NaN : Number.isNaN(cell.typed) ? cell.held : cell.typed

/** What was expected of a row's figure, in its unit; NaN for nothing. */
export const expectedOf = ({ line, cells }: ReleaseRow, part: Exclude<ReleasePart, 'reported'>): number => {
  const cell = cells[part]
  return cell === null ? NaN : inUnitOf(standing(cell), cell.line.unit, line.unit)
}

export const cellsOf = ({ cells }: ReleaseRow): readonly ReleaseCell[] =>
  releaseParts.flatMap((part) => cells[part] ?? [])

export type ReleaseRows = Map<string, ReleaseRow>

type Ground = {
  readonly reporting: Reporting
  /** Rows read before, on the same ground: a key changes one of them, and the screen draws that one anew. */
  readonly known: ReleaseRows
  readonly view: ReleaseView
  readonly shown: ScenarioId
  readonly scale: Scale | null
  /** What the scenario shown forecast for a line in a quarter that may be reported by now; NaN for nothing. */
  readonly forecastOf: (line: LineItem, quarter: Quarter) => number
}

const inBase = (results: Results, line: LineItem, quarter: Quarter): number =>
  contains(results.model.timeline, quarter) ? results.valueOf(baseOf(results.model).id, line.id, quarter) : NaN

/** What the model holds for a cell: a figure once it is reported, what was expected as soon as it is known. */
const heldIn = (results: Results, quarter: Quarter, line: LineItem, part: ReleasePart): number => {
  const { model } = results
  if (part !== 'reported') return inBase(results, line, quarter)
  const entry = rowOf(model, baseOf(model).id, quarter).entries.get(line.id)
  return isReported(model, quarter) && typeof entry === 'number' ? entry : NaN
}

const cellOf = (
  { reporting: { results }, scale }: Ground,
  draft: ReleaseDraft,
  line: LineItem,
  part: ReleasePart,
): ReleaseCell => {
  const { model } = results
  const { quarter } = draft
  const typed = draft.texts.find((each) => each.line === line.id)
  const read = typed === undefined ? null : readFigure(line, typed)
  const held = heldIn(results, quarter, line, part)
  const nothing = { line, part, typed: NaN, formula: null, held, fault: null, doubt: null }
  if (typed === undefined || read === null) return { ...nothing, text: typed?.text ?? '' }
  const text = textNow(line, typed, scale)
  if (isProblem(read)) return { ...nothing, text, fault: read.sentence }
  const beside = (each: LineItem, at: Quarter): number => inBase(results, each, at)
  const doubt = doubtOf(model, beside, line, quarter, read.value, shownUnit(line.unit, scale))
  return { ...nothing, text, typed: read.value, formula: read.formula, doubt }
}

const measures = new WeakMap<Model, Map<LineId, Measure>>()

/** Found once for a model: it reads the line's formula. */
const measureIn = (results: Results, line: LineItem): Measure => {
  const known = measures.get(results.model) ?? new Map<LineId, Measure>()
  measures.set(results.model, known)
  const measure = known.get(line.id) ?? measureOf(results, line)
  known.set(line.id, measure)
  return measure
}

const readRow = (ground: Ground, draft: ReleaseDraft, { line, parts }: ReleaseLine, isDue: boolean): ReleaseRow => {
  const { reporting, forecastOf } = ground
  const { quarter } = draft
  const cell = (part: ReleasePart): ReleaseCell | null => {
    const of = parts[part]
    return of === null ? null : cellOf(ground, draft, of, part)
  }
  const reportedBefore = (back: number): number => {
    const each = addQuarters(quarter, -back)
    return contains(reporting.results.model.timeline, each) ? reporting.valueOf(line, each) : NaN
  }
  return {
    line,
    measure: measureIn(reporting.results, line),
    isDue,
    cells: { consensus: cell('consensus'), low: cell('low'), high: cell('high'), reported: cell('reported') },
    yearAgo: reportedBefore(4),
    quarterAgo: reportedBefore(1),
    forecast: forecastOf(line, quarter),
  }
}

const rowOfRelease = (ground: Ground, draft: ReleaseDraft, line: ReleaseLine, isDue: boolean): ReleaseRow => {
  const lines = new Set(releaseParts.map((part) => line.parts[part]?.id))
  const texts = draft.texts.filter((typed) => lines.has(typed.line))
  const mark = JSON.stringify([line.line.id, draft.quarter, isDue, texts])
  const row = ground.known.get(mark) ?? readRow(ground, draft, line, isDue)
  ground.known.set(mark, row)
  return row
}

export const releaseOf = (ground: Ground): Release => {
  const { model } = ground.reporting.results
  const { view } = ground
  const quarter = releaseQuarter(model, view)
  const draft = draftFor(model, view, quarter)
  const isTyped = (line: string): boolean => draft.texts.some((typed) => typed.line === line)
  const groups = releaseLines(model, quarter, view.areAllShown, isTyped).map(({ section, lines }) => ({
    section,
    rows: lines.map((line) => rowOfRelease(ground, draft, line, section !== null)),
  }))
  const rows = groups.flatMap((group) => group.rows)
  return {
    quarter,
    draft,
    rolls: quarter === nextActual(model),
    isEntered: isEntered(model, view, quarter),
    groups,
    rows,
    parts: releaseParts.filter((part) => rows.some(({ cells }) => cells[part] !== null)),
  }
}

/** How many of the lines that are due have their figure, of how many. */
export const progressOf = ({ rows }: Release): { readonly done: number; readonly due: number } => {
  const isDone = ({ cells }: ReleaseRow): boolean => !Number.isNaN(standing(cells.reported))
  const counting = rows.filter((row) => row.isDue || isDone(row))
  return { done: counting.filter(isDone).length, due: counting.length }
}

/** The line whose figure is typed next: the first without one. */
export const firstOpen = ({ rows }: Release): ReleaseRow | null =>
  rows.find(({ cells }) => Number.isNaN(standing(cells.reported)) && cells.reported?.fault === null) ?? null
