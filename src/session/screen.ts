// The Screen is what the session asks of the drawn sheet: how much it shows, to go to a cell, to begin an edit, and what only
// a browser can do. The grid gives it to the open model while it is there.

import type { Cell } from './layout.ts'
import type { Page } from './move.ts'

export type Screen = {
  readonly page: () => Page
  /** Scrolls to a cell. */
  readonly reveal: (cell: Cell) => void
  /** Gives the keyboard to the cursor's cell, where the sheet has it, and scrolls there. */
  readonly follow: () => void
  /** Whether a cell is being edited: the cursor stays there. */
  readonly isEditing: () => boolean
  /** Opens the cursor's cell for editing: with its text, or empty. */
  readonly edit: (begin: 'text' | 'empty') => void
  readonly copy: (isCut: boolean, areNamed: boolean) => void
  readonly paste: (areValues: boolean) => void
  readonly openMenu: () => void
}
