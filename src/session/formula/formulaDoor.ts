// What editing a formula needs: of the open model, and of the field on screen.

import type { Span } from '#base/span.ts'
import type { Results } from '#engine/results.ts'
import type { Edit } from '#model/edit.ts'
import type { LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import type { Problem } from '#model/problem.ts'
import type { ScenarioId } from '#model/scenario.ts'
import type { View } from '#model/view.ts'
import type { Gestures } from '../gestures.svelte.ts'
import type { Message } from '../message.ts'
import type { Target } from '../proposal.ts'
import type { Sheet } from '../sheet.svelte.ts'

export type FormulaDoor = {
  readonly model: Model
  readonly results: Results
  readonly shown: ScenarioId
  readonly view: View
  readonly selectedLine: LineItem | null
  readonly target: Target | null
  readonly sheet: Sheet
  readonly gestures: Gestures
  readonly look: (change: Partial<View>) => void
  readonly dispatch: (edits: readonly Edit[], label: string) => Problem | null
  readonly say: (message: Message) => void
  readonly returnToSheet: () => void
}

/** The field a formula is typed into. */
export type FormulaField = {
  readonly selection: () => Span
  /** Puts text in the place of a span, as typing would, with the caret behind it. */
  readonly replace: (span: Span, text: string) => void
  readonly focus: () => void
}
