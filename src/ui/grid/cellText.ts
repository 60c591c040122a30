// The texts of one cell outside the grid's own: what F2 puts into the editor, and what a tooltip says.

import { absenceOf } from '#analysis/absence.ts'
import { typedText } from '#exchange/number.ts'
import type { Results } from '#engine/results.ts'
import { figureWithUnit } from '#model/figure.ts'
import type { LineItem } from '#model/lineItem.ts'
import { scenarioOf, type Model } from '#model/model.ts'
import { formulaOf, noteOf, originOf } from '#model/origin.ts'
import type { Quarter } from '#model/quarter.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { statusOf } from '#model/status.ts'
import type { Column } from '#session/column.ts'
import { withoutNoise } from '#session/cellValue.ts'
import type { FormulaFault } from '#session/formulaEdit.ts'
import { noteParts, partText } from '#session/notes/noteWords.ts'
import type { Target } from '#session/proposal.ts'
import { breakStory } from '#session/trace/breakStory.ts'
import { ownersOfFormula } from './face.ts'

/** The number as one would type it in its row: a typed one in full; empty where there is none. */
export const editText = (results: Results, { shown, line, column, unit }: Target): string => {
  if (column.kind === 'year') return ''
  if (column.kind === 'constant') {
    const constant = results.constantOf(shown, line.id)
    return Number.isNaN(constant) ? '' : typedText(constant, line.unit, unit)
  }
  const value = results.valueOf(shown, line.id, column.quarter)
  if (Number.isNaN(value)) return ''
  const isTyped = originOf(results.model, shown, line, column.quarter).from === 'typed'
  return typedText(isTyped ? value : withoutNoise(value), line.unit, unit)
}

/** `Base has 35.0 %`: what stands with its parent where a scenario says something itself; null where it does not. */
const parentsFigure = (results: Results, shown: ScenarioId, line: LineItem, quarter: Quarter | null): string | null => {
  const { parent } = scenarioOf(results.model, shown)
  if (parent === null) return null
  const value = quarter === null ? results.constantOf(parent, line.id) : results.valueOf(parent, line.id, quarter)
  const figure = Number.isNaN(value) ? 'no value' : figureWithUnit(value, line.unit, line.decimals)
  return `${scenarioOf(results.model, parent).name} has ${figure}`
}

/** Status, whose it is, why there is no value, and all that its note bears; null where there is nothing to say. */
export const tooltipOf = (results: Results, shown: ScenarioId, line: LineItem, column: Column): string | null => {
  const { model } = results
  const nameOf = (scenario: ScenarioId): string => scenarioOf(model, scenario).name
  if (column.kind === 'constant') {
    if (line.kind !== 'constant') return null
    const holder = formulaOf(model, shown, line)
    if (holder === null) return null
    const isOwn = holder.scenario === shown
    const parents = isOwn ? parentsFigure(results, shown, line, null) : null
    const whose = `${isOwn ? '' : 'Inherited. '}${nameOf(holder.scenario)}’s number for all quarters. ${line.description}`
    return [whose.trim(), parents].filter((part) => part !== null).join('\n')
  }
  if (line.kind === 'constant') return null
  const breaks = breakStory(results, { shown, line, column })
  if (column.kind === 'year')
    return (
      [results.reasonOfYear(shown, line.id, column.year)?.sentence ?? null, ...breaks].filter(Boolean).join('\n') ||
      null
    )
  const { quarter } = column
  const origin = originOf(model, shown, line, quarter)
  const status = statusOf(model, shown, line, quarter)
  const note = noteOf(model, shown, line, quarter)
  const whose =
    origin.from === 'typed'
      ? origin.scenario === shown
        ? `${status}, typed in ${nameOf(origin.scenario)}`
        : `${status}, ${status === 'actual' ? 'in' : 'inherited from'} ${nameOf(origin.scenario)}`
      : origin.from === 'formula'
        ? `${status === 'none' ? '' : `${status}, `}by ${nameOf(origin.scenario)}’s formula${origin.releasedBy === null ? '' : `, released in ${nameOf(origin.releasedBy)}`}`
        : null
  const isOwn =
    (origin.from === 'typed' || origin.from === 'formula' ? origin.scenario === shown : false) ||
    (origin.from !== 'typed' && origin.releasedBy === shown)
  const parents = isOwn ? parentsFigure(results, shown, line, quarter) : null
  const reason = absenceOf(results, shown, line.id, quarter)?.sentence
  const noted = noteParts(note, line, origin.from === 'typed' ? origin.value : undefined).map(partText)
  const parts = [whose, parents, reason, ...breaks, ...noted].filter((each) => each !== undefined && each !== null)
  return parts.length === 0 ? null : parts.join('\n')
}

/** The line's key and description, who has a formula of its own, the warnings of the one shown, and what a draft lacks. */
export const labelTooltip = (
  model: Model,
  line: LineItem,
  warnings: readonly FormulaFault[],
  draft: string | null = null,
): string => {
  const owners = ownersOfFormula(model, line)
  const parts = [
    `${line.key}${line.description === '' ? '' : `: ${line.description}`}`,
    owners.length === 0
      ? ''
      : `${owners.join(' and ')} ${owners.length === 1 ? 'has' : 'have'} ${line.kind === 'constant' ? 'a number' : 'a formula'} of ${owners.length === 1 ? 'its' : 'their'} own here.`,
    ...warnings.map(({ sentence }) => `Warning: ${sentence}`),
    draft === null ? '' : `Draft of a formula, not in use: ${draft}`,
  ]
  return parts.filter((each) => each !== '').join('\n')
}
