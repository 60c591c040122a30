// What becomes of a text that is only a draft, and the formula that holds meanwhile, in words.

import type { LineItem } from '#model/lineItem.ts'
import { scenarioOf, type Model } from '#model/model.ts'
import { formulaOf } from '#model/origin.ts'
import type { ScenarioId } from '#model/scenario.ts'

/** Long formulas are cut: the bar shows them whole. */
const longest = 60

const cut = (formula: string): string =>
  formula.length <= longest ? formula : `${formula.slice(0, longest).trimEnd()}…`

/** `Base’s formula, rest_growth[-1], still holds.` */
export const inUseSentence = (model: Model, scenario: ScenarioId, line: LineItem): string => {
  if (line.kind === 'constant') return 'The number stays as it was.'
  const holder = formulaOf(model, scenario, line)
  if (holder === null) return `${line.label} still has no formula.`
  const whose = `${scenarioOf(model, holder.scenario).name}’s formula`
  return holder.formula.trim() === ''
    ? `${whose} is still empty: no value.`
    : `${whose}, ${cut(holder.formula)}, still holds.`
}

/** What is said of a text whose line or scenario went while it was typed. */
export const goneSentence = (text: string): string =>
  `The line or scenario of this formula is gone: ${cut(text.trim())}. It is kept as a draft, should it come back.`
