// Rolling forward makes the next quarter the last actual. What was typed as its forecast, in any scenario, makes room for
// what is reported; drivers keep theirs, and so do consensus and guidance, which are no forecast of ours. The timeline grows
// by a quarter, so that the forecast reaches as far ahead as before.

import type { Edit } from './edit.ts'
import { partnersOf } from './expected.ts'
import { plainName } from './fiscalCalendar.ts'
import { allLines, isExpanded, type Model } from './model.ts'
import type { LineId, LineItem } from './lineItem.ts'
import { ofAnotherNumber } from './note.ts'
import { hasActuals } from './status.ts'
import { problem, type Problem } from './problem.ts'
import { addQuarters, type Quarter } from './quarter.ts'
import { mostQuarters } from './soundness.ts'
import { lengthOf, type Timeline } from './timeline.ts'

export type RollForward = {
  /** The quarter that becomes the last actual. */
  readonly quarter: Quarter
  /** As it is afterwards. */
  readonly timeline: Timeline
  /** How many of its forecasts are taken out of the model, over all scenarios. */
  readonly numbers: number
  readonly releases: number
  /** How many numbers of consensus and guidance stay in it. */
  readonly polls: number
  readonly edits: readonly Edit[]
}

/** The quarter after the last actual; the timeline's first where nothing is reported. */
export const nextActual = ({ lastActual, timeline }: Pick<Model, 'lastActual' | 'timeline'>): Quarter =>
  lastActual === null ? timeline.first : addQuarters(lastActual, 1)

/** What rolling the last actual forward by one quarter does; a Problem where the timeline can grow no more. */
export const rollForward = (model: Model): RollForward | Problem => {
  const { timeline, fiscalCalendar } = model
  const quarter = nextActual(model)
  if (lengthOf(timeline) >= mostQuarters)
    return problem(
      'edit',
      { at: 'model' },
      `The last actual cannot move to ${plainName(quarter, fiscalCalendar)}: the timeline moves on with it, and has ${mostQuarters} quarters already, the most a model can have.`,
    )
  const grown = { ...timeline, last: addQuarters(timeline.last, 1) }
  const drivers = new Set<LineId>(allLines(model).flatMap(({ id, driver }) => (driver ? [id] : [])))
  const edits: Edit[] = []
  const polled = new Set<LineId>(model.lines.flatMap(({ expected }) => (expected === null ? [] : partnersOf(expected))))
  const found = { numbers: 0, releases: 0, polls: 0 }
  for (const { id: scenario } of model.scenarios) {
    const row = model.rows.get(scenario)?.get(quarter)
    // A note without a number is about the quarter, not about its forecast: it stays.
    for (const [line, entry] of row?.entries ?? []) {
      if (drivers.has(line)) continue
      if (polled.has(line)) {
        if (typeof entry === 'number') found.polls += 1
        continue
      }
      found[entry === 'release' ? 'releases' : 'numbers'] += 1
      edits.push({ kind: 'enter', scenario, quarter, line, entry: null })
      const note = row?.notes.get(line)
      if (note !== undefined) edits.push({ kind: 'note', scenario, quarter, line, note: ofAnotherNumber(note, null) })
    }
  }
  edits.push({ kind: 'change model', change: { timeline: grown, lastActual: quarter } })
  return { quarter, timeline: grown, ...found, edits }
}

/**
 * The first line that is reported, as listed: where one begins to type a release. Where nothing has been reported yet, the
 * first that can be; null where none can.
 */
export const firstReported = (model: Model): LineItem | null => {
  const lines = allLines(model).filter(
    ({ id, driver, kind }) => !driver && kind !== 'constant' && !isExpanded(model, id),
  )
  return lines.find((line) => hasActuals(model, line)) ?? lines[0] ?? null
}
