// The field of the formula bar: a plain text area, whose place the editor takes while a formula is edited, once it is loaded.
// What is typed meanwhile, and the caret, go along.

import type { FormulaEditing } from '#session/formula/formulaEditing.svelte.ts'
import type { EditorDoor, FormulaEditor } from './editor/formulaEditor.ts'
import { editorAtHand, loadEditor } from './loadEditor.ts'

export type SwapDoor = {
  readonly editing: () => FormulaEditing
  /** What the editor needs beside its text and the acts of editing. */
  readonly more: () => Pick<EditorDoor, 'marks' | 'placeholder' | 'scope' | 'onLook' | 'onFix'>
  /** The editor could not be loaded: the plain field stays. */
  readonly onMissing: () => void
}

export class FieldSwap {
  readonly #door: SwapDoor
  /** Where the editor goes. */
  host: HTMLElement | null = $state(null)
  /** The plain field, while it is there. */
  area: HTMLTextAreaElement | null = $state(null)
  editor: FormulaEditor | null = $state.raw(null)
  /** Whether the pointer is down on the plain field, or a word is being composed in it: it stays for as long. */
  #isBusy = false

  constructor(door: SwapDoor) {
    this.#door = door
  }

  /** Puts the editor in the plain field's place, with the caret where it is there, or at the end. */
  #mount(isCaretKept: boolean): FormulaEditor | null {
    const make = editorAtHand()
    const { editor, host, area } = this
    const editing = this.#door.editing()
    const isLocked = editing.at?.start.isLocked === true
    if (editor !== null || make === null || host === null || area === null || isLocked) return editor
    const { text } = editing
    const selection = isCaretKept
      ? { start: area.selectionStart, end: area.selectionEnd }
      : { start: text.length, end: text.length }
    this.editor = make(host, {
      ...this.#door.more(),
      text,
      selection,
      onText: (typed) => {
        editing.write(typed)
      },
      onEnter: () => {
        editing.enter()
      },
      onBreak: () => {
        editing.break()
      },
      onEscape: () => {
        editing.giveUp()
      },
    })
    editing.field = this.editor
    return this.editor
  }

  /** The editor takes over what is in the plain field. */
  #takeOver(): void {
    if (!this.#isBusy && this.area !== null && this.area === document.activeElement) this.#mount(true)?.focus()
  }

  /** The plain field got the keyboard. */
  readonly onfocus = (): void => {
    const mounted = this.#isBusy ? null : this.#mount(false)
    if (mounted !== null) mounted.focus()
    else if (this.#door.editing().at?.start.isLocked === false)
      void loadEditor().then(() => {
        this.#takeOver()
      }, this.#door.onMissing)
  }

  readonly onmousedown = (event: MouseEvent): void => {
    if (event.button !== 0) return
    const mounted = this.#mount(false)
    if (mounted === null) this.#isBusy = true
    else {
      event.preventDefault()
      mounted.press(event)
    }
  }

  readonly oncompositionstart = (): void => {
    this.#isBusy = true
  }

  /** The pointer is up again, or the word composed. */
  readonly release = (): void => {
    if (!this.#isBusy) return
    this.#isBusy = false
    this.#takeOver()
  }

  /** The plain field comes back. */
  unmount(): void {
    this.editor?.destroy()
    this.editor = null
  }
}
