// Editing a row of what a scenario says: where its number and note are typed, and giving the row up.

import { readNumber, typedText } from '#exchange/number.ts'
import { shownUnit } from '#model/figure.ts'
import { isBase, scenarioOf, type Model } from '#model/model.ts'
import { landingOf } from '#model/origin.ts'
import { isProblem } from '#model/problem.ts'
import { reversionEdits } from '#model/scenarioChange.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { Scale } from '#model/unit.ts'
import type { EditDeed } from './editDeed.ts'
import { noteAt } from './noteEdit.ts'
import type { Target } from './proposal.ts'
import { columnOf, placeText, type Saying } from './says.ts'

/** The cell that a row is about; null for a formula of all quarters. */
export const targetOf = (shown: ScenarioId, saying: Saying, scale: Scale | null): Target | null => {
  const column = columnOf(saying)
  return column === null ? null : { shown, line: saying.line, column, unit: shownUnit(saying.line.unit, scale) }
}

/** Whether a number typed in the row lands in the scenario itself, and not in Base as a reported one. */
export const takesNumber = (model: Model, scenario: ScenarioId, { kind, line, quarter }: Saying): boolean =>
  kind === 'constant' ||
  (kind === 'number' && quarter !== null && landingOf(model, scenario, line, quarter) === scenario)

export const takesNote = (model: Model, target: Target | null): boolean =>
  target !== null && noteAt(model, target)?.landing === target.shown

/** The row's number as one would type it; empty where there is none. */
export const typedIn = ({ value, line }: Saying, { unit }: Target): string =>
  Number.isNaN(value) ? '' : typedText(value, line.unit, unit)

/** Why a text is not taken in a row, or null: a formula has no room here. */
export const formulaRefusal = ({ line }: Saying, { unit }: Target, text: string): string | null => {
  if (text.trim() === '') return null
  const read = readNumber(text, line.unit, unit)
  return !isProblem(read) && 'opensFormula' in read
    ? `“${text.trim()}” is a formula. Type a number here, or write the formula of ${line.label} in the sheet.`
    : null
}

/** Gives up what one row says; null in Base, which has no parent to follow. */
export const proposeRowReversion = (model: Model, scenario: ScenarioId, saying: Saying): EditDeed | null => {
  if (isBase(model, scenario)) return null
  const { name, parent } = scenarioOf(model, scenario)
  const place = placeText(model, saying)
  const above = parent === null ? '' : scenarioOf(model, parent).name
  return {
    edits: reversionEdits(
      model,
      scenario,
      (line, quarter) => line === saying.line.id && quarter === (saying.quarter ?? 'all quarters'),
    ),
    label: `${place} in ${name} reverted`,
    said: `${place} follows ${above} again.`,
  }
}
