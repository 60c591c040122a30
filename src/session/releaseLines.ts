// Which lines a release is entered on: those reported of late, by section, with what each is held against in columns beside
// it. Lines that come once or twice a year are due when their quarter is; until then they stand apart, below the others.

import { partnersOf } from '#model/expected.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { allLines, baseOf, isExpanded, isReported, rowOf, type Model } from '#model/model.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'

/** What a cell of a row is: the figure reported, or what was expected of it. */
export const releaseParts = ['consensus', 'low', 'high', 'reported'] as const

export type ReleasePart = (typeof releaseParts)[number]

export type ReleaseLine = {
  readonly line: LineItem
  /** The lines of its row: its own, and those it names. */
  readonly parts: Readonly<Record<ReleasePart, LineItem | null>>
}

export type ReleaseGroup = {
  /** The section's name; null for lines that are not due in the quarter. */
  readonly section: string | null
  readonly lines: readonly ReleaseLine[]
}

/** How far back a pattern is looked for: a year and a quarter tell a line of every quarter from one of every year. */
const quartersLookedAt = 5

/**
 * Whether a line is due in a quarter, by the quarters before it in which it was reported: so is one that was reported in
 * the last and in that before it or a year ago, one that began in the last, and one that comes once or twice a year, in its
 * quarter. One that lapsed is not.
 */
const dueBy = (was: (quartersBack: number) => boolean, beganInLast: boolean): boolean =>
  was(1) ? was(2) || was(4) || beganInLast : was(4) && (was(2) || !was(5))

type Standing = 'due' | 'not due' | 'unreported'

const standingOf = (model: Model, { id }: LineItem, quarter: Quarter): Standing => {
  const base = baseOf(model).id
  const isThere = (each: Quarter): boolean =>
    isReported(model, each) && typeof rowOf(model, base, each).entries.get(id) === 'number'
  const was = (back: number): boolean => isThere(addQuarters(quarter, -back))
  if (isThere(quarter)) return 'due'
  const last = addQuarters(quarter, -1)
  const beganInLast = ![...(model.rows.get(base)?.keys() ?? [])].some((each) => each < last && isThere(each))
  if (dueBy(was, beganInLast)) return 'due'
  return Array.from({ length: quartersLookedAt - 1 }, (_, at) => was(at + 1)).some(Boolean) ? 'not due' : 'unreported'
}

/** Lines that can be reported: the model's own that differ by quarter, and are no assumption and no check. */
const reportable = (model: Model): readonly LineItem[] => {
  const partners = new Set<LineId>(
    model.lines.flatMap(({ expected }) => (expected === null ? [] : partnersOf(expected))),
  )
  return allLines(model).filter(
    ({ id, driver, kind, tolerance }) =>
      !driver && kind !== 'constant' && tolerance === null && !partners.has(id) && !isExpanded(model, id),
  )
}

type Standings = readonly { readonly line: LineItem; readonly is: Standing }[]

const known = new WeakMap<Model, Map<Quarter, Standings>>()

/** How each line stands in a quarter; looked up once for a model. */
const standingsIn = (model: Model, quarter: Quarter): Standings => {
  const byQuarter = known.get(model) ?? new Map<Quarter, Standings>()
  known.set(model, byQuarter)
  const found =
    byQuarter.get(quarter) ?? reportable(model).map((line) => ({ line, is: standingOf(model, line, quarter) }))
  byQuarter.set(quarter, found)
  return found
}

const withParts = (model: Model, line: LineItem): ReleaseLine => {
  const named = (id: LineId | null | undefined): LineItem | null => model.lines.find((each) => each.id === id) ?? null
  const { expected } = line
  return {
    line,
    parts: {
      consensus: named(expected?.consensus),
      low: named(expected?.low),
      high: named(expected?.high),
      reported: line,
    },
  }
}

/**
 * The lines a quarter is entered on, by section, and after them those that are not due. Where all are shown, or none was ever
 * reported, every line that can be is among them; one that is wanted is in any case.
 */
export const releaseLines = (
  model: Model,
  quarter: Quarter,
  areAllShown: boolean,
  isWanted: (line: LineId) => boolean,
): readonly ReleaseGroup[] => {
  const standing = standingsIn(model, quarter)
  const isNew = standing.every(({ is }) => is === 'unreported')
  const due = standing.filter(({ is }) => is === 'due' || isNew)
  const others = standing.filter(
    ({ line, is }) => !isNew && (is === 'not due' || (is === 'unreported' && (areAllShown || isWanted(line.id)))),
  )
  const grouped = (section: string | null, lines: readonly { readonly line: LineItem }[]): readonly ReleaseGroup[] =>
    lines.length === 0 ? [] : [{ section, lines: lines.map(({ line }) => withParts(model, line)) }]
  return [
    ...[...new Set(due.map(({ line }) => line.section))].flatMap((section) =>
      grouped(
        section,
        due.filter(({ line }) => line.section === section),
      ),
    ),
    ...grouped(null, others),
  ]
}
