// The editor over a cell: a text field that says where the number will land, and, when a text cannot be read, why. A
// refused text stays in the field; Escape gives the old value back. An editor belongs to the one cell it was opened on, and
// its text goes there in the same turn in which the edit ends: the next key may open another editor at once.

import type { ICellEditorComp, ICellEditorParams } from 'ag-grid-community'
import type { CellEdit } from './cellEdit.ts'

export class NumberEditor implements ICellEditorComp {
  readonly #box = document.createElement('div')
  readonly #field = document.createElement('input')
  readonly #hint = document.createElement('div')
  #params!: ICellEditorParams & CellEdit
  /** The text the edit began from, and later the one it ended with; null where it began by typing over the cell. */
  #settled: string | null = ''

  init(params: ICellEditorParams & CellEdit): void {
    this.#params = params
    const { name, colour } = params.landing()
    const typed = params.eventKey !== null && params.eventKey.length === 1 ? params.eventKey : null
    const isEmptied = params.eventKey === 'Backspace'
    this.#settled = typed !== null || isEmptied ? null : params.textOf()
    this.#box.className = 'number-editor'
    this.#box.style.width = `${params.column.getActualWidth() + 1}px`
    this.#field.value = typed ?? this.#settled ?? ''
    // Begun by typing, the arrows end the edit and move on; after F2 they move inside the text.
    if (typed !== null) this.#field.dataset['arrows'] = 'move on'
    this.#field.autocomplete = 'off'
    this.#field.spellcheck = false
    this.#field.setAttribute('aria-label', `Number, lands in ${name}`)
    this.#hint.className = 'number-editor-hint'
    this.#hint.id = 'number-editor-hint'
    this.#hint.setAttribute('role', 'status')
    this.#hint.textContent = `in ${name}`
    this.#hint.classList.add(`scenario-${colour}`)
    this.#field.setAttribute('aria-describedby', this.#hint.id)
    this.#box.append(this.#field, this.#hint)
    this.#field.addEventListener('keydown', (event) => {
      this.#onKey(event)
    })
    this.#field.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) this.#leaveForFormula()
    })
    this.#field.addEventListener('compositionend', () => {
      this.#leaveForFormula()
    })
  }

  /** From the first letter behind `=` on the formula bar takes the text, with all it has to help. */
  #leaveForFormula(): void {
    const text = this.#field.value
    if (!/^\s*=\s*[\p{L}_]/u.test(text) || !this.#params.opensFormula(text)) return
    this.#settled = text
    this.#params.stopEditing(true)
    this.#params.goOnInFormula(text)
  }

  #onKey(event: KeyboardEvent): void {
    const isArrow = event.key.startsWith('Arrow')
    const movesOn = isArrow && !event.altKey && this.#field.dataset['arrows'] === 'move on'
    if (event.key === 'F2') delete this.#field.dataset['arrows']
    const isCommit = event.key === 'Enter' || event.key === 'Tab' || movesOn
    const isForAll = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (isCommit && !event.isComposing && this.#isChanged) {
      const refusal = this.#params.refusal(this.#field.value)
      if (refusal !== null) {
        event.preventDefault()
        event.stopPropagation()
        this.#hint.textContent = refusal
        this.#hint.className = 'number-editor-hint refused'
        this.#field.setAttribute('aria-invalid', 'true')
      } else if (isForAll) this.#commitToAll()
      return
    }
    // The arrows move inside the text; the grid must not take them.
    if (isArrow || event.key === 'Home' || event.key === 'End') event.stopPropagation()
  }

  /** Ctrl+Enter: what is typed goes into every selected cell, and nothing is left for this one alone. */
  #commitToAll(): void {
    const text = this.#field.value
    this.#settled = text
    this.#params.commitToAll(text)
  }

  /** Writes a text that came in one piece, from an input method or dictation. */
  write(text: string): void {
    this.#field.value = text
    this.#settled = null
    this.#field.dataset['arrows'] = 'move on'
  }

  /** A text that was not changed is no edit: F2 and Enter leave an inherited number inherited. */
  get #isChanged(): boolean {
    return this.#field.value !== this.#settled
  }

  getGui(): HTMLElement {
    return this.#box
  }

  afterGuiAttached(): void {
    // The grid wraps the editor in a dialog of its own, which needs a name.
    this.#box.closest('[role="dialog"]')?.setAttribute('aria-label', 'Number being typed')
    this.#field.focus()
    const end = this.#field.value.length
    this.#field.setSelectionRange(end, end)
  }

  /** The grid holds no typed text: what it is given is the face the cell had. */
  getValue(): unknown {
    return this.#params.value
  }

  /**
   * The grid asks this once as an edit ends, unless by Escape. The text goes to its cell now, for what the grid would do
   * with it comes a turn later, when the next key may have been pressed; so the grid is always told to forget it.
   */
  isCancelAfterEnd(): boolean {
    if (this.#isChanged) {
      this.#settled = this.#field.value
      this.#params.commit(this.#field.value)
    }
    return true
  }

  isPopup(): boolean {
    return true
  }

  getPopupPosition(): 'over' {
    return 'over'
  }
}
