// The editor of formulas is loaded once, when a formula is first edited. Until it is there, or where it cannot be had, a plain
// field serves.

import type { MakeEditor } from './editor/formulaEditor.ts'

let made: MakeEditor | null = null

/** The editor's maker, where it is loaded. */
export const editorAtHand = (): MakeEditor | null => made

/** Loads the editor; false where that failed, which the next formula tries again. */
export const loadEditor = async (): Promise<boolean> => {
  try {
    const { createFormulaEditor } = await import('./editor/formulaEditor.ts')
    made = createFormulaEditor
    return true
  } catch (fault) {
    console.warn('The editor of formulas could not be loaded: the plain field stays.', fault)
    return false
  }
}
