// The editor over a cell: a text field that says where the number will land, and, when a text cannot be read, why. A
// refused text stays in the field; Escape gives the old value back.

import type { ICellEditorComp, ICellEditorParams } from 'ag-grid-community'
import type { ScenarioColour } from '#model/scenario.ts'

export type NumberEditorParams = ICellEditorParams & {
  /** The number as one would type it; empty where there is none. */
  readonly textOf: () => string
  readonly landing: () => { readonly name: string; readonly colour: ScenarioColour }
  /** Why a text cannot be typed here, or null. */
  readonly refusal: (text: string) => string | null
}

export class NumberEditor implements ICellEditorComp {
  readonly #box = document.createElement('div')
  readonly #field = document.createElement('input')
  readonly #hint = document.createElement('div')
  #params!: NumberEditorParams
  /** The text the edit began from; null where it began by typing over the cell. */
  #initial: string | null = ''

  init(params: NumberEditorParams): void {
    this.#params = params
    const { name, colour } = params.landing()
    const typed = params.eventKey !== null && params.eventKey.length === 1 ? params.eventKey : null
    const isEmptied = params.eventKey === 'Backspace'
    this.#initial = typed !== null || isEmptied ? null : params.textOf()
    this.#box.className = 'number-editor'
    this.#box.style.width = `${params.column.getActualWidth() + 1}px`
    this.#field.value = typed ?? this.#initial ?? ''
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
  }

  #onKey(event: KeyboardEvent): void {
    const isArrow = event.key.startsWith('Arrow')
    const movesOn = isArrow && this.#field.dataset['arrows'] === 'move on'
    if (event.key === 'F2') delete this.#field.dataset['arrows']
    const isCommit = event.key === 'Enter' || event.key === 'Tab' || movesOn
    if (isCommit && !event.isComposing && !this.isCancelAfterEnd()) {
      const refusal = this.#params.refusal(this.#field.value)
      if (refusal !== null) {
        event.preventDefault()
        event.stopPropagation()
        this.#hint.textContent = refusal
        this.#hint.className = 'number-editor-hint refused'
        this.#field.setAttribute('aria-invalid', 'true')
      }
      return
    }
    // The arrows move inside the text; the grid must not take them.
    if (isArrow || event.key === 'Home' || event.key === 'End') event.stopPropagation()
  }

  getGui(): HTMLElement {
    return this.#box
  }

  afterGuiAttached(): void {
    // The grid wraps the editor in a dialog of its own, which needs a name.
    this.#box.closest('[role="dialog"]')?.setAttribute('aria-label', 'Number being typed')
    this.#field.focus()
    if (this.#params.eventKey === null || this.#params.eventKey.length > 1) this.#field.select()
  }

  getValue(): string {
    return this.#field.value
  }

  /** A text that was not changed is no edit: F2 and Enter leave an inherited number inherited. */
  isCancelAfterEnd(): boolean {
    return this.#field.value === this.#initial
  }

  isPopup(): boolean {
    return true
  }

  getPopupPosition(): 'over' {
    return 'over'
  }
}
