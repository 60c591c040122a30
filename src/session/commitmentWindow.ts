// The window of a commitment against the timeline: what cannot be counted, how far the timeline has to reach, and the starts
// that scenarios have of their own when Base's moves.

import { readConstant } from '#formula/constant.ts'
import type { Commitment, Reading } from '#model/commitment.ts'
import { readingLineId } from '#model/commitmentLines.ts'
import type { Edit } from '#model/edit.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import type { Model } from '#model/model.ts'
import { addQuarters, quartersBetween, type Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { mostQuarters } from '#model/soundness.ts'
import { lengthOf } from '#model/timeline.ts'

export type Window = { readonly first: Quarter; readonly last: Quarter }

/** The quarter the timeline would have to reach; null where it does, or where that would be more than a model can have. */
export const timelineNeeded = ({ timeline }: Pick<Model, 'timeline'>, { last }: Window): Quarter | null =>
  last > timeline.last && lengthOf({ ...timeline, last }) <= mostQuarters ? last : null

export const timelineEdits = (model: Model, window: Window, isGrown: boolean): readonly Edit[] => {
  const last = isGrown ? timelineNeeded(model, window) : null
  return last === null ? [] : [{ kind: 'change model', change: { timeline: { ...model.timeline, last } } }]
}

/** What stands in the way of counting all of the window; null where nothing does. */
export const uncountedText = ({ timeline, fiscalCalendar }: Model, { first }: Window): string | null => {
  if (first >= timeline.first) return null
  const [begins, start] = [plainName(first, fiscalCalendar), plainName(timeline.first, fiscalCalendar)]
  return `${begins} lies before the timeline, which begins with ${start}: what came before cannot be counted, so nothing counted has a value.`
}

/** Starts that scenarios have of their own stay the quarters they were when Base's `first` becomes another. */
export const delaysKept = (
  { scenarios, fiscalCalendar }: Model,
  commitment: Commitment,
  reading: Reading,
  first: Quarter,
  /** The scenario that gives its own up. */
  given: ScenarioId | null = null,
): { readonly edits: readonly Edit[]; readonly said: readonly string[] } => {
  const line = readingLineId(commitment, reading, 'delay')
  const own = scenarios.flatMap(({ id, name, formulas }) => {
    const delay = id === given ? null : readConstant(formulas.get(line) ?? '')
    return typeof delay === 'number' && Number.isInteger(delay)
      ? [{ id, name, start: addQuarters(reading.first, delay) }]
      : []
  })
  const moved = quartersBetween(reading.first, first) !== 0
  return {
    edits: moved
      ? own.map(({ id, start }) => ({
          kind: 'formula',
          scenario: id,
          line,
          formula: String(quartersBetween(first, start)),
        }))
      : [],
    said: moved
      ? own.map(({ name, start }) => `${name} keeps its own start, ${plainName(start, fiscalCalendar)}.`)
      : [],
  }
}
