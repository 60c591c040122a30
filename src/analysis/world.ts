// A World is one scenario of one model laid flat: for each line the formula that holds and the numbers that stand typed,
// whoever of its parents said so. Two worlds are matched line by line, so that any line can be had from either.

import { renameKey } from '#formula/rename.ts'
import type { Kind, LineId, LineItem } from '#model/lineItem.ts'
import { allLines, type Model } from '#model/model.ts'
import { forEachTyped, formulaOf } from '#model/origin.ts'
import { problem, type Problem } from '#model/problem.ts'
import type { Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { quartersOf, type Timeline } from '#model/timeline.ts'

export type LineContent = {
  /** Null where none holds; an empty text gives no value either. */
  readonly formula: string | null
  readonly typed: ReadonlyMap<Quarter, number>
}

/** What holds for all lines of a world: its quarters, how far it is reported, and what each line is. */
export type Frame = {
  readonly timeline: Timeline
  readonly lastActual: Quarter | null
  readonly kinds: ReadonlyMap<LineId, Kind>
}

type World = { readonly frame: Frame; readonly contents: ReadonlyMap<LineId, LineContent> }

/** Two worlds over one set of lines; their formulas speak of lines by the same keys. */
export type Match = {
  /** The lines of the second, then those that only the first has. */
  readonly lines: readonly LineItem[]
  readonly model: Model
  readonly from: World
  readonly to: World
  readonly isSameFrame: boolean
}

const worldOf = (model: Model, scenario: ScenarioId): World => {
  const lines = allLines(model)
  const drivers = new Set(lines.flatMap(({ id, driver }) => (driver ? [id] : [])))
  const typed = new Map<LineId, Map<Quarter, number>>(lines.map(({ id }) => [id, new Map()]))
  for (const quarter of quartersOf(model.timeline))
    forEachTyped(
      model,
      scenario,
      quarter,
      (line) => drivers.has(line),
      (line, value) => typed.get(line)?.set(quarter, value),
    )
  return {
    frame: {
      timeline: model.timeline,
      lastActual: model.lastActual,
      kinds: new Map(lines.map(({ id, kind }) => [id, kind])),
    },
    contents: new Map(
      lines.map((line) => [
        line.id,
        { formula: formulaOf(model, scenario, line)?.formula ?? null, typed: typed.get(line.id) ?? new Map() },
      ]),
    ),
  }
}

/** Texts in which lines go by other keys, all at once: two lines may have changed names with each other. */
const renaming = (keys: ReadonlyMap<string, string>): ((text: string) => string) => {
  const changed = [...keys].filter(([was, is]) => was !== is)
  if (changed.length === 0) return (text) => text
  return (text) => {
    const parked = changed.reduce((each, [was], at) => renameKey(each, was, `renamed_${at}_while_matching`), text)
    return changed.reduce((each, [, is], at) => renameKey(each, `renamed_${at}_while_matching`, is), parked)
  }
}

const freeKey = (taken: ReadonlySet<string>, key: string): string => {
  for (let count = 0; ; count += 1) {
    const free = count === 0 ? key : `${key.slice(0, 50)}_before_${count}`
    if (!taken.has(free)) return free
  }
}

const isSameFrame = (one: Frame, other: Frame): boolean =>
  one.timeline.first === other.timeline.first &&
  one.timeline.last === other.timeline.last &&
  one.lastActual === other.lastActual &&
  [...one.kinds].every(([line, kind]) => (other.kinds.get(line) ?? kind) === kind)

/** One side of a match: a scenario of a model. */
export type Side = { readonly model: Model; readonly scenario: ScenarioId }

/** Matches two worlds. Refused where their quarters are not the same ones. */
export const matchOf = (first: Side, second: Side): Match | Problem => {
  const [was, is] = [first.model, second.model]
  if (was.fiscalCalendar.yearEndMonth !== is.fiscalCalendar.yearEndMonth)
    return problem(
      'edit',
      { at: 'model' },
      'The fiscal year ends in another month in one of the two, so their quarters are not the same ones: why they differ cannot be told line by line.',
    )
  const now = allLines(is)
  const ids = new Set(now.map(({ id }) => id))
  const taken = new Set(now.map(({ key }) => key))
  const gone = allLines(was)
    .filter(({ id }) => !ids.has(id))
    .map((line) => {
      const key = freeKey(taken, line.key)
      taken.add(key)
      return { ...line, key }
    })
  const lines = [...now, ...gone]
  const keyNow = new Map(lines.map(({ id, key }) => [id, key]))
  const rename = renaming(new Map(allLines(was).map(({ id, key }) => [key, keyNow.get(id) ?? key])))
  const before = worldOf(was, first.scenario)
  const to = worldOf(is, second.scenario)
  const from = {
    ...before,
    contents: new Map(
      [...before.contents].map(([line, { formula, typed }]) => [
        line,
        { formula: formula === null ? null : rename(formula), typed },
      ]),
    ),
  }
  return { lines, model: is, from, to, isSameFrame: isSameFrame(from.frame, to.frame) }
}
