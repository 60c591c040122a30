// A Face is what a cell shows: its text, and marks that style it. Marks are words in a fixed order, so that equal faces are
// equal texts and the grid repaints only cells whose face changed.

import type { ComparedTime } from '#analysis/comparison.ts'
import { breakAt, crossingsOf } from '#analysis/seriesBreak.ts'
import { isAtLeast } from '#analysis/streak.ts'
import type { Results } from '#engine/results.ts'
import { tableValue } from '#model/figure.ts'
import type { LineItem } from '#model/lineItem.ts'
import { isBase, isReported, type Model } from '#model/model.ts'
import { checkOf, earlierOf, hasWords } from '#model/note.ts'
import { formulaOf, noteOf, originOf } from '#model/origin.ts'
import type { Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { statusOf } from '#model/status.ts'
import type { Scale } from '#model/unit.ts'
import { lastQuarterOf } from '#model/year.ts'
import { isBlank, valueAt } from '#session/cellValue.ts'
import type { Column } from '#session/column.ts'
import type { FormulaFault } from '#session/formulaEdit.ts'
import { hasSource } from '#session/notes/noteWords.ts'
import type { Lack } from '#session/notes/unchecked.ts'

export const cellMarks = [
  'typed',
  'own',
  'inherited',
  'override',
  'released',
  'noted',
  'restated',
  'checked',
  'lacking',
  'breaks',
  'crosses',
  'forecast',
  'year',
  'negative',
  'nothing',
  'fault',
  'passes',
  'fails',
  'ownFormula',
  'warned',
  'drafted',
] as const

export type CellMark = (typeof cellMarks)[number]

export type Face = { readonly text: string; readonly marks: string }

/** What headings show where other rows have cells. */
export const noFace: Face = { text: '', marks: '' }

/** A cell of the sheet in the scenario shown. */
export type ShownCell = {
  readonly results: Results
  readonly shown: ScenarioId
  readonly line: LineItem
  readonly column: Column
  /** What reported numbers are marked for: those that lack it. */
  readonly lack?: Lack | null
}

const face = (text: string, marks: readonly CellMark[]): Face => ({
  text,
  marks: cellMarks.filter((mark) => marks.includes(mark)).join(' '),
})

/** Names of the scenarios that have a formula of their own for a line. */
export const ownersOfFormula = (model: Model, line: LineItem): readonly string[] =>
  model.scenarios.filter(({ formulas }) => formulas.has(line.id)).map(({ name }) => name)

/**
 * The label of a line; marked where some scenario has a formula of its own for it, and where the one shown has a warning, or
 * a draft that is not in use.
 */
export const labelFace = (
  model: Model,
  line: LineItem,
  warnings: readonly FormulaFault[],
  draft: string | null = null,
): Face =>
  face(line.label, [
    ...(ownersOfFormula(model, line).length > 0 ? (['ownFormula'] as const) : []),
    ...(warnings.length > 0 ? (['warned'] as const) : []),
    ...(draft === null ? [] : (['drafted'] as const)),
  ])

export const faceOf = (cell: ShownCell, scale: Scale | null): Face => {
  const marks = marksOf(cell)
  if (isBlank(cell)) return face('', marks)
  const value = valueAt(cell.results, cell)
  return Number.isNaN(value) ? absentFace(cell, marks) : presentFace(cell, value, scale, marks)
}

/** The quarter whose value a cell shows: its own, and for the year of a balance the year's last. */
const shownQuarter = ({ results: { model }, line, column }: ShownCell): Quarter | null => {
  if (column.kind === 'quarter') return column.quarter
  const isLastOfYear = column.kind === 'year' && line.kind === 'balance'
  return isLastOfYear ? lastQuarterOf(column.year, model.fiscalCalendar) : null
}

const presentFace = (cell: ShownCell, value: number, scale: Scale | null, marks: readonly CellMark[]): Face => {
  const { results, shown, line } = cell
  const quarter = shownQuarter(cell)
  const atLeast = quarter !== null && isAtLeast(results, shown, line, quarter) ? '≥ ' : ''
  const isTypedZero = value === 0 && marks.includes('typed')
  const text = isTypedZero ? '–' : atLeast + tableValue(value, line.unit, line.decimals, scale)
  const check: CellMark[] = line.tolerance === null ? [] : [Math.abs(value) <= line.tolerance ? 'passes' : 'fails']
  return face(text, [...marks, ...check, ...(text.startsWith('(') ? (['negative'] as const) : [])])
}

/** A missing value is an empty cell; a fault and "not meaningful" are words. */
const absentFace = ({ results, shown, line, column }: ShownCell, marks: readonly CellMark[]): Face => {
  const kind =
    column.kind === 'quarter'
      ? results.reasonOf(shown, line.id, column.quarter)?.kind
      : column.kind === 'year'
        ? results.reasonOfYear(shown, line.id, column.year)?.kind
        : results.problemOf(shown, line.id) === null
          ? undefined
          : 'fault'
  if (kind === undefined || kind === 'missing') return face('', marks)
  return face(kind, [...marks, kind === 'fault' ? 'fault' : 'nothing'])
}

const marksOf = (cell: ShownCell): readonly CellMark[] => {
  const { results, shown, line, column } = cell
  if (column.kind === 'year') return ['year', ...breakMarks(cell, column)]
  if (column.kind === 'quarter') {
    const forecast: readonly CellMark[] = isReported(results.model, column.quarter) ? [] : ['forecast']
    if (line.kind === 'constant') return forecast
    return [...forecast, ...quarterMarks(cell, column.quarter), ...breakMarks(cell, column)]
  }
  if (line.kind !== 'constant') return []
  const holder = formulaOf(results.model, shown, line)
  if (holder === null) return []
  return holder.scenario === shown ? ['typed', ...own(results.model, shown)] : ['typed', 'inherited']
}

/** Whether the series of the line breaks in a cell, and whether it takes both sides of a break. */
const breakMarks = ({ results, shown, line }: ShownCell, time: ComparedTime): readonly CellMark[] => [
  ...(time.kind === 'quarter' && breakAt(line, time.quarter) !== null ? (['breaks'] as const) : []),
  ...(crossingsOf(results, shown, line.id, time).length > 0 ? (['crosses'] as const) : []),
]

/** Base is what the others differ from: nothing in it is told apart as its own. */
const own = (model: Model, shown: ScenarioId): readonly CellMark[] => (isBase(model, shown) ? [] : ['own'])

/** What a note bears, and what a reported number lacks of it. */
const noteMarks = (
  { results: { model }, shown, line, lack = null }: ShownCell,
  quarter: Quarter,
  value: number | undefined,
  isActual: boolean,
): readonly CellMark[] => {
  const note = noteOf(model, shown, line, quarter)
  const isChecked = checkOf(note, value) !== null
  const isLacking = lack !== null && isActual && (lack === 'check' ? !isChecked : !hasSource(note, line))
  return [
    ...(hasWords(note) ? (['noted'] as const) : []),
    ...(earlierOf(note).length > 0 ? (['restated'] as const) : []),
    ...(lack === 'check' && isChecked ? (['checked'] as const) : []),
    ...(isLacking ? (['lacking'] as const) : []),
  ]
}

const quarterMarks = (cell: ShownCell, quarter: Quarter): readonly CellMark[] => {
  const { results, shown, line } = cell
  const { model } = results
  const origin = originOf(model, shown, line, quarter)
  const status = statusOf(model, shown, line, quarter)
  const noted = noteMarks(cell, quarter, origin.from === 'typed' ? origin.value : undefined, status === 'actual')
  if (origin.from !== 'typed') {
    const isOwn = origin.releasedBy === shown || (origin.from === 'formula' && origin.scenario === shown)
    const whose = isOwn ? own(model, shown) : []
    return origin.releasedBy === null ? [...noted, ...whose] : [...noted, ...whose, 'released']
  }
  return [
    ...noted,
    'typed',
    ...(origin.scenario === shown ? own(model, shown) : []),
    ...(origin.scenario !== shown && status !== 'actual' ? (['inherited'] as const) : []),
    ...(status === 'override' ? (['override'] as const) : []),
  ]
}
