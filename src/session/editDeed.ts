// What a gesture or a dialog comes to before it is done: edits, a name for the journal, and a sentence for the user.

import type { Edit } from '#model/edit.ts'

export type EditDeed = {
  /** None where everything is so already. */
  readonly edits: readonly Edit[]
  readonly label: string
  readonly said: string
}
