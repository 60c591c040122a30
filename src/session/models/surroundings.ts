// What the workbench stands in: the store, and what comes in by the door (main.ts), clock and chance included.

import type { NewId } from '#base/id.ts'
import type { ModelId } from '#model/model.ts'
import type { Problem } from '#model/problem.ts'
import type { Store } from '#store/store.ts'

/** A text to give to the user as a file. */
export type FileText = { readonly name: string; readonly type: string; readonly text: string }

export type Surroundings = {
  readonly store: Store
  /** This moment, ISO 8601. */
  readonly now: () => string
  readonly newId: NewId
  /** This tab's id, the same after a reload. */
  readonly tab: string
  /** Whether this browser has never had a model: then the example opens by itself. */
  readonly isFirstVisit: boolean
  /** The text of the built-in example's file, or why it cannot be had. */
  readonly readExample: () => Promise<string | Problem>
  readonly giveFile: (file: FileText) => void
  /** The initials that stand beside what is checked on this machine, if they were ever given, and where they are kept. */
  readonly initials: { readonly kept: string | null; readonly keep: (initials: string) => void }
  /** Names the open model in the page's address, so that a reload opens it again. */
  readonly nameInAddress: (id: ModelId | null) => void
}
