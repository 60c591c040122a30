// What every change of lines or sections comes to: edits, a name for the journal, and a sentence for the user.

import type { Edit } from '#model/edit.ts'

export type LineDeed = {
  /** None where everything is so already. */
  readonly edits: readonly Edit[]
  readonly label: string
  readonly said: string
}
