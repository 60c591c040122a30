// A Face is what a cell shows: its text, and marks that style it. Marks are words in a fixed order, so that equal faces are
// equal texts and the grid repaints only cells whose face changed.

import type { Results } from '#engine/results.ts'
import { tableValue } from '#model/figure.ts'
import type { LineItem } from '#model/lineItem.ts'
import { isReported, rowOf, type Model } from '#model/model.ts'
import { formulaOf, originOf } from '#model/origin.ts'
import type { Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { statusOf } from '#model/status.ts'
import type { Scale } from '#model/unit.ts'
import type { Column } from '#session/column.ts'

export const cellMarks = [
  'typed',
  'inherited',
  'override',
  'released',
  'noted',
  'forecast',
  'year',
  'negative',
  'nothing',
  'fault',
  'passes',
  'fails',
  'ownFormula',
] as const

export type CellMark = (typeof cellMarks)[number]

export type Face = { readonly text: string; readonly marks: string }

/** The label of a line; marked where some scenario has a formula of its own for it. */
export const labelFace = (model: Model, line: LineItem): Face => ({
  text: line.label,
  marks: ownersOfFormula(model, line).length > 0 ? 'ownFormula' : '',
})

/** Names of the scenarios that have a formula of their own for a line. */
export const ownersOfFormula = (model: Model, line: LineItem): readonly string[] =>
  model.scenarios.filter(({ formulas }) => formulas.has(line.id)).map(({ name }) => name)

export const faceOf = (
  results: Results,
  shown: ScenarioId,
  line: LineItem,
  column: Column,
  scale: Scale | null,
): Face => {
  const value =
    column.kind === 'quarter'
      ? line.kind === 'constant'
        ? NaN
        : results.valueOf(shown, line.id, column.quarter)
      : column.kind === 'year'
        ? line.kind === 'constant' || line.driver
          ? NaN
          : results.yearOf(shown, line.id, column.year)
        : line.kind === 'constant'
          ? results.constantOf(shown, line.id)
          : NaN
  const marks = new Set<CellMark>(
    column.kind === 'quarter'
      ? quarterMarks(results, shown, line, column.quarter)
      : column.kind === 'constant'
        ? constantMarks(results, shown, line)
        : ['year'],
  )
  if (line.tolerance !== null && !Number.isNaN(value)) marks.add(Math.abs(value) <= line.tolerance ? 'passes' : 'fails')
  const text = textOf(results, shown, line, column, scale, value, marks)
  if (text.startsWith('(')) marks.add('negative')
  return { text, marks: cellMarks.filter((mark) => marks.has(mark)).join(' ') }
}

const textOf = (
  results: Results,
  shown: ScenarioId,
  line: LineItem,
  column: Column,
  scale: Scale | null,
  value: number,
  marks: Set<CellMark>,
): string => {
  if (!Number.isNaN(value))
    return value === 0 && marks.has('typed') ? '–' : tableValue(value, line.unit, line.decimals, scale)
  if (line.kind === 'constant' ? column.kind !== 'constant' : column.kind === 'constant') return ''
  const problem = results.problemOf(shown, line.id)
  if (column.kind !== 'quarter') {
    if (problem !== null && column.kind === 'constant') marks.add('fault')
    return problem !== null && column.kind === 'constant' ? 'fault' : ''
  }
  const { reason } = results.explain(shown, line.id, column.quarter)
  if (reason === null || reason.kind === 'missing') return ''
  marks.add(reason.kind === 'fault' ? 'fault' : 'nothing')
  return reason.kind
}

const quarterMarks = (results: Results, shown: ScenarioId, line: LineItem, quarter: Quarter): readonly CellMark[] => {
  const { model } = results
  const marks: CellMark[] = []
  if (line.kind !== 'constant') {
    const origin = originOf(model, shown, line, quarter)
    const status = statusOf(model, shown, line, quarter)
    if (origin.from === 'typed') {
      marks.push('typed')
      if (origin.scenario !== shown && status !== 'actual') marks.push('inherited')
      if (status === 'override') marks.push('override')
    } else if (origin.releasedBy !== null) marks.push('released')
    if (noteHolder(results, shown, line, quarter) !== null) marks.push('noted')
  }
  if (!isReported(model, quarter)) marks.push('forecast')
  return marks
}

const constantMarks = (results: Results, shown: ScenarioId, line: LineItem): readonly CellMark[] => {
  if (line.kind !== 'constant') return []
  const holder = formulaOf(results.model, shown, line)
  if (holder === null) return []
  return holder.scenario === shown ? ['typed'] : ['typed', 'inherited']
}

/** The scenario whose note belongs to what a cell shows: the one that typed its number, else the shown one. */
export const noteHolder = (
  results: Results,
  shown: ScenarioId,
  line: LineItem,
  quarter: Quarter,
): ScenarioId | null => {
  const { model } = results
  const origin = originOf(model, shown, line, quarter)
  const holder = origin.from === 'typed' ? origin.scenario : shown
  return rowOf(model, holder, quarter).notes.has(line.id) ? holder : null
}
