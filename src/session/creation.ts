// New lines and scenarios from what a dialog asks.

import type { NewId } from '#base/id.ts'
import { keptFormula } from './formulaEdit.ts'
import { isReservedName } from '#formula/reserved.ts'
import { keyProblem, type Edit } from '#model/edit.ts'
import type { Kind, LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { scenarioColours, type ScenarioId } from '#model/scenario.ts'
import { decimalsFor, type Unit } from '#model/unit.ts'
import { refuse } from './proposal.ts'

/** `Cloud revenue (recast)` → `cloud_revenue_recast`; empty where a label has no Latin letters. */
export const keyFromLabel = (label: string): string =>
  label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 64)

export type LineWish = {
  readonly label: string
  readonly key: string
  readonly section: string
  readonly unit: Unit['kind']
  readonly kind: Kind
  readonly driver: boolean
  readonly formula: string
}

const unitFrom = (model: Model, kind: Unit['kind']): Unit => {
  if (kind === 'currency') return { kind, currency: model.currency, scale: model.scale }
  if (kind === 'exchange') return { kind, currency: model.currency, per: model.currency === 'USD' ? 'EUR' : 'USD' }
  return { kind }
}

/** The edits that add a line, a section for it included where it is new. */
export const proposeLine = (model: Model, wish: LineWish, newId: NewId): readonly Edit[] | Problem => {
  const key = wish.key.trim()
  if (wish.label.trim() === '') return refuse('Give the line a label, such as “Revenue”.')
  if (key === '') return refuse('Give the line a key, its name in formulas, such as revenue: small letters a to z.')
  if (isReservedName(key)) return refuse(`“${key}” is a word of the formula language: choose another key.`)
  const bad = keyProblem(model, key, null)
  if (isProblem(bad)) return bad
  const section = wish.section.trim() === '' ? 'Lines' : wish.section.trim()
  const formula = keptFormula(wish.formula)
  const line: LineItem = {
    id: newId(),
    key,
    label: wish.label.trim(),
    section,
    unit: unitFrom(model, wish.unit),
    kind: wish.kind,
    decimals: decimalsFor(wish.unit),
    polarity: 'neutral',
    driver: wish.driver,
    formula: formula === '' ? null : formula,
    description: '',
    tolerance: null,
    expected: null,
    source: '',
    breaks: [],
  }
  return [...sectionEdits(model, section), { kind: 'insert line', line, at: model.lines.length }]
}

/** What makes sure that a section is there. */
export const sectionEdits = (model: Model, section: string): readonly Edit[] =>
  model.sections.includes(section) ? [] : [{ kind: 'change model', change: { sections: [...model.sections, section] } }]

const longestScenarioName = 40

/** Why a name cannot be a scenario's, or null. `except` is the scenario that may have it already. */
export const scenarioNameProblem = (model: Model, wanted: string, except: ScenarioId | null): Problem | null => {
  if (wanted === '') return refuse('Give the scenario a name.')
  if (wanted.length > longestScenarioName)
    return refuse(
      `A scenario’s name has at most ${longestScenarioName} characters: it stands above the sheet and in the chart.`,
    )
  return model.scenarios.some((each) => each.id !== except && each.name.toLowerCase() === wanted.toLowerCase())
    ? refuse(`There is a scenario “${wanted}” already: choose another name.`)
    : null
}

/** The edits that add a scenario under a parent; it says nothing of its own yet. */
export const proposeScenario = (
  model: Model,
  name: string,
  parent: ScenarioId,
  newId: NewId,
): { readonly id: ScenarioId; readonly edits: readonly Edit[] } | Problem => {
  const wanted = name.trim()
  const wrong = scenarioNameProblem(model, wanted, null)
  if (wrong !== null) return wrong
  const taken = new Set(model.scenarios.map(({ colour }) => colour))
  const colour =
    scenarioColours.find((each) => !taken.has(each)) ?? scenarioColours[model.scenarios.length % scenarioColours.length]
  const id = newId()
  return {
    id,
    edits: [
      {
        kind: 'insert scenario',
        scenario: { id, name: wanted, parent, colour: colour ?? 'blue', formulas: new Map() },
        at: model.scenarios.length,
      },
    ],
  }
}
