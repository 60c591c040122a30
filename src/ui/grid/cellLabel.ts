// What a screen reader says of a cell: line, quarter, value, status and whose it is, the reason where there is no value, the
// note, and the scenario shown.

import { counted } from '#base/listing.ts'
import { figureWithUnit } from '#model/figure.ts'
import { allLines, scenarioOf } from '#model/model.ts'
import { checkOf, earlierOf, hasWords } from '#model/note.ts'
import { isBaseActual, noteOf, originOf } from '#model/origin.ts'
import { statusOf } from '#model/status.ts'
import { lineWarnings } from '#session/formulaWarning.ts'
import { timeName } from '#session/copying.ts'
import { isBlank, valueAt } from '#session/cellValue.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import type { Target } from '#session/proposal.ts'
import { breakStory } from '#session/trace/breakStory.ts'
import { tooltipOf } from './cellText.ts'

const wordsOf = ({ model }: OpenModel, { shown, line, column }: Target): string | null => {
  if (column.kind !== 'quarter' || line.kind === 'constant') return line.kind === 'constant' ? 'assumption' : null
  const origin = originOf(model, shown, line, column.quarter)
  const status = statusOf(model, shown, line, column.quarter)
  if (status === 'none') return null
  const isInherited = origin.from === 'typed' && origin.scenario !== shown && !isBaseActual(model, line, column.quarter)
  return isInherited ? `${status}, inherited from ${scenarioOf(model, origin.scenario).name}` : status
}

/** What a note adds to a number, in a word each: the whole is read on request. */
const noteWords = ({ model, view, sheet }: OpenModel, { shown, line, column }: Target): readonly string[] => {
  if (column.kind !== 'quarter' || line.kind === 'constant') return []
  const note = noteOf(model, shown, line, column.quarter)
  const origin = originOf(model, shown, line, column.quarter)
  const check = origin.from === 'typed' ? checkOf(note, origin.value) : null
  const isUnchecked = view.areUncheckedMarked && sheet.lack === 'check' && check === null
  return [
    ...(hasWords(note) ? ['has a note'] : []),
    ...(earlierOf(note).length > 0 ? ['restated'] : []),
    ...(check === null ? [] : [`checked by ${check.by}`]),
    ...(isUnchecked && statusOf(model, shown, line, column.quarter) === 'actual' ? ['unchecked'] : []),
  ]
}

export const cellLabel = (open: OpenModel, target: Target): string => {
  const { results, shown } = open
  const { line, column } = target
  const value = valueAt(results, target)
  const tooltip = isBlank(target) || !Number.isNaN(value) ? null : tooltipOf(results, shown, line, column)
  const warnings = lineWarnings(results, shown, line).length
  const noted = Number.isNaN(value) ? [] : noteWords(open, target)
  const parts = [
    line.label,
    timeName(results, column),
    Number.isNaN(value) ? 'empty' : figureWithUnit(value, line.unit, line.decimals),
    // Of an empty quarter the tooltip tells the status.
    isBlank(target) || (tooltip !== null && column.kind === 'quarter') ? null : wordsOf(open, target),
    tooltip?.replaceAll('\n', ', ') ?? null,
    ...(Number.isNaN(value) ? [] : breakStory(results, { shown, line, column }).map((each) => each.replace(/\.$/, ''))),
    ...noted,
    warnings > 0 ? 'the formula has a warning' : null,
    `scenario ${scenarioOf(open.model, shown).name}`,
  ]
  return parts.filter((part) => part !== null).join(', ')
}

/** What a screen reader says of a section's heading. */
const headingLabel = ({ model, view }: Pick<OpenModel, 'model' | 'view'>, section: string): string => {
  const count = allLines(model).filter((line) => line.section === section).length
  const does =
    count === 0 ? 'Enter adds its first line' : `Enter ${view.foldedSections.includes(section) ? 'un' : ''}folds it`
  return `${section}, section, ${count === 0 ? 'no line yet' : counted(count, 'line')}, ${does}`
}

/** What a screen reader says of the cell the cursor is on; null where it is on none. */
export const cursorLabel = (open: OpenModel): string | null => {
  const { heading } = open.lines
  if (open.target !== null) return cellLabel(open, open.target)
  return heading === null ? null : headingLabel(open, heading)
}
