// The editor of formulas is loaded once, when a formula is first edited. Until it is there, or where it cannot be had, a plain
// field serves.

import type { MakeEditor } from './editor/formulaEditor.ts'

let made: MakeEditor | null = null

/** The editor's maker, where it is loaded. */
export const editorAtHand = (): MakeEditor | null => made

/** Loads the editor; where that fails the next formula tries again. */
export const loadEditor = async (): Promise<void> => {
  const { createFormulaEditor } = await import('./editor/formulaEditor.ts')
  made = createFormulaEditor
}
