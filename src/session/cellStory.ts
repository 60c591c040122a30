// The story of the selected cell: every number can answer for itself. Where it came from, whose it is, how it was computed
// with its numbers filled in, or why there is none.

import { absenceOf } from '#analysis/absence.ts'
import { isAtLeast } from '#analysis/streak.ts'
import { figureWithUnit, plainFigure, shownValue } from '#model/figure.ts'
import { fiscalName } from '#model/fiscalCalendar.ts'
import type { LineItem } from '#model/lineItem.ts'
import { isPaced, scenarioOf } from '#model/model.ts'
import { formulaOf, isBaseActual, landingOf, noteOf, originOf, type Origin } from '#model/origin.ts'
import type { Quarter } from '#model/quarter.ts'
import type { Note } from '#model/quarterRow.ts'
import type { Scenario } from '#model/scenario.ts'
import { statusOf } from '#model/status.ts'
import { yearName } from '#model/year.ts'
import type { Explanation } from '#engine/results.ts'
import { lineWarnings } from './formulaWarning.ts'
import type { OpenModel } from './openModel.svelte.ts'

export type CellStory = {
  readonly line: LineItem
  /** `FY27 Q1`, `FY27`; null for the constant column. */
  readonly columnName: string | null
  /** The number with its unit, or null where there is none. */
  readonly value: string | null
  readonly status: string | null
  /** Whose number or formula it is, and what ties it to the scenario shown. */
  readonly holder: Scenario | null
  readonly holding: 'in' | 'inherited from' | 'by the formula in'
  /** The scenario that set aside what its parents typed here, or null. */
  readonly releasedIn: string | null
  /** Where a number typed into the cell lands; null where none can be typed. */
  readonly landing: Scenario | null
  /** Whether the number was typed: then no formula gave it. */
  readonly isTyped: boolean
  readonly formula: string | null
  readonly withNumbers: string | null
  /** Why there is no number; null where there is one. */
  readonly reason: string | null
  readonly note: Note | null
  /** What is doubtful about the units and kinds of the formula that holds for the line. */
  readonly warnings: readonly string[]
}

/** What is told of: what the open model shows and has selected. */
export type StoryGround = Pick<OpenModel, 'model' | 'results' | 'shown' | 'selectedLine' | 'target'>

/** A number inside a formula, short enough to read: `33,398`, `33.0%`. */
const numberInFormula = (line: LineItem, value: number): string => {
  const text = plainFigure(shownValue(value, line.unit, null), line.decimals)
  return line.unit.kind === 'percent' || line.unit.kind === 'points' ? `${text}%` : text
}

/** A reported number is Base's wherever it is shown; any other that was typed elsewhere is inherited. */
const holdingOf = (
  { model, shown }: StoryGround,
  line: LineItem,
  quarter: Quarter,
  origin: Origin,
): CellStory['holding'] => {
  if (origin.from === 'formula') return 'by the formula in'
  const isInherited = origin.from === 'typed' && origin.scenario !== shown
  return isInherited && !isBaseActual(model, line, quarter) ? 'inherited from' : 'in'
}

const quarterStory = (open: StoryGround, line: LineItem, quarter: Quarter) => {
  const { model, results, shown } = open
  const origin = originOf(model, shown, line, quarter)
  const holderId = origin.from === 'nothing' ? null : origin.scenario
  const releasedBy = origin.from === 'typed' ? null : origin.releasedBy
  return {
    columnName: fiscalName(quarter, model.fiscalCalendar),
    value: results.valueOf(shown, line.id, quarter),
    status: statusOf(model, shown, line, quarter),
    holder: holderId === null ? null : scenarioOf(model, holderId),
    holding: holdingOf(open, line, quarter, origin),
    releasedIn: releasedBy === null ? null : scenarioOf(model, releasedBy).name,
    explanation: results.explain(shown, line.id, quarter, numberInFormula),
    isTyped: origin.from === 'typed',
    isAtLeast: isAtLeast(results, shown, line, quarter),
    landing: isPaced(model, line.id) ? null : scenarioOf(model, landingOf(model, shown, line, quarter)),
    note: noteOf(model, shown, line, quarter),
  }
}

const storyWords = (
  line: LineItem,
  parts: { value: number; explanation: Explanation | null; isTyped: boolean; isAtLeast?: boolean },
): Pick<CellStory, 'value' | 'formula' | 'withNumbers' | 'reason'> => ({
  value: Number.isNaN(parts.value)
    ? null
    : `${parts.isAtLeast === true ? '≥ ' : ''}${figureWithUnit(parts.value, line.unit, line.decimals)}`,
  formula: parts.isTyped ? null : (parts.explanation?.formula ?? null),
  withNumbers: parts.isTyped || Number.isNaN(parts.value) ? null : (parts.explanation?.withNumbers ?? null),
  reason: Number.isNaN(parts.value) ? (parts.explanation?.reason?.sentence ?? null) : null,
})

/** How a flow or a balance came to its year: the quarters it adds up, or the one it takes. Null for other lines. */
const yearInNumbers = ({ model }: StoryGround, line: LineItem, { reason, inputs }: Explanation): string | null => {
  if (reason !== null || inputs.length === 0) return null
  if (line.kind === 'flow') return inputs.map(({ value }) => numberInFormula(line, value)).join(' + ')
  const quarter = inputs[0]?.quarter ?? null
  return line.kind !== 'balance' || quarter === null ? null : `as in ${fiscalName(quarter, model.fiscalCalendar)}`
}

export const cellStory = (open: StoryGround): CellStory | null => {
  const { selectedLine: line, target, model, results, shown } = open
  if (line === null) return null
  const nothing = {
    landing: null,
    status: null,
    holder: null,
    holding: 'in' as const,
    releasedIn: null,
    isTyped: false,
    note: null,
  }
  const warnings = lineWarnings(results, shown, line).map(({ sentence }) => sentence)
  const column = target?.column
  if (column?.kind === 'quarter' && line.kind !== 'constant') {
    const { value, explanation, isTyped, isAtLeast: atLeast, ...story } = quarterStory(open, line, column.quarter)
    const words = storyWords(line, { value, explanation, isTyped, isAtLeast: atLeast })
    const reason = absenceOf(results, shown, line.id, column.quarter)?.sentence ?? null
    return { line, warnings, ...story, isTyped, ...words, reason }
  }
  if (column?.kind === 'year') {
    const value = results.yearOf(shown, line.id, column.year)
    const explanation = results.explainYear(shown, line.id, column.year, numberInFormula)
    const words = storyWords(line, { value, explanation, isTyped: false })
    const withNumbers = words.withNumbers ?? yearInNumbers(open, line, explanation)
    return { line, warnings, ...nothing, columnName: yearName(column.year), ...words, withNumbers }
  }
  const constant = line.kind === 'constant' ? formulaOf(model, shown, line) : null
  return {
    line,
    warnings,
    ...nothing,
    columnName: line.kind === 'constant' ? 'all quarters' : null,
    landing: line.kind === 'constant' ? scenarioOf(model, shown) : null,
    status: constant === null ? null : 'assumption',
    holder: constant === null ? null : scenarioOf(model, constant.scenario),
    holding: constant !== null && constant.scenario !== shown ? 'inherited from' : 'in',
    ...storyWords(line, {
      value: constant === null ? NaN : results.constantOf(shown, line.id),
      explanation: null,
      isTyped: true,
    }),
  }
}
