// A Deed is what a gesture on many cells is called, and the words for what it did.

import { counted } from '#base/listing.ts'
import type { Results } from '#engine/results.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { summary, targetName, type BlockProposal } from './entries.ts'
import { landedIn, nameOf, type Target } from './proposal.ts'

/** What a gesture on many cells is called: `Filled` 12 numbers, which for undo were `filled`. */
export type Deed = {
  readonly done: string
  readonly label: string
  /** Said beside what was done. */
  readonly remark?: string | null
  /** Called once it is done; not where a question about it was left. */
  readonly onDone?: () => void
}

/** What a deed is called in the journal, and what is said of it; `first` is the first cell it is done to. */
export const deedWords = (
  results: Results,
  shown: ScenarioId,
  { edits, typed, emptied, reset, refusals, landings }: BlockProposal,
  first: Target | null,
  { done, label, remark = null }: Deed,
): { readonly label: string; readonly said: string } => {
  const parts = [
    ...(typed > 0 || emptied + reset === 0 ? [counted(typed, 'number')] : []),
    ...(emptied > 0 ? [`${counted(emptied, 'cell')} emptied`] : []),
    ...(reset > 0 ? [`${counted(reset, 'cell')} set back to the formula`] : []),
  ].join(', ')
  const said = [
    typed > 0 ? `${done} ${parts}.` : `${parts}.`,
    ...landings.map((landing) => landedIn(results.model, landing)),
    ...(remark === null ? [] : [remark]),
    ...(refusals.length > 0 ? [summary(refusals)] : []),
  ]
  const from = first === null ? '' : ` from ${targetName(results, first)} on`
  const isOne = typed === 1 && emptied + reset === 0 && first !== null
  const what = isOne ? targetName(results, first) : `${edits.length === 0 ? 'Formulas' : parts}${from}`
  return { label: `${what}, ${label}, in ${nameOf(results.model, shown)}`, said: said.join(' ') }
}

const mostDoubtsTold = 3

/** The first doubts, and how many more there are. */
export const told = (doubts: readonly string[]): string => {
  const rest = doubts.length - mostDoubtsTold
  return [...doubts.slice(0, mostDoubtsTold), ...(rest > 0 ? [`And ${rest} more.`] : [])].join(' ')
}
