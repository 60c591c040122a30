// Where an edit of a commitment's input lands: in the scenario shown, or in the one above it whose formula holds there. What
// the scenario has of its own can be given up again.

import { inputsOf, type CommitmentInput } from '#model/commitmentInput.ts'
import type { Commitment } from '#model/commitment.ts'
import type { InputPart } from '#model/commitmentParts.ts'
import { readingLineId } from '#model/commitmentLines.ts'
import type { Edit } from '#model/edit.ts'
import { baseOf, isBase, lineOf, scenarioOf, type Model } from '#model/model.ts'
import { formulaOf } from '#model/origin.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { present } from '#base/assert.ts'

/** `own`: in the scenario shown alone; `above`: where what it would inherit is said; `follow`: it gives up its own. */
export type Landing = 'own' | 'above' | 'follow'

export type InputPlace = {
  readonly input: CommitmentInput
  readonly shown: ScenarioId
  /** The formula that holds in the scenario shown. */
  readonly formula: string
  /** Whether the scenario shown has it of its own. */
  readonly isOwn: boolean
  /** The scenario whose formula it has without its own. */
  readonly above: ScenarioId
  /** What that one says. */
  readonly inherited: string
  /** Where an edit lands unless something else is chosen: as from the formula bar. */
  readonly usual: Landing
}

/** The input that is a part of the commitment itself, or of the reading that holds. */
const inputOfPart = (commitment: Commitment, part: InputPart): CommitmentInput => {
  const line = readingPartLine(commitment, part)
  return present(
    inputsOf(commitment).find((each) => each.part === part && (line === null || each.line === line)),
    part,
  )
}

const readingPartLine = (commitment: Commitment, part: InputPart): string | null =>
  part === 'amount' || part === 'plan' ? null : readingLineId(commitment, commitment.reading, part)

export const inputPlace = (model: Model, commitment: Commitment, part: InputPart, shown: ScenarioId): InputPlace => {
  const input = inputOfPart(commitment, part)
  const line = lineOf(model, input.line)
  const base = { formula: input.formula, scenario: baseOf(model).id }
  const holder = formulaOf(model, shown, line) ?? base
  const { parent } = scenarioOf(model, shown)
  const above = parent === null ? base : (formulaOf(model, parent, line) ?? base)
  const isOwn = parent === null || holder.scenario === shown
  return {
    ...{ input, shown, formula: holder.formula, isOwn, above: above.scenario, inherited: above.formula },
    // A constant's number is the shown scenario's; a formula is edited where it is.
    usual: isOwn || line.kind === 'constant' ? 'own' : 'above',
  }
}

export type LandingChoice = { readonly landing: Landing; readonly text: string }

/** None in Base, where there is nothing to choose. */
export const landingChoices = (model: Model, { shown, above, isOwn }: InputPlace): readonly LandingChoice[] => {
  if (isBase(model, shown)) return []
  const name = (scenario: ScenarioId): string => scenarioOf(model, scenario).name
  return [
    { landing: 'own', text: `only in ${name(shown)}` },
    { landing: 'above', text: `in ${name(above)}` },
    ...(isOwn ? [{ landing: 'follow', text: `as in ${name(above)}` } as const] : []),
  ]
}

/** The scenario that an edit lands in. */
export const landingScenario = ({ shown, above }: InputPlace, landing: Landing): ScenarioId =>
  landing === 'above' ? above : shown

/** The edits of scenarios other than Base that give an input a formula; Base's is a field of the commitment. */
export const landingEdits = (model: Model, place: InputPlace, landing: Landing, formula: string): readonly Edit[] => {
  const { input, shown, isOwn } = place
  const write = (scenario: ScenarioId, text: string | null): readonly Edit[] =>
    isBase(model, scenario) ? [] : [{ kind: 'formula', scenario, line: input.line, formula: text }]
  // What lands above shows only once the scenario's own no longer stands in front of it.
  const given = landing !== 'own' && isOwn ? write(shown, null) : []
  if (landing === 'follow') return given
  return [...given, ...write(landingScenario(place, landing), formula)]
}
