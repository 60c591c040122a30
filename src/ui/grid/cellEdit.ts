// A CellEdit is one edit of one cell, fixed when its editor opens: its number lands there, whatever is shown or edited by
// the time it is done.

import { isProblem } from '#model/problem.ts'
import { scenarioOf } from '#model/model.ts'
import { landingOf } from '#model/origin.ts'
import type { Scenario } from '#model/scenario.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import { proposeNumber, type Target } from '#session/proposal.ts'
import { editText } from './cellText.ts'

export type CellEdit = {
  /** The number as one would type it; empty where there is none. */
  readonly textOf: () => string
  readonly landing: () => Pick<Scenario, 'name' | 'colour'>
  /** Why a text cannot be typed here, or null. */
  readonly refusal: (text: string) => string | null
  /** Whether the text has names in it, which the line's formula takes and no cell does. */
  readonly opensFormula: (text: string) => boolean
  /** Goes on with such a text in the formula bar, which then has the keyboard. */
  readonly goOnInFormula: (text: string) => void
  /** Types the text into the cell, before this returns. */
  readonly commit: (text: string) => void
  /** Types the text into every selected cell. */
  readonly commitToAll: (text: string) => void
}

const opensFormula = (open: OpenModel, target: Target, text: string): boolean => {
  const proposal = proposeNumber(open.results, target, text)
  return !isProblem(proposal) && 'opensFormula' in proposal
}

export const cellEdit = (open: OpenModel, target: Target): CellEdit => ({
  textOf: () => editText(open.results, target),
  landing: () => {
    const { shown, line, column } = target
    const landing = column.kind === 'quarter' ? landingOf(open.model, shown, line, column.quarter) : open.shown
    return scenarioOf(open.model, landing)
  },
  refusal: (text) => open.gestures.refusalOf(target, text),
  opensFormula: (text) => opensFormula(open, target, text),
  goOnInFormula: (text) => {
    open.gestures.typeInto(target, text)
  },
  commit: (text) => {
    // The formula bar takes the keyboard, which a click that ends the edit would take back from it.
    if (opensFormula(open, target, text))
      setTimeout(() => {
        open.gestures.typeInto(target, text)
      })
    else {
      open.gestures.typeInto(target, text)
      open.sheet.blocks.remember(() => {
        open.sheet.blocks.typeIntoSelection(text)
      })
    }
  },
  commitToAll: (text) => {
    open.sheet.blocks.typeIntoSelection(text)
  },
})
