// Marking a break in the series of lines, changing its reason, and removing it: one edit for each line. An edit holds all
// breaks of its line, so lines go by their ids and are looked up in the model as it is when the edit is made.

import { counted } from '#base/listing.ts'
import { breakAt } from '#analysis/seriesBreak.ts'
import type { Edit } from '#model/edit.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import type { LineId, LineItem, SeriesBreak } from '#model/lineItem.ts'
import { allLines, isExpanded, type Model } from '#model/model.ts'
import type { Problem } from '#model/problem.ts'
import type { Quarter } from '#model/quarter.ts'
import type { EditDeed } from '../editDeed.ts'
import type { Column } from '../column.ts'
import { refuse } from '../proposal.ts'

/** The lines of some ids in the model's order; what is gone is left out. */
export const linesNamed = (model: Model, ids: readonly LineId[]): readonly LineItem[] =>
  allLines(model).filter(({ id }) => ids.includes(id))

/** Why no break can be marked on lines in a column; null where one can. */
export const whyNoBreak = (model: Model, ids: readonly LineId[], column: Column | null): string | null => {
  const lines = linesNamed(model, ids)
  const [line] = lines
  if (line === undefined || column?.kind !== 'quarter')
    return 'A break belongs to a line in one quarter: select the first cell that cannot be held against earlier ones.'
  if (column.quarter === model.timeline.first)
    return `${plainName(column.quarter, model.fiscalCalendar)} is the first quarter: there is none before it that a break could part it from.`
  const constant = lines.find(({ kind }) => kind === 'constant')
  if (constant !== undefined) return `${constant.label} is one number for all quarters, which has no break.`
  const expanded = lines.find(({ id }) => isExpanded(model, id))
  return expanded === undefined
    ? null
    : `${expanded.label} is computed from its commitment: mark the break on the line that it counts.`
}

const changeEdit = (line: LineItem, breaks: readonly SeriesBreak[]): Edit => ({
  kind: 'change line',
  line: line.id,
  change: { breaks: breaks.toSorted((one, other) => (one.quarter < other.quarter ? -1 : 1)) },
})

const without = ({ breaks }: LineItem, quarter: Quarter): readonly SeriesBreak[] =>
  breaks.filter((each) => each.quarter !== quarter)

const namesOf = (lines: readonly LineItem[]): string => {
  const [first] = lines
  return lines.length === 1 && first !== undefined ? first.label : counted(lines.length, 'line')
}

export const proposeBreak = (
  model: Model,
  ids: readonly LineId[],
  quarter: Quarter,
  reason: string,
): EditDeed | Problem => {
  const lines = linesNamed(model, ids)
  if (lines.length === 0) return refuse('The line is not in the model any more: it was deleted meanwhile.')
  const why = whyNoBreak(model, ids, { kind: 'quarter', quarter })
  if (why !== null) return refuse(why)
  const said = reason.trim()
  if (said === '') return refuse('Say why the series breaks, such as: recast in Nov 2025, Cainiao moved out.')
  const changed = lines.filter((line) => breakAt(line, quarter)?.reason !== said)
  const name = `Break of ${namesOf(lines)} in ${plainName(quarter, model.fiscalCalendar)}`
  return {
    edits: changed.map((line) => changeEdit(line, [...without(line, quarter), { quarter, reason: said }])),
    label: name,
    said: `${name}: ${said}.`.replace(/\.\.$/, '.'),
  }
}

export const proposeBreakRemoval = (model: Model, ids: readonly LineId[], quarter: Quarter): EditDeed | Problem => {
  const broken = linesNamed(model, ids).filter((line) => breakAt(line, quarter) !== null)
  const name = plainName(quarter, model.fiscalCalendar)
  if (broken.length === 0) return refuse(`No series breaks in ${name} here: there is nothing to remove.`)
  const label = `Break of ${namesOf(broken)} in ${name} removed`
  return { edits: broken.map((line) => changeEdit(line, without(line, quarter))), label, said: `${label}.` }
}
