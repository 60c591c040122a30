// How typing a formula ends: what can be used becomes an edit, what cannot a draft. A constant's text is typed into its cell.

import type { Results } from '#engine/results.ts'
import type { FormulaDraft, View } from '#model/view.ts'
import { constantCell, proposeFormula, type FormulaProposal } from '../formulaEdit.ts'
import type { Target } from '../proposal.ts'
import { draftOf, withDraft, withoutDraft } from './draft.ts'
import { faultIn } from './fault.ts'
import { landingOf, type FormulaAt } from './formulaAt.ts'
import { inUseSentence } from './inUse.ts'

type Written = {
  readonly at: FormulaAt
  readonly text: string
  readonly isOnlyHere: boolean
  /** All drafts, those of the line as they were when typing began. */
  readonly drafts: readonly FormulaDraft[]
}

export type Ending = { readonly drafts: readonly FormulaDraft[] } & (
  | { readonly kind: 'kept'; readonly proposal: FormulaProposal | null; readonly typedInto: Target | null }
  /** It cannot be used, and why; what holds meanwhile. */
  | { readonly kind: 'left'; readonly sentence: string }
)

export const endingOf = (results: Results, { scale }: View, { at, text, isOnlyHere, drafts }: Written): Ending => {
  const { line, shown, start } = at
  const { model } = results
  const scenario = landingOf(at, isOnlyHere)
  const fault = faultIn(results, { line, scenario, text, scale })
  if (fault !== null)
    return {
      kind: 'left',
      drafts: withDraft(drafts, draftOf(model, { line: line.id, scenario, text })),
      sentence: `${fault.sentence} It is kept as a draft. ${inUseSentence(model, scenario, line)}`,
    }
  const kept = { kind: 'kept', drafts: withoutDraft(drafts, line.id, scenario) } as const
  // The text as it was changes nothing, wherever it would land, unless the scenario asks for it as its own.
  if (text === start.formula && scenario === start.landing) return { ...kept, proposal: null, typedInto: null }
  const cell = constantCell(shown, line, scale)
  return {
    ...kept,
    proposal: cell === null ? proposeFormula(model, line, text, scenario) : null,
    typedInto: cell,
  }
}
